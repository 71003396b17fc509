"""Words of site furniture, loaded once from boilerplate.toml."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipelines.documents.outlets import load_outlets
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("boilerplate.toml")
_EDGE = re.compile(r"^[^\w+]+|[^\w+]+$")
_COUNTERS = re.compile(r"(?:^|\s)\(?\d+\)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Furniture by the way it is known; every word folded.

    `lines`: whole line to reason. `prefixes`: first letter to (phrase, reason) pairs, longest first.
    """

    lines: dict[str, str]
    prefixes: dict[str, tuple[tuple[str, str], ...]]
    related: frozenset[str]
    inline: tuple[str, ...]
    masthead: frozenset[str]
    documents: tuple[str, ...]
    picture_agencies: frozenset[str]

    def reason_of_line(self, line: str) -> str | None:
        """Why the folded `line` as a whole is furniture; counters and signs around the words do not matter."""
        bare = bare_words(line)
        return self.lines.get(bare) if bare else None

    def reason_of_prefix(self, line: str) -> str | None:
        """Why a folded `line` that opens so is furniture."""
        for phrase, reason in self.prefixes.get(line[:1], ()):
            if line.startswith(phrase) and not (phrase[-1].isalpha() and line[len(phrase) : len(phrase) + 1].isalpha()):
                return reason
        return None

    def opens_document(self, line: str) -> bool:
        """The folded `line` opens with the name of a kind of document ("соглашение о ...")."""
        return line.lstrip('-–—•* «"').startswith(self.documents)

    def agency(self, name: str) -> bool:
        """Pictures are credited to the (folded) `name`."""
        return name in self.picture_agencies or name in load_outlets().by_name

    def related_heading(self, line: str) -> str | None:
        """The heading that the folded `line` is or opens with ("читайте также: ..."), None where there is none."""
        if bare_words(line) in self.related:
            return line
        head, colon, _ = line.partition(":")
        return head if colon and bare_words(head) in self.related else None


def bare_words(line: str) -> str:
    """Folded `line` without signs at its ends and without bare numbers.

    >>> bare_words("» комментарии (37)")
    'комментарии'
    """
    return _EDGE.sub("", _COUNTERS.sub(" ", line)).strip()


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
    prefixes: dict[str, list[tuple[str, str]]] = {}
    for reason, words in data["prefixes"].items():
        for word in sorted(folded_set(words, f"{_PATH.name} prefixes.{reason}"), key=lambda w: (-len(w), w)):
            prefixes.setdefault(word[:1], []).append((word, reason))
    return Boilerplate(
        lines,
        {key: tuple(pairs) for key, pairs in prefixes.items()},
        frozenset(bare_words(w) for w in folded_set(data["related"]["headings"], f"{_PATH.name} related.headings")),
        tuple(fold(w) for w in data["related"]["inline"]),
        folded_set(data["masthead"]["words"], f"{_PATH.name} masthead.words"),
        tuple(sorted(folded_set(data["related"]["documents"], f"{_PATH.name} related.documents"))),
        folded_set(data["masthead"]["picture_agencies"], f"{_PATH.name} masthead.picture_agencies"),
    )
