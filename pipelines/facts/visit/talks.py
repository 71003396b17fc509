"""Frames of talks: meetings, receptions, calls by telephone and video."""

import re

from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.contact import Contact, Kind, occasion_at, when_of
from pipelines.facts.visit.party import PREPOSITIONS, RESIDENTS, Party
from pipelines.facts.visit.roles import OBJECT_PRONOUNS, companions_of, destinations, object_of, subject_of
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.sides import Sides, sides_of
from pipelines.facts.visit.status import Status, status_of_noun, status_of_verb
from pipelines.facts.visit.trigger import Trigger, is_official, stretch_of_date, told_behind, visit_of
from pipelines.facts.visit.words import Word
from pipelines.text.morph import parses
from pipelines.text.records import replace

# "Встреча прошла в формате видеоконференции" right behind the talks.
_VIDEO_AFTER = re.compile(r"(?:встреч|переговор|бесед|мероприят|заседани|диалог)\w* (?:\S+ ){0,6}\S*(?:видео|онлайн)")
_ALWAYS_SEVERAL = frozenset(("переговоры", "консультация"))  # one event in the plural


def reception(t: Trigger) -> tuple[Contact, ...]:
    """ "Ильхам Алиев принял министра обороны Беларуси", "в Белграде ожидают делегацию"."""
    scene, i = t.scene, t.index
    word = scene.has(i, "receive", "greet", "await")
    status = status_of_verb(scene, i)
    if word is None or status is None:
        return ()
    subject = subject_of(scene, i, t.mind.focus if word.pos == "GRND" else None)
    objects = object_of(scene, i, t.mind.focus)
    goals = destinations(scene, i)
    goal = goals[0] if goals else _receiving_place(t) if subject is None else None
    met = word.group == "greet" and _is_pronoun_object(t)
    goal = goal or (t.mind.place if met else None)
    hosts = t.resolve(subject) if subject is not None and subject not in objects else ()
    host = next((h for h in hosts if h.role is not None or h.country is not None), None)
    here = goal.country if goal is not None else _land_of_the_visit(t, word, objects)
    if host is not None and host.country is None and here is not None:
        host = replace(host, country=here, inferred=True)
    land = here or (host.country if host is not None else None)
    guests = [p for one in objects for p in t.resolve(one, land) if is_official(p)]
    guests = [g for g in guests if not t.inside(g) or _is_direct(t, g)]
    contacts: list[Contact] = []
    for guest in guests:
        if host is not None and host.country == guest.country:
            continue
        comes = host is None or word.group != "receive" or not t.inside(guest)
        if guest.role in RESIDENTS or not comes:
            if host is not None and is_official(host) and word.group == "receive":
                received = meetings_of(t, ((host,), (guest,)), "meeting", "reception", status, 0.82)
                contacts += (replace(c, at_home=host.country) for c in received)
            continue
        at_home = host is not None and host.country == land and is_official(host)
        made = visit_of(t, "reception", guest, goal, status, 0.8)
        nowhere = land is None or land == guest.country
        contacts.append(replace(made, host=host if at_home else None, host_country=land, bare=nowhere, soft=True))
    return tuple(contacts)


def _land_of_the_visit(t: Trigger, word: Word, objects: tuple[Party, ...]) -> str | None:
    """Where the visitor in hand has come to, for "Президента встречали министр культуры и ..."."""
    guests = {p.name for one in objects for p in t.resolve(one)}
    return (
        t.mind.abroad if word.group == "greet" and t.mind.guest is not None and guests == {t.mind.guest.name} else None
    )


def _is_pronoun_object(t: Trigger) -> bool:
    """True for "встретил их": those who have come to the place told of before."""
    return bool({w.lower for w in t.scene.tokens[max(0, t.index - 1) : t.index + 2]} & OBJECT_PRONOUNS)


