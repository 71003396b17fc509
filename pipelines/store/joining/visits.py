"""Claims of one visit, call or meeting, found by who met whom, where and when.

The surest claims come first: a claim that names its people and its day opens an event or joins one; claims that tell
a month or a year, or no date, or no name join the event that they fit, or open one of their own. So a claim of "this
year" never makes one event out of two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pipelines.store.joining.names import same_name, subject_stems
from pipelines.store.joining.shelves import join
from pipelines.store.joining.tellings import Row, Window, dated, published

# Days: what is told more exactly than this is told to the day.
_SHORT = 10
# A visit told by its arrival in one article and by its talks in another; a call is of its day.
_SLACK = {"visit": 3}
_MOST_SLACK = max(_SLACK.values())
# Undated news is of the last two weeks, an undated plan of the next three months.
_LATELY, _SOON = 14, 90
_AHEAD = ("planned", "cancelled")


@dataclass(frozen=True, slots=True)
class Person:
    """Who took part, as far as told."""

    country: str | None
    name: str | None
    role: str | None

    def may_be(self, other: "Person") -> bool:
        """True where both are told to be one person: by name, or by office where a name is missing."""
        if self.country != other.country:
            return False
        if self.name and other.name:
            return same_name(self.name, other.name)
        return self.role is not None and self.role == other.role


@dataclass(slots=True)
class Telling:
    """One claim as this module looks at it."""

    row: Row
    visitor: Person
    host: Person
    when: Window | None
    short: bool

    @property
    def people(self) -> tuple[Person, Person]:
        return self.visitor, self.host

    @property
    def kind(self) -> str:
        return str(self.row["kind"])


@dataclass(slots=True)
class Event:
    """Claims found to tell of one event; `when` are its days by the claims that know them best."""

    tellings: list[Telling] = field(default_factory=list)
    when: Window | None = None

    def add(self, telling: Telling) -> None:
        if telling.when is not None and (self.when is None or telling.short):
            self.when = telling.when if self.when is None else self.when.joined(telling.when)
        self.tellings.append(telling)


def join_visits(rows: Iterable[Row]) -> dict[str, str]:
    """The event of every claim: fact_id to the fact_id of the event's first claim.

    `rows` are rows of `visits` with `published_start`, `published_end` and `original` of their articles: the id of the
    article, of a near-duplicate that of its original.
    """
    return join(sorted(map(_telling, rows), key=_surest_first), Event, _shelves, _choose)


def _choose(telling: Telling, near: list[Event]) -> Event | None:
    return _best(telling, [event for event in near if _same_event(telling, event)])


def _telling(row: Row) -> Telling:
    told = dated(row)
    seen = published(row)
    before, after = 0 if row["status"] == "planned" else _LATELY, _SOON if row["status"] in _AHEAD else 0
    when = told or (seen and seen.widened(before, after))
    return Telling(
        row,
        Person(row["visitor_country"], row["visitor"], row["visitor_role"]),
        Person(row["host_country"], row["host"], row["host_role"]),
        when,
        told is not None and told.days <= _SHORT,
    )


def _surest_first(telling: Telling) -> tuple[object, ...]:
    named = telling.visitor.name is not None
    when = telling.when
    start = when.start if when else date.max
    undated = dated(telling.row) is None
    days = when.days if when else 0
    return not (telling.short and named), not telling.short, when is None, undated, days, start, telling.row["fact_id"]


def _shelves(telling: Telling) -> Iterator[object]:
    """Where events that the claim may tell of are looked for: by countries and month; without a time by the article."""
    if telling.when is None:
        yield telling.row["original"]
        return
    pair = frozenset((telling.visitor.country, telling.host.country))
    for year, month in telling.when.widened(_MOST_SLACK).months():
        yield pair, year, month


def _same_event(telling: Telling, event: Event) -> bool:
    return (
        _meets(telling, event)
        and any(_same_people(telling, other) for other in event.tellings)
        and not any(_another_visitor(telling, other) for other in event.tellings)
    )


def _meets(telling: Telling, event: Event) -> bool:
    if telling.when is None or event.when is None:  # at any time: only a reprint is known to tell of the same event
        return any(telling.row["original"] == other.row["original"] for other in event.tellings)
    kinds = {telling.kind, *(other.kind for other in event.tellings)}
    slack = max(_SLACK.get(kind, 0) for kind in kinds) if telling.short and event.when.days <= _SHORT else 0
    return telling.when.meets(event.when, slack)


def _same_people(one: Telling, other: Telling) -> bool:
    if {one.kind, other.kind} == {"visit", "meeting"}:
        visit, talks = (one, other) if one.kind == "visit" else (other, one)
        return _in_course_of(talks, visit)
    if one.kind != other.kind:
        return False
    if one.kind == "visit":
        if one.host.country != other.host.country:
            return False
        return one.visitor.may_be(other.visitor) or _same_delegation(one, other)
    return any(
        one.visitor.may_be(first) and (one.host.may_be(second) or None in (one.host.name, second.name))
        for first, second in (other.people, other.people[::-1])
    )


def _another_visitor(one: Telling, other: Telling) -> bool:
    """True for two visitors by name: a claim that names only an office, or half a name, must not join them."""
    names = one.visitor.name, other.visitor.name
    both_visits = one.kind == other.kind == "visit"
    return both_visits and names[0] is not None and names[1] is not None and not same_name(names[0], names[1])


def _in_course_of(talks: Telling, visit: Telling) -> bool:
    """True for talks of the visitor with someone of the country visited, in that country."""
    place = talks.row["place_country"]
    if place != visit.host.country and not (place is None and talks.short and visit.short):
        return False
    return any(
        guest.may_be(visit.visitor) and host.country == visit.host.country
        for guest, host in (talks.people, talks.people[::-1])
    )


def _same_delegation(one: Telling, other: Telling) -> bool:
    """True for delegations without a named head that articles call by the same words."""
    words = [subject_stems(t.row["delegation"] or "") for t in (one, other)]
    nameless = one.visitor.name is None and other.visitor.name is None
    return nameless and one.visitor.country == other.visitor.country and words[0] == words[1] != frozenset()


def _best(telling: Telling, events: list[Event]) -> Event | None:
    """The event that the claim means: of several the one nearest to the article, ahead for a plan, else behind."""
    if len(events) <= 1 or telling.when is None:
        return events[0] if events else None
    placed = [(e.when, e) for e in events if e.when is not None]
    at = telling.when.start
    if telling.short:
        return min(placed, key=lambda found: (_other_kind(telling, found[1]), abs((found[0].start - at).days)))[1]
    narrower = [found for found in placed if found[0].days < telling.when.days] or placed
    seen = published(telling.row)
    if seen is None:
        return None
    if telling.row["status"] in _AHEAD:
        ahead = [found for found in narrower if found[0].end >= seen.start]
        return min(ahead, key=lambda found: found[0].start)[1] if ahead else None
    behind = [found for found in narrower if found[0].start <= seen.end]
    return max(behind, key=lambda found: found[0].start)[1] if behind else None


def _other_kind(telling: Telling, event: Event) -> bool:
    return all(telling.kind != other.kind for other in event.tellings)
