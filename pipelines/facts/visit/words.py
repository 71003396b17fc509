"""Words of the visit frames in every form (visits.toml)."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from pipelines.facts.paradigm import forms_of
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

Group = Literal[
    "visit", "arrive", "go", "return_from", "call_at", "stay", "take_part", "receive", "greet", "await", "meet", "hold",
    "make", "stop", "phone", "speak", "lead", "talks", "chair", "conversation", "delegation", "group",
    "deputies", "by_phone", "by_video",
    "took_place", "begun", "going_on", "will_last", "intend", "arrange", "cancel", "put_off",
    "open_end", "invite", "earlier", "return", "say",
    "credentials", "title", "event", "topic", "clause", "type", "days", "delegated",
]  # fmt: skip
VisitType = Literal["state", "official", "working", "private", "transit"]
_PATH = Path(__file__).parent.with_name("visits.toml")
_SPEAKERS = (("1per", "sing"), ("2per", "sing"))  # "встречу" is a noun; news does not say "I"


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a form: the dictionary word, the group it serves, and what the form tells; `value` is the type of
    visit, the number of days or the level that the word stands for."""

    lemma: str
    group: Group
    pos: str | None
    tense: str | None
    case: str | None
    number: str | None
    value: str | int | None = None


@lru_cache(maxsize=1)
def visit_words() -> dict[str, tuple[Word, ...]]:
    """Readings of every form, by the folded form.

    Raises LexiconError, naming file and entry, on an unknown group or type and on a word that stands twice.

    >>> [(w.group, w.tense) for w in visit_words()["прилетела"]]
    [('arrive', 'past')]
    """
    tables = load_toml(_PATH)
    if unknown := sorted(set(tables["words"]) - set(get_args(Group))):
        raise LexiconError(f"{_PATH.name}: unknown group {unknown[0]!r}")
    entries: list[tuple[str, Group, str | int | None]] = []
    for group, words in tables["words"].items():
        folded_set(words, f"{_PATH.name} [words] {group}")
        entries += [(word, group, None) for word in words]
    for word, kind in tables["types"].items():
        if kind not in get_args(VisitType):
            raise LexiconError(f"{_PATH.name} [types] {word!r}: no such type {kind!r}")
        entries.append((word, "type", kind))
    entries += [(word, "days", days) for word, days in tables["days"].items()]
    entries += [(word, "delegated", level) for word, level in tables["delegations"].items()]
    forms: dict[str, dict[Word, None]] = defaultdict(dict)
    for word, group, value in entries:
        for form, reading in _readings(word, group, value):
            forms[form][reading] = None
    return {form: tuple(readings) for form, readings in forms.items()}


def _readings(word: str, group: Group, value: str | int | None) -> list[tuple[str, Word]]:
    """Every form of `word`, with what it tells."""
    return [
        (f.text, Word(fold(word), group, f.pos, f.tense, f.case, f.number, value))
        for f in forms_of(word, "ADJF")  # not "рабочий", the workman
        if (f.person, f.number) not in _SPEAKERS
    ]
