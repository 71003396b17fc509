"""Furniture that its place on the page betrays: lists of links, the head and the foot, repeats."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from pipelines.documents.boilerplate import Boilerplate
from pipelines.documents.lines import Line, date_rest, dated_rubric

Reasons = list[str | None]
# A rule sees the lines and what is known of them, and adds its reasons.
PageRule = Callable[[Sequence[Line], Reasons, Boilerplate], None]

_CLOCK_HEADLINE = re.compile(r"^\d{1,2}:\d{2}\s+\S")
_CLOCK = re.compile(r"^\(?\d{1,2}[:.]\d{2}(?::\d{2})?\)?$")
_EDGE_SIGNS = re.compile(r"^[^\w+(-]+")
_NUMBER = re.compile(r"^[+\-]?[\d\s]{1,9}$")
_LIST_LENGTH = 4
_ANNOUNCES = re.compile(r"[:,;]$|подпис|документ|следующ|соглашен|договор|программ|направлени|в том числе|такие как")
_LIST_MARK = re.compile(r"^(?:[-–—•*·▪►]|\d{1,2}[.)])\s+")


def related_lists(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """ "Читайте также:" and the headlines after it, to the first line that is no headline."""
    index = 0
    while index < len(lines):
        line = lines[index]
        heading = words.related_heading(line.lower) if len(line.text) <= 250 else None
        index += 1
        if heading is None:
            continue
        reasons[index - 1] = "related"
        if len(line.text) > len(heading) + 3:  # the link stands on the heading's own line: the list ends with it
            continue
        while index < len(lines) and (reasons[index] is not None or _listed(lines[index])):
            if _heads_article(lines, reasons, index):
                break
            reasons[index] = reasons[index] or "related"
            index += 1


def _heads_article(lines: Sequence[Line], reasons: Sequence[str | None], index: int) -> bool:
    """A headline set apart from the list before it, over the first running text: the article's own title."""
    line = lines[index]
    if not line.after_gap or reasons[index] is not None or index + 1 >= len(lines) or not line.headline:
        return False
    above = any(lines[i].body and reasons[i] is None for i in range(index))
    return not above and lines[index + 1].body


def _listed(line: Line) -> bool:
    """An entry of a list of links: a headline, with a bullet, number, date or time before it or not."""
    if line.body and not (_LIST_MARK.match(line.text) and len(line.text) <= 180):
        return False
    return (
        line.headline
        or _LIST_MARK.match(line.text) is not None
        or date_rest(line.lower) is not None
        or (line.words <= 12 and not line.final)
    )


