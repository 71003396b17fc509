"""Which line at the head of a page is the article's title, and which are the outlet's masthead."""

import re
from collections.abc import Sequence

from pipelines.documents.boilerplate import load_boilerplate
from pipelines.documents.lines import Line, date_rest
from pipelines.documents.outlets import load_outlets

_MARK = re.compile(r"^#{1,6}\s+\S")
_SPLIT = re.compile(r"[^\w-]+")
_DOMAIN = re.compile(r"^[\w-]+\.(?:by|ru|az|kz|uz|kg|tj|am|ge|ua|md|com|net|org|info|tv|su|рф)$")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# "Ежедневная общественно-политическая газета", "Исполнительный комитет ...": offices and papers by their full names.
_NAMES_OUTLET = re.compile(
    r"(?:[а-я-]+(?:ая|ый|ий|ое) ){0,2}"
    r"(?:газета|журнал|портал|агентство|агенство|сайт|комитет|министерство|посольство)\b"
    r"(?!.*\b[а-я]{3,}(?:ил|ал|ла|ли|ет|ит|ют|ят)\b)"
)
_ISSUE = re.compile(r"^№ ?\d+\b")
_DATELINE = re.compile(r"^[А-ЯЁ][А-ЯЁ-]{2,}[,.] \d{1,2} ")


def find_title(lines: Sequence[Line], reasons: Sequence[str | None]) -> int | None:
    """Index of the title among `lines`: the first headline over the running text that is no masthead, else None."""
    own = [i for i, reason in enumerate(reasons) if reason is None]
    if len(own) < 2:
        return None
    for index in own[:4]:
        if _MARK.match(lines[index].text):
            return index
        if lines[index].body:  # a mark further down heads a section
            break
    top = _top(lines, own)
    candidates = [i for i in top if _candidate(lines[i])]
    repeated = [i for i in candidates if lines[i].words >= 4 and _stands_again(lines, i)]
    if repeated:
        return repeated[0]
    named = [i for i in candidates if not masthead_like(lines, reasons, i)]
    if named:
        return named[0]
    return candidates[-1] if candidates else None


def _stands_again(lines: Sequence[Line], index: int) -> bool:
    """Pages show a title twice: in the breadcrumbs or the head, and over the article."""
    words = lines[index].lower
    return any(line.lower.startswith(words) and not line.body for line in lines[index + 1 : index + 12])


def _top(lines: Sequence[Line], own: Sequence[int]) -> list[int]:
    """The article's lines above its running text; a long question or exclamation over it may be a title too."""
    top: list[int] = []
    for position, index in enumerate(own):
        line = lines[index]
        if line.body:
            over_body = position + 1 < len(own) and (_asks(line) or _open_head(lines, own, position))
            return [*top, index] if over_body else top
        top.append(index)
    return top[:1]


def _asks(line: Line) -> bool:
    return len(line.text) <= 180 and line.text.endswith(("?", "!")) and line.text.count(".") == 0


def _open_head(lines: Sequence[Line], own: Sequence[int], position: int) -> bool:
    """A first line of two sentences without a full stop at its end, set apart from what follows."""
    line, following = lines[own[position]], lines[own[position + 1]]
    if position > 0 or line.final or len(line.text) > 180 or _DATELINE.match(line.text):
        return False
    apart = following.after_gap or own[position + 1] > own[position] + 1
    return apart and not following.text[0].islower()


def _candidate(line: Line) -> bool:
    if line.cell or "://" in line.text or not _CYRILLIC.search(line.text) or _DATELINE.match(line.text):
        return False
    unfinished = 12 <= len(line.text) <= 180 and not line.final and line.text[-1] not in ",-–—"
    return line.headline or _asks(line) or unfinished


def masthead_like(lines: Sequence[Line], reasons: Sequence[str | None], index: int) -> bool:
    """The line names the outlet or a rubric: a known name, a kind of paper, an address, few words over a menu."""
    line = lines[index]
    if line.lower in load_outlets().by_name or _DOMAIN.match(line.lower):
        return True
    words = set(_SPLIT.split(line.lower))
    if _ISSUE.match(line.text) or (line.words <= 10 and _NAMES_OUTLET.match(line.lower)):
        return True
    separated = any(sign in line.text for sign in (" | ", " // ", " — ", " – ", "«"))
    if words & load_boilerplate().masthead and (line.words <= 4 or (separated and line.words <= 7)):
        return True
    following = reasons[index + 1] if index + 1 < len(reasons) else None
    if line.words <= 4 and following in ("navigation", "published_date") and not _verb_inside(line):
        return True
    return line.words <= 2 and ":" not in line.text and date_rest(line.lower) is None


def _verb_inside(line: Line) -> bool:
    return re.search(r"\w(?:л|ла|ли|ло|ет|ит|ют|ят|ут|ат|тся|лся|лись)\b", line.lower) is not None
