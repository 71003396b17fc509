"""Pages whose contracts are none between countries."""

import pytest
from agreement_rows import agreements_in


@pytest.mark.parametrize(
    "text",
    [
        "Вратарь сборной Грузии подписал контракт с иранским «Портом». Голкипер уехал в Тегеран.",
        "Между клубами Грузии и Ирана достигнута договоренность о трансфере. Форвард подпишет контракт летом.",
        "Министр Грузии и ЕБРР подписали меморандум о взаимопонимании. Офис банка работает и в Иране.",
        "Всемирный банк выделит Грузии деньги. По соглашению, подписанному в Вашингтоне, придет 100 млн долларов.",
        "Потенциал контрактов с Грузией по освоению шельфа Ирана оценивается в $20 млрд.",
    ],
)
def test_players_and_loans_make_no_row(text: str) -> None:
    assert agreements_in(text) == ()


def test_bank_beside_a_document_of_two_states_does_not_hide_it() -> None:
    rows = agreements_in("На форуме ЕБРР Грузия и Иран подписали соглашение о чае.")
    assert [r.kind for r in rows] == ["agreement"]


def test_document_named_again_by_its_sides_is_one_row() -> None:
    rows = agreements_in(
        "16 марта подписан Договор о дружбе между Турцией и Россией. В историю вошел Московский договор между Россией "
        "и Турцией."
    )
    assert [(r.kind, r.status) for r in rows] == [("treaty", "signed")]
