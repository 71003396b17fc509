"""What README and docs claim is true: files, settings, Python examples, answers; test_docs_commands.py runs the commands."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from assets.settings import CHECKOUT
from communique import app
from pipelines.store.ask import ask
from pipelines.store.dictionary import data_dictionary

PAGES = sorted([CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md", *(CHECKOUT / "docs").rglob("*.md")])
README = (CHECKOUT / "README.md").read_text("utf-8")
QUERIES = sorted((CHECKOUT / "sql" / "queries").glob("*.sql"))
SAMPLE_ANSWERS = {"country_a": "BLR", "country_b": "AZE", "day": "2021-05-22"}
# Folders of the checkout: a path in a page that starts so must be there.
ROOTS = ("pipelines", "assets", "sql", "docs", "data", "expectations", "tests", "evaluation", "benchmarks")
# Invented for the example "a new fact table".
EXAMPLE = "sanctions"


def _in_code(page: Path) -> Iterator[str]:
    """Words between backticks and in fenced blocks."""
    text = page.read_text("utf-8")
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        yield from block.splitlines()
    yield from re.findall(r"`([^`\n]+)`", text)


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def _path_exists(path: str) -> bool:
    if any(sign in path for sign in "*<{"):
        pattern = re.sub(r"<\w+>", "*", path)
        return any(CHECKOUT.glob(pattern))
    return (CHECKOUT / path).exists()


def test_dictionary_is_current() -> None:
    """`make dictionary` writes the page anew."""
    assert (CHECKOUT / "docs" / "data-dictionary.md").read_text("utf-8") == data_dictionary()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_paths_exist(page: Path) -> None:
    named = {w for code in _in_code(page) for w in re.findall(r"[\w.*/<>-]+", code)}
    paths = {w.rstrip(".") for w in named if w.split("/")[0] in ROOTS and "/" in w and EXAMPLE not in w}
    assert [p for p in sorted(paths) if not _path_exists(p)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_names_stand_in_the_files_told(page: Path) -> None:
    """ "`RULES` in `pipelines/…`": the name is in that file."""
    told = re.findall(r"`(\w+)` (?:in|of)\s+`([\w./]+\.(?:py|toml))`", page.read_text("utf-8"))
    assert [
        (name, file)
        for name, file in told
        if EXAMPLE not in file and not re.search(rf"\b{name}\b", (CHECKOUT / file).read_text("utf-8"))
    ] == []


def _places(page: Path) -> set[str]:
    """What a link may name after its #: headings as GitHub writes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    dead = []
    for link in re.findall(r"\]\((?!https?://)([^)]+)\)", page.read_text("utf-8")):
        file, _, place = link.partition("#")
        target = page.parent / file if file else page
        if not target.exists() or (place and place not in _places(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_make_targets_exist(page: Path) -> None:
    told = {m for code in _in_code(page) for m in re.findall(r"\bmake (?:[A-Z]+=\S+ )?([a-z-]+)", code)}
    targets = set(re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert told <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_subcommands_exist(page: Path) -> None:
    told = {m for code in _in_code(page) for m in re.findall(r"(?:^|bin/)communique ([a-z]+)", code)}
    assert told <= set(get_command(app).commands)  # type: ignore[attr-defined]


def test_readme_names_the_settings() -> None:
    source = (CHECKOUT / "assets" / "settings.py").read_text("utf-8")
    assert set(re.findall(r"COMMUNIQUE_[A-Z]+", README)) == set(re.findall(r"COMMUNIQUE_[A-Z]+", source))


@pytest.mark.parametrize("code", _blocks("python"))
def test_readme_python_runs(code: str, built_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert '"var/' in code
    found: dict[str, Any] = {}
    exec(compile(code.replace('"var/', f'"{built_home}/'), "README.md", "exec"), found)
    frames = [v for v in found.values() if hasattr(v, "shape")]
    assert all(frame.shape[0] > 0 for frame in frames)
    assert frames or capsys.readouterr().out.strip() not in ("", "[]")


def test_readme_rows_are_in_the_tables(built_home: Path) -> None:
    """Each row of the first table quotes words that stand as evidence in the article it names."""
    first_table = README.split("![")[0]
    rows = re.findall(r"^\| .+? \| (.+?) \| `(\S+)` \|$", first_table, re.MULTILINE)
    assert len(rows) >= 5
    told = ask(built_home / "communique.duckdb", "SELECT evidence, source FROM fact_sources").to_pylist()
    real = [(r["evidence"], r["source"]) for r in told]
    assert [r for r in rows if not any(r[1] == source and _overlap(r[0], words) for words, source in real)] == []


@pytest.mark.parametrize("query", QUERIES, ids=lambda p: p.stem)
def test_queries_run(query: Path, built_home: Path) -> None:
    """Each answers with rows on the sample: an empty answer shows nothing."""
    text = query.read_text("utf-8")
    told = {name: value for name, value in SAMPLE_ANSWERS.items() if f"${name}" in text}
    assert ask(built_home / "communique.duckdb", text, told).num_rows > 0


def _overlap(one: str, other: str) -> bool:
    """A quotation may be a word longer or shorter than it was when the page was written."""
    return one in other or other in one


def _sections() -> dict[str, str]:
    text = (CHECKOUT / "docs" / "queries.md").read_text("utf-8")
    return dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, Decimal):
        return f"{value:,.0f}"
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def test_every_query_has_a_section() -> None:
    assert set(_sections()) == {query.stem for query in QUERIES}


@pytest.mark.parametrize("query", QUERIES, ids=lambda p: p.stem)
def test_answers_shown_are_answers(query: Path, built_home: Path) -> None:
    """Every row of an answer in docs/queries.md is a row of the real answer, in the columns shown."""
    section = _sections()[query.stem]
    parameters = dict(re.findall(r"--param (\w+)=(\S+)", section))
    real = ask(built_home / "communique.duckdb", query.read_text("utf-8"), parameters).to_pylist()
    lines = [re.split(r" ?\| ?", line[2:-2]) for line in section.splitlines() if line.startswith("| ")]
    if not lines:
        return
    columns, _, *answers = lines
    now = [[_shown(row[column]) for column in columns] for row in real]
    missing = [answer for answer in answers if not any(_same(columns, answer, row) for row in now)]
    assert answers and missing == [], now


def _same(columns: list[str], shown: list[str], row: list[str]) -> bool:
    return all(
        _overlap(one, other) if column == "evidence" else one == other
        for column, one, other in zip(columns, shown, row, strict=True)
    )
