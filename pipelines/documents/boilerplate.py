"""Words of site furniture, loaded once from boilerplate.toml."""

import re
from functools import lru_cache
from pathlib import Path

from pipelines.documents.outlets import load_outlets
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("boilerplate.toml")
_EDGE = re.compile(r"^[^\w+]+|(?<=[\w+])[^\w+]+$")
_DIGIT = re.compile(r"\d")
_COUNTERS = re.compile(r"(?:^|\s)\(?\d+\)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Furniture by the way it is known; every word folded.

    `lines`: whole line to reason. `openers`: first words of these and of `related`. `prefixes`: first letter to
    (phrase, reason, weak), longest first.
    """

    lines: dict[str, str]
    openers: frozenset[str]
    prefixes: dict[str, tuple[tuple[str, str, bool], ...]]
    related: frozenset[str]
    inline: tuple[str, ...]
    masthead: frozenset[str]
    documents: tuple[str, ...]
    picture_agencies: frozenset[str]
    open_words: frozenset[str]

    def reason_of_line(self, line: str) -> str | None:
        """Why the folded `line` as a whole is furniture; counters and signs around the words do not matter."""
        if not self.may_be_known(line):
            return None
        bare = bare_words(line)
        return self.lines.get(bare) if bare else None

    def reason_of_prefix(self, line: str, sentence: bool) -> str | None:
        """Why a folded `line` that opens so is furniture; weak words do not make furniture of a `sentence`."""
        for phrase, reason, weak in self.prefixes.get(line[:1], ()):
            if line.startswith(phrase) and not (phrase[-1].isalpha() and line[len(phrase) : len(phrase) + 1].isalpha()):
                return None if weak and sentence else reason
        return None

    def opens_document(self, line: str) -> bool:
        """The folded `line` opens with the name of a kind of document ("соглашение о ...")."""
        return line.lstrip('-–—•* «"').startswith(self.documents)

    def agency(self, name: str) -> bool:
        """Pictures are credited to the (folded) `name`."""
        return name in self.picture_agencies or name in load_outlets().by_name

    def may_be_known(self, line: str) -> bool:
        """False where the first word of the folded `line`, without a sign at it, opens nothing that is known whole."""
        first = line.partition(" ")[0]
        return first in self.openers or not first.isalpha()

    def related_heading(self, line: str) -> str | None:
        """The heading that the folded `line` is or opens with ("читайте также: ..."), None where there is none."""
        if not self.may_be_known(line):
            return None
        if len(line) <= 60 and bare_words(line) in self.related:
            return line
        colon = line.find(":", 0, 60)
        return line[:colon] if colon > 0 and bare_words(line[:colon]) in self.related else None


def bare_words(line: str) -> str:
    """Folded `line` without signs at its ends and without bare numbers.

    >>> bare_words("» комментарии (37)")
    'комментарии'
    """
    bare = _COUNTERS.sub(" ", line) if _DIGIT.search(line) else line
    return bare if bare[:1].isalnum() and bare[-1:].isalnum() else _EDGE.sub("", bare)


@lru_cache(maxsize=1)
def load_boilerplate() -> Boilerplate:
    """The furniture of boilerplate.toml; raises LexiconError on a word that stands twice."""
    data = load_toml(_PATH)
    lines: dict[str, str] = {}
    for reason, words in data["lines"].items():
        for word in sorted(folded_set(words, f"{_PATH.name} lines.{reason}")):
            key = bare_words(word) or word
            if key in lines:
                raise LexiconError(f"{_PATH.name}: {word!r} stands under {lines[key]} and {reason}")
            lines[key] = reason
    prefixes: dict[str, list[tuple[str, str, bool]]] = {}
    for section, weak in (("prefixes", False), ("weak_prefixes", True)):
        for reason, words in data[section].items():
            for word in sorted(folded_set(words, f"{_PATH.name} {section}.{reason}")):
                prefixes.setdefault(word[:1], []).append((word, reason, weak))
    related = frozenset(
        bare_words(w) for w in folded_set(data["related"]["headings"], f"{_PATH.name} related.headings")
    )
    return Boilerplate(
        lines,
        frozenset(known.partition(" ")[0] for known in (*lines, *related)),
        {key: tuple(sorted(entries, key=lambda e: (-len(e[0]), e))) for key, entries in prefixes.items()},
        related,
        tuple(fold(w) for w in data["related"]["inline"]),
        folded_set(data["masthead"]["words"], f"{_PATH.name} masthead.words"),
        tuple(sorted(folded_set(data["related"]["documents"], f"{_PATH.name} related.documents"))),
        folded_set(data["masthead"]["picture_agencies"], f"{_PATH.name} masthead.picture_agencies"),
        folded_set(data["wraps"]["open_words"], f"{_PATH.name} wraps.open_words"),
    )
