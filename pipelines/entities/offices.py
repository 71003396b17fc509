"""Offices in a block: a role phrase with what tells whose it is, before anybody's name is bound to it."""

from collections.abc import Mapping, Sequence

from pipelines.entities.cues import ROLE, opening
from pipelines.entities.layout import Layout
from pipelines.entities.office import Office, split_deputy
from pipelines.entities.office_scope import scope
from pipelines.entities.organization_words import organization_words
from pipelines.entities.persons import may_open_name
from pipelines.entities.roles import level_of, match_role, roles
from pipelines.text.morph import parses
from pipelines.text.records import replace

_LONGEST_TAIL = 12
_HIGH = frozenset({"head_of_state", "head_of_government", "minister"})
_TAIL_PREPOSITIONS = frozenset({"по", "в", "во", "при", "на", "за", "для", "между"})
_TAIL_CASES = frozenset({"gent", "datv", "loct", "accs"})


def find_offices(layout: Layout) -> list[Office]:
    """Offices of one block in the order of the text, without overlaps."""
    hits = opening(layout.cues, ROLE)
    if not hits:
        return []
    passable = {i: end for i, (end, _) in layout.countries.items()}
    passable |= {i: end for i, (end, m) in layout.places.items() if m.form == "adjective_place"}
    found: list[Office] = []
    behind = 0
    for index in hits:
        match = match_role(layout.tokens, index, passable) if index >= behind else None
        if match is not None:
            found.append(scope(layout, match))
            behind = found[-1].end
    return [office for office in _with_tails(layout, found) if _is_office(layout, office)]


def _with_tails(layout: Layout, found: Sequence[Office]) -> list[Office]:
    """Offices drawn out to the name behind them; one that another serves is no office of its own."""
    starts = {o.start: o for o in found}
    result: list[Office] = []
    for office in found:
        if result and office.start < result[-1].end:
            continue
        result.append(_tail(layout, office, starts))
    return result


def _tail(layout: Layout, office: Office, starts: Mapping[int, Office]) -> Office:
    """The office up to the name, over words that say more of it.

    "председатель комиссии парламента по энергетике Иван Петров", "пресс-секретарь президента Азербайджана".
    """
    base = split_deputy(office.role)[1]
    served = starts.get(office.end)
    if base in roles().serving and served is not None and served is not office and "gent" in served.cases:
        office = replace(office, end=served.end, countries=office.countries or served.countries)
    if office.plural or base in roles().anaphoric or _named(layout, office):
        return office
    drawn, at = office, office.end
    while at - office.end < _LONGEST_TAIL:
        step = _tail_step(layout, drawn, at, starts)
        if step is None:
            return office
        drawn, at = step
        if at not in starts and may_open_name(layout, at) and not _goes_on(layout, at):
            return replace(drawn, end=at)
        if at in starts and at > office.end and starts[at].role in roles().titles and starts[at].cases & office.cases:
            return replace(drawn, end=at)  # "руководителем группы академиком Зиядом Самедзаде"
        second = starts.get(at + 1) if layout.lower(at) in ("–", "—", "-") and at > office.end else None
        if second is not None and second.cases & office.cases:
            return replace(drawn, end=at)  # "представителем ЕС по внешней политике – вице-президентом Еврокомиссии"
    return office


