"""Which words the finders of names look at."""

import pytest

from pipelines.entities.cues import ORGANIZATION, PLACE, ROLE, find_cues, opening
from pipelines.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "flag", "words"),
    [
        ("в Минск и Грузию", PLACE, ["Минск", "Грузию"]),
        ("белорусско-грузинский форум", PLACE, ["белорусско-грузинский"]),  # parts are told apart later
        ("5,3% роста, 12 тонн", PLACE, []),  # neither figures nor marks name a place
        ("министр прибыл", ROLE, ["министр"]),
        ("экс-министр прибыл", ROLE, ["экс-министр"]),
        ("Минэкономики сообщило", ORGANIZATION, ["Минэкономики"]),
        ("обсудили погоду", ROLE, []),
    ],
)
def test_words_that_open_something(text: str, flag: int, words: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens[i].text for i in opening(find_cues(tokens), flag)] == words
