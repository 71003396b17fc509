"""Who stands behind an office without a name: "президент Турции", "глава государства", "его турецкий коллега"."""

from collections.abc import Callable, Sequence

from pipelines.entities.layout import Layout
from pipelines.entities.office_countries import COUNTRY_RULES, leads_delegation
from pipelines.entities.office_holders import head_of_state_role, holders
from pipelines.entities.people import People
from pipelines.entities.roles import is_head_of_state, roles
from pipelines.entities.spoken import Place, Reader, Spoken, Standing, same_office
from pipelines.text.interval import Interval
from pipelines.text.tokens import fold

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


def resolve(
    layouts: Sequence[Layout],
    places: Sequence[Place],
    people: People,
    standings: Sequence[Standing],
    when: Interval | None,
) -> None:
    """Fills in countries of offices that have a name beside them, then holders of those that have none."""
    document = Reader(layouts, places, people, standings, when)
    for number, place in enumerate(places):
        if place.person is None:
            continue
        standing = standings[place.person]
        if standing.country is None:
            standing.country = place.country or next(
                (c for rule in COUNTRY_RULES if (c := rule(document, place, number)) is not None), None
            )
        place.country = place.country or standing.country
        if place.country is not None and place.role == "head_of_state":
            place.role = head_of_state_role(place.country)
            standing.role = place.role if standing.role == "head_of_state" else standing.role
    document.read_names()
    for place in places:
        for rule in _RULES:
            if rule(document, place):
                break
        document.add(place)


def _take(place: Place, spoken: Spoken) -> None:
    place.holder = spoken.name
    place.role = spoken.role or place.role
    place.country = place.country or spoken.country


def _named_beside(document: Reader, place: Place) -> bool:
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


def _several(document: Reader, place: Place) -> bool:
    """Plural offices stand for nobody in particular, former ones for nobody in office."""
    return place.office.plural or place.office.former


def _counterpart(document: Reader, place: Place) -> bool:
    """As in "его турецкий коллега", "визави": the office of the one before, in the other country."""
    if place.role != "counterpart":
        return False
    place.anaphoric = True
    known = [s for s in document.spoken(place) if s.role is not None and s.role not in roles().anaphoric]
    if place.country is not None:
        known = [s for s in known if s.country != place.country]
    own = _subject_behind(document, place)
    if own is None and not known:
        return True
    own = own or next((s for s in known[:3] if s.case == "nomn" and s.at[0] == known[0].at[0]), known[0])
    role = own.role or place.role
    others = [
        s
        for s in (*document.spoken(place), *document.spoken_after(place))
        if same_office(role, s.role) and s.country not in (None, own.country) and place.country in (None, s.country)
    ]
    if others:
        _take(place, others[0])
    else:
        place.role = head_of_state_role(place.country) if place.country and is_head_of_state(role) else role
        place.holder = _as_spelt(document, place, _sole_holder(place, document.when))
    return True


def _subject_behind(document: Reader, place: Place) -> Spoken | None:
    """The subject of "Армянского коллегу принимает президент Грузии ...", where the colleague opens the sentence."""
    layout, (block, start) = document.layouts[place.block], place.at
    if "nomn" in place.office.cases or (start > 0 and layout.lower(start - 1) not in (".", "!", "?")):
        return None
    behind = next((s for s in document.spoken_after(place) if s.role is not None), None)
    if behind is None or behind.at[0] != block or behind.case != "nomn" or behind.country == place.country:
        return None
    return behind if "." not in {layout.lower(i) for i in range(start, behind.at[1])} else None


def _sole_holder(place: Place, when: Interval | None) -> str | None:
    found = holders(place.country, place.role, when) if place.country is not None else ()
    return found[0] if len(found) == 1 else None


def _stand_in(document: Reader, place: Place) -> bool:
    """As in "собеседник", "дипломат", "азербайджанский гость"."""
    if place.role not in roles().anaphoric and place.role != "diplomat":
        return False
    place.anaphoric = True
    if place.role in ("guest", "host") and place.country is None:
        return True
    before = document.spoken(place)
    # "Алиев передал собеседнику": the other one of those who talk, not the one named last.
    subject = before[0].name if before and place.role == "interlocutor" and "nomn" not in place.office.cases else None
    for spoken in (*before, *(document.spoken_after(place) if place.role == "diplomat" else ())):
        wanted = (place.role != "diplomat" or spoken.role in _DIPLOMATS) and spoken.name != subject
        if wanted and place.country in (None, spoken.country):
            _take(place, spoken)
            break
    return True


def _bare(document: Reader, place: Place) -> bool:
    """As in "Президент", "министр", "глава государства" without a country: the one spoken of before."""
    if place.country is not None:
        return False
    if place.office.of_the_country:
        place.country = document.last_country(place)
        return place.country is not None and _of_country(document, place)
    place.anaphoric = True
    place.country = leads_delegation(document, place, 0)
    if place.country is not None:
        return _of_country(document, place)
    spoken = document.with_role(place.role, None, place) if place.office.institution is None else None
    if spoken is not None:
        _take(place, spoken)
    return True


def _of_country(document: Reader, place: Place) -> bool:
    """As in "президент Турции" without a name: who the text names elsewhere, then the table."""
    if place.role == "head_of_state" and place.country is not None:
        place.role = head_of_state_role(place.country)
    spoken = document.with_role(place.role, place.country, place)
    if spoken is not None:
        _take(place, spoken)
    else:
        place.holder = _as_spelt(document, place, _sole_holder(place, document.when))
    return True


def _as_spelt(document: Reader, place: Place, holder: str | None) -> str | None:
    """`holder` as the document writes him: "Биньямин Нетаниягу", of that office or of none told, is Нетаньяху."""
    if holder is None or " " not in holder:
        return holder
    given, surname = fold(holder).rsplit(" ", 1)
    for spoken in (*document.spoken(place), *document.spoken_after(place)):
        told, _, last = fold(spoken.name).rpartition(" ")
        fits = spoken.country in (None, place.country) and (spoken.role is None or same_office(place.role, spoken.role))
        if fits and given in told.split() and last[:1] == surname[:1]:
            return spoken.name
    return holder


_RULES: tuple[Callable[[Reader, Place], bool], ...] = (
    _named_beside,
    _several,
    _counterpart,
    _stand_in,
    _bare,
    _of_country,
)
