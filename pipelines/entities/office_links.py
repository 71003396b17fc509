"""Which name goes with which office; role and person mentions of a document."""

from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

from pipelines.documents.document import Document
from pipelines.entities.layout import Layout
from pipelines.entities.mention import Case, Mention
from pipelines.entities.office import Office, split_deputy
from pipelines.entities.office_holders import head_of_government_role, head_of_state_role
from pipelines.entities.people import Named, People
from pipelines.entities.roles import roles
from pipelines.entities.slug import slug
from pipelines.entities.spoken import Place, Standing, same_office
from pipelines.entities.stand_ins import resolve

_CASES = frozenset(get_args(Case))


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
    _bind_chains(layouts, places, standings)
    _from_table(people, standings)
    resolve(layouts, places, people, standings, when)
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
        behind = named.starting.get((block, office.end)) or named.starting.get((block, office.end + 1))
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
                and _apposed(layouts[block], office, before)
            ):
                led = starts.get((block, before.start))
                if led is None:
                    _bind(place, before.person, standings)


def _bind_chains(layouts: Sequence[Layout], places: Sequence[Place], standings: Sequence[Standing]) -> None:
    """Two offices of one person: "вице-премьером, председателем Госкомитета Али Ахмедовым"; the first counts."""
    for place, following in pairwise(places):
        office, other = place.office, following.office
        link = layouts[place.block].lower(office.end)
        comma = link in (",", "—", "–", "-") or (link == "и" and _held_together(place, following))
        joined = place.block == following.block and other.start == office.end + comma
        if place.person is not None or following.person is None or not joined or place.role in roles().anaphoric:
            continue
        if (
            not office.plural
            and office.cases & other.cases
            and (place.country is None or following.country in (None, place.country))
        ):
            place.person = following.person
            standings[following.person].role = place.role


def _held_together(place: Place, following: Place) -> bool:
    """True for "заместитель премьер-министра и министр экономики": two offices that one holds by custom."""
    return place.role.endswith("deputy_prime_minister") and following.role.endswith("_minister")


def _apposed(layout: Layout, office: Office, before: Named) -> bool:
    """True for an office between a name with its comma and the end of the phrase, in the case of the name."""
    if office.plural or (before.case is not None and before.case not in office.cases):
        return False
    return layout.lower(office.end) in (",", ".", ")", ":", ";", "—", "–", "-", "", "»", '"')


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


# Offices of the table: only there its country may stand for what the text leaves out.
TABLE_ROLES = ("president", "prime_minister", "chancellor", "king", "foreign_minister", "head_of_state", "minister")
_SENIORITY = ("president", "king", "emir", "supreme_leader", "chancellor", "prime_minister")


def _from_table(people: People, standings: Sequence[Standing]) -> None:
    """Office and country that the table tells where the text does not; of two offices the higher."""
    for person, standing in zip(people.persons, standings, strict=True):
        terms = [h for h in person.terms if standing.country in (None, h.country)]
        if standing.country is None and standing.role in (None, *TABLE_ROLES):
            standing.country = person.country
        if not terms:
            continue
        if standing.role is None or any(standing.role != h.role and same_office(standing.role, h.role) for h in terms):
            best = min(terms, key=lambda h: _SENIORITY.index(h.role) if h.role in _SENIORITY else len(_SENIORITY))
            standing.role = best.role
        if standing.country is None and len({h.country for h in terms}) == 1:
            standing.country = terms[0].country
        if standing.role == "head_of_state" and standing.country is not None:
            standing.role = head_of_state_role(standing.country)


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
