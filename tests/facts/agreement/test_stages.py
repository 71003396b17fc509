"""How far a document has come, where no plain verb tells it."""

import pytest
from agreement_rows import agreements_in


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Соглашение Грузии и Ирана о пенсиях находится на стадии согласования.", "planned"),
        ("Меморандум между Грузией и Ираном ожидает подписания.", "planned"),
        ("Соглашение Грузии и Ирана о чае близко к подписанию.", "planned"),
        ("Осталось подписать соглашение о чае между Грузией и Ираном.", "planned"),
        ("Премьер Грузии дал согласие на подписание соглашения с Ираном.", "planned"),
        ("На подписании соглашения Грузии с Ираном был президент.", "signed"),
        ("Переговоры Грузии и Ирана завершились без подписания соглашения.", "rejected"),
        ("Казахстан вышел из соглашения с Узбекистаном о воде.", "rejected"),
        ("Грузия отозвала подпись под соглашением с Ираном.", "rejected"),
        ("Грузия заморозила соглашение с Ираном.", "rejected"),
    ],
)
def test_status_is_told_by_the_stage(text: str, status: str) -> None:
    assert [r.status for r in agreements_in(text)] == [status]


def test_money_lent_is_no_deal() -> None:
    assert agreements_in("Парламент Грузии одобрил соглашение о займе с Ираном на 20 млн долларов.") == ()
