"""Lists of partners with their figures in brackets: "первое место заняла Чехия (5 млрд), далее Перу (3 млрд)"."""

from collections.abc import Sequence

from pipelines.entities.country_facts import is_bloc
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.parties import Party
from pipelines.facts.trade.topics import Topic
from pipelines.text.tokens import lowers

# Who buys and who sells name a flow from the other side: "главным покупателем товаров Чехии остается Польша".
_BUYERS = ("импортер", "покупател")
_SELLERS = ("экспортер", "поставщик")
_PARTNERS = "партнер"
_ORDINALS = frozenset({"первым", "вторым", "третьим", "четвертым", "пятым"})
_BRACKETS = frozenset({"(", "/"})
_SIGNS = frozenset({"+", "-", "−", "–"})
_IN_TURN = 3  # countries, and as many figures behind them
_NEAR_LIST = 6  # words between the two
_COUNTED = 7  # words of a quantity before the sum in a bracket
_RANKS = ("мест", "позици", "строч", "строк", "лидир", "лидер", "втор", "трет", "четверт", "пят", "замыка", "тройк")
_MEASURES = frozenset({"в", "показателем", "результатом", "объемом", "долей", "суммой"})
_TRADING = ("торгов", "товарооборот", "оборот", "экспорт", "импорт")


def partner_before(line: Line, figure: Placed) -> Placed | None:
    """The country right before the bracket of `figure`, or that it falls to ("на Чехию пришлось 5 млн")."""
    opener = figure.first - 1
    if line.lower(opener) in _SIGNS and line.lower(opener - 1) in _BRACKETS:
        opener -= 1  # "Чехия (-20%)"
    while opener > 0 and line.lower(opener) in ("около", "почти", "более", "свыше", "на", "$", "€"):
        opener -= 1
    if _is_item(line, figure):
        return line.places[0]
    in_turn = _in_turn(line, figure)
    if in_turn is not None:
        return in_turn
    ranked = _ranked_before(line, figure, opener)
    if ranked is not None:
        return ranked
    listed = line.is_dash(opener) and (_names_partners(line, opener) or _falls(line, 1, opener))
    opener = _bracket_before(line, opener)
    if line.lower(opener) not in _BRACKETS and not listed and not _falls(line, opener, opener + 1):
        return None
    near = [
        p for p in line.places if p.last == opener and p.mention.kind == "country" and p.mention.form != "adjective"
    ]
    return near[-1] if near else None


def _in_turn(line: Line, figure: Placed) -> Placed | None:
    """The third country of "Россия, Китай и Перу – 5 млн, 4 млн и 3 млн" for its third figure."""
    run = _run_of(line, [f for f in line.figures if f.mention.kind == figure.mention.kind], figure)
    if len(run) < _IN_TURN:
        return None
    before = [p for p in line.places if p.mention.kind == "country" and p.last <= run[0].first]
    listed = _run_of(line, before, before[-1]) if before else []
    torn = line.lower(run[-1].last) in ("и", ",") and line.lower(run[-1].last + 1)[:1].isdigit()
    if len(listed) != len(run) + torn or run[0].first - listed[-1].last > _NEAR_LIST:
        return None
    if any(f.first >= listed[0].first and f.last <= run[0].first for f in line.figures):
        return None
    return listed[run.index(figure)]


def _run_of(line: Line, items: Sequence[Placed], one: Placed) -> list[Placed]:
    """The items told one after another with `one`: nothing but commas, "и" and a sign of currency stand between."""
    at = items.index(one)
    first = last = at
    while first > 0 and _is_next(line, items[first - 1], items[first]):
        first -= 1
    while last + 1 < len(items) and _is_next(line, items[last], items[last + 1]):
        last += 1
    return list(items[first : last + 1])


def _is_next(line: Line, one: Placed, other: Placed) -> bool:
    between = line.lowers(one.last, other.first)
    return bool(between) and len(between) <= 2 and all(w in (",", "и", "а", "на", ".") for w in between)


def _is_item(line: Line, figure: Placed) -> bool:
    """True for a line that holds no more than "Чехия – 5 млн долларов;"."""
    if len(line.places) != 1 or len(line.figures) != 1 or len(line.tokens) - figure.last > 1:
        return False
    place = line.places[0]
    named = place.mention.kind == "country" and place.mention.form != "adjective" and place.first <= 1
    return named and line.is_dash(place.last) and figure.first - place.last <= 2


