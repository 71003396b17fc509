"""docs/quick-start.md works as written: its Python, its SQL, and the address it gives to a BI tool."""

import re
from pathlib import Path

import duckdb
import pytest
import sqlalchemy

from assets.settings import CHECKOUT
from pipelines.facts.event_codes import load_codes
from pipelines.store.ask import ask

PAGE = (CHECKOUT / "docs" / "quick-start.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("code", _blocks("python"))
def test_python_finds_rows(code: str, built_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found: dict[str, object] = {}
    exec(compile(code.replace('"var/', f'"{built_home}/'), "quick-start.md", "exec"), found)
    frames = {name: value for name, value in found.items() if hasattr(value, "shape")}
    assert frames and all(frame.shape[0] > 0 for frame in frames.values()), frames  # type: ignore[attr-defined]
    assert capsys.readouterr().out


@pytest.mark.parametrize("query", _blocks("sql"))
def test_sql_finds_rows(query: str, built_home: Path) -> None:
    assert ask(built_home / "communique.duckdb", query).num_rows > 0


def test_the_address_for_superset_opens_the_tables_for_reading_only(built_home: Path) -> None:
    (told,) = _blocks("text")
    uri = re.sub(r"(?<=///)/\S+(?=/communique\.duckdb)", str(built_home), told.strip())
    engine = sqlalchemy.create_engine(uri)
    try:
        inspector = sqlalchemy.inspect(engine)
        assert {"visits", "trade_volume_resolved"} <= {*inspector.get_table_names(), *inspector.get_view_names()}
        with engine.connect() as connection:
            assert connection.execute(sqlalchemy.text("SELECT count(*) FROM trade_volume_resolved")).scalar()
            with pytest.raises(sqlalchemy.exc.ProgrammingError, match="Cannot execute statement"):
                connection.execute(sqlalchemy.text("DELETE FROM visits"))
    finally:
        engine.dispose()


def test_the_file_is_of_a_format_that_duckdb_1_2_reads(built_home: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{built_home / 'communique.duckdb'}' AS published (READ_ONLY)")
        (told,) = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'published'").fetchall()
    assert "v1.2" in str(told[0])


def test_the_codes_in_the_table_are_the_codes_given() -> None:
    section = PAGE.split("## Event codes")[1]
    told = set(re.findall(r"\b(0\d\d|1\d\d)\b", section.replace("030–032", "030 031 032")))
    codes = set(load_codes().values())
    assert told == {c.cameo_code for c in codes}
    assert {c.plover_event for c in codes if c.plover_event} == set(re.findall(r"\| ([A-Z]{5,}) \|", section))
    assert {c.plover_mode for c in codes if c.plover_mode} <= set(re.findall(r"[a-z-]+", section))
