"""Names of people: which words are given names, and the nominative behind a form in any case."""

import re
from functools import lru_cache
from pathlib import Path

from pipelines.entities.declension import CASES
from pipelines.text.lexicon import LexiconError, load_csv
from pipelines.text.morph import analyzer, parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("given_names.csv")
_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщц"
PARTICLES = frozenset(
    {
        "бен",
        "бин",
        "ибн",
        "аль",
        "аль-",
        "фон",
        "дер",
        "ден",
        "де",
        "ди",
        "да",
        "дос",
        "ван",
        "оглы",
        "оглу",
        "кызы",
        "угли",
        "уулу",
        "заде",
        "эль",
    }
)
_PATRONYMIC = re.compile(r"(?:[ое]вич|[ьи]ич|[ое]вн|ичн|инич)(?:а|у|ем|ой|ы|е)?$")
# Surnames that decline like possessive adjectives (-ов, -ев, -ин) and like full adjectives (-ский, -ый).
_POSSESSIVE = re.compile(r"(?:[ое]в|[иы]н)$")


@dataclass(frozen=True, slots=True)
class GivenName:
    """One reading of a form as a given name: its nominative (as spelt), gender, and case."""

    name: str
    gender: str  # masc | femn
    case: str


def title_case(word: str) -> str:
    """`word` with each part capitalised where it is all capitals; else as it stands.

    >>> title_case("КАСЫМ-ЖОМАРТ"), title_case("Мирзиёев")
    ('Касым-Жомарт', 'Мирзиёев')
    """
    if len(word) > 1 and word.isupper():
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def _decline(name: str, gender: str) -> dict[str, str]:
    """Case forms of a given name by its ending; indeclinable where Russian does not decline it."""
    stem, last = name[:-1], name[-1].lower()
    if last == "а":
        i = "и" if stem[-1:].lower() in "гкхжшчщ" else "ы"
        o = "ей" if stem[-1:].lower() in _HUSHING else "ой"
        return dict(zip(CASES, (name, stem + i, stem + "е", stem + "у", stem + o, stem + "е"), strict=True))
    if last == "я":
        e = "и" if stem[-1:].lower() == "и" else "е"
        return dict(zip(CASES, (name, stem + "и", stem + e, stem + "ю", stem + "ей", stem + e), strict=True))
    if gender == "femn" or last in "оуиеэыюё":
        return dict.fromkeys(CASES, name)
    if last in "йь":
        e = "и" if name[-2:].lower() == "ий" else "е"
        return dict(zip(CASES, (name, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + e), strict=True))
    o = "ем" if last in _HUSHING else "ом"
    return dict(zip(CASES, (name, name + "а", name + "у", name + "а", name + o, name + "е"), strict=True))


@lru_cache(maxsize=1)
def listed_names() -> dict[str, tuple[GivenName, ...]]:
    """Forms of the names of given_names.csv, folded.

    Raises LexiconError where a name stands twice.
    """
    found: dict[str, list[GivenName]] = {}
    seen: set[tuple[str, str]] = set()
    for row in load_csv(_PATH, ("name", "gender")):
        name, gender = row["name"], row["gender"]
        if (fold(name), gender) in seen or gender not in ("masc", "femn"):
            raise LexiconError(f"{_PATH.name}: {name!r} stands twice or has no gender")
        seen.add((fold(name), gender))
        for case, form in _decline(name, gender).items():
            found.setdefault(fold(form), []).append(GivenName(name, gender, case))
    return {form: tuple(readings) for form, readings in found.items()}


@lru_cache(maxsize=1 << 15)
def given_readings(word: str) -> tuple[GivenName, ...]:
    """Readings of `word` as a given name, by the list and then by the dictionary; empty where it is none.

    >>> [(r.name, r.case) for r in given_readings("Шавката")]
    [('Шавкат', 'gent'), ('Шавкат', 'accs')]
    """
    listed = listed_names().get(fold(word))
    if listed:
        return listed
    if len(word) < 3 or not is_known_word(word):
        return ()
    readings = [p for p in parses(word) if "Name" in p.grammemes and p.number == "sing" and p.case and p.gender]
    if not readings or any("Surn" in p.grammemes and p.score > readings[0].score for p in parses(word)):
        return ()
    if is_surname_shaped(word) and any("Surn" in p.grammemes for p in parses(word)):
        return ()
    spelt = {p.lemma: _spelt(word, p.lemma) for p in readings}
    return tuple(GivenName(spelt[p.lemma], p.gender or "masc", p.case or "nomn") for p in readings)


@lru_cache(maxsize=1 << 15)
def is_known_word(word: str) -> bool:
    """True where the dictionary holds `word` itself, not only a guess at it."""
    return bool(analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=1 << 15)
def is_ordinary_word(word: str) -> bool:
    """True for a word of the dictionary that is nobody's name: "Ассамблея", "Парламентской".

    Short words are not: many a foreign name reads as one ("Бата Болда").
    """
    names = {"Name", "Surn", "Patr"}
    return (
        len(word) > 6
        and is_known_word(word)
        and not given_readings(word)
        and not any(names & p.grammemes for p in parses(word))
    )


def _spelt(word: str, lemma: str) -> str:
    """Nominative with the letters of `word` where they agree (so that ё stays), capitalised."""
    shown = title_case(word)
    kept = 0
    while kept < min(len(shown), len(lemma)) and fold(shown[kept]) == lemma[kept]:
        kept += 1
    return "-".join(p[:1].upper() + p[1:] for p in (shown[:kept] + lemma[kept:]).split("-"))


def is_surname_shaped(word: str) -> bool:
    """True where the ending alone tells a surname of our region, in any case.

    >>> is_surname_shaped("Мустафаевым"), is_surname_shaped("Саакашвили"), is_surname_shaped("Завод")
    (True, True, False)
    """
    return _SURNAME_SHAPE.search(fold(word)) is not None


_SURNAME_SHAPE = re.compile(
    r"(?:[а-я]{2}(?:[ое]в|ин|ын)(?:а|у|ым|ой|е)?|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|[а-я]{2}ко|[а-я]{3}дзе|швили"
    r"|[а-я]{2}(?:ян|янц)(?:а|у|ом|ем|е)?|[а-я]{2}ич(?:а|у|ем|е)?|[а-я]{2}(?:чук|щук|юк|ук|ик|як|ак)(?:а|у|ом|е)?)$"
)


@lru_cache(maxsize=1 << 15)
def is_surname(word: str) -> bool:
    """True where the dictionary or the ending knows `word` as a surname."""
    return is_surname_shaped(word) or any("Surn" in p.grammemes for p in parses(word))


@lru_cache(maxsize=1 << 15)
def patronymic_gender(word: str) -> str | None:
    """Gender that a patronymic tells (any case), None where `word` is none."""
    folded = fold(word)
    if not _PATRONYMIC.search(folded):
        return None
    return "femn" if re.search(r"(?:вн|ичн)(?:а|у|ой|ы|е)$", folded) else "masc"
