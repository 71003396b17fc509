"""Organizations of a block: ministries, agencies, parliaments, companies, universities, chambers, media."""

from collections.abc import Callable, Sequence

from pipelines.entities.cues import ORGANIZATION, opening
from pipelines.entities.layout import Layout
from pipelines.entities.mention import Mention
from pipelines.entities.ministries import field_at, ministries
from pipelines.entities.organization_words import Known, organization_words
from pipelines.entities.slug import slug
from pipelines.text.tokens import Token

_QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“"}
_LONGEST_QUOTE = 6


def find_organizations(layout: Layout) -> list[Mention]:
    """Organizations in one block, in the order of the text, without overlaps."""
    found: list[Mention] = []
    behind = 0
    for index in opening(layout.cues, ORGANIZATION):
        if layout.tokens[index].start < behind:
            continue
        mention = next((m for rule in _RULES if (m := rule(layout, index)) is not None), None)
        if mention is not None:
            found.append(mention)
            behind = mention.end
    return found


def _mention(layout: Layout, start: int, end: int, name: str, form: str, country: str | None) -> Mention:
    """Tokens `start` to `end`; the country of the text beside them where the list knows none."""
    country = country or _country_beside(layout, start, end)
    begin, stop = layout.tokens[start].start, layout.tokens[end - 1].end
    return Mention(
        start=begin,
        end=stop,
        surface=layout.text[begin:stop],
        kind="organization",
        canonical_id="_".join(filter(None, (slug(name), (country or "").lower() if form in _BY_COUNTRY else ""))),
        canonical_name=name,
        form=form,
        country=country,
    )


_BY_COUNTRY = frozenset(
    {"ministry", "statistics", "customs", "parliament", "government", "agency", "embassy", "bank", "chamber"}
)


def _country_beside(layout: Layout, start: int, end: int) -> str | None:
    after = layout.countries.get(end)
    if after is not None and after[1].form in ("noun", "abbreviation", "bloc"):
        return after[1].canonical_id
    before = layout.ending_at(start, ("adjective",))
    if before is not None:
        return before[1].canonical_id
    place = layout.places.get(end)
    return place[1].country if place is not None and place[1].form in ("capital", "seat") else None


def _listed(layout: Layout, index: int) -> Mention | None:
    """An organization of the list."""
    tokens = layout.tokens
    for item in organization_words().known.get(tokens[index].lower, ()):
        end = index + len(item.words)
        if end > len(tokens) or not all(tokens[index + k].lower in forms for k, forms in enumerate(item.words)):
            continue
        if _written_as(item, tokens[index:end]) and not (len(item.words) == 1 and index in layout.taken):
            present = item.among & layout.present  # of several that have one, the one the document speaks of
            country = _country_beside(layout, index, end) if item.among else None
            country = country or (next(iter(present)) if len(present) == 1 else item.country)
            return _mention(layout, index, end, item.name, item.form, country)
    return None


def _written_as(item: Known, tokens: Sequence[Token]) -> bool:
    text = tokens[0].text
    if item.capitals:
        upper = sum(c.isupper() for c in item.name)
        return text[: len(item.name)] == item.name or (text.isupper() and upper > 2)
    return text[0].isupper() or (
        item.form in ("parliament", "statistics", "customs", "chamber", "government") and len(item.words) > 1
    )


def _short_ministry(layout: Layout, index: int) -> Mention | None:
    """ "МИД Беларуси", "Минпром", "Минсельхозпрод"."""
    token = layout.tokens[index]
    found = ministries().short.get(token.lower)
    if found is None or not token.text[0].isupper() or (found[1].isupper() and not token.text[:2].isupper()):
        return None
    return _mention(layout, index, index + 1, found[1], "ministry", None)


def _ministry(layout: Layout, index: int) -> Mention | None:
    """ "министерство обороны", "Министерство транспорта и коммуникаций"."""
    if organization_words().heads.get(layout.lower(index)) != "ministry":
        return None
    at = index + 1
    while at in layout.countries:
        at = layout.countries[at][0]
    field = field_at(layout.tokens, at)
    if field is None:
        return None
    name = "Министерство " + " ".join(t.lower for t in layout.tokens[at : field[1]])
    return _mention(layout, index, field[1], name.replace(" ,", ","), "ministry", None)


