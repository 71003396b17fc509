"""Which countries a flow runs between: what each country named in a sentence is to the topic."""

from collections.abc import Sequence
from typing import Literal

from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.words import may_be_subject
from pipelines.text.morph import parses
from pipelines.text.records import dataclass, replace
from pipelines.text.tokens import indices

# owner: whose flow it is ("экспорт России", "российский экспорт"); goods: where the goods come from ("экспорт турецких
# товаров"); to, from_: the ends of the way; with_: the other side ("с Китаем", "между"); subject: who acts;
# at: "в Турции".
Relation = Literal["owner", "goods", "to", "from_", "with_", "subject", "at"]

_TO_WORDS = frozenset({"для", "на"})
_WITH_WORDS = frozenset({"с", "со", "между"})
_FROM_WORDS = frozenset({"из", "изо", "у"})
_MARKET = frozenset({"рынок", "рынки", "рынке", "рынка", "рынков", "рынках", "территорию"})
_STATES = frozenset(
    {"страны", "стран", "странами", "странам", "странах", "государства", "государств", "государствами", "государствам",
     "государствах", "республики", "республикой", "республике", "республику", "республика", "рынка", "рынок", "союза"}
)  # fmt: skip
_MEMBERSHIP = frozenset({"участницами", "участниц", "членами", "членов", "членам", "-", "–", "—"})
_ONE_STATE = frozenset({"страна", "страну", "страной", "стране", "государство", "государством", "республика"})
_MEMBERS = frozenset({"страны", "государства", "республики"})  # "страны СНГ продали"
_BLOC_WORDS = frozenset({"союза", "объединения", "содружества", "блока"})
_STATE = frozenset({"страной", "страну", "страны", "государством", "государство", "государства", "республикой"})
_STATE_NAMED = frozenset({"страна", "республика", "государство"})
_THIS = frozenset({"этой", "эту", "этим", "это", "этого"})
_OF_PREPOSITION: dict[str, Relation] = {"с": "with_", "из": "from_", "в": "to", "во": "to"}
_THERE: dict[str, Relation] = {"туда": "to", "оттуда": "from_"}
_WHERE: dict[str, Relation] = {"откуда": "from_", "куда": "to"}
_IT = frozenset({"нее", "него"})
_NAMED_AGAIN = _STATE | _IT
_SIDES = frozenset({"сторона", "стороны", "сторону", "стороной", "стороне"})
_JOINTS = frozenset({"и", "/", "–", "—", "-", "‑", ","})
_PREPOSITIONS = _TO_WORDS | _WITH_WORDS | _FROM_WORDS | {"в", "во"}
_GIVEN = 12  # words from "продала" to the one that it was sold to
_OF_WHICH = frozenset({"которых", "которого", "них", "него"})
_NEAR = 6  # how many words may stand between a preposition and its country


@dataclass(frozen=True, slots=True)
class Party:
    """A country and what it is to the flow."""

    code: str
    relation: Relation
    first: int
    last: int
    joined: bool = False  # the second of "России и Турции"


def find_parties(line: Line, bloc: str | None = None, last_named: str | None = None) -> tuple[Party, ...]:
    """Countries of `line` that may be parties of a flow, in order; those that only colour another noun are left out.

    `bloc` is the one named before, which "с государствами союза" means, `last_named` the country that "с этой
    страной" means.
    """
    found: list[Party] = []
    previous: Placed | None = None
    last: Relation | None = None
    for place in line.places:
        code = place.mention.country or place.mention.canonical_id
        if code is None or place.mention.form == "region":
            previous = None
            continue
        joint = _joined(line, previous, place)
        relation = last if joint else _relation(line, place)
        previous, last = place, relation
        if relation is not None:
            found.append(Party(code, relation, place.first, place.last, joint))
    found = [replace(p, relation="owner") if _is_owner_again(line, p) else p for p in found]
    found += _named_again(line, last_named)
    if bloc is not None:
        for at in indices(line.tokens, _BLOC_WORDS.__contains__):
            if _is_bloc_again(line, at):
                found.append(Party(bloc, _way_of(_preposition(line, at)), at, at + 1))
    return tuple(found)


def _is_owner_again(line: Line, party: Party) -> bool:
    """True for the Estonia of "потеряла Эстония, ее экспорт опустился"."""
    if party.relation != "subject":
        return False
    flows = [m for m in line.marked("topic", party.last) if m.value in ("export", "import")]
    after = [m.first for m in flows if line.lower(m.first - 1) in ("ее", "его")]
    return bool(after) and not any(party.last <= p.first < after[0] for p in (*line.places, *line.figures))


def _way_of(preposition: str | None) -> Relation:
    """Relation of "стран союза" behind "с", "из", "в"; without a preposition the owner's."""
    if preposition in _WITH_WORDS:
        return "with_"
    return _OF_PREPOSITION.get(preposition or "", "owner")


