"""Whose money a word means that several countries have."""

import pytest

from pipelines.entities.mention import Mention
from pipelines.facts.trade.currency import currency_for


@pytest.mark.parametrize(
    ("word", "countries", "home", "passage", "currency"),
    [
        ("манат", ("AZE", "BLR"), None, None, "AZN"),  # one side has it
        ("рупия", ("CHN", "IND"), None, None, "INR"),  # whatever the country
        ("рубль", ("BLR", "RUS"), "BLR", None, "BYN"),  # both have it: the outlet's own
        ("рубль", ("BLR", "RUS"), None, None, None),  # both have it: open
        ("рубль", ("AZE", "GEO"), None, "USD", None),  # neither has it
        ("bare", ("AZE", "GEO"), None, "USD", "USD"),  # no word at all: that of the passage
    ],
)
def test_currency_of_a_word(
    word: str, countries: tuple[str, ...], home: str | None, passage: str | None, currency: str | None
) -> None:
    money = Mention(start=0, end=1, surface="5", kind="money", form=word)
    assert currency_for(money, countries, home, passage) == currency
