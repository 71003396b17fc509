"""Titles and mastheads at the head of a page."""

import pytest

from pipelines.documents.clean import clean

BODY = "Послы двух стран встретились в Астане и обсудили поставки зерна, сообщили в министерстве."


@pytest.mark.parametrize(
    ("head", "title", "why"),
    [
        ("Лен едет в Китай", "Лен едет в Китай", "a line above the text"),
        ("# Лен едет в Китай\n\nПодробности сделки", "Лен едет в Китай", "markdown"),
        ("Новости\nПолитика\n\nЛен едет в Китай", "Лен едет в Китай", "rubrics are none"),
        ("Сельская нива | районная газета\nЛен едет в Китай", "Лен едет в Китай", "masthead with its kind"),
        ("Сельская нива\nГлавная  Афиша  Контакты\n\nЛен едет в Китай", "Лен едет в Китай", "masthead over a menu"),
        ("Вестник Кавказа\n\nЛен едет в Китай", "Лен едет в Китай", "known outlet"),
        ("NIVA.BY\nЛен едет в Китай", "Лен едет в Китай", "address"),
        ("Лен едет в Китай\n\n12 мая 2021, 10:30\n", "Лен едет в Китай", "date below"),
        ("4 октября 2021 | Интервью\n\nЛен едет в Китай\n<b>Посол — о льне и тканях</b>",
         "Лен едет в Китай", "date above"),
        ("Лен едет. Что привезут обратно\n\n12.05.2021", "Лен едет. Что привезут обратно", "two sentences"),
        ("Зачем министр сельского хозяйства Китая приехал в Минск и что подписали стороны?",
         "Зачем министр сельского хозяйства Китая приехал в Минск и что подписали стороны?", "a question"),
        ("Последние новости\nПремьер улетел в Минск\nПослы вернулись из Баку\n\nЛен едет в Китай",
         "Лен едет в Китай", "links above"),
        ("БАКУ, 3 мая - Вестовой.", None, "a dateline"),
        ("", None, "nothing above the text"),
    ],
)  # fmt: skip
def test_title(head: str, title: str | None, why: str) -> None:
    cleaned = clean(f"{head}\n\n{BODY}")
    found = None if cleaned.title is None else cleaned.blocks[cleaned.title].span.of(cleaned.text)
    assert found == title, why


def test_mastheads_leave_the_text_and_are_handed_out() -> None:
    cleaned = clean(f"Сельская нива | районная газета\nЛен едет в Китай\n\n{BODY}")
    assert cleaned.mastheads == ("Сельская нива | районная газета",)
    assert "нива" not in cleaned.text