def _named_again(line: Line, last_named: str | None) -> list[Party]:
    """The country of "с этим государством", "в эту страну": the one named last before, here or in a sentence before."""
    found = []
    for at in indices(line.tokens, _THERE.__contains__):
        ends = [p for p in line.places if p.last <= at and line.lower(p.first - 1) in ("в", "во", "из")]
        code = ends[-1].mention.canonical_id if ends else last_named
        if code is not None:
            found.append(Party(code, _THERE[line.lower(at)], at, at + 1))
    for at in indices(line.tokens, (_NAMED_AGAIN | _STATE_NAMED).__contains__):
        if (
            last_named is not None
            and line.lower(at) in _IT
            and line.lower(at - 1) == "на"
            and line.mark_at("share", at + 1)
        ):
            found.append(Party(last_named, "with_", at, at + 1))  # "на нее приходится 40%"
        if line.lower(at) in _STATE_NAMED and (deed := line.mark_at("deed", at + 1)) is not None:
            here = [p.mention.canonical_id for p in line.places if p.last <= at and p.mention.kind == "country"]
            code = here[-1] if here else last_named
            found += [Party(code, "subject", at, at + 1)] if code is not None and deed.first == at + 1 else []
        relation = _OF_PREPOSITION.get(line.lower(at - 2))
        if relation is None or line.lower(at) not in _STATE or line.lower(at - 1) not in _THIS:
            continue
        here = [p.mention.canonical_id for p in line.places if p.last <= at and p.mention.kind == "country"]
        code = here[-1] if here else last_named
        if code is not None:
            found.append(Party(code, relation, at, at + 1))
    return found


def _is_bloc_again(line: Line, at: int) -> bool:
    """True for the "союза" of "со странами союза", where no name of a bloc stands."""
    if line.lower(at - 1) not in _STATES:
        return False
    return not any(p.first <= at < p.last for p in line.places)


def _joined(line: Line, before: Placed | None, place: Placed) -> bool:
    """True where `place` goes on a list that `before` opened: "России и Турции", "белорусско-азербайджанский"."""
    if before is None:
        return False
    if before.first == place.first:
        return True
    between = range(before.last, place.first)
    words = [line.lower(i) for i in between]
    return bool(words) and len(words) <= 3 and words[0] in _JOINTS and all(w in _JOINTS or w in _STATES for w in words)


def _is_passed(line: Line, place: Placed) -> bool:
    """True for the Chile of "Перу, опередив Чили, вышло на первое место"."""
    before = line.mark_at("trend", place.first - 1)
    return before is not None and parses(line.lower(before.first))[0].pos == "GRND"


def _is_inserted(line: Line, place: Placed) -> bool:
    """True for the Peru of "в страны СНГ, в том числе в Перу, вырос на 5%": no figure of its own is told."""
    first, last = line.clause(place.first)
    inserted = line.lower(first + 2) == "числе" or line.lower(first) in ("включая", "особенно")
    return inserted and line.lower(last) in (",", ")") and not any(first <= f.first < last for f in line.figures)


def _relation(line: Line, place: Placed) -> Relation | None:
    if _is_inserted(line, place) or _is_passed(line, place):
        return None
    if line.lower(place.last) == "," and line.lower(place.last + 1) in _WHERE:
        return _WHERE[line.lower(place.last + 1)]  # "поставщиком стала Чехия, откуда ввезено"
    if place.mention.form in ("adjective", "compound"):
        return _adjective(line, place)
    return "subject" if _is_told_of_next(line, place) else _noun(line, place)


def _is_told_of_next(line: Line, place: Placed) -> bool:
    """True for the Chile of "доля пришлась на Чили, которая поставила в Перу": the first figure is of its deed."""
    if line.lower(place.last) != "," or line.lower(place.last + 1) not in ("который", "которая", "которое", "которые"):
        return False
    end = line.clause(place.last + 1)[1]
    return any(line.marked("deed", place.last, end)) and not any(f.first < place.first for f in line.figures)


def _adjective(line: Line, place: Placed) -> Relation | None:
    """Relation of "белорусский", "турецких" by the noun that it goes with."""
    at = place.last
    while at < place.last + 3 and _is_adjective(line.lower(at)):
        at += 1
    word = line.lower(at)
    if line.mark_at("topic", at) is not None:
        topic = line.mark_at("topic", at)
        return "owner" if topic is not None and topic.value != "foreign" else None
    if line.mark_at("carrier", at) or line.mark_at("product", at):
        if word in _MARKET:
            preposition = _preposition(line, place.first)
            if preposition is None and word == "рынок":
                return "to"  # "чешский рынок занимает первое место в поставках"
            return "to" if preposition in ("на", "для", "в") else "from_" if preposition == "с" else None
        return "goods"
    if word in _SIDES:
        return "subject"
    if line.lower(place.first - 2) == "из" and line.lower(place.first - 1) in _OF_WHICH:
        return "goods"  # "импорт сыра составил 5 млн, из которых польского – на 2 млн"
    if line.is_dash(at) or at >= len(line.tokens) or line.is_border(at):
        return "owner"
    verb = line.mark_at("trend", at) or line.mark_at("level", at)
    return "owner" if verb is not None else None