def _named_in_quotes(layout: Layout, index: int) -> Mention | None:
    """ "компания «Амкодор»", "завод "Горизонт"", "ОАО «Нафтан»", "газета «Звязда»"; also a Latin name unquoted."""
    kind = organization_words().heads.get(layout.lower(index))
    if kind not in ("company", "legal", "media"):
        return None
    if kind == "legal" and not layout.tokens[index].text.isupper():
        return None
    at = index + 1
    found = _quoted(layout, at) or _latin(layout, at)
    if found is None:
        return None
    start, end, stop = found
    begin, finish = layout.tokens[start].start, layout.tokens[end - 1].end
    name = layout.text[begin:finish]
    form = "media" if kind == "media" else "bank" if layout.lower(index).startswith("банк") else "company"
    listed = _listed(layout, start)
    return _mention(layout, index, stop, name, form, listed.country if listed is not None else None)


def _quoted(layout: Layout, index: int) -> tuple[int, int, int] | None:
    """First token, end, and end with the closing quote of what stands in quotes at `index`."""
    closing = _QUOTES.get(layout.lower(index))
    if closing is None or not layout.is_word(index + 1):
        return None
    for end in range(index + 2, min(index + 2 + _LONGEST_QUOTE, len(layout.tokens))):
        if layout.tokens[end].text in (closing, "»", '"', "”"):
            return index + 1, end, end + 1
    return None


def _latin(layout: Layout, index: int) -> tuple[int, int, int] | None:
    end = index
    while layout.is_word(end) and layout.tokens[end].text[0].isascii() and layout.tokens[end].text[0].isupper():
        end += 1
    return (index, end, end) if end > index else None


def _university(layout: Layout, index: int) -> Mention | None:
    """ "Белорусский государственный университет", "Ереванском государственном университете"."""
    if organization_words().heads.get(layout.lower(index)) != "university":
        return None
    start = index
    while start > 0 and index - start < 4 and layout.is_word(start - 1) and _adjective(layout.lower(start - 1)):
        start -= 1
    while start < index and not layout.capitalised(start):
        start += 1
    if start == index:
        return None
    inside = next((layout.countries[i][1] for i in range(start, index) if i in layout.countries), None)
    place = next((layout.places[i][1] for i in range(start, index) if i in layout.places), None)
    country = inside.canonical_id if inside else place.country if place else None
    name = layout.text[layout.tokens[start].start : layout.tokens[index].end]
    return _mention(layout, start, index + 1, name, "university", country)


def _adjective(word: str) -> bool:
    return word.endswith(
        ("ий", "ый", "ой", "ого", "его", "ому", "ему", "им", "ым", "ом", "ем", "ая", "ую", "ие", "ые", "их", "ых")
    )


def _embassy(layout: Layout, index: int) -> Mention | None:
    """ "посольство Беларуси в Азербайджане"."""
    if (
        organization_words().heads.get(layout.lower(index)) != "embassy"
        or _country_beside(layout, index, index + 1) is None
    ):
        return None
    return _mention(layout, index, index + 1, "Посольство", "embassy", None)


def _committee(layout: Layout, index: int) -> Mention | None:
    """ "Госкомитет по науке и технологиям", "Государственный комитет по имуществу", "агентство «Узбекинвест»"."""
    if organization_words().heads.get(layout.lower(index)) != "committee":
        return None
    start = index - 1 if layout.lower(index - 1).startswith(("государственн", "национальн", "федеральн")) else index
    if not layout.capitalised(start) or layout.lower(index + 1) != "по":
        return None
    end = index + 2
    while (
        layout.is_word(end)
        and layout.tokens[end].text.islower()
        and end - index < 7
        and end not in layout.taken
        and (
            layout.lower(end) == "и"
            or layout.lower(end).endswith(("е", "и", "у", "ю", "ой", "ым", "им", "ам", "ям", "ых", "их", "ому"))
        )
    ):
        end += 1
    if end == index + 2:
        return None
    name = layout.text[layout.tokens[start].start : layout.tokens[end - 1].end]
    return _mention(layout, start, end, name, "agency", None)


_RULES: tuple[Callable[[Layout, int], Mention | None], ...] = (
    _short_ministry,
    _ministry,
    _named_in_quotes,
    _listed,
    _university,
    _embassy,
    _committee,
)
