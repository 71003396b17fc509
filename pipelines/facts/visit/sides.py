"""The sides of talks: who talks with whom, with their countries."""

from collections.abc import Sequence

from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.party import RESIDENTS, Party
from pipelines.facts.visit.roles import companions_of, destinations, joined_to, listed_before, subject_of
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.trigger import Trigger, is_official
from pipelines.text.records import replace
from pipelines.text.tokens import fold

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def sides_of(t: Trigger) -> Sides:
    """The sides of talks: the subject (or the genitive after the noun) and those "с" whom; or one list of all."""
    scene, i = t.scene, t.index
    others = companions_of(scene, i, t.mind.focus)
    owners: tuple[Party, ...] = ()
    if scene.has(i, "talks", "conversation", "by_video") is not None:
        owners = (
            genitive_behind(t)
            or (() if others else _between(t))
            or tuple(p for p in scene.parties if p.preposition == "у" and scene.clause_of(p.start) == scene.clauses[i])
        )
    owners = owners or _theirs(t)
    if not others and scene.has(i, "phone"):
        others = _called(t)
        owners = _callers(t, others) or owners
    if not owners:
        subject = subject_of(scene, i, t.mind.focus)
        if subject is not None and subject not in others:
            owners = (*listed_before(scene, subject), *joined_to(scene, subject)[1:])
    if not others and scene.has(i, "talks", "conversation") is not None:
        others = tuple(p for p in scene.parties if p.start >= t.end and p.case == "datv" and p.preposition is None)[:1]
    if not others and scene.has(i, "conversation") is not None:
        others = _addressed(t)
    if not owners and scene.anywhere("phone", "by_phone"):
        owners = tuple(p for p in scene.parties if p.case == "nomn" and p not in others)[:1]
    spots = destinations(scene, i)
    return settle(t, tuple(p for p in owners if p not in others), others, spots[0] if spots else None)


def _theirs(t: Trigger) -> tuple[Party, ...]:
    """The two told of before, for "их встреча", "прошлая встреча состоялась"."""
    before = {w.lower for w in t.scene.tokens[max(0, t.index - 3) : t.index]}
    again = t.scene.near(t.index, 2, 0, "earlier") and t.scene.near(t.index, 0, 2, "took_place")
    if (
        ("их" not in before and not again)
        or t.mind.focus is None
        or t.scene.has(t.index, "talks", "conversation") is None
    ):
        return ()
    one = t.story.complete(t.mind.focus)
    other = t.story.complete(t.mind.partner) if t.mind.partner is not None else t.story.counterpart(one)
    return (one, other) if other is not None and other.country != one.country else ()


def _called(t: Trigger) -> tuple[Party, ...]:
    """Whom somebody called: the dative after the verb, else the one before it who does not decline."""
    plain = [p for p in t.scene.parties if p.preposition is None]
    after = [p for p in plain if p.start >= t.end and p.case in ("datv", None)]
    before = [p for p in plain if p.end <= t.offset and p.case in ("datv", None)]
    callers = [p for p in plain if p.start >= t.end and p.case == "nomn"]
    return tuple(after[:1] or (before[-1:] if callers else ()))


def _addressed(t: Trigger) -> tuple[Party, ...]:
    """Whom somebody congratulated or told "в телефонном разговоре": right behind the verb, the subject elsewhere."""
    scene = t.scene
    governed = scene.tokens[t.index].lower == "разговоре" or scene.tokens[max(0, t.index - 2)].lower == "ходе"
    if not governed or not any(p.case == "nomn" for p in scene.parties):
        return ()
    for p in scene.parties:
        at = scene.index_at(p.start)
        verb = is_finite(scene.tokens[at - 1]) if at else None
        if verb is not None and p.preposition is None and p.case != "nomn":
            return (p,)
    return ()


def _callers(t: Trigger, called: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who called the one named before the verb: "Лукашенко позвонили президент Х и премьер Y"."""
    if not called or called[0].end > t.offset:
        return ()
    first = next((p for p in t.scene.parties if p.start >= t.end and p.case == "nomn" and p.preposition is None), None)
    return joined_to(t.scene, first) if first is not None else ()


def genitive_behind(t: Trigger) -> tuple[Party, ...]:
    """Those whose talks they are: "переговоры президентов X и Y", "между X и Y"."""
    after = [p for p in t.scene.parties if p.start >= t.end and t.scene.clause_of(p.start) == t.scene.clauses[t.index]]
    if not after:
        return ()
    first = after[0]
    between = t.scene.tokens[t.index + 1 : t.scene.index_at(first.start)]
    near = len(between) <= 3 and not any(is_finite(word) is not None for word in between)
    if first.preposition == "между" or (near and first.preposition is None and first.case in ("gent", None)):
        return joined_to(t.scene, first)
    return ()


def _between(t: Trigger) -> tuple[Party, ...]:
    """Those of "Между президентами X и Y состоялся разговор", told before the noun."""
    own = t.scene.clauses[t.index]
    before = (p for p in t.scene.parties if p.end <= t.offset and t.scene.clause_of(p.start) == own)
    first = next((p for p in before if p.preposition == "между"), None)
    return () if first is None else joined_to(t.scene, first)


def settle(t: Trigger, first: tuple[Party, ...], second: tuple[Party, ...], spot: Spot | None) -> Sides:
    """The sides with their countries: what one side leaves open the other, the place or the document's pair tells."""
    if not first and second and "коллег" in fold(t.scene.sentence.between(second[0].start, second[0].end)):
        colleague = t.resolve(second[0])
        subject = t.story.counterpart(colleague[0]) if colleague else None
        first = (replace(subject, inferred=True),) if subject is not None else ()
    left = [p for one in first for p in t.resolve(one)]
    known = next((p.country for p in left if p.country is not None), None)
    right = [p for one in second for p in t.resolve(one, known)]
    opposite = next((p.country for p in right if p.country is not None and not p.inferred), None)
    left = [q for p in left for q in (t.resolve(p, opposite) if p.country is None else (p,))]
    left = [replace(p, country=_posted_in(t, right)) if p.country is None and p.role else p for p in left]
    right = [replace(p, country=_posted_in(t, left)) if p.country is None and p.role else p for p in right]
    if spot is not None:  # "в Белграде ... с президентом": a host without a country is at home
        lands = {p.country for p in (*left, *right)}
        if spot.country not in lands:
            right = [_at_home(p, spot.country) for p in right]
    return tuple(p for p in left if is_official(p)), tuple(p for p in right if is_official(p))


def _posted_in(t: Trigger, others: Sequence[Party]) -> str | None:
    """The country that an envoy among `others` is posted to ("посол Китая в Кыргызстане"): it is his host's."""
    for envoy in others:
        if envoy.role in RESIDENTS and t.inside(envoy):
            lands = [m.country for m in t.scene.sentence.of_kind("country") if envoy.start <= m.start < envoy.end]
            return next((land for land in lands if land != envoy.country), None)
    return None


def _at_home(p: Party, country: str) -> Party:
    open_one = p.role is not None and (p.country is None or p.inferred)
    return replace(p, country=country, inferred=True) if open_one else p
