"""Progress of long work: on stderr, and only where a person watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Step = Callable[[str, int, int | None], None]


@contextmanager
def progress_bars(*, silent: bool = False) -> Iterator[Step]:
    """A function `step(stage, done, of)` that keeps one bar a stage; `of` is None where the end is not known.

    Nothing is shown where stderr is no terminal, or with `silent`.
    """
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=silent or not console.is_terminal) as display:
        tasks: dict[str, int] = {}

        def step(stage: str, done: int, of: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = int(display.add_task(stage, total=of))
            display.update(display.task_ids[tasks[stage]], completed=done, total=of)

        yield step
