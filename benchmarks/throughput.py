"""Text to all three tables, one process on one core; natasha's pipeline on the same texts beside it.

    make bench

Articles dense with facts, ordinary news, and both mixed half and half: seven rows an article, about as many as pages
have that people collect on two countries. The targets below are for the mixture; exit code 1 where they are missed.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")

from corpus import dense, ordinary

from pipelines.documents.document import RawArticle, Sidecar
from pipelines.documents.make import make_document
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.rows import fact_row

HERE = Path(__file__).resolve().parent
TARGET_SPEED, TARGET_MEGABYTES = 150, 600
COUNT, COUNT_FRESH, COUNT_NATASHA = 120, 24, 24  # articles: of each sort, in all, in all
ROUNDS = 5
# Touches every lexicon, so that what is measured afterwards is reading and not loading.
FIRST = (
    "МИНСК, 3 марта 2022 года. Министр экономики Беларуси Иван Петров прибыл в Тбилиси. Товарооборот Беларуси и Грузии "
    "в 2021 году вырос на 12% и составил 150,2 млн долларов, экспорт – 80 млн рублей. Стороны подписали меморандум о "
    "сотрудничестве в туризме."
)


def measure(texts: Sequence[str]) -> tuple[dict[str, float], int]:
    """Seconds of processor time by stage, and rows made."""
    seconds: dict[str, float] = defaultdict(float)
    rows = 0
    for number, text in enumerate(texts):
        began = time.process_time()
        document = make_document(RawArticle(str(number), f"{number}.txt", text.encode(), Sidecar()))
        began = _lap(seconds, "clean and date", began)
        mentions = find_mentions(document)
        began = _lap(seconds, "mentions", began)
        reading = read(document, mentions)
        began = _lap(seconds, "sentences", began)
        for table, extract in FACT_TABLES.items():
            rows += len([fact_row(table, fact, "bench") for fact in extract(reading)])
            began = _lap(seconds, table, began)
    return dict(seconds), rows


def _lap(seconds: dict[str, float], stage: str, began: float) -> float:
    now = time.process_time()
    seconds[stage] += now - began
    return now


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _natasha(texts: Sequence[str]) -> str:
    """What natasha's pipeline takes, or why it could not be asked."""
    python = HERE.parent / ".venv-bench" / "bin" / "python"
    if not python.exists():
        return "natasha: not measured (.venv-bench is not there: its packages could not be installed)"
    done = subprocess.run(
        [str(python), str(HERE / "natasha_pipeline.py")],
        input=json.dumps(texts), capture_output=True, text=True, check=False,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    if done.returncode != 0:
        return f"natasha: not measured ({(done.stderr.strip().splitlines() or ['no reason given'])[-1]})"
    told = json.loads(done.stdout)
    return (
        f"natasha: {told['documents_per_second']:.1f} articles/s ({1000 / told['documents_per_second']:.1f} ms each: "
        f"segmenter, morphology, syntax, names), peak {told['megabytes']:.0f} MB"
    )


def main() -> int:
    """Measures, prints, judges."""
    sorts = {"dense with facts": dense(COUNT), "ordinary news": ordinary(COUNT)}
    mixed = [text for pair in zip(*sorts.values(), strict=True) for text in pair]
    size = sum(len(t.encode()) for t in mixed) / len(mixed)
    began = time.process_time()
    measure([FIRST])
    print(f"{len(mixed)} articles of {size / 1000:.1f} KB; lexicons and first one {time.process_time() - began:.2f} s")
    _told(f"first {COUNT_FRESH}, most words new", mixed[:COUNT_FRESH], rounds=1)
    for sort, texts in sorts.items():
        _told(sort, texts)
    speed = _told("mixed half and half", mixed)
    memory = _megabytes()
    print(f"  peak memory {memory:.0f} MB")
    print(_natasha(mixed[:COUNT_NATASHA]))
    fast, small = speed >= TARGET_SPEED, memory < TARGET_MEGABYTES
    print(f"target {TARGET_SPEED} articles/s: {_verdict(fast)}; target {TARGET_MEGABYTES} MB: {_verdict(small)}")
    return 0 if fast and small else 1


def _verdict(met: bool) -> str:
    return "met" if met else "MISSED"


def _told(what: str, texts: Sequence[str], rounds: int = ROUNDS) -> float:
    """Articles a second over `texts`, the median of `rounds`, printed with the best and the share of each stage."""
    measured = sorted((measure(texts) for _ in range(rounds)), key=lambda m: sum(m[0].values()))
    speeds = [len(texts) / sum(seconds.values()) for seconds, _ in measured]
    speed = median(speeds)
    seconds, rows = measured[len(measured) // 2]
    best = f", best of {rounds} rounds {speeds[0]:.0f}" if rounds > 1 else ""
    each = f"{1000 / speed:.2f} ms and {rows / len(texts):.1f} rows each"
    print(f"communique, {what}: {speed:.0f} articles/s{best}; {each}")
    print("  " + ", ".join(f"{stage} {1000 * s / len(texts):.2f} ms" for stage, s in seconds.items()))
    return speed


if __name__ == "__main__":
    sys.exit(main())
