"""The words numbers are made of: `numbers.toml`, checked and turned into dictionaries of forms."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.records import dataclass

_FILE = Path(__file__).with_name("numbers.toml")


@dataclass(frozen=True, slots=True)
class Numerals:
    """Forms of the numerals (folded) and what each is worth."""

    cardinals: dict[str, Decimal]
    multipliers: dict[str, Decimal]  # of both sorts
    large: frozenset[str]  # forms of "тысяча" and above
    halves: dict[str, Decimal]  # "полмиллиарда": 500000000
    alone: frozenset[str]
    genitive: frozenset[str]
    genitive_after: frozenset[str]
    vague_before: frozenset[str]
    fractions_after: dict[str, Decimal]
    fractions_before: dict[str, Decimal]
    denominators: dict[str, Decimal]
    whole: frozenset[str]
    before_fraction: frozenset[str]  # what goes on a number with its fraction: "трети", "целых", "с"
    surplus: frozenset[str]
    one_before: frozenset[str]
    openers: frozenset[str]  # every word a number may open with

    def pair(self, word: str) -> tuple[Decimal, Decimal] | None:
        """Both ends of "два-три", None where the folded `word` is no such pair in rising order."""
        if word.isalpha() or not word[0].isalpha():
            return None
        for dash in "-–‑":
            low, _, high = map(self.cardinals.get, word.partition(dash))
            if low is not None and high is not None and low < high:
                return low, high
        return None


def _valued(table: dict[str, str], where: str) -> dict[str, Decimal]:
    """Form to value; raises LexiconError where a form stands twice."""
    folded_set((form for forms in table.values() for form in forms.split()), f"{_FILE.name} {where}")
    return {form: Decimal(value) for value, forms in table.items() for form in forms.split()}


def _halves(table: dict[str, Any], large: dict[str, Decimal]) -> dict[str, Decimal]:
    """ "полмиллиарда", "полумиллиона", "полтысячи": what each is worth."""
    return {prefix + form: value / 2 for prefix in table["prefixes"] for form, value in large.items()}


@lru_cache(maxsize=1)
def load_numerals() -> Numerals:
    """The numerals of `numbers.toml`.

    Raises LexiconError where a form stands twice or a bare multiplier is none.
    """
    data = load_toml(_FILE)
    large = _valued(data["multipliers"]["large"], "multipliers.large")
    multipliers = large | _valued(data["multipliers"]["small"], "multipliers.small")
    cardinals = _valued(data["cardinals"], "cardinals")
    halves = _halves(data["half"], large)
    alone, rest = data["alone"], data["words"]
    singular = folded_set(alone["singular"], f"{_FILE.name} alone.singular")
    genitive = folded_set(alone["genitive"], f"{_FILE.name} alone.genitive")
    for form in sorted((singular | genitive) - multipliers.keys()):
        raise LexiconError(f"{_FILE.name} alone: {form!r} is no multiplier")
    before = _valued(data["fractions"]["before"], "fractions.before")
    denominators = _valued(data["denominators"], "denominators")
    whole = folded_set(rest["whole"], f"{_FILE.name} words.whole")
    return Numerals(
        cardinals=cardinals,
        multipliers=multipliers,
        large=frozenset(large),
        halves=halves,
        alone=singular,
        genitive=genitive,
        genitive_after=folded_set(alone["genitive_after"], f"{_FILE.name} alone.genitive_after"),
        vague_before=folded_set(alone["vague_before"], f"{_FILE.name} alone.vague_before"),
        fractions_after=_valued(data["fractions"]["after"], "fractions.after"),
        fractions_before=before,
        denominators=denominators,
        whole=whole,
        before_fraction=whole | denominators.keys() | {"с"},
        surplus=folded_set(rest["surplus"], f"{_FILE.name} words.surplus"),
        one_before=folded_set(rest["one_before"], f"{_FILE.name} words.one_before"),
        openers=frozenset(cardinals) | halves.keys() | singular | genitive | before.keys(),
    )
