"""Whether two mentions speak of one and the same contact."""

from pipelines.entities.roles import level_of
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.party import RESIDENTS, Party
from pipelines.text.interval import Interval


def same_event(a: Contact, b: Contact, published: Interval | None) -> bool:
    """True where the text may well speak of one and the same event in `a` and `b`."""
    if a.kind != b.kind:
        kinds = {a.kind, b.kind}
        if kinds == {"visit", "meeting"}:
            return _belongs(a, b, published)
        return "meeting" in kinds and "visit" not in kinds and _is_that_call(a, b)
    if b.turn is not None and b.turn != a.turn:
        return False
    if a.kind != "visit":
        places = may_agree(a.place_country, b.place_country) and may_agree(a.place, b.place)
        return _same_sides(a, b) and places and _same_time(a, b, published)
    return (
        same_people(a.visitor, b.visitor)
        and may_agree(a.host_country, b.host_country)
        and (may_agree(a.visit_type, b.visit_type) or _told_askew(a, b))
        and _same_time(a, b, published)
    )


def _told_askew(a: Contact, b: Contact) -> bool:
    """True where headline and lead give the type of the one visit differently."""
    near = abs(a.sentence - b.sentence) <= 3 and min(a.sentence, b.sentence) <= 1
    departure = (a.set_out or b.set_out) and dates_agree(a.when, b.when)
    return near and ((a.status == b.status and a.when == b.when) or departure)


def _is_that_call(a: Contact, b: Contact) -> bool:
    """True where the talks among the two are the call among them told again ("в ходе беседы")."""
    call, meeting = (b, a) if a.kind == "meeting" else (a, b)
    return (
        _same_sides(a, b) and meeting.when is None and meeting.place is None and meeting.status in (call.status, None)
    )


def _belongs(a: Contact, b: Contact, published: Interval | None) -> bool:
    """True where the talks among `a` and `b` are talks in the course of the visit among them."""
    visit, meeting = (a, b) if a.kind == "visit" else (b, a)
    if visit.turn == "earlier" and meeting.turn is None and meeting.sentence < visit.sentence:
        return False
    if _of_a_summit(visit, meeting) or (visit.status == "cancelled" and meeting.status in ("held", "ongoing")):
        return False
    elsewhere = meeting.place_country or meeting.at_home
    if elsewhere is not None and elsewhere != visit.host_country:
        return False
    for one, other in ((meeting.visitor, meeting.host), (meeting.host, meeting.visitor)):
        if other is not None and other.role in RESIDENTS and other.country == visit.host_country:
            return False  # their ambassador lives in the country that the visitor comes from
        if (
            one is not None
            and same_people(visit.visitor, one)
            and other is not None
            and other.country == visit.host_country
        ):
            return _in_its_course(visit, meeting, published)
    return False


def _of_a_summit(visit: Contact, meeting: Contact) -> bool:
    """True for talks on the margins of a summit beside a visit of the past that was to none."""
    summit = meeting.occasion is not None and "саммит" in meeting.occasion.lower() and visit.occasion is None
    return summit and visit.status == "held" and not visit.arrived and meeting.sentence > visit.sentence + 1


def _in_its_course(visit: Contact, meeting: Contact, published: Interval | None) -> bool:
    """True where nothing parts the talks from the visit in time."""
    if visit.when is not None and meeting.when is not None:
        return dates_agree(visit.when, meeting.when) or _days_apart(visit.when, meeting.when, 2)
    apart = abs(visit.sentence - meeting.sentence)
    if meeting.when is not None and not (visit.status == "planned" and meeting.status == "held"):
        return apart <= 3 or visit.status != "held"  # dated talks and an undated visit: one piece of news
    if visit.status == "planned" and meeting.status == "held":
        if meeting.when is not None and published is not None and not _near(meeting.when, published):
            return False
        in_hand = visit.soft and visit.rule == "visit_noun" and visit.when is None  # "в ходе визита возложит"
        return in_hand or (visit.place is not None and visit.place == meeting.place)
    if visit.when is not None and visit.status == "held" and meeting.sentence < visit.sentence:
        # The news comes first, an earlier visit after it as background.
        background = visit.rule == "visit_noun" and visit.soft and visit.when.precision != "day"
        if background and meeting.sentence <= 1:
            return False  # "встретился с ... Напомнил о визите в мае 2024 года"
        return apart <= 1 or (published is not None and _near(visit.when, published))
    if meeting.status == "planned" and visit.status == "held":  # "прибыл ... встретится", unless it lies far back
        past = visit.when is not None and published is not None and not _near(visit.when, published)
        return not past and (apart <= 4 or visit.sentence <= 3)
    return True