def _receiving_place(t: Trigger) -> Spot | None:
    """The place that is subject of "Минск принимал делегацию": before the verb, with nothing but a day between."""
    before = [s for s in t.scene.spots if s.end <= t.offset and s.preposition is None and s.case in ("nomn", None)]
    dated = sum(d.end - d.start + 1 for d in t.scene.dates if before and before[-1].end <= d.start < t.offset)
    return before[-1] if before and t.offset - before[-1].end <= 2 + dated else None


def _is_direct(t: Trigger, guest: Party) -> bool:
    """False for "принял участие в ... президента", "принял закон ...": a noun stands between verb and guest."""
    if guest.start < t.end:
        return True
    scene = t.scene
    for k in range(t.index + 1, scene.index_at(guest.start)):
        token = scene.tokens[k]
        dated = any(d.start <= token.start < d.end for d in scene.dates)
        placed = any(s.start <= token.start < s.end for s in scene.spots)
        plain = token.kind == "word" and token.text.islower() and not (dated or placed)
        governed = bool({w.lower for w in scene.tokens[k - 2 : k]} & PREPOSITIONS)
        if plain and not governed and parses(token.lower)[0].pos == "NOUN":
            return False
    return True


def talks(t: Trigger) -> tuple[Contact, ...]:
    """ "провел переговоры с президентом Ирана", "встреча министров", "встретился с премьером"."""
    scene, i = t.scene, t.index
    noun = scene.has(i, "talks")
    status, soft = status_of_noun(scene, i) if noun is not None else (status_of_verb(scene, i), False)
    if (status is None and noun is None) or by_phone(t) or carried_on(t):
        return ()
    if noun is not None and (scene.near(i, 8, 0, "open_end", "invite") or _is_thanked_for(t)):
        return ()
    by_video = scene.anywhere("by_video") is not None or _VIDEO_AFTER.match(t.after) is not None
    kind: Kind = "video_call" if by_video else "meeting"
    found = meetings_of(t, sides_of(t), kind, "talks", status, 0.85)
    if not found and noun is not None and status is not None and scene.near(i, 3, 3, "took_place", "going_on"):
        told_of = _meeting(t, None, None, kind, "talks", status, 0.5)  # "Встреча прошла на полях форума в Анталье"
        found = (told_of,) if told_of.place or told_of.occasion else ()
    told = [c for c in found if noun is None or noun.number != "plur" or noun.lemma in _ALWAYS_SEVERAL or _is_named(c)]
    return tuple(replace(c, soft=soft) for one in told for c in _in_each_city(t, one))


def _is_named(c: Contact) -> bool:
    """False for "в ходе встреч президентов": which of them is left open."""
    return c.bare or any(p is not None and p.name is not None for p in (c.visitor, c.host))


def _in_each_city(t: Trigger, c: Contact) -> tuple[Contact, ...]:
    """`c`, once for each city of "виделись в Москве на саммите СНГ и в Казани на саммите БРИКС"."""
    there = [s for s in t.scene.spots if s.city is not None and s.preposition == "в" and s.start > t.end]
    ahead = [s for s in there if t.scene.clause_of(s.start) == t.scene.clauses[t.index]]
    if c.kind != "meeting" or c.place is None or len(ahead) != 2 or ahead[0].city != c.place:
        return (c,)
    gap = t.scene.sentence.between(ahead[0].end, ahead[1].start)
    other = replace(c, place=ahead[1].city, place_country=ahead[1].country, occasion=None)
    return (c, other) if gap.endswith(" и в ") else (c,)


def _is_thanked_for(t: Trigger) -> bool:
    """True for "поблагодарил президента за слова, сказанные на встрече с ...": whose talks they were is left open."""
    thanks = next((w for w in t.scene.tokens[: t.index] if w.lower.startswith(("поблагодар", "благодар"))), None)
    return thanks is not None and any(thanks.end <= p.start and p.end <= t.offset for p in t.scene.parties)


