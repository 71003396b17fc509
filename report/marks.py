"""A text cut at every edge of what is marked in it, so that marks which overlap need no nesting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.row import Row

_TAGS = {"title": "h2", "heading": "h3"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. `anchors`: facts whose words begin here."""

    text: str
    facts: Sequence[Row]  # whose evidence it belongs to
    sentence: bool  # it belongs to a sentence that a fact was read from
    mention: Row | None
    anchors: Sequence[str]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the text: the HTML element it is written as, and its pieces."""

    tag: str
    kind: str
    pieces: Sequence[Piece]


def marked_blocks(document: Row, mentions: Sequence[Row], facts: Sequence[Row]) -> list[MarkedBlock]:
    """The text of `document` block by block; what lies outside all blocks becomes paragraphs."""
    text = document["text"]
    return [
        MarkedBlock(_TAGS.get(kind, "p"), kind, pieces)
        for start, end, kind in _blocks(text, document["blocks"])
        if (pieces := _pieces(text, start, end, mentions, facts))
    ]


def _blocks(text: str, blocks: Iterable[Row]) -> list[tuple[int, int, str]]:
    """Blocks in order with the gaps between them, where a gap holds words."""
    tiled: list[tuple[int, int, str]] = []
    position = 0
    for block in sorted(blocks, key=lambda b: (b["start_offset"], b["end_offset"])):
        start, end = max(position, block["start_offset"]), block["end_offset"]
        if text[position:start].strip():
            tiled.append((position, start, "paragraph"))
        if end > start:
            tiled.append((start, end, block["kind"]))
        position = max(position, end)
    if text[position:].strip():
        tiled.append((position, len(text), "paragraph"))
    return tiled


def _pieces(text: str, start: int, end: int, mentions: Sequence[Row], facts: Sequence[Row]) -> list[Piece]:
    inside = [m for m in mentions if m["mention_start"] < end and m["mention_end"] > start]
    near = [f for f in facts if min(f["sentence_start"], f["evidence_start"]) < end and f["sentence_end"] > start]
    near += [f for f in facts if f not in near and f["evidence_start"] < end and f["evidence_end"] > start]
    edges = {start, end}
    for mention in inside:
        edges |= {mention["mention_start"], mention["mention_end"]}
    for fact in near:
        edges |= {fact["sentence_start"], fact["sentence_end"], fact["evidence_start"], fact["evidence_end"]}
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    return [_piece(text, a, b, inside, near) for a, b in pairwise(cuts)]


def _piece(text: str, start: int, end: int, mentions: Sequence[Row], facts: Sequence[Row]) -> Piece:
    evidence = [f for f in facts if f["evidence_start"] <= start and end <= f["evidence_end"]]
    # Of mentions one inside the other the inner one is shown: the outer one goes on at both sides of it.
    around = [m for m in mentions if m["mention_start"] <= start and end <= m["mention_end"]]
    return Piece(
        text=text[start:end],
        facts=evidence,
        sentence=any(f["sentence_start"] <= start and end <= f["sentence_end"] for f in facts),
        mention=min(around, key=lambda m: m["mention_end"] - m["mention_start"], default=None),
        anchors=[f["fact_id"] for f in evidence if f["evidence_start"] == start],
    )
