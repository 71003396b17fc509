"""A decoded page to its article: blocks of clean text, what was taken out, and the way back."""

import re
from collections.abc import Iterator, Sequence

from pipelines.documents.boilerplate import load_boilerplate
from pipelines.documents.characters import repair_characters
from pipelines.documents.document import Block, BlockKind, RemovedSpan
from pipelines.documents.furniture import find_furniture
from pipelines.documents.inline import cut_inline
from pipelines.documents.lines import Line, split_lines
from pipelines.documents.offsets import Draft, Edit, OffsetMap
from pipelines.documents.page_rules import Reasons
from pipelines.documents.title import find_title, masthead_like
from pipelines.text.records import dataclass, replace
from pipelines.text.span import Span

HEADER_LINES = 16
_NO_HEADER = ("navigation", "boilerplate", "related", "script")  # unless a figure stands in the line
# How a line under the article says that its date is the day of publication.
_STATED = ("опубликован", "размещен", "дата публикации")
# What a site shows of the day on which the page was fetched.
_CLOCK_OF_THE_SITE = (
    "последнее обновление",
    "обновление сайта",
    "сегодня:",
    "сейчас ",
    "московское время",
    "курс",
    "погода",
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """The article's text in blocks. `header` holds the page's first lines, furniture included, down to the first
    running text: dates and outlets stand there."""

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[RemovedSpan, ...]
    offsets: OffsetMap
    header: tuple[str, ...]
    furniture: tuple[tuple[str, str], ...]  # (reason, line) of every line taken out
    title: int | None  # index of the title among `blocks`
    mastheads: tuple[str, ...]  # lines at the page's head that name the outlet


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block to be: the lines that make it, joined."""

    lines: tuple[Line, ...]
    kind: BlockKind


_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEEKDAY = re.compile(r"\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b")
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^(?:[-–—•*·▪►]\s+|\d{1,2}[.)]\s+(?=\D))")
_CELL = re.compile(r"^[\d\s.,%+\-–—$€]+$")


def clean(raw: str, draft: Draft | None = None) -> CleanText:
    """The clean text of `raw`; `draft` is what remains of an HTML page once its tags are gone.

    >>> clean("Новости\\nПоделиться\\nОборот вырос за год на 5%\\nи составил 3 млн долларов за прошлый год.").text
    'Оборот вырос за год на 5% и составил 3 млн долларов за прошлый год.'
    """
    draft = cut_inline(repair_characters(draft or Draft.of(raw)))
    lines = split_lines(draft.text)
    reasons = find_furniture(lines)
    title = find_title(lines, reasons)
    mastheads = _take_mastheads(lines, reasons, title)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    pieces = list(_pieces(kept))
    header = _header(lines, reasons, title)
    furniture = tuple((reason, line.text) for line, reason in zip(lines, reasons, strict=True) if reason is not None)
    taken = {line.start: reason for line, reason in zip(lines, reasons, strict=True) if reason is not None}
    final = draft.edited(_layout_edits(draft.text, lines, taken, pieces))
    blocks = tuple(_blocks(pieces, final.text))
    at = None if title is None else next((i for i, p in enumerate(pieces) if p.lines == (lines[title],)), None)
    offsets = OffsetMap(tuple(final.runs))
    return CleanText(final.text, blocks, final.settled_removals(), offsets, header, furniture, at, mastheads)


def _take_mastheads(lines: Sequence[Line], reasons: Reasons, title: int | None) -> tuple[str, ...]:
    """Lines over the title or right under it that name the outlet: they go, and are handed out for its name."""
    if title is None:
        return ()
    found = [i for i in range(title) if reasons[i] is None and not lines[i].body and not lines[i].text.endswith(".")]
    after = next((i for i in range(title + 1, len(lines)) if reasons[i] is None), None)
    if after is not None and not lines[after].body and masthead_like(lines, reasons, after) and lines[after].words > 2:
        found.append(after)
    for index in found:
        reasons[index] = "masthead"
    return tuple(lines[i].text for i in found)


def _header(lines: Sequence[Line], reasons: Sequence[str | None], title: int | None) -> tuple[str, ...]:
    """First lines of the page, down to the first running text; of several dates only the one nearest to the title,
    for sites also show the day on which the page was fetched, mostly with its weekday. A single date under the article
    stands in for none; one that says of itself to be the day of publication is kept beside that over the article."""
    body = next((i for i, line in enumerate(lines) if reasons[i] is None and line.body), len(lines))
    over = [i for i in range(min(body + 1, len(lines))) if reasons[i] not in _NO_HEADER or _DIGIT.search(lines[i].text)]
    top = over[:HEADER_LINES]
    dates = [i for i in range(body) if reasons[i] == "published_date"]
    foot = [i for i in range(body, len(lines)) if reasons[i] == "published_date"]
    plain = [i for i in dates if _WEEKDAY.search(lines[i].lower) is None]
    near = min(plain or dates, key=lambda i: (abs(i - (body if title is None else title)), -i), default=None)
    shown = set() if near is None else {near}
    if near is not None and _YEAR.search(lines[near].text) is None:  # "15 февраля, 04:39" needs its year
        shown.update(i for i in dates if _YEAR.search(lines[i].text))
    chosen = [i for i in top if reasons[i] != "published_date" or i in shown]
    in_one_place = len(foot) > 0 and foot[-1] - foot[0] == len(foot) - 1  # "15 сентября 2022" and "15 сен 2022"
    stated = [i for i in foot if lines[i].lower.startswith(_STATED)]
    chosen += stated[:1] or (foot[:1] if not dates and in_one_place else [])
    return tuple(lines[i].text[:300] for i in chosen if not lines[i].lower.startswith(_CLOCK_OF_THE_SITE))


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    """Lines gathered into blocks: hard wraps joined, headings, list items and table cells by themselves."""
    index = 0
    while index < len(lines):
        group = [lines[index]]
        index += 1
        while index < len(lines) and _continues(group[-1], lines[index], lines, index):
            group.append(lines[index])
            index += 1
        yield _Piece(tuple(group), _kind(group, lines, index - len(group)))


def _continues(line: Line, following: Line, lines: Sequence[Line], index: int) -> bool:
    """`following` goes on where `line` was broken off by the width of a page."""
    if (line.final and not line.text.endswith((";", ":"))) or following.cell or _HEADING_MARK.match(line.text):
        return False
    first = following.text[0]
    if _BULLET.match(following.text) or first in "—–":
        return False
    if line.text.endswith((";", ":")):
        return False
    if first.islower() and not first.isascii():
        listed = load_boilerplate().opens_document
        if listed(line.lower) and listed(following.lower):
            return False
        return len(line.text) >= 20 or line.text.endswith((",", "-", "–", "—"))
    if line.words >= 4 and line.lower.rpartition(" ")[2] in load_boilerplate().open_words:
        return True
    if following.after_gap:
        return False
    if line.text.endswith((",", "-")) and len(line.text) >= 40:
        return True
    return 50 <= len(line.text) <= 130 and _wrapped(lines, index)


def _wrapped(lines: Sequence[Line], index: int) -> bool:
    """The lines around are cut at one width: neighbours of nearly one length, one of them in mid-sentence."""
    around = [other for other in lines[max(0, index - 4) : index + 4] if len(other.text) >= 40]
    if len(around) < 4 or max(len(other.text) for other in around) > 130:
        return False
    width = max(len(other.text) for other in around)
    line = lines[index - 1]
    lower_starts = sum(other.text[0].islower() for other in lines[max(0, index - 4) : index + 4])
    return len(line.text) >= width - 18 and lower_starts >= 1


def _kind(group: Sequence[Line], lines: Sequence[Line], index: int) -> BlockKind:
    first = group[0]
    if _HEADING_MARK.match(first.text):
        return "heading"
    if len(group) > 1 or first.body:
        return "list_item" if _BULLET.match(first.text) and first.text[0] not in "—–-" else "paragraph"
    if _BULLET.match(first.text) and first.text[0] not in "—–":
        return "list_item"
    if _CELL.match(first.text) or first.cell:
        return "table_row"
    if any(_CELL.match(other.text) for other in lines[max(0, index - 2) : index + 3]) and not first.final:
        return "table_row"
    if first.text[0] in "—–-" or (index == len(lines) - 1 and index > 0):  # cut off in mid-sentence
        return "paragraph"
    return "heading" if first.headline else "paragraph"


def _layout_edits(text: str, lines: Sequence[Line], taken: dict[int, str], pieces: Sequence[_Piece]) -> Iterator[Edit]:
    """Edits that leave the pieces, a newline between two, single spaces inside, and nothing else."""
    joined = {line.start for piece in pieces for line in piece.lines[1:]}
    position, started = 0, False
    previous: Line | None = None
    for line in lines:
        reason = taken.get(line.start)
        if reason is not None:
            yield Edit(position, line.start)
            yield Edit(line.start, line.end, "", reason)
            position = line.end
            continue
        mark = _HEADING_MARK.match(line.text)
        begin = line.start + (mark.end() if mark else 0)
        glue = "\n" if line.start not in joined else _joint(previous)
        yield Edit(position, begin, glue if started else "")
        yield from _inner_spaces(text, begin, line.end)
        position, started, previous = line.end, True, line
    yield Edit(position, len(text))


def _joint(line: Line | None) -> str:
    if line is not None and line.text.endswith("-") and len(line.text) > 1 and line.text[-2].isalpha():
        return ""
    return " "


_GAP = re.compile(r"\s{2,}")


def _inner_spaces(text: str, start: int, end: int) -> Iterator[Edit]:
    if text.find("  ", start, end) < 0:  # spaces of other kinds are plain ones by now
        return
    for found in _GAP.finditer(text, start, end):
        yield Edit(found.start(), found.end(), " ")


def _blocks(pieces: Sequence[_Piece], text: str) -> Iterator[Block]:
    """One block a line of the clean text, its kind from the piece it was made of."""
    position = 0
    for piece, line in zip(pieces, text.split("\n") if pieces else (), strict=True):
        yield Block(Span(position, position + len(line)), piece.kind)
        position += len(line) + 1


def with_title(blocks: Sequence[Block], index: int | None) -> tuple[Block, ...]:
    """`blocks` with the one at `index` marked as the title."""
    return tuple(replace(block, kind="title") if i == index else block for i, block in enumerate(blocks))
