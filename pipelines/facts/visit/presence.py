"""Frames of somebody being at a place: he takes part in an event there, or speaks there."""

from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.roles import destinations, subject_of
from pipelines.facts.visit.status import Status, status_of_verb
from pipelines.facts.visit.trigger import Trigger, visits_of
from pipelines.facts.visit.words import Group
from pipelines.text.records import replace


def part_taken(t: Trigger) -> tuple[Contact, ...]:
    """ "примет участие в саммите в Казани", "участвует в форуме в Астане": a visit where the city is told."""
    scene, i = t.scene, t.index
    word = scene.has(i, "take_part")
    near = {w.lower for w in scene.tokens[i + 1 : i + 5]}
    if word is None or (word.lemma not in ("участвовать", "поучаствовать") and "участие" not in near):
        return ()
    around = {w.lower for w in scene.tokens[max(0, i - 4) : i + 6]}
    status = status_of_verb(scene, i)
    cities = tuple(g for g in destinations(scene, i) if g.city is not None)
    event = scene.near(i, 8, 8, "event") is not None and not destinations(scene, i)
    if (
        not cities
        and not scene.spots
        and t.mind.place is not None
        and t.mind.place.city is not None
        and (event or near & {"ней", "нем", "них"} or any(w.startswith("мероприяти") for w in around))
    ):
        cities = (t.mind.place,)
    if status is None or not cities:
        return ()
    found = visits_of(t, "part_taken", subject_of(scene, i, t.mind.focus), cities, status, 0.7)
    soft = word.pos == "VERB" and cities[0] is t.mind.place  # what is said of one who has come
    return tuple(replace(c, soft=soft) for c in found)


_TELLS_WHERE: tuple[Group, ...] = ("say",)


def presence(t: Trigger) -> tuple[Contact, ...]:
    """ "заявил в Стамбуле глава МИД России": one who speaks in a city abroad is there."""
    scene, i = t.scene, t.index
    word = scene.has(i, *_TELLS_WHERE)
    if word is None or word.pos != "VERB" or word.tense != "past":
        return ()
    spot = next(
        (s for s in scene.spots if s.city is not None and s.preposition == "в" and 0 <= s.start - t.end <= 4), None
    )
    subject = subject_of(scene, i, None)
    if spot is None or subject is None or not t.inside(subject):
        return ()
    held: Status = "held"
    return tuple(c for c in visits_of(t, "presence", subject, (spot,), held, 0.55) if _travels(c.visitor))


def _travels(p: Party | None) -> bool:
    return (
        p is not None
        and p.delegation is None
        and p.role not in ("ambassador", "consul", "charge_d_affaires", "spokesperson")
    )
