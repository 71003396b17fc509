"""Who stands behind an office without a name: "президент Турции", "глава государства", "его турецкий коллега"."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.entities.layout import Layout
from pipelines.entities.office import Office, split_deputy
from pipelines.entities.office_holders import head_of_state_role, holders
from pipelines.entities.people import Named, People
from pipelines.entities.roles import is_head_of_state, roles
from pipelines.text.interval import Interval

_DIPLOMATS = frozenset(
    {
        "ambassador",
        "consul",
        "charge_d_affaires",
        "diplomat",
        "foreign_minister",
        "special_envoy",
        "deputy_foreign_minister",
    }
)
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
class _Spoken:
    """Somebody spoken of: by name, or by an office whose holder is known."""

    at: tuple[int, int]
    name: str
    role: str | None
    country: str | None
    case: str | None


def _at(spoken: _Spoken) -> tuple[int, int]:
    return spoken.at


class _Reader:
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
        self._events: list[_Spoken] = []

    def read_names(self) -> None:
        """Takes everybody named, with what is known of them by now."""
        self._events = [self._named(n) for n in self.people.named]

    def add(self, place: Place) -> None:
        """Takes the holder of an office that has no name beside it."""
        if place.holder is not None and place.person is None:
            spoken = _Spoken(place.at, place.holder, place.role, place.country, _only(place.office.cases))
            insort(self._events, spoken, key=_at)

    def spoken(self, place: Place) -> list[_Spoken]:
        """Those spoken of before the office, the nearest first."""
        return self._events[: bisect_left(self._events, place.at, key=_at)][::-1]

    def spoken_after(self, place: Place) -> list[_Spoken]:
        """Those named behind the office, the nearest first."""
        return self._events[bisect_right(self._events, place.at, key=_at) :]

    def _named(self, named: Named) -> _Spoken:
        standing = self.standings[named.person]
        name = self.people.persons[named.person].name
        return _Spoken((named.block, named.start), name, standing.role, standing.country, named.case)

    def with_role(self, role: str, country: str | None, place: Place) -> _Spoken | None:
        """Who holds that office by the document: the nearest before, then after."""
        fitting = [
            s
            for s in (*self.spoken(place), *self.spoken_after(place))
            if _same_office(role, s.role) and country in (None, s.country)
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


def resolve(
    layouts: Sequence[Layout],
    places: Sequence[Place],
    people: People,
    standings: Sequence[Standing],
    when: Interval | None,
) -> None:
    """Fills in countries of offices that have a name beside them, then holders of those that have none."""
    document = _Reader(layouts, places, people, standings, when)
    for number, place in enumerate(places):
        if place.person is None:
            continue
        standing = standings[place.person]
        if standing.country is None:
            standing.country = place.country or next(
                (c for rule in _COUNTRY_RULES if (c := rule(document, place, number)) is not None), None
            )
        place.country = place.country or standing.country
    document.read_names()
    for place in places:
        for rule in _RULES:
            if rule(document, place):
                break
        document.add(place)


def _only(cases: frozenset[str]) -> str | None:
    return next(iter(cases)) if len(cases) == 1 else None


# Whose an office is that has a name beside it but no country.


def _of_the_country(document: _Reader, place: Place, number: int) -> str | None:
    """As in "президент страны Ильхам Алиев"."""
    return document.last_country(place) if place.office.of_the_country else None


def _beside_another(document: _Reader, place: Place, number: int) -> str | None:
    """As in "президент Вьетнама То Лам, премьер-министр Фам Минь Тинь и министр обороны Фан Ван Зянг"."""
    if not number:
        return None
    before = document.places[number - 1]
    if before.block != place.block or before.person is None or before.office.plural:
        return None
    ends = [
        n.end
        for n in document.people.named
        if n.block == place.block and n.person == before.person and n.end <= place.office.start
    ]
    joined = (
        ends
        and document.layouts[place.block].lower(max(ends)) in ("и", ",", "также")
        and place.office.start - max(ends) <= 2
    )
    return before.country if joined else None


def _leads_delegation(document: _Reader, place: Place, number: int) -> str | None:
    """As in "российской делегации во главе с вице-премьером", "делегация из китайской провинции ..."."""
    layout = document.layouts[place.block]
    for index in document.back(place):
        if not layout.lower(index).startswith("делегаци"):
            continue
        before = layout.ending_at(index, ("adjective",))
        if before is not None:
            return before[1].canonical_id
        for at in range(index + 1, min(index + 5, place.office.start)):
            found = layout.countries.get(at) or layout.places.get(at)
            if found is not None:
                return found[1].country or found[1].canonical_id
    return None


def _of_institution(document: _Reader, place: Place, number: int) -> str | None:
    """As in "зампредседателя палаты" after "Белорусская торгово-промышленная палата"."""
    base = split_deputy(place.role)[1]
    forms = {form for form, role in roles().heads.items() if role == base}
    for block in range(place.block, -1, -1):
        for start in sorted(document.layouts[block].organizations, reverse=True):
            organization = document.layouts[block].organizations[start][1]
            if organization.form in forms and organization.country is not None and (block, start) < place.at:
                return organization.country
    return None


def _met_there(document: _Reader, place: Place, number: int) -> str | None:
    """As in "провел в Абу-Даби встречу с президентом": he is at home where he is met."""
    layout = document.layouts[place.block]
    if layout.lower(place.office.start - 1) not in ("с", "со"):
        return None
    for index in document.back(place):
        for found in (layout.countries.get(index), layout.places.get(index)):
            if found is not None and found[1].form in ("noun", "abbreviation", "capital", "city"):
                return found[1].country or found[1].canonical_id
    return None


_COUNTRY_RULES: tuple[Callable[[_Reader, Place, int], str | None], ...] = (
    _of_the_country,
    _beside_another,
    _leads_delegation,
    _of_institution,
    _met_there,
)


# Who holds an office that has no name beside it.


def _same_office(one: str, other: str | None) -> bool:
    if other is None:
        return False
    if one == other or (is_head_of_state(one) and is_head_of_state(other)):
        return True
    if one == "minister":
        return other.endswith("_minister") and other != "prime_minister" and "deputy" not in other
    pair = {one, other}
    return pair in ({"prime_minister", "chancellor"}, {"first_deputy_prime_minister", "deputy_prime_minister"})


def _take(place: Place, spoken: _Spoken) -> None:
    place.holder = spoken.name
    place.role = spoken.role or place.role
    place.country = place.country or spoken.country


def _named_beside(document: _Reader, place: Place) -> bool:
    """As in "министр обороны Виктор Хренин"; "коллегой Ильхамом Алиевым" has the office of the one before."""
    if place.person is None:
        return False
    name = document.people.persons[place.person].name
    place.holder = name
    if place.role in roles().anaphoric:
        standing = document.standings[place.person]
        if standing.role is None and place.role == "counterpart":
            other = next((s for s in document.spoken(place) if s.role and s.name != name), None)
            standing.role = other.role if other is not None else None
            document.read_names()
            for earlier in document.places[: document.places.index(place)]:
                document.add(earlier)
        place.role, place.country = standing.role or place.role, place.country or standing.country
    return True


def _several(document: _Reader, place: Place) -> bool:
    """Plural offices stand for nobody in particular, former ones for nobody in office."""
    return place.office.plural or place.office.former


def _counterpart(document: _Reader, place: Place) -> bool:
    """As in "его турецкий коллега", "визави": the office of the one before, in the other country."""
    if place.role != "counterpart":
        return False
    place.anaphoric = True
    known = [s for s in document.spoken(place) if s.role is not None and s.role not in roles().anaphoric]
    if place.country is not None:
        known = [s for s in known if s.country != place.country]
    if not known:
        return True
    own = next((s for s in known[:3] if s.case == "nomn" and s.at[0] == known[0].at[0]), known[0])
    role = own.role or place.role
    others = [
        s
        for s in (*document.spoken(place), *document.spoken_after(place))
        if _same_office(role, s.role) and s.country not in (None, own.country) and place.country in (None, s.country)
    ]
    if others:
        _take(place, others[0])
    else:
        place.role = head_of_state_role(place.country) if place.country and is_head_of_state(role) else role
        place.holder = _sole_holder(place, document.when)
    return True


def _sole_holder(place: Place, when: Interval | None) -> str | None:
    found = holders(place.country, place.role, when) if place.country is not None else ()
    return found[0] if len(found) == 1 else None


def _stand_in(document: _Reader, place: Place) -> bool:
    """As in "собеседник", "дипломат", "азербайджанский гость"."""
    if place.role not in roles().anaphoric and place.role != "diplomat":
        return False
    place.anaphoric = True
    if place.role in ("guest", "host") and place.country is None:
        return True
    for spoken in (*document.spoken(place), *(document.spoken_after(place) if place.role == "diplomat" else ())):
        wanted = place.role != "diplomat" or spoken.role in _DIPLOMATS
        if wanted and place.country in (None, spoken.country):
            _take(place, spoken)
            break
    return True


def _bare(document: _Reader, place: Place) -> bool:
    """As in "Президент", "министр", "глава государства" without a country: the one spoken of before."""
    if place.country is not None:
        return False
    if place.office.of_the_country:
        place.country = document.last_country(place)
        return place.country is not None and _of_country(document, place)
    place.anaphoric = True
    place.country = _leads_delegation(document, place, 0)
    if place.country is not None:
        return _of_country(document, place)
    spoken = document.with_role(place.role, None, place) if place.office.institution is None else None
    if spoken is not None:
        _take(place, spoken)
    return True


def _of_country(document: _Reader, place: Place) -> bool:
    """As in "президент Турции" without a name: who the text names elsewhere, then the table."""
    if place.role == "head_of_state" and place.country is not None:
        place.role = head_of_state_role(place.country)
    spoken = document.with_role(place.role, place.country, place)
    if spoken is not None:
        _take(place, spoken)
    else:
        place.holder = _sole_holder(place, document.when)
    return True


_RULES: tuple[Callable[[_Reader, Place], bool], ...] = (
    _named_beside,
    _several,
    _counterpart,
    _stand_in,
    _bare,
    _of_country,
)
