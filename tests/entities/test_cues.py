"""Which words the finders look at."""

import pytest

from pipelines.entities.cues import NUMBER, ORGANIZATION, PLACE, RATIO, ROLE, find_cues, opening
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
        ("5,3% роста, два-три года, сто тонн", NUMBER, ["5,3", "два-три", "сто"]),
        ("вдвое, на треть, 1,5-кратный", RATIO, ["вдвое", "треть", "1,5"]),
    ],
)
def test_words_that_open_something(text: str, flag: int, words: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens[i].text for i in opening(find_cues(tokens), flag)] == words
