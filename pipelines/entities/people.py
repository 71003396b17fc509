"""Who is named in a document: every name bound to one person, by the text and then by the table of office holders."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipelines.documents.document import Document
from pipelines.entities.layout import Layout
from pipelines.entities.name_words import name_words
from pipelines.entities.names import given_readings, is_known_word, is_surname_shaped
from pipelines.entities.nominative import NameSpan, PersonName, agrees, nominative_of, surname_readings
from pipelines.entities.office import Office
from pipelines.entities.office_holders import offices
from pipelines.entities.person_registry import Person, Registry
from pipelines.entities.persons import name_at
from pipelines.text.morph import analyzer, parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_SHORTEST_BARE_SURNAME = 4  # "Ли", "Ким" by themselves name nobody


@dataclass(frozen=True, slots=True)
class Named:
    """A name over tokens `start` to `end` of a block; `person` counts in `People.persons`."""

    block: int
    start: int
    end: int
    person: int
    form: str  # full | initials | surname
    case: str | None
    led: bool  # an office stands right before and is his


@dataclass(frozen=True, slots=True)
class People:
    """Persons of a document and where they are named, in the order of the text."""

    persons: tuple[Person, ...]
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A name before it is bound to a person."""

    block: int
    span: NameSpan
    hints: frozenset[str]
    after_office: bool


def find_people(document: Document, layouts: Sequence[Layout], found_offices: Sequence[Sequence[Office]]) -> People:
    """Every name in the document, bound to a person by surname; fuller names come first in deciding who he is."""
    when = document.published.interval if document.published is not None else None
    found: list[_Found] = []
    namesakes: set[tuple[int, int]] = set()
    for number, (layout, block_offices) in enumerate(zip(layouts, found_offices, strict=True)):
        found += _names_in(layout, number, block_offices, namesakes)
    attested = _table_surnames() | _told_by_nominative(found)
    registry = Registry(when)
    bound: list[tuple[_Found, PersonName, int]] = []
    for item in sorted(found, key=lambda f: (not f.span.givens, f.span.initials)):
        name = _resolve(item, attested, registry)
        bound.append((item, name, registry.person_of(name, item.span.initials)))
    named = [
        Named(f.block, f.span.start, f.span.end, person, _form(f.span), name.case, f.after_office)
        for f, name, person in bound
    ]
    taken = namesakes | {(n.block, i) for n in named for i in range(n.start, n.end)}
    for number, (layout, block_offices) in enumerate(zip(layouts, found_offices, strict=True)):
        inside = {i for o in block_offices for i in range(o.start, o.end)}
        named += _bare_surnames(layout, number, registry, taken, inside)
    named.sort(key=lambda n: (n.block, n.start))
    return People(tuple(registry.persons), tuple(named))


def _form(span: NameSpan) -> str:
    return "initials" if span.initials else "full" if span.givens else "surname"


def _names_in(
    layout: Layout, number: int, block_offices: Sequence[Office], namesakes: set[tuple[int, int]]
) -> list[_Found]:
    """Names of one block; tokens of those that only name a thing are added to `namesakes`."""
    ends = {o.end: o for o in block_offices}
    starts = {o.start for o in block_offices}
    inside = {i for o in block_offices for i in range(o.start, o.end)}
    found: list[_Found] = []
    carried: tuple[int, Office] | None = None  # end of a name behind a plural office: "министры А. Иванов и Б. Петров"
    behind = 0
    for index in layout.capitals:
        if index < behind or index in inside:
            continue
        office = ends.get(index)
        if office is None and carried is not None and index == carried[0] + 1 and layout.lower(index - 1) in ("и", ","):
            office = carried[1]
        span = name_at(layout, index, office is not None) or _apposed(layout, index, starts)
        if span is not None and office is not None and not _may_be_his(layout, span, office):
            office, span = None, name_at(layout, index, False)  # "обратился к гостю Александр Иванов"
        if span is None:
            continue
        if layout.lower(index - 1) not in name_words().namesakes and not _by_dot_namesake(layout, index):
            hints = office.cases if office is not None else _hints(layout, index, span)
            found.append(_Found(number, span, hints, office is not None))
        else:
            namesakes.update((number, i) for i in range(span.start, span.end))
        carried = (span.end, office) if office is not None and office.plural else None
        behind = span.end
    return found


