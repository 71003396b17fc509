"""The words that date expressions are made of, and a text's tokens told by them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import inflections
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold, lowers

LEXICON = Path(__file__).with_name("dates.toml")

# Classes of tokens that are no dictionary words.
_OF_DECADE = frozenset({"е", "х"})
_SYNTACTIC = ("small", "year", "dotted", "dash", "comma", "dot", "mark", "slash", "stop", "compound")
_DASHES = frozenset("-–—‑−")
_PUNCTUATION = {",": "comma", ".": "dot", "/": "slash"} | dict.fromkeys(_DASHES, "dash")
_UNITS = frozenset("%$€₽°№")  # a figure before or behind one is no year
_HYPHEN = re.compile("[-–‑]")
_YEARS = range(1900, 2100)
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|\d{4}\.\d\d\.\d\d")


@dataclass(frozen=True, slots=True)
class DateWords:
    """Class letter and meaning of every word of the lexicon; `letters` gives each class its letter."""

    letters: Mapping[str, str]
    words: Mapping[str, tuple[str, int]]
    suffixes: frozenset[str]  # endings of figures written with letters, known only after a figure and a hyphen
    may_end: re.Pattern[str]  # class letters of a figure, a dash, and what may be its ending


@lru_cache(maxsize=1)
def load_date_words(path: Path = LEXICON) -> DateWords:
    """The lexicon of date words with every form spelt out.

    Raises LexiconError where a form stands twice or a class has an unknown key.
    """
    table = load_toml(path)
    letters = {name: chr(0x100 + i) for i, name in enumerate((*_SYNTACTIC, *table))}
    suffixes = folded_set(table.pop("suffix")["forms"], f"{path.name} [suffix]")
    words: dict[str, tuple[str, int]] = {}
    for name, entries in table.items():
        if not entries or not set(entries) <= {"lemmas", "forms"}:
            raise LexiconError(f"{path.name}: [{name}] wants lemmas or forms and nothing else")
        spelt = {fold(form): value for form, value in entries.get("forms", {}).items()}
        for lemma, value in entries.get("lemmas", {}).items():
            for form in sorted(inflections(lemma)):
                spelt.setdefault(form, value)
        for form, value in spelt.items():
            if form in words:
                raise LexiconError(f"{path.name}: {form!r} stands twice")
            words[form] = (letters[name], value)
    figure, dash = letters["small"] + letters["year"], letters["dash"]
    return DateWords(letters, words, suffixes, re.compile(f"[{figure}]{dash}(?=.)", re.DOTALL))


def split_compounds(tokens: Sequence[Token]) -> Sequence[Token]:
    """`tokens` with words of dates that a hyphen joins told apart: "январь–апрель" is three tokens."""
    words = load_date_words().words
    return [piece for token in tokens for piece in (_pieces(token, words) or (token,))]


def _pieces(token: Token, words: Mapping[str, tuple[str, int]]) -> list[Token]:
    """The parts of a word that hyphens join where each is a word of the lexicon, else none."""
    if token.kind != "word" or not _HYPHEN.search(token.text):
        return []
    parts = _HYPHEN.split(token.lower)
    if not all(part in words for part in parts):
        return []
    spans = [m.span() for m in re.finditer(r"[^-–‑]+|[-–‑]", token.text)]
    return [
        Token(
            token.start + a,
            token.start + b,
            token.text[a:b],
            token.lower[a:b],
            "punct" if _HYPHEN.match(token.text, a) else "word",
        )
        for a, b in spans
    ]


def classify(tokens: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """`tokens` with compounds split, and one letter for each, "." where it belongs to no date."""
    lexicon = load_date_words()
    classes = "".join(map(_letter_of, lowers(tokens)))
    if lexicon.letters["compound"] in classes:
        return classify(split_compounds(tokens))
    if lexicon.may_end.search(classes):
        classes = _mark_endings(tokens, classes, lexicon)
    return tokens, classes


def meaning_of(word: str) -> int:
    """What a folded token of a date means: which year, day or month."""
    return _class_of(word)[1]


@lru_cache(maxsize=1 << 16)
def _letter_of(word: str) -> str:
    return _class_of(word)[0]


def _class_of(word: str) -> tuple[str, int]:
    """Letter and meaning of a folded token."""
    lexicon = load_date_words()
    letters = lexicon.letters
    if word[0].isdecimal():
        name, value = _number(word)
        return (letters[name] if name else "."), value
    if word[0].isalnum():
        parts = _HYPHEN.split(word)
        if len(parts) > 1 and all(part in lexicon.words for part in parts):
            return letters["compound"], 0
        return lexicon.words.get(word, (".", 0))
    if word in _PUNCTUATION:
        return letters[_PUNCTUATION[word]], 0
    return (letters["stop"] if word not in _UNITS else "."), 0


def _number(text: str) -> tuple[str | None, int]:
    if text.isdigit():
        value = int(text)
        if len(text) == 4 and value in _YEARS:
            return "year", value
        if len(text) <= 2 and 1 <= value <= 31:
            return "small", value
    elif _DOTTED.fullmatch(text):
        return "dotted", 0
    return None, 0


def _mark_endings(tokens: Sequence[Token], classes: str, lexicon: DateWords) -> str:
    """Tell the hyphen and ending of "2021-м", "1-й" from the dash of "10-12 июля"."""
    out = list(classes)
    for found in lexicon.may_end.finditer(classes):
        i = found.start() + 1
        glued = tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
        if glued and tokens[i + 1].lower in lexicon.suffixes:
            out[i], out[i + 1] = lexicon.letters["mark"], lexicon.letters["suffix"]
            if tokens[i + 1].lower in _OF_DECADE and tokens[i - 1].text.endswith("0") and len(tokens[i - 1].text) == 4:
                out[i - 1] = "."  # "в 2000-х", "2010-е годы": years without bounds
    return "".join(out)
