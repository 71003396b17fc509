"""Date mentions: resolved days, relation, and what fact rules ask of them."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.documents.document import Published
from pipelines.entities.dates import expression_of, find_dates, resolve_for, shift_to
from pipelines.text.interval import Interval
from pipelines.text.tokens import tokenize


def published(first: str, last: str | None = None) -> Published:
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Published(Interval(start, end, "day" if start == end else "year"), "dateline", "")


WRITTEN = published("2024-02-14")


@pytest.mark.parametrize(
    ("text", "surface", "start", "end", "form"),
    [
        ("Комиссия соберется в октябре в Баку.", "в октябре", "2024-10-01", "2024-10-31", "in"),
        ("Комиссия собралась в октябре в Баку.", "в октябре", "2023-10-01", "2023-10-31", "in"),
        ("Делегация прибудет во вторник.", "во вторник", "2024-02-20", "2024-02-20", "in"),
        ("Делегация прибыла во вторник.", "во вторник", "2024-02-13", "2024-02-13", "in"),
        ("Оборот доведут до миллиарда к 2030 году.", "к 2030 году", None, "2030-12-31", "by"),
        ("К 2012 году оборот достиг миллиарда.", "К 2012 году", "2012-01-01", "2012-12-31", "in"),
        ("Соглашение действует с 2019 года.", "с 2019 года", "2019-01-01", None, "since"),
        ("С начала года оборот вырос.", "С начала года", "2024-01-01", "2024-02-14", "since"),
        ("Это вдвое больше, чем годом ранее.", "годом ранее", None, None, "anaphoric"),
    ],
)
def test_find_dates(text: str, surface: str, start: str | None, end: str | None, form: str) -> None:
    (mention,) = find_dates(text, tokenize(text), WRITTEN)
    assert mention.surface == surface == text[mention.start : mention.end]
    shown = tuple(d.isoformat() if d else None for d in (mention.date_start, mention.date_end))
    assert (shown, mention.form, mention.kind) == ((start, end), form, "date")


def test_offsets_count_in_the_whole_text() -> None:
    text = "Минск\nВ 2022 году оборот вырос."
    (mention,) = find_dates(text, tokenize(text, 6), None)
    assert mention.span.of(text) == "В 2022 году"


def test_without_a_day_of_publication_only_explicit_dates_resolve() -> None:
    text = "В прошлом году и в 2021 году, а также в мае."
    assert [m.interval is not None for m in find_dates(text, tokenize(text), None)] == [False, True, False]


def test_year_of_publication_settles_the_last_year_but_no_weekday() -> None:
    text = "В прошлом году договорились, во вторник подписали."
    last_year, tuesday = find_dates(text, tokenize(text), published("2024-01-01", "2024-12-31"))
    assert last_year.date_start == date(2023, 1, 1)
    assert tuesday.interval is None


def test_rules_may_ask_for_another_tense_and_move_a_period() -> None:
    text = "В октябре, как и годом ранее."
    october, year_before = find_dates(text, tokenize(text), WRITTEN)
    ahead = resolve_for(october, "future", WRITTEN)
    assert ahead == Interval(date(2024, 10, 1), date(2024, 10, 31), "month")
    assert shift_to(year_before, ahead, WRITTEN) == Interval(date(2023, 10, 1), date(2023, 10, 31), "month")
    assert shift_to(october, ahead, WRITTEN) is None
    assert expression_of(october).preposition == "в"


def test_a_year_that_is_a_date_only_among_its_neighbours_keeps_its_days() -> None:
    text = "Оборот в 2012 и 2013 годах рос."
    lone = replace(find_dates(text, tokenize(text), None)[-1], start=16, end=20, surface="2013")
    settled = replace(lone, date_start=date(2013, 1, 1), date_end=date(2013, 12, 31), date_precision="year")
    assert resolve_for(settled, "past", None) == settled.interval
    assert shift_to(settled, Interval(date(2013, 1, 1), date(2013, 12, 31), "year"), None) is None
    assert expression_of(settled).year == 2013
