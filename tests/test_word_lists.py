"""Word lists stay in memory: a cache too small for its lists would parse them again with every article."""

from collections.abc import Iterable

import pytest

from benchmarks.corpus import dense
from pipelines.documents.document import RawArticle, Sidecar
from pipelines.documents.make import make_document
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.registry import FACT_TABLES


def _extract(texts: Iterable[str]) -> None:
    for text in texts:
        document = make_document(RawArticle("0" * 64, "a.txt", text.encode(), Sidecar()))
        reading = read(document, find_mentions(document))
        for extract in FACT_TABLES.values():
            extract(reading)


def test_no_word_list_is_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = dense(20)
    _extract(texts)

    def again(path: object, *told: object, **more: object) -> None:
        raise AssertionError(f"{path} was read before")

    monkeypatch.setattr("pathlib.Path.open", again)
    _extract(texts)
