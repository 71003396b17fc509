"""Organizations the news knows by name, and the words that tell other names to be organizations."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import inflections
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("organizations.toml")
FORMS = frozenset(
    [
        "ministry",
        "statistics",
        "customs",
        "company",
        "university",
        "chamber",
        "parliament",
        "media",
        "bank",
        "embassy",
        "government",
        "agency",
        "other",
    ]
)
_NAME_ENDINGS = ("а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "и", "ем", "ей", "я", "ю")


@dataclass(frozen=True, slots=True)
class Known:
    """One way to write an organization of the list: the forms of each word."""

    words: tuple[frozenset[str], ...]
    name: str
    form: str
    country: str | None
    capitals: bool  # an abbreviation: its capitals are part of the name
    among: frozenset[str] = frozenset()  # countries that have one of the name


@dataclass(frozen=True, slots=True)
class OrganizationWords:
    """organizations.toml, ready for matching; heads in all their forms."""

    known: Mapping[str, tuple[Known, ...]]
    starts: frozenset[str]  # every word that an organization may start with or be told by
    heads: Mapping[
        str, str
    ]  # form of a head word -> company | legal | media | university | embassy | committee | ministry


def _is_abbreviation(name: str) -> bool:
    return sum(c.isupper() for c in name) >= 2 and " " not in name and "-" not in name


def _known(entry: Mapping[str, Any], name: str) -> Known:
    capitals = _is_abbreviation(name)
    words: list[frozenset[str]] = []
    for word in name.split():
        if capitals:
            endings = _NAME_ENDINGS if name[-1].isupper() and fold(name[-1]) not in "аеиоуыэю" else ()
            words.append(frozenset({fold(word)} | {fold(word) + e for e in endings}))
        elif word[0].isascii():
            words.append(frozenset({fold(word)}))
        else:
            forms = inflections(word.lower())
            if len(forms) == 1 and fold(word)[-1] not in "аеиоуыэюья":  # a name the dictionary lacks
                forms |= {fold(word) + ending for ending in _NAME_ENDINGS[:4]}
            words.append(forms)
    among = frozenset(entry.get("among", ()))
    return Known(tuple(words), name, entry["form"], entry.get("country"), capitals, among)


_HEAD_KINDS = {
    "company_heads": "company",
    "legal_forms": "legal",
    "media_heads": "media",
    "universities": "university",
    "embassies": "embassy",
    "committees": "committee",
    "ministries": "ministry",
}


@lru_cache(maxsize=1)
def organization_words() -> OrganizationWords:
    """The lexicon of organizations.toml.

    Raises LexiconError on a name that stands twice or a form that is none.
    """
    data = load_toml(_PATH)
    seen: set[str] = set()
    known: dict[str, list[Known]] = {}
    for entry in data["organization"]:
        for name in entry["names"]:
            if name in seen or entry["form"] not in FORMS:
                raise LexiconError(f"{_PATH.name}: {name!r} stands twice or its form {entry['form']!r} is none")
            seen.add(name)
            item = _known(entry, name)
            for form in item.words[0]:
                known.setdefault(form, []).append(item)
    heads: dict[str, str] = {}
    for key, kind in _HEAD_KINDS.items():
        for word in sorted(folded_set(data["words"][key], f"{_PATH.name}: {key}")):
            for form in inflections(word):
                heads[form] = kind
    by_first = {form: tuple(sorted(items, key=lambda e: -len(e.words))) for form, items in known.items()}
    return OrganizationWords(by_first, frozenset({*by_first, *heads}), heads)
