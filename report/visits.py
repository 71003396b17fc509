"""Visits, calls and meetings of a pair: the timeline with its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from report import describe, formats
from report.about import about_visits
from report.charts import LEVELS, VISIT_KINDS, VISIT_STATUSES
from report.cite import Cite, cites, originals
from report.row import Row
from report.trade import Key, whole_years
from report.words import Language, load_words

ROW_HEIGHT = 36  # of a level on the timeline, in CSS pixels


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the table of visits."""

    date: str
    kind: str
    who: str
    host: str
    place: str
    level: str
    status: str
    earlier: Sequence[str]
    status_code: str
    cites: Sequence[Cite]


@dataclass(frozen=True, slots=True)
class Visits:
    """The section on visits; `data` is None where no event has a date."""

    data: dict[str, Any] | None
    about: str
    key: Sequence[Key]
    rows: Sequence[Event]
    undated: int


def visit_section(events: Sequence[Row], facts: dict[str, Row], language: Language) -> Visits:
    """The section from the real events of a pair."""
    words = load_words(language)
    rows = [_event(row, facts, language) for row in events]
    dated = [(row, told) for row, told in zip(events, rows, strict=True) if row["event_start"] or row["event_end"]]
    if not dated:
        return Visits(None, "", (), rows, len(rows))
    drawn = [_mark(row, told, language) for row, told in dated]
    data = {
        "spec": "visits",
        "height": ROW_HEIGHT * max(2, len({m["level"] for m in drawn})),
        "datasets": {"frame": whole_years([day for row, _ in dated for day in _stretch(row)]), "events": drawn},
        "words": {code: words("level", code) for code in LEVELS},
    }
    statuses, kinds = {m["status"] for m in drawn}, {m["kind"] for m in drawn}
    key = [Key("colour", code, words("visit_status", code)) for code in VISIT_STATUSES if code in statuses]
    key += [Key("shape", code, words("visit", code)) for code in VISIT_KINDS if code in kinds]
    return Visits(data, about_visits([row for row, _ in dated], language), key, rows, len(rows) - len(dated))


def _event(row: Row, facts: dict[str, Row], language: Language) -> Event:
    words = load_words(language)
    return Event(
        date=formats.interval(row["event_start"], row["event_end"], None, language),
        kind=" ".join(filter(None, (words("visit_type", row["visit_type"]), words("visit", row["kind"])))),
        who=describe.person_words(
            row["visitor"] or row["delegation"], row["visitor_role"], row["visitor_country"], language
        ),
        host=describe.person_words(row["host"], row["host_role"], row["host_country"], language),
        place=row["place"] or "",
        level=words("level", row["level"]),
        status=words("visit_status", row["status"]),
        earlier=[words("visit_status", s) for s in VISIT_STATUSES if s in row["statuses"] and s != row["status"]],
        status_code=row["status"],
        cites=cites(originals(row["fact_ids"], facts), language),
    )


def _mark(row: Row, told: Event, language: Language) -> Row:
    start, end = _stretch(row)
    middle = date.fromordinal((start.toordinal() + end.toordinal()) // 2)
    return {
        "t": middle.isoformat(), "from": start.isoformat(), "to": end.isoformat(), "level": row["level"] or "other",
        "kind": row["kind"], "status": row["status"], "label": describe.visit_words(row, language),
        "url": told.cites[0].url,
    }  # fmt: skip


def _stretch(row: Row) -> tuple[date, date]:
    return row["event_start"] or row["event_end"], row["event_end"] or row["event_start"]
