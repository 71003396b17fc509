"""Furniture that a line alone betrays: a rule looks at one line and gives the reason to take it out, or None."""

import re
import sys
from collections.abc import Callable, Sequence

from pipelines.documents.boilerplate import Boilerplate
from pipelines.documents.lines import MONTHS, Line
from pipelines.text.morph import parses

LineRule = Callable[[Line, Boilerplate], str | None]
_ANY = sys.maxsize

_MENU_GAP = re.compile(r"\s*[|»→›>•·]\s*|\s+/+\s+|\s*//\s*|^/\s+")
_MENU_SIGN = re.compile("[|»→›>•·/]")
_LIST_NUMBER = re.compile(r"^\d{1,2}[.)] ")
_PAGER = re.compile(r"^(?:\d|[«»<>‹›…]|далее|назад|\s|\||вперед|след\.?|пред\.?)+$")
_DOMAINS = re.compile(r"^(?:(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?(?:\s+|$))+$")
_CAPTION_AGENCIES = ("sputnik", "риа новости", "тасс", "xinhua", "1920")
_LATIN = re.compile(r"[a-z]")
_CAPTION = re.compile(
    r"(?:\s[-–—]\s*(?:sputnik|риа новости|тасс|xinhua)\b[^.!?]{0,40}$)|,\s*1920,\s*\d\d\.\d\d\.\d{4}$"
)
_PICTURE = re.compile(r"\bфото\s*[©(]|©\s*фото|/\s*фото\b")
_TICKER = re.compile(
    r"^(?:(?:[a-z$€₽]{1,3}|цб|нбрб|brent|btc)\s*[:=]?\s*\d+[.,]\d+%?\s*[▲▼+\-]?\s*|\d+[.,]\d+\s*[a-z]{3}(?:\s+|$))+$"
)
_EXCHANGE = re.compile(
    r"^(?:[a-z]{3} ?= ?\d+[.,]\d+ ?[a-z]{3}\s*)+$|^(?:[a-z]{3}|[$€₽£] ?1) ?[-–—=:] ?[+\-−]?\d+[.,]\d+ ?%?$"
)
_WEATHER = re.compile(r"^(?:[а-я -]+,?\s*)?[+\-−]?\s?\d{1,2}\s?°\s?[cс]?$")
_MORE = re.compile(r"^(?:еще|ещё|все|показать)\s+\d*\s*(?:материал|новост|стат|публикац|коммент)\w*$")
_VIEWS = re.compile(r"^\d[\d\s]*\s*(?:просмотр\w*|комментари\w*|views?|лайк\w*)\b.{0,30}$")
# "• $ 93.15 -0.63", "USD 92.51 -0.79 EUR 98.91 -0.65": rates and how they moved.
_MOVES = re.compile(r"^(?:(?:•\s*)?(?:[$€¥₽£₴]|[a-z]{2,3})?\s*\d+[.,]\d+\s*[+\-−]\s?\d+[.,]\d+\s?%?\s*)+$")
_CALENDAR = re.compile(r"^(?:пн\s?вт\s?ср\s?чт\s?пт\s?сб\s?вс|(?:[<«‹] ?)?[а-я]{3,8} (?:19|20)\d\d ?[>»›<«‹]|\d{10,})$")
_AGO = re.compile(r"^\(?\d{1,2} (?:минут|час|дн|день|недел|месяц)\w* назад\)?$|^read \d+ times$|^\{[a-z_]+\d*\}$")
_PHOTO_BY = re.compile(r"^фото (?!и |в |на |с )\w")
_SCRIPT = re.compile(
    r"getElement|createElement|function\s*\(|document\.|window\.|var [a-z]+ ?=|\.src ?=|^\s*[{}();]+\s*$|data:image/"
    r"|@media|^\.?[a-z-]+ ?\{|adsbygoogle|getElementById"
)
_SCRIPT_LETTER = re.compile("[a-z({};]")  # each of the signs holds one
_SCRIPT_SIGNS = ("(", "Element", "{", "}", ";", "document.", "window.", ".src", "@media", "data:image", "adsby")
_TICKERS = re.compile(
    "|".join(p.pattern for p in (_TICKER, _EXCHANGE, _MOVES, _WEATHER, _MORE, _VIEWS, _CALENDAR, _AGO))
)
_DIGIT = re.compile(r"\d")
_POINTS = re.compile(r'[,;:!?«"()–—|/]')
_RIGHTS = re.compile(r"© ?(?:19|20)\d\d\b")
_STAMP = re.compile(rf"(?:\d{{1,2}} {MONTHS} \d{{4}}|\d\d\.\d\d\.\d{{4}})(?: ?г\.?)?,? \d{{1,2}}:\d\d")
SIGNS = "•·*►▪→»>-–— 👉📌🔔⚡️📲✅🔹📷📸📱"  # what sites set before a line
_OPENING = SIGNS + "("


