"""Who held which office when since 2000: heads of state, government and parliament, ministers, some ambassadors."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pipelines.text.interval import Interval
from pipelines.text.lexicon import LexiconError, load_csv
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("office_holders.csv")
_LAST_DAY = date(9999, 12, 31)
_SHARED = frozenset({"ambassador", "deputy_prime_minister"})  # offices that several hold at once; the table has some
_LESSER = _SHARED | {"first_deputy_prime_minister", "speaker"}
_KNOWN_MINISTERS = frozenset({"foreign_minister", "defence_minister", "prime_minister"})


@dataclass(frozen=True, slots=True)
class Holder:
    """`person` held `role` of `country` from `start` to `end`, both in; an open end is the last day there is."""

    country: str
    role: str
    person: str
    start: date
    end: date

    @property
    def surname(self) -> str:
        return fold(self.person.rsplit(" ", 1)[-1])

    @property
    def is_known_by_surname(self) -> bool:
        """True where news names the holder by surname alone: Лавров; hardly the minister of agriculture Мороз."""
        return self.role not in _LESSER and (not self.role.endswith("_minister") or self.role in _KNOWN_MINISTERS)


@dataclass(frozen=True, slots=True)
class Offices:
    """The table by office and by the holder's surname (folded)."""

    by_office: dict[tuple[str, str], tuple[Holder, ...]]
    by_surname: dict[str, tuple[Holder, ...]]


def _first_day(text: str) -> date:
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last_day(text: str) -> date:
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2])
    if len(parts) == 1 or parts[1] == 12:
        return date(parts[0], 12, 31)
    return date(parts[0], parts[1] + 1, 1) - timedelta(days=1)


@lru_cache(maxsize=1)
def offices() -> Offices:
    """The table of office_holders.csv.

    Raises LexiconError, naming the holder, where a term ends before it starts, stands twice or has no source.
    """
    by_office: dict[tuple[str, str], list[Holder]] = {}
    by_surname: dict[str, list[Holder]] = {}
    seen: set[Holder] = set()
    for row in load_csv(_PATH, ("country", "role", "person", "from", "to", "source")):
        holder = Holder(
            row["country"],
            row["role"],
            row["person"],
            _first_day(row["from"]),
            _last_day(row["to"]) if row["to"] else _LAST_DAY,
        )
        if holder in seen or holder.start > holder.end:
            raise LexiconError(
                f"{_PATH.name}: {holder.person} ({holder.country}) stands twice or ends before the start"
            )
        if not row["source"]:
            raise LexiconError(f"{_PATH.name}: {holder.person} ({holder.country}) has no source")
        seen.add(holder)
        by_office.setdefault((holder.country, holder.role), []).append(holder)
        by_surname.setdefault(holder.surname, []).append(holder)
    return Offices(
        {k: tuple(sorted(v, key=lambda h: h.start)) for k, v in by_office.items()},
        {k: tuple(sorted(v, key=lambda h: (h.start, h.country, h.role))) for k, v in by_surname.items()},
    )


def in_office(holder: Holder, interval: Interval | None) -> bool:
    """True where the term overlaps `interval`; without an interval every term does."""
    if interval is None:
        return True
    return holder.start <= (interval.end or _LAST_DAY) and (interval.start or date.min) <= holder.end


def holders(country: str, role: str, interval: Interval | None) -> tuple[str, ...]:
    """Names of those who held `role` of `country` at any time in `interval` (ever, where it is None), in order.

    None for offices that several hold at once (ambassadors): the table does not have them all.

    >>> from datetime import date
    >>> holders("AZE", "president", Interval(date(2012, 1, 1), date(2012, 12, 31), "year"))
    ('Ильхам Алиев',)
    """
    found = offices().by_office.get((country, role), ()) if role not in _SHARED else ()
    return tuple(dict.fromkeys(h.person for h in found if in_office(h, interval)))


@lru_cache(maxsize=1)
def _top_roles() -> dict[str, tuple[str, ...]]:
    order = ("supreme_leader", "king", "emir", "sultan", "emperor", "president", "general_secretary")
    found: dict[str, set[str]] = {}
    for country, role in offices().by_office:
        found.setdefault(country, set()).add(role)
    return {c: tuple(r for r in order if r in roles) for c, roles in found.items()}


def head_of_state_role(country: str) -> str:
    """Office of the head of state of `country` by the table; "president" where it tells nothing."""
    top = _top_roles().get(country, ())
    return next((r for r in top if r != "supreme_leader"), "president")


def head_of_government_role(country: str) -> str:
    """Office of the head of government: "chancellor" in Germany and Austria, else "prime_minister"."""
    return "chancellor" if (country, "chancellor") in offices().by_office else "prime_minister"
