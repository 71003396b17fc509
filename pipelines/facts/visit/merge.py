"""Mentions of the same contact joined into one."""

from collections.abc import Iterable

from pipelines.entities.roles import level_of
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.identity import dates_agree, may_agree, same_event, same_people, times_agree
from pipelines.facts.visit.party import RESIDENTS, Party
from pipelines.facts.visit.status import Status
from pipelines.text.interval import Interval
from pipelines.text.records import replace

_ORDER = {"range": 0, "day": 1, "month": 2, "season": 3, "quarter": 4, "half_year": 5, "year": 6}
_LONGEST_VISIT = 15  # days


def merge(contacts: Iterable[Contact], published: Interval | None) -> tuple[Contact, ...]:
    """One contact an event, in the order of the text; bare mentions only add to the event they speak of."""
    events: list[Contact] = []
    waiting: list[Contact] = []
    for contact in contacts:
        if contact.bare and contact.turn is not None:
            contact = _other_visit(events, contact) or contact
        if contact.bare:
            waiting.append(contact)
            continue
        alike = [k for k in range(len(events) - 1, -1, -1) if same_event(events[k], contact, published)]
        at = next((k for k in alike if events[k].kind == contact.kind), next(iter(alike), None))
        if at is None:
            events.append(contact)
        else:
            events[at] = join(events[at], contact)
    for contact in waiting:
        at = _spoken_of(events, contact)
        if at is not None:
            events[at] = join(events[at], contact)
            continue
        at = next((k for k, e in enumerate(events) if _shows_a_visit(contact, e)), None)
        if at is not None:
            events[at] = join(_as_visit(events[at], contact), contact)
        elif _stands_alone(contact):
            events.append(replace(contact, bare=False, host_country=contact.likely_host, confidence=0.5))
    events.sort(key=lambda e: (e.sentence, e.trigger))
    return _gather(events, published)


