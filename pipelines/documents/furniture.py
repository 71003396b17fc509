"""Which lines of a page are the site's and not the article's, each with the reason it is taken out for."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipelines.documents.boilerplate import Boilerplate, load_boilerplate
from pipelines.documents.lines import Line, date_rest, dated_rubric

Reasons = list[str | None]
LineRule = Callable[[Line, Boilerplate], str | None]
PageRule = Callable[[Sequence[Line], Reasons, Boilerplate], None]

_MENU_GAP = re.compile(r"\s*[|»→›>•·]\s*|\s+/+\s+|\s*//\s*|^/\s+")
_PAGER = re.compile(r"^(?:\d+|[«»<>‹›…]|далее|назад|\s|\||вперед|след\.?|пред\.?)+$")
_DOMAINS = re.compile(r"^(?:(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?\s*)+$")
_CAPTION_AGENCIES = ("sputnik", "риа новости", "тасс", "xinhua", "1920")
_LATIN = re.compile(r"[a-z]")
_CAPTION = re.compile(
    r"(?:\s[-–—]\s*(?:sputnik|риа новости|тасс|xinhua)\b[^.!?]{0,40}$)|,\s*1920,\s*\d\d\.\d\d\.\d{4}$"
)
_PICTURE = re.compile(r"\bфото\s*[©(]|©\s*фото|/\s*фото\b")
_CLOCK_HEADLINE = re.compile(r"^\d{1,2}:\d{2}\s+\S")
_CLOCK = re.compile(r"^\(?\d{1,2}[:.]\d{2}(?::\d{2})?\)?$")
_NUMBER = re.compile(r"^[+\-]?[\d\s]{1,9}$")
_TICKER = re.compile(
    r"^(?:(?:[a-z$€₽]{1,3}|цб|нбрб|brent|btc)\s*[:=]?\s*\d+[.,]\d+%?\s*[▲▼+\-]?\s*|\d+[.,]\d+\s*[a-z]{3}\s*)+$"
)
_EXCHANGE = re.compile(r"^(?:[a-z]{3} ?= ?\d+[.,]\d+ ?[a-z]{3}\s*)+$")
_WEATHER = re.compile(r"^(?:[а-я -]+,?\s*)?[+\-−]?\s?\d{1,2}\s?°\s?[cс]?$")
_MORE = re.compile(r"^(?:еще|ещё|все|показать)\s+\d*\s*(?:материал|новост|стат|публикац|коммент)\w*$")
_VIEWS = re.compile(r"^\d[\d\s]*\s*(?:просмотр\w*|комментари\w*|views?|лайк\w*)\b.{0,30}$")
_SCRIPT = re.compile(
    r"function\s*\(|document\.|window\.|var [a-z]+ ?=|\.src ?=|^\s*[{}();]+\s*$|data:image/"
    r"|@media|^\.?[a-z-]+ ?\{|adsbygoogle|getElementById"
)
_SCRIPT_SIGNS = ("(", "{", "}", ";", "document.", "window.", ".src", "@media", "data:image", "adsby")
_LIST_MARK = re.compile(r"^(?:[-–—•*·▪►]|\d{1,2}[.)])\s+")
_FURNITURE_LENGTH = 200


def blank(line: Line, words: Boilerplate) -> str | None:
    """Signs without a letter or digit ("***", "👍")."""
    return None if any(c.isalnum() for c in line.text) else "boilerplate"


def known_line(line: Line, words: Boilerplate) -> str | None:
    """The whole line is known furniture ("Лента новостей", "Комментарии (37)")."""
    return words.reason_of_line(line.lower) if len(line.text) <= 80 else None


def known_prefix(line: Line, words: Boilerplate) -> str | None:
    """The line opens like furniture and is no longer than such a line is ("Подписывайтесь на нас в Telegram")."""
    if len(line.text) > _FURNITURE_LENGTH:
        return None
    return words.reason_of_prefix(line.lower.lstrip(_SIGNS), line.final and not line.text.endswith(":"))


_SIGNS = "•·*►▪→»>-–— 👉📌🔔⚡️📲✅🔹📷📸📱"


def menu(line: Line, words: Boilerplate) -> str | None:
    """Short names set apart by bars, slashes or arrows ("Главная | Рубрики | Контакты")."""
    if len(line.text) > 250 or line.final:
        return None
    cells = _MENU_GAP.split(line.text)
    if len(cells) < 3 and not line.text.startswith("/ "):
        return None
    return "navigation" if all(len(c) <= 45 and c.count(" ") <= 4 for c in cells) else None


def pager(line: Line, words: Boilerplate) -> str | None:
    """ "1 | 2 | 3 | Далее"."""
    return "navigation" if len(line.text) <= 60 and "|" in line.text and _PAGER.match(line.lower) else None


def addresses(line: Line, words: Boilerplate) -> str | None:
    """Nothing but web addresses, however often ("WWW.BELTA.BY WWW.BELTA.BY")."""
    if "." not in line.text or len(line.text) > 2000 or not _DOMAINS.match(line.lower):
        return None
    return "boilerplate" if _LATIN.search(line.lower) else None


def caption(line: Line, words: Boilerplate) -> str | None:
    """A photograph's caption with its agency ("Цех в Гяндже - Sputnik Азербайджан, 1920, 02.02.2023")."""
    if len(line.text) > 300:
        return None
    if "фото" in line.lower and _PICTURE.search(line.lower) and not (line.final and line.body):
        return "photo_caption"
    signed = any(agency in line.lower for agency in _CAPTION_AGENCIES)
    return "photo_caption" if signed and _CAPTION.search(line.lower) else None


