"""Precision, recall and F1 by table, accuracy by column, and every miss with its sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from evaluation.gold import TABLES, GoldDocument, Row
from evaluation.matching import CORE, agrees, match, same, told


@dataclass(frozen=True, slots=True)
class Predicted:
    """What a run made of one file: its clean text, publication date, and rows by table."""

    text: str
    published: str | None
    rows: Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as gold has it: a wrong column, a row missed, a row too many, a wrong date."""

    kind: Literal["wrong", "missed", "extra", "date", "absent"]
    file: str
    table: str
    told: str
    sentence: str


@dataclass(slots=True)
class Tally:
    """Counts of one table; `exact` rows agree in every scored core column."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    exact: int = 0
    columns: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    # (confidence, right) of every predicted row, for calibration
    trusted: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Found F1."""
        return _f1(self.found, self.predicted, self.gold)

    @property
    def exact_f1(self) -> float:
        return _f1(self.exact, self.predicted, self.gold)


def _f1(right: int, predicted: int, gold: int) -> float:
    precision = right / predicted if predicted else 1.0
    recall = right / gold if gold else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Score:
    """The figures of one evaluation."""

    documents: int = 0
    dated: int = 0
    day_right: int = 0
    year_right: int = 0
    false_in_empty: int = 0
    tables: dict[str, Tally] = field(default_factory=lambda: {t: Tally() for t in TABLES})
    misses: list[Miss] = field(default_factory=list)


def score(gold: Iterable[GoldDocument], predicted: Mapping[str, Predicted], *, with_published: bool = False) -> Score:
    """Scores `predicted` (by file name) against `gold`; a file that no run made counts as one without rows."""
    total = Score()
    for document in gold:
        total.documents += 1
        made = predicted.get(document.file)
        if made is None:
            total.misses.append(Miss("absent", document.file, "documents", "no document", ""))
            made = Predicted("", None, {})
        _score_date(total, document, made, with_published)
        for table in TABLES:
            _score_table(total, table, document, made)
        if not any(document.needed[t] or document.optional[t] for t in TABLES):
            total.false_in_empty += sum(len(made.rows.get(t, ())) for t in TABLES)
    return total


def _score_date(total: Score, document: GoldDocument, made: Predicted, with_published: bool) -> None:
    wanted = document.published
    if not wanted or (document.published_known_from == "url" and not with_published):
        return
    got = made.published or ""
    total.dated += 1
    total.day_right += got.startswith(wanted)
    total.year_right += got[:4] == wanted[:4]
    if not got.startswith(wanted):
        total.misses.append(Miss("date", document.file, "documents", f"gold {wanted}, got {made.published}", ""))


def _score_table(total: Score, table: str, document: GoldDocument, made: Predicted) -> None:
    tally, needed, rows = total.tables[table], document.needed[table], list(made.rows.get(table, ()))
    pairs = match(table, needed, rows, made.text)
    used = {r for _, r in pairs}
    rest = [r for r in range(len(rows)) if r not in used]
    forgiven = {rest[r] for _, r in match(table, document.optional[table], [rows[r] for r in rest], made.text)}
    tally.gold += len(needed)
    tally.predicted += len(rows) - len(forgiven)
    for g, r in pairs:
        wrong = _score_pair(tally, table, needed[g], rows[r])
        if wrong:
            total.misses.append(Miss("wrong", document.file, table, _words(wrong), _sentence(rows[r], made.text)))
    hit = {g for g, _ in pairs}
    for g, row in enumerate(needed):
        if g not in hit and table == "trade_volume" and _share_told_elsewhere(row, rows):
            hit.add(g)
            tally.found, tally.exact, tally.predicted = tally.found + 1, tally.exact + 1, tally.predicted + 1
    total.misses += [
        Miss("missed", document.file, table, _brief(row), row.get("anchor", ""))
        for g, row in enumerate(needed)
        if g not in hit
    ]
    for r in rest:
        if r not in forgiven:
            tally.trusted.append((float(rows[r].get("confidence") or 0), False))
            total.misses.append(Miss("extra", document.file, table, _brief(rows[r]), _sentence(rows[r], made.text)))


def _score_pair(tally: Tally, table: str, gold: Row, row: Row) -> dict[str, tuple[Any, Any]]:
    verdicts = {c: agrees(c, gold, row) for c in CORE[table]}
    wrong = {c: (told(c, gold), told(c, row)) for c, verdict in verdicts.items() if verdict is False}
    tally.found += 1
    tally.exact += not wrong
    tally.trusted.append((float(row.get("confidence") or 0), not wrong))
    for column, verdict in verdicts.items():
        if verdict is not None:
            tally.columns[column][0] += verdict
            tally.columns[column][1] += 1
    return wrong


def _share_told_elsewhere(gold: Row, rows: Sequence[Row]) -> bool:
    """A share told apart may sit on the row of its level."""
    return (
        gold.get("share") is not None
        and gold.get("amount") is None
        and any(same(gold["share"], r.get("share")) for r in rows)
    )


def _sentence(row: Row, text: str) -> str:
    return " ".join(text[row.get("sentence_start") or 0 : row.get("sentence_end") or 0].split())


def _words(wrong: Mapping[str, tuple[Any, Any]]) -> str:
    return ", ".join(f"{column}: gold {gold}, got {got}" for column, (gold, got) in wrong.items())


def _brief(row: Row) -> str:
    shown = (
        "flow", "reporter", "partner", "product", "amount", "change_ratio", "share", "period_start", "modality",
        "kind", "visitor", "visitor_country", "host_country", "status", "parties", "event_start", "quantity", "rule",
    )  # fmt: skip
    return " ".join(f"{c}={row[c]}" for c in shown if row.get(c) is not None)


def halves(tally: Tally) -> tuple[float, float]:
    """Share of right rows in the upper and in the lower half by confidence."""
    ranked = [right for _, right in sorted(tally.trusted, key=lambda t: -t[0])]
    middle = (len(ranked) + 1) // 2
    upper, lower = ranked[:middle], ranked[middle:]
    return (sum(upper) / len(upper) if upper else 1.0), (sum(lower) / len(lower) if lower else 1.0)
