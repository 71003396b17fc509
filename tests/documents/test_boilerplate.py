"""The word lists of site furniture."""

from pathlib import Path

import pytest

from pipelines.documents import boilerplate
from pipelines.documents.boilerplate import bare_words, load_boilerplate
from pipelines.text.lexicon import LexiconError


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("» Комментарии (37)", "Комментарии"),
        ("12", ""),
        ("A+", "A+"),
        ("👍 18", ""),
        ("Читать далее...", "Читать далее"),
    ],
)
def test_bare_words(line: str, bare: str) -> None:
    assert bare_words(line) == bare


def test_every_line_is_reached_by_its_own_words() -> None:
    words = load_boilerplate()
    assert all(words.reason_of_line(line) == reason for line, reason in words.lines.items() if bare_words(line))
    assert [line for line in words.lines if bare_words(line) != line] == []


def test_no_prefix_hides_behind_a_shorter_one_of_another_reason() -> None:
    words = load_boilerplate()
    for entries in words.prefixes.values():
        for phrase, reason, _ in entries:
            assert words.reason_of_prefix(phrase, sentence=False) == reason


def test_a_word_that_stands_twice_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "boilerplate.toml"
    path.write_text('[lines]\nnavigation = ["меню"]\nboilerplate = ["Меню"]\n', encoding="utf-8")
    monkeypatch.setattr(boilerplate, "_PATH", path)
    load_boilerplate.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"boilerplate\.toml: 'меню' stands under navigation and boilerplate"):
            load_boilerplate()
    finally:
        load_boilerplate.cache_clear()