def _may_be_his(layout: Layout, span: NameSpan, office: Office) -> bool:
    """False for another case than that of the office: "обратился к гостю Александр Иванов", "спецпосланник Трампа"."""
    if not agrees(span, office.cases):
        return False
    readings = surname_readings(layout.tokens[span.start].text) if span.end == span.start + 1 else {}
    cases = {case for surname, (_, case) in readings.items() if surname in _table_surnames()}
    return not cases or bool(cases & {"", *office.cases})


def _hints(layout: Layout, index: int, span: NameSpan) -> frozenset[str]:
    """Cases that the words before ask for: a preposition's, or the genitive behind a noun ("по словам А. Иванова")."""
    governed = layout.governed(index)
    if governed or not span.initials or not layout.is_word(index - 1):
        return governed
    before = parses(layout.tokens[index - 1].text)[0]
    return frozenset({"gent"}) if before.pos == "NOUN" else governed


def _by_dot_namesake(layout: Layout, index: int) -> bool:
    """ "аэропорт им. Гейдара Алиева"."""
    return layout.lower(index - 1) == "." and layout.lower(index - 2) in ("им", "ул", "пр")


def _apposed(layout: Layout, index: int, office_starts: set[int]) -> NameSpan | None:
    """An unknown name that an office follows: "Тедрос Ватанабе, посол"."""
    if not office_starts or office_starts.isdisjoint(range(index + 3, index + 7)):
        return None
    span = name_at(layout, index, True)
    if span is None or not span.givens or span.end + 1 not in office_starts or layout.lower(span.end) not in (",", "("):
        return None
    return span


@lru_cache(maxsize=1)
def _table_surnames() -> frozenset[str]:
    return frozenset(offices().by_surname)


def _told_by_nominative(found: Iterable[_Found]) -> frozenset[str]:
    """Surnames whose given name stands in the nominative and nothing else."""
    return frozenset(
        fold(f.span.surname)
        for f in found
        if f.span.givens
        and not f.span.initials
        and {r.case for r in given_readings(f.span.givens[0])} == {"nomn"}
        and "nomn" in (f.hints or {"nomn"})
    )


def _resolve(item: _Found, attested: frozenset[str], registry: Registry) -> PersonName:
    known = attested | registry.surnames if not item.span.givens or item.span.initials else attested
    return nominative_of(item.span, item.hints, known)


def _bare_surnames(
    layout: Layout, number: int, registry: Registry, taken: set[tuple[int, int]], inside: set[int]
) -> list[Named]:
    """Surnames that stand alone and name somebody of the document or of the table."""
    found: list[Named] = []
    for index in layout.capitals:
        token = layout.tokens[index]
        if len(token.text) < 2 or (number, index) in taken or index in inside or index in layout.taken:
            continue
        if layout.lower(index - 1) in name_words().namesakes:
            continue
        readings = surname_readings(token.text)
        person = _known_person(registry, readings) if readings else None
        if person is None and len(token.text) >= _SHORTEST_BARE_SURNAME and not _common_word(layout, index):
            holder = registry.holder(s for s in readings if s in _table_surnames())
            person = registry.add_holder(holder) if holder is not None else None
        if person is not None:
            case = readings.get(registry.persons[person].surname, ("", ""))[1] or None
            if case == "nomn" and len({k for k in readings if k == fold(token.text)}) and _indeclinable(token.text):
                case = None
            found.append(Named(number, index, index + 1, person, "surname", case, False))
    return found


def _indeclinable(word: str) -> bool:
    return fold(word).endswith(("о", "и", "э", "у", "ых", "их"))


def _known_person(registry: Registry, readings: Iterable[str]) -> int | None:
    for surname in readings:
        known = registry.with_surname(surname)
        if known:
            best = next((n for n in known if registry.persons[n].terms), known[0])
            return None if registry.is_of_the_past(best) else best
    return None


def _common_word(layout: Layout, index: int) -> bool:
    """True for a dictionary word that opens a sentence: its capital tells nothing."""
    if index and layout.tokens[index - 1].text not in '.!?…»"':
        return False
    word = layout.tokens[index].lower
    return is_known_word(word) and not _name_only(word) and not _telling_surname(word)


@lru_cache(maxsize=1 << 12)
def _telling_surname(word: str) -> bool:
    """True for "Путин", "Токаев": of the table, and more often a surname than fishing seasons or wines."""
    return word in _table_surnames() and is_surname_shaped(word) and parses(word)[0].pos == "NOUN"


@lru_cache(maxsize=1 << 12)
def _name_only(word: str) -> bool:
    return all("Surn" in p.tag or "Name" in p.tag or "Geox" in p.tag for p in analyzer().parse(word))
