"""Whose an office is that has a name beside it but no country: one small rule each, asked in turn."""

from collections.abc import Callable

from pipelines.entities.office import split_deputy
from pipelines.entities.roles import roles
from pipelines.entities.spoken import Place, Reader


def _of_the_country(document: Reader, place: Place, number: int) -> str | None:
    """As in "президент страны Ильхам Алиев"."""
    return document.last_country(place) if place.office.of_the_country else None


def _beside_another(document: Reader, place: Place, number: int) -> str | None:
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


def leads_delegation(document: Reader, place: Place, number: int) -> str | None:
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


def _of_institution(document: Reader, place: Place, number: int) -> str | None:
    """As in "зампредседателя палаты" after "Белорусская торгово-промышленная палата"."""
    base = split_deputy(place.role)[1]
    forms = {form for form, role in roles().heads.items() if role == base}
    for block in range(place.block, -1, -1):
        for start in sorted(document.layouts[block].organizations, reverse=True):
            organization = document.layouts[block].organizations[start][1]
            if organization.form in forms and organization.country is not None and (block, start) < place.at:
                return organization.country
    return None


def _met_there(document: Reader, place: Place, number: int) -> str | None:
    """As in "провел в Абу-Даби встречу с президентом": he is at home where he is met."""
    layout = document.layouts[place.block]
    if layout.lower(place.office.start - 1) not in ("с", "со"):
        return None
    for index in document.back(place):
        for found in (layout.countries.get(index), layout.places.get(index)):
            if found is not None and found[1].form in ("noun", "abbreviation", "capital", "city"):
                return found[1].country or found[1].canonical_id
    return None


COUNTRY_RULES: tuple[Callable[[Reader, Place, int], str | None], ...] = (
    _of_the_country,
    _beside_another,
    leads_delegation,
    _of_institution,
    _met_there,
)