def by_phone(t: Trigger, near: int = 4) -> bool:
    """True for "телефонный" or "по телефону" near the word of talks, or at the end of its phrase."""
    scene, i = t.scene, t.index
    if scene.near(i, near, near, "by_phone") is not None:
        return True
    for k in range(i + 1, min(i + 14, len(scene.tokens))):
        if scene.clauses[k] != scene.clauses[i] or is_finite(scene.tokens[k]) is not None:
            return False
        if scene.tokens[k].lower == "телефону" and scene.tokens[k - 1].lower == "по":
            return True
    return False


def carried_on(t: Trigger) -> bool:
    """True for "пообщался", "поговорил" right behind a sentence of calls."""
    word = t.scene.has(t.index, "speak")
    return t.mind.called and word is not None and word.lemma in ("пообщаться", "поговорить", "переговорить")


def discussion(t: Trigger) -> tuple[Contact, ...]:
    """ "обсудил с главой МИД Ирана", "президенты обсудили в Москве": one of its own where partner or place is told."""
    scene, i = t.scene, t.index
    if scene.has(i, "speak") is None or by_phone(t, 6) or scene.anywhere("by_video") or carried_on(t):
        return ()
    status = status_of_verb(scene, i) or ("held" if scene.near(i, 6, 0, "hold") else None)
    if status is None:
        return ()
    found = meetings_of(t, sides_of(t), "meeting", "discussion", status, 0.6)
    partner = any(
        c.host in companions_of(scene, i, t.mind.focus) or (c.host is not None and c.host.preposition) for c in found
    )
    cities = [s for s in destinations(scene, i) if s.city is not None and not scene.near(i, 99, 99, "visit")]
    if not cities:
        return tuple(replace(c, bare=not partner, place=None, place_country=None) for c in found)
    return tuple(replace(c, place=s.city, place_country=s.country) for c in found for s in cities)


def meetings_of(
    t: Trigger, sides: Sides, kind: Kind, rule: str, status: Status | None, confidence: float
) -> tuple[Contact, ...]:
    """A contact of the first party with each of another country; a bare one where only the other side is named.

    Of several first parties ("позвонили президенты ...") those of further countries have theirs too.
    """
    first, second = sides
    if not first:
        return tuple(_meeting(t, None, p, kind, rule, status, confidence) for p in second[:1])
    leads = [p for k, p in enumerate(first) if not second[:1] or p.country not in {q.country for q in first[:k]}]
    pairs = [(a, b) for a in leads for b in second] or [(first[0], b) for b in first[1:]]
    return tuple(_meeting(t, a, b, kind, rule, status, confidence) for a, b in pairs if a.country != b.country)


def _meeting(
    t: Trigger, lead: Party | None, other: Party | None, kind: Kind, rule: str, status: Status | None, confidence: float
) -> Contact:
    scene = t.scene
    named = [p for p in (lead, other) if p is not None]
    near = [p for p in named if t.inside(p)]
    start, end = min([t.offset, *(p.start for p in near)]), max([t.end, *(p.end for p in near)])
    behind = told_behind(t) if scene.has(t.index, "talks") else None
    told = [s for s in destinations(scene, t.index) if s.preposition is not None]
    told = [s for s in scene.spots if behind and behind[0] <= s.start < behind[1] and s.preposition] or told
    lands = {p.country for p in named}
    beside = (s for s in told if min(abs(s.start - t.end), abs(t.offset - s.end)) < 25)
    spots = [s for s in told if s.city is not None or s.country not in lands] or list(beside)
    spot = spots[0] if spots and kind == "meeting" else None
    return Contact(
        kind=kind,
        rule=rule,
        sentence=scene.sentence.index,
        trigger=t.offset,
        evidence=scene.clause_span(start, end),
        confidence=confidence - (0.2 if any(p.inferred for p in named) else 0.0),
        visitor=lead,
        host=other,
        host_country=other.country if other is not None else None,
        place=spot.city if spot else None,
        place_country=spot.country if spot else None,
        occasion=occasion_at(scene, start, end),
        when=when_of(scene, *(behind or stretch_of_date(t, start, end)), status, t.story.published),
        status=status,
        bare=lead is None,
    )
