"""What `make bench` measures: articles of one size, every stage of the way."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from assets.settings import CHECKOUT
from benchmarks.corpus import SIZE, dense, ordinary


@pytest.mark.parametrize("sort", [dense, ordinary])
def test_articles_are_of_one_size_and_no_two_alike(sort: Callable[[int], list[str]]) -> None:
    texts = sort(60)
    assert len(set(texts)) == 60
    assert all(SIZE <= len(text.encode()) < 1.5 * SIZE for text in texts)


def test_every_stage_is_measured() -> None:
    code = "import throughput; seconds, rows = throughput.measure([throughput.FIRST]); print(*seconds, rows, sep='|')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=CHECKOUT / "benchmarks", capture_output=True, text=True, check=True, timeout=60,
        env={"PYTHONPATH": f"{CHECKOUT}:{CHECKOUT / 'benchmarks'}", "PATH": ""},
    )  # fmt: skip
    *stages, rows = done.stdout.strip().split("|")
    assert stages == ["clean and date", "mentions", "sentences", "trade_volume", "visits", "agreements"]
    assert int(rows) == 4, "a row of each table, sums with and without the country of their currency: all is loaded"
