"""Words of the agreement frames in every form (agreements.toml), and sectors by word beginnings (sectors.toml)."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from pipelines.facts.paradigm import forms_of
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold

Group = Literal[
    "document", "weak", "many", "bundle", "sign", "adopt", "agree", "force", "prepare", "propose", "drop", "fulfil",
    "run", "signing", "ratifying", "drafting", "done", "ahead", "plan", "refuse", "manage", "settle", "decide",
    "decision", "understanding", "side", "vague_act", "encounter", "supply", "set_up", "setting_up", "venture", "joint",
    "together", "twin", "twinned", "link", "say", "occasion", "operate", "launch", "yet", "make", "become", "plain",
    "exchange", "stay", "number", "leave", "dropping",
]  # fmt: skip
Noun = Literal["treaty", "agreement", "memorandum", "contract", "roadmap", "programme", "declaration", "document"]
Sector = Literal[
    "trade", "industry", "agriculture", "energy", "transport", "construction", "defence", "science", "education",
    "health", "culture", "sport", "tourism", "finance", "digital", "environment", "humanitarian", "regional", "space",
    "security",
]  # fmt: skip
Beginning = Literal[
    "domestic",
    "national",
    "no_goods",
    "framework",
    "circumstance",
    "supplies",
    "ordinals",
    "mutual",
    "carriers",
    "building",
    "points",
    "traders",
    "another",
    "legal_basis",
    "stage",
    "loans",
    "players",
    "lenders",
]
_PATH = Path(__file__).parent.with_name("agreements.toml")
_SECTORS = Path(__file__).parent.with_name("sectors.toml")


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a form: dictionary word, the group it serves, what the form tells; `noun`: which document."""

    lemma: str
    group: Group
    pos: str | None
    tense: str | None
    case: str | None
    number: str | None
    noun: Noun | None = None


@lru_cache(maxsize=1)
def agreement_words() -> dict[str, tuple[Word, ...]]:
    """Readings of every form, by the folded form.

    Raises LexiconError, naming file and entry, on an unknown group or kind and on a word that stands twice.

    >>> [(w.noun, w.case) for w in agreement_words()["меморандумом"]]
    [('memorandum', 'ablt')]
    """
    tables = load_toml(_PATH)
    _check(tables["words"], get_args(Group), "words")
    _check(tables["documents"], get_args(Noun), "documents")
    folded_set((w for words in tables["documents"].values() for w in words), f"{_PATH.name} [documents]")
    entries: list[tuple[str, Group, Noun | None]] = []
    for noun, words in tables["documents"].items():
        entries += [(word, "document", noun) for word in words]
    for group, words in tables["words"].items():
        entries += [(word, group, None) for word in words]
    forms: dict[str, dict[Word, None]] = defaultdict(dict)
    for word, group, noun in entries:
        for form, reading in _readings(word, group, noun):
            forms[form][reading] = None
    return {form: tuple(readings) for form, readings in forms.items()}


def _check(table: dict[str, Any], allowed: Iterable[str], name: str) -> None:
    """Raises LexiconError on a key of `table` that is not `allowed` and on a word that stands twice under one key."""
    if unknown := sorted(set(table) - set(allowed)):
        raise LexiconError(f"{_PATH.name} [{name}]: unknown {unknown[0]!r}")
    for key, words in table.items():
        folded_set(words, f"{_PATH.name} [{name}] {key}")


def _readings(word: str, group: Group, noun: Noun | None) -> list[tuple[str, Word]]:
    forms = forms_of(word, "INFN")  # "мочь" the verb
    return [(f.text, Word(fold(word), group, f.pos, f.tense, f.case, f.number, noun)) for f in forms]


@cache
def beginnings(name: Beginning) -> tuple[str, ...]:
    """Beginnings of words listed under that name, sorted; see agreements.toml for what they serve."""
    return tuple(sorted(folded_set(load_toml(_PATH)["beginnings"][name], f"{_PATH.name} [beginnings] {name}")))


@lru_cache(maxsize=1)
def _sector_stems() -> dict[str, Sector]:
    table = load_toml(_SECTORS)
    if unknown := sorted(set(table) - set(get_args(Sector))):
        raise LexiconError(f"{_SECTORS.name}: unknown sector {unknown[0]!r}")
    folded_set((stem for stems in table.values() for stem in stems), _SECTORS.name)
    return {fold(stem): sector for sector in get_args(Sector) for stem in table.get(sector, ())}


@lru_cache(maxsize=1 << 14)
def _sector_of(word: str) -> Sector | None:
    """The sector of a folded word, by the longest beginning that is listed."""
    stems = _sector_stems()
    return next((stems[word[:n]] for n in range(len(word), 1, -1) if word[:n] in stems), None)


def sectors_of(tokens: Iterable[Token]) -> tuple[Sector, ...]:
    """Sectors that the words of `tokens` tell of, in alphabetical order."""
    found = {_sector_of(t.lower) for t in tokens if t.kind == "word"}
    return tuple(sorted(s for s in found if s is not None))
