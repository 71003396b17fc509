"""Which predicted row is which gold row: same key, same place; then which columns agree."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from evaluation.gold import Row

CORE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "trade_volume": (
            "direction", "product", "amount", "currency", "amount_bound", "change_ratio", "share", "period_start",
            "period_end", "modality",
        ),
        "visits": ("kind", "visitor", "visitor_country", "host", "host_country", "visit_type", "status", "event"),
        "agreements": ("kind", "status", "parties", "document_count", "quantity", "event"),
    }
)  # fmt: skip
_NUMBERS = frozenset({"amount", "change_ratio", "share", "quantity", "document_count"})
_TOLERANCE = 0.005
_ENTITIES = (
    ("\u00a0", " "), ("\u202f", " "), ("\u00ad", ""), ("ё", "е"), ("Ё", "Е"), ("&nbsp;", " "), ("\\$", "$"),
    ("&quot;", '"'), ("&laquo;", "«"), ("&raquo;", "»"), ("&mdash;", "—"), ("&shy;", ""),
)  # fmt: skip


def squash(text: str) -> str:
    """`text` with spaces, case, ё and punctuation evened out, so that raw and clean words compare."""
    for entity, plain in _ENTITIES:
        text = text.replace(entity, plain)
    return re.sub(r"[^\w%$€]+", " ", text).strip().lower()


def same(a: Any, b: Any) -> bool:
    """True where two values agree: numbers within half a percent, words but for case."""
    if a is None or b is None:
        return a is None and b is None
    try:
        x, y = float(a), float(b)
    except (TypeError, ValueError):
        return str(a).strip().lower() == str(b).strip().lower()
    return abs(x - y) <= _TOLERANCE * max(abs(x), abs(y), 1e-9)


def day(value: Any) -> str | None:
    """A date as YYYY-MM-DD."""
    return None if value is None else str(value)[:10]


def surname(name: str | None) -> str | None:
    """Last word of a name, evened out."""
    words = squash(name).split() if name else []
    return words[-1] if words else None


def direction(row: Row) -> tuple[Any, ...]:
    """Seller and buyer: an export of A to B is the import of B from A."""
    reporter, partner, flow = row.get("reporter"), row.get("partner"), row.get("flow")
    if flow == "import":
        return ("flow", partner, reporter)
    if flow == "export":
        return ("flow", reporter, partner)
    return (flow, *sorted(x or "" for x in (reporter, partner)))


def _people(row: Row) -> set[str | None]:
    return {surname(row.get("visitor")), surname(row.get("host"))} - {None}


def _sides(row: Row) -> set[str]:
    return set(row.get("pair") or [x for x in (row.get("visitor_country"), row.get("host_country")) if x])


def _is_full(gold: Row) -> bool:
    return {"flow", "reporter", "partner"} <= gold.keys()


def overlaps(gold: Row, row: Row, text: str) -> bool:
    """True where the row's sentence or evidence holds the gold row's words, or one of its other places."""
    start, end = row.get("sentence_start") or 0, row.get("sentence_end") or 0
    evidence = row.get("evidence_start") or start, row.get("evidence_end") or end
    near = squash(text[max(0, min(start, evidence[0]) - 3) : max(end, evidence[1]) + 3])
    anchors = (squash(place.get("anchor", "")) for place in (gold, *gold.get("also", [])))
    return any(anchor and (anchor in near or (near and near in anchor)) for anchor in anchors)


def _is_trade(gold: Row, row: Row, text: str) -> bool:
    if _is_full(gold):
        if direction(gold) != direction(row):
            return False
    elif not _is_partly(gold, row):
        return False
    for column in ("amount", "change_ratio", "share"):
        if gold.get(column) is not None:
            value = row.get(column)
            return same(abs(gold[column]), None if value is None else abs(value))
    return ("amount" not in gold or row.get("amount") is None) and overlaps(gold, row, text)


def _is_partly(gold: Row, row: Row) -> bool:
    """Gold that leaves a side or the flow open: what it does tell agrees."""
    sides = (row.get("reporter"), row.get("partner"))
    if any(gold.get(side) and gold[side] not in sides for side in ("reporter", "partner")):
        return False
    return not gold.get("flow") or gold["flow"] == row.get("flow")


def _is_visit(gold: Row, row: Row, text: str) -> bool:
    kind = gold.get("kind", row["kind"])
    if kind != row["kind"] and not {kind, row["kind"]} <= {"visit", "meeting"}:
        return False
    if kind == row["kind"] == "visit" and "pair" not in gold:
        if any(gold.get(c) and row.get(c) != gold[c] for c in ("visitor_country", "host_country")):
            return False
    else:
        wanted = _sides(gold) | ({gold["met_in"]} if gold.get("met_in") else set())
        if wanted and _sides(row) and not wanted & _sides(row):
            return False
    if gold.get("visitor"):
        if surname(gold["visitor"]) not in _people(row):
            return False
    elif "visitor" in gold and not overlaps(gold, row, text):
        return False
    return not _apart(gold, row)


def _apart(gold: Row, row: Row) -> bool:
    starts, ends = day(gold.get("event_start")), day(gold.get("event_end") or gold.get("event_start"))
    begins, stops = day(row.get("event_start")), day(row.get("event_end") or row.get("event_start"))
    return bool(starts and begins and ((ends or "") < begins or (stops or "") < starts))


def _is_agreement(gold: Row, row: Row, text: str) -> bool:
    same_count = any(
        gold.get(c) is not None and same(gold[c], row.get(c)) for c in ("quantity", "document_count", "amount")
    )
    if not overlaps(gold, row, text) and not same_count:
        return False
    known = [c for c in ("kind", "status") if gold.get(c)]
    return not known or any(gold[c] == row.get(c) for c in known)


_KEYS: Mapping[str, Callable[[Row, Row, str], bool]] = MappingProxyType(
    {"trade_volume": _is_trade, "visits": _is_visit, "agreements": _is_agreement}
)


def agrees(column: str, gold: Row, row: Row) -> bool | None:
    """Whether a column of a matched row is right; None where gold does not score it."""
    if column == "direction":
        return direction(gold) == direction(row) if _is_full(gold) else None
    if column == "event":
        if "event_start" not in gold:
            return None
        ends = day(gold.get("event_end") or gold["event_start"]), day(row.get("event_end") or row.get("event_start"))
        return day(gold["event_start"]) == day(row.get("event_start")) and ends[0] == ends[1]
    if column not in gold:
        return None
    return _column_agrees(column, gold, row)


def _column_agrees(column: str, gold: Row, row: Row) -> bool | None:
    wanted, got = gold[column], row.get(column)
    if column in ("visitor", "host"):
        return surname(wanted) in _people(row) if wanted else (column == "host" or surname(got) is None)
    if column in ("visitor_country", "host_country"):
        if not wanted:
            return None
        return wanted in _sides(row) if "pair" in gold or gold.get("kind", "visit") != "visit" else wanted == got
    if column == "parties":
        return sorted(wanted or []) == sorted(got or [])
    if column == "amount" and wanted is not None and got is not None:
        return same(abs(wanted), abs(got))
    if column in _NUMBERS:
        return same(wanted, got)
    if column.endswith(("_start", "_end")):
        return day(wanted) == day(got)
    return same(wanted, got)


def told(column: str, row: Row) -> Any:
    """What `row` has in a scored column, `direction` and `event` made of the columns they stand for."""
    if column == "direction":
        return " ".join(str(part) for part in direction(row))
    if column == "event":
        start, end = day(row.get("event_start")), day(row.get("event_end"))
        return start if end in (None, start) else f"{start}..{end}"
    return row.get(column)


def match(table: str, gold: Sequence[Row], rows: Sequence[Row], text: str) -> list[tuple[int, int]]:
    """Pairs (index of gold, index of row), one to one, those with most agreeing columns first."""
    candidates = []
    for g, wanted in enumerate(gold):
        for r, row in enumerate(rows):
            if _KEYS[table](wanted, row, text):
                verdicts = [agrees(c, wanted, row) for c in CORE[table]]
                score = verdicts.count(True) - 2 * verdicts.count(False) + overlaps(wanted, row, text)
                candidates.append((-score, g, r))
    pairs: list[tuple[int, int]] = []
    for _, g, r in sorted(candidates):
        if all(g != other_g and r != other_r for other_g, other_r in pairs):
            pairs.append((g, r))
    return pairs
