"""`communique extract`: the same rows as a run, told in four ways; a refused file stops nothing."""

import csv
import gzip
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from assets.settings import CHECKOUT
from commands.exits import Code
from commands.extract import Table
from pipelines.facts.registry import FACT_TABLES
from pipelines.store.ask import ask
from pipelines.store.schema import arrow_schema

SAMPLE = CHECKOUT / "data" / "sample"
OPENING = "ТБИЛИСИ, 3 марта 2022 года. "
TRADE = "Товарооборот Беларуси и Грузии в 2021 году составил 150,2 млн долларов."
CALL = "2 марта 2022 года президент Беларуси Александр Лукашенко позвонил премьер-министру Грузии."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(f"{OPENING}{TRADE} {CALL}", "utf-8")
    return file


def _objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_option_names_the_fact_tables() -> None:
    assert get_args(Table) == tuple(FACT_TABLES)


def test_the_rows_are_those_of_a_run(call: Callable[..., Any], built_home: Path) -> None:
    """Every article of the sample, every table: the same ids, evidence where it says."""
    told = _objects(call("extract", SAMPLE, "--json").out)
    assert len(told) >= 16
    for table in FACT_TABLES:
        published = ask(built_home / "communique.duckdb", f"SELECT fact_id, rule FROM {table}").to_pylist()
        ids = {(row["fact_id"], row["rule"]) for one in told for row in one[table]}
        assert ids == {(row["fact_id"], row["rule"]) for row in published} != set()
    for one in told:
        text = one["document"]["text"]
        rows = [row for table in FACT_TABLES for row in one[table]]
        assert all(text[r["evidence_start"] : r["evidence_end"]] == r["evidence"] for r in rows)


def test_keys_of_rows_and_document_are_columns(call: Callable[..., Any], article: Path) -> None:
    (one,) = _objects(call("extract", article, "--json").out)
    assert set(one) == {"document", *FACT_TABLES}
    assert set(arrow_schema("documents").names) - set(one["document"]) == {"duplicate_of", "ingested_at"}
    assert one["trade_volume"] and set(one["trade_volume"][0]) <= set(arrow_schema("trade_volume").names)
    assert one["trade_volume"][0]["amount"] == 150_200_000 and one["document"]["published_start"] == "2022-03-03"


def test_one_table_is_kept(call: Callable[..., Any], article: Path) -> None:
    (one,) = _objects(call("extract", article, "--json", "--table", "visits").out)
    assert set(one) == {"document", "visits"}


def test_csv_has_a_header_and_the_article(call: Callable[..., Any], article: Path, tmp_path: Path) -> None:
    done = call("extract", article, "--csv", "--table", "trade_volume")
    (row,) = csv.DictReader(io.StringIO(done.out))
    assert row["source"] == str(article) and row["published_start"] == "2022-03-03"
    assert float(row["amount"]) == 150_200_000
    assert row["partner"] == "GEO" and row["share"] == ""


def test_csv_without_rows_is_a_header(call: Callable[..., Any], article: Path) -> None:
    done = call("extract", article, "--csv", "--table", "agreements")
    (head,) = csv.reader(io.StringIO(done.out))
    assert head[-len(arrow_schema("agreements").names) :] == arrow_schema("agreements").names
    assert len(set(head)) == len(head)


def test_facts_stand_in_numbered_brackets_without_colours(call: Callable[..., Any], article: Path) -> None:
    out = call("extract", article).out
    assert "[1: Товарооборот Беларуси и Грузии в 2021 году составил 150,2 млн долларов]" in out
    assert "\x1b" not in out and "[trade_volume]" in out and "money" in out
    assert re.search(r"1 │ trade_volume │ turnover: Belarus – Georgia, 2021", out)


def test_numbers_run_with_the_text(call: Callable[..., Any], tmp_path: Path) -> None:
    """A call told of before the figure is number 1, though its table comes second."""
    file = tmp_path / "page.txt"
    file.write_text(f"{OPENING}{CALL} {TRADE}", "utf-8")
    out = call("extract", file).out
    assert re.search(r"1 │ visits .*2 │ trade_volume ", out, re.DOTALL) and out.index("[1: ") < out.index("[2: ")


