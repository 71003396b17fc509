"""Names of people in a block: where they stand, and what their nominative is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipelines.entities.declension import CASES
from pipelines.entities.layout import Layout
from pipelines.entities.names import (
    PARTICLES,
    first_attested,
    given_readings,
    guess_cases,
    is_surname,
    is_surname_shaped,
    nominatives,
    patronymic_gender,
    title_case,
)
from pipelines.text.lexicon import folded_set, load_toml
from pipelines.text.morph import analyzer, inflections, parses
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("persons.toml")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name over tokens `start` to `end` as it stands: given names (or initials), then the surname."""

    start: int
    end: int
    givens: tuple[str, ...]
    surname: str
    initials: bool = False
    gender: str | None = None  # told by a patronymic


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in the nominative; `given` is "" where only the surname is known."""

    given: str
    surname: str
    gender: str | None = None
    case: str | None = None

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of persons.toml in all their forms."""

    namesakes: frozenset[str]
    never: frozenset[str]


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """The words of persons.toml; raises LexiconError on a word that stands twice."""
    data = load_toml(_PATH)
    sakes = folded_set(data["namesakes"], _PATH.name)
    never = folded_set(data["never"], _PATH.name)
    return NameWords(
        frozenset().union(*(inflections(w) for w in sakes)) | folded_set(data["namesake_words"], _PATH.name),
        frozenset().union(*(inflections(w) for w in never)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str  # initial | word | particle
    text: str
    start: int
    end: int


def _run(layout: Layout, index: int) -> list[_Part]:
    """Parts of a name that may stand from token `index` on: capitalised words, initials with their dots, particles."""
    parts: list[_Part] = []
    words = name_words()
    while index < len(layout.tokens) and len(parts) < _MOST_WORDS + 2:
        token = layout.tokens[index]
        if token.kind != "word" or not _free(layout, index):
            break
        if len(token.text) <= 2 and token.text[0].isupper() and layout.lower(index + 1) == ".":
            parts.append(_Part("initial", token.text + ".", index, index + 2))
            index += 2
            continue
        if token.lower in PARTICLES and parts and (token.text.islower() or parts[-1].kind == "word"):
            parts.append(_Part("particle", token.text, index, index + 1))
        elif token.text[0].isupper() and token.lower not in words.never and _cyrillic(token.text):
            parts.append(_Part("word", token.text, index, index + 1))
        else:
            break
        index += 1
    while (
        parts and parts[-1].kind == "particle" and parts[-1].text.islower() and parts[-1].text not in ("оглы", "кызы")
    ):
        parts.pop()
    return parts


def _free(layout: Layout, index: int) -> bool:
    kind = layout.taken.get(index)
    if kind == "place":  # "Владимир", "София" before a surname are people
        token = layout.tokens[index]
        return bool(given_readings(token.text)) and layout.capitalised(index + 1) and (index + 1) not in layout.taken
    return kind is None


def _cyrillic(word: str) -> bool:
    return "а" <= fold(word[0]) <= "я"


def name_at(layout: Layout, index: int, after_role: bool) -> NameSpan | None:
    """The name that starts at token `index`, None where none does.

    `after_role`: an office stands right before, so that a name need not be known to be one.
    """
    if not layout.capitalised(index) or not _free(layout, index):
        return None
    parts = _run(layout, index)
    if not parts:
        return None
    for rule in _RULES:
        found = rule(parts, after_role)
        if found is not None:
            return found
    return None


def _initials_first(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "А. Н. Кулагин", "И.Алиев"."""
    count = 0
    while count < len(parts) and parts[count].kind == "initial":
        count += 1
    if not 1 <= count <= 2 or count == len(parts) or parts[count].kind != "word" or len(parts[count].text) < 3:
        return None
    return NameSpan(parts[0].start, parts[count].end, tuple(p.text for p in parts[:count]), parts[count].text, True)


def _initials_last(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "Кулагин А. Н."."""
    if parts[0].kind != "word" or len(parts) < 2 or parts[1].kind != "initial":
        return None
    if not after_role and not is_surname(parts[0].text):
        return None
    initials = [p for p in parts[1:3] if p.kind == "initial"]
    return NameSpan(parts[0].start, initials[-1].end, tuple(p.text for p in initials), parts[0].text, True)


def _words(parts: Sequence[_Part]) -> list[_Part]:
    """Leading words and particles, up to the first initial."""
    found: list[_Part] = []
    for part in parts:
        if part.kind == "initial":
            break
        found.append(part)
    return found


def _surname_first(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "ПАЦКЕВИЧ Николай", "Алиев Ильхам Гейдарович"."""
    words = _words(parts)
    if len(words) not in (2, 3) or any(w.kind != "word" for w in words):
        return None
    if given_readings(words[0].text) or not given_readings(words[1].text) or not is_surname_shaped(words[0].text):
        return None
    if len(words) == 3 and patronymic_gender(words[2].text) is None:
        return None
    return NameSpan(words[0].start, words[-1].end, (words[1].text,), words[0].text)


def _given_first(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "Александр Лукашенко", "Реджеп Тайип Эрдоган", "Мухаммед бен Заид", "Сергей Викторович Лавров"."""
    words = _words(parts)
    if len(words) < 2 or not given_readings(words[0].text):
        return None
    gender = patronymic_gender(words[1].text)
    if gender is not None and len(words) > 2 and words[2].kind == "word":
        return NameSpan(words[0].start, words[2].end, (words[0].text,), words[2].text, gender=gender)
    end = 2
    while end < min(len(words), _MOST_WORDS) and not _ends_name(words, end):
        end += 1
    return _of_words(words[:end])


def _ends_name(words: Sequence[_Part], end: int) -> bool:
    """True where the word before `end` is a surname, so that what follows is no part of the name."""
    last = words[end - 1]
    if last.kind == "particle" or words[end].kind == "particle":
        return False
    return is_surname(last.text) and not (given_readings(last.text) and not is_surname_shaped(last.text))


def _of_words(words: Sequence[_Part]) -> NameSpan:
    names = [w for w in words if w.kind == "word" or w.text[0].isupper()]
    if words[-1].text in ("оглы", "кызы"):  # a patronymic behind the surname and the name
        names = names[:2]
    given = [w.text for w in words[: words.index(names[-1])]] if len(names) > 1 else []
    return NameSpan(words[0].start, words[-1].end, tuple(given), names[-1].text)


def _by_office(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """Any capitalised words behind an office: "президент Эммерсон Мнангагва", "министр Хренин"."""
    words = _words(parts)
    if not after_role or not words or words[0].kind != "word":
        return None
    if len(words) > 1 and is_surname_shaped(words[0].text) and not is_surname(words[1].text):
        return _of_words(words[:1])
    end = min(len(words), 1)
    while end < min(len(words), _MOST_WORDS) and (end < 2 or not _ends_name(words, end)):
        end += 1
    return _of_words(words[:end])


def _by_surname(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """An unknown given name before a word that only a surname ends like: "Абдылас Жакыпов"."""
    words = _words(parts)
    if len(words) < 2 or any(w.kind != "word" for w in words[:2]):
        return None
    first, second = words[0].text, words[1].text
    if len(first) < 3 or analyzer().word_is_known(first.lower()) or is_surname_shaped(first):
        return None
    if not is_surname_shaped(second) or any(p.pos == "ADJF" and p.score > 0.5 for p in parses(second)):
        return None
    return _of_words(words[:2])


_RULES = (_initials_first, _initials_last, _surname_first, _given_first, _by_office, _by_surname)


def nominative_of(span: NameSpan, hints: frozenset[str], attested: frozenset[str]) -> PersonName:
    """The nominative of a name.

    `hints` are the cases that the office or preposition before it allows; `attested` the surnames (folded) known to be
    nominatives. The given name's own case decides first, then the hints, then the endings.
    """
    options = _options(span, hints)
    best: tuple[str, str, str] | None = None
    for gender, case in options:
        candidates = nominatives(span.surname, gender, case)
        chosen = first_attested(candidates, attested)
        if chosen is not None:
            best = (chosen, gender, case)
            break
        if best is None and candidates:
            best = (candidates[0], gender, case)
    if best is None:
        return PersonName(_given(span, None, None), title_case(span.surname), None, None)
    surname, gender, case = best
    certain = len({c for _, c in options}) == 1
    return PersonName(_given(span, gender, case), surname, gender, case if certain or hints else None)


def _options(span: NameSpan, hints: frozenset[str]) -> list[tuple[str, str]]:
    """(gender, case) pairs to try, the likeliest first."""
    known = [] if span.initials else [r for g in span.givens if (r := given_readings(g))]
    pairs = [(r.gender, r.case) for r in known[0]] if known else []
    for readings in known[1:]:
        both = [p for p in pairs if any(p == (r.gender, r.case) for r in readings)]
        pairs = both or pairs
    if span.gender is not None:
        pairs = [p for p in pairs if p[0] == span.gender] or pairs
    if hints:
        pairs = [p for p in pairs if p[1] in hints] or pairs
    if len({case for _, case in pairs}) == len(CASES):  # an indeclinable given name tells no case
        order = guess_cases((span.surname,)) if not hints else ()
        pairs.sort(key=lambda p: (order.index(p[1]) if p[1] in order else len(order), CASES.index(p[1])))
    if pairs:
        return pairs
    words = (span.surname,) if span.initials or not span.givens else (*span.givens, span.surname)
    cases = [c for c in CASES if c in hints] if hints else list(guess_cases(words))
    genders = ("femn", "masc") if _female(span.surname, hints) else ("masc", "femn")
    return [(gender, case) for gender in genders for case in cases]


def _female(surname: str, hints: frozenset[str]) -> bool:
    word = fold(surname)
    if word.endswith(("овой", "евой", "иной", "ской", "цкой")):
        return True
    return word.endswith(("ова", "ева", "ская", "цкая")) and hints <= {"nomn"}


def _given(span: NameSpan, gender: str | None, case: str | None) -> str:
    """Given names in the nominative, joined; initials as they stand."""
    if span.initials:
        return " ".join(span.givens)
    found = []
    for word in span.givens:
        if word.lower() in PARTICLES and word.islower():
            found.append(word)
            continue
        readings = given_readings(word)
        fitting = next(
            (r for r in readings if r.case == case and r.gender == gender), readings[0] if readings else None
        )
        if fitting is not None:
            found.append(fitting.name)
        elif case is not None and gender is not None:
            found.append(next(iter(nominatives(word, gender, case)), title_case(word)))
        else:
            found.append(title_case(word))
    return " ".join(found)


@lru_cache(maxsize=1 << 15)
def surname_readings(word: str) -> Mapping[str, tuple[str, str]]:
    """Folded nominatives that `word` may be a form of, each with the (gender, case) that gives it."""
    found: dict[str, tuple[str, str]] = {}
    for gender in ("masc", "femn"):
        for case in CASES:
            for name in nominatives(word, gender, case):
                found.setdefault(fold(name), (gender, case))
    found.setdefault(fold(word), ("masc", "nomn"))
    return found
