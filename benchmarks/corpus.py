"""Articles of one size for the benchmarks: dense with facts, and ordinary news."""

import random
from collections.abc import Sequence
from itertools import count as counting
from pathlib import Path

ANNOTATED = Path(__file__).resolve().parents[1] / "tests" / "gold" / "texts"
ORDINARY = Path(__file__).with_name("ordinary.txt")  # news of a town and a country, hardly a fact among them
SIZE = 5_000  # bytes of UTF-8, about 2800 letters: a news page


def dense(count: int) -> list[str]:
    """`count` articles put together from the annotated ones: some fifteen rows each."""
    return _joined([path.read_text("utf-8") for path in sorted(ANNOTATED.glob("*.txt"))], count)


def ordinary(count: int) -> list[str]:
    """`count` articles put together from news that state hardly a fact between countries."""
    return _joined(ORDINARY.read_text("utf-8").split("\n\n"), count)


def _joined(texts: Sequence[str], count: int) -> list[str]:
    """`count` articles out of `texts`, no two alike."""
    made: dict[str, None] = {}
    for seed in counting():
        if len(made) == count:
            break
        made[_article(random.Random(seed).sample(texts, len(texts)))] = None
    return list(made)


def _article(texts: Sequence[str]) -> str:
    """The first of `texts`, and the others joined to it until it is of about SIZE bytes."""
    lines: list[str] = []
    length = 0
    for line in (line for text in texts for line in (*text.splitlines(keepends=True), "\n\n")):
        if length >= SIZE:
            break
        lines.append(line)
        length += len(line.encode())
    return "".join(lines)
