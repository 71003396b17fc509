"""Frames of journeys: someone comes, goes, stays, pays a visit, heads a delegation, accepts an invitation."""

from itertools import pairwise

from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.roles import aboard, destinations, subject_of
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.status import status_of_noun, status_of_verb
from pipelines.facts.visit.trigger import RESIDENTS, Trigger, is_official, visit_of, visits_of
from pipelines.text.morph import parses
from pipelines.text.records import replace

_OURS = ("нашу", "нашей")
_HERE = ("в", "во", "на")


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
    goals = destinations(t.scene, t.index, bare_object=word.group == "call_at") or _without_preposition(t)
    goals = goals or _there(t) or _this_country(t, visitor) or _house_of_a_city(t)
    visitor = _not_at_home(t, visitor, goals)
    lands = {g.country for g in goals}
    if word.group == "go" and any(s.preposition == "из" and s.country in lands for s in t.scene.spots):
        return ()  # "завершив визит в Казахстан, отправился из Астаны на родину"
    if not goals and (word.group in ("arrive", "go") or word.lemma == "побывать") and visitor is not None:
        visitors = [p for p in t.resolve(visitor) if is_official(p)]
        made = tuple(visit_of(t, "motion", p, None, status, 0.5) for p in visitors[:1])
        on_tour = any(w.lower == "турне" for w in t.scene.tokens)  # whose first day is not that of each visit
        return tuple(replace(c, when=None) for c in made) if on_tour else made
    found = visits_of(t, "motion", visitor, goals, status, 0.85)
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


def _this_country(t: Trigger, visitor: Party | None) -> tuple[Spot, ...]:
    """The country of "посетит эту страну": the one named last before; of "нашу страну" the other of the pair."""
    ahead = [w.lower for w in t.scene.tokens[t.index + 1 : t.index + 4]]
    at = next((k for k, word in enumerate(ahead) if word in ("страну", "стране", "республику", "республике")), None)
    home = t.story.complete(visitor).country if visitor is not None else None
    told = None if at is None else ahead[at - 1] if at else ""  # "посетил республику"
    if told not in ("", "эту", "этой", *_OURS) or home is None:
        return ()
    told_of: list[Party | Spot] = [*t.scene.parties, *t.scene.spots]
    named = [p.country for p in told_of if p.end <= t.offset and p.country not in (None, home)]
    if told not in _OURS:
        named = named or ([t.mind.place.country] if t.mind.place is not None and t.mind.place.country != home else [])
    land = named[-1] if named and told not in _OURS else t.story.other_of(home)
    return (Spot(start=t.offset, end=t.end, country=land, city=None, preposition="в"),) if land is not None else ()


def _house_of_a_city(t: Trigger) -> tuple[Spot, ...]:
    """The city of "Казанский университет посетила делегация": its adjective opens the object before the verb."""
    word, own = t.scene.has(t.index, "call_at"), t.scene.clauses[t.index]
    if word is None:
        return ()
    for m in t.scene.sentence.of_kind("place"):
        ahead = m.end <= t.offset and t.scene.clause_of(m.start) == own and m.country is not None
        free = not any(p.start <= m.start < p.end for p in t.scene.parties)
        words = t.scene.sentence.between(m.end, t.offset).split()
        if m.form == "adjective_place" and ahead and free and len(words) <= 4 and m.country is not None:
            return (Spot(start=m.start, end=m.end, country=m.country, city=m.canonical_name, preposition=None),)
    return ()


def _not_at_home(t: Trigger, visitor: Party | None, goals: tuple[Spot, ...]) -> Party | None:
    """`visitor`, or for "Он прибудет в Москву" the one of those told of before who is not at home there."""
    if visitor is None or visitor is not t.mind.focus or t.mind.partner is None or not goals:
        return visitor
    land, partner = goals[0].country, t.story.complete(t.mind.partner)
    abroad = partner.country not in (None, land) and partner.role not in RESIDENTS
    return partner if t.story.complete(visitor).country == land and abroad else visitor


def _there(t: Trigger) -> tuple[Spot, ...]:
    """The place of "побывал там": the last named in the sentence before the verb, else in the one before."""
    around = [w.lower for w in t.scene.tokens[max(0, t.index - 3) : t.index + 4]]
    in_the_land = ("в", "стране") in pairwise(around)
    if not in_the_land and not {"там", "туда", "здесь", "сюда"}.intersection(around):
        return ()
    told = [s for s in t.scene.spots if s.end <= t.offset and s.preposition in _HERE]
    return (told[-1],) if told else (t.mind.place,) if t.mind.place is not None else ()


def _without_preposition(t: Trigger) -> tuple[Spot, ...]:
    """The country of "прибыл с официальным визитом Азербайджан", its preposition lost."""
    tokens = t.scene.tokens
    for spot in t.scene.spots:
        k = t.scene.index_at(spot.start) - 1
        if spot.preposition is None and spot.start > t.offset and k > t.index and t.scene.has(k, "visit"):
            word = t.scene.has(k, "visit")
            return (spot,) if word is not None and word.case == "ablt" and tokens[k].end + 1 == spot.start else ()
    return ()


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
    here = (s for s in t.scene.spots if s.preposition in _HERE)
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