def _bracket_before(line: Line, opener: int) -> int:
    """The bracket of "(2 млн тонн зерна на 5 млн долларов)", else `opener`."""
    if line.lower(opener + 1) != "на" and line.lower(opener) != "на":
        return opener
    for at in range(opener, max(0, opener - _COUNTED), -1):
        if line.lower(at) in _BRACKETS:
            return at
        if line.is_border(at) or any(f.first <= at < f.last for f in line.figures):
            break
    return opener


def _ranked_before(line: Line, figure: Placed, opener: int) -> Placed | None:
    """The one country between the figure before and the "с" or dash of a place in a ranking.

    "На первом месте Чехия с 5 млрд", "вторым идет Перу с показателем в 3 млрд", "на третьем – Чили (2 млрд)".
    """
    while opener > 0 and (line.lower(opener) in _MEASURES or line.lower(opener).startswith(_TRADING)):
        opener -= 1
    if line.lower(opener) not in ("с", "со") and not line.is_dash(opener):
        return None
    start = max([f.last for f in line.figures if f.last <= figure.first], default=0)
    if not _names_place(line, start, opener):
        return None
    told = [p for p in line.places if start <= p.first < opener and p.mention.kind == "country"]
    told = [p for p in told if line.mark_at("trend", p.first - 1) is None]  # "мы, опередив Китай, вышли"
    if len(told) != 1 or told[0].mention.form == "adjective":
        return None
    return told[0] if told[0].mention.case in (None, "nomn", "accs") else None


def is_ranked(line: Line, figure: Placed) -> bool:
    """True for "занявшая второе место Чехия дала 5%": a place in a ranking stands before the share."""
    start = max([f.last for f in line.figures if f.last <= figure.first], default=0)
    return any(line.lower(i).startswith("мест") for i in range(start, figure.first))


def tells_rank(line: Line) -> bool:
    """True for a sentence with "на втором месте", "стал третьим"."""
    return any(word.startswith("мест") or word in _ORDINALS for word in lowers(line.tokens))


def _names_place(line: Line, first: int, last: int) -> bool:
    """True for "на третьем месте", "вторым идет", "замыкает"."""
    return any(line.lower(i).startswith(_RANKS) for i in range(first, last))


def _falls(line: Line, first: int, last: int) -> bool:
    """True where a word of sharing stands there behind "на Чехию": "на Чехию пришлось 5 млн, Перу – 3 млн"."""
    countries = {p.last: p.first for p in line.places if p.mention.kind == "country"}
    return any(
        at in countries
        and line.lower(countries[at] - 1) == "на"
        and (line.mark_at("share", at) is not None or line.mark_at("share", countries[at] - 2) is not None)
        for at in range(first, last)
    )


def _names_partners(line: Line, at: int) -> bool:
    """True for "партнерами являются Перу – 5 млн, Чили – 3 млн": a list of who trades."""
    return any(line.lower(i).startswith((*_BUYERS, *_SELLERS, _PARTNERS)) for i in range(at))


def flow_told(line: Line, figure: Placed) -> str | None:
    """The flow that "импортером", "поставщики", "торговые партнеры" before `figure` name."""
    words = [line.lower(i) for i in range(figure.first)]
    if any(w.startswith(_BUYERS) for w in words):
        return "import"
    if any(w.startswith(_SELLERS) for w in words):
        return "export"
    partners = any(w.startswith(_PARTNERS) for w in words) and any(
        w.startswith(("торгов", "внешнеторг")) for w in words
    )
    return "turnover" if partners else None


def sides_in_list(
    topic: Topic, partner: str, parties: Sequence[Party], brackets: Sequence[str], home: str | None
) -> tuple[str, Sides] | None:
    """Flow and sides of a figure in brackets: the one country that the list is told of, and `partner`."""
    told = [p for p in parties if p.relation != "subject" and p.code != partner and p.code not in brackets]
    codes = list(dict.fromkeys(p.code for p in told))
    if len(codes) > 1 or home not in (None, partner):
        # "из оборота Чехии с ЕАЭС на Армению пришлось": the bloc is told apart into its members
        codes = [code for code in codes if not is_bloc(code)]
    one = codes[0] if len(codes) == 1 else home
    if one is None or one == partner or len(codes) > 1:
        return None
    if topic.flow == "turnover":
        return "turnover", Sides(min(one, partner), max(one, partner), 0.7)
    relations = {p.relation for p in told}
    away = {"from_", "goods"} if topic.flow == "import" else {"to"}
    flow = topic.flow
    if relations & away:  # "закупили товаров Чехии": what the list buys is what the one sells
        flow = "export" if flow == "import" else "import"
    return flow, Sides(one, partner, 0.7)