def _tail_step(layout: Layout, office: Office, at: int, starts: Mapping[int, Office]) -> tuple[Office, int] | None:
    """The office and the index behind the next word or mention of its tail; None where the tail breaks off."""
    if layout.lower(at) == "(" and layout.lower(at + 2) == ")":
        return office, at + 3
    if at in starts or not layout.is_word(at):
        return None
    if at in layout.organizations:
        end, organization = layout.organizations[at]
        role = "member_of_parliament" if organization.form == "parliament" and _chairs(office) else office.role
        countries = office.countries or ((organization.country,) if organization.country else ())
        return replace(office, role=role, countries=countries), end
    for mentions in (layout.countries, layout.places):
        if at in mentions:
            end, mention = mentions[at]
            code = mention.country or mention.canonical_id
            own = not office.countries and code is not None and mention.case in (None, "gent")
            return (replace(office, countries=(code,)) if own and code is not None else office), end
    word = layout.tokens[at].text
    if _is_abbreviation(layout, at) or layout.taken.get(at) == "country":  # "Литва-Армения"
        return office, at + 1
    if word == "и" or (word in _TAIL_PREPOSITIONS and (word == "по" or level_of(office.role) not in _HIGH)):
        return office, at + 1
    if parses(word)[0].pos == "VERB":  # "примет" is no genitive of "примета"
        return None
    if not (word.islower() or _goes_on(layout, at)) or not any(
        p.pos in ("NOUN", "ADJF", "PRTF") and p.case in _TAIL_CASES for p in parses(word)[:4]
    ):
        return None
    if _chairs(office) and any(k.form == "parliament" for k in organization_words().known.get(layout.lower(at), ())):
        office = replace(office, role="member_of_parliament")
    return office, at + 1


def _goes_on(layout: Layout, at: int) -> bool:
    """True within "по делам Южной и Центральной Азии", "Агентства безопасности": no name opens there."""
    region = _opens_region(layout, at) or (_opens_region(layout, at - 1) and layout.capitalised(at))
    return region or _opens_body(layout, at)


def _opens_body(layout: Layout, at: int) -> bool:
    """True for "Агентства" in "председатель Агентства безопасности": a thing in the genitive with more of it."""
    if not layout.capitalised(at) or not layout.is_word(at + 1) or not layout.tokens[at + 1].text.islower():
        return False
    first = parses(layout.tokens[at].text)[0]
    thing = first.pos == "NOUN" and first.case == "gent" and "inan" in first.grammemes
    return thing and any(p.case == "gent" for p in parses(layout.tokens[at + 1].text)[:3])


def _opens_region(layout: Layout, at: int) -> bool:
    """True for a capitalised adjective behind "по", "делам" or "и"."""
    if layout.lower(at - 1) not in (*_TAIL_PREPOSITIONS, "и", "делам") or not layout.is_word(at):
        return False
    adjective = layout.capitalised(at) and parses(layout.tokens[at].text)[0].pos == "ADJF"
    return adjective and (layout.capitalised(at + 1) or layout.lower(at + 1) == "и")


def _chairs(office: Office) -> bool:
    """True for heads of a part of something, who are members where the whole is a parliament."""
    return split_deputy(office.role)[1] in ("head_of_agency", "generic_head")


def _is_abbreviation(layout: Layout, at: int) -> bool:
    text = layout.tokens[at].text
    return text.isupper() and 1 < len(text) < 5


def _named(layout: Layout, office: Office) -> bool:
    return may_open_name(layout, office.end) and not _goes_on(layout, office.end)


def _is_office(layout: Layout, office: Office) -> bool:
    """False for words that only look like an office, or say too little to stand for anybody."""
    base = split_deputy(office.role)[1]
    if base in ("guest", "host", "generic_member") and office.plural:
        return False
    if base == "generic_member":
        return _named(layout, office) and bool(office.countries)
    if base in roles().need_more:
        return _named(layout, office) or bool(office.countries) or (office.end - office.start > 1 and base == "expert")
    word = layout.lower(office.start)
    if word == "после" or layout.lower(office.start - 1).startswith("общенациональн"):
        return False  # the preposition, not the ambassador; a founder whom a country honours
    if word == "премьера" or (word.startswith("лидер") and office.end - office.start == 1):
        return _named(layout, office) or (office.plural and not _genitive_noun(layout, office.end))
    return True


def _genitive_noun(layout: Layout, index: int) -> bool:
    """True for a noun that makes it another kind of leader: "лидеры рынка", "лидеров продаж"."""
    return layout.is_word(index) and any(
        p.pos == "NOUN" and p.case == "gent" for p in parses(layout.tokens[index].text)[:1]
    )