def visit_noun(t: Trigger) -> tuple[Contact, ...]:
    """ "визит президента Турции в Баку", "с официальным визитом", "в ходе поездки в Минск"."""
    scene, i = t.scene, t.index
    status, soft = status_of_noun(scene, i)
    told = destinations(scene, i)
    goals = tuple(g for g in told if not _leads_elsewhere(t, g))
    owner = _owner(t, goals[0].country if goals else None)
    if owner is not None and owner.plural:
        return ()  # "взаимные визиты президентов"
    verb = scene.near(i, 10, 10, "make", "arrive", "go", "call_at", "stay")
    pays = verb is not None and verb.pos in ("VERB", "INFN", "PRTF") and not soft
    if owner is None and not _of_another(t) and (goals or pays):
        owner = subject_of(scene, i, t.mind.focus) or _named_before(t)
    if owner is not None and not told:
        goals = _elsewhere(t, owner) or _there(t) or _this_country(t, owner)
    found = visits_of(t, "visit_noun", owner, goals, status, 0.85)
    if not found:
        at_home = [g for g in goals if owner is not None and t.story.complete(owner).country == g.country]
        if at_home:  # who speaks is the host: "Президент отметил, что гостья в ходе визита в Минск ..."
            return (replace(visit_of(t, "visit_noun", None, at_home[0], status, 0.5), soft=soft),)
        people = [p for p in t.resolve(owner) if is_official(p)] if owner is not None else []
        found = tuple(
            replace(visit_of(t, "visit_noun", p, None, status, 0.5), likely_host=_likely_host(t, p)) for p in people
        )
    found = found or (visit_of(t, "visit_noun", None, None, status, 0.5),)
    return tuple(replace(c, soft=soft, within=soft and _is_one_day(c)) for c in found)


def _leads_elsewhere(t: Trigger, goal: Spot) -> bool:
    """True for Moscow in "не приедет в Москву из-за визита канцлера": where another journey before the noun leads."""
    if goal.end > t.offset or not {"из-за", "до", "после", "ради"} & {
        w.lower for w in t.scene.tokens[max(0, t.index - 3) : t.index]
    }:
        return False
    at = t.scene.index_at(goal.start)
    return any(t.scene.has(k, "visit", "arrive", "go", "call_at") for k in range(max(0, at - 4), at))


def _right_behind(t: Trigger, p: Party) -> bool:
    """False for "визит состоится по приглашению президента": a verb or another noun stands between."""
    between = t.scene.tokens[t.index + 1 : t.scene.index_at(p.start)]
    if len(between) > 5 or any(is_finite(w) is not None for w in between):
        return False
    last = between[-1] if between else None
    plain = last is not None and last.kind == "word" and last.text.islower()
    return not (plain and last is not None and parses(last.lower)[0].pos == "NOUN")


def _named_before(t: Trigger) -> Party | None:
    """The subject of the sentence so far: "заявил министр X в статье, написанной перед визитом в ..."."""
    before = [p for p in t.scene.parties if p.end <= t.offset and p.case == "nomn" and not p.plural]
    return before[-1] if before else None


def _of_another(t: Trigger) -> bool:
    """True for "визит премьера ..." of somebody the finders do not know: a genitive right behind the noun."""
    after = t.scene.tokens[t.index + 1 : t.index + 2]
    readings = parses(after[0].lower)[:2] if after else ()
    return any(p.pos == "NOUN" and p.case == "gent" and "anim" in p.grammemes for p in readings)


def _likely_host(t: Trigger, visitor: Party) -> str | None:
    """For "прошел визит вице-премьера Ирана": the other country that the document is about."""
    return t.story.other_of(visitor.country or "") if visitor.start > t.offset else None


def _is_one_day(c: Contact) -> bool:
    """True for "сегодня в рамках визита": a day within the visit, not the day of it."""
    return c.when is not None and c.when.precision == "day" and c.when.start == c.when.end


def _owner(t: Trigger, goal: str | None) -> Party | None:
    """Whose visit: the genitive after the noun, or for "его визит" the one named last who is not at home in `goal`."""
    coming = t.scene.near(t.index, 5, 0, "stay", "arrive")
    if coming is not None and coming.pos == "PRTF":  # "с находящейся с официальным визитом делегацией"
        behind = [p for p in t.scene.parties if p.start >= t.end]
        found = next((p for p in behind if p.case == coming.case and not p.plural), next(iter(behind), None))
        between = t.scene.sentence.between(t.end, found.start) if found is not None else ","
        if len(between) < 160 and "," not in between:
            return found
    for p in t.scene.parties:
        if p.start >= t.end and t.scene.clause_of(p.start) == t.scene.clauses[t.index]:
            fits = p.preposition is None and p.case in ("gent", "accs", None)
            return p if fits and _right_behind(t, p) else None
    before = {w.lower for w in t.scene.tokens[max(0, t.index - 3) : t.index]}
    if before & {"его", "ее", "их", "свой", "своего"}:
        named = [p for p in t.scene.parties if p.end <= t.offset and not p.plural]
        abroad = [p for p in named if goal is None or t.story.complete(p).country != goal]
        return abroad[-1] if abroad else t.mind.focus
    return None


def _elsewhere(t: Trigger, owner: Party) -> tuple[Spot, ...]:
    """The place abroad that another clause of the sentence names: "Оно пройдет в Анкаре; ожидается приезд ..."."""
    abroad = [s for s in t.scene.spots if s.preposition in _HERE and s.country != owner.country and s.city is not None]
    return (abroad[0],) if len({s.country for s in abroad}) == 1 else ()


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
