"""Tense beside a date: behind or ahead."""

import pytest

from pipelines.text.dates import find_date_expressions
from pipelines.text.tense import tense_at
from pipelines.text.tokens import tokenize


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Комиссия заседала в марте.", "past"),
        ("Протокол подписан в марте.", "past"),
        ("Комиссия соберется в марте.", "future"),
        ("Заседание запланировано на март.", "future"),  # a participle of the past that speaks of what is to come
        ("Стороны намерены открыть завод в марте.", "future"),
        ("Обсудили возможность визита в марте.", "future"),
        ("Завод планировали открыть в марте.", None),  # what became of it is not said
        ("В марте, сообщил посол, комиссия соберется вновь.", "future"),  # who tells it does not matter
        ("В конце марта министр говорил, что завод остановят.", "future"),
        ("Министр в конце марта говорил, что завод остановят.", "past"),  # the day of the words told
        ("9 июня 2024 г. начался визит.", "past"),  # a stop that shortens
        ("Протокол был подписан в марте в целях обмена.", "past"),  # why, not when
        ("Рост в марте: 5%.", None),
        ("Завод открыли. В марте тепло.", None),  # the verb of another sentence
        ("В марте завод работал, а в мае остановится.", "past"),  # the nearer verb
    ],
)
def test_tense(sentence: str, expected: str | None) -> None:
    tokens = tokenize(sentence)
    span = find_date_expressions(sentence, tokens)[0].span
    first = next(i for i, t in enumerate(tokens) if t.start >= span.start)
    last = next(i for i, t in enumerate(tokens) if t.start >= span.end)
    assert tense_at(tokens, first, last) == expected
