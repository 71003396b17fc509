"""Case forms of dictionary words, made once when a lexicon is loaded."""

from collections.abc import Iterable
from functools import lru_cache

from pipelines.text.morph import analyzer
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

# (case, number) of a form.
Slot = tuple[str, str]
Forms = dict[str, frozenset[Slot]]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ANY_SLOT: frozenset[Slot] = frozenset((case, number) for case in CASES for number in ("sing", "plur"))
_FOLDED_CASES = {"gen2": "gent", "gen1": "gent", "acc2": "accs", "loc2": "loct", "loc1": "loct", "voct": "nomn"}


def forms_of(word: str) -> Forms:
    """Folded forms of the nominative `word`, each with the (case, number) it may stand for.

    A word that is no noun or adjective ("и", "по") has itself for every slot.

    >>> sorted(forms_of("премьер")["премьера"])
    [('accs', 'sing'), ('gent', 'sing')]
    """
    key = fold(word)
    readings = [
        p
        for p in analyzer().parse(word)
        if p.tag.POS in {"NOUN", "ADJF", "PRTF"} and p.tag.case == "nomn" and fold(p.word) == key
    ]
    if not readings:
        return {key: ANY_SLOT}
    # A person before a thing ("гость", "представитель"), singular before plural.
    best = max(readings, key=lambda p: ("anim" in p.tag, p.tag.number == "sing", p.score))
    found: dict[str, set[Slot]] = {}
    for p in best.lexeme:
        if p.tag.case is None or p.tag.POS != best.tag.POS:
            continue
        if p.tag.gender is not None and best.tag.gender is not None and p.tag.gender != best.tag.gender:
            continue
        if p.tag.POS != "NOUN" and p.tag.case == "accs" and "inan" in p.tag:
            continue
        case = _FOLDED_CASES.get(p.tag.case, p.tag.case)
        found.setdefault(fold(p.word), set()).add((case, p.tag.number or "sing"))
    return {form: frozenset(slots) for form, slots in found.items()}


@dataclass(frozen=True, slots=True)
class Complement:
    """Forms that a word after an office may take; `plural` those that tell of several holders."""

    all: frozenset[str]
    plural: frozenset[str]


def genitives(word: str) -> Complement:
    """`word` (as it stands in a fixed phrase, mostly a genitive) with its genitive plural.

    Several holders take a plural complement: "главы правительств".

    >>> sorted(genitives("правительства").plural)
    ['правительств']
    """
    key = fold(word)
    plural: set[str] = set()
    for p in analyzer().parse(word):
        if p.tag.POS in {"NOUN", "ADJF"} and p.tag.case == "gent" and fold(p.word) == key:
            plural = {fold(q.word) for q in p.lexeme if q.tag.case == "gent" and q.tag.number == "plur"} - {key}
            break
    return Complement(frozenset(plural | {key}), frozenset(plural))


def common_slots(words: Iterable[frozenset[Slot]]) -> frozenset[Slot]:
    """Slots that all words of a group share."""
    return _shared(tuple(words))


@lru_cache(maxsize=1 << 12)
def _shared(words: tuple[frozenset[Slot], ...]) -> frozenset[Slot]:
    shared = ANY_SLOT
    for slots in words:
        shared = shared & slots
    return shared
