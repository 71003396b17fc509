"""Frames of calls by telephone and video."""

from pipelines.entities.roles import level_of
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.sides import Sides, sides_of
from pipelines.facts.visit.status import status_of_noun, status_of_verb
from pipelines.facts.visit.talks import by_phone, carried_on, meetings_of
from pipelines.facts.visit.trigger import Trigger


def video(t: Trigger) -> tuple[Contact, ...]:
    """ "провел видеоконференцию с министром Армении"."""
    word = t.scene.has(t.index, "by_video")
    if word is None or word.pos != "NOUN" or t.scene.anywhere("talks", "meet"):
        return ()
    status, _ = status_of_noun(t.scene, t.index)
    return meetings_of(t, sides_of(t), "video_call", "video_call", status, 0.9)


def call(t: Trigger) -> tuple[Contact, ...]:
    """ "состоялся телефонный разговор президентов", "поговорил по телефону с ...", "созвонился с ..."."""
    scene, i = t.scene, t.index
    word = scene.has(i, "conversation", "phone") or scene.has(i, "speak")
    if word is None or not (word.group == "phone" or by_phone(t) or carried_on(t)):
        return ()
    if word.group == "conversation":
        status, _ = status_of_noun(scene, i)
    else:
        status = status_of_verb(scene, i)
        if status is None:
            return ()
    found = meetings_of(t, sides_of(t), "phone_call", "phone_call", status, 0.92)
    if any(not c.bare for c in found):
        return found
    return meetings_of(t, _both(t), "phone_call", "phone_call", status, 0.8) or found


def _both(t: Trigger) -> Sides:
    """The two who met, for "собеседники вспомнили телефонный разговор": the heads named of the document's pair."""
    if not any(p.plural and p.role == "interlocutor" for p in t.scene.parties) or len(t.story.pair) != 2:
        return (), ()
    heads = [p for p in t.story.cast if level_of(p.role or "").startswith("head_of_")]
    sides = [next((p for p in heads if p.country == land), None) for land in t.story.pair]
    named = [p for p in sides if p is not None]
    return ((named[0],), (named[1],)) if len(named) == 2 else ((), ())
