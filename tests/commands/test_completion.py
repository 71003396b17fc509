"""Tab completes commands, options and names of tables in the three shells."""

import os
import subprocess
import sys

import pytest

from assets.settings import CHECKOUT

SHELLS = ("bash", "zsh", "fish")


def _communique(**environ: str) -> str:
    command = [sys.executable, str(CHECKOUT / "communique.py")]
    done = subprocess.run(command, env={**os.environ, **environ}, capture_output=True, text=True, check=False)
    return done.stdout


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("begun", "candidates"),
    [
        ("communique ex", {"extract", "explain"}),
        ("communique extract --pub", {"--published"}),
        ("communique extract --table ", {"trade_volume", "visits", "agreements"}),
    ],
)
def test_tab_completes(shell: str, begun: str, candidates: set[str]) -> None:
    told = _communique(
        _COMMUNIQUE_COMPLETE=f"complete_{shell}",
        COMP_WORDS=begun,
        COMP_CWORD=str(begun.count(" ")),
        _TYPER_COMPLETE_ARGS=begun,
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert all(candidate in told for candidate in candidates), told


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_for_the_command(shell: str) -> None:
    assert "communique" in _communique(_COMMUNIQUE_COMPLETE=f"source_{shell}").split("complete")[-1]
