"""An office as it stands in a block."""

from pipelines.entities.declension import Slot
from pipelines.entities.roles import roles
from pipelines.text.records import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """A role over tokens `start` to `end`; `countries` are several for "президенты Беларуси и Азербайджана"."""

    start: int
    end: int
    role: str
    slots: frozenset[Slot]
    countries: tuple[str, ...] = ()
    plural: bool = False
    former: bool = False
    institution: str | None = None  # id of the organization it belongs to
    of_the_country: bool = False  # "президент страны": the country named before

    @property
    def country(self) -> str | None:
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def cases(self) -> frozenset[str]:
        """Cases the head word may stand in."""
        if self.plural and not any(number == "plur" for _, number in self.slots):  # "оба президента"
            return frozenset({"nomn", "accs"})
        return frozenset(case for case, number in self.slots if (number == "plur") == self.plural)


def split_deputy(role: str) -> tuple[str, str]:
    """Prefix of a deputy's role and the role he stands in for.

    >>> split_deputy("first_deputy_generic_head")
    ('first_deputy_', 'generic_head')
    """
    for prefix in ("first_deputy_", "deputy_"):
        if role.startswith(prefix) and role not in roles().levels:
            return prefix, role.removeprefix(prefix)
    return "", role
