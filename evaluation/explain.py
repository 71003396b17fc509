"""How one article became rows: what cleaning took out, its date, sentences and mentions, why a sentence gave none."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from evaluation.matching import squash
from pipelines.entities.mention import Mention
from pipelines.facts.agreement import explain as agreement_explain
from pipelines.facts.extract import LANGUAGE, Extraction
from pipelines.facts.reading import Reading, Sentence
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.trade import explain as trade_explain
from pipelines.facts.visit import explain as visit_explain

WHY: Mapping[str, Callable[[Reading, Sentence], list[str]]] = MappingProxyType(
    {
        "trade_volume": trade_explain.explain,
        "visits": visit_explain.explain,
        "agreements": agreement_explain.explain,
    }
)
_PROVENANCE = frozenset(
    {"fact_id", "document_id", "sentence_start", "sentence_end", "evidence_start", "evidence_end", "evidence", "rule",
     "confidence", "extractor_version"}
)  # fmt: skip
_DOCUMENT = ("document_id", "source", "title", "outlet", "dateline_place", "language", "url")


class NoSuchSentenceError(ValueError):
    """A sentence asked for that the article does not have; the message says what it does have."""


def choose(explained: Extraction, asked: str) -> list[Sentence]:
    """The sentence of that number, or those that hold the words, case and punctuation aside.

    Raises NoSuchSentenceError where there is none.
    """
    sentences = explained.reading.sentences
    if asked.isdecimal():
        if int(asked) >= len(sentences):
            raise NoSuchSentenceError(f"sentence {asked}: the article has sentences 0 to {len(sentences) - 1}")
        return [sentences[int(asked)]]
    words = squash(asked)
    found = [s for s in sentences if words and words in squash(s.text)]
    if not found:
        raise NoSuchSentenceError(f"no sentence holds {asked!r}")
    return found


def reasons(explained: Extraction, sentence: Sentence) -> dict[str, list[str]]:
    """For each table, what its rules make of `sentence` and where the row stands, or which gate it stayed behind."""
    if explained.document.language != LANGUAGE:
        return {t: [f"the document is in {explained.document.language!r}: only Russian is read"] for t in FACT_TABLES}
    told: dict[str, list[str]] = {}
    for table in FACT_TABLES:
        here = [
            f"row {row['fact_id']} by rule {row['rule']}: «{row['evidence']}»"
            for row in explained.rows[table]
            if sentence.span.start <= row["evidence_start"] < sentence.span.end
        ]
        why = WHY[table](explained.reading, sentence) if table in WHY else []
        if not here and any(line.startswith("rule ") for line in why):
            why.append("no row has its evidence here: what is read joins a row of another sentence, or is taken back")
        told[table] = here + [line for line in why if not (here and line.startswith("rule "))]
    return told


def as_json(explained: Extraction, chosen: list[Sentence]) -> dict[str, Any]:
    """All of it in plain values."""
    document, published = explained.document, explained.document.published
    return {
        "document": {name: getattr(document, name) for name in _DOCUMENT},
        "published": None
        if published is None
        else {
            "start": plain(published.interval.start),
            "end": plain(published.interval.end),
            "precision": published.interval.precision,
            "method": published.method,
            "evidence": published.evidence,
        },
        "removed": [
            {"raw_start": r.raw.start, "raw_end": r.raw.end, "reason": r.reason, "text": r.text}
            for r in document.removed
        ],
        "sentences": [_sentence(explained, s) for s in explained.reading.sentences],
        "facts": {
            table: [{k: plain(v) for k, v in row.items() if v is not None} for row in rows]
            for table, rows in explained.rows.items()
        },
        "reasons": {str(s.index): reasons(explained, s) for s in chosen},
    }


def _sentence(explained: Extraction, sentence: Sentence) -> dict[str, Any]:
    return {
        "number": sentence.index,
        "block": sentence.block,
        "block_kind": sentence.block_kind,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.text,
        "mentions": [_mention(m) for m in sentence.mentions],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    told = {name: getattr(mention, name) for name in Mention.__dataclass_fields__}
    return {name: plain(value) for name, value in told.items() if value is not None}


def claimed(row: Mapping[str, Any]) -> dict[str, Any]:
    """What `row` claims: its columns without provenance and without what is NULL or empty."""
    return {k: plain(v) for k, v in row.items() if k not in _PROVENANCE and v not in (None, [])}


def plain(value: Any) -> Any:
    """`value` as JSON has it: dates as words, Decimals as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