def blank(line: Line, words: Boilerplate) -> str | None:
    """Signs without a letter or digit ("***", "👍")."""
    return None if line.text[0].isalnum() or any(c.isalnum() for c in line.text) else "boilerplate"


def known_line(line: Line, words: Boilerplate) -> str | None:
    """The whole line is known furniture ("Лента новостей", "Комментарии (37)")."""
    reason = words.reason_of_line(line.lower)
    if reason is None and (number := _LIST_NUMBER.match(line.lower)):
        return words.reason_of_line(line.lower[number.end() :])
    return reason


def known_prefix(line: Line, words: Boilerplate) -> str | None:
    """The line opens like furniture and is no longer than such a line is ("Подписывайтесь на нас в Telegram")."""
    opening = line.lower if line.lower[0].isalpha() else line.lower.lstrip(_OPENING)
    return words.reason_of_prefix(opening, line.final and not line.text.endswith(":"))


def menu(line: Line, words: Boilerplate) -> str | None:
    """Short names set apart by bars, slashes or arrows ("Главная | Рубрики | Контакты")."""
    if line.final or not _MENU_SIGN.search(line.text):
        return None
    cells = _MENU_GAP.split(line.text)
    home = len(cells) == 2 and cells[0].lower() in ("главная", "home")
    if len(cells) < 3 and not home and not line.text.startswith("/ "):
        return None
    return "navigation" if all(len(c) <= 45 and c.count(" ") <= 4 for c in cells) else None


def chain(line: Line, words: Boilerplate) -> str | None:
    """Known links strung together ("В избранное Сделать стартовой Подписка Афиша")."""
    if line.final or not 2 <= line.words <= 20 or not words.may_be_known(line.lower):
        return None
    parts, at, links = line.lower.split(), 0, 0
    while at < len(parts):
        length = next((n for n in (3, 2, 1) if words.reason_of_line(" ".join(parts[at : at + n]))), 0)
        if not length:
            return None
        at, links = at + length, links + 1
    return "navigation" if links >= 3 or parts[0] == "главная" else None


def pager(line: Line, words: Boilerplate) -> str | None:
    """ "1 | 2 | 3 | Далее"."""
    return "navigation" if "|" in line.text and _PAGER.match(line.lower) else None


def addresses(line: Line, words: Boilerplate) -> str | None:
    """Nothing but web addresses, however often ("WWW.BELTA.BY WWW.BELTA.BY")."""
    if "." not in line.text:
        return None
    first = line.lower.lstrip("/ ")
    if not first[:1].isascii() or not _DOMAINS.match(first):
        return None
    return "boilerplate" if _LATIN.search(line.lower) else None


def caption(line: Line, words: Boilerplate) -> str | None:
    """A photograph's caption with its agency ("Цех в Гяндже - Sputnik Азербайджан, 1920, 02.02.2023")."""
    if _credited(line):
        return "photo_caption"
    if "фото" in line.lower and _PICTURE.search(line.lower) and not (line.final and line.body):
        return "photo_caption"
    return "photo_caption" if _holds(line.lower, _CAPTION_AGENCIES) and _CAPTION.search(line.lower) else None


