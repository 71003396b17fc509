"""Facts in one line."""

import pytest

from report.articles import pairs_of
from report.describe import amounts, fact_words
from report.row import Row

AGREEMENT: Row = {
    "document_count": None,
    "quantity": None,
    "unit": None,
    "amount": None,
    "currency": None,
    "subject": None,
}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"quantity": 80.0, "unit": "экскаваторов"}, "80 экскаваторов"),
        ({"quantity": 80.0, "unit": "экскаваторов", "subject": "поставку 80 экскаваторов"}, ""),  # said already
        ({"quantity": 80.0, "unit": "экскаваторов", "subject": "поставку техники"}, "80 экскаваторов"),
        ({"document_count": 14}, "Документов: 14"),
    ],
)
def test_an_agreement_tells_its_amounts_once(told: Row, words: str) -> None:
    assert amounts(AGREEMENT | told, "ru").replace("\xa0", " ") == words


def test_a_table_without_words_of_its_own_shows_its_evidence() -> None:
    fact = {"fact_table": "sanctions", "evidence": "ввела санкции"}
    assert fact_words(fact, "en") == "«ввела санкции»" and pairs_of(fact) == []
