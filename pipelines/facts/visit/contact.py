"""One mention of a contact, before the mentions of the same event are joined; its type, occasion and dates."""

import re
from typing import Literal

from pipelines.documents.document import Published
from pipelines.entities.dates import resolve_for
from pipelines.entities.mention import Mention
from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.scene import Scene
from pipelines.facts.visit.status import Status
from pipelines.text.dates import Tense
from pipelines.text.interval import Interval
from pipelines.text.morph import inflect, parses
from pipelines.text.records import dataclass, replace
from pipelines.text.span import Span

_LISTS_ON = re.compile(r"(?: (?:годах|году|гг?\.?))?(?:,| и|, а также)(?: в)? ?")
# Between a date and what happened then: "обсудят 30 мая: в Минск приезжает", "во вторник, 3 февраля, в Берлин прибыл".
_LEADS_ON = re.compile(r"[:,] ?(?:(?:в|во|на) )?")
Kind = Literal["visit", "phone_call", "meeting", "video_call"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What one place of the text says of a contact; None is what it leaves open.

    `turn` tells that it is another visit than the one in hand ("ответный", "прошлый"); a `bare` one ("в ходе визита")
    names too little to stand for an event of its own.
    """

    kind: Kind
    rule: str
    sentence: int
    trigger: int  # offset
    evidence: Span
    confidence: float
    visitor: Party | None = None
    host: Party | None = None
    host_country: str | None = None
    place: str | None = None
    place_country: str | None = None
    visit_type: str | None = None
    occasion: str | None = None
    when: Interval | None = None
    days: int | None = None
    status: Status | None = None
    turn: Literal["return", "earlier"] | None = None
    bare: bool = False
    at_home: str | None = None  # of a reception: the country of the one who receives, where it will have been
    set_out: bool = False  # told as the visitor's setting out
    arrived: bool = False  # told as the arrival of the visitor
    likely_host: str | None = None  # of a bare visit: the other country that the document is about
    within: bool = False  # its date is that of something in its course ("сегодня в рамках визита")
    soft: bool = False  # the status is that of something in its course ("в ходе визита обсудит")


def type_and_days(scene: Scene, i: int) -> tuple[str | None, int | None]:
    """Type of visit and number of days told by the adjectives before the noun at `i` and by the noun itself."""
    kind, days = None, None
    for k in range(i, max(-1, i - 5), -1):
        token = scene.tokens[k]
        if k != i and (token.kind != "word" or scene.has(k, "visit")):
            break
        told = scene.has(k, "type")
        count = scene.has(k, "days")
        if told is not None and kind is None:
            kind = str(told.value)
        if count is not None and isinstance(count.value, int):
            days = count.value
        if k != i and told is None and count is None and parses(token.lower)[0].pos not in ("ADJF", "CONJ"):
            break
    return kind, days or _days_after(scene, i)


def _days_after(scene: Scene, i: int) -> int | None:
    """Days of "рассчитан на три дня", "длился два дня" after the noun at `i`."""
    for k in range(i + 1, min(len(scene.tokens) - 1, i + 14)):
        token, after = scene.tokens[k], scene.tokens[k + 1]
        if after.lower in ("дня", "дней", "суток", "день"):
            if token.kind == "number" and token.text.isdigit() and int(token.text) < 60:
                before = scene.tokens[k - 1].lower
                return (
                    int(token.text)
                    if before in ("на", "длится", "продлится", "длился", "продолжится", "займет", "заняла")
                    else None
                )
            count = scene.has(k, "days")
            if count is not None and isinstance(count.value, int):
                return count.value
    return None


def occasion_at(scene: Scene, start: int, end: int) -> str | None:
    """Nominative words of the summit, forum or conference named in the clauses from offset `start` to `end`.

    "для участия во Всемирном саммите по климату" gives "Всемирный саммит по климату".
    """
    low, high = scene.clause_of(start), scene.clause_of(max(start, end - 1))
    for i, words in enumerate(scene.words):
        if words and low <= scene.clauses[i] <= high and scene.has(i, "event") is not None:
            return _occasion_words(scene, i)
    return None


def _occasion_words(scene: Scene, i: int) -> str | None:
    tokens = scene.tokens
    first = i
    while first > 0 and first > i - 4 and tokens[first - 1].kind != "punct" and _agrees(tokens[first - 1].lower):
        first -= 1
    last = i
    while last + 1 < len(tokens) and last < i + 10 and _continues(scene, last + 1):
        last += 1
    while last > i and (tokens[last].kind == "punct" or tokens[last].lower in (*_LINKS, "г")):
        last -= 1
    head = scene.has(i, "event")
    if head is None:
        return None
    gender = parses(head.lemma)[0].gender or "masc"
    number = head.number or "sing"
    words = []
    for k in range(first, i):
        form = inflect(tokens[k].lower, {"nomn", number} | ({gender} if number == "sing" else set()))
        if form is None:
            return None
        words.append(form.capitalize() if tokens[k].text[0].isupper() else form)
    noun = inflect(tokens[i].lower, {"nomn", number}) or tokens[i].lower
    words.append(noun.capitalize() if tokens[i].text[0].isupper() else noun)
    tail = scene.sentence.between(tokens[i].end, tokens[last].end)
    return " ".join(words) + tail


_LINKS = frozenset(("и", "в", "по", "о", "об", "с", "для", "на"))


def _agrees(word: str) -> bool:
    return parses(word)[0].pos in ("ADJF", "PRTF") and word not in ("который", "этот", "своем", "его")


def _continues(scene: Scene, k: int) -> bool:
    """True for a word that may belong to the name of an event: a genitive chain, "по ...", a quoted or capital name."""
    token = scene.tokens[k]
    if token.text in '«»"' or token.lower == "по":
        return True
    if token.kind != "word" or is_finite(token) is not None or any(d.start <= token.start < d.end for d in scene.dates):
        return False
    if token.lower in ("с", "со"):  # "по борьбе с изменением климата"
        after = scene.tokens[k + 1] if k + 1 < len(scene.tokens) else None
        ruled = after is not None and any(p.pos in ("NOUN", "ADJF") and p.case == "ablt" for p in parses(after.lower))
        return ruled and scene.tokens[k - 1].text.islower()
    placed = any(s.preposition in ("в", "во", "на") and token.start < s.end <= token.end + 40 for s in scene.spots)
    if token.lower == "и" or (placed and token.lower in ("в", "во", "на")):
        return False
    cases = ("gent", "datv", "ablt") if scene.tokens[k - 1].lower in ("с", "со") else ("gent", "datv")
    return token.text[0].isupper() or any(p.pos in ("NOUN", "ADJF") and p.case in cases for p in parses(token.lower))


def when_of(scene: Scene, start: int, end: int, status: Status | None, published: Published | None) -> Interval | None:
    """The days of the event told from offset `start` to `end`: "в октябре" lies ahead for what is planned."""
    tense: Tense | None = "past" if status == "held" else "future" if status == "planned" else None
    others = ("since", "anaphoric", "by") if status == "held" else ("since", "anaphoric")
    usable = [d for d in scene.dates if d.form not in others and not _is_of_a_thing(scene, d)]
    usable = [d for d in usable if d.form != "by" or d.date_precision != "year"]  # "программа до 2030 года"
    if published is not None and published.interval.precision == "year" and tense == "past":
        usable = [d for d in usable if re.search(r"\d{4}", d.surface)]  # which "июнь" it was, the year does not tell
    found = {d: resolve_for(d, tense, published) for d in usable}
    found = {d: interval for d, interval in found.items() if _may_be(interval, status, published)}
    date = _date_near(scene, [d for d, interval in found.items() if interval is not None], start, end)
    return found[date] if date is not None else None


def in_each_year(scene: Scene, contact: Contact) -> tuple[Contact, ...]:
    """`contact`, once for every year of a list: "побывал в Минске в 2006, 2010 и 2013 годах" tells of three visits."""
    if contact.status != "held" or contact.when is None or contact.when.precision != "year":
        return (contact,)
    listed: list[Mention] = []
    for date in scene.dates:
        if date.date_precision == "year" and date.date_start is not None:
            told_on = listed and _LISTS_ON.fullmatch(scene.sentence.between(listed[-1].end, date.start))
            listed = [*listed, date] if told_on else listed if len(listed) > 1 else [date]
    if len(listed) < 2 or contact.when.start not in {d.date_start for d in listed}:
        return (contact,)
    return tuple(replace(contact, when=Interval(d.date_start, d.date_end, "year")) for d in listed)


def _may_be(interval: Interval | None, status: Status | None, published: Published | None) -> bool:
    """False for what is held only after publication, or planned for before it."""
    if interval is None:
        return True
    if interval.start is not None and interval.end is not None and interval.precision not in ("year", "half_year"):
        long = (interval.end - interval.start).days > 100
        if long:
            return False  # the span of a programme or a history
    if published is None:
        return True
    known = published.interval
    if status == "held" and known.end is not None:
        return (interval.start or interval.end or known.end) <= known.end
    if status == "planned" and known.start is not None:
        return (interval.end or known.start) >= known.start
    return True


def _date_near(scene: Scene, usable: list[Mention], start: int, end: int) -> Mention | None:
    """Which of the dates is of what stands from `start` to `end`: of its clauses, else of the one it hangs on."""
    held = {c for t, c in zip(scene.tokens, scene.clauses, strict=True) if start <= t.start < end}
    inside = [d for d in usable if scene.clause_of(d.start) in held]
    if not inside and scene.hangs_on_another(min(held)):
        before = min(held) - 1
        # Not the day on which somebody spoke or left.
        if not any(c == before and scene.has(k, "say", "go") for k, c in enumerate(scene.clauses)):
            inside = [d for d in usable if scene.clause_of(d.start) == before]
    if not inside:  # "примут вице-премьера: 24–25 июля там заседает комиссия"
        gaps = {d: scene.sentence.between(end, d.start) for d in usable if d.start >= end}
        inside = [d for d, gap in gaps.items() if gap.strip() == ":"]
    if not inside:  # "обсудят 30 мая: в Минск приезжает министр"
        gaps = {d: scene.sentence.between(d.end, start) for d in usable if d.end <= start}
        inside = [d for d, gap in gaps.items() if _LEADS_ON.fullmatch(gap) and not _is_of_saying(scene, d)]
    if not inside:
        return None
    distance = {d: max(d.start - end, start - d.end, 0) for d in inside}
    finest = {"day": 0, "range": 1, "month": 2, "season": 3}
    return min(inside, key=lambda d: (distance[d] > 80, finest.get(d.date_precision or "", 4), distance[d]))


def _is_of_saying(scene: Scene, date: Mention) -> bool:
    """True for the date of "сообщили 5 мая, ..."."""
    clause = scene.clause_of(date.start)
    return any(c == clause and scene.has(k, "say") for k, c in enumerate(scene.clauses))


def _is_of_a_thing(scene: Scene, date: Mention) -> bool:
    """True where the date belongs to a noun ("дорожная карта на 2024–2026 годы"), not to the event."""
    before = scene.sentence.between(scene.sentence.span.start, date.start).rstrip().lower()
    return before.endswith((" на", " за", " от")) and date.date_precision in ("year", "range")
