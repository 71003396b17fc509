"""Frames of journeys told by a verb: someone comes, goes, stays, returns, heads a delegation."""

from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.goals import HERE, house_of_a_city, there, this_country, without_preposition
from pipelines.facts.visit.party import RESIDENTS, Party
from pipelines.facts.visit.roles import aboard, destinations, subject_of
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.status import status_of_verb
from pipelines.facts.visit.trigger import Trigger, is_official, visit_of, visits_of
from pipelines.text.morph import parses
from pipelines.text.records import replace


def motion(t: Trigger) -> tuple[Contact, ...]:
    """ "Президент Сербии прибыл в Баку", "посетит Минск", "находится в Ташкенте", "побывал в Тбилиси"."""
    word = t.scene.has(t.index, "arrive", "go", "call_at", "stay")
    if word is None or (word.lemma == "быть" and not _stays_somewhere(t)):
        return ()
    if word.lemma == "работать" and t.scene.anywhere("delegation", "visit") is None:
        return ()  # an ambassador works where he is posted
    if word.lemma == "собираться" and not any(
        abs(s.start - t.end) <= 4 or s.end + 1 == t.offset for s in t.scene.spots
    ):
        return ()  # "собирается обсудить"
    status = status_of_verb(t.scene, t.index)
    if status is None:
        return ()
    visitor = _guest_again(t, _traveller(t))
    goals = destinations(t.scene, t.index, bare_object=word.group == "call_at") or without_preposition(t)
    goals = goals or there(t) or this_country(t, visitor) or house_of_a_city(t)
    visitor = _not_at_home(t, visitor, goals)
    lands = {g.country for g in goals}
    if word.group == "go" and any(s.preposition == "из" and s.country in lands for s in t.scene.spots):
        return ()  # "завершив визит в Казахстан, отправился из Астаны на родину"
    if not goals and (word.group in ("arrive", "go") or word.lemma == "побывать") and visitor is not None:
        visitors = [p for p in t.resolve(visitor) if is_official(p)]
        made = tuple(visit_of(t, "motion", p, None, status, 0.5) for p in visitors[:1])
        on_tour = any(w.lower == "турне" for w in t.scene.tokens)  # whose first day is not that of each visit
        return tuple(replace(c, when=None) for c in made) if on_tour else made
    found = visits_of(t, "motion", visitor, goals, status, 0.78)
    now_or_soon = word.group == "call_at" and word.tense == "pres"  # "посещает"
    soft = now_or_soon or (status == "planned" and _in_its_course(t))
    return tuple(replace(c, soft=soft) for c in found)


def _guest_again(t: Trigger, visitor: Party | None) -> Party | None:
    """`visitor`, or for "Глава государства посещал эту страну" behind a visit there the visitor told of."""
    if visitor is None or not visitor.anaphoric or t.mind.guest is None or t.mind.place is None:
        return visitor
    ahead = {w.lower for w in t.scene.tokens[t.index + 1 : t.index + 4]}
    there = ahead & {"эту", "этой"} and t.mind.place.country not in (None, t.mind.guest.country)
    return t.mind.guest if there and t.story.complete(visitor).country == t.mind.place.country else visitor


def _in_its_course(t: Trigger) -> bool:
    """True for "в рамках визита также посетит Батуми": a stage of the visit in hand."""
    nouns = [k for k in t.scene.around(t.index, 12, 12) if t.scene.has(k, "visit")]
    return any({"рамках", "ходе"} & {w.lower for w in t.scene.tokens[max(0, k - 3) : k]} for k in nouns)


def _not_at_home(t: Trigger, visitor: Party | None, goals: tuple[Spot, ...]) -> Party | None:
    """`visitor`, or for "Он прибудет в Москву" the one of those told of before who is not at home there."""
    if visitor is None or visitor is not t.mind.focus or t.mind.partner is None or not goals:
        return visitor
    land, partner = goals[0].country, t.story.complete(t.mind.partner)
    abroad = partner.country not in (None, land) and partner.role not in RESIDENTS
    return partner if t.story.complete(visitor).country == land and abroad else visitor