def _gather(events: list[Contact], published: Interval | None) -> tuple[Contact, ...]:
    """`events` once more: what a later mention filled in may show two to be one."""
    kept: list[Contact] = []
    for event in events:
        at = next((k for k, e in enumerate(kept) if same_event(e, event, published)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = join(kept[at], event)
    return tuple(kept)


def _other_visit(events: list[Contact], bare: Contact) -> Contact | None:
    """A visit of its own for "ответный визит" or "прежний визит", by the visit told last."""
    last = next((e for e in reversed(events) if e.kind == "visit" and e.sentence <= bare.sentence), None)
    if last is None or last.visitor is None or (bare.when is None and bare.status is None):
        return None
    if bare.turn == "return":
        country, host = last.host_country, last.visitor.country
    else:
        country, host = last.visitor.country, last.host_country
    if bare.visitor is not None and bare.visitor.country not in (None, country):
        return None
    visitor = bare.visitor or Party(
        start=last.visitor.start, end=last.visitor.end, country=country, level=last.visitor.level
    )
    return replace(
        bare,
        visitor=replace(visitor, country=country),
        host_country=bare.host_country or host,
        bare=False,
        confidence=0.6,
    )


def _spoken_of(events: list[Contact], bare: Contact) -> int | None:
    """Which event a bare mention speaks of: the last visit up to its sentence that agrees with it."""
    if bare.turn is not None:
        return None
    if bare.kind not in ("visit", "meeting"):
        return None
    told = [k for k, e in enumerate(events) if _tells_again(bare, e)]
    if told:
        return told[-1]
    if bare.kind == "meeting" and bare.visitor is None and bare.host is None:
        return None
    fitting = [k for k, e in enumerate(events) if (e.kind == "visit" or _goes(bare, e)) and _may_speak_of(bare, e)]
    before = [k for k in fitting if events[k].sentence <= bare.sentence]
    if before:
        return max(before, key=lambda k: (events[k].sentence, events[k].trigger))
    return fitting[0] if fitting and events[fitting[0]].sentence <= bare.sentence + 3 else None


def _stands_alone(bare: Contact) -> bool:
    """True for "недавно прошел визит вице-премьера Азербайджана": a visit of its own, to the other country told of."""
    known = bare.visitor is not None and (bare.visitor.role is not None or bare.visitor.delegation is not None)
    resident = bare.visitor is not None and bare.visitor.role in RESIDENTS
    told = bare.status is not None and not bare.soft and bare.turn is None
    return bare.kind == "visit" and known and told and not resident and bare.likely_host is not None


def _shows_a_visit(bare: Contact, event: Contact) -> bool:
    """True where a visit word with no event of its own ("в ходе визита") tells what the talks were part of."""
    told_of_a_visit = bare.kind == "visit" and bare.rule in ("visit_noun", "motion") and bare.turn is None
    if not told_of_a_visit or event.kind != "meeting" or abs(bare.sentence - event.sentence) > 6:
        return False
    lands = {p.country for p in (event.visitor, event.host) if p is not None}
    if event.place_country is not None and event.place_country not in lands:
        return False
    open_phrase = bare.status is None and not bare.soft  # "до поездки"
    resident = open_phrase or any(p is not None and p.role in RESIDENTS for p in (event.visitor, event.host))
    named = bare.visitor is not None and bare.visitor.name is not None
    sides = {p.name for p in (event.visitor, event.host) if p is not None}
    told = bare.host_country in lands or (named and bare.visitor is not None and bare.visitor.name in sides)
    told = told or (event.place_country is not None and bare.visitor is None and bare.host_country is None)
    return told and not resident and dates_agree(bare.when, event.when)


def _as_visit(meeting: Contact, bare: Contact) -> Contact:
    """The talks as part of a visit to the country that `bare` tells, or of the visitor that it names."""
    where = bare.host_country or (meeting.place_country if bare.visitor is None else None)
    if where is not None:
        at_home = meeting.visitor is not None and meeting.visitor.country == where
    else:
        at_home = bare.visitor is not None and meeting.host is not None and meeting.host.name == bare.visitor.name
    guest, host = (meeting.host, meeting.visitor) if at_home else (meeting.visitor, meeting.host)
    land = where or (host.country if host is not None else None)
    return replace(meeting, kind="visit", visitor=guest, host=host, host_country=land)


def _tells_again(bare: Contact, event: Contact) -> bool:
    """True for "встреча с премьером состоялась вчера" right behind the news of that meeting."""
    if bare.kind != "meeting" or event.kind != "meeting" or not 0 <= bare.sentence - event.sentence <= 3:
        return False
    names = {p.name for p in (event.visitor, event.host) if p is not None and p.name is not None}
    known = [p for p in (bare.visitor, bare.host) if p is not None]
    return all(p.name in names for p in known) and times_agree(event, bare) and may_agree(event.place, bare.place)


def _goes(bare: Contact, event: Contact) -> bool:
    """True where `bare` names the head of the delegation that talks."""
    party = event.visitor
    return bare.rule == "lead" and party is not None and party.delegation is not None


def _may_speak_of(bare: Contact, event: Contact) -> bool:
    if bare.status == "held" and event.status == "planned" and not bare.arrived:
        return False
    if bare.status == "cancelled" and event.status == "held":
        return False  # what came to nothing is another journey
    if bare.kind == "meeting":  # talks of which the text names one side
        close = abs(event.sentence - bare.sentence) <= 6
        return close and may_agree(event.host_country, bare.place_country) and _takes_part(bare, event)
    return (
        same_people(event.visitor, bare.visitor)
        and may_agree(event.host_country, bare.host_country)
        and may_agree(event.visit_type, bare.visit_type)
        and times_agree(event, bare)
    )


def _takes_part(bare: Contact, visit: Contact) -> bool:
    """True where those named in the talks are the visitor and someone of the country visited."""
    for one, other in ((bare.visitor, bare.host), (bare.host, bare.visitor)):
        guest = one is None or (visit.visitor is not None and same_people(visit.visitor, one))
        if guest and (other is None or other.country == visit.host_country):
            return True
    return False


def join(a: Contact, b: Contact) -> Contact:
    """`a` and `b` as one: each column from the mention that says more of it, the evidence of the fuller one."""
    main, other = (b, a) if a.kind == "meeting" and b.kind != "meeting" else (a, b)
    if other.kind != main.kind and other.status == "cancelled" != main.status:
        return main  # talks in the course of a visit that came to nothing
    fuller = max(main, other, key=_fullness) if other.kind == main.kind else main
    return replace(
        main,
        visitor=_richer(main.visitor, _counterpart(main, other)),
        host=_better_host(main, main.host, _host(main, other)),
        host_country=main.host_country or other.host_country,
        place=main.place
        or (other.place if other.place_country in (None, main.host_country, main.place_country) else None),
        place_country=main.place_country or other.place_country,
        visit_type=main.visit_type or other.visit_type,
        occasion=main.occasion or other.occasion,
        when=_when(None if main.within else main.when, None if other.within else other.when) or main.when or other.when,
        days=main.days or other.days,
        status=_status(main, other),
        sentence=fuller.sentence,
        trigger=fuller.trigger,
        evidence=fuller.evidence,
        rule=fuller.rule,
        confidence=max(main.confidence, other.confidence),
        bare=main.bare and other.bare,
        soft=main.soft and other.soft,
        arrived=main.arrived or other.arrived,
        set_out=main.set_out or other.set_out,
        within=main.within and (other.within or other.when is None),
    )


def _fullness(c: Contact) -> int:
    told = (c.visitor, c.host, c.host_country, c.place, c.visit_type, c.when, c.days, c.occasion)
    return sum(x is not None for x in told) + (c.visitor is not None and c.visitor.name is not None) - 4 * c.bare


def _counterpart(main: Contact, other: Contact) -> Party | None:
    """Who in `other` is the visitor of `main`."""
    return other.visitor if other.visitor is None or same_people(main.visitor, other.visitor) else other.host


def _richer(a: Party | None, b: Party | None) -> Party | None:
    if a is None or b is None:
        return a or b
    if a.name is None and b.name is not None and same_people(a, b):
        return replace(b, country=a.country or b.country)
    return replace(a, role=a.role or b.role, country=a.country or b.country) if a.name == b.name else a


def _host(main: Contact, other: Contact) -> Party | None:
    """Who in `other` is of the country visited."""
    if main.kind != "visit" or other.kind == "visit":
        return other.host
    sides = (other.host, other.visitor)
    return next((p for p in sides if p is not None and p.country == main.host_country), None)


def _better_host(main: Contact, a: Party | None, b: Party | None) -> Party | None:
    """Of two hosts the one of the visitor's rank, else the head of state or government, else the one named first."""
    if a is None or b is None or a.name == b.name:
        return a or b
    if a.name is None or b.name is None:
        return a if a.name is not None else b
    rank = level_of(main.visitor.role) if main.visitor is not None and main.visitor.role is not None else None
    equal = [p for p in (a, b) if p.role is not None and level_of(p.role) == rank]
    heads = [p for p in (a, b) if p.role is not None and level_of(p.role).startswith("head_of_")]
    told = equal or heads
    return told[0] if len(told) == 1 else min(a, b, key=lambda p: p.start)


def _when(a: Interval | None, b: Interval | None) -> Interval | None:
    """The finer of two dates; an open end is filled by the other ("с 14 мая" and "до 16 мая")."""
    if a is None or b is None:
        return a or b
    first, second = sorted((a, b), key=_coarseness)
    for open_one, other in ((first, second), (second, first)):
        if (
            open_one.start is None
            and other.start is not None
            and open_one.end is not None
            and other.start < open_one.end
        ):
            return Interval(other.start, open_one.end, "range")
    return first


def _coarseness(x: Interval) -> int:
    """Days of a visit tell more than one day of it; a longer stretch ("в начале года") less than a month."""
    if x.precision == "range" and x.start is not None and x.end is not None and (x.end - x.start).days > _LONGEST_VISIT:
        return _ORDER["season"]
    return _ORDER.get(x.precision, 9)


def _status(a: Contact, b: Contact) -> Status | None:
    """Cancelled beats all; what has begun and has more to come goes on; else what is told plainly."""
    if {a.status, b.status} == {"held", "planned"}:
        held, planned = (a, b) if a.status == "held" else (b, a)
        if held.when is not None and held.when.start is None:
            return "held"  # "завершил визит": what comes in its course is told of another
        if held.soft and not planned.soft and not held.arrived and a.kind == b.kind:
            return "planned"
        return "ongoing" if planned.soft or a.kind != b.kind or held.arrived or held.set_out else "held"
    if {a.status, b.status} == {"ongoing", "planned"} and (a if a.status == "ongoing" else b).soft:
        return "planned"
    order: tuple[Status, ...] = ("cancelled", "ongoing", "planned", "held")
    return next((s for s in order if s in (a.status, b.status)), None)