def captioned_links(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """The headline of another article under its picture, in the middle of this one."""
    seen_body = False
    for before, line in pairwise(enumerate(lines)):
        seen_body = seen_body or (before[1].body and reasons[before[0]] is None)
        index, text = line
        if (
            seen_body
            and reasons[before[0]] == "photo_caption"
            and reasons[index] is None
            and text.headline
            and not text.after_gap
        ):
            reasons[index] = "related"


def clock_headlines(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """ "12:40 Headline" tickers."""
    for index, line in enumerate(lines):
        if reasons[index] is None and _clock_headline(line) and not line.final and len(line.text) <= 180:
            reasons[index] = "related"


def _clock_headline(line: Line) -> bool:
    return _CLOCK_HEADLINE.match(line.text) is not None and not _dates(line)


def bare_lists(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """Four and more headlines with bullets or numbers that no sentence announces: the best read, the latest.

    Lists of documents, of goods and of points of a programme stand behind a colon or end in stops and semicolons.
    """
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _bare_item(lines[end], words):
            end += 1
        if end - index >= _LIST_LENGTH and not (index > 0 and _ANNOUNCES.search(lines[index - 1].lower)):
            for i in range(index, end):
                reasons[i] = reasons[i] or "related"
        index = max(end, index + 1)


def _bare_item(line: Line, words: Boilerplate) -> bool:
    mark = _LIST_MARK.match(line.text)
    if mark is None or line.text[0] in "—–" or line.text[-1] in ".;,:" or line.text[mark.end()].islower():
        return False
    return line.words >= 5 and not words.opens_document(line.lower[mark.end() :])


def page_head(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """Above the first running text: dates of publication, counters, clocks, one- and two-word rubrics in a row."""
    top = [i for i in range(_first_body(lines, reasons)) if reasons[i] is None]
    for index in top:
        line = lines[index]
        if _dates(line):
            reasons[index] = "published_date"
        elif _counter(line):
            reasons[index] = "boilerplate"
    inside = set(top)
    for first, second in pairwise(top):
        if second == first + 1 and all(_rubric(lines[i]) and reasons[i] is None for i in (first, second)):
            reasons[first] = "navigation"
            if first > 0 and reasons[first - 1] == "navigation" and _rubric(lines[second]) and second + 1 in inside:
                reasons[second] = "navigation"


def _dates(line: Line) -> bool:
    """A date and time of publication, with a rubric or a counter set apart from it or not."""
    rest = date_rest(line.lower)
    if rest is None:
        return dated_rubric(line.lower)
    rest = rest.strip()
    return not rest or (len(rest) <= 30 and (rest[0] in "|/•·" or not line.headline))


def _counter(line: Line) -> bool:
    bare = _EDGE_SIGNS.sub("", line.text)
    return _NUMBER.match(bare) is not None or _CLOCK.match(bare) is not None


def _rubric(line: Line) -> bool:
    return line.words <= 2 and len(line.text) <= 25 and not line.final and line.text[0].isalpha()


def page_foot(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """Below the last running text: counters, dates, and three or more headlines in a row."""
    last = _last_body(lines, reasons)
    tail = [i for i in range(last + 1, len(lines)) if reasons[i] is None]
    for index in tail:
        line = lines[index]
        if _counter(line):
            reasons[index] = "boilerplate"
    dates = [i for i in tail if reasons[i] is None and _dates(lines[i])]
    for index in dates:
        reasons[index] = "published_date"
    run = [i for i in tail if reasons[i] is None]
    if last < 0 or lines[last].text.endswith(":") or any(words.opens_document(lines[i].lower) for i in run):
        return  # a list of the documents that were signed
    if len(run) >= 3 and all(_foreign_headline(lines[i]) for i in run[:-1]) and lines[run[-1]].headline:
        for index in run:
            reasons[index] = "related"


def _foreign_headline(line: Line) -> bool:
    return (
        line.headline
        and len(line.text) >= 30
        and not _LIST_MARK.match(line.text)
        and not line.text[0].isdigit()
        and line.text[0].isupper()
    ) or (line.headline and line.text[0] in '«"')


def _opens_next(lines: Sequence[Line], reasons: Sequence[str | None], index: int) -> bool:
    """The lead stands alone and once more at the beginning of the next paragraph."""
    line = lines[index]
    if not line.body or index + 1 >= len(lines) or reasons[index + 1] is not None:
        return False
    return len(lines[index + 1].lower) > len(line.lower) and lines[index + 1].lower.startswith(line.lower)


def repeats(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """A paragraph or headline that stands there twice: the first stays."""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if reasons[index] is None and len(line.text) >= 15:
            if _opens_next(lines, reasons, index):
                reasons[index] = "repeated"
                continue
            key = (" ".join(line.lower.split()) if "  " in line.lower else line.lower).lstrip("# ").rstrip(" .")
            if key in seen:
                reasons[index] = "repeated"
            seen.add(key)


def _first_body(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    return next((i for i, line in enumerate(lines) if reasons[i] is None and line.body), len(lines))


def _last_body(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    kept = (i for i in reversed(range(len(lines))) if reasons[i] is None)
    return next((i for i in kept if lines[i].body or (lines[i].final and lines[i].words >= 4)), -1)


PAGE_RULES: tuple[PageRule, ...] = (
    related_lists,
    bare_lists,
    captioned_links,
    clock_headlines,
    page_head,
    page_foot,
    repeats,
)
