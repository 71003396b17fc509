"""From parties to reporter and partner, with what the rest of the document knows."""

from collections.abc import Sequence

from pipelines.facts.trade.parties import Party, of
from pipelines.text.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Sides:
    """Reporter and partner of a flow, and how surely they were found (1 said here .. 0 guessed)."""

    reporter: str
    partner: str
    certainty: float

    @property
    def is_world(self) -> bool:
        """True for trade with all the world."""
        return "WLD" in (self.reporter, self.partner)


@dataclass(frozen=True, slots=True)
class Known:
    """What stands before a figure: the pair spoken of, whose trade is told, the countries of the document."""

    pair: tuple[str, str] | None = None
    home: str | None = None
    focus: tuple[str, ...] = ()  # countries of the document, the most spoken of first
    clear: bool = False  # the first two stand out
    alone: bool = True  # a flow told of one country only may be its trade with the world
    listed: bool = False  # partners were listed: a flow told of one country alone is its whole
    far: bool = False  # an end of the way is told, the country it starts from is not


def _other(code: str, known: Known) -> tuple[str, float] | None:
    """The partner of `code` that the context gives."""
    if known.listed and known.alone and not known.far:
        return None
    if known.pair is not None and code in known.pair:
        other = known.pair[1] if known.pair[0] == code else known.pair[0]
        if other != "WLD" or not known.far:  # the world has no exports of its own
            return other, 0.75
    if known.clear and code in known.focus[:2]:
        return (known.focus[1] if known.focus[0] == code else known.focus[0]), 0.65
    if known.home is not None and known.home != code:
        return known.home, 0.5
    leading = known.focus[0] if known.focus else code
    return (leading, 0.45) if leading != code and known.far else None


def _carried(known: Known) -> tuple[str, str, float] | None:
    if known.pair is not None:
        return known.pair[0], known.pair[1], 0.7
    if known.clear:
        return known.focus[0], known.focus[1], 0.6
    return None


def turnover(parties: Sequence[Party], known: Known, world: bool) -> Sides | None:
    """Sides of a turnover: the pair in alphabetical order, None where it is not known."""
    near = of(parties, "owner", "with_")
    codes = near if len(near) >= 2 else of(parties, "owner", "with_", "subject", "goods", "from_", "to", "at")
    if len(codes) > 2:
        return None
    if len(codes) == 2:
        pair: tuple[str, str, float] | None = (codes[0], codes[1], 1.0)
    elif len(codes) == 1 and world and of(parties, "owner", "subject"):
        pair = (codes[0], "WLD", 0.8)
    elif len(codes) == 1:
        with_one = replace(known, listed=False) if of(parties, "with_") else known
        other = _other(codes[0], with_one)
        pair = None if other is None else (codes[0], *other)
    else:
        pair = _carried(known)
    if pair is None and not codes and world and len(known.focus) == 1:
        pair = (known.focus[0], "WLD", 0.5)  # a text on one country's trade
    if pair is None:
        return None
    first, second = sorted(pair[:2])
    return Sides(first, second, pair[2])


def way(flow: str, parties: Sequence[Party], known: Known, world: bool) -> Sides | None:
    """Sides of an export or import: reporter is the one whose flow it is."""
    if flow == "import":
        own, far = of(parties, "owner") + of(parties, "subject", "to"), of(parties, "from_", "goods", "at")
    else:
        own, far = (
            of(parties, "owner") + of(parties, "from_", "goods") + of(parties, "subject"),
            of(parties, "to") + of(parties, "at"),
        )
    if len(of(parties, "from_" if flow == "import" else "to")) > 1:
        return None  # "в Перу, Чили и Эквадор": a flow of many, no pair's
    far += [c for c in of(parties, "with_") if c not in far]
    own = [c for c in own if c not in far] or (own if len(own) > 1 else [])
    far = [c for c in far if c not in own[:1]] or ([c for c in own[1:] if c != own[0]] if len(own) == 2 else [])
    if not far and len(own) > 2:
        return None
    if own and far:
        return Sides(own[0], far[0], 1.0)
    if world and own:
        return Sides(own[0], "WLD", 0.8)
    if own or far:
        return _one_side(own, far, known)
    if world:
        leading = known.home or (known.focus[0] if known.focus else None)
        return None if leading is None else Sides(leading, "WLD", 0.6)
    carried = _carried(known)
    if carried is None:
        return None
    first, second, certainty = carried
    leading = next((c for c in known.focus if c in (first, second)), first)
    reporter = known.home if known.home in (first, second) else leading
    partner = second if reporter == first else first
    return Sides(reporter or first, partner, certainty - 0.1)


def _one_side(own: Sequence[str], far: Sequence[str], known: Known) -> Sides | None:
    code = own[0] if own else far[0]
    other = _other(code, known if own else replace(known, far=True))
    if other is None:  # a text on one country's trade alone
        return Sides(code, "WLD", 0.4) if own and known.alone else None
    return Sides(code, other[0], other[1]) if own else Sides(other[0], code, other[1])


def sides_of(flow: str, parties: Sequence[Party], known: Known, world: bool = False) -> Sides | None:
    """Reporter and partner of `flow`, None where the text leaves them open."""
    found = turnover(parties, known, world) if flow == "turnover" else way(flow, parties, known, world)
    return None if found is None or found.reporter == found.partner else found
