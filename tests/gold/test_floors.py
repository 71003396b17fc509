"""Accuracy on the annotated articles does not fall."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.floors import FloorError, Floors, digest, fallen, load_floors, measure, pin

NOW = Floors("abc", {"trade_volume": 0.9, "visits": 0.8, "agreements": 0.7}, {"trade_volume": 0.8})
NOW = replace(NOW, exact=dict(NOW.found))


def test_no_figure_is_below_its_floor() -> None:
    pinned, now = load_floors(), measure()
    assert digest() == pinned.corpus, "articles or gold changed: pin them with python -m evaluation.floors"
    assert fallen(pinned, now) == []


def test_floors_rise(tmp_path: Path) -> None:
    pin(NOW, tmp_path)
    pin(replace(NOW, found=dict(NOW.found, visits=0.85)), tmp_path)
    assert load_floors(tmp_path).found["visits"] == 0.85


def test_floors_do_not_fall_unasked(tmp_path: Path) -> None:
    pin(NOW, tmp_path)
    worse = replace(NOW, exact=dict(NOW.exact, visits=0.79))
    with pytest.raises(FloorError, match=r"visits: F1 exact 0\.7900 is below its floor 0\.8000"):
        pin(worse, tmp_path)
    assert load_floors(tmp_path) == NOW
    pin(worse, tmp_path, lower=True)
    assert load_floors(tmp_path) == worse


CHANGES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "texts" / "a.txt").write_text("иное", "utf-8"),
    lambda folder: (folder / "facts" / "b.json").write_text("{}", "utf-8"),
    lambda folder: (folder / "texts" / "a.txt").rename(folder / "texts" / "c.txt"),
    lambda folder: (folder / "facts" / "a.json").unlink(),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_corpus_has_another_digest(tmp_path: Path, change: Callable[[Path], object]) -> None:
    for part in ("texts", "facts"):
        (tmp_path / part).mkdir()
    (tmp_path / "texts" / "a.txt").write_text("текст", "utf-8")
    (tmp_path / "facts" / "a.json").write_text("{}", "utf-8")
    before = digest(tmp_path)
    assert digest(Path(shutil.copytree(tmp_path, tmp_path / "copy"))) == before
    change(tmp_path)
    assert digest(tmp_path) != before
