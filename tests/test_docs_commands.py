"""Every command of README and docs works as written: each line of a `sh` block is run beside a copy of a finished run."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import communique
from assets.settings import CHECKOUT

PAGES = sorted([CHECKOUT / "README.md", *(CHECKOUT / "docs").rglob("*.md")])
# What a test cannot run, by how the line begins, and why.
NOT_RUN = {
    "make test": "is what runs these lines",
    "make lint": "runs with make test",
    "make ui": "serves until it is stopped; tests/assets/test_ui.py starts it",
    "make bench": "measures for minutes",
    "make PYTHON=": "names another Python",
    "make clean": "takes the environment away",
    "communique ui": "serves until it is stopped; tests/assets/test_ui.py starts it",
    "communique --install-completion": "writes to the shell's own settings",
    "communique --show-completion": "asks which shell called it",
    ".venv/bin/python -m pytest": "is what runs these lines",
    "git clone": "needs the network",
    "pip install": "needs the network",
}
# Lines that start Dagster take their seconds.
SLOW = re.compile(r"\bmake\b|communique run\b")
SHELL_SIGNS = re.compile(r"[|<>$~;&]|^\w+=")


def _blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Language and text of every fenced block."""
    yield from re.findall(r"^ *```(\w*)[^\n]*\n(.*?)^ *```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def _lines() -> Iterator[object]:
    told = set()
    for page in PAGES:
        for language, block in _blocks(page):
            for line in block.replace("\\\n", " ").splitlines() if language == "sh" else ():
                line = re.sub(r"^\.venv/bin/(?=communique)", "", re.sub(r"(^|\s)#.*", "", line).strip())
                if not line or line in told or line.startswith(tuple(NOT_RUN)):
                    continue
                told.add(line)
                marks = [pytest.mark.slow] if SLOW.search(line) else []
                yield pytest.param(line, id=f"{page.stem}: {line}", marks=marks)


@pytest.fixture(scope="module")
def checkout(built_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader's checkout looks like after a run: a copy, so that no command writes to the real one."""
    folder = tmp_path_factory.mktemp("reader") / "communique"
    shutil.copytree(CHECKOUT, folder, ignore=shutil.ignore_patterns("var", "__pycache__", ".*"))
    (folder / ".venv").symlink_to(sys.prefix)
    shutil.copytree(built_home, folder / "var", symlinks=True)
    (folder / "home").mkdir()
    (folder / "home" / "articles").symlink_to(CHECKOUT / "data" / "sample")
    (folder / "bin").mkdir()
    make = folder / "bin" / "make"
    # The environment is there already: make must not bring it up to date under a test.
    make.write_text(f'#!/bin/sh\nexec {shutil.which("make") or "make"} -o .venv/.ready "$@"\n', "utf-8")
    make.chmod(0o755)
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_stand_in_sh_blocks(page: Path) -> None:
    """What stands in a block of no language is not run: commands must not hide there."""
    plain = [block for language, block in _blocks(page) if language not in ("sh", "python", "toml", "yaml")]
    hidden = [
        line for block in plain for line in block.splitlines() if re.match(r"(\.venv/bin/)?communique |make ", line)
    ]
    assert hidden == [], "write ```sh before them"


@pytest.mark.parametrize("line", _lines())
def test_a_command_works_as_written(
    line: str, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("COMMUNIQUE_HOME", str(checkout / "var"))
    monkeypatch.setenv("HOME", str(checkout / "home"))
    monkeypatch.setenv("PATH", f"{checkout / 'bin'}:{checkout / '.venv' / 'bin'}:{os.environ['PATH']}")
    if line.startswith("communique ") and not SHELL_SIGNS.search(line):
        _here(line, monkeypatch)
        assert capsys.readouterr().out or "--parquet" in line
    else:
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", line], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def _here(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a line without signs of the shell in this process, which has its word lists loaded."""
    monkeypatch.setattr(sys, "argv", shlex.split(line))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(SystemExit) as ended:
        communique.main()
    assert not ended.value.code
