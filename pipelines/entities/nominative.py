"""The nominative behind a name in any case, by its given name, by what stands before it, by its endings."""

from collections.abc import Mapping
from functools import lru_cache

from pipelines.entities.declension import CASES
from pipelines.entities.names import PARTICLES, given_readings, title_case
from pipelines.entities.surname_endings import first_attested, guess_cases, nominatives
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name over tokens `start` to `end` as it stands: given names (or initials), then the surname."""

    start: int
    end: int
    givens: tuple[str, ...]
    surname: str
    initials: bool = False
    gender: str | None = None  # told by a patronymic
    eastern: bool = False  # the family name stands first and is not declined
    known: tuple[str, str] | None = None  # given name and surname of the office holder it must be


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


def nominative_of(span: NameSpan, hints: frozenset[str], attested: frozenset[str]) -> PersonName:
    """The nominative of a name.

    `hints` are the cases that the office or preposition before it allows; `attested` the surnames (folded) known to be
    nominatives. The given name's own case decides first, then the hints, then the endings.
    """
    if span.known is not None:
        gender, case = _known_slot(span, span.known[1], hints)
        return PersonName(*span.known, gender, case)
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


def _known_slot(span: NameSpan, surname: str, hints: frozenset[str]) -> tuple[str | None, str | None]:
    """Gender, and the one case in which the form is of `surname`, as far as given name and hints leave one."""
    fitting = {
        (gender, case)
        for gender in ("masc", "femn")
        for case in CASES
        if any(fold(name) == fold(surname) for name in nominatives(span.surname, gender, case))
    }
    given = fold(span.known[0]) if span.known is not None else ""
    told = {(r.gender, r.case) for g in span.givens[:1] for r in given_readings(g) if given.startswith(fold(r.name))}
    fitting = (fitting & told) or fitting
    cases = {case for _, case in fitting}
    cases = (cases & hints) or cases
    genders = {gender for gender, _ in fitting}
    return (genders.pop() if len(genders) == 1 else None), (cases.pop() if len(cases) == 1 else None)


def _options(span: NameSpan, hints: frozenset[str]) -> list[tuple[str, str]]:
    """(gender, case) pairs to try, the likeliest first."""
    known = [] if span.initials or span.eastern else [r for g in span.givens if (r := given_readings(g))]
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
    words = (span.surname,) if span.initials or span.eastern or not span.givens else (*span.givens, span.surname)
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
    if span.initials or span.eastern:
        return " ".join(title_case(g) for g in span.givens)
    found = []
    for word in span.givens:
        if word.lower() in PARTICLES:
            found.append(word)
            continue
        readings = given_readings(word)
        fitting = next(
            (r for r in readings if r.case == case and r.gender == gender), readings[0] if readings else None
        )
        if fitting is not None:
            found.append(fitting.name)
        elif gender == "femn" and case is not None and (name := _unlisted_female(word, case)) is not None:
            found.append(name)
        elif case is not None and gender is not None:
            found.append(next(iter(nominatives(word, gender, case)), title_case(word)))
        else:
            found.append(title_case(word))
    return " ".join(found)


_FEMALE_ENDINGS = {
    "gent": (("ы", "а"), ("и", "я")),
    "datv": (("е", "а"),),
    "accs": (("у", "а"), ("ю", "я")),
    "ablt": (("ой", "а"), ("ей", "я")),
    "loct": (("е", "а"),),
}


def _unlisted_female(word: str, case: str) -> str | None:
    """The nominative of a woman's name that no list holds: "Сагибы" in the genitive gives "Сагиба"."""
    for ending, nominative in _FEMALE_ENDINGS.get(case, ()):
        if word.lower().endswith(ending):
            return title_case(word)[: -len(ending)] + nominative
    return None


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


def agrees(span: NameSpan, cases: frozenset[str]) -> bool:
    """True where the name may stand in one of `cases`, as the office before it does."""
    readings = [] if span.initials or span.eastern or not span.givens else given_readings(span.givens[0])
    if readings and not any(r.case in cases for r in readings):
        return False  # "с президентом Турции Александр Лукашенко"
    if span.known is not None:
        return any(
            fold(span.known[1]) == fold(name)
            for gender in ("masc", "femn")
            for case in cases
            for name in nominatives(span.surname, gender, case)
        )
    if readings:
        return True
    return any(nominatives(span.surname, gender, case) for gender in ("masc", "femn") for case in cases) or not cases