def test_brief_leaves_the_text_out(call: Callable[..., Any], article: Path) -> None:
    out = call("extract", article, "--brief").out
    assert "[1: " not in out and "«Товарооборот Беларуси" in out


def test_colours_only_on_a_terminal_that_wants_them(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console

    from commands.marked import print_extraction
    from pipelines.documents.read import read_article
    from pipelines.facts.extract import extract_rows

    made = extract_rows(read_article(article))
    for no_color, coloured in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", no_color)
        out = io.StringIO()
        print_extraction(
            Console(file=out, force_terminal=True, width=100, color_system="standard"), made, None, brief=False
        )
        assert ("33m150,2 млн" in out.getvalue()) == coloured


def test_stdin_takes_a_date_from_the_option(call: Callable[..., Any]) -> None:
    text = "В прошлом году товарооборот Беларуси и Грузии составил 150,2 млн долларов."
    (one,) = _objects(call("extract", "-", "--json", "--published", "2022-03-03", stdin=text.encode()).out)
    assert one["trade_volume"][0]["period_start"] == "2021-01-01" and one["document"]["source"] == "stdin.txt"
    (one,) = _objects(call("extract", "-", "--json", stdin=text.encode()).out)
    assert one["trade_volume"][0]["period_start"] is None


def test_stdin_tells_a_page_by_its_first_words(call: Callable[..., Any]) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{OPENING}{TRADE}</p></article></body></html>"
    (one,) = _objects(call("extract", "-", "--json", stdin=page.encode()).out)
    assert "<" not in one["document"]["text"] and one["trade_volume"]


def test_stdin_that_is_packed_is_told_so(call: Callable[..., Any]) -> None:
    done = call("extract", "-", stdin=gzip.compress(TRADE.encode()))
    assert done.code == Code.REFUSED and "zcat" in done.err


def test_a_sidecar_is_heeded_and_options_go_before_it(call: Callable[..., Any], article: Path) -> None:
    article.with_suffix(".json").write_text('{"published": "2022-03-04", "outlet": "Пример"}', "utf-8")
    (one,) = _objects(call("extract", article, "--json").out)
    assert (one["document"]["published_start"], one["document"]["outlet"]) == ("2022-03-04", "Пример")
    (one,) = _objects(call("extract", article, "--json", "--published", "2022-03-05").out)
    assert (one["document"]["published_start"], one["document"]["outlet"]) == ("2022-03-05", "Пример")


def test_a_refused_file_stops_nothing(call: Callable[..., Any], article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.txt.gz").write_bytes(gzip.compress(b"x" * 99)[:20])
    files = [tmp_path / "none.txt", tmp_path / "empty.txt", tmp_path / "broken.txt.gz", article]
    done = call("extract", *files, "--json")
    assert done.code == Code.REFUSED and len(_objects(done.out)) == 1
    assert [line.split(": ")[1] for line in done.err.splitlines()] == [str(file) for file in files[:3]]
    assert "no such file" in done.err and "empty" in done.err and "broken gzip" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--csv",), "--table"),
        (("--csv", "--json", "--table", "visits"), "--json"),
        (("--published", "yesterday"), "--published"),
        (("--table", "sanctions"), "sanctions"),
        (("x.txt", "--url", "https://example.org/"), "sidecars"),  # one address, two articles
    ],
)
def test_wrong_use_is_one_line(call: Callable[..., Any], article: Path, words: tuple[str, ...], said: str) -> None:
    done = call("extract", article, *words)
    assert done.code == Code.WRONG_USE and done.out == ""
    assert said in done.err and done.err.count("\n") == 1


def test_it_starts_without_dagster_duckdb_and_pyarrow(article: Path) -> None:
    code = f"""
import sys, communique
sys.argv = ["communique", "extract", {str(article)!r}]
try:
    communique.main()
except SystemExit as ended:
    assert not ended.code
print([name for name in ("dagster", "duckdb", "pyarrow", "great_expectations", "altair") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
