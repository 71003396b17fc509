"""What the words beside a figure make of it: "около", "более", "не превышает", "с лишним"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from pipelines.entities.mention import Bound
from pipelines.text.lexicon import LexiconError, load_toml
from pipelines.text.morph import inflections
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold, lowers, tokenize

_FILE = Path(__file__).with_name("bounds.toml")
_BOUNDS = ("about", "at_least", "at_most")
# Between an adverb and its figure: "почти на 5%", "примерно в 2 раза", "около US$ 5 млн".
_BETWEEN = frozenset(("на", "в", "во", "до", "с", "со", "из", "к", "за", "по", "от", "$", "€", "us", "usd", "eur"))
_SIGNS = frozenset(("$", "€", "£", "¥", "₽", "₼", "us", "usd", "eur"))

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Bounds:
    adverbs: dict[Phrase, Bound]
    adjacent: dict[Phrase, Bound]
    behind: dict[Phrase, Bound]
    last_words: frozenset[str]  # words that end a phrase before a figure
    longest: int


def bound_of(tokens: Sequence[Token], first: int, last: int) -> Bound:
    """Bound of the figure that spans tokens `first` to `last` (both in), "exact" where nothing beside it says more.

    >>> from pipelines.text.tokens import tokenize
    >>> bound_of(tokenize("выросли более чем в 2 раза"), 4, 5)
    'at_least'
    """
    words = _load()
    at = first
    while at and tokens[at - 1].lower in _SIGNS:
        at -= 1
    found = _before(tokens, at, words, words.adjacent)
    if found is None:
        found = _before(tokens, at, words, words.adverbs)
    if found is None and at and tokens[at - 1].lower in _BETWEEN:
        found = _before(tokens, at - 1, words, words.adverbs)
    return found or _behind(tokens, first, last, words) or "exact"


def _before(tokens: Sequence[Token], at: int, words: _Bounds, table: dict[Phrase, Bound]) -> Bound | None:
    """Bound of the longest phrase of `table` that ends right before token `at`."""
    if at == 0 or tokens[at - 1].lower not in words.last_words:
        return None
    for length in range(min(words.longest, at), 0, -1):
        bound = table.get(tuple(lowers(tokens[at - length : at])))
        if bound is not None:
            return bound
    return None


def _behind(tokens: Sequence[Token], first: int, last: int, words: _Bounds) -> Bound | None:
    """ "5 млн с лишним", "5 с лишним миллионов"."""
    for at in range(first + 1, min(last + 2, len(tokens) - 1)):
        bound = words.behind.get((tokens[at].lower, tokens[at + 1].lower))
        if bound is not None:
            return bound
    return None


def _phrase(words: str) -> Phrase:
    return tuple(token.lower for token in tokenize(words))


def _table(data: dict[str, list[str]], where: str) -> dict[Phrase, Bound]:
    table: dict[Phrase, Bound] = {}
    for bound, phrases in data.items():
        for words in phrases:
            if bound not in _BOUNDS:
                raise LexiconError(f"{_FILE.name} {where}: {bound!r} is no bound")
            if (phrase := _phrase(words)) in table:
                raise LexiconError(f"{_FILE.name} {where}: {words!r} stands twice")
            table[phrase] = cast(Bound, bound)
    return table


def _verb_phrases(entry: dict[str, Any]) -> Iterator[tuple[Phrase, Bound]]:
    """Every form of the verbs with every way to the figure, plain and negated."""
    for verb in entry["words"]:
        for form in sorted(inflections(fold(verb))):
            for via in entry["via"]:
                phrase = _phrase(f"{form} {via}")
                yield ("не", *phrase), entry["negated"]
                if "bound" in entry:
                    yield phrase, entry["bound"]


@lru_cache(maxsize=1)
def _load() -> _Bounds:
    data = load_toml(_FILE)
    adverbs = _table(data["adverbs"], "adverbs")
    adjacent = _table(data["adjacent"], "adjacent")
    behind = _table(data["behind"], "behind")
    for entry in data["verbs"]:
        adjacent.update(_verb_phrases(entry))
    before = adverbs.keys() | adjacent.keys()
    return _Bounds(
        adverbs=adverbs,
        adjacent=adjacent,
        behind=behind,
        last_words=frozenset(phrase[-1] for phrase in before),
        longest=max(len(phrase) for phrase in before),
    )
