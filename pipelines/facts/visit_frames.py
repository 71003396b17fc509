"""The frames: rules that read one mention of a contact around a trigger word."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipelines.facts.visit_contact import (
    Contact,
    Kind,
    Status,
    main_tense,
    occasion_at,
    status_of_noun,
    status_of_verb,
    type_and_days,
    when_of,
)
from pipelines.facts.visit_parties import Party
from pipelines.facts.visit_roles import (
    companions_of,
    complete_all,
    destinations,
    joined_to,
    listed_before,
    object_of,
    subject_of,
)
from pipelines.facts.visit_scene import Scene, Spot
from pipelines.facts.visit_story import Story
from pipelines.facts.visit_words import Group


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word (by token) in its scene, the story it stands in and the party last spoken of."""

    scene: Scene
    index: int
    story: Story
    focus: Party | None
    before: Spot | None = None  # where the sentence before it says things happen
    after: str = ""  # the sentence after it, in lower case

    @property
    def offset(self) -> int:
        return self.scene.tokens[self.index].start


Frame = Callable[[Trigger], tuple[Contact, ...]]


def motion(t: Trigger) -> tuple[Contact, ...]:
    """ "Президент Сербии прибыл в Баку", "посетит Минск", "находится в Ташкенте", "побывал в Тбилиси"."""
    word = t.scene.has(t.index, "arrive", "go", "call_at", "stay")
    if word is None or (word.lemma == "быть" and not _stays_somewhere(t)):
        return ()
    status = status_of_verb(t.scene, t.index)
    if status is None:
        return ()
    visitor = subject_of(t.scene, t.index, t.focus)
    goals = destinations(t.scene, t.index, bare_object=word.group == "call_at")
    return _visits(t, "motion", visitor, goals, status, 0.85)


def _stays_somewhere(t: Trigger) -> bool:
    """True for "был в Минске", "в Минске уже была группа": a place right beside the verb."""
    word = t.scene.has(t.index, "stay")
    if word is None or word.pos != "VERB":
        return False
    at, end = t.offset, t.scene.tokens[t.index].end
    return any(
        s.preposition in ("в", "во") and (0 <= s.start - end <= 6 or 0 <= at - s.end <= 8) for s in t.scene.spots
    ) and not any(t.scene.has(k, "took_place", "intend") for k in range(t.index, min(t.index + 3, len(t.scene.tokens))))


def _visits(
    t: Trigger, rule: str, visitor: Party | None, goals: tuple[Spot, ...], status: Status | None, confidence: float
) -> tuple[Contact, ...]:
    """A visit of `visitor` to each country among `goals`."""
    if visitor is None or not goals:
        return ()
    contacts = []
    for one in complete_all(t.story, listed_before(t.scene, visitor)):
        if not is_official(one):
            continue
        seen: set[str] = set()
        for goal in goals:
            if goal.country in seen or goal.country == one.country:
                continue
            seen.add(goal.country)
            contacts.append(_visit(t, rule, one, goal, status, confidence))
    return tuple(contacts)


def _visit(
    t: Trigger, rule: str, visitor: Party, goal: Spot | None, status: Status | None, confidence: float
) -> Contact:
    scene = t.scene
    start = min(t.offset, visitor.start if _within(scene, visitor) else t.offset, goal.start if goal else t.offset)
    end = max(scene.tokens[t.index].end, visitor.end if _within(scene, visitor) else 0, goal.end if goal else 0)
    nouns = [
        k for k in range(len(scene.tokens)) if scene.clauses[k] == scene.clauses[t.index] and scene.has(k, "visit")
    ]
    kind, days = type_and_days(scene, nouns[0]) if nouns else (None, None)
    if scene.near(t.index, 6, 6, "stop"):
        kind = kind or _transit(scene, t.index)
    turn = scene.near(t.index, 4, 4, "return", "earlier") if nouns else None
    return Contact(
        kind="visit",
        rule=rule,
        sentence=scene.sentence.index,
        trigger=t.offset,
        evidence=scene.clause_span(start, end),
        confidence=confidence,
        visitor=visitor,
        host_country=goal.country if goal else None,
        place=goal.city if goal else None,
        place_country=goal.country if goal else None,
        visit_type=kind,
        occasion=occasion_at(scene, start, end),
        when=when_of(scene, start, end, status, t.story.published),
        days=days,
        status=status,
        turn=None if turn is None else "return" if turn.group == "return" else "earlier",
    )


