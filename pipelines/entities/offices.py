"""Offices in a block: a role phrase with what tells whose it is, before anybody's name is bound to it."""

from dataclasses import dataclass, replace

from pipelines.entities.declension import Slot
from pipelines.entities.layout import Layout
from pipelines.entities.mention import Mention
from pipelines.entities.roles import RoleMatch, level_of, match_role, roles
from pipelines.text.morph import parses

# Stand for somebody named before.
ANAPHORIC = frozenset({"counterpart", "interlocutor", "diplomat_before", "guest", "host"})
# Say too little by themselves: kept only where a name, a country or an organization follows.
_NEEDS_MORE = frozenset(
    {
        "generic_head",
        "generic_member",
        "director",
        "adviser",
        "special_envoy",
        "expert",
        "professor",
        "patriarch",
        "king",
        "emir",
        "sultan",
        "emperor",
        "head_of_company",
        "rector",
        "lawyer",
        "diplomat",
    }
)
_OWN_NOUNS = ("noun", "abbreviation", "bloc")


@dataclass(frozen=True, slots=True)
class Office:
    """A role over tokens `start` to `end`; `countries` are several for "президенты Беларуси и Азербайджана"."""

    start: int
    end: int
    role: str
    slots: frozenset[Slot]
    countries: tuple[str, ...] = ()
    plural: bool = False
    former: bool = False
    of_the_country: bool = False  # "президент страны": the country named before
    lone: bool = False  # nothing but the bare word

    @property
    def country(self) -> str | None:
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def cases(self) -> frozenset[str]:
        return frozenset(case for case, number in self.slots if (number == "plur") == self.plural or self.plural)


def split_deputy(role: str) -> tuple[str, str]:
    """Prefix of a deputy's role and the role he stands in for.

    >>> split_deputy("first_deputy_generic_head")
    ('first_deputy_', 'generic_head')
    """
    for prefix in ("first_deputy_", "deputy_"):
        if role.startswith(prefix) and role not in roles().levels:
            return prefix, role.removeprefix(prefix)
    return "", role


def find_offices(layout: Layout) -> list[Office]:
    """Offices of one block in the order of the text."""
    lexicon = roles()
    passable = {i: end for i, (end, _) in layout.countries.items()}
    passable |= {i: end for i, (end, m) in layout.places.items() if m.form == "adjective_place"}
    found: list[Office] = []
    index = 0
    while index < len(layout.tokens):
        token = layout.tokens[index]
        lower = token.lower
        end = index + 1
        if token.kind == "word" and (
            lower in lexicon.by_first
            or lower in lexicon.deputies
            or lower in lexicon.first
            or lower in lexicon.compounds
            or lower.startswith("экс-")
        ):
            match = match_role(layout.tokens, index, passable)
            if match is not None:
                office = _complete(layout, match)
                if office is not None:
                    found.append(office)
                    end = office.end
        index = max(index + 1, end)
    return found


def _complete(layout: Layout, match: RoleMatch) -> Office | None:
    """The office with its country, institution and modifiers; None where the word stands for something else."""
    office = Office(match.start, match.end, match.role, match.slots, plural=_several(layout, match))
    for step in (
        _inside,
        _institution,
        _place_after,
        _countries_after,
        _countries_before,
        _country_of_body,
        _modifiers,
    ):
        office = step(layout, office, match)
    office = _settle(office)
    return office if _is_office(layout, office) else None


def _several(layout: Layout, match: RoleMatch) -> bool:
    return (
        match.plural
        or layout.lower(match.start - 1) in roles().counted
        or (layout.lower(match.end) in roles().of_several and layout.lower(match.end + 1) in roles().several_countries)
    )


def _code(mention: Mention) -> tuple[str, ...]:
    return (mention.country or mention.canonical_id,) if mention.country or mention.canonical_id else ()  # type: ignore[return-value]


