"""What a folder gives: articles, refusals, duplicates."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.documents import read
from pipelines.documents.document import Sidecar
from pipelines.documents.read import scan


def test_articles_come_with_their_sidecars_in_the_order_of_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.txt").write_text("Оборот вырос", encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("Визит отложен".encode()))
    (tmp_path / "a.json").write_text(json.dumps({"url": "https://x.by/1", "title": " ", "extra": 1}), encoding="utf-8")
    (tmp_path / "notes.docx").write_bytes(b"other files are not looked at")
    found = scan(tmp_path)
    assert [a.source for a in found.articles] == ["a.txt.gz", "b/z.txt"]
    assert found.articles[0].sidecar == Sidecar(url="https://x.by/1")
    assert found.articles[0].data.decode() == "Визит отложен"
    assert found.refusals == ()


def test_the_id_is_that_of_the_unpacked_bytes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes("Оборот".encode())
    (tmp_path / "two.md.gz").write_bytes(gzip.compress("Оборот".encode()))
    found = scan(tmp_path)
    assert [a.source for a in found.articles] == ["one.txt"]
    assert [(d.source, d.same_as) for d in found.duplicates] == [("two.md.gz", "one.txt")]


def _link_out(path: Path) -> None:
    outside = path.parent.parent / "outside.txt"
    outside.write_text("тайна", encoding="utf-8")
    path.symlink_to(outside)


def _sidecar(path: Path, told: str) -> None:
    path.write_text("Оборот вырос", encoding="utf-8")
    path.with_suffix(".json").write_text(told, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("x.txt", lambda p: p.write_bytes(b" \n"), "empty"),
        ("x.txt", lambda p: p.mkdir(), "a folder named like an article"),
        ("x.txt", _link_out, "leads out of the input folder"),
        ("x.txt", lambda p: p.symlink_to(p.parent / "nothing.txt"), "broken link"),
        ("x.txt", lambda p: p.write_bytes(b"a" * 2001), "more than 2000"),
        ("x.txt.gz", lambda p: p.write_bytes(gzip.compress(b"a" * 10_000)), "unpacks to more than 2000"),
        ("x.txt.gz", lambda p: p.write_bytes(b"no gzip at all"), "broken gzip"),
        ("x.txt.gz", lambda p: p.write_bytes(gzip.compress(b"abc" * 50)[:-12]), "broken gzip"),
        ("x.txt", lambda p: _sidecar(p, "{"), "sidecar x.json: no valid JSON"),
        ("x.txt", lambda p: _sidecar(p, "[]"), "sidecar x.json: must hold one JSON object"),
        ("x.txt", lambda p: _sidecar(p, '{"url": 5}'), "sidecar x.json: url must be a string, not int"),
    ],
)
def test_a_bad_file_is_refused_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[Path], None], reason: str
) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 2000)
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder / name)
    (folder / "good.txt").write_text("Оборот вырос", encoding="utf-8")
    found = scan(folder)
    assert [a.source for a in found.articles] == ["good.txt"]
    assert [r.source for r in found.refusals] == [name]
    assert reason in found.refusals[0].reason


def test_links_to_folders_are_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("Оборот вырос", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = scan(tmp_path)
    assert [a.source for a in found.articles] == ["a/x.txt"]
    assert [r.source for r in found.refusals] == ["loop"]


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(folder: Path, onerror: Callable[[OSError], None]) -> list[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder / "shut")))
        return []

    monkeypatch.setattr(read.os, "walk", walk)
    assert [r.source for r in scan(tmp_path).refusals] == ["shut"]


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_wrong_folder_is_an_error_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "input"
    if kind == "file":
        path.write_text("x", encoding="utf-8")
    with pytest.raises(NotADirectoryError, match="give a folder"):
        scan(path)
