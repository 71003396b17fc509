"""The house rules that a reader of the code relies on: floors, one stem a table, quiet imports, no machine in the files."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assets.settings import CHECKOUT
from pipelines.facts.registry import FACT_TABLES
from pipelines.store.schema import FACT_TABLES as SCHEMA_TABLES
from pipelines.store.schema import MADE_TABLES

# Lines; where a file nears it, split it by purpose. Tests are longer: a line a case.
LONGEST_MODULE, LONGEST_TEST = 450, 600
SKIPPED = {".git", ".venv", "var", "build", "dist", "__pycache__"}


def _project_files() -> list[Path]:
    """Files of the project: what git knows or would add, else all but what is made."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        found = [CHECKOUT / line for line in listed.stdout.splitlines()]
    else:
        found = [p for p in CHECKOUT.rglob("*") if not SKIPPED & set(p.relative_to(CHECKOUT).parts)]
    return sorted(p for p in found if p.is_file())


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


MODULES = [p for p in _project_files() if p.suffix == ".py"]


def test_floors_hold() -> None:
    """The contracts of import-linter in pyproject.toml."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("table", FACT_TABLES)
@pytest.mark.parametrize(
    "place",
    [
        "pipelines/facts/{table}.py",
        "pipelines/facts/{table}.toml",
        "sql/schema/{table}.sql",
        "sql/queries/{table}.sql",
        "expectations/{table}.json",
        "tests/facts/test_{table}.py",
    ],
)
def test_a_table_has_its_file(table: str, place: str) -> None:
    assert (CHECKOUT / place.format(table=table)).is_file(), f"{table}: {place.format(table=table)} is missing"


def test_registry_schema_and_assets_name_the_same_tables() -> None:
    from assets.facts import fact_assets

    assert tuple(FACT_TABLES) == SCHEMA_TABLES
    assert [asset.key.to_user_string() for asset in fact_assets] == list(FACT_TABLES)


def test_no_file_is_left_of_a_table_that_is_gone() -> None:
    tables = {*FACT_TABLES, *MADE_TABLES, "documents", "mentions", "removed_spans", "provenance"}
    stems = {p.stem for p in [*CHECKOUT.glob("sql/schema/*.sql"), *CHECKOUT.glob("expectations/*.json")]}
    assert stems <= tables


def test_reading_facts_loads_no_dagster_no_duckdb_no_great_expectations() -> None:
    heavy = ("dagster", "duckdb", "great_expectations", "polars", "pandas")
    code = f"import sys, pipelines.facts.registry; print([m for m in {heavy!r} if m in sys.modules])"
    assert _python(code) == "[]"


def test_importing_reads_no_word_list() -> None:
    """Lexicons load when the first text comes, not when a module is imported."""
    code = """
import sys
read = []
def hook(event, told):
    if event == "open" and str(told[0]).endswith((".toml", ".csv")):
        read.append(told[0])
import importlib, pathlib, pandas, pymorphy3
sys.addaudithook(hook)
for path in sorted(pathlib.Path("pipelines").rglob("*.py")):
    name = ".".join(path.with_suffix("").parts)
    if "quality" not in name and "duckdb_dialect" not in name and not name.endswith("__init__"):
        importlib.import_module(name)
print(read)
"""
    assert _python(code) == "[]"


def test_no_module_of_pipelines_works_at_import() -> None:
    """At the top stand imports, constants and definitions: no loop, no `with`, no `try`, no bare call."""
    at_work = []
    for module in (m for m in MODULES if m.is_relative_to(CHECKOUT / "pipelines")):
        for node in ast.parse(module.read_text("utf-8")).body:
            bare_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
            if bare_call or isinstance(node, ast.For | ast.While | ast.With | ast.Try):
                at_work.append(f"{module.relative_to(CHECKOUT)}:{node.lineno}")
    assert at_work == []


def test_every_module_fits_a_reader() -> None:
    lines = {m.relative_to(CHECKOUT): m.read_text("utf-8").count("\n") for m in MODULES}
    assert {
        str(m): n for m, n in lines.items() if n > (LONGEST_TEST if m.parts[0] == "tests" else LONGEST_MODULE)
    } == {}


def test_no_error_is_swallowed() -> None:
    swallowing = re.compile(r"^\s*except:|except (?:Base)?Exception\b[^\n]*:\s*pass", re.MULTILINE)
    assert [str(m) for m in MODULES if swallowing.search(m.read_text("utf-8"))] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    # The installed pieces of Data Docs are other people's; this file names what it looks for.
    machine = re.compile(
        r"(?<![\w.<~*/-])/(?:work|root|opt|mnt|Users|home/\w+|tmp)/\w|--(?:extra-)?index-url|--find-links|--trusted-host"
    )
    found = []
    for file in _project_files():
        if file == Path(__file__).resolve() or "data_docs_static" in file.parts or file.suffix in (".png", ".gz"):
            continue
        text = file.read_text("utf-8", errors="replace")
        found += [f"{file.relative_to(CHECKOUT)}: {match[0]}" for match in machine.finditer(text)]
    assert found == []


def test_a_clone_holds_what_a_reader_looks_for() -> None:
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "Makefile", "requirements.lock", "workspace.yaml", ".ci/run"):
        assert (CHECKOUT / name).is_file(), name
    assert (CHECKOUT / ".ci" / "run").stat().st_mode & 0o111, ".ci/run cannot be executed"
