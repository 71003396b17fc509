"""The trade lexicon: what it refuses, and what it finds in a sentence."""

from pathlib import Path

import pytest

from pipelines.facts.trade.words import find_marks, load_entries, speaks_of_trade
from pipelines.text.lexicon import LexiconError
from pipelines.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[topic]\nexport = ["вывоз", "Вывоз"]', "'Вывоз' stands twice"),
        ('[topic]\nexport = ["счёт"]\nimport = ["счет"]', "'счет' stands twice"),
        ('[topic]\nbarter = ["обмен"]', "barter: no rule reads it"),
        ('[mood]\ngood = ["радость"]', "[mood] good: no rule reads it"),
    ],
)
def test_lexicon_that_breaks_its_rules_names_file_and_entry(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"words\.toml") as error:
        list(load_entries(path))
    assert named in str(error.value)


def test_every_section_of_the_lexicon_is_read() -> None:
    assert {e.section for e in load_entries()} >= {"topic", "deed", "trend", "modality", "scope", "product"}


@pytest.mark.parametrize(
    ("text", "section", "value", "words"),
    [
        ("Обмен товарами и услугами вырос", "topic", "turnover", (0, 4)),
        ("розничный товарооборот страны", "topic", "foreign", (0, 2)),
        ("во все страны мира", "scope", "world", (1, 4)),
        ("сельскохозяйственной продукции", "product", "agri_food", (0, 1)),
    ],
)
def test_longest_phrase_wins(text: str, section: str, value: str, words: tuple[int, int]) -> None:
    marks = [m for m in find_marks(tokenize(text)) if m.section == section]
    assert [(m.value, (m.first, m.last)) for m in marks][:1] == [(value, words)]


def test_gate_lets_trade_through_only() -> None:
    assert speaks_of_trade(tokenize("Товарооборот вырос"))
    assert not speaks_of_trade(tokenize("Инвестиции выросли"))