def _inside(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """ "глава азербайджанского правительства", "председатель Витебского облисполкома"."""
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
        office = replace(office, countries=office.countries or _code(layout.countries[layout_before(layout, start)][1]))
    while start in layout.organizations:
        end, organization = layout.organizations[start]
        if organization.form == "media" and office.role != "generic_head":
            break
        office = replace(
            office,
            end=end,
            role=_headed(office.role, organization.form or "other"),
            countries=office.countries or ((organization.country,) if organization.country else ()),
        )
        start = end
    return office


def layout_before(layout: Layout, index: int) -> int:
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


def _place_after(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """Regions and cities: "губернатор Псковской области", "мэр города Минска", "глава Татарстана"."""
    at = office.end + (layout.lower(office.end) in ("города", "г"))
    found = layout.places.get(at)
    prefix, base = split_deputy(office.role)
    if found is None or found[1].form not in ("city", "capital", "region"):
        return office
    if level_of(base) == "regional":
        return replace(office, end=found[0], countries=office.countries or _code(found[1]))
    if base in ("generic_head", "president") and found[1].form == "region":
        return replace(office, end=found[0], role=prefix + "governor", countries=_code(found[1]))
    return office


def _countries_after(layout: Layout, office: Office, match: RoleMatch) -> Office:
    """ "президент Беларуси", "президенты Беларуси и Азербайджана", "посол Беларуси в Азербайджане", "президент страны"."""
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
    if end == office.end and layout.lower(end) in roles().anaphoric_country:
        return replace(office, end=end + 1, of_the_country=True)
    if layout.lower(end) in roles().of_several and layout.lower(end + 1) in roles().several_countries:
        end += 2
    if split_deputy(office.role)[1] in ("ambassador", "consul", "charge_d_affaires", "special_envoy") and layout.lower(
        end
    ) in ("в", "во", "при", "по"):
        seat = layout.countries.get(end + 1) or layout.places.get(end + 1)
        end = seat[0] if seat is not None else end
    return replace(office, end=end, countries=tuple(dict.fromkeys(found)))


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
    """ "белорусский лидер", "белорусский и азербайджанский президенты", "псковский губернатор"."""
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
    """ "его турецкий коллега", "бывший президент"."""
    former = layout.lower(office.start - 1) in roles().former or layout.lower(match.start).startswith("экс-")
    start = office.start - (layout.lower(office.start - 1) in roles().possessive and office.role in ANAPHORIC)
    return replace(
        office,
        start=start,
        former=former,
        lone=not office.countries and match.end - match.start == 1 == office.end - office.start,
    )


def _settle(office: Office) -> Office:
    """A head of a whole country is its head of state."""
    prefix, base = split_deputy(office.role)
    if base == "generic_head" and (office.countries or office.of_the_country) and not prefix:
        return replace(office, role="head_of_state")
    return office


def _is_office(layout: Layout, office: Office) -> bool:
    """False for words that only look like an office, or say too little to stand for anybody."""
    base = split_deputy(office.role)[1]
    if base in ("guest", "host", "generic_member") and office.plural:
        return False
    named = layout.capitalised(office.end) and office.end not in layout.taken
    if base == "generic_member":
        return named and bool(office.countries)
    if base in _NEEDS_MORE:
        return named or bool(office.countries) or (office.end - office.start > 1 and base != "generic_head")
    word = layout.lower(office.start)
    if word == "после":  # the preposition, not the ambassador
        return False
    if word == "премьера" or word == "лидер" or (word.startswith("лидер") and office.lone):
        return named or bool(office.countries) or (office.plural and not _genitive_noun(layout, office.end))
    return True


def _genitive_noun(layout: Layout, index: int) -> bool:
    """ "лидеры рынка", "лидеров продаж": a lower-case noun behind that is no verb or adverb."""
    return layout.is_word(index) and any(
        p.pos == "NOUN" and p.case == "gent" for p in parses(layout.tokens[index].text)[:1]
    )
