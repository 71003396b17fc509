"""Sentences: where one ends, marked by a bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.sentences import split_sentences
from pipelines.text.span import Span


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "marked",
    [
        "Оборот вырос.| Экспорт упал.",
        "Экспорт – 5 млн долл. США.| Импорт – 3 млн руб. РФ.",  # the owner belongs to the currency
        "Рост до 5 млрд. 300 млн. тонн.| Импорт упал.",
        "Экспорт составил 5 млн.| Импорт упал.",
        "Экспорт составил 5 млн.|Импорт упал.",  # glued
        "Это рост на 5% (по данным ведомства).|Импорт упал.",
        "В 2013 г. Беларусь нарастила экспорт.",  # an opening year phrase goes on
        "А по итогам 2013 г. Баку снизил импорт.",
        "Экспорт вырос в 2013 г.| Импорт упал.",  # a closing one does not
        "БАКУ, 17 июля 2025 г. (Новости дня).| Оборот вырос.",
        "Экспорт составил $330,1 млн.| При этом импорт – $5 млн. (рост на 3%), упав за год.",
        "Он приехал в г. Баку на завод им. Гейдара.| Далее – Гянджа.",
        "Министр И. Петров и А.Н.Сидоров прибыли.| Их ждут.",  # initials
        "«Мы готовы!» — сказал он.| — Едем завтра.",
        "«Мы готовы».| Он уехал.",
        "Что дальше?| Рост…| Или нет... как знать.",
        "1. Подписать меморандум.| 2. Провести встречу.",
        "МИНСК, 3 фев – Агентство.| Состоялся разговор.",
        "И.о. министра прибыл.| Он рад.",
        "Рост в 2 раза.|«Это хорошо», – сказал он.",
        "Оборот достиг 5,3 тыс. т.| Экспорт вырос.",
        "Источник – mir.by и Mail.Ru сегодня.",
    ],
)
def test_ends(marked: str) -> None:
    assert pieces(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Заголовок\nОборот вырос. Экспорт упал."
    assert [s.of(text) for s in split_sentences(text, Span(10, len(text)))] == ["Оборот вырос.", "Экспорт упал."]


def test_run_without_an_end_is_cut() -> None:
    spans = split_sentences("слово " * 5000, Span(0, 30000))
    assert max(len(span) for span in spans) <= 4000


@given(st.text(alphabet='абГД. !?…»«"()-—\n5г', max_size=60))
def test_nothing_but_space_is_lost(text: str) -> None:
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
