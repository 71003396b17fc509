"""Mentions of the same contact joined into one."""

from collections.abc import Iterable
from dataclasses import replace

from pipelines.entities.roles import level_of
from pipelines.facts.visit_contact import Contact, Status
from pipelines.facts.visit_parties import Party
from pipelines.text.interval import Interval


def merge(contacts: Iterable[Contact], published: Interval | None) -> tuple[Contact, ...]:
    """One contact an event, in the order of the text; bare mentions only add to the event they speak of."""
    events: list[Contact] = []
    waiting: list[Contact] = []
    for contact in contacts:
        if contact.bare:
            waiting.append(contact)
            continue
        at = next((k for k in range(len(events) - 1, -1, -1) if same_event(events[k], contact, published)), None)
        if at is None:
            events.append(contact)
        else:
            events[at] = join(events[at], contact)
    for contact in waiting:
        at = _spoken_of(events, contact)
        if at is not None:
            events[at] = join(events[at], contact)
    return tuple(events)


def _spoken_of(events: list[Contact], bare: Contact) -> int | None:
    """Which event a bare mention speaks of: the last visit up to its sentence that agrees with it."""
    fitting = [
        k for k, e in enumerate(events)
        if e.kind == "visit" and e.sentence <= bare.sentence and _same_people(e.visitor, bare.visitor)
        and _may_agree(e.visit_type, bare.visit_type) and _dates_agree(e.when, bare.when) and bare.turn is None
    ]  # fmt: skip
    return max(fitting, key=lambda k: events[k].sentence) if fitting else None


def same_event(a: Contact, b: Contact, published: Interval | None) -> bool:
    """True where the text may well speak of one and the same event in `a` and `b`."""
    if a.kind != b.kind:
        return {a.kind, b.kind} == {"visit", "meeting"} and _belongs(a, b, published)
    if b.turn is not None and b.turn != a.turn:
        return False
    if a.kind != "visit":
        people = _same_sides(a, b)
        places = _may_agree(a.place, b.place) or (a.place_country == b.place_country and a.place is None)
        return people and places and _same_time(a, b, published)
    return (
        _same_people(a.visitor, b.visitor)
        and _may_agree(a.host_country, b.host_country)
        and _may_agree(a.visit_type, b.visit_type)
        and _same_time(a, b, published)
    )


def _belongs(a: Contact, b: Contact, published: Interval | None) -> bool:
    """True where the talks among `a` and `b` are talks in the course of the visit among them."""
    visit, meeting = (a, b) if a.kind == "visit" else (b, a)
    if meeting.place_country is not None and meeting.place_country != visit.host_country:
        return False
    for one, other in ((meeting.visitor, meeting.host), (meeting.host, meeting.visitor)):
        if _same_people(visit.visitor, one) and other is not None and other.country == visit.host_country:
            return _same_time(a, b, published)
    return False


def _same_time(a: Contact, b: Contact, published: Interval | None) -> bool:
    if not _dates_agree(a.when, b.when):
        return False
    apart = abs(a.sentence - b.sentence)
    one_dated = (a.when is None) != (b.when is None)
    if one_dated and apart > 2 and published is not None:
        dated = a.when or b.when
        if dated is not None and not _near(dated, published):
            return False
    settled = {s for s in (a.status, b.status) if s is not None}
    return settled != {"held", "planned"} or (apart > 0 and a.when is not None and b.when is not None)


def _near(a: Interval, b: Interval) -> bool:
    start, end = a.start or a.end, a.end or a.start
    if start is None or end is None or b.start is None or b.end is None:
        return True
    return (b.start - end).days <= 10 and (start - b.end).days <= 45


def _dates_agree(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None:
        return True
    return not ((a.end and b.start and a.end < b.start) or (b.end and a.start and b.end < a.start))


def _may_agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _same_people(a: Party | None, b: Party | None) -> bool:
    """True where `a` and `b` may be one: same name, or one without a name and of the same country and rank."""
    if a is None or b is None:
        return True
    if a.name is not None and b.name is not None:
        return a.name.split()[-1] == b.name.split()[-1]
    if not _may_agree(a.country, b.country):
        return False
    if a.delegation is not None and b.delegation is not None:
        return a.delegation.split()[-1][:5] == b.delegation.split()[-1][:5] or a.level == b.level
    if (a.delegation is None) != (b.delegation is None):
        return True
    return a.role is None or b.role is None or a.role == b.role or level_of(a.role) == level_of(b.role)


def _same_sides(a: Contact, b: Contact) -> bool:
    straight = _same_people(a.visitor, b.visitor) and _same_people(a.host, b.host)
    return straight or (_same_people(a.visitor, b.host) and _same_people(a.host, b.visitor))


def join(a: Contact, b: Contact) -> Contact:
    """`a` and `b` as one: each column from the mention that says more of it, the evidence of the fuller one."""
    visit, other = (b, a) if b.kind == "visit" and a.kind != "visit" else (a, b)
    fuller = max(visit, other, key=_fullness)
    return replace(
        visit,
        visitor=_richer(visit.visitor, _counterpart(visit, other)),
        host=_host(visit, other),
        host_country=visit.host_country or other.host_country,
        place=visit.place or other.place,
        place_country=visit.place_country or other.place_country,
        visit_type=visit.visit_type or other.visit_type,
        occasion=visit.occasion or other.occasion,
        when=_when(visit.when, other.when),
        days=visit.days or other.days,
        status=_status(visit, other),
        sentence=fuller.sentence if fuller.kind == visit.kind else visit.sentence,
        trigger=fuller.trigger if fuller.kind == visit.kind else visit.trigger,
        evidence=fuller.evidence if fuller.kind == visit.kind else visit.evidence,
        rule=fuller.rule if fuller.kind == visit.kind else visit.rule,
        confidence=min(0.97, max(visit.confidence, other.confidence) + 0.05),
        turn=visit.turn,
        bare=visit.bare and other.bare,
    )


def _fullness(c: Contact) -> int:
    told = (c.visitor, c.host, c.host_country, c.place, c.visit_type, c.when, c.days, c.occasion)
    return sum(x is not None for x in told) + (c.visitor is not None and c.visitor.name is not None) - 4 * c.bare


def _counterpart(visit: Contact, other: Contact) -> Party | None:
    """Who in `other` is the visitor of `visit`."""
    return other.visitor if _same_people(visit.visitor, other.visitor) else other.host


def _richer(a: Party | None, b: Party | None) -> Party | None:
    if a is None or b is None:
        return a or b
    if a.name is None and b.name is not None and _same_people(a, b):
        return replace(b, country=a.country or b.country)
    return replace(a, role=a.role or b.role, country=a.country or b.country) if a.name == b.name else a


def _host(visit: Contact, other: Contact) -> Party | None:
    if visit.host is not None or visit.kind != "visit" or other.kind == "visit":
        return visit.host or (other.host if visit.kind == other.kind else None)
    host = other.host if _same_people(visit.visitor, other.visitor) else other.visitor
    return host if host is not None and host.country == visit.host_country else None


def _when(a: Interval | None, b: Interval | None) -> Interval | None:
    """The finer of two dates."""
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda x: _ORDER.get(x.precision, 9))


_ORDER = {"range": 0, "day": 1, "month": 2, "season": 3, "quarter": 4, "half_year": 5, "year": 6}


def _status(a: Contact, b: Contact) -> Status | None:
    """Cancelled beats all, what goes on beats what is held, what is told plainly beats what is not."""
    order: tuple[Status, ...] = ("cancelled", "ongoing", "planned", "held")
    return next((s for s in order if s in (a.status, b.status)), None)
