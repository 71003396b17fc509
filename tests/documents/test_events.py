"""The lists of gatherings and of days that anniversaries count from."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from pipelines.documents.events import find_event_clues, load_beginnings, load_events, signs
from pipelines.text.lexicon import LexiconError


@pytest.mark.parametrize(
    ("row", "complaint"),
    [("а,,2024-01-02,2024-01-01,x", "ends before it begins"), ("а,,2024-01-01,2024-01-02,", "no source")],
)
def test_gatherings_are_in_order_and_sourced(tmp_path: Path, row: str, complaint: str) -> None:
    path = tmp_path / "events.csv"
    path.write_text(f"name,place,first,last,source\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=complaint):
        load_events(path)


def test_beginnings_are_sourced(tmp_path: Path) -> None:
    path = tmp_path / "beginnings.csv"
    path.write_text("kind,sides,day,source\nrelations,а+б,1993-06-11,\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="no source"):
        load_beginnings(path)


def test_a_gathering_is_listed_once() -> None:
    doubles = [
        (a.name.pattern, a.place.pattern if a.place else "", str(a.first), str(b.first))
        for a, b in combinations(load_events(), 2)
        if a.name.pattern == b.name.pattern
        and (a.place and a.place.pattern) == (b.place and b.place.pattern)
        and a.first <= b.last
        and b.first <= a.last
    ]
    assert doubles == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Алиев примет участие в саммите Организации тюркских государств в Астане.", {"2023-11-03"}),
        ("Главы встретятся на саммите ШОС в Астане.", {"2005-07-05", "2011-06-15", "2017-06-08", "2024-07-03"}),
        ("Лидеры стран на саммите СНГ в Душанбе.", {"2007-10-05", "2011-09-03", "2018-09-28", "2025-10-10"}),
        ("Саммит БРИКС в ЮАР.", {"2013-03-26", "2018-07-25", "2023-08-22"}),
        ("Саммит «Большой двадцатки» в Анталье.", {"2015-11-15"}),
        ("Саммит лидеров стран Центральной Азии в Чолпон-Ате завершен.", {"2022-07-21"}),
        ("Шестая Консультативная встреча глав государств Центральной Азии завершена.", {"2024-08-09"}),
        ("Саммит СНГ обсудил торговлю. В Лондоне подешевела нефть.", set()),
    ],
)
def test_a_city_may_have_held_several(text: str, days: set[str]) -> None:
    windows = [window for clue in find_event_clues(text) for window in clue.windows]
    listed = [event for event in load_events() if str(event.first) in days]
    assert len(windows) == len(days)
    assert all(any(first <= event.first <= last for first, last in windows) for event in listed)
    assert {str(event.first) for event in listed} == days


def test_attending_dates_to_the_days_of_the_gathering() -> None:
    clue = next(iter(find_event_clues("На полях саммита СНГ в Ашхабаде состоялась встреча президентов.")))
    assert clue.allows(date(2019, 10, 11)) and clue.allows(date(2012, 12, 5))
    assert not clue.allows(date(2016, 1, 1))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"[Сс]аммит\w* ШОС", ("аммит",)),  # the longest run
        (r"Совета глав|G20", ("Совета глав", "G20")),  # one of each alternative
        (r"(?:EXPO|Экспо)(?:-2025)?", ("EXPO", "Экспо")),  # a group that may be missing tells nothing
        (r"годы?", ("год",)),  # nor does a letter that may
        (r"(?:EXPO)?|Экспо", ()),  # an alternative without any
        (r"(сессия|съезд)", ()),  # groups of other kinds are not looked into
    ],
)
def test_signs_are_pieces_that_every_match_holds(pattern: str, expected: tuple[str, ...]) -> None:
    assert signs(pattern) == expected
