"""What ministries are about: the words after "министр" and "министерство", and one-word names ("Минпром")."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pipelines.text.lexicon import LexiconError, load_toml
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold

_PATH = Path(__file__).with_name("ministries.toml")
_ENDINGS = ("", "а", "у", "ом", "е")


@dataclass(frozen=True, slots=True)
class Ministries:
    """`of`: by first word, the phrases (longest first) with their field; `short`: one-word names, every form."""

    of: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    short: dict[str, tuple[str, str]]  # folded form -> (field, name as written)


@lru_cache(maxsize=1)
def ministries() -> Ministries:
    """The fields of ministries.toml.

    Raises LexiconError where a phrase or a short name stands twice.
    """
    of: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    short: dict[str, tuple[str, str]] = {}
    seen: set[str] = set()
    for field in load_toml(_PATH)["field"]:
        for phrase in field["of"]:
            if fold(phrase) in seen:
                raise LexiconError(f"{_PATH.name}: {phrase!r} stands twice")
            seen.add(fold(phrase))
            words = tuple(fold(phrase).replace(",", " ,").split())
            of.setdefault(words[0], []).append((words, field["slug"]))
        for name in field["short"]:
            if fold(name) in short:
                raise LexiconError(f"{_PATH.name}: {name!r} stands twice")
            indeclinable = name[-1] in "оиыу" or (name.isupper() and name != "МИД")
            for ending in ("",) if indeclinable else _ENDINGS:
                short[fold(name) + ending] = (field["slug"], name)
    return Ministries({k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in of.items()}, short)


def field_at(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Field whose words start at `index`, with the index behind them; None where no field does.

    The first field names the ministry: "промышленности и торговли" is `industry`.
    """
    if index >= len(tokens):
        return None
    for words, slug in ministries().of.get(tokens[index].lower, ()):
        end = index + len(words)
        if end <= len(tokens) and all(tokens[index + k].lower == word for k, word in enumerate(words)):
            return slug, _more_fields(tokens, end)
    return None


def _more_fields(tokens: Sequence[Token], end: int) -> int:
    """Index behind "и ..." that adds further fields to the first."""
    while end + 1 < len(tokens) and tokens[end].lower in ("и", ","):
        for words, _ in ministries().of.get(tokens[end + 1].lower, ()):
            stop = end + 1 + len(words)
            if all(t.lower == w for t, w in zip(tokens[end + 1 : stop], words, strict=False)) and stop <= len(tokens):
                break
        else:
            return end
        end = stop
    return end
