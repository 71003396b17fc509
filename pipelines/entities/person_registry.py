"""The persons of a document by surname, completed by the table of office holders."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from pipelines.entities.nominative import PersonName
from pipelines.entities.office_holders import Holder, in_office, offices
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the document; `terms` are the offices the table knows of him at the document's date."""

    name: str
    given: str
    surname: str  # folded
    gender: str | None
    terms: tuple[Holder, ...] = ()
    country: str | None = None  # of every office that the table knows of him


class Registry:
    """Persons found so far, by surname."""

    def __init__(self, when: Interval | None) -> None:
        self.when = when
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[int]] = {}

    @property
    def surnames(self) -> frozenset[str]:
        return frozenset(self._by_surname)

    def with_surname(self, surname: str) -> Sequence[int]:
        return self._by_surname.get(surname, ())

    def person_of(self, name: PersonName, initials: bool) -> int:
        """The person of that name, made where there is none yet."""
        surname = fold(name.surname)
        alike = [n for n in self.with_surname(surname) if _same_given(name.given, self.persons[n].given)]
        if alike and (name.given or not self.is_of_the_past(alike[0])):
            return alike[0]
        holder = None if name.given and not initials else self.holder({surname: ("masc", "nomn")}, name.given)
        if holder is not None:
            return self.add_holder(holder)
        same = [
            h for h in offices().by_surname.get(surname, ()) if _same_given(name.given, _given_of(h)) and name.given
        ]
        terms = tuple(same or _spelt_otherwise(fold(name.given), surname))
        full = name.full
        if same and not initials:
            full = terms[0].person
        return self._add(Person(full, name.given, surname, name.gender, self._current(terms), _one_country(terms)))

    def is_of_the_past(self, number: int) -> bool:
        """True for a former office holder whose surname somebody in office has at the document's date."""
        person = self.persons[number]
        terms = offices().by_surname.get(person.surname, ())
        if person.terms or not any(h.person == person.name for h in terms):
            return False
        return self.when is not None and _sole([h for h in terms if in_office(h, self.when)]) is not None

    def add_holder(self, holder: Holder) -> int:
        """The person of a term of the table."""
        for number in self.with_surname(holder.surname):
            if _same_given(_given_of(holder), self.persons[number].given):
                return number
        terms = tuple(h for h in offices().by_surname[holder.surname] if h.person == holder.person)
        person = Person(
            holder.person, _given_of(holder), holder.surname, None, self._current(terms), _one_country(terms)
        )
        return self._add(person)

    def holder(self, surnames: Iterable[str], given: str = "") -> Holder | None:
        """The one holder with one of `surnames` in office at the document's date, or the only one ever.

        By the surname alone only the holder of an office that news knows by it.
        """
        terms = [
            h
            for s in surnames
            for h in offices().by_surname.get(s, ())
            if not given or _same_given(given, _given_of(h))
        ]
        for choice in ([h for h in terms if in_office(h, self.when)], terms):
            if given and len({h.person for h in choice}) == 1:
                return choice[0]
            if not given and (sole := _sole(choice)) is not None:
                return sole
        return None

    def _current(self, terms: tuple[Holder, ...]) -> tuple[Holder, ...]:
        if self.when is not None:
            return tuple(h for h in terms if in_office(h, self.when))
        return _longest_held(terms)

    def _add(self, person: Person) -> int:
        self.persons.append(person)
        self._by_surname.setdefault(person.surname, []).append(len(self.persons) - 1)
        return len(self.persons) - 1


_LETTERS_CHANGED = 2
_SHORTEST_SPELT_OTHERWISE = 7


@lru_cache(maxsize=1)
def _by_given_name() -> dict[tuple[str, int], tuple[Holder, ...]]:
    """The table by given name (folded) and length of the surname."""
    found: dict[tuple[str, int], list[Holder]] = {}
    for surname, terms in offices().by_surname.items():
        for h in terms if len(surname) >= _SHORTEST_SPELT_OTHERWISE else ():
            found.setdefault((fold(_given_of(h)), len(surname)), []).append(h)
    return {key: tuple(terms) for key, terms in found.items()}


def _spelt_otherwise(given: str, surname: str) -> list[Holder]:
    """Terms of the one whose surname is another spelling of it: "Биньямин Нетаниягу" is Нетаньяху."""
    near = [
        h
        for h in _by_given_name().get((given, len(surname)), ())
        if sum(a != b for a, b in zip(h.surname, surname, strict=True)) <= _LETTERS_CHANGED
    ]
    return near if len({h.person for h in near}) == 1 else []


def _sole(terms: Sequence[Holder]) -> Holder | None:
    """Whom the bare surname means: the one known by it, unless somebody of another country shares it."""
    known = [h for h in terms if h.is_known_by_surname]
    if len({h.person for h in known}) != 1 or len({h.country for h in terms}) != 1:
        return None
    return known[0]


_MOST_OF_THE_TIME = 0.9
_COMPILED = date(2026, 12, 31)  # where terms that last are cut to be measured


def _longest_held(terms: Sequence[Holder]) -> tuple[Holder, ...]:
    """Terms of the office that somebody held nearly all the time; none where two offices share it."""
    days: dict[tuple[str, str], int] = {}
    for h in terms:
        held = (min(h.end, _COMPILED) - h.start).days
        days[h.country, h.role] = days.get((h.country, h.role), 0) + held
    office = max(days, key=lambda key: days[key], default=None)
    if office is None or days[office] < _MOST_OF_THE_TIME * sum(days.values()):
        return ()
    return tuple(h for h in terms if (h.country, h.role) == office)


def _one_country(terms: Iterable[Holder]) -> str | None:
    countries = {h.country for h in terms}
    return countries.pop() if len(countries) == 1 else None


def _given_of(holder: Holder) -> str:
    return holder.person.rsplit(" ", 1)[0] if " " in holder.person else ""


def _same_given(one: str, other: str) -> bool:
    """True where two given names may be of one person: equal, an initial of the other, or one unknown."""
    if not one or not other:
        return True
    a, b = fold(one), fold(other)
    if "." in a or "." in b:
        return a[0] == b[0]
    return a == b or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split())
