"""What a figure is about: flow words of a sentence, and which of them each figure belongs to."""

from itertools import pairwise

from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.words import Mark
from pipelines.text.morph import parses
from pipelines.text.records import dataclass

_AIMS = ("задач", "цель", "цели", "вопрос", "планк", "ориентир")
_CAUSES = frozenset({"счет", "благодаря", "из-за", "вследствие", "кроме", "без", "помимо"})
_MEASURED = frozenset({"объем", "показатель"})
_GOVERNED_WITHIN = 4
_REACH = 7  # how far right of a figure its topic may stand


@dataclass(frozen=True, slots=True)
class Topic:
    """A flow word in a sentence. `flow` is a contract flow, `foreign` (no trade) or `same` (as spoken of before)."""

    flow: str
    first: int
    last: int
    deed: bool = False  # a verb that names the flow ("закупила")
    word: str = ""

    @property
    def is_trade(self) -> bool:
        return self.flow in ("turnover", "export", "import", "balance")


def find_topics(line: Line) -> tuple[Topic, ...]:
    """Flow words of `line`, in order, with what is no trade marked `foreign`."""
    topics: list[Topic] = []
    for mark in line.marks:
        if mark.section == "topic" and mark.word == "число" and line.lower(mark.first - 1) == "том":
            continue  # "в том числе"
        if mark.section == "topic" and _is_in_name(line, mark):
            continue
        if mark.section == "topic":
            flow = "foreign" if mark.value != "foreign" and _is_governed(line, mark) else mark.value
            if flow == "foreign" and (_is_worth(line, mark, topics) or not _is_subject_like(line, mark, topics)):
                continue
            topics.append(Topic(flow, mark.first, mark.last, word=mark.word))
        elif mark.section == "deed" and _is_verb(line, mark):
            topics.append(Topic(mark.value, mark.first, mark.last, deed=True, word=mark.word))
        elif mark.section == "anaphor" and mark.value != "counter" and not _is_possessive(line, mark):
            flow = "foreign" if _counts_else(line, mark) else "same"
            topics.append(Topic(flow, mark.first, mark.last, word=mark.word))
    named_first = next((i for i, t in enumerate(topics) if t.flow != "same"), 0)
    topics = [t for i, t in enumerate(topics) if i <= named_first or not (_is_cause(line, t) or _is_aside(line, t))]
    named = [t for i, t in enumerate(topics) if not _is_carried(line, t, topics[i + 1 : i + 2])]
    kept: list[Topic] = []
    for topic in named:
        if not _is_of_balance(line, kept[-1:], topic) and not _is_whole_again(line, kept[-1:], topic):
            kept.append(topic)
    return tuple(kept)


def _is_cause(line: Line, topic: Topic) -> bool:
    """True for the "импорта" of "оборот за счет импорта вырос"."""
    for back in range(topic.first - 1, max(-1, topic.first - 5), -1):
        if line.is_border(back):
            return False
        if line.lower(back) in _CAUSES:
            return True
    return False


def _is_in_name(line: Line, mark: Mark) -> bool:
    """True for the "торговли" of "министр промышленности и торговли"."""
    at = line.tokens[mark.first].start
    return any(m.start < at < m.end for m in line.sentence.of_kind("organization", "role"))


def _is_aside(line: Line, topic: Topic) -> bool:
    """True for "экспорт нефти, полученной из сланцев, на 5 млн": a participle that tells no way of its own."""
    if not topic.deed or parses(line.lower(topic.first))[0].pos != "PRTF" or line.lower(topic.first - 1) != ",":
        return False
    last = line.clause(topic.first)[1]
    return not any(topic.first <= p.first < last for p in (*line.places, *line.figures))


def _is_of_balance(line: Line, before: list[Topic], topic: Topic) -> bool:
    """True for the "торговли" of "сальдо взаимной торговли", the flows of "разница между экспортом и импортом"."""
    if not before or before[0].flow != "balance":
        return False
    gap = range(before[0].last, topic.first)
    if before[0].word == "разница между":
        return len(gap) <= 5
    tied = not any(line.is_border(i) or line.mark_at("level", i) for i in gap)
    return topic.flow in ("turnover", "balance") and len(gap) <= 3 and tied


