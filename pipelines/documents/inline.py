"""Furniture inside a line: pages flattened to one line, a title glued to its dateline, a date before a headline."""

import re
from collections.abc import Iterator

from pipelines.documents.boilerplate import load_boilerplate
from pipelines.documents.lines import MONTHS
from pipelines.documents.offsets import Draft, Edit

_ADDRESS_RUN = re.compile(r"(?:\bWWW\.[A-Z0-9-]+\.[A-Z]{2,6}\b[ \t]*){2,}")
_CRUMBS = re.compile(
    r"(?m)^[ \t]*(?:Главная|Новости|Home)(?: ?[»›>→/|] ?[^»›>→/|.\n]{1,50})*? ?[»›>→/|] ?(?=[^»›>→/|\n]{60,}$)"
)
_CRUMB_SIGN = re.compile("[»›>→/|]")
_BUTTON_WORDS = ("Поделиться", "Подписаться", "Распечатать", "Версия для печати", "Комментировать")
_BUTTON = re.compile(rf"(?m)[^.!?…:,\n] ({'|'.join(_BUTTON_WORDS)})(?= [«\"А-ЯЁA-Z]| ?$)")
_HEAD_DATE = re.compile(
    r"\A\s*(?P<rubric>[А-ЯЁ][а-яё]+ (?=\d))?"
    r"(?P<date>(?:date )?(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?:,? \d{1,2}:\d\d)?"
    r"|\d{1,2} [а-я]{3,8}\.? \d{4},? \d{1,2}:\d\d)[ ,|]+(?:[—–-] )?(?=[«\"А-ЯЁA-Z])"
)
# "Заголовок БАКУ, 22 мая - Агентство." : the city in capitals opens the article.
_RUBRIC_DATE = re.compile(
    r"(?m)^(?P<rubric>(?:[А-ЯЁ][а-яё]+ ){0,2})(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4}(?:,? \d{1,2}:\d\d)?)"
    r" (?=[А-ЯЁ][а-яё]+ \S)"
)
_DATELINE = re.compile(
    rf"(?<=[^\s.,(–—-]) (?=[А-ЯЁ][А-ЯЁ-]{{2,}}(?: [А-ЯЁ-]{{3,}})?[,.] \d{{1,2}} {MONTHS}\b"
    r"[^.]{0,14}?(?:[—–-]|\. ?/|\. ))"
)
_SENTENCE_END = re.compile(r"[.!?…](?= |$)")
_BEFORE = re.compile(r"(?:^|[.!?…»\"”)\n])\s*$")
_TAIL = 220


def cut_inline(draft: Draft) -> Draft:
    """`draft` with furniture inside its lines taken out and glued heads set on lines of their own."""
    for rule in (_navigation, _head_date, _seams, _links):
        edits = sorted(rule(draft.text))
        if edits:
            draft = draft.edited(_apart(edits))
    return draft


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.end


def _navigation(text: str) -> Iterator[Edit]:
    """Runs of addresses, breadcrumbs and buttons in mid-line."""
    if "WWW." in text:
        yield from (Edit(m.start(), m.end(), "\n", "boilerplate") for m in _ADDRESS_RUN.finditer(text))
    if _CRUMB_SIGN.search(text, 0, 200):
        yield from (Edit(m.start(), m.end(), "", "navigation") for m in _CRUMBS.finditer(text, 0, 1000))
    if any(word in text for word in _BUTTON_WORDS):
        yield from (Edit(m.start(1), m.end(1), "\n", "boilerplate") for m in _BUTTON.finditer(text))


def _head_date(text: str) -> Iterator[Edit]:
    """The date that one of a page's first lines opens with, before its headline."""
    for found in (_HEAD_DATE.match(text), _RUBRIC_DATE.search(text, 0, 800)):
        if found is None:
            continue
        yield Edit(found.end("date"), found.end(), "\n")
        if found["rubric"]:
            yield Edit(found.start("rubric"), found.end("rubric"), "", "navigation")


def _seams(text: str) -> Iterator[Edit]:
    """Where a headline was glued to the dateline, or to a lead that opens with the headline's own words."""
    yield from (
        Edit(m.start(), m.end(), "\n") for m in _DATELINE.finditer(text, 0, 600) if _long_before(text, m.start())
    )
    for line in re.finditer(r"[^\n]{120,}", text[:1200]):
        opening = line[0].lstrip()[:25]
        again = line[0].find(opening, 30, 260)
        if again > 0 and line[0][again - 1] == " " and line[0][again - 2] not in '.,;:(«"—–-':
            yield Edit(line.start() + again - 1, line.start() + again, "\n")
        return


def _long_before(text: str, position: int) -> bool:
    return len(text[text.rfind("\n", 0, position) + 1 : position].strip()) >= 20


def _links(text: str) -> Iterator[Edit]:
    """A link to other articles after a sentence of the same line: to the line's end, or to the end of its sentence."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer: no offsets to be had
        return
    for marker in load_boilerplate().inline:
        start = lower.find(marker)
        while start >= 0:
            line_start = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            if text[line_start:start].strip() and _BEFORE.search(text, max(line_start, start - 3), start):
                end = _tail_end(text, start, line_end)
                yield Edit(start, end, "", "related" if marker.endswith(":") else "boilerplate")
            elif line_end - start > 250:
                yield Edit(
                    start, _tail_end(text, start, line_end), "", "related" if marker.endswith(":") else "boilerplate"
                )
            start = lower.find(marker, start + 1)


def _tail_end(text: str, start: int, line_end: int) -> int:
    if line_end - start <= _TAIL:
        return line_end
    sentence = _SENTENCE_END.search(text, start, min(line_end, start + _TAIL))
    return (
        sentence.end()
        if sentence
        else min(line_end, text.index(" ", start) if " " in text[start:line_end] else line_end)
    )
