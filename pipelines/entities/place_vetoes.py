"""Words around a name that make it something else than a country or place: one small rule each, asked in turn."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from pipelines.entities.gazetteer import load_gazetteer
from pipelines.entities.place_declension import Cases
from pipelines.entities.place_lexicons import Entry
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import inflections, parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token

# Cases that a preposition governs.
GOVERNED: dict[str, Cases] = {
    **dict.fromkeys(("из", "от", "до", "для", "у", "без", "против", "около", "кроме"), frozenset({"gent"})),
    **dict.fromkeys(("к", "ко", "по", "благодаря", "вопреки", "согласно"), frozenset({"datv"})),
    **dict.fromkeys(("в", "во", "на"), frozenset({"accs", "loct"})),
    **dict.fromkeys(("с", "со"), frozenset({"gent", "ablt"})),
    **dict.fromkeys(("между", "перед", "над", "под"), frozenset({"ablt"})),
    **dict.fromkeys(("о", "об", "при"), frozenset({"loct"})),
    **dict.fromkeys(("через", "про"), frozenset({"accs"})),
}
_TO_A_PLACE = ("в", "во", "из", "до", "под", "через", "между", "на")
_QUOTES = frozenset("«\"„“'")
_DASHES = frozenset("-–—‑")
_ABBREVIATED = frozenset({"долл", "дол", "руб"})  # money with a full stop of its own: "5 млн долл. США"

Veto = Callable[[Sequence[Token], int, int, Entry], bool]


@dataclass(frozen=True, slots=True)
class Homonyms:
    """Words of homonyms.toml in all their forms, folded."""

    outlets: frozenset[str]
    addresses: frozenset[str]
    currencies: frozenset[str]
    languages: frozenset[str]
    towns: frozenset[str]


@lru_cache(maxsize=1)
def load_homonyms() -> Homonyms:
    """The words of homonyms.toml; raises LexiconError on a word that stands twice in a list."""
    data = load_toml(Path(__file__).parent / "homonyms.toml")
    lists = ("outlets", "addresses", "currencies", "languages", "towns")
    if unknown := set(data) - {*lists, "evidence", "absorbing"}:
        raise LexiconError(f"homonyms.toml: no rule reads {', '.join(sorted(unknown))}")

    def forms(name: str) -> frozenset[str]:
        words = folded_set(data[name], f"homonyms.toml: {name}")
        return frozenset().union(*(inflections(word) for word in words))

    return Homonyms(*(forms(name) for name in lists))


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _before(tokens: Sequence[Token], index: int) -> str:
    """The word before `index`, over an opening quote and the full stop of an abbreviation."""
    for step in (1, 2):
        word = _word(tokens, index - step)
        if word not in _QUOTES and word != ".":
            return word
    return ""


def is_currency(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """ "долларов США", "белорусских рублей": the words name money."""
    if entry.kind != "country":
        return False
    words = load_homonyms().currencies
    if entry.form == "adjective":
        return _word(tokens, index + length) in words
    before = index - 1
    if _word(tokens, before) == "." and _word(tokens, before - 1) in _ABBREVIATED:
        before -= 1
    return _word(tokens, before) in words and "gent" in entry.cases


def is_language(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """ "на английском языке": a language, not a country."""
    return entry.form == "adjective" and _word(tokens, index + length) in load_homonyms().languages


def is_outlet(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """ "Sputnik Грузия", "телеканал «Беларусь 1»": the name of an outlet."""
    if entry.form != "noun" or "nomn" not in entry.cases:
        return False
    before = _before(tokens, index)
    after = index + length + (_word(tokens, index + length) in _DASHES)
    numbered = after < len(tokens) and tokens[after].text in ("1", "2", "3", "4", "5", "24")
    return before in load_homonyms().outlets or (numbered and _word(tokens, index - 1) in _QUOTES)


def is_address(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """ "улица Московская", "отель «Пекин»": named after the place."""
    return entry.kind == "place" and _before(tokens, index) in load_homonyms().addresses


def is_surname(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """ "Андрей Минский", "Д. Ровно": a first name or initials stand before."""
    if length > 1 or index == 0 or not tokens[index].text[0].isupper() or entry.style == "caps":
        return False
    before = tokens[index - 1]
    if before.text == "." and index > 1:
        initial = tokens[index - 2]
        return len(initial.text) == 1 and initial.text.isupper() and tokens[index].start - before.end <= 1
    if before.kind != "word" or not before.text[0].isupper() or before.text.isupper():
        return False
    place = load_gazetteer().word(before.lower)
    return _is_first_name(before.lower) and (place is None or place.care == "evidence")


@lru_cache(maxsize=1 << 14)
def _is_first_name(folded: str) -> bool:
    return "Name" in parses(folded)[0].grammemes


def is_capitalised_demonym(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """ "Антон Чехов", "семья Турок": a nationality has a small letter inside a sentence, a surname a capital."""
    text = tokens[index].text
    if entry.form != "demonym" or not text[0].isupper() or text.isupper():
        return False
    return index > 0 and tokens[index - 1].kind != "punct"


def lacks_evidence(tokens: Sequence[Token], index: int, length: int, entry: Entry) -> bool:
    """A name that is also a word or a person's name, with nothing around that speaks for the place."""
    if entry.care != "evidence":
        return False
    after = tokens[index + length] if index + length < len(tokens) else None
    if after is not None and after.kind == "word" and after.text[0].isupper():
        return True
    before = _word(tokens, index - 1)
    if index == 0:  # a dateline: "София, 14 мая"
        return after is None or after.kind != "punct" or not tokens[0].text.isupper()
    if entry.kind == "country" and (before == "," or tokens[index - 1].kind == "word"):
        return False  # a capital inside a sentence: "включая Того, Гану"
    if before in _TO_A_PLACE and entry.cases & GOVERNED[before]:
        return False
    if _before(tokens, index) in load_homonyms().towns:
        return False
    return not (before in ("и", ",", *_DASHES) and _names_place(tokens, index - 2))


def _names_place(tokens: Sequence[Token], index: int) -> bool:
    if index < 0 or not tokens[index].text[0].isupper():
        return False
    entry = load_gazetteer().word(tokens[index].lower)
    return entry is not None and entry.kind == "place" and entry.care == ""


VETOES: tuple[Veto, ...] = (
    is_currency,
    is_language,
    is_outlet,
    is_address,
    is_surname,
    is_capitalised_demonym,
    lacks_evidence,
)