def _holds(text: str, signs: Sequence[str]) -> bool:
    # any() over a generator takes three times as long, and every line of a page comes by
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


def _credited(line: Line) -> bool:
    """The photographer or his agency ends the line ("Завод.Фото: А. Петров", "Мост© РИА"), or is all of it."""
    if line.final or ("фото" not in line.lower and "©" not in line.text):
        return False
    if _PHOTO_BY.match(line.lower) and line.text[5].isupper():
        return True
    return len(line.text) <= 250 and ("фото:" in line.lower or "©" in line.text[1:])


def stamped_headlines(line: Line, words: Boilerplate) -> str | None:
    """Headlines in one line, each with its day and hour."""
    if len(line.text) < 100 or line.text.count(":") < 3:
        return None
    return "related" if len(_STAMP.findall(line.lower)) >= 3 else None


def names(line: Line, words: Boilerplate) -> str | None:
    """Names strung together, no verb or preposition among them ("Иван Иванов Россия Москва политика")."""
    if not 6 <= line.words <= 40 or _POINTS.search(line.text) or line.text.isupper():
        return None
    parts = line.text.split()
    small = [part for part in parts if part[0].islower()]
    if len(small) > 0.35 * len(parts) or not all(part[0].isalpha() for part in parts):
        return None
    return "navigation" if all(_nominative(part) for part in parts) else None


def _nominative(word: str) -> bool:
    return any(parse.case == "nomn" and parse.pos in ("NOUN", "ADJF") for parse in parses(word.lower().rstrip(".")))


def tags(line: Line, words: Boilerplate) -> str | None:
    """Keywords strung together, many of them twice."""
    if line.words < 8 or line.final or "," in line.text:
        return None
    parts = line.lower.split()
    if len(set(parts)) > 0.7 * len(parts) or any(c.isdigit() for c in line.text):
        return None
    return "navigation"


def ticker(line: Line, words: Boilerplate) -> str | None:
    """Rates, weather, counts of views, "more" links."""
    if len(line.text) > 30 and not _DIGIT.search(line.text):
        return None
    return "boilerplate" if _TICKERS.match(line.lower) else None


def rights(line: Line, words: Boilerplate) -> str | None:
    """A name and the years of its rights ("Вестник © 2010-2025.")."""
    return "copyright" if "©" in line.text and _RIGHTS.search(line.text) else None


def script(line: Line, words: Boilerplate) -> str | None:
    """Program text that leaked into the page."""
    if not _SCRIPT_LETTER.search(line.text) or not _holds(line.text, _SCRIPT_SIGNS):
        return None
    return (
        "script"
        if (_SCRIPT.search(line.text) and not line.text.endswith((".", "!", "?", "…")))
        or line.text.startswith("(function(")
        else None
    )


def credit(line: Line, words: Boilerplate) -> str | None:
    """A photographer and his agency ("Иван Иванов / РИА Новости")."""
    if line.final:
        return None
    if line.text.startswith(("- ", "– ", "— ")) and words.agency(line.lower[2:].strip()):
        return "photo_caption"
    if "/" not in line.text:
        return None
    return "photo_caption" if words.agency(line.lower.rsplit("/", 1)[1].strip()) else None


# Each with the longest line that it takes for furniture: running text is shown to few of them.
LINE_RULES: tuple[tuple[int, LineRule], ...] = (
    (_ANY, blank), (80, known_line), (80, credit), (60, pager), (200, chain), (_ANY, stamped_headlines), (300, names),
    (400, tags), (250, menu), (2000, addresses), (300, caption), (80, ticker), (200, known_prefix), (120, rights),
    (_ANY, script),
)  # fmt: skip
