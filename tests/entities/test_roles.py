from datetime import date

import pytest

from pipelines.entities.office_holders import holders, offices
from pipelines.entities.roles import LEVELS, is_head_of_state, level_of, match_role, roles
from pipelines.text.interval import Interval
from pipelines.text.tokens import tokenize

LEVEL = [
    ("president", "head_of_state"),
    ("prime_minister", "head_of_government"),
    ("defence_minister", "minister"),
    ("deputy_defence_minister", "deputy_or_agency"),
    ("first_deputy_prime_minister", "deputy_or_agency"),
    ("ambassador", "deputy_or_agency"),
    ("deputy_speaker", "parliament"),
    ("deputy_mayor", "regional"),
    ("deputy_chairman_chamber_of_commerce", "business"),
    ("no_such_role", "other"),
]


@pytest.mark.parametrize(("role", "level"), LEVEL)
def test_level(role: str, level: str) -> None:
    assert level_of(role) == level


def test_every_listed_role_has_a_level_of_the_contract() -> None:
    assert {level_of(role) for role in roles().levels} <= LEVELS


def test_heads_of_state() -> None:
    assert is_head_of_state("king") and not is_head_of_state("prime_minister")


@pytest.mark.parametrize(
    ("text", "plural"), [("главы государства", False), ("главы государств", True), ("министры обороны", True)]
)
def test_number_of_holders(text: str, plural: bool) -> None:
    match = match_role(tokenize(text), 0, {})
    assert match is not None and match.plural is plural


def test_holders_of_a_year_of_change() -> None:
    year = Interval(date(2008, 1, 1), date(2008, 12, 31), "year")
    assert holders("RUS", "president", year) == ("Владимир Путин", "Дмитрий Медведев")


def test_offices_of_the_table_are_roles() -> None:
    listed = roles().levels
    assert {role for _, role in offices().by_office if role not in listed and not role.endswith("_minister")} == set()
