"""The currency beside a figure: "млн долл. США", "$5 млн", "белорусских рублей"."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import inflections
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold

_FILE = Path(__file__).with_name("currencies.toml")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as the text names it; `code` is None where the word alone does not settle it ("рублей")."""

    word: str  # dictionary form of the word: "доллар", "рубль"
    code: str | None  # ISO 4217
    name: str  # Russian, nominative


@dataclass(frozen=True, slots=True)
class CurrencyAt:
    """A currency and the tokens it takes, `first` to `last`, both in."""

    currency: Currency
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, Currency]  # forms and abbreviations
    signs: dict[str, Currency]
    codes: dict[str, Currency]  # "usd": may stand before the figure
    adjectives: dict[tuple[str, str], Currency]  # (form of the adjective, word)
    adjective_forms: frozenset[str]
    owners: dict[tuple[str, str], Currency]  # (word, what stands behind: "РФ")
    small_change: frozenset[str]


def currency_before(tokens: Sequence[Token], index: int) -> CurrencyAt | None:
    """The sign or code that ends right before token `index`: "$", "US$", "USD"."""
    if index == 0:
        return None
    lexicon, before = load_currencies(), tokens[index - 1]
    if (sign := lexicon.signs.get(before.text)) is not None:
        american = before.text == "$" and index > 1 and tokens[index - 2].text == "US"
        return CurrencyAt(sign, index - 2 if american else index - 1, index - 1)
    if before.text.isupper() and (code := lexicon.codes.get(before.lower)) is not None:
        return CurrencyAt(code, index - 1, index - 1)
    return None


def currency_after(tokens: Sequence[Token], index: int) -> CurrencyAt | None:
    """The currency that opens at token `index`, with adjective before and country behind."""
    if index >= len(tokens):
        return None
    lexicon, token = load_currencies(), tokens[index]
    if (sign := lexicon.signs.get(token.text)) is not None:
        opens_next = index + 1 < len(tokens) and tokens[index + 1].kind == "number"
        return None if opens_next else CurrencyAt(sign, index, index)
    at = index
    if token.lower in lexicon.adjective_forms:
        at = _past_dot(tokens, index) + 1
        if at >= len(tokens):
            return None
    word = lexicon.words.get(tokens[at].lower)
    if word is None or (len(tokens[at].lower) == 1 and _past_dot(tokens, at) == at):
        return None
    if at > index:
        word = lexicon.adjectives.get((token.lower, word.word))
        return None if word is None else CurrencyAt(word, index, at)
    return _with_owner(tokens, at, word, lexicon)


def is_small_change(word: str) -> bool:
    """Whether `word` (folded) is small change: "копеек", "центов"."""
    return word in load_currencies().small_change


def _with_owner(tokens: Sequence[Token], at: int, word: Currency, lexicon: _Lexicon) -> CurrencyAt:
    """ "рублей РФ", "долл. США": the country behind belongs to the name."""
    behind = _past_dot(tokens, at) + 1
    if behind < len(tokens) and (owned := lexicon.owners.get((word.word, tokens[behind].lower))) is not None:
        return CurrencyAt(owned, at, behind)
    return CurrencyAt(word, at, at)


def _past_dot(tokens: Sequence[Token], at: int) -> int:
    """Index of the dot right behind token `at`, else `at`."""
    return at + 1 if at + 1 < len(tokens) and tokens[at + 1].text == "." and len(tokens[at].text) <= 5 else at


def _forms(entry: dict[str, Any]) -> Iterable[str]:
    return entry["forms"] if "forms" in entry else sorted(inflections(entry["name"]))


def _adjective_forms(adjective: str) -> Iterable[str]:
    return sorted(inflections(adjective)) if adjective.endswith("ий") else [adjective]


def _put(table: dict[Any, Currency], key: Any, currency: Currency) -> None:
    if table.setdefault(key, currency) != currency:
        raise LexiconError(f"{_FILE.name}: {key!r} of {currency.name!r} is also {table[key].name!r}")


@lru_cache(maxsize=1)
def load_currencies() -> _Lexicon:
    """The currencies of `currencies.toml`.

    Raises LexiconError where a word, sign or adjective stands for two of them.
    """
    data = load_toml(_FILE)
    words: dict[str, Currency] = {}
    signs: dict[str, Currency] = {}
    codes: dict[str, Currency] = {}
    adjectives: dict[tuple[str, str], Currency] = {}
    owners: dict[tuple[str, str], Currency] = {}
    for entry in data["currency"]:
        plain = Currency(entry["name"].split()[-1], entry.get("code"), entry.get("title", entry["name"]))
        if " " not in entry["name"]:
            for form in _forms(entry):
                _put(words, fold(form), plain)
        for short in entry.get("short", ()):
            _put(codes if short.isascii() else words, short, plain)
        for sign in entry.get("signs", ()):
            _put(signs, sign, plain)
        for code, names in entry.get("of", {}).items():
            own = plain if code == plain.code else Currency(plain.word, code, f"{names.split()[0]} {plain.word}")
            for form in (form for name in names.split() for form in _adjective_forms(name)):
                _put(adjectives, (form, plain.word), own)
        for code, countries in entry.get("after", {}).items():
            own = plain if code == plain.code else _named(adjectives, plain.word, code)
            for country in countries.split():
                _put(owners, (plain.word, fold(country)), own)
    small = data["small_change"]
    change = folded_set(small["words"], f"{_FILE.name} small_change.words")
    change_forms = folded_set(small["forms"], f"{_FILE.name} small_change.forms")
    return _Lexicon(
        words=words | codes,
        signs=signs,
        codes=codes,
        adjectives=adjectives,
        adjective_forms=frozenset(form for form, _ in adjectives),
        owners=owners,
        small_change=frozenset(form for word in change for form in inflections(word)) | change_forms,
    )


def _named(adjectives: dict[tuple[str, str], Currency], word: str, code: str) -> Currency:
    """The currency `code` among those that an adjective names."""
    for (_, named), currency in adjectives.items():
        if named == word and currency.code == code:
            return currency
    raise LexiconError(f"{_FILE.name}: {word!r} has no adjective of {code}")
