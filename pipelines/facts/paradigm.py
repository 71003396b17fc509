"""A dictionary word in all its forms, for word lists that name the dictionary form."""

from pipelines.text.morph import analyzer
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "gen1": "gent", "loc1": "loct", "voct": "nomn"}


@dataclass(frozen=True, slots=True)
class Form:
    """One form, folded, and what it tells; None where it tells nothing of the kind."""

    text: str
    pos: str | None = None
    tense: str | None = None
    case: str | None = None
    number: str | None = None
    person: str | None = None


def forms_of(word: str, first: str) -> list[Form]:
    """Every form of `word`, read as part of speech `first` ("ADJF", "INFN") where it may be one.

    Of a word that the dictionary lacks ("вкс", "сп") the form itself.

    >>> [f.text for f in forms_of("визит", "ADJF") if f.case == "datv"]
    ['визиту', 'визитам']
    """
    same = [p for p in analyzer().parse(word) if fold(p.normal_form) == fold(word)]
    own = next((p for p in same if first == p.tag.POS), next(iter(same), None))
    if own is None:
        return [Form(fold(word))]
    tags = ((fold(p.word), p.tag) for p in own.lexeme)
    return [
        Form(text, tag.POS, tag.tense, _CASES.get(tag.case, tag.case), tag.number, tag.person) for text, tag in tags
    ]