def _within(scene: Scene, party: Party) -> bool:
    span = scene.sentence.span
    return span.start <= party.start < span.end


def _transit(scene: Scene, i: int) -> str | None:
    found = scene.near(i, 6, 6, "type")
    return "transit" if found is not None and found.value == "transit" else None


def is_official(p: Party) -> bool:
    """True for a party that may act for a country."""
    if p.country is None or (p.anaphoric and p.name is None):
        return False
    return p.delegation is not None or (p.role is not None and p.role not in _NO_OFFICIALS)


_RESIDENTS = frozenset(("ambassador", "consul", "charge_d_affaires"))
_NO_OFFICIALS = frozenset(("expert", "professor", "head_of_company", "journalist", "coach", "athlete", "spokesperson"))


def visit_noun(t: Trigger) -> tuple[Contact, ...]:
    """ "визит президента Турции в Баку", "с официальным визитом", "в ходе поездки в Минск"."""
    scene, i = t.scene, t.index
    status = status_of_noun(scene, i)
    owner = _owner(t)
    goals = destinations(scene, i)
    make = scene.near(i, 10, 10, "make", "arrive", "go", "call_at", "stay")
    if owner is None and make is not None and make.pos in ("VERB", "INFN"):
        owner = subject_of(scene, i, t.focus)
    if owner is None and goals:
        owner = subject_of(scene, i, t.focus)
    found = _visits(t, "visit_noun", owner, goals, status, 0.85)
    if found:
        return found
    parties = [p for p in complete_all(t.story, (owner,)) if is_official(p)] if owner is not None else []
    return tuple(_bare(t, p, status) for p in parties) or (_bare(t, None, status),)


def _owner(t: Trigger) -> Party | None:
    """Whose visit: the genitive after the noun, or the one in focus for "его визит"."""
    scene, end = t.scene, t.scene.tokens[t.index].end
    clause = scene.clauses[t.index]
    for p in scene.parties:
        if p.start >= end and scene.clause_of(p.start) == clause:
            if p.preposition is None and p.case in ("gent", "accs", None):
                between = scene.sentence.between(end, p.start).split()
                return p if len(between) <= 4 else None
            break
    if t.index > 0 and scene.tokens[t.index - 1].lower in ("его", "ее", "их"):
        return t.focus
    return None


def _bare(t: Trigger, visitor: Party | None, status: Status | None) -> Contact:
    """What a visit word with no destination of its own adds to the visit it speaks of."""
    scene = t.scene
    kind, days = type_and_days(scene, t.index)
    turn = scene.near(t.index, 4, 4, "return", "earlier")
    return Contact(
        kind="visit",
        rule="visit_noun",
        sentence=scene.sentence.index,
        trigger=t.offset,
        evidence=scene.clause_span(t.offset, scene.tokens[t.index].end),
        confidence=0.5,
        visitor=visitor,
        visit_type=kind,
        when=when_of(scene, t.offset, scene.tokens[t.index].end, status, t.story.published),
        days=days,
        status=status,
        turn=None if turn is None else "return" if turn.group == "return" else "earlier",
        bare=True,
    )