def _noun(line: Line, place: Placed) -> Relation | None:
    """Relation of "в Турцию", "из Китая", "Беларуси", "Казахстан" by preposition, case and the word before."""
    preposition = _preposition(line, place.first)
    case = place.mention.case
    if preposition in ("в", "во"):
        into = case == "accs" or line.lower(place.first - 1) in _MEMBERS  # "в страны СНГ"
        return "to" if into else "at" if case == "loct" else _in_or_into(line, place)
    if preposition in _WITH_WORDS:
        return "with_"
    if preposition == "у" and not any(m.value == "import" for m in line.marks if m.first < place.first):
        return "subject"  # "у Чехии 5% экспорта"; "закупила у Чехии" is the way
    if preposition in _FROM_WORDS:
        return "from_"
    beside = (line.mark_at("share", place.last), line.mark_at("share", place.first - 2))
    if preposition == "на" and any(m is not None and m.word in ("прийтись", "приходиться") for m in beside):
        return "with_"  # "на Чехию пришлось 38% импорта"
    if preposition in _TO_WORDS:
        return "to"
    if preposition is not None:
        return None
    before = place.first - 1
    while before >= 0 and (_is_adjective(line.lower(before)) or line.lower(before) in _STATES):
        before -= 1
    given = case is None and place.mention.surface.endswith("е") and not _looks_nominative(place)  # "Кубе"
    if case == "datv" or given:
        goods = any(line.marked(s, max(0, place.first - _GIVEN), place.first) for s in ("topic", "deed"))
        return "to" if goods else "subject"
    part = line.mark_at("share", before)
    if part is not None and part.value == "part":  # "доля Чехии", "удельный вес Перу"
        return "with_"
    owner = line.mark_at("topic", before) or line.mark_at("carrier", before) or line.mark_at("product", before)
    if owner is not None and not _is_list_of_markets(line, before, place):
        return "owner" if owner.value != "foreign" else None
    if place.mention.form == "bloc" and line.lower(place.first - 1) in _MEMBERS:
        return "subject"
    if place.mention.form == "bloc" and line.lower(place.first - 1) in _ONE_STATE:
        return None  # "эта страна БРИКС": one of them
    if case == "nomn" or (case is None and _looks_nominative(place)):
        return "subject"
    return "with_" if case == "ablt" and line.mark_at("topic", place.first - 1) else None


def _is_list_of_markets(line: Line, before: int, place: Placed) -> bool:
    """True for "основные рынки Китай (52%), Перу (24%)": the market is the country, not that country's."""
    return line.lower(before) in _MARKET and line.lower(place.last) == "(" and _looks_nominative(place)


def _looks_nominative(place: Placed) -> bool:
    """True for "Азербайджан", "США", "Евросоюз": the form told is the name itself, or may be."""
    surface = place.mention.surface
    if place.mention.form == "abbreviation" or surface == place.mention.canonical_name:
        return True
    return place.mention.form == "bloc" and may_be_subject(surface.lower())


def _in_or_into(line: Line, place: Placed) -> Relation:
    """ "в США" says neither: behind a flow noun it is the way in, behind "закупила", "закупки" where it was bought."""
    before = [m for m in line.marks if m.section in ("topic", "deed") and m.first < place.first]
    if not before or before[-1].word == "закупка":
        return "at"
    return "at" if (before[-1].section, before[-1].value) == ("deed", "import") else "to"


def _preposition(line: Line, at: int) -> str | None:
    """The preposition that governs the noun group ending at `at`, None where there is none."""
    for back in range(1, _NEAR + 1):
        word = line.lower(at - back)
        if not word:
            return None
        if word in _PREPOSITIONS:
            return word
        if _is_other_preposition(word):
            return word
        if word in _MEMBERSHIP and line.lower(at - back - 1) in _STATES | _MEMBERSHIP:
            continue
        if word == "и" and line.lower(at - back - 1) == "нами" and line.lower(at - back - 2) == "между":
            return "между"  # "между нами и странами союза"
        if back == 1 and word in _JOINTS:
            return None
        if not (_is_adjective(word) or word.partition("-")[0] in _STATES or word in _MARKET):
            return None
    return None


def _is_adjective(word: str) -> bool:
    return bool(word) and word.isalpha() and parses(word)[0].pos in ("ADJF", "PRTF", "ADJS")


def _is_other_preposition(word: str) -> bool:
    return word.isalpha() and parses(word)[0].pos == "PREP"


def of(parties: Sequence[Party], *relations: Relation) -> list[str]:
    """Codes of the parties that stand in one of `relations`, each once, in order."""
    return list(dict.fromkeys(p.code for p in parties if p.relation in relations))
