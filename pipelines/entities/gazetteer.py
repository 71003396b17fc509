"""Every way to name a country, bloc or place, in all its case forms, for look-up by the first word."""

from functools import lru_cache

from pipelines.entities.place_lexicons import (
    Entry,
    read_absorbing_names,
    read_country_names,
    read_place_names,
    read_prefixes,
)
from pipelines.text.lexicon import LexiconError
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names`: folded first word -> (the folded words after it, entry), longest first.

    `prefixes`: first part of a compound adjective ("российско") -> entry of its country.
    """

    names: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    prefixes: dict[str, Entry]

    def word(self, folded: str) -> Entry | None:
        """The entry of a single word, None where no name is just that word."""
        return next((entry for rest, entry in self.names.get(folded, ()) if not rest), None)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the lexicons beside this module, made at first use.

    Raises LexiconError where two countries claim one form.
    """
    names: dict[str, dict[tuple[str, ...], Entry]] = {}
    for form, entry in read_country_names():
        for written in dict.fromkeys((form, form.replace("-", " "))):  # "Буркина-Фасо" also as two words
            first, rest = _split(written)
            known = names.setdefault(first, {}).setdefault(rest, entry)
            if known.canonical_id != entry.canonical_id:
                claims = f"{known.canonical_id} and {entry.canonical_id}"
                raise LexiconError(f"countries.csv: {form!r} is claimed by {claims}")
    for form, entry in read_absorbing_names():
        first, rest = _split(form)
        names.setdefault(first, {})[rest] = entry
    # Of places that share a form the first wins; the readers give capitals first and small towns last.
    for form, entry in read_place_names():
        first, rest = _split(form)
        names.setdefault(first, {}).setdefault(rest, entry)
    return Gazetteer(
        names={first: tuple(sorted(rests.items(), key=_longest_first)) for first, rests in names.items()},
        prefixes=read_prefixes(),
    )


def _longest_first(item: tuple[tuple[str, ...], Entry]) -> tuple[int, tuple[str, ...]]:
    return -len(item[0]), item[0]


def _split(form: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = fold(form).split(" ")
    return first, tuple(rest)
