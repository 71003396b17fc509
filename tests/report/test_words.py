"""Words of the pages: every language has the same ones, and every value a table may hold has its word."""

import re
from pathlib import Path

import pytest

from pipelines.entities.country_facts import is_bloc, known_codes
from pipelines.store.schema import SQL
from pipelines.text.lexicon import LexiconError
from report import words as module
from report.disagreements import KINDS
from report.formats import country
from report.words import LANGUAGES, Language, load_words


def test_both_languages_have_the_same_words() -> None:
    ru, en = (load_words(language).sections for language in LANGUAGES)
    assert set(ru) == set(en)
    # Russian names of blocs are those of the lexicon.
    assert {s: set(ru[s]) ^ set(en[s]) for s in ru if s != "bloc" and set(ru[s]) != set(en[s])} == {}


ENUMS = [
    # table, column, section of words
    ("trade_volume", "flow", "flow"),
    ("trade_volume", "product", "product"),
    ("trade_volume", "modality", "modality"),
    ("visits", "kind", "visit"),
    ("visits", "level", "level"),
    ("visits", "visit_type", "visit_type"),
    ("visits", "status", "visit_status"),
    ("agreements", "kind", "agreement"),
    ("agreements", "status", "agreement_status"),
    ("mentions", "kind", "mention"),
    ("documents", "published_method", "method"),
    ("provenance", "attribution_kind", "attribution_kind"),
]


@pytest.mark.parametrize(("table", "column", "section"), ENUMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_its_word(table: str, column: str, section: str, language: Language) -> None:
    ddl = (SQL / "schema" / f"{table}.sql").read_text("utf-8")
    found = re.search(rf"CHECK \({column} IN \(([^)]+)\)", ddl)
    assert found, f"{table}.{column} has no list of values"
    values = set(re.findall(r"'(\w+)'", found[1]))
    assert values <= set(load_words(language).sections[section])


@pytest.mark.parametrize("section", ["flag_title", "flag_lead", "flag_other"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contradiction_has_its_words(section: str, language: Language) -> None:
    rules = (SQL / "views" / "trade_volume_flags.sql").read_text("utf-8")
    kinds = re.findall(r"SELECT '(\w+)' AS kind", rules)
    assert sorted(kinds) == sorted(KINDS) == sorted(load_words(language).sections[section])


def test_every_bloc_has_an_english_name() -> None:
    codes = [code for code in known_codes()["country_codes"] if is_bloc(code)]
    assert [code for code in codes if code not in load_words("en").sections["bloc"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name(language: Language) -> None:
    codes = [code for code in known_codes()["country_codes"] if not is_bloc(code)]
    assert [code for code in codes if country(code, language) == code] == []


def test_a_value_without_a_word_stands_for_itself() -> None:
    assert load_words("en")("flow", "re_export") == "re export" and load_words("en")("flow", None) == ""


def test_an_empty_word_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ru.toml").write_text('[ui]\ntitle = " "\n', "utf-8")
    monkeypatch.setattr(module, "_HERE", tmp_path)
    load_words.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"ru.toml: \[ui\] title"):
            load_words("ru")
    finally:
        load_words.cache_clear()


def test_every_word_of_the_pages_is_used() -> None:
    room = Path(module.__file__).parent
    told = "".join(p.read_text("utf-8") for p in [*room.glob("*.py"), *room.glob("templates/*.html")])
    used = set(re.findall(r"ui\(['\"](\w+)['\"]\)", told))
    for heads in re.findall(r"headed\(\[(.*?)\]\)", told):
        used |= set(re.findall(r"'(\w+)'", heads))
    assert sorted(set(load_words("ru").sections["ui"]) - used) == []
