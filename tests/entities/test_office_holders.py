import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pipelines.entities import office_holders
from pipelines.entities.office_holders import Holder, holders, offices
from pipelines.entities.person_registry import Registry
from pipelines.text.interval import Interval
from pipelines.text.lexicon import LexiconError

# Offices that two hold at once: speakers of two chambers, deputies, ambassadors to several countries.
SEVERAL_AT_ONCE = {("BLR", "speaker"), ("BLR", "deputy_prime_minister"), ("AZE", "deputy_prime_minister"),
                   ("RUS", "deputy_prime_minister"), ("BLR", "ambassador"), ("AZE", "ambassador")}  # fmt: skip
TABLE = Path(office_holders.__file__).with_name("office_holders.csv")


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def certain(row: dict[str, str]) -> tuple[str, str]:
    """First and last day that the term holds for certain; of "2003-03" as a beginning the end of March."""
    return (
        row["from"] + "-12-31"[len(row["from"]) - 4 :],
        row["to"] + "-01-01"[len(row["to"]) - 4 :] if row["to"] else "9999",
    )


def test_terms_of_one_office_do_not_overlap() -> None:
    by_office: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in table():
        by_office.setdefault((row["country"], row["role"]), []).append(row)
    overlaps = [
        (one["person"], other["person"])
        for office, rows in by_office.items()
        if office not in SEVERAL_AT_ONCE
        for one, other in pairwise(sorted(rows, key=certain))
        if certain(one)[1] > certain(other)[0]
    ]
    assert overlaps == []


def test_offices_that_several_hold_are_in_the_table() -> None:
    assert set(offices().by_office) >= SEVERAL_AT_ONCE


def test_each_term_has_a_source() -> None:
    assert [row["person"] for row in table() if not row["source"].strip()] == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("BLR,president,Иван Петров,2000,2001,", "no source"),
        ("BLR,president,Иван Петров,2002,2001,unchecked", "ends before"),
    ],
)
def test_rows_that_break_the_rules(row: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office_holders.csv"
    path.write_text(f"country,role,person,from,to,source\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(office_holders, "_PATH", path)
    with pytest.raises(LexiconError, match=complaint):
        offices.__wrapped__()


def on(year: int, month: int, day: int) -> Interval:
    return Interval(date(year, month, day), date(year, month, day), "day")


@pytest.mark.parametrize(
    ("country", "role", "when", "who"),
    [
        ("KGZ", "president", on(2020, 12, 15), ("Талант Мамытов",)),  # acting for two months
        ("GEO", "foreign_minister", on(2006, 5, 3), ("Гела Бежуашвили",)),
        ("BLR", "economy_minister", on(2016, 6, 1), ("Владимир Зиновский",)),
        ("BLR", "ambassador", on(2021, 6, 1), ()),  # there are ambassadors to other countries
    ],
)
def test_holders(country: str, role: str, when: Interval, who: tuple[str, ...]) -> None:
    assert holders(country, role, when) == who


@pytest.mark.parametrize(
    ("surname", "when", "who"),
    [
        ("алиев", on(2016, 4, 1), "Ильхам Алиев"),  # the minister of energy had the same surname
        ("лавров", on(2016, 4, 1), "Сергей Лавров"),
        ("мороз", on(2025, 6, 1), None),  # a minister of energy; and frost
        ("новак", on(2023, 4, 1), None),  # a president of Hungary or a deputy prime minister of Russia
    ],
)
def test_whom_a_bare_surname_means(surname: str, when: Interval, who: str | None) -> None:
    found: Holder | None = Registry(when).holder([surname])
    assert (found.person if found is not None else None) == who


def test_initial_tells_the_lesser_holder() -> None:
    found = Registry(on(2016, 4, 1)).holder(["алиев"], "Н.")
    assert found is not None and found.person == "Натиг Алиев"