def _traveller(t: Trigger) -> Party | None:
    """The subject; behind "группа, которая ездила" the one who heads it."""
    subject = aboard(t.scene, t.index) or subject_of(t.scene, t.index, t.mind.focus)
    if subject is None or subject.delegation is None:
        return subject
    for k in range(len(t.scene.tokens)):
        word = t.scene.has(k, "lead")
        if word is not None and word.pos == "VERB":
            head = subject_of(t.scene, k, t.mind.focus)
            if head is not None and head.delegation is None and head is not subject:
                return replace(head, country=subject.country or head.country)
    return subject


def _stays_somewhere(t: Trigger) -> bool:
    """True for "был в Минске", "в Минске уже была группа": a place right beside the verb."""
    word = t.scene.has(t.index, "stay")
    if word is None or word.pos != "VERB":
        return False
    dated = sum(d.end - d.start + 1 for d in t.scene.dates if d.start >= t.end)
    here = (s for s in t.scene.spots if s.preposition in HERE)
    beside = any(0 <= s.start - t.end <= 6 + dated or 0 <= t.offset - s.end <= 8 for s in here)
    ahead = range(t.index + 1, min(t.index + 3, len(t.scene.tokens)))
    passive = any(p.pos == "PRTS" for k in ahead for p in parses(t.scene.tokens[k].lower)[:1])
    return beside and not passive and not any(t.scene.has(k, "took_place", "intend") for k in ahead)


def come_back(t: Trigger) -> tuple[Contact, ...]:
    """ "из Молдавии вернулась делегация Госдумы": the visit was held."""
    abroad = tuple(s for s in t.scene.spots if s.preposition in ("из", "с") and abs(s.start - t.offset) < 60)
    if status_of_verb(t.scene, t.index) != "held":
        return ()
    return visits_of(t, "come_back", subject_of(t.scene, t.index, t.mind.focus), abroad[:1], "held", 0.7)


def stop_over(t: Trigger) -> tuple[Contact, ...]:
    """ "сделал транзитную остановку в Баку"."""
    make = next((k for k in range(max(0, t.index - 4), t.index) if t.scene.has(k, "make")), None)
    if make is None:
        return ()
    status = status_of_verb(t.scene, make)
    subject = aboard(t.scene, make) or subject_of(t.scene, make, t.mind.focus)
    found = visits_of(t, "stop_over", subject, destinations(t.scene, t.index), status, 0.8) if status else ()
    landed = t.scene.tokens[t.index].lower.startswith("посадк")
    return tuple(replace(c, visit_type=c.visit_type or ("transit" if landed else None)) for c in found)


def lead(t: Trigger) -> tuple[Contact, ...]:
    """ "Делегацию Ирана возглавляет министр ...": names the head; a visit where a place is told just before."""
    scene, i = t.scene, t.index
    delegation = next((p for p in scene.parties if p.delegation is not None and p.case in ("accs", None)), None)
    pronoun = "ее" in {w.lower for w in scene.tokens[max(0, i - 2) : i + 3]}
    nominative = (
        p for p in scene.parties if p.delegation is None and p.case in ("nomn", None) and p.preposition is None
    )
    word = scene.has(i, "lead")
    described = word is not None and word.pos == "PRTF"  # "с министром, возглавляющим делегацию"
    before = [p for p in scene.parties if p.end <= t.offset and not p.plural]
    head = (before[-1] if before else None) if described else next(nominative, None)
    if head is None or (delegation is None and not pronoun):
        return ()
    head = replace(t.story.complete(head), country=(delegation.country if delegation else None) or head.country)
    status = status_of_verb(scene, i)
    goals = destinations(scene, i) or ((t.mind.place,) if t.mind.place is not None else ())
    abroad = [g for g in goals if head.country is not None and g.country != head.country]
    return (visit_of(t, "lead", head, abroad[0] if abroad else None, status, 0.75),)
