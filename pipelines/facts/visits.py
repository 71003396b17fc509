"""Visits: a row is one contact between officials of different countries.

"Президент Сербии Александр Вучич прибыл в Баку с официальным визитом" is a `visit` (visitor SRB, host country AZE,
official, held); "состоялся телефонный разговор президентов ..." a `phone_call`; "министры встретились на полях форума в
Анталье" a `meeting`, place country TUR. All that a document tells of one event makes one row: talks, receptions and
ceremonies in the course of a visit belong to the visit.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from pipelines.entities.country_facts import is_bloc
from pipelines.facts.attribution import attribution_of
from pipelines.facts.fact import Fact
from pipelines.facts.reading import Reading, Sentence
from pipelines.facts.visit.calls import call, video
from pipelines.facts.visit.columns import cameo_code, days_of, level_of_contact, place_near, settled_status
from pipelines.facts.visit.confidence import confidence_of
from pipelines.facts.visit.contact import Contact, Kind, in_each_year
from pipelines.facts.visit.invitations import expected, invitation
from pipelines.facts.visit.journeys import (
    come_back,
    lead,
    motion,
    stop_over,
)
from pipelines.facts.visit.merge import merge
from pipelines.facts.visit.presence import part_taken, presence
from pipelines.facts.visit.scene import Scene, set_scene
from pipelines.facts.visit.sessions import chaired, credentials, session
from pipelines.facts.visit.status import Status
from pipelines.facts.visit.story import Story, tell
from pipelines.facts.visit.talks import discussion, reception, talks
from pipelines.facts.visit.trigger import Mind, Trigger
from pipelines.facts.visit.visit_nouns import visit_noun
from pipelines.facts.visit.words import Group, visit_words
from pipelines.text.interval import Interval, Precision
from pipelines.text.records import dataclass, replace
from pipelines.text.tokens import indices, lowers

Frame = Callable[[Trigger], tuple[Contact, ...]]
# The rules: which words open which frame.
FRAMES: tuple[tuple[tuple[Group, ...], Frame], ...] = (
    (("arrive", "go", "call_at", "stay"), motion),
    (("return_from",), come_back),
    (("stop",), stop_over),
    (("visit",), visit_noun),
    (("take_part",), part_taken),
    (("conversation", "speak", "phone"), call),
    (("by_video",), video),
    (("event",), session),
    (("chair",), chaired),
    (("talks", "meet"), talks),
    (("speak",), discussion),
    (("receive", "greet", "await"), reception),
    (("credentials",), credentials),
    (("invite",), invitation),
    (("lead",), lead),
    (("intend",), expected),
    (("say",), presence),
)
_OF_CHINA = {"HKG": "CHN", "MAC": "CHN"}  # codes of their own, no states
_SUPPOSING = frozenset(("если", "бы"))
_WITH_SOMEBODY: tuple[Group, ...] = (
    "speak",
    "intend",
    "event",
    "lead",
    "credentials",
)  # open a frame beside somebody named


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Fact):
    """A row of the table `visits`; the data contract tells the columns."""

    kind: Kind
    visitor: str | None
    visitor_role: str | None
    visitor_country: str | None
    delegation: str | None
    host: str | None
    host_role: str | None
    host_country: str | None
    place: str | None
    place_country: str | None
    level: str
    visit_type: str | None
    occasion: str | None
    event_start: date | None
    event_end: date | None
    event_precision: Precision | None
    duration_days: int | None
    status: Status
    cameo_code: str | None


def extract(reading: Reading) -> tuple[Visit, ...]:
    """The visits, calls and meetings that a document tells of, in the order of the text."""
    published = reading.document.published
    interval = published.interval if published is not None else None
    events = merge(read_contacts(reading), interval)
    return tuple(_row(reading, e, interval) for e in events if stands(e))


def read_contacts(reading: Reading) -> Iterator[Contact]:
    """Every mention of a contact, before those of one event are joined."""
    words = triggers()
    gated = frozenset(s.index for s in reading.sentences if _may_tell(s, words))
    if not gated:
        return
    named = (s for s in reading.sentences if s.index in gated or s.of_kind("person", "role", "place", "country"))
    yield from _read(reading, [set_scene(s, parse=s.index in gated) for s in named])


def _may_tell(sentence: Sentence, words: frozenset[str]) -> bool:
    """True for a sentence with a word that opens a frame, or with one that does so beside somebody named."""
    forms = list(lowers(sentence.tokens))
    if words.isdisjoint(forms):
        return False
    if not _telling().isdisjoint(forms):
        return True
    named = not sentence.kinds.isdisjoint(("person", "role")) or "делегаци" in sentence.text.lower()
    return named and (not sentence.kinds.isdisjoint(("place", "country")) or not _with_somebody().isdisjoint(forms))


@lru_cache(maxsize=1)
def triggers() -> frozenset[str]:
    """The forms that open a frame."""
    groups = {group for groups, _ in FRAMES for group in groups}
    return frozenset(form for form, words in visit_words().items() if any(w.group in groups for w in words))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The forms that tell of a contact by themselves: not "был", "заявил", "обсудил", "планируется"."""
    groups = {group for groups, _ in FRAMES for group in groups} - {"say", *_WITH_SOMEBODY}
    return frozenset(
        form for form, words in visit_words().items() if any(w.group in groups and w.lemma != "быть" for w in words)
    )


