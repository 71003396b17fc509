"""Who published a page."""

import pytest

from pipelines.documents.document import Sidecar
from pipelines.documents.outlets import find_outlet, host_of, load_outlets


@pytest.mark.parametrize(
    ("told", "outlet", "why"),
    [
        ({"sidecar": Sidecar(outlet="Нива", url="https://tass.ru/1")}, "Нива", "the sidecar first"),
        ({"furniture": [("photo_caption", "Зал - Sputnik Грузия, 1920, 01.02.2021")], "signed": "Sputnik"},
         "Sputnik Грузия", "caption"),
        ({"signed": "INTERFAX.RU"}, "Интерфакс", "dateline, written as known"),
        ({"signed": "НИАТ «Ховар"}, "Ховар", "dateline, with the kind of agency"),
        ({"signed": "ВЕСТОВОЙ-ИНФО"}, "Вестовой-инфо", "an unknown one in capitals"),
        ({"sidecar": Sidecar(url="https://www.tass.ru/ekonomika/1")}, "ТАСС", "address"),
        ({"sidecar": Sidecar(url="https://news.unknown.by/1"), "mastheads": ["Сельская нива"]},
         "Сельская нива", "masthead before a bare host"),
        ({"mastheads": ["Нива | районная газета"]}, "Нива", "masthead without its kind"),
        ({"mastheads": ["Обозрение «Лен и люди», май"]}, "Лен и люди", "quoted"),
        ({"mastheads": ["Новости льна // Лен-Инфо"]}, "Лен-Инфо", "after the slashes"),
        ({"mastheads": ["Погода", "A"]}, None, "rubrics are no names"),
        ({"mastheads": ["Официальный интернет-портал"]}, None, "a kind is no name"),
        ({"furniture": [("copyright", "© Нива, 2015-2024")]}, "Нива", "footer"),
        ({"text": "Лен растет, передает корреспондент «МИР 24» Иван Иванов."}, "МИР 24", "own reporter"),
        ({"text": "Лен растет, сообщает БЕЛТА."}, "БЕЛТА", "the agency cited, where nothing else tells"),
        ({"text": "Лен растет, сообщает БЕЛТА.", "sidecar": Sidecar(url="https://niva.by/1")},
         "niva.by", "a reprint is the site's"),
        ({"furniture": [("boilerplate", "WWW.BELTA.BY WWW.BELTA.BY")]}, "БЕЛТА", "address in the page"),
        ({}, None, "nothing tells"),
    ],
)  # fmt: skip
def test_outlet(told: dict[str, object], outlet: str | None, why: str) -> None:
    known = {"sidecar": Sidecar(), "signed": None, "mastheads": [], "furniture": [], "text": ""} | told
    assert find_outlet(**known) == outlet, why  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://m.day.az/x", "day.az"),
        ("belta.by/amp/1", "belta.by"),
        ("http://ont@ont.by/n", "ont.by"),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_host(url: str, host: str | None) -> None:
    assert host_of(url) == host


def test_every_domain_is_a_bare_host() -> None:
    assert all(host_of(f"https://{domain}/") == domain for domain in load_outlets().by_domain)
