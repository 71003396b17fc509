"""The words that date expressions are made of, and a text's tokens told by them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import inflections
from pipelines.text.tokens import Token, fold

LEXICON = Path(__file__).with_name("dates.toml")

# Classes of tokens that are no dictionary words.
_SYNTACTIC = ("small", "year", "dotted", "dash", "comma", "dot", "mark", "slash", "stop")
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
    return DateWords(letters, words, suffixes)


def split_compounds(tokens: Sequence[Token]) -> Sequence[Token]:
    """`tokens` with words of dates that a hyphen joins told apart: "январь–апрель" is three tokens."""
    words = load_date_words().words
    if not any(t.kind == "word" and _HYPHEN.search(t.text) and _pieces(t, words) for t in tokens):
        return tokens
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


def classify(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """One letter a token, "." where it belongs to no date, and what each means (a year, a day, a month, ...)."""
    lexicon = load_date_words()
    words, letters = lexicon.words, lexicon.letters
    out: list[str] = []
    values: list[int] = []
    for token in tokens:
        letter, value = ".", 0
        if token.kind == "word":
            letter, value = words.get(token.lower, (".", 0))
        elif token.kind == "number":
            name, value = _number(token.text)
            letter = letters[name] if name else "."
        elif token.text in _PUNCTUATION:
            letter = letters[_PUNCTUATION[token.text]]
        elif token.text not in _UNITS:
            letter = letters["stop"]
        out.append(letter)
        values.append(value)
    _mark_endings(tokens, out, lexicon)
    return "".join(out), values


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


def _mark_endings(tokens: Sequence[Token], out: list[str], lexicon: DateWords) -> None:
    """Tell the hyphen and ending of "2021-м", "1-й" from the dash of "10-12 июля"."""
    letters, suffixes = lexicon.letters, lexicon.suffixes
    dash, small, year = letters["dash"], letters["small"], letters["year"]
    for i in range(1, len(tokens) - 1):
        if (
            out[i] == dash
            and out[i - 1] in (small, year)
            and tokens[i + 1].lower in suffixes
            and tokens[i - 1].end == tokens[i].start
            and tokens[i].end == tokens[i + 1].start
        ):
            out[i], out[i + 1] = letters["mark"], letters["suffix"]
