"""Word lists kept as data beside the module that reads them: loaded once, checked on loading."""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipelines.text.tokens import fold


class LexiconError(ValueError):
    """A word list that breaks its own rules; the message names file and entry."""


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML lexicon.

    Raises LexiconError, naming the file, where it is missing or is no TOML.
    """
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error


def load_csv(path: Path, columns: Iterable[str]) -> Iterator[dict[str, str]]:
    """Rows of a CSV lexicon whose header holds at least `columns`; lines that open with # are comments.

    Raises LexiconError where a column is missing or a row has a cell too many or too few.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        missing = set(columns) - set(reader.fieldnames or ())
        if missing:
            raise LexiconError(f"{path.name}: column {', '.join(sorted(missing))} missing")
        for row in reader:
            if None in row or None in row.values():
                raise LexiconError(f"{path.name}: line {reader.line_num} has a cell too many or too few")
            yield row


def folded_set(words: Iterable[str], where: str) -> frozenset[str]:
    """`words` folded (lower case, ё as е); raises LexiconError, naming `where`, on a word that stands twice."""
    seen: set[str] = set()
    for word in words:
        folded = fold(word)
        if folded in seen:
            raise LexiconError(f"{where}: {word!r} stands twice")
        seen.add(folded)
    return frozenset(seen)