def reception(t: Trigger) -> tuple[Contact, ...]:
    """ "Ильхам Алиев принял министра обороны Беларуси", "в Белграде ожидают делегацию"."""
    scene, i = t.scene, t.index
    word = scene.has(i, "receive", "greet", "await")
    status = status_of_verb(scene, i)
    if word is None or status is None:
        return ()
    guests = tuple(p for p in complete_all(t.story, object_of(scene, i, t.focus)) if is_official(p))
    if not guests:
        return ()
    host = subject_of(scene, i, None)
    hosts = complete_all(t.story, (host,)) if host is not None and host not in guests else ()
    named = next((h for h in hosts if is_official(h)), None)
    goals = destinations(scene, i)
    goal = goals[0] if goals else None
    land = goal.country if goal is not None else named.country if named is not None else None
    contacts: list[Contact] = []
    for guest in guests:
        if land is None or guest.country == land or (named is not None and named.country == guest.country):
            continue
        if guest.role in _RESIDENTS:  # an envoy lives in the country: a meeting, no visit
            if named is not None and word.group == "receive":
                contacts += _meetings(t, ((named,), (guest,)), "meeting", "reception", status, 0.7)
            continue
        made = _visit(t, "reception", guest, goal, status, 0.75)
        contacts.append(
            replace(made, host=named if named is not None and named.country == land else None, host_country=land)
        )
    return tuple(contacts)


def talks(t: Trigger) -> tuple[Contact, ...]:
    """ "провел переговоры с президентом Ирана", "встреча министров", "встретился с премьером"."""
    scene, i = t.scene, t.index
    noun = scene.has(i, "talks")
    status = status_of_noun(scene, i) if noun is not None else status_of_verb(scene, i)
    if status is None and noun is None:
        return ()
    if noun is not None and noun.lemma == "встреча" and scene.near(i, 12, 0, "open_end"):
        return ()
    sides = _sides(t)
    kind: Kind = "video_call" if scene.anywhere("by_video") else "meeting"
    if scene.near(i, 4, 4, "by_phone"):
        return ()
    return _meetings(t, sides, kind, "talks", status, 0.75)


def call(t: Trigger) -> tuple[Contact, ...]:
    """ "состоялся телефонный разговор президентов", "поговорил по телефону с ...", "созвонился с ..."."""
    scene, i = t.scene, t.index
    word = scene.has(i, "conversation", "speak", "phone")
    if word is None or (word.group != "phone" and not _by_phone(t)):
        return ()
    status = status_of_noun(scene, i) if word.group == "conversation" else status_of_verb(scene, i)
    if status is None and word.group != "conversation":
        return ()
    return _meetings(t, _sides(t), "phone_call", "phone_call", status, 0.85)


def _by_phone(t: Trigger) -> bool:
    return t.scene.near(t.index, 4, 4, "by_phone") is not None


