"""A wrong setting stops at once and says how to mend it."""

import subprocess
import sys
from pathlib import Path

import pytest

from assets.settings import CHECKOUT, SettingsError, load_settings


def test_defaults_lie_in_the_checkout() -> None:
    settings = load_settings({})
    assert settings.raw == CHECKOUT / "data" / "sample" and settings.home == CHECKOUT / "var" and settings.workers == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"COMMUNIQUE_RAW": "/no/such/folder"}, "COMMUNIQUE_RAW=/no/such/folder: no such folder"),
        ({"COMMUNIQUE_HOME": __file__}, "is a file"),
        ({"COMMUNIQUE_HOME": str(CHECKOUT / "data" / "sample" / "out")}, "one lies inside the other"),
        ({"COMMUNIQUE_WORKERS": "many"}, "whole number from 1 to 64"),
    ],
)
def test_a_wrong_setting_names_itself_and_the_mend(told: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        load_settings(told)


def test_the_command_line_ends_in_one_line_and_code_2() -> None:
    command = [sys.executable, str(Path(CHECKOUT) / "communique.py"), "run", "--raw", "/no/such/folder"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "no such folder" in done.stderr
