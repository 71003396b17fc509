"""Whose an office is: the country, institution or place inside, behind and before the role phrase, one step each."""

from collections.abc import Callable

from pipelines.entities.layout import Layout
from pipelines.entities.mention import Mention
from pipelines.entities.office import Office, split_deputy
from pipelines.entities.roles import RoleMatch, level_of, roles
from pipelines.text.records import replace

_OWN_NOUNS = ("noun", "abbreviation", "bloc")


def scope(layout: Layout, match: RoleMatch) -> Office:
    """The office of a matched phrase with everything around it that tells whose it is."""
    office = Office(match.start, match.end, match.role, match.slots, plural=_several(layout, match))
    for step in _STEPS:
        office = step(layout, office, match)
    return _settle(office)


def _several(layout: Layout, match: RoleMatch) -> bool:
    return (
        match.plural
        or layout.lower(match.start - 1) in roles().counted
        or (layout.lower(match.end) in roles().of_several and layout.lower(match.end + 1) in roles().several_countries)
    )


def _code(mention: Mention) -> tuple[str, ...]:
    code = mention.country or mention.canonical_id
    return () if code is None else (code,)


def _inside(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """As in "глава азербайджанского правительства", "председатель Витебского облисполкома"."""
    inside = [layout.countries.get(i) or layout.places[i] for i in match.passed]
    return replace(office, countries=tuple(dict.fromkeys(c for _, m in inside for c in _code(m))))


def _institution(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """Organizations behind the role: "глава Росатома", "депутат Милли Меджлиса", "директор завода «Горизонт»"."""
    start = next(
        (
            i
            for i in range(office.end - 1, office.start, -1)
            if i in layout.organizations and layout.organizations[i][0] > office.end
        ),
        office.end,
    )
    if start == office.end and start in layout.countries and layout.countries[start][0] in layout.organizations:
        start = layout.countries[start][0]  # "председатель белорусского Нацбанка"
        office = replace(office, countries=office.countries or _code(layout.countries[_index_before(layout, start)][1]))
    while start in layout.organizations:
        end, organization = layout.organizations[start]
        if organization.form == "media" and office.role != "generic_head":
            break
        headed = "generic_head" if start < office.end else office.role  # "председатель Палаты представителей"
        office = replace(
            office,
            end=end,
            role=_headed(headed, organization.form or "other"),
            institution=organization.canonical_id,
            countries=office.countries or ((organization.country,) if organization.country else ()),
        )
        start = end
    return office


def _index_before(layout: Layout, index: int) -> int:
    """Index of the first token of the country mention that ends right before `index`."""
    return next(i for i, (end, _) in layout.countries.items() if end == index)


def _headed(role: str, form: str) -> str:
    """Role of a head, director or member of an organization of this form."""
    lexicon = roles()
    prefix, base = split_deputy(role)
    if base in ("generic_head", "president", "director", "head_of_company") and form in lexicon.heads:
        return prefix + lexicon.heads[form]
    if base in ("generic_head", "president") and form == "ministry":
        return prefix + "minister"
    if base == "generic_member" and form in lexicon.members:
        return lexicon.members[form]
    return role


def _local_body(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """As in "председатель Мингорисполкома", "главы Гродненского облисполкома"."""
    prefix, base = split_deputy(office.role)
    word = layout.lower(office.end)
    if base != "generic_head" or not word.endswith("исполкома"):
        return office
    role = next((r for end, r in roles().local_bodies.items() if word.endswith(end)), "head_of_district")
    # "облисполком", "райисполком" are bodies of Belarus; a bare "исполком" may be of Kazan or of the CIS
    own = ("BLR",) if word != "исполкома" else ()
    return replace(office, end=office.end + 1, role=prefix + role, countries=office.countries or own)


def _place_after(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """Regions and cities: "губернатор Псковской области", "мэр города Минска", "глава Татарстана"."""
    at = office.end + (layout.lower(office.end) in ("города", "г"))
    found = layout.places.get(at)
    prefix, base = split_deputy(office.role)
    if found is None and layout.lower(at - 1) == "города" and all(map(layout.capitalised, range(at, at + 3))):
        return replace(office, end=at + 1)  # a city the gazetteer lacks, then a name
    if found is None or found[1].form not in ("city", "capital", "region"):
        return office
    if level_of(base) == "regional":
        return replace(office, end=found[0], countries=office.countries or _code(found[1]))
    if base in ("generic_head", "president") and found[1].form == "region":
        return replace(office, end=found[0], role=prefix + "governor", countries=_code(found[1]))
    return office


def _countries_after(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """As in "президент Беларуси", "президенты Беларуси и Азербайджана", "посол Беларуси в Баку", "президент страны"."""
    office = replace(office, plural=office.plural or _heads_of_two(layout, office))
    found: list[str] = list(office.countries)
    end = office.end
    while (
        end in layout.countries
        and layout.countries[end][1].form in _OWN_NOUNS
        and _stands_genitive(layout.countries[end][1])
    ):
        found += _code(layout.countries[end][1])
        end = layout.countries[end][0]
        following = end + 1 if layout.lower(end) in ("и", ",") else end
        if not office.plural or following == end or following not in layout.countries:
            break
        after = layout.countries[following][0]
        if layout.lower(end) == "и" and len(found) == 1 and _one_name(layout, after):
            break  # "... и Республики Беларусь Александра Лукашенко"
        end = following
    if office.role == "counterpart" and layout.lower(end) == "из" and end + 1 in layout.countries:
        behind, country = layout.countries[end + 1]
        return replace(office, end=behind, countries=office.countries or _code(country))
    if end == office.end and layout.lower(end) == "этой" and layout.lower(end + 1) in roles().anaphoric_country:
        return replace(office, end=end + 2, of_the_country=True)
    if end == office.end and layout.lower(end) in roles().anaphoric_country:
        return replace(office, end=end + 1, of_the_country=True)
    if layout.lower(end) in roles().of_several and layout.lower(end + 1) in roles().several_countries:
        end += 2
    if split_deputy(office.role)[1] in roles().posted and layout.lower(end) in ("в", "во", "при", "по"):
        seat = layout.countries.get(end + 1) or layout.places.get(end + 1)
        end = seat[0] if seat is not None else end
    return replace(office, end=end, countries=tuple(dict.fromkeys(found)))


def _heads_of_two(layout: Layout, office: Office) -> bool:
    """True for "главы МИД Сербии и Азербайджана": one head has one country, so the word is a plural."""
    if ("nomn", "plur") not in office.slots:
        return False
    end, own = layout.countries.get(office.end, (0, None))
    _, second = layout.countries.get(end + 1, (0, None))
    if own is None or second is None or layout.lower(end) != "и":
        return False
    return all(m.form in _OWN_NOUNS and _stands_genitive(m) for m in (own, second))


def _one_name(layout: Layout, index: int) -> bool:
    """True where a name starts at `index` and no second one follows ("... Сергей Алейник и Ивица Дачич")."""
    at = index
    while layout.capitalised(at) and at not in layout.taken and at - index < 4:
        at += 1
    second = layout.lower(at) in ("и", ",") and layout.capitalised(at + 1) and (at + 1) not in layout.taken
    return at > index and not second


def _stands_genitive(mention: Mention) -> bool:
    return mention.case in (None, "gent") or mention.form in ("abbreviation", "bloc")


def _countries_before(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """As in "белорусский лидер", "белорусский и азербайджанский президенты", "псковский губернатор"."""
    found: list[str] = []
    start = office.start
    while (before := layout.ending_at(start, ("adjective",))) is not None:
        found[:0] = _code(before[1])
        start = before[0]
        if layout.lower(start - 1) not in ("и", ",") or not office.plural:
            break
        start -= 1
    if start != office.start and layout.lower(start) in ("и", ","):
        start += 1
    if not found and not office.countries:
        place = layout.places.get(start - 1)
        if place is not None and place[1].form == "adjective_place" and place[0] == start:
            return replace(office, start=start - 1, countries=_code(place[1]))
    if not found or (office.countries and not office.plural):
        return office
    return replace(office, start=start, countries=office.countries or tuple(dict.fromkeys(found)))


def _country_of_body(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """Bodies that one country alone has: "председатель райисполкома"."""
    if office.countries:
        return office
    words = roles().countries
    told = next((words[layout.lower(i)] for i in range(office.start, office.end) if layout.lower(i) in words), None)
    return replace(office, countries=(told,)) if told is not None else office


def _modifiers(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """As in "его турецкий коллега", "бывший президент"."""
    former = layout.lower(office.start - 1) in roles().former or layout.lower(match.start).startswith("экс-")
    start = office.start - (layout.lower(office.start - 1) in roles().possessive and office.role in roles().anaphoric)
    return replace(office, start=start, former=former)


def _settle(office: Office) -> Office:
    """A head of a whole country is its head of state."""
    prefix, base = split_deputy(office.role)
    if base == "generic_head" and (office.countries or office.of_the_country) and not prefix:
        return replace(office, role="head_of_state")
    return office


_STEPS: tuple[Callable[[Layout, Office, RoleMatch], Office], ...] = (
    _inside,
    _institution,
    _local_body,
    _place_after,
    _countries_after,
    _countries_before,
    _country_of_body,
    _modifiers,
)
