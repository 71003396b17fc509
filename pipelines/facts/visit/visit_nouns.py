"""Visits told by a noun: "визит", "поездка", whose they are and where they lead."""

from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.goals import elsewhere, there, this_country
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.roles import destinations, subject_of
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.status import is_in_course, status_of_noun
from pipelines.facts.visit.trigger import Trigger, is_official, visit_of, visits_of
from pipelines.text.morph import parses
from pipelines.text.records import replace


def visit_noun(t: Trigger) -> tuple[Contact, ...]:
    """ "визит президента Турции в Баку", "с официальным визитом", "в ходе поездки в Минск"."""
    scene, i = t.scene, t.index
    status, soft = status_of_noun(scene, i)
    told = destinations(scene, i)
    goals = tuple(g for g in told if not _leads_elsewhere(t, g))
    owner = _of_those_who_speak(t, goals) or _owner(t, goals[0].country if goals else None)
    if owner is not None and owner.plural:
        return ()  # "взаимные визиты президентов"
    verb = scene.near(i, 10, 10, "make", "arrive", "go", "call_at", "stay")
    pays = verb is not None and verb.pos in ("VERB", "INFN", "PRTF") and not soft
    meets = soft and is_in_course(scene, i) and scene.near(i, 0, 15, "meet") is not None
    if owner is None and not _of_another(t) and (goals or pays or meets):
        owner = subject_of(scene, i, t.mind.focus) or _named_before(t)
    if owner is not None and not told:
        goals = elsewhere(t, owner) or there(t) or this_country(t, owner)
    found = visits_of(t, "visit_noun", owner, goals, status, 0.83)
    if not found:
        at_home = [g for g in goals if owner is not None and t.story.complete(owner).country == g.country]
        if at_home:  # who speaks is the host: "Президент отметил, что гостья в ходе визита в Минск ..."
            return (replace(visit_of(t, "visit_noun", None, at_home[0], status, 0.5), soft=soft),)
        people = [p for p in t.resolve(owner) if is_official(p)] if owner is not None else []
        found = tuple(
            replace(visit_of(t, "visit_noun", p, None, status, 0.5), likely_host=_likely_host(t, p)) for p in people
        )
    found = found or (visit_of(t, "visit_noun", None, None, status, 0.5),)
    return tuple(replace(c, soft=soft, within=soft and is_in_course(scene, i) and _is_one_day(c)) for c in found)


def _of_those_who_speak(t: Trigger, goals: tuple[Spot, ...]) -> Party | None:
    """The guest of "Ваш визит в Баку", "мой визит в Минск": whoever of the two that speak is not at home there."""
    before = {w.lower for w in t.scene.tokens[max(0, t.index - 4) : t.index]}
    if not goals or not any(w.startswith(("ваш", "мой", "мое", "моё", "моем")) for w in before):
        return None
    guest = t.story.head_of(t.story.other_of(goals[0].country))
    return replace(guest, start=t.offset, end=t.end, case=None) if guest is not None else None


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
