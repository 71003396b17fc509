"""Words, numbers and punctuation of a text, each with its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import compress
from operator import itemgetter
from typing import Literal, NamedTuple

TokenKind = Literal["word", "number", "punct"]

# A word may hold inner hyphens and apostrophes ("торгово-экономический", "д'Эстен"); digits stand apart from letters
# so that glued figures ("5,3млн") come out as two tokens.
_WORD, _NUMBER, _PUNCT = r"[^\W\d_]+(?:[-‑–'’](?=[^\W\d_])[^\W\d_]+)*", r"\d+(?:[.,]\d+)*", r"[^\w\s]|_"
# The space before a token is read with it, so that lengths alone tell where each stands: every character is either.
_TOKEN = re.compile(rf"\s*(?:{_WORD}|{_NUMBER}|{_PUNCT})")


class Token(NamedTuple):
    """One token; `lower` is its text in lower case with ё as е, the form every lexicon is keyed by."""

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind


_START, _LOWER = (itemgetter(Token._fields.index(name)) for name in ("start", "lower"))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """`word` in lower case with ё as е.

    >>> fold("Артём")
    'артем'
    """
    return fold_text(word)


def fold_text(text: str) -> str:
    """As `fold`, for what does not come back: a sentence, a line."""
    return text.lower().replace("ё", "е")


def lowers(tokens: Sequence[Token]) -> Iterator[str]:
    """The folded words of `tokens`: quicker than to ask each token."""
    return map(_LOWER, tokens)


def indices(tokens: Sequence[Token], wanted: Callable[[str], object]) -> list[int]:
    """Indices of those of `tokens` whose folded word is `wanted`.

    >>> indices(tokenize("12 марта 2021 года"), str.isdecimal)
    [0, 2]
    """
    return list(compress(range(len(tokens)), map(wanted, map(_LOWER, tokens))))


def index_at(tokens: Sequence[Token], offset: int) -> int:
    """Index of the first of `tokens` that starts at `offset` or behind it; their number where none does.

    >>> index_at(tokenize("12 марта 2021 года"), 4)
    2
    """
    return bisect_left(tokens, offset, key=_START)


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of `text[start:end]`, offsets counted in the whole `text`.

    Those of the last texts are kept: blocks and sentences of one document are cut out of the same tokens.

    >>> [t.text for t in tokenize("Оборот вырос на 5,3% (до $1,2 млрд)")]
    ['Оборот', 'вырос', 'на', '5,3', '%', '(', 'до', '$', '1,2', 'млрд', ')']
    """
    stop = len(text) if end is None else end
    if start == 0 and stop == len(text):
        return _read(text, 0, stop)
    tokens, starts, ends = _whole(text)
    first, last = bisect_left(starts, start), bisect_right(ends, stop)
    if (first > 0 and ends[first - 1] > start) or (last < len(starts) and starts[last] < stop):
        return _read(text, start, stop)  # a border cuts a token
    return tokens[first:last]


@lru_cache(maxsize=4)
def _whole(text: str) -> tuple[tuple[Token, ...], list[int], list[int]]:
    """All tokens of `text`, where each starts, and where each ends."""
    tokens = _read(text, 0, len(text))
    return tokens, [t.start for t in tokens], [t.end for t in tokens]


def _read(text: str, start: int, end: int) -> tuple[Token, ...]:
    make = tuple.__new__  # the checks of Token's own __new__ cost more than reading the token
    tokens: list[Token] = []
    at = start
    for piece in _TOKEN.findall(text, start, end):
        space, word, lower, kind = _told(piece)
        first, at = at + space, at + len(piece)
        tokens.append(make(Token, (first, at, word, lower, kind)))
    return tuple(tokens)


@lru_cache(maxsize=1 << 16)
def _told(piece: str) -> tuple[int, str, str, TokenKind]:
    """How much space `piece` opens with, its word, the word folded, and what it is by its first character."""
    word = piece.lstrip()
    kind: TokenKind = "number" if word[0].isdecimal() else "word" if word[0].isalnum() else "punct"
    return len(piece) - len(word), word, fold(word), kind
