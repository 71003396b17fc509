"""Codes of the event ontologies CAMEO and PLOVER, by the kind and status of a row: for readers who join event data."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from pipelines.text.lexicon import LexiconError, load_csv
from pipelines.text.records import dataclass

_PATH = Path(__file__).with_name("event_codes.csv")
THIRD_COUNTRY = "meeting_in_third_country"
_THIRD_COUNTRY_CODE = "044"


@dataclass(frozen=True, slots=True)
class EventCodes:
    """CAMEO code, PLOVER event and mode; None where the ontology has none for it."""

    cameo_code: str | None = None
    plover_event: str | None = None
    plover_mode: str | None = None


def visit_codes(kind: str, status: str, *, third_country: bool = False) -> EventCodes:
    """Codes of a visit, call or meeting; `third_country`: it took place in neither of the two countries.

    >>> visit_codes("meeting", "held", third_country=True)
    EventCodes(cameo_code='044', plover_event='CONSULT', plover_mode='third-party')
    """
    told = THIRD_COUNTRY if kind == "meeting" and third_country else kind
    return load_codes()["visits", told, status]


def agreement_codes(kind: str, status: str | None) -> EventCodes:
    """Codes of an agreement; none where its status is unknown.

    >>> agreement_codes("memorandum", "signed")
    EventCodes(cameo_code='057', plover_event='SUPPORT', plover_mode=None)
    """
    return load_codes()["agreements", kind, status] if status is not None else EventCodes()


def code_columns(table: str, row: Mapping[str, Any]) -> dict[str, str | None]:
    """The code columns that `row` of `table` does not hold yet; empty for a table that has none.

    They follow from its other columns, so they are no part of its claim: `fact_id` does not change with them.
    """
    if table == "visits":
        codes = visit_codes(row["kind"], row["status"], third_country=row["cameo_code"] == _THIRD_COUNTRY_CODE)
        return {"plover_event": codes.plover_event, "plover_mode": codes.plover_mode}
    if table == "agreements":
        codes = agreement_codes(row["kind"], row["status"])
        return {"cameo_code": codes.cameo_code, "plover_event": codes.plover_event}
    return {}


@lru_cache(maxsize=1)
def load_codes() -> Mapping[tuple[str, str, str], EventCodes]:
    """Codes by table, kind and status. Raises LexiconError where event_codes.csv has two lines for one."""
    columns = ("table", "kind", "status", "cameo_code", "plover_event", "plover_mode")
    found: dict[tuple[str, str, str], EventCodes] = {}
    for row in load_csv(_PATH, columns):
        codes = EventCodes(row["cameo_code"] or None, row["plover_event"] or None, row["plover_mode"] or None)
        for kind, status in product(row["kind"].split(), row["status"].split()):
            if (row["table"], kind, status) in found:
                raise LexiconError(f"{_PATH.name}: {row['table']}, {kind}, {status} stands twice")
            found[row["table"], kind, status] = codes
    return found
