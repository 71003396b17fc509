"""Repairs below the level of a line: entities, markup, look-alike letters, glued and broken words."""

import html
import re
import unicodedata
from collections.abc import Iterator

from pipelines.documents.lines import MONTHS
from pipelines.documents.offsets import Draft, Edit
from pipelines.text.morph import analyzer

# Spaces of every kind are one plain space, dashes and quotes stay as they are. Same length: offsets do not move.
_ODD_SPACE = re.compile(r"[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD_NEWLINE = re.compile(r"[\u2028\u2029\x85]")
_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXYaceopxyki", "АВСЕНКМОРТХУасеорхукі")
_TO_LATIN = str.maketrans("АВСЕНКМОРТХУасеорхук", "ABCEHKMOPTXYaceopxyk")

_MARKUP = re.compile(
    r"(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,400})?/?>|<!--[^\n]{0,400}?-->)"
    r"|(?P<image>!\[[^\[\]\n]{0,200}\]\([^()\s]{0,400}\))"
    r"|(?P<link>\[(?P<words>[^\[\]\n]{1,400})\]\([^()\s]{0,400}\))"
    r"|(?P<escape>\\[$*_#\[\](){}.!+\-|>~`\"'&])"
    r"|(?P<strong>\*\*\*?|__)"
    r"|(?P<composed>[иИеЕ][\u0306\u0308])"
    r"|(?P<hidden>[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u0301\x00-\x08\x0e-\x1f\x7f]+)"
)
_MARKUP_HINT = re.compile(
    r"[&<\[\\*_\u0306\u0308\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u0301\x00-\x08\x0e-\x1f\x7f]"
)
_BLOCK_TAGS = re.compile(r"</?(?:br|p|div|h[1-6]|li|ul|ol|tr|td|th|table|section|article)\b", re.IGNORECASE)
# The rarer letters first: a pattern that opens with one class is looked for much faster than one of two alternatives.
_MIXED = re.compile(r"[A-Za-z](?:(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё].))")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+")

# "торгово- экономического": first part in -о or -е, second an adjective; "вице- премьер".
_SPACED_HYPHEN = re.compile(r"[-–] (?=[а-яё])")
_ADJECTIVE = re.compile(r"[а-яё]{2,}(?:[оеыи]го|[оеыи]му|[оеыи][мйех]|[аяую][яю]|[ыи]ми)\b")
_FIRST_PART = re.compile(r"[А-Яа-яЁё]{3,}$")
_NOUN_ENDS = ("ство", "ение", "ание")
_PREFIXES = frozenset({"вице", "пресс", "премьер", "экс", "бизнес", "онлайн", "видео", "контр"})

_SPACED_COMMA = re.compile(r"(?<=\d) (?=,\d)")
# "визитом.Визит", "70%Объем", "вторникTrend": the sign or letter at the seam, then what must stand before and after.
_SEAM = re.compile(r"[.!?…»\"”%](?=[«\"“]?[А-ЯЁ])|[a-z](?=[А-ЯЁ][а-яё])|[а-яё](?=[A-Z][a-z]{2}|[А-ЯЁ])")
_AFTER_SEAM = re.compile(r"[А-ЯЁA-Z](?<=[.!?…»\"”«“%a-zа-яё].)")  # without one no seam
# "переговоры19 ноября 2018 — 08:39", "15 сентября 202215 сен": a date glued to what stands before it.
_STAMP = re.compile(r"\d\d\.\d\d\.\d{4}(?: \d\d:\d\d)?")
_DIGITS = re.compile(r"\d\d*")
_DAY_OF_MONTH = re.compile(rf"\d\d? {MONTHS}\b", re.IGNORECASE)
_GLUED_TO = re.compile(r"[а-яё]{3}$|[а-яё][»\"”?!]$|(?P<year> (?:19|20)\d\d)$")
_ENDS_LINE = re.compile(r"[^\n]{4,18}?(?:\d{4})(?: ?г\.?| года)?(?:,? ?(?:[—–|-] ?)?(?:в )?\d{1,2}:\d\d)? *(?:\n|$)")
_SENTENCE_BEFORE = re.compile(r"(?:[а-яё]{2}|[А-ЯЁ]{2}|[\d%])[»\"”]?[.!?…][»\"”]?$|[.!?…][»\"”]$|\d%$")
_SENTENCE_AFTER = re.compile(r"[«\"“]?[А-ЯЁ](?:[а-яё]| |[А-ЯЁ]{2})")
_WORD_BEFORE = re.compile(r"(?:^|(?<=[^\w-]))[А-ЯЁа-яё][а-яё]{4,}$")
_WORD_AFTER = re.compile(r"[А-ЯЁ][а-яё]*(?=[ ,])")


def repair_characters(draft: Draft) -> Draft:
    """`draft` without entities, markup and invisible characters, its letters of one alphabet a word, its words whole.

    >>> repair_characters(Draft.of("до \\\\$1,2&nbsp;млрд торгово- экономического оборота")).text
    'до $1,2 млрд торгово-экономического оборота'
    """
    if _MARKUP_HINT.search(draft.text):
        draft = draft.edited(_markup_edits(draft.text))
    text = draft.text
    if not text.replace("\n", " ").isprintable():
        text = _ODD_NEWLINE.sub("\n", _ODD_SPACE.sub(" ", text))
    draft = draft.translated(_one_alphabet(text))
    if "\r" in draft.text:
        draft = draft.edited(Edit(m.start(), m.end(), "\n") for m in re.finditer(r"\r\n?", draft.text))
    edits = list(_hyphen_edits(draft.text))
    if " ," in draft.text:
        edits += (Edit(m.start(), m.end()) for m in _SPACED_COMMA.finditer(draft.text))
    edits += _seam_edits(draft.text)
    edits += _glued_dates(draft.text)
    return draft.edited(sorted(edits)) if edits else draft


def _markup_edits(text: str) -> Iterator[Edit]:
    for found in _marks(text):
        start, end, kind = found.start(), found.end(), found.lastgroup
        if kind == "entity":
            plain = html.unescape(found[0])
            if plain != found[0]:
                yield Edit(start, end, plain if plain != "\u00ad" else "")
        elif kind == "tag":
            yield Edit(start, end, "\n" if _BLOCK_TAGS.match(found[0]) else "", "markup")
        elif kind == "escape":
            yield Edit(start, start + 1)
        elif kind == "strong":
            if found[0] != "__" or not _inside_word(text, start, end):
                yield Edit(start, end, "", "markup")
        elif kind == "composed":
            yield Edit(start, end, unicodedata.normalize("NFC", found[0]))
        elif kind == "hidden":
            yield Edit(start, end)
        else:
            yield from _link_edits(found)


def _marks(text: str) -> Iterator["re.Match[str]"]:
    """Each match of _MARKUP, looked for where a character of it stands: most of a page holds none."""
    end = 0
    for hint in _MARKUP_HINT.finditer(text):
        place = hint.start()
        before = text[place - 1 : place]
        image_or_letter = (hint[0] == "[" and before == "!") or hint[0] in "\u0306\u0308"
        for start in (place - 1, place) if image_or_letter else (place,):
            if start >= end and (found := _MARKUP.match(text, start)):
                end = found.end()
                yield found
                break


def _link_edits(found: "re.Match[str]") -> Iterator[Edit]:
    if found["link"] is None:
        yield Edit(found.start(), found.end(), "", "markup")
        return
    words_start, words_end = found.span("words")
    yield Edit(found.start(), words_start, "", "markup")
    for inner in _MARKUP.finditer(found.string, words_start, words_end):
        if inner["escape"] is not None:
            yield Edit(inner.start(), inner.start() + 1)
        elif inner["entity"] is not None:
            yield Edit(inner.start(), inner.end(), html.unescape(inner[0]))
        elif inner["strong"] is not None or inner["hidden"] is not None:
            yield Edit(inner.start(), inner.end())
    yield Edit(words_end, found.end(), "", "markup")


def _inside_word(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1].isalnum() and end < len(text) and text[end].isalnum()


def _one_alphabet(text: str) -> str:
    """`text` with look-alike letters of the other alphabet inside a word put right ("Бeларусь" with a Latin e)."""
    if _MIXED.search(text) is None:
        return text
    return _WORD.sub(_unmix, text)


def _unmix(found: "re.Match[str]") -> str:
    word = found[0]
    if word.isascii() or _MIXED.search(word) is None:
        return word
    cyrillic = word.translate(_TO_CYRILLIC)
    if not any("A" <= c <= "z" for c in cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return latin if latin.isascii() else word


def _hyphen_edits(text: str) -> Iterator[Edit]:
    for found in _SPACED_HYPHEN.finditer(text):
        start, end = found.span()
        start -= text[start - 1 : start] == " "
        part = _FIRST_PART.search(text, max(0, start - 40), start)
        if part is None:
            continue
        word = part[0].lower()
        tight = text[start] != " "
        if (tight and word in _PREFIXES) or (_compounds(word, tight) and _ADJECTIVE.match(text, end)):
            yield Edit(start, end, "-")


def _compounds(word: str, tight: bool) -> bool:
    """`word` may be the first part of a compound adjective; with spaces on both sides only sure ones are."""
    return word.endswith(("о", "е") if tight else ("ско", "гово", "чно", "нно")) and not word.endswith(_NOUN_ENDS)


def _seam_edits(text: str) -> Iterator[Edit]:
    """Spaces where a sentence, a paragraph or a name was glued to what stands before it."""
    for place in _seams(text):
        sign = text[place - 1]
        if "a" <= sign <= "z":
            glued = place >= 3 and text[place - 3 : place].isalpha()
        elif sign.isalpha():
            latin = text[place].isascii() and text[max(0, place - 3) : place].isalpha()
            glued = latin or _two_words(text, place)
        else:
            before = _SENTENCE_BEFORE.search(text, max(0, place - 5), place)
            glued = before is not None and _SENTENCE_AFTER.match(text, place) is not None
        if glued:
            yield Edit(place, place, " ")


def _seams(text: str) -> Iterator[int]:
    """Where what stands behind a seam begins, looked for from its capital: most letters are none."""
    for found in _AFTER_SEAM.finditer(text):
        capital = found.start()
        if text[capital - 1] in '«"“' and capital > 1 and _SEAM.match(text, capital - 2):
            yield capital - 1
        if _SEAM.match(text, capital - 1):
            yield capital


def _glued_dates(text: str) -> Iterator[Edit]:
    read = 0
    for digits in _DIGITS.finditer(text):
        start, end = digits.span()
        behind = text[end : end + 1]
        if behind == "." and end - start == 2 and start >= read and (stamp := _STAMP.match(text, start)):
            read = stamp.end()
            yield from _around_stamp(text, stamp)
        elif behind == " ":
            yield from _before_day(text, max(start, end - 2))


def _around_stamp(text: str, stamp: "re.Match[str]") -> Iterator[Edit]:
    if stamp.start() > 1 and text[stamp.start() - 2 : stamp.start()].isalpha():
        yield Edit(stamp.start(), stamp.start(), "\n")
    if stamp.end() < len(text) and text[stamp.end()].isupper():
        yield Edit(stamp.end(), stamp.end(), "\n")


def _before_day(text: str, place: int) -> Iterator[Edit]:
    if place == 0 or text[place - 1] in " \n" or not _DAY_OF_MONTH.match(text, place):
        return
    before = _GLUED_TO.search(text, max(0, place - 5), place)
    if before is not None:
        apart = before["year"] is not None or _ENDS_LINE.match(text, place)
        yield Edit(place, place, "\n" if apart else " ")


def _two_words(text: str, place: int) -> bool:
    """Both sides of `place` are words of the dictionary: glued paragraphs, and no name like "МегаФон"."""
    before = _WORD_BEFORE.search(text, max(0, place - 30), place)
    after = _WORD_AFTER.match(text, place)
    if before is None or after is None:
        return False
    known = analyzer().word_is_known
    return bool(known(before[0].lower()) and known(after[0].lower()))
