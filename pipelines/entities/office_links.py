"""Which name goes with which office, and who stands behind an office without a name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from pipelines.documents.document import Document
from pipelines.entities.layout import Layout
from pipelines.entities.mention import Case, Mention
from pipelines.entities.office import Office, split_deputy
from pipelines.entities.office_holders import head_of_government_role, head_of_state_role, holders
from pipelines.entities.people import Named, People
from pipelines.entities.roles import is_head_of_state, roles
from pipelines.entities.slug import slug
from pipelines.text.interval import Interval

_CASES = frozenset(get_args(Case))
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


@dataclass(slots=True)
class Standing:
    """What the text (then the table) tells of a person: office and country."""

    role: str | None = None
    country: str | None = None


def link(
    document: Document, layouts: Sequence[Layout], offices: Sequence[Sequence[Office]], people: People
) -> list[Mention]:
    """Role and person mentions of the document, each with office, country and name where they are known."""
    when = document.published.interval if document.published is not None else None
    places = [
        Place(block, office, _role(layouts[block], office), office.country)
        for block, found in enumerate(offices)
        for office in found
    ]
    standings = [Standing() for _ in people.persons]
    named = _Index(people)
    _bind_names(layouts, places, named, standings)
    _from_table(people, standings)
    _resolve(layouts, places, people, standings, when)
    found = [_role_mention(layouts[p.block], p) for p in places]
    return found + [_person_mention(layouts[n.block], n, people, standings[n.person]) for n in people.named]


class _Index:
    """Names by where they start and end."""

    def __init__(self, people: People) -> None:
        self.starting = {(n.block, n.start): n for n in people.named}
        self.ending = {(n.block, n.end): n for n in people.named}


def _role(layout: Layout, office: Office) -> str:
    """Slug of the office: a head of state or government by the title that country has."""
    prefix, base = split_deputy(office.role)
    if base == "head_of_state" and office.country is not None:
        told = any(layout.lower(i).startswith(("лидер", "глав")) for i in range(office.start, office.end))
        state = any(layout.lower(i) == "государства" for i in range(office.start, office.end))
        if told and not state and office.country in roles().led_by_government:
            return prefix + head_of_government_role(office.country)
        return prefix + head_of_state_role(office.country)
    if base == "prime_minister" and office.country is not None:
        return prefix + head_of_government_role(office.country)
    return {
        "generic_head": f"{prefix}head_of_organization",
        "generic_member": "member",
        "diplomat_before": "diplomat",
    }.get(base, office.role)


def _bind_names(
    layouts: Sequence[Layout], places: Sequence[Place], named: _Index, standings: Sequence[Standing]
) -> None:
    starts = {(p.block, p.office.start): p for p in places}
    for place in places:
        office, block = place.office, place.block
        behind = named.starting.get((block, office.end))
        if behind is not None and not behind.led:
            behind = None
        if behind is not None and office.plural:
            _bind_several(layouts[block], place, behind, named, standings)
        elif behind is not None:
            _bind(place, behind.person, standings)
        else:
            before = named.ending.get((block, office.start - 1))
            if (
                before is not None
                and layouts[block].lower(office.start - 1) in (",", "(")
                and _apposed(layouts[block], office)
            ):
                led = starts.get((block, before.start))
                if led is None:
                    _bind(place, before.person, standings)


def _apposed(layout: Layout, office: Office) -> bool:
    """An office in the nominative between a name with its comma and the end of the phrase."""
    return layout.lower(office.end) in (",", ".", ")", ":", ";", "—", "–", "-", "", "»", '"') and not office.plural


def _bind(place: Place, person: int, standings: Sequence[Standing], country: str | None = None) -> None:
    place.person = person
    if place.office.former or place.role in roles().anaphoric:
        return
    standing = standings[person]
    if standing.role is None:
        standing.role = place.role
    if standing.country is None:
        standing.country = country or place.country


def _bind_several(layout: Layout, place: Place, first: Named, named: _Index, standings: Sequence[Standing]) -> None:
    """ "министры Белоруссии и Сербии А и Б", "президентов Азербайджана А и Беларуси Б"."""
    countries = list(place.office.countries)
    current: Named | None = first
    number = 0
    while current is not None:
        standing = standings[current.person]
        standing.role = standing.role or place.role
        if standing.country is None and number < len(countries):
            standing.country = countries[number]
        number += 1
        if layout.lower(current.end) not in ("и", ","):
            return
        at = current.end + 1
        if at in layout.countries and (place.block, layout.countries[at][0]) in named.starting:
            countries[number:] = [layout.countries[at][1].canonical_id or ""]
            at = layout.countries[at][0]
        current = named.starting.get((place.block, at))


def _from_table(people: People, standings: Sequence[Standing]) -> None:
    """Office and country that the table tells where the text does not."""
    for person, standing in zip(people.persons, standings, strict=True):
        terms = [h for h in person.terms if standing.country in (None, h.country) and standing.role in (None, h.role)]
        if not terms and standing.role is None:
            continue
        if standing.role is None and len({(h.country, h.role) for h in terms}) == 1:
            standing.role = terms[0].role
        if standing.country is None and len({h.country for h in person.terms}) == 1:
            standing.country = person.terms[0].country


def _resolve(
    layouts: Sequence[Layout],
    places: Sequence[Place],
    people: People,
    standings: Sequence[Standing],
    when: Interval | None,
) -> None:
    """Offices without a country or a name, in the order of the text."""
    document = _Reader(layouts, places, people, standings, when)
    for place in places:
        if place.person is None:
            continue
        standing = standings[place.person]
        if standing.country is None:
            standing.country = document.country_nearby(place)
        place.country = place.country or standing.country
    for place in places:
        for rule in _RULES:
            if rule(document, place):
                break


class _Reader:
    """The document as the rules for bare offices ask about it."""

    def __init__(
        self,
        layouts: Sequence[Layout],
        places: Sequence[Place],
        people: People,
        standings: Sequence[Standing],
        when: Interval | None,
    ) -> None:
        self.layouts, self.places, self.people, self.standings, self.when = layouts, places, people, standings, when

    def before(self, place: Place) -> list[Named]:
        """Names before the office, the nearest first."""
        here = (place.block, place.office.start)
        return [n for n in reversed(self.people.named) if (n.block, n.start) < here]

    def country_nearby(self, place: Place) -> str | None:
        """Country of an office that says none: "президент страны", or the delegation its holder leads."""
        layout = self.layouts[place.block]
        if place.office.of_the_country:
            return self._last_country(place)
        for index in range(place.office.start - 1, max(-1, place.office.start - 12), -1):
            if layout.lower(index) in (".", "!", "?"):
                break
            if layout.lower(index).startswith("делегаци"):
                adjective = layout.ending_at(index, ("adjective",))
                noun = layout.countries.get(index + 1)
                if adjective is not None or noun is not None:
                    return (adjective or noun)[1].canonical_id  # type: ignore[index]
        return None

    def _last_country(self, place: Place) -> str | None:
        for block in range(place.block, -1, -1):
            spots = [
                i
                for i, (_, m) in self.layouts[block].countries.items()
                if m.form in ("noun", "abbreviation") and (block < place.block or i < place.office.start)
            ]
            if spots:
                return self.layouts[block].countries[max(spots)][1].canonical_id
        return None

    def with_role(self, role: str, country: str | None, place: Place) -> int | None:
        """The person of the document with that office and country; the nearest before, then any after."""
        fitting = [
            n
            for n in (*self.before(place), *self.people.named)
            if _same_office(role, self.standings[n.person].role)
            and (country is None or self.standings[n.person].country == country)
        ]
        if not fitting:
            return None
        if country is None:  # the subject of the sentence before, sooner than its object
            subject = next((n for n in fitting[:2] if n.case == "nomn"), fitting[0])
            return subject.person
        return fitting[0].person


def _same_office(one: str, other: str | None) -> bool:
    if other is None:
        return False
    if one == other or (is_head_of_state(one) and is_head_of_state(other)):
        return True
    if one == "minister":
        return (
            other.endswith("_minister")
            and other != "prime_minister"
            and not other.startswith(("deputy_", "first_deputy_"))
        )
    if {one, other} == {"prime_minister", "chancellor"}:
        return True
    return {one, other} == {"first_deputy_prime_minister", "deputy_prime_minister"}


def _take(document: _Reader, place: Place, person: int) -> None:
    standing = document.standings[person]
    place.holder = document.people.persons[person].name
    if standing.role is not None:
        place.role = standing.role
    place.country = place.country or standing.country


def _named_beside(document: _Reader, place: Place) -> bool:
    if place.person is None:
        return False
    place.holder = document.people.persons[place.person].name
    if place.role in roles().anaphoric:
        _as_counterpart(document, place)
    return True


def _as_counterpart(document: _Reader, place: Place) -> None:
    """ "азербайджанским коллегой Ильхамом Алиевым": the office of the one before."""
    person = place.person
    if person is None:
        return
    standing = document.standings[person]
    standing.country = standing.country or place.country
    if standing.role is None:
        other = next(
            (n for n in document.before(place) if document.standings[n.person].role and n.person != person), None
        )
        standing.role = document.standings[other.person].role if other is not None else _role_before(document, place)
    place.role, place.country = standing.role or place.role, place.country or standing.country


def _role_before(document: _Reader, place: Place) -> str | None:
    """Role of the nearest office before that is no stand-in itself."""
    earlier = [
        p
        for p in document.places
        if (p.block, p.office.start) < (place.block, place.office.start)
        and p.role not in roles().anaphoric
        and not p.office.plural
    ]
    return earlier[-1].role if earlier else None


def _several(document: _Reader, place: Place) -> bool:
    """Plural offices stand for nobody in particular."""
    return place.office.plural or place.office.former


def _counterpart(document: _Reader, place: Place) -> bool:
    """ "его турецкий коллега", "визави"."""
    if place.role != "counterpart":
        return False
    place.anaphoric = True
    before = document.before(place)
    own = next((n for n in before if document.standings[n.person].role is not None), None)
    role = _role_before(document, place) or (document.standings[own.person].role if own else None)
    if role is None:
        return True
    if own is not None and document.standings[own.person].role and place.country is None:
        role = document.standings[own.person].role or role
    if place.country is not None:
        person = document.with_role(role, place.country, place)
        if person is not None:
            _take(document, place, person)
        else:
            place.role = role if not is_head_of_state(role) else head_of_state_role(place.country)
            place.holder = _sole_holder(place, document.when)
        return True
    if own is not None:
        others = {
            n.person
            for n in document.people.named
            if _same_office(role, document.standings[n.person].role)
            and document.standings[n.person].country not in (None, document.standings[own.person].country)
        }
        if len(others) == 1:
            _take(document, place, others.pop())
        else:
            place.role = role
    return True


def _sole_holder(place: Place, when: Interval | None) -> str | None:
    found = holders(place.country, place.role, when) if place.country is not None else ()
    return found[0] if len(found) == 1 else None


def _stand_in(document: _Reader, place: Place) -> bool:
    """ "собеседник", "дипломат", "азербайджанский гость"."""
    if place.role not in roles().anaphoric and place.role != "diplomat":
        return False
    place.anaphoric = True
    for n in document.before(place):
        standing = document.standings[n.person]
        if place.country is not None and standing.country != place.country:
            continue
        if place.role == "diplomat" and standing.role not in _DIPLOMATS:
            continue
        if place.role in ("guest", "host") and place.country is None:
            break
        _take(document, place, n.person)
        break
    return True


def _bare(document: _Reader, place: Place) -> bool:
    """ "Президент", "министр", "глава государства" without a country: the one spoken of before."""
    if place.country is not None:
        return False
    if place.office.of_the_country:
        place.country = document.country_nearby(place)
        if place.country is not None:
            return _of_country(document, place)
    place.anaphoric = True
    place.country = document.country_nearby(place)
    person = document.with_role(place.role, place.country, place)
    if person is not None:
        _take(document, place, person)
    elif place.country is not None:
        return _of_country(document, place)
    return True


def _of_country(document: _Reader, place: Place) -> bool:
    """ "президент Турции" without a name: who the text names elsewhere, then the table."""
    if place.role == "head_of_state" and place.country is not None:
        place.role = head_of_state_role(place.country)
    person = document.with_role(place.role, place.country, place)
    if person is not None:
        _take(document, place, person)
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


def _role_mention(layout: Layout, place: Place) -> Mention:
    office = place.office
    start, end = layout.tokens[office.start].start, layout.tokens[office.end - 1].end
    cases = office.cases
    case = next(iter(cases)) if len(cases) == 1 else None
    form = "plural" if office.plural else "former" if office.former else "anaphoric" if place.anaphoric else "singular"
    return Mention(
        start=start,
        end=end,
        surface=layout.text[start:end],
        kind="role",
        canonical_id=place.role,
        canonical_name=None,
        form=form,
        case=case if case in _CASES else None,  # type: ignore[arg-type]
        country=place.country,
        role=place.role,
        person=place.holder,
    )


def _person_mention(layout: Layout, named: Named, people: People, standing: Standing) -> Mention:
    start, end = layout.tokens[named.start].start, layout.tokens[named.end - 1].end
    name = people.persons[named.person].name
    return Mention(
        start=start,
        end=end,
        surface=layout.text[start:end],
        kind="person",
        canonical_id=slug(name),
        canonical_name=name,
        form=named.form,
        case=named.case if named.case in _CASES else None,  # type: ignore[arg-type]
        country=standing.country,
        role=standing.role,
        person=name,
    )
