"""Tellings put to what they tell of: each is compared only with what lies on a shelf of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from pipelines.store.joining.tellings import Row


class Told(Protocol):
    """A claim as it is compared."""

    @property
    def row(self) -> Row: ...


T = TypeVar("T", bound=Told)


class Group(Protocol[T]):
    """Claims found to tell of one thing."""

    @property
    def tellings(self) -> Sequence[T]: ...

    def add(self, telling: T, /) -> None: ...


G = TypeVar("G", bound="Group[Any]")


def join(
    tellings: Iterable[T],
    make: Callable[[], G],
    shelves_of: Callable[[T], Iterable[object]],
    choose: Callable[[T, list[G]], G | None],
) -> dict[str, str]:
    """The group of every claim: fact_id to the fact_id of the group's first claim.

    `tellings` come surest first; `shelves_of` names where groups that one may belong to are looked for, `choose` takes
    one of those found there, or None for a group of its own.
    """
    groups: list[G] = []
    shelves: dict[object, list[G]] = defaultdict(list)
    for telling in tellings:
        own = list(shelves_of(telling))
        near = {id(group): group for shelf in own for group in shelves[shelf]}
        group = choose(telling, list(near.values()))
        if group is None:
            group = make()
            groups.append(group)
        group.add(telling)
        for shelf in own:
            if not any(group is other for other in shelves[shelf]):
                shelves[shelf].append(group)
    return {t.row["fact_id"]: g.tellings[0].row["fact_id"] for g in groups for t in g.tellings}