def _is_whole_again(line: Line, before: list[Topic], topic: Topic) -> bool:
    """True for the second "импорт" of "импорт из Перу – 30% от общего объема импорта, Чили – 20%"."""
    part = line.mark_at("share", topic.first - 1)
    return bool(before) and before[0].flow == topic.flow and part is not None and part.value == "of"


def _is_possessive(line: Line, mark: Mark) -> bool:
    """True for the "его" of "его прогноз", and for "на сумму"."""
    if mark.word == "сумма" and line.lower(mark.first - 1) in ("на", "общую"):
        return True
    first, last = line.clause(mark.first)
    if (line.lower(first - 1), line.lower(last)) == ("(", ")") and not any(
        first <= f.first < last for f in line.figures
    ):
        return True  # "(его принимали в Баку)"
    if mark.word not in ("его", "ее"):
        return False
    word = line.lower(mark.last)
    return word.isalpha() and parses(word)[0].pos in ("NOUN", "ADJF") and line.mark_at("anaphor", mark.last) is None


def _counts_else(line: Line, mark: Mark) -> bool:
    """True for "объем грузоперевозок", "показатель инфляции": the noun behind it is no flow."""
    at = mark.last
    while parses(line.lower(at))[:1] and parses(line.lower(at))[0].pos in ("ADJF", "PRTF") and at < mark.last + 2:
        at += 1
    word = line.lower(at)
    if mark.word not in _MEASURED or not word.isalpha() or any(m.first <= at < m.last for m in line.marks):
        return False
    if any(p.first <= at < p.last for p in (*line.places, *line.dates, *line.figures)):
        return False
    return (parses(word)[0].pos, parses(word)[0].case) == ("NOUN", "gent")


def _is_carried(line: Line, topic: Topic, following: list[Topic]) -> bool:
    """True for "объем" of "объем взаимной торговли": the noun behind it says what it is."""
    if topic.flow != "same" or not following or following[0].flow == "same":
        return False
    gap = range(topic.last, following[0].first)
    return len(gap) <= 3 and not any(line.is_border(i) or line.is_dash(i) or line.mark_at("level", i) for i in gap)


def _is_governed(line: Line, mark: Mark) -> bool:
    """True for "контракт на поставку", "стоимость экспорта": the flow word only says what the paper is about."""
    for back in range(mark.first - 1, max(-1, mark.first - 1 - _GOVERNED_WITHIN), -1):
        if line.is_border(back) or line.mark_at("trend", back) or line.mark_at("level", back):
            return False
        mark_back = line.mark_at("scope", back)
        if mark_back is not None and mark_back.value == "govern":
            return True
    return False


def _is_subject_like(line: Line, mark: Mark, before: list[Topic]) -> bool:
    """A foreign noun takes the figures behind it only where it opens its clause or no trade stands before it."""
    first, _ = line.clause(mark.first)
    trade = [t for t in before if t.is_trade and t.first >= first]
    if not trade:
        return True
    between = range(trade[-1].last, mark.first)
    if any(line.lower(i) in ("и", "а") or line.is_dash(i) for i in between[-3:]):
        return not any(line.mark_at("topic", i) for i in between)
    return any(f.first - mark.last in (0, 1, 2) and f.first >= mark.last for f in line.figures)


def _is_worth(line: Line, mark: Mark, before: list[Topic]) -> bool:
    """True for "поставила продукцию стоимостью 5 млн": what the goods are worth."""
    if line.lower(mark.first) not in ("стоимостью", "ценой") or not before or not before[-1].deed:
        return False
    return not any(before[-1].last <= f.first < mark.first for f in line.figures if f.mention.kind == "money")


def _is_verb(line: Line, mark: Mark) -> bool:
    if any(line.lower(i).startswith(_AIMS) for i in range(mark.last, mark.last + 3)):
        return False  # "поставили задачу довести"
    return parses(line.lower(mark.first))[0].pos in ("VERB", "PRTS", "PRTF", "GRND", "INFN")