@lru_cache(maxsize=1)
def _with_somebody() -> frozenset[str]:
    found = visit_words().items()
    return frozenset(form for form, words in found if any(w.group in _WITH_SOMEBODY for w in words))


def _read(reading: Reading, scenes: list[Scene]) -> Iterator[Contact]:
    """What `read_contacts` gives, scene by scene."""
    story = tell(scenes, reading.document.published)
    mind = Mind()
    for scene in scenes:
        after = scene.sentence.index + 1
        following = reading.sentences[after].text.lower() if after < len(reading.sentences) else ""
        for i, frame in _openings(scene):
            for contact in frame(Trigger(scene, i, story, mind, following)):
                if contact.status == "planned" and _hoped_for(scene, contact.trigger):
                    continue
                yield from in_each_year(scene, contact)
                if contact.kind == "visit" and contact.visitor is not None and not contact.bare:
                    mind = replace(mind, guest=contact.visitor, abroad=contact.host_country)
        mind = _kept_in_mind(mind, scene, story)


def _kept_in_mind(mind: Mind, scene: Scene, story: Story) -> Mind:
    """`mind` as the sentence of `scene` leaves it."""
    subject = next((p for p in scene.parties if p.case in ("nomn", None) and p.preposition is None), None)
    people = [p for p in scene.parties if p.delegation is None and not p.plural]
    subject = subject or (people[0] if len(people) == 1 else None)
    others = [p for p in people if p is not subject]
    return replace(
        mind,
        focus=story.complete(subject) if subject is not None else mind.focus,
        partner=others[0] if len(others) == 1 else None,
        group=next((p for p in scene.parties if p.delegation is not None and p.country is not None), mind.group),
        place=next((s for s in scene.spots if s.preposition in ("в", "во", "на")), None),
        called=scene.anywhere("phone", "by_phone") is not None,
    )


def _hoped_for(scene: Scene, offset: int) -> bool:
    """True for "выразил надежду, что премьер посетит Ханой", "с нетерпением ждет визита": a hope before `offset`."""
    ahead = (t.lower for t in scene.tokens if t.end <= offset)
    return any(word.startswith(("надежд", "надее", "надеюсь", "нетерпени")) for word in ahead)


def _openings(scene: Scene) -> Iterator[tuple[int, Frame]]:
    """The frames that the words of `scene` open, with the token that opens them; none in "если ...", "... бы"."""
    opened = _frames_by_group()
    open_clauses = {scene.clauses[i] for i in indices(scene.tokens, _SUPPOSING.__contains__)}
    for i, words in enumerate(scene.words):
        if words and scene.clauses[i] not in open_clauses:
            frames = {n: frame for w in words for n, frame in opened.get(w.group, ())}
            for n in sorted(frames):
                yield i, frames[n]


@lru_cache(maxsize=1)
def _frames_by_group() -> dict[Group, list[tuple[int, Frame]]]:
    found: dict[Group, list[tuple[int, Frame]]] = {}
    for n, (groups, frame) in enumerate(FRAMES):
        for group in groups:
            found.setdefault(group, []).append((n, frame))
    return found


def stands(c: Contact) -> bool:
    """True where the contact has two sides of different countries; lands without a code of their own have none."""
    if c.bare or c.visitor is None or c.visitor.country is None:
        return False
    sides = (c.visitor.country, c.host_country)
    if any(p is not None and p.name is None and is_bloc(p.country or "") for p in (c.visitor, c.host)):
        return False  # "члены совета" of an organization
    states = {_OF_CHINA.get(land or "", land) for land in sides}
    return len(states) == 2 and all(land is not None and land.isupper() for land in sides)


def _row(reading: Reading, c: Contact, published: Interval | None) -> Visit:
    sentence = reading.sentences[c.sentence]
    visitor, host = c.visitor, c.host
    when, status = days_of(reading, c), settled_status(c, published)
    assert visitor is not None  # stands
    attribution, attribution_kind = attribution_of(reading, sentence)
    return Visit(
        document_id=reading.document.document_id,
        sentence=sentence.span,
        evidence=c.evidence,
        evidence_text=c.evidence.of(reading.document.text),
        rule=c.rule,
        confidence=confidence_of(c, status),
        attribution=attribution,
        attribution_kind=attribution_kind,
        kind=c.kind,
        visitor=visitor.name,
        visitor_role=visitor.role,
        visitor_country=visitor.country,
        delegation=visitor.delegation,
        host=host.name if host else None,
        host_role=host.role if host else None,
        host_country=c.host_country,
        place=c.place or place_near(reading, c),
        place_country=c.place_country or (c.host_country if c.kind == "visit" else None),
        level=level_of_contact(c),
        visit_type=c.visit_type,
        occasion=c.occasion,
        event_start=when.start if when else None,
        event_end=when.end if when else None,
        event_precision=when.precision if when else None,
        duration_days=c.days,
        status=status,
        cameo_code=cameo_code(c),
    )