def tags(line: Line, words: Boilerplate) -> str | None:
    """Keywords strung together, many of them twice."""
    if line.words < 8 or line.final or "," in line.text or len(line.text) > 400:
        return None
    parts = line.lower.split()
    return "navigation" if len(set(parts)) <= 0.7 * len(parts) else None


def ticker(line: Line, words: Boilerplate) -> str | None:
    """Rates, weather, counts of views, "more" links."""
    if len(line.text) > 80:
        return None
    return "boilerplate" if any(p.match(line.lower) for p in (_TICKER, _EXCHANGE, _WEATHER, _MORE, _VIEWS)) else None


def script(line: Line, words: Boilerplate) -> str | None:
    """Program text that leaked into the page."""
    if not any(sign in line.text for sign in _SCRIPT_SIGNS):
        return None
    return "script" if (_SCRIPT.search(line.text) and not line.final) or line.text.startswith("(function(") else None


def credit(line: Line, words: Boilerplate) -> str | None:
    """A photographer and his agency ("Иван Иванов / РИА Новости")."""
    if "/" not in line.text or len(line.text) > 80 or line.final:
        return None
    return "photo_caption" if words.agency(line.lower.rsplit("/", 1)[1].strip()) else None


LINE_RULES: tuple[LineRule, ...] = (
    blank, known_line, credit, pager, tags, menu, addresses, caption, ticker, known_prefix, script,
)  # fmt: skip


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
    bare = line.text.strip(_SIGNS)
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


def repeats(lines: Sequence[Line], reasons: Reasons, words: Boilerplate) -> None:
    """A paragraph or headline that stands there twice: the first stays."""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if reasons[index] is None and len(line.text) >= 25:
            key = " ".join(line.lower.split()).lstrip("# ").rstrip(" .")
            if key in seen:
                reasons[index] = "repeated"
            seen.add(key)


PAGE_RULES: tuple[PageRule, ...] = (related_lists, captioned_links, clock_headlines, page_head, page_foot, repeats)


def find_furniture(lines: Sequence[Line]) -> Reasons:
    """The reason to take out each of `lines`, None for the article's own."""
    words = load_boilerplate()
    reasons: Reasons = [next(_verdicts(line, words), None) for line in lines]
    for rule in PAGE_RULES:
        rule(lines, reasons, words)
    return reasons


def _verdicts(line: Line, words: Boilerplate) -> Iterator[str]:
    for rule in LINE_RULES:
        reason = rule(line, words)
        if reason is not None:
            yield reason


def _first_body(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    return next((i for i, line in enumerate(lines) if reasons[i] is None and line.body), len(lines))


def _last_body(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    kept = (i for i in reversed(range(len(lines))) if reasons[i] is None)
    return next((i for i in kept if lines[i].body or (lines[i].final and lines[i].words >= 4)), -1)