def _sides(t: Trigger) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The sides of talks: the subject (or the genitive after the noun) and those "с" whom; or one list of all."""
    scene, i = t.scene, t.index
    end = scene.tokens[i].end
    others = companions_of(scene, i)
    owners: tuple[Party, ...] = ()
    noun = scene.has(i, "talks", "conversation") is not None and scene.has(i, "speak", "phone") is None
    if noun:
        after = [p for p in scene.parties if p.start >= end and scene.clause_of(p.start) == scene.clauses[i]]
        if after and (
            after[0].preposition == "между" or (after[0].preposition is None and after[0].case in ("gent", None))
        ):
            owners = joined_to(scene, after[0])
    if not owners:
        subject = subject_of(scene, i, t.focus)
        owners = listed_before(scene, subject) if subject is not None and subject not in others else ()
        if subject is not None and subject.start > scene.tokens[i].start:
            owners = joined_to(scene, subject)
    if not others and scene.has(i, "phone"):
        others = tuple(
            p for p in scene.parties if p.start >= end and p.preposition is None and p.case in ("datv", None)
        )[:1]
    story = t.story
    first = complete_all(story, tuple(p for p in owners if p not in others))
    return tuple(p for p in first if is_official(p)), tuple(p for p in complete_all(story, others) if is_official(p))


def _meetings(
    t: Trigger,
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    kind: Kind,
    rule: str,
    status: Status | None,
    confidence: float,
) -> tuple[Contact, ...]:
    """A contact of the first party with each of another country."""
    first, second = sides
    if not first:
        return ()
    lead, rest = first[0], second or first[1:]
    scene = t.scene
    contacts = []
    for other in rest:
        if other.country == lead.country:
            continue
        near = [p for p in (lead, other) if _within(scene, p)]
        start, end = min([t.offset, *(p.start for p in near)]), max([scene.tokens[t.index].end, *(p.end for p in near)])
        spots = [s for s in destinations(scene, t.index) if s.preposition]
        spot = spots[0] if spots and kind == "meeting" else None
        contacts.append(
            Contact(
                kind=kind,
                rule=rule,
                sentence=scene.sentence.index,
                trigger=t.offset,
                evidence=scene.clause_span(start, end),
                confidence=confidence,
                visitor=lead,
                host=other,
                host_country=other.country,
                place=spot.city if spot else None,
                place_country=spot.country if spot else None,
                occasion=occasion_at(scene, start, end),
                when=when_of(scene, start, end, status, t.story.published),
                status=status or ("planned" if main_tense(scene, t.index) == "futr" else None),
            )
        )
    return tuple(contacts)


def lead(t: Trigger) -> tuple[Contact, ...]:
    """ "Делегацию Ирана возглавляет министр ...": names the head; a visit where a place is told just before."""
    scene, i = t.scene, t.index
    delegation = next((p for p in scene.parties if p.delegation is not None and p.case in ("accs", None)), None)
    pronoun = {w.lower for w in scene.tokens[max(0, i - 2) : i + 3]} & {"ее"}
    if delegation is None and not pronoun:
        return ()
    head = next(
        (p for p in scene.parties if p.delegation is None and p.case in ("nomn", None) and p.preposition is None), None
    )
    if head is None:
        return ()
    head = replace(head, country=(delegation.country if delegation else None) or head.country)
    heads = [p for p in complete_all(t.story, (head,)) if p.country is not None]
    goals = destinations(scene, i) or ((t.before,) if t.before is not None else ())
    abroad = [g for g in goals if g.country != heads[0].country] if heads else []
    if not heads:
        return ()
    if abroad:
        return (_visit(t, "lead", heads[0], abroad[0], status_of_verb(scene, i), 0.75),)
    return (replace(_visit(t, "lead", heads[0], None, status_of_verb(scene, i), 0.6), bare=True),)


def invitation(t: Trigger) -> tuple[Contact, ...]:
    """ "пригласил коллегу приехать в Баку. Приглашение принято": planned only where the guest has accepted."""
    scene, i = t.scene, t.index
    word = scene.has(i, "invite")
    accepted = "приглашени" in t.after and "принят" in t.after.replace("принял", "принят")
    if word is None or word.pos != "VERB" or not accepted:
        return ()
    guests = object_of(scene, i, t.focus)
    host = subject_of(scene, i, t.focus)
    goals = destinations(scene, i) or destinations(scene, i, bare_object=True)
    if not guests or not goals:
        return ()
    hosts = complete_all(t.story, (host,)) if host is not None else ()
    made = _visits(t, "invitation", guests[0], goals, "planned", 0.75)
    return tuple(replace(c, host=next((h for h in hosts if h.country == c.host_country), None)) for c in made)


def part_taken(t: Trigger) -> tuple[Contact, ...]:
    """ "примет участие в саммите в Казани", "участвует в форуме в Астане": a visit where the place is told."""
    scene, i = t.scene, t.index
    word = scene.has(i, "take_part")
    near = {w.lower for w in scene.tokens[i + 1 : i + 4]}
    if word is None or (word.lemma != "участвовать" and "участие" not in near):
        return ()
    status = status_of_verb(scene, i)
    cities = tuple(g for g in destinations(scene, i) if g.city is not None)
    if status is None or not cities:
        return ()
    return _visits(t, "part_taken", subject_of(scene, i, t.focus), cities, status, 0.7)


# Which frame a trigger group opens, in this order at one and the same word.
FRAMES: tuple[tuple[tuple[Group, ...], Frame], ...] = (
    (("arrive", "go", "call_at", "stay"), motion),
    (("visit",), visit_noun),
    (("conversation", "speak", "phone"), call),
    (("talks", "meet"), talks),
    (("receive", "greet", "await"), reception),
    (("take_part",), part_taken),
    (("invite",), invitation),
    (("lead",), lead),
)
