"""Frames of sessions and ceremonies at which the two sides meet."""

from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.party import RESIDENTS
from pipelines.facts.visit.roles import companions_of, joined_to, listed_before, subject_of
from pipelines.facts.visit.sides import genitive_behind, settle
from pipelines.facts.visit.status import main_tense, status_of_verb
from pipelines.facts.visit.talks import meetings_of
from pipelines.facts.visit.trigger import Trigger


def session(t: Trigger) -> tuple[Contact, ...]:
    """ "президенты X и Y провели заседание совета": a meeting where both sides are named."""
    scene, i = t.scene, t.index
    held = next((k for k in scene.around(i, 6, 2) if scene.has(k, "hold")), None)
    word = scene.has(i, "event")
    if held is None or word is None or word.case not in ("accs", "nomn"):
        return ()
    subject = subject_of(scene, held, None)
    if subject is None or not t.inside(subject):
        return ()
    status = status_of_verb(scene, held)
    sides = settle(
        t, (*listed_before(scene, subject), *joined_to(scene, subject)[1:]), companions_of(scene, i, t.mind.focus), None
    )
    found = meetings_of(t, sides, "meeting", "session", status, 0.65) if status is not None else ()
    return tuple(c for c in found if not c.bare)


def chaired(t: Trigger) -> tuple[Contact, ...]:
    """ "под председательством министров X и Y прошло заседание": a meeting of the two sides in the chair."""
    word = t.scene.has(t.index, "chair")
    if word is None or word.case != "ablt":
        return ()
    status = {"past": "held", "futr": "planned", "pres": "ongoing"}.get(main_tense(t.scene, t.index) or "")
    sides = settle(t, genitive_behind(t), (), None)
    found = meetings_of(t, sides, "meeting", "chaired", status, 0.7)  # type: ignore[arg-type]
    return tuple(c for c in found if not c.bare)


def credentials(t: Trigger) -> tuple[Contact, ...]:
    """ "принял верительные грамоты посла Ирана", "посол Ирана вручил верительные грамоты президенту": they met."""
    scene, i = t.scene, t.index
    if not scene.tokens[i - 1].lower.startswith("верительн") or scene.has(i, "credentials") is None:
        return ()
    envoys = [p for p in scene.parties if p.role in RESIDENTS and not p.plural]
    hosts = [p for p in scene.parties if p.role not in RESIDENTS and p.case in ("nomn", "datv", None)]
    if not envoys or not hosts or main_tense(scene, i) != "past":
        return ()
    sides = settle(t, tuple(hosts[:1]), tuple(envoys[:1]), None)
    return tuple(c for c in meetings_of(t, sides, "meeting", "credentials", "held", 0.65) if not c.bare)
