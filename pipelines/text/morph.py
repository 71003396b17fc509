"""Russian morphology by dictionary (pymorphy3), cached: lemmas, grammatical features, inflection."""

from collections.abc import Iterable
from functools import lru_cache

import pymorphy3

from pipelines.text.records import dataclass
from pipelines.text.tokens import fold


@dataclass(frozen=True, slots=True)
class Parse:
    """One reading of a word form; `lemma` is folded, features are OpenCorpora grammemes, None where there is none."""

    lemma: str
    pos: str | None  # NOUN, ADJF, VERB, INFN, PRTF, PRTS, NUMR, PREP, ...
    case: str | None  # nomn, gent, datv, accs, ablt, loct (gen2, loc2 and the like are folded into these)
    number: str | None  # sing, plur
    gender: str | None  # masc, femn, neut
    tense: str | None  # past, pres, futr
    grammemes: frozenset[str]
    score: float


_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}


@lru_cache(maxsize=1)
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The one dictionary of the process (0.1 s and 42 MB, made at first use)."""
    made = pymorphy3.MorphAnalyzer(lang="ru")
    made.TagClass.typed_grammemes = False  # plain strings, ten times as fast to compare
    return made


@lru_cache(maxsize=1 << 17)
def parses(word: str) -> tuple[Parse, ...]:
    """Readings of `word`, most likely first.

    >>> parses("Азербайджаном")[0].lemma, parses("Азербайджаном")[0].case
    ('азербайджан', 'ablt')
    """
    return tuple(
        Parse(
            lemma=fold(p.normal_form),
            pos=p.tag.POS,
            case=_CASES.get(p.tag.case, p.tag.case),
            number=p.tag.number,
            gender=p.tag.gender,
            tense=p.tag.tense,
            grammemes=frozenset(p.tag.grammemes),
            score=p.score,
        )
        for p in analyzer().parse(word)
    )


@lru_cache(maxsize=1 << 17)
def lemma(word: str) -> str:
    """Most likely dictionary form of `word`, folded.

    >>> lemma("товарооборота")
    'товарооборот'
    """
    return parses(word)[0].lemma


@lru_cache(maxsize=1 << 16)
def inflections(word: str) -> frozenset[str]:
    """Every form of the dictionary word `word`, folded (the word itself where the dictionary lacks it).

    >>> "экспорту" in inflections("экспорт")
    True
    """
    readings = analyzer().parse(word)
    # The reading whose dictionary form is the word itself, not a form of another word that looks alike.
    own = next((p for p in readings if fold(p.normal_form) == fold(word)), readings[0])
    return frozenset(fold(p.word) for p in own.lexeme) | {fold(word)}


def inflect(word: str, grammemes: Iterable[str]) -> str | None:
    """`word` in the form that `grammemes` ask for, None where the dictionary has no such form."""
    return _inflected(word, frozenset(grammemes))


@lru_cache(maxsize=1 << 15)
def _inflected(word: str, grammemes: frozenset[str]) -> str | None:
    parse = analyzer().parse(word)[0].inflect(set(grammemes))
    return None if parse is None else str(parse.word)