def bind(line: Line, topics: tuple[Topic, ...], figure: Placed) -> Topic | None:
    """The topic of `figure`, None where the sentence names none."""
    left = [t for t in topics if t.last <= figure.first]
    right = _topic_behind(line, topics, figure)
    if right is None:
        return left[-1] if left else None
    first, _ = line.clause(figure.first)
    inside = [t for t in left if t.first >= first and t.flow != "same"]
    if _closes(line, figure, right) or _falls_by(line, figure, right):
        return right
    verb_between = any(line.mark_at("share", i) or line.mark_at("level", i) for i in range(figure.last, right.first))
    if inside and not (verb_between and _is_whole(line, inside[-1])):
        return left[-1]
    return right


def _falls_by(line: Line, figure: Placed, topic: Topic) -> bool:
    """True for "повлиял спад на 94% экспорта молока"."""
    noun = [
        m for m in line.marked("trend", figure.first - 2, figure.first) if parses(line.lower(m.first))[0].pos == "NOUN"
    ]
    return bool(noun) and topic.first == figure.last


def _closes(line: Line, figure: Placed, topic: Topic) -> bool:
    """True for "117 млн составил экспорт и 379 млн – импорт": a dash leads from the figure to its flow."""
    if figure.last >= topic.first or not all(line.is_dash(i) for i in range(figure.last, topic.first)):
        return False
    return topic.last >= len(line.tokens) or line.is_border(topic.last)


def distribute(line: Line, topics: tuple[Topic, ...]) -> dict[int, Topic]:
    """Figures by number that two joined topics share out: "экспорт и импорт составили 5 и 3 млн"."""
    shared: dict[int, Topic] = {}
    for one, other in pairwise(topics):
        if not (one.is_trade and other.is_trade) or other.first - one.last > 2:
            continue
        if not any(line.lower(i) in ("и", ",") for i in range(one.last, other.first)):
            continue
        for number, (first, second) in enumerate(pairwise(line.figures)):
            between = [line.lower(i) for i in range(first.last, second.first)]
            if (
                first.first > other.last
                and first.mention.kind == second.mention.kind
                and "и" in between
                and len(between) <= 3
            ):
                shared.setdefault(number, one)
                shared.setdefault(number + 1, other)
    return shared


def _is_whole(line: Line, topic: Topic) -> bool:
    """True for the whole of which a part is told: "из этой суммы", "большую часть товарооборота"."""
    around = range(max(0, topic.first - 4), topic.first)
    return any(line.lower(i) in ("из", "от") or line.mark_at("share", i) for i in around)


def _topic_behind(line: Line, topics: tuple[Topic, ...], figure: Placed) -> Topic | None:
    """The topic that follows `figure` in its own clause: "2,2 млрд пришлось на экспорт", "40% нашего экспорта"."""
    for at in range(figure.last, min(len(line.tokens), figure.last + _REACH)):
        topic = next((t for t in topics if t.first == at), None)
        if topic is not None and topic.flow == "same" and line.mark_at("share", at) is not None:
            continue  # "2 млн из этой суммы – импорт"
        if topic is not None and (not topic.deed or _is_passive(line, topic)):
            return topic
        if line.lower(at) == "," and line.is_dash(at + 1):
            continue
        if line.is_border(at) or line.lower(at) in _CAUSES or any(f.first <= at < f.last for f in line.figures):
            return None
        if not _may_stand_between(line, at):
            return None
    return None


def _is_passive(line: Line, topic: Topic) -> bool:
    """True for "продукция на 2 млн была экспортирована"."""
    return parses(line.lower(topic.first))[0].pos == "PRTS"


def _may_stand_between(line: Line, at: int) -> bool:
    word = line.lower(at)
    if line.is_dash(at) or word in (
        ".",
        "был",
        "была",
        "было",
        "были",
        "на",
        "в",
        "во",
        "это",
        "от",
        "долю",
        "всего",
        "весь",
        "всей",
        "всех",
        "из",
    ):
        return True
    if any(p.first <= at < p.last and p.mention.form in ("adjective", "compound") for p in line.places):
        return True
    if any(d.first <= at < d.last for d in line.dates):
        return True
    if any(line.mark_at(s, at) for s in ("share", "level", "trend", "scope", "carrier", "product", "anaphor")):
        return True
    return word.isalpha() and parses(word)[0].pos in ("ADJF", "PRTF", "NPRO", "ADVB", "PRCL")
