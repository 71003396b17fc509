"""Frames of visits to come: someone is invited, a delegation is expected."""

from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.roles import destinations, object_of, subject_of
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.status import Status, status_of_noun
from pipelines.facts.visit.trigger import Trigger, visits_of
from pipelines.text.records import replace


def invitation(t: Trigger) -> tuple[Contact, ...]:
    """ "пригласил коллегу приехать в Баку. Приглашение принято": planned only where the guest has accepted.

    "пригласили в Баку, но поездка не состоялась" tells of a visit that was called off.
    """
    scene, i = t.scene, t.index
    word = scene.has(i, "invite")
    accepted = "приглашени" in t.after and ("принят" in t.after or "принял" in t.after)
    status: Status | None = "cancelled" if _came_to_nothing(t) else "planned" if accepted else None
    if word is None or word.pos != "VERB" or status is None:
        return ()
    guests = object_of(scene, i, t.mind.focus) or _pronoun_first(t)
    goals = destinations(scene, i) or destinations(scene, i, bare_object=True)
    host = subject_of(scene, i, t.mind.focus)
    if not guests or not goals:
        return ()
    hosts = t.resolve(host) if host is not None else ()
    made = visits_of(t, "invitation", guests[0], goals, status, 0.75)
    return tuple(replace(c, host=next((h for h in hosts if h.country == c.host_country), None)) for c in made)


def _came_to_nothing(t: Trigger) -> bool:
    """True where the sentence goes on "но поездка не состоялась"."""
    after = range(t.index + 1, len(t.scene.tokens))
    return any(t.scene.has(k, "visit") and status_of_noun(t.scene, k)[0] == "cancelled" for k in after)


def _pronoun_first(t: Trigger) -> tuple[Party, ...]:
    """The one last spoken of, for "Его, впрочем, пригласили": a pronoun that opens the sentence."""
    first = t.scene.tokens[0].lower
    return (t.mind.focus,) if first in ("его", "ее") and t.mind.focus is not None else ()


def expected(t: Trigger) -> tuple[Contact, ...]:
    """ "Ожидается делегация из Ирана": to the place just told of, else to the other country of the document."""
    scene, i = t.scene, t.index
    word = scene.has(i, "intend")
    if word is None or word.lemma != "ожидаться":
        return ()
    coming = next(
        (
            p
            for p in scene.parties
            if p.delegation is not None and p.case in ("nomn", None) and abs(p.start - t.end) < 40
        ),
        None,
    )
    if coming is None or coming.country is None:
        return ()
    here = t.mind.place if t.mind.place is not None and t.mind.place.country != coming.country else None
    other = t.story.other_of(coming.country)
    goals = destinations(scene, i) or ((here,) if here else ())
    if not goals and other is not None:
        goals = (Spot(start=t.offset, end=t.offset, country=other, city=None, preposition=None),)
    return visits_of(t, "expected", coming, goals, "planned", 0.65)
