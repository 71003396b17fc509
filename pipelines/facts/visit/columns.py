"""Columns of a visit that follow from the contact and the sentences around it."""

import re
from datetime import timedelta

from pipelines.entities.roles import level_of
from pipelines.facts.event_codes import visit_codes
from pipelines.facts.reading import Reading
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.status import Status
from pipelines.text.interval import Interval

_RANKS = (
    *("head_of_state", "head_of_government", "minister", "parliament", "deputy_or_agency", "regional", "business"),
    "other",
)
_HERE = re.compile(r"(?:^|\s)(?:[Вв]о?|аэропорту) (?:городе |города |г\. ?)?$")


def days_of(reading: Reading, c: Contact) -> Interval | None:
    """The days of the contact; "прибыл 5 мая с трехдневным визитом" ends two days on."""
    when = None if c.within else c.when or day_of_call(reading, c) or _day_of_departure(reading, c)
    if when is None or when.start is None or c.days is None or not 1 < c.days < 15 or when.start != when.end:
        return when
    return Interval(when.start, when.start + timedelta(days=c.days - 1), "range")


def day_of_call(reading: Reading, c: Contact) -> Interval | None:
    """The day of the dateline for a call in the news right behind it; visits and talks may lie days back."""
    published = reading.document.published
    if c.kind not in ("phone_call", "video_call") or c.status != "held" or published is None:
        return None
    sentence = reading.sentences[c.sentence]
    opening = reading.document.blocks[sentence.block].span.start
    days = (
        m.interval
        for s in reading.sentences[max(0, c.sentence - 2) : c.sentence + 1]
        for m in s.of_kind("date")
        if s.block == sentence.block and m.start - opening <= 40 and sentence.span.start - opening <= 60
    )
    return published.interval if published.interval.precision == "day" and published.interval in days else None


def _day_of_departure(reading: Reading, c: Contact) -> Interval | None:
    """The day of publication for "Президент направился в ..." in the first lines: news of that day."""
    published = reading.document.published
    fresh = c.set_out and c.sentence <= 1 and c.status in ("held", "ongoing")
    if not fresh or published is None or published.interval.precision != "day":
        return None
    return published.interval


def place_near(reading: Reading, c: Contact) -> str | None:
    """The one city of the country visited that the sentences around the contact say things happen in."""
    if c.kind not in ("visit", "meeting"):
        return None
    country = c.host_country if c.kind == "visit" else c.place_country
    around = reading.sentences[max(0, c.sentence - 3) : c.sentence + 4]
    here = {
        m.canonical_name
        for s in around
        for m in s.of_kind("place")
        if m.country == country and m.form in ("city", "capital") and _HERE.search(s.between(s.span.start, m.start))
    }
    return here.pop() if len(here) == 1 else None


def level_of_contact(c: Contact) -> str:
    """Level of the visitor; of talks that of the side lower in rank."""
    sides = [c.visitor] if c.kind == "visit" or c.host is None else [c.visitor, c.host]
    ranks = [_rank_of(p) for p in sides if p is not None]
    return max([r for r in ranks if r != "other"] or ranks, key=_RANKS.index)


def _rank_of(party: Party) -> str:
    return level_of(party.role) if party.role is not None else party.level or "other"


def settled_status(c: Contact, published: Interval | None) -> Status:
    """The status that the text tells, where the dates do not gainsay it; held where neither tells."""
    told = c.status or "held"
    if c.when is None or published is None:
        return told
    if told == "held" and c.when.start and published.end and c.when.start > published.end:
        return "planned"
    if told == "ongoing" and c.when.end and published.start and (published.start - c.when.end).days > 2:
        return "held"
    return told


def cameo_code(c: Contact) -> str | None:
    """CAMEO event code of the kind of contact; talks in a third country have one of their own."""
    sides = {c.visitor.country if c.visitor else None, c.host_country}
    third_country = c.place_country is not None and c.place_country not in sides
    return visit_codes(c.kind, c.status or "held", third_country=third_country).cameo_code
