"""Who states a fact: every table asks the same reader."""

from pathlib import Path

import pytest
from test_agreements import agreements_in

from pipelines.facts import attribution
from pipelines.text.lexicon import LexiconError


@pytest.mark.parametrize(
    ("paragraph", "name", "kind"),
    [
        pytest.param(
            'Казахстан и Турция подписали соглашение о транзите, сообщил министр транспорта Казахстана Марат Карабаев.',
            "Марат Карабаев", "official", id="named in the sentence",
        ),
        pytest.param(
            "Казахстан и Турция подписали соглашение о транзите. Об этом сообщил министр транспорта Марат Карабаев.",
            "Марат Карабаев", "official", id="named in the sentence behind",
        ),
        pytest.param(
            "По заявлению министра транспорта Казахстана Марата Карабаева, Казахстан и Турция подписали соглашение.",
            "Марат Карабаев", "official", id="by what he declared",
        ),
        pytest.param("Казахстан и Турция подписали соглашение о транзите.", None, "outlet", id="the outlet itself"),
        pytest.param(
            "Президент Монголии Ухнагийн Хурэлсух прибыл в Любляну. Словения и Монголия подписали соглашение о транзите.",
            None, "outlet", id="who signs does not write: подписали ends like писали",
        ),
        pytest.param(
            "Министр транспорта Монголии Бат Эрдэнэ рассказал о дорогах. Казахстан и Турция подписали «Соглашение о "
            "транзите» в Астане.",
            None, "outlet", id="a title in quotation marks is nobody's speech",
        ),
        pytest.param(
            "«Дороги открыты, – сказал министр транспорта Казахстана Марат Карабаев. – Казахстан и Турция подписали "
            "соглашение о транзите».",
            "Марат Карабаев", "official", id="a quotation goes on",
        ),
        pytest.param(
            "Казахстан и Турция подписали соглашение о транзите, следует из данных таможенной статистики.",
            None, "statistics", id="statistics that nobody is named for",
        ),
    ],
)  # fmt: skip
def test_an_agreement_tells_who_states_it(paragraph: str, name: str | None, kind: str) -> None:
    (row,) = agreements_in(paragraph)
    assert (row.attribution, row.attribution_kind) == (name, kind)


def test_a_missing_list_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "attribution.toml"
    path.write_text('speech = ["сказал"]', encoding="utf-8")
    monkeypatch.setattr(attribution, "_PATH", path)
    attribution._words.cache_clear()
    try:
        with pytest.raises(
            LexiconError, match=r"attribution\.toml: lists speech, pointing, unnamed_statistics wanted, found speech"
        ):
            attribution._words()
    finally:
        attribution._words.cache_clear()
