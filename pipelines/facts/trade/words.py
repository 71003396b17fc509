"""The words of trade: a checked lexicon, and where its words stand in a sentence."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from pipelines.text.lexicon import LexiconError, load_toml
from pipelines.text.morph import inflections, parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold, lowers

_FILE = Path(__file__).parent.with_name("trade_volume.toml")

# What the rules ask for, by section of the lexicon.
_READ = {
    "topic": ("turnover", "export", "import", "balance", "foreign"),
    "deed": ("export", "import", "turnover"),
    "anaphor": ("same", "pronoun", "counter"),
    "trend": ("up", "down"),
    "level": ("is",),
    "share": ("part", "falls", "of"),
    "modality": ("target", "intent", "expected", "unreal", "passed"),
    "index": ("pace",),
    "base": ("compared",),
    "scope": ("world", "elsewhere", "these", "whole", "pair", "ours", "local", "govern", "negative"),
    "product": (
        "agri_food", "oil", "oil_products", "gas", "machinery", "fertilizers", "services", "goods",
        "goods_and_services", "other",
    ),
    "carrier": ("goods",),
    "measure": ("volume",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A lexicon word in a sentence: tokens `first` up to `last` (out), what it marks and what it says."""

    first: int
    last: int
    section: str
    value: str
    word: str  # the entry, in its dictionary form


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the lexicon with every form that may stand at each of its places."""

    forms: tuple[frozenset[str], ...]  # what may stand at each place of the phrase
    section: str
    value: str
    word: str


def _forms(word: str) -> frozenset[str]:
    return frozenset({fold(word[1:])}) if word.startswith("=") else inflections(word.lower())


def load_entries(path: Path = _FILE) -> Iterator[Entry]:
    """Entries of a trade lexicon, in its order.

    Raises LexiconError, naming file and entry, on a section or key that no rule reads and on a word that stands
    twice in its section.
    """
    for section, values in load_toml(path).items():
        seen: set[str] = set()
        for value, words in values.items():
            if value not in _READ.get(section, ()):
                raise LexiconError(f"{path.name}: [{section}] {value}: no rule reads it")
            for word in words:
                if fold(word) in seen:
                    raise LexiconError(f"{path.name}: {word!r} stands twice in [{section}]")
                seen.add(fold(word))
                parts = word.split() if " =" in word or not word.startswith("=") else [word]
                yield Entry(tuple(_forms(p) for p in parts), section, value, fold(word.replace("=", "")))


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = {}
    for entry in load_entries():
        for form in sorted(entry.forms[0]):
            index.setdefault(form, []).append(entry)
    return {form: tuple(sorted(found, key=lambda e: -len(e.forms))) for form, found in index.items()}


def _matches(entry: Entry, tokens: Sequence[Token], at: int) -> bool:
    if at + len(entry.forms) > len(tokens):
        return False
    # The first word is there; any() over a generator takes twice as long, and a page asks it a hundred times.
    for step in range(1, len(entry.forms)):  # noqa: SIM110
        if tokens[at + step].lower not in entry.forms[step]:
            return False
    return True


def find_marks(tokens: Sequence[Token]) -> tuple[Mark, ...]:
    """Lexicon words among `tokens`, in order; in each section the longest phrase wins, and no two overlap.

    >>> from pipelines.text.tokens import tokenize
    >>> [(m.section, m.value) for m in find_marks(tokenize("Товарооборот вырос"))]
    [('topic', 'turnover'), ('trend', 'up')]
    """
    index = _index()
    marks: list[Mark] = []
    taken: dict[str, int] = {}
    for at, entries in enumerate(map(index.get, lowers(tokens))):
        for entry in entries or ():
            if taken.get(entry.section, 0) > at or not (len(entry.forms) == 1 or _matches(entry, tokens, at)):
                continue
            last = at + len(entry.forms)
            taken[entry.section] = last
            marks.append(Mark(at, last, entry.section, entry.value, entry.word))
    return tuple(marks)


def speaks_of_trade(tokens: Sequence[Token]) -> bool:
    """True where one of `tokens` opens a word for a trade flow: the gate before costly work."""
    return not _openers().isdisjoint(lowers(tokens))


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(
        form
        for form, entries in _index().items()
        if any(e.section in ("topic", "deed", "anaphor") and e.value not in ("foreign", "pronoun") for e in entries)
    )


@lru_cache(maxsize=1 << 14)
def is_ahead(word: str) -> bool:
    """True for a verb form that speaks of what is to come: "составит", "превысим"."""
    readings = parses(word)
    noun = any(p.pos == "NOUN" for p in readings)  # "по спаду"
    return readings[0].tense == "futr" and not noun and not any(p.tense == "pres" for p in readings)


@lru_cache(maxsize=1 << 14)
def is_infinitive(word: str) -> bool:
    """True for "довести", "увеличить"."""
    return parses(word)[0].pos == "INFN"


@lru_cache(maxsize=1 << 14)
def is_past(word: str) -> bool:
    """True for "довели", "достиг"."""
    parse = parses(word)[0]
    return parse.pos == "VERB" and parse.tense == "past"


@lru_cache(maxsize=1 << 14)
def is_finite(word: str) -> bool:
    """True for a verb that can be the predicate of a clause ("вырос", "составляет", "отгружено")."""
    parse = parses(word)[0]
    return parse.pos in ("VERB", "PRTS", "INFN")


@lru_cache(maxsize=1 << 14)
def may_be_subject(word: str) -> bool:
    """True for a noun whose form can stand in the nominative ("население", not "населения")."""
    return any(p.pos == "NOUN" and p.case == "nomn" and p.score > 0.2 for p in parses(word))
