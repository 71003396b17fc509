"""Words, numbers and punctuation of a text, each with its place."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

TokenKind = Literal["word", "number", "punct"]

# A word may hold inner hyphens and apostrophes ("торгово-экономический", "д'Эстен"); digits stand apart from letters
# so that glued figures ("5,3млн") come out as two tokens.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-‑–'’](?=[^\W\d_])[^\W\d_]+)*)|(?P<number>\d+(?:[.,]\d+)*)|(?P<punct>[^\w\s]|_)"
)


class Token(NamedTuple):
    """One token; `lower` is its text in lower case with ё as е, the form every lexicon is keyed by."""

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """`word` in lower case with ё as е.

    >>> fold("Артём")
    'артем'
    """
    return word.lower().replace("ё", "е")


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of `text[start:end]`, offsets counted in the whole `text`.

    >>> [t.text for t in tokenize("Оборот вырос на 5,3% (до $1,2 млрд)")]
    ['Оборот', 'вырос', 'на', '5,3', '%', '(', 'до', '$', '1,2', 'млрд', ')']
    """
    stop = len(text) if end is None else end
    return tuple(
        Token(m.start(), m.end(), m[0], fold(m[0]), m.lastgroup)  # type: ignore[arg-type]
        for m in _TOKEN.finditer(text, start, stop)
    )
