"""Articles of one size for the benchmarks, put together from the annotated ones."""

from collections.abc import Iterator
from itertools import count as count_from
from pathlib import Path

TEXTS = Path(__file__).resolve().parents[1] / "tests" / "gold" / "texts"
SIZE = 5_000  # bytes of UTF-8, about 2800 letters: a news page


def articles(count: int, size: int = SIZE) -> Iterator[str]:
    """`count` texts of about `size` bytes: an article, others joined to it until it is long enough, no two alike."""
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for number in range(count):
        step = 1 + number // len(texts)  # grows with each round, so that rounds join others
        lines: list[str] = []
        length = 0
        for at in count_from(number % len(texts), step):
            for line in texts[at % len(texts)].splitlines(keepends=True):
                lines.append(line)
                length += len(line.encode())
                if length >= size:
                    break
            lines.append("\n\n")
            if length >= size:
                break
        yield "".join(lines)
