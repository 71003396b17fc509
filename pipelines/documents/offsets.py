"""Text under repair, with the way back: every character of it knows the piece of the raw text it came from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import NamedTuple

from pipelines.documents.document import RemovedSpan
from pipelines.text.records import dataclass
from pipelines.text.span import Span


class Run(NamedTuple):
    """A stretch of clean text and the raw stretch it stands for.

    Equal lengths mean character for character; otherwise the clean characters replace the raw stretch as a whole
    ("&nbsp;" by a space: 1 for 6; a space put in where words were glued: 1 for 0).
    """

    clean_start: int
    raw_start: int
    clean_length: int
    raw_length: int


class Edit(NamedTuple):
    """Put `replacement` in place of `[start, end)`; a `reason` makes it a removal that is kept on record."""

    start: int
    end: int
    replacement: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Clean offsets to raw offsets, in code points; runs are in order and tile the clean text.

    >>> OffsetMap((Run(0, 0, 2, 2), Run(2, 2, 1, 6), Run(3, 8, 5, 5))).to_raw(Span(1, 4))
    Span(start=1, end=9)
    """

    runs: tuple[Run, ...]

    def to_raw(self, span: Span) -> Span:
        """The raw stretch that the clean `span` stands for; whole replacements, never a part of one."""
        return raw_span(self.runs, [run.clean_start for run in self.runs], span.start, span.end)

    def places(self) -> tuple[tuple[int, int, int], ...]:
        """The map as (clean_start, raw_start, length), the form it is stored in.

        A replacement is there by the first character of what it replaces, so every clean offset has its raw offset.
        """
        places: list[tuple[int, int, int]] = []
        for run in self.runs:
            if run.clean_length == run.raw_length:
                places.append((run.clean_start, run.raw_start, run.clean_length))
            else:
                places += ((run.clean_start + i, run.raw_start, 1) for i in range(run.clean_length))
        return tuple(places)


def raw_span(runs: Sequence[Run], starts: Sequence[int], start: int, end: int) -> Span:
    """The raw stretch behind `[start, end)` of the text that `runs` tile; an empty one maps to an empty one.

    `starts` holds the clean start of each of `runs`.
    """
    if not runs:
        return Span(0, 0)
    first = runs[max(0, bisect_right(starts, start) - 1)]
    offset = start - first.clean_start
    if first.clean_length == first.raw_length:
        raw_start = first.raw_start + min(offset, first.raw_length)
    else:
        raw_start = first.raw_start + (first.raw_length if offset >= first.clean_length else 0)
    if end <= start:
        return Span(raw_start, raw_start)
    last = runs[max(0, bisect_right(starts, end - 1) - 1)]
    if last.clean_length == last.raw_length:
        raw_end = last.raw_start + min(end - last.clean_start, last.raw_length)
    else:
        raw_end = last.raw_start + last.raw_length
    return Span(raw_start, max(raw_start, raw_end))


@dataclass(slots=True)
class Draft:
    """The text as repaired so far. `raw` never changes; `edited` gives the next draft."""

    raw: str
    text: str
    runs: list[Run]
    removed: list[RemovedSpan] = field(default_factory=list)

    @classmethod
    def of(cls, raw: str) -> "Draft":
        """A draft in which nothing is changed yet."""
        return cls(raw, raw, [Run(0, 0, len(raw), len(raw))] if raw else [])

    def translated(self, text: str) -> "Draft":
        """The same draft with `text`, which must stand character for character (same length)."""
        if len(text) != len(self.text):
            raise ValueError("a translation keeps the length")
        return Draft(self.raw, text, self.runs, self.removed)

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """The draft after `edits`, which must be in order and must not overlap."""
        pieces: list[str] = []
        cutter = _Cutter(self.runs)
        starts = [run.clean_start for run in self.runs]
        removed = list(self.removed)
        position = 0
        for edit in edits:
            if edit.start < position:
                raise ValueError(f"edit at {edit.start} overlaps the one before, which ends at {position}")
            replaced = self.text[edit.start : edit.end]
            if len(replaced) <= 1 and replaced == edit.replacement:
                continue
            pieces.append(self.text[position : edit.start])
            cutter.keep(position, edit.start)
            position = edit.end
            if not edit.replacement and edit.reason is None:
                continue
            span = raw_span(self.runs, starts, edit.start, edit.end)
            if edit.replacement:
                pieces.append(edit.replacement)
                cutter.put(span, len(edit.replacement))
            if edit.reason is not None and span.end > span.start:
                removed.append(RemovedSpan(span, edit.reason, span.of(self.raw)))
        if position == 0 and not pieces:
            return self
        pieces.append(self.text[position:])
        cutter.keep(position, len(self.text))
        return Draft(self.raw, "".join(pieces), cutter.runs, removed)

    def settled_removals(self) -> tuple[RemovedSpan, ...]:
        """What was taken out, in raw order: pieces inside a larger one are part of it, neighbours of one reason one."""
        spans: list[RemovedSpan] = []
        for piece in sorted(self.removed, key=lambda r: (r.raw.start, -r.raw.end)):
            if spans and piece.raw.start < spans[-1].raw.end:
                if piece.raw.end <= spans[-1].raw.end:
                    continue
                piece = self._removal(spans[-1].raw.end, piece.raw.end, piece.reason)
            if spans and spans[-1].reason == piece.reason and spans[-1].raw.end == piece.raw.start:
                piece = self._removal(spans.pop().raw.start, piece.raw.end, piece.reason)
            spans.append(piece)
        return tuple(spans)

    def _removal(self, start: int, end: int, reason: str) -> RemovedSpan:
        return RemovedSpan(Span(start, end), reason, self.raw[start:end])


class _Cutter:
    """Walks the old runs forward once and lays the kept stretches down as new runs."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.old = runs
        self.index = 0
        self.length = 0
        self.runs: list[Run] = []

    def keep(self, start: int, end: int) -> None:
        while start < end:
            run = self.old[self.index]
            run_end = run.clean_start + run.clean_length
            if run_end <= start:
                self.index += 1
                continue
            stop = min(end, run_end)
            offset = start - run.clean_start
            if run.clean_length == run.raw_length:
                self._lay(run.raw_start + offset, stop - start, stop - start)
            else:  # a replacement cut in two: its raw stretch stays with the first part
                raw_length = run.raw_length if offset == 0 else 0
                self._lay(run.raw_start + run.raw_length - raw_length, stop - start, raw_length)
            start = stop

    def put(self, span: Span, length: int) -> None:
        self._lay(span.start, length, len(span))

    def _lay(self, raw_start: int, clean_length: int, raw_length: int) -> None:
        if clean_length == raw_length and self.runs:
            last = self.runs[-1]
            if last.clean_length == last.raw_length and last.raw_start + last.raw_length == raw_start:
                length = last.clean_length + clean_length
                self.runs[-1] = Run(last.clean_start, last.raw_start, length, length)
                self.length += clean_length
                return
        self.runs.append(Run(self.length, raw_start, clean_length, raw_length))
        self.length += clean_length
