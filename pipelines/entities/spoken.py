"""Who has been spoken of up to a place in the document: named people, and offices whose holder is known."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from pipelines.entities.layout import Layout
from pipelines.entities.office import Office
from pipelines.entities.people import Named, People
from pipelines.entities.roles import is_head_of_state
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass

_SENTENCE_ENDS = frozenset(".!?")
_BACK = 14  # tokens that a delegation or a place may stand before its head


@dataclass(slots=True)
class Place:
    """An office in the document with what is found out about it in turn."""

    block: int
    office: Office
    role: str
    country: str | None
    person: int | None = None  # named beside it
    holder: str | None = None  # canonical name
    anaphoric: bool = False

    @property
    def at(self) -> tuple[int, int]:
        return self.block, self.office.start


@dataclass(slots=True)
class Standing:
    """What the text (then the table) tells of a person: office and country."""

    role: str | None = None
    country: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody spoken of: by name, or by an office whose holder is known."""

    at: tuple[int, int]
    name: str
    role: str | None
    country: str | None
    case: str | None


def _at(spoken: Spoken) -> tuple[int, int]:
    return spoken.at


class Reader:
    """The document as the rules ask about it."""

    def __init__(
        self,
        layouts: Sequence[Layout],
        places: Sequence[Place],
        people: People,
        standings: Sequence[Standing],
        when: Interval | None,
    ) -> None:
        self.layouts, self.places, self.people, self.standings, self.when = layouts, places, people, standings, when
        self._events: list[Spoken] = []

    def read_names(self) -> None:
        """Takes everybody named, with what is known of them by now."""
        self._events = [self._named(n) for n in self.people.named]

    def add(self, place: Place) -> None:
        """Takes the holder of an office that has no name beside it."""
        if place.holder is not None and place.person is None:
            spoken = Spoken(place.at, place.holder, place.role, place.country, _only(place.office.cases))
            insort(self._events, spoken, key=_at)

    def spoken(self, place: Place) -> list[Spoken]:
        """Those spoken of before the office, the nearest first."""
        return self._events[: bisect_left(self._events, place.at, key=_at)][::-1]

    def spoken_after(self, place: Place) -> list[Spoken]:
        """Those named behind the office, the nearest first."""
        return self._events[bisect_right(self._events, place.at, key=_at) :]

    def _named(self, named: Named) -> Spoken:
        standing = self.standings[named.person]
        name = self.people.persons[named.person].name
        return Spoken((named.block, named.start), name, standing.role, standing.country, named.case)

    def with_role(self, role: str, country: str | None, place: Place) -> Spoken | None:
        """Who holds that office by the document: the nearest before, then after."""
        fitting = [
            s
            for s in (*self.spoken(place), *self.spoken_after(place))
            if same_office(role, s.role) and country in (None, s.country)
        ]
        if not fitting:
            return None
        if country is None:  # the subject of the sentence before, sooner than its object
            return next((s for s in fitting[:2] if s.case == "nomn"), fitting[0])
        return fitting[0]

    def back(self, place: Place) -> Iterator[int]:
        """Token indices before the office within its sentence, back to the next person, the nearest first."""
        layout = self.layouts[place.block]
        others = {
            p.office.end for p in self.places if p.block == place.block and p is not place and p.person is not None
        }
        for index in range(place.office.start - 1, max(-1, place.office.start - _BACK), -1):
            if layout.lower(index) in _SENTENCE_ENDS or index in others:
                return
            yield index

    def last_country(self, place: Place) -> str | None:
        """The country named last before the office."""
        for block in range(place.block, -1, -1):
            spots = [
                i
                for i, (_, m) in self.layouts[block].countries.items()
                if m.form in ("noun", "abbreviation") and (block < place.block or i < place.office.start)
            ]
            if spots:
                return self.layouts[block].countries[max(spots)][1].canonical_id
        return None


def _only(cases: frozenset[str]) -> str | None:
    return next(iter(cases)) if len(cases) == 1 else None


def same_office(one: str, other: str | None) -> bool:
    """True where two slugs may be one office, said more or less exactly."""
    if other is None:
        return False
    if one == other or (is_head_of_state(one) and is_head_of_state(other)):
        return True
    if one == "minister":
        return other.endswith("_minister") and other != "prime_minister" and "deputy" not in other
    pair = {one, other}
    return pair in ({"prime_minister", "chancellor"}, {"first_deputy_prime_minister", "deputy_prime_minister"})