def _same_time(a: Contact, b: Contact, published: Interval | None) -> bool:
    if not times_agree(a, b):
        return False
    dated, undated = (a, b) if a.when is not None else (b, a)
    news = undated.when is None and undated.sentence <= 2 and not undated.soft and undated.rule != "visit_noun"
    far = dated.when is not None and published is not None and not _near(dated.when, published)
    if news and far and abs(a.sentence - b.sentence) > 1:
        return False
    settled = {s for s in (a.status, b.status) if s is not None}
    of_a_year = dated.when is not None and dated.when.precision == "year" and undated.when is None
    if settled == {"held", "ongoing"} and dated.status == "held" and of_a_year:
        return False  # "начался визит ... В 1992 году он посещал эту страну"
    begun = a if a.status in ("held", "ongoing") else b
    if "planned" in settled and (begun.arrived or (begun.set_out and abs(a.sentence - b.sentence) <= 2)):
        return True
    another = any(c.status == "planned" and c.rule in ("part_taken", "invitation") for c in (a, b))
    parted = settled == {"held", "planned"} or (settled == {"ongoing", "planned"} and another)
    return not parted or a.soft or b.soft or (a.when is not None and b.when is not None)


def _near(a: Interval, b: Interval) -> bool:
    start, end = a.start or a.end, a.end or a.start
    if start is None or end is None or b.start is None or b.end is None:
        return True
    return (b.start - end).days <= 10 and (start - b.end).days <= 45


def times_agree(a: Contact, b: Contact) -> bool:
    """True where the dates go together; of what happens in the course of a visit a few days apart do."""
    if a.when is None or b.when is None or not (a.within or b.within):
        return dates_agree(a.when, b.when)
    return _days_apart(a.when, b.when, 4)


def _days_apart(a: Interval, b: Interval, most: int) -> bool:
    """True where `a` and `b` are single days at most so many days apart."""
    days = (a.start or a.end, b.start or b.end)
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= most


def dates_agree(a: Interval | None, b: Interval | None) -> bool:
    """True where two stretches of days share one, or one of them is not told."""
    if a is None or b is None:
        return True
    return not ((a.end and b.start and a.end < b.start) or (b.end and a.start and b.end < a.start))


def may_agree(a: str | None, b: str | None) -> bool:
    """True where two columns are the same, or one of them is not told."""
    return a is None or b is None or a == b


def same_people(a: Party | None, b: Party | None) -> bool:
    """True where `a` and `b` may be one: same name, or one without a name and of the same country and rank."""
    if a is None or b is None:
        return True
    if a.name is not None and b.name is not None:
        return _same_surname(a.name, b.name)
    if not may_agree(a.country, b.country):
        return False
    if a.delegation is not None and b.delegation is not None:
        return a.delegation.split()[-1][:5] == b.delegation.split()[-1][:5] or (
            a.level == b.level and a.level is not None
        )
    if (a.delegation is None) != (b.delegation is None):
        person, group = (a, b) if a.delegation is None else (b, a)
        plain = group.level is None and group.delegation is not None and len(group.delegation.split()) <= 2
        return plain or person.role is None or level_of(person.role) not in ("head_of_state", "head_of_government")
    if a.role is None or b.role is None or a.role == b.role or level_of(a.role) == level_of(b.role):
        return True
    led = {level_of(a.role), level_of(b.role)} == {"head_of_state", "head_of_government"}
    return led and "head_of_state" in (a.role, b.role)  # "лидеры Японии и ...": whoever leads it


def _same_surname(a: str, b: str) -> bool:
    """True for one surname, also where one of the two is cut short or ends in another case."""
    first, second = a.split()[-1], b.split()[-1]
    stem = max(4, min(len(first), len(second)) - 2)
    return first == second or (len(first) > 4 and first[:stem] == second[:stem])


def _same_sides(a: Contact, b: Contact) -> bool:
    straight = same_people(a.visitor, b.visitor) and same_people(a.host, b.host)
    return straight or (same_people(a.visitor, b.host) and same_people(a.host, b.visitor))
