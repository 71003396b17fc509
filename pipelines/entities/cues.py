"""Which finders need to look at a word: told once a word, so that most words of a text are passed over."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from pipelines.entities.gazetteer import load_gazetteer
from pipelines.entities.ministries import ministries
from pipelines.entities.organization_words import organization_words
from pipelines.entities.quantities import may_tell_ratio
from pipelines.entities.roles import roles
from pipelines.text.numbers import may_open_number
from pipelines.text.tokens import Token, lowers

PLACE, ORGANIZATION, ROLE, NUMBER, RATIO = 1, 2, 4, 8, 16

Cues = tuple[tuple[int, int], ...]  # index of a token, flags of the finders that need it


def find_cues(tokens: Sequence[Token]) -> Cues:
    """The tokens that open what some finder looks for, in order.

    >>> from pipelines.text.tokens import tokenize
    >>> find_cues(tokenize("прибыл министр из Минска"))
    ((1, 4), (3, 1))
    """
    flags = [*map(_flags, lowers(tokens))]
    return tuple(compress(enumerate(flags), flags))


def opening(cues: Cues, flag: int) -> list[int]:
    """Indices of the tokens that the finder of `flag` needs."""
    return [index for index, flags in cues if flags & flag]


@lru_cache(maxsize=1 << 16)
def _flags(word: str) -> int:
    gazetteer = load_gazetteer()
    flags = 0
    is_word = word[0].isalnum() and not word[0].isdecimal()
    # A hyphen may join names of countries: "белорусско-грузинский".
    if is_word and (word in gazetteer.names or word in gazetteer.prefixes or not word.isalpha()):
        flags |= PLACE
    if word in organization_words().starts or word in ministries().short:
        flags |= ORGANIZATION
    if word in roles().starts:
        flags |= ROLE
    if may_open_number(word):
        flags |= NUMBER
    if may_tell_ratio(word):
        flags |= RATIO
    return flags
