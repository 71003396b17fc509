"""`communique reconcile` as users call it."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

import communique
from assets.settings import CHECKOUT
from commands.exits import Code

SAMPLE = str(CHECKOUT / "data" / "official" / "invented_comtrade_geo_lva.csv")
HEADER = "period,reporterISO,flowCode,partnerISO,cmdCode,primaryValue\n"


def _reconcile(monkeypatch: pytest.MonkeyPatch, home: Path, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["communique", "reconcile", *words, "--home", str(home)])
    with pytest.raises(SystemExit) as ended:
        communique.main()
    return int(ended.value.code or 0)


def test_the_table_says_what_agrees_and_why_not(
    built_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _reconcile(monkeypatch, built_home, "--official", SAMPLE) == Code.DONE
    told = capsys.readouterr().out
    assert "94.6" in told and "explained" in told and "6 claimed amounts: 5 agrees, 1 explained" in told


def test_json_and_csv_tell_the_same(
    built_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _reconcile(monkeypatch, built_home, "--official", SAMPLE, "--json")
    told = json.loads(capsys.readouterr().out)
    _reconcile(monkeypatch, built_home, "--official", SAMPLE, "--csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["verdict"], row["official_source"]) for row in rows] == [
        (c["verdict"], c["official_source"] or "") for c in told["comparisons"]
    ]
    assert told["verdicts"]["agrees"] == 5 and told["problems"] == []


def test_strict_fails_on_a_difference_without_a_reason(
    built_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "official.csv"
    file.write_text(HEADER + "2024,GEO,X,LVA,TOTAL,40.3e6\n2024,GEO,M,LVA,TOTAL,?\n")
    assert _reconcile(monkeypatch, built_home, "--official", str(file)) == Code.DONE
    assert capsys.readouterr().err == f"{file}:3: no number: '?'\n"
    assert _reconcile(monkeypatch, built_home, "--official", str(file), "--strict") == Code.STOPPED


def test_a_file_that_is_no_statistics_is_wrong_use(
    built_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _reconcile(monkeypatch, built_home, "--official", str(CHECKOUT / "LICENSE")) == Code.WRONG_USE
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "UN Comtrade: reporteriso" in error
