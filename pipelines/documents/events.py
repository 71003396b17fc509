"""Clues from events and anniversaries whose dates are known: summits, sessions of the United Nations, jubilees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Literal

from pipelines.documents.clues import YEARS, Clue, Weight, whole_year
from pipelines.text.lexicon import LexiconError, load_csv

EVENTS = Path(__file__).with_name("world_events.csv")
ANNIVERSARIES = Path(__file__).with_name("anniversaries.csv")

_LEAD = 700  # what an article opens with goes on or has just gone by
_OPENING = 250  # title and first words
_NEAR = 160  # an event and its place stand within so many characters
_ATTENDING = re.compile(
    r"на полях|в рамках|для участия в|принял\w* участие|участву|выступ\w+ на|в ходе|в кулуарах|состоял"
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[«\"А-ЯЁA-Z])|\n")
_COMING = re.compile(
    r"состоится|пройд[её]т|предстоящ|планиру\w+ принять участие|примет участие|готов\w+ к|в преддверии|накануне"
)
_LAST_YEAR = re.compile(r"(?:прошлом|минувшем) году|(?:прошлого|минувшего) года")
_BEARS_YEAR = re.compile(
    r"\b(?:[A-Z]{3,}|[А-ЯЁ]{3,}|[Ff]orum|[Ee]xpo|[Фф]орум\w*|[Вв]ыставк\w+)[ \u2011-](20[0-2]\d)\b(?! год)"
)
_UN_SESSION = re.compile(
    r"(\d{2})[-–]?(?:й|ой|я|ю|ая|ую)?\s+сесси\w+\s+(?:Генеральной Ассамблеи|Генассамблеи|ГА)\s+ООН"
)
_UN_FOUNDED = 1945  # the 1st session; the N-th opens in September of 1945 + N

_JUBILEE = re.compile(
    r"(?P<n>\d{2,3})[-–]?(?:й|ая|ю|ую|лети\w+|летн\w+)\s?(?:годовщин\w+)?"
    r"|(?<!\d)(?P<years>\d{2,3})\s+(?:лет|года?)\b|(?P<quarter>четверть века)"
)
_FROM_THEN = re.compile(r"с момента|со дня|прошедш|назад|[Зз]а \w+ ")
_YET_TO_COME = re.compile(
    r"\bбуд[еу]т|исполнится|отмет[яи]т\b|предстоящ|подготовк|готов\w+ к|преддвери|накануне|следующ\w+ год"
)
_DIPLOMATIC = re.compile(r"дип(?:ломатическ\w+)?\s?отношени")
_INDEPENDENCE = re.compile(r"независимост")
_CELEBRATED = 80  # what is celebrated stands within so many characters behind the number of years
_CELEBRATIONS = ("независимост", "дип", "обед", "СНГ", "Содружеств", "ООН", "ШОС")  # one stands beside a jubilee


@dataclass(frozen=True, slots=True)
class Event:
    """One gathering: words that name it, words of its place, first and last day."""

    name: re.Pattern[str]
    place: re.Pattern[str] | None
    first: date
    last: date


_When = Literal["last_year", "coming", "attended"]


@dataclass(frozen=True, slots=True)
class _Naming:
    """A gathering's name in the text, what stands around it, and what that tells of the time."""

    words: str
    around: str
    told: _When | None


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is counted from a day: `kind` "relations", "independence" or "other", and words of each side or of it."""

    kind: str
    sides: tuple[re.Pattern[str], ...]
    day: date


def find_event_clues(text: str) -> list[Clue]:
    """Clues of `text` from `world_events.csv`, `anniversaries.csv` and the count of United Nations sessions."""
    return [*_sessions(text), *_events(text), *_numbered_by_year(text), *_jubilees(text)]


def _sessions(text: str) -> Iterator[Clue]:
    if "сесси" not in text or "ООН" not in text:
        return
    for m in _UN_SESSION.finditer(text):
        year = _UN_FOUNDED + int(m[1])
        yield Clue("un_session", m[0], Weight.STRONG, ((date(year, 8, 1), date(year + 1, 8, 31)),), year)


def _events(text: str) -> Iterator[Clue]:
    found: dict[str, list[tuple[date, date]]] = {}
    weights: dict[str, Weight] = {}
    years: dict[str, set[int]] = {}
    named = _named(text)
    for event in load_events() if named else ():
        for naming in named.get(event.name, ()):
            if event.place is not None and not event.place.search(naming.around):
                continue
            window, weight = _window(event, naming.told)
            words = naming.words
            found.setdefault(words, []).append(window)
            years.setdefault(words, set()).add(window[1].year)
            weights[words] = max(weights.get(words, weight), weight)
    for words, windows in found.items():
        typical = years[words].pop() if len(years[words]) == 1 else None
        yield Clue("world_event", words, weights[words], tuple(windows), typical)


def _numbered_by_year(text: str) -> Iterator[Clue]:
    """A fair or forum that bears its year, where the article opens with taking part in it: "в рамках ADEX 2016"."""
    for m in _BEARS_YEAR.finditer(text, 0, _LEAD):
        around = text[max(0, m.start() - _NEAR) : m.end() + _NEAR]
        if _ATTENDING.search(around) and not _COMING.search(around) and not _LAST_YEAR.search(around):
            year = int(m[1])
            yield Clue("numbered_by_year", m[0], Weight.STRONG, ((date(year, 1, 1), date(year + 1, 1, 31)),), year)


def _named(text: str) -> dict[re.Pattern[str], list[_Naming]]:
    """The names of gatherings that stand in `text`, with what stands around them."""
    named: dict[re.Pattern[str], list[_Naming]] = {}
    names, all_signs = load_names()
    standing = [sign for sign in all_signs if sign in text]
    for name, its_signs in names.items():
        if its_signs and its_signs.isdisjoint(standing):
            continue
        if namings := [_naming(text, m) for m in name.finditer(text)]:
            named[name] = namings
    return named


def _naming(text: str, m: re.Match[str]) -> _Naming:
    around = text[max(0, m.start() - _NEAR) : m.end() + _NEAR]
    sentence = _SENTENCE_END.split(text[max(0, m.start() - _NEAR) : m.start()])[-1]
    sentence += m[0] + _SENTENCE_END.split(text[m.end() : m.end() + _NEAR])[0]
    if _LAST_YEAR.search(sentence):
        return _Naming(m[0], around, "last_year")
    if _COMING.search(around):
        return _Naming(m[0], around, "coming")
    return _Naming(m[0], around, "attended" if m.start() < _LEAD and _ATTENDING.search(around) else None)


def _window(event: Event, told: _When | None) -> tuple[tuple[date, date], Weight]:
    year = event.first.year
    if told == "last_year":
        return (date(year + 1, 1, 1), date(year + 1, 12, 31)), Weight.STRONG
    if told == "coming":
        return (event.first - timedelta(days=330), event.first), Weight.STRONG
    if told == "attended":
        return (event.first, event.last + timedelta(days=5)), Weight.STRONG
    return (event.first - timedelta(days=330), event.last + timedelta(days=270)), Weight.HINT


def _jubilees(text: str) -> Iterator[Clue]:
    if not any(sign in text for sign in _CELEBRATIONS):
        return
    for m in _JUBILEE.finditer(text):
        years = 25 if m["quarter"] else int(m["n"] or m["years"])
        around = text[max(0, m.start() - 80) : m.end() + _NEAR]
        for beginning in _counted_from(text, around, text[m.end() : m.end() + _CELEBRATED]):
            first = _later(beginning.day, years)
            if first.year not in YEARS:
                continue
            if _YET_TO_COME.search(around):
                yield Clue("jubilee", m[0], Weight.HINT, ((date(first.year - 1, 1, 1), first),), None)
                continue
            since = m["n"] is None and _FROM_THEN.search(around) is not None
            if since and years % 10 == 0:  # a round number is said of the years after it too
                yield Clue("jubilee", m[0], Weight.HINT, ((first, _later(beginning.day, years + 3)),))
                continue
            window = ((first, _later(beginning.day, years + 1)),) if since else whole_year(first.year)
            yield Clue("jubilee", m[0], Weight.STRONG, window, first.year)


def _counted_from(text: str, around: str, behind: str) -> list[Beginning]:
    """The beginnings that a number of years may count from; none where those of several years would fit.

    Diplomatic relations are those of the sides named `behind` it, else `around` it, else in the opening, else anywhere.
    """
    kind = "relations" if _DIPLOMATIC.search(around) else "independence" if _INDEPENDENCE.search(around) else "other"
    places = {"relations": (behind, around, text[:_OPENING], text), "independence": (around,), "other": (behind,)}
    for where in places[kind]:
        found = [b for b in load_beginnings() if b.kind == kind and all(side.search(where) for side in b.sides)]
        if found:
            return found if len({b.day.year for b in found}) == 1 else []
    return []


def _later(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


@lru_cache(maxsize=1)
def load_events(path: Path = EVENTS) -> tuple[Event, ...]:
    """The events of the list; raises LexiconError where days, a pattern or a source are missing or wrong."""
    events: list[Event] = []
    for row in load_csv(path, ("name", "place", "first", "last", "source")):
        try:
            place = re.compile(row["place"]) if row["place"] else None
            first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
            if last < first or not row["source"]:
                raise ValueError("no source" if first <= last else "ends before it begins")
            events.append(Event(re.compile(row["name"]), place, first, last))
        except (ValueError, re.error) as error:
            raise LexiconError(f"{path.name}: {row['name']!r}: {error}") from error
    return tuple(events)


@lru_cache(maxsize=1)
def load_names() -> tuple[dict[re.Pattern[str], frozenset[str]], tuple[str, ...]]:
    """The names of gatherings, each once (those of many years share one), with the `signs` of each; all these signs."""
    names = {event.name: frozenset(signs(event.name.pattern)) for event in load_events()}
    return names, tuple(sorted(frozenset(chain.from_iterable(names.values()))))


# A piece of a pattern and how often it stands: a group without groups inside, a class, an escape, one character.
_PIECE = re.compile(
    r"(?:\(\?:(?P<group>[^()]*)\)|\[[^\]]+\]|\\.|(?P<plain>[\w \-])|[^()\\])(?P<often>[?*+]|\{[^}]*\})?"
)
_INVOLVED = re.compile(r"\((?!\?:)|\(\?:[^()]*\(|\\[()|\[]|\[[^\]]*[()|]")
_ALTERNATIVE = re.compile(r"(?:\([^()]*\)|[^()|])+")


def signs(pattern: str) -> tuple[str, ...]:
    """Pieces of plain text of which whatever `pattern` matches holds one; none where they cannot be told.

    >>> signs(r"[Сс]аммит\\w* ШОС"), signs("COP-?29|КС-?29"), signs("(?:EXPO|Экспо)(?:-2025)?")
    (('аммит',), ('COP', 'КС'), ('EXPO', 'Экспо'))
    """
    if _INVOLVED.search(pattern):
        return ()
    found = [_sign(m[0]) for m in _ALTERNATIVE.finditer(pattern)]
    return tuple(sign for several in found for sign in several) if all(map(all, found)) else ()


def _sign(pattern: str) -> tuple[str, ...]:
    """The first group or the longest run of plain characters of a `pattern` without alternatives."""
    runs: list[str] = [""]
    group: tuple[str, ...] = ()
    for piece in _PIECE.finditer(pattern):
        if piece["often"] is None and piece["plain"]:
            runs[-1] += piece["plain"]
            continue
        runs.append("")
        if piece["often"] is None and piece["group"] and not group:
            group = signs(piece["group"])
    longest = max(runs, key=len)
    return (longest,) if len(longest) > 2 or not group else group


@lru_cache(maxsize=1)
def load_beginnings(path: Path = ANNIVERSARIES) -> tuple[Beginning, ...]:
    """The days that anniversaries count from; raises LexiconError as `load_events` does."""
    beginnings: list[Beginning] = []
    for row in load_csv(path, ("kind", "sides", "day", "source")):
        try:
            if not row["source"]:
                raise ValueError("no source")
            sides = tuple(re.compile(side) for side in row["sides"].split("+"))
            beginnings.append(Beginning(row["kind"], sides, date.fromisoformat(row["day"])))
        except (ValueError, re.error) as error:
            raise LexiconError(f"{path.name}: {row['sides']!r}: {error}") from error
    return tuple(beginnings)
