"""What the assets are handed: settings, the parts, and a way to show progress."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import dagster as dg

from assets.settings import Settings, load_settings
from pipelines.store.parts import PartStore
from pipelines.store.warehouse import writer_lock

# (stage, batches done, batches there are)
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, of: int) -> None:
    """Progress that nobody looks at: Dagster's own log shows the stages."""


@dataclass(frozen=True)
class Workplace:
    """Settings, parts and progress of one run."""

    settings: Settings
    progress: Progress = field(default=silent)

    @property
    def store(self) -> PartStore:
        return PartStore(self.settings.home)

    def require(self, stage: str, version: str, batches: Sequence[str]) -> None:
        """Ends the run where `stage` has not been made of all these batches by the code as it stands."""
        missing = sum(not self.store.has(stage, version, batch) for batch in batches)
        if missing:
            raise dg.Failure(
                f"{missing} of {len(batches)} batches lack {stage} made by the code as it stands: "
                f"materialize {stage} first (job `everything` does)",
                allow_retries=False,
            )


@dg.resource(description="Settings from the environment: COMMUNIQUE_RAW, COMMUNIQUE_HOME, COMMUNIQUE_WORKERS.")
def workplace(context: dg.InitResourceContext) -> Iterator[Workplace]:
    """The workplace the environment asks for, as the one writer in its home; a wrong setting stops the run."""
    settings = load_settings()

    def waiting() -> None:
        if context.log:
            context.log.warning("Another run is at work in COMMUNIQUE_HOME: waiting for its end.")

    with writer_lock(settings.home, waiting):
        yield Workplace(settings)
