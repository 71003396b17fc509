"""Quick records behave as those of the standard library."""

import dataclasses
import pickle

import pytest

from pipelines.text.records import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Leg:
    start: str
    end: str = "Баку"
    stops: int = 0

    def __post_init__(self) -> None:
        if self.stops < 0:
            raise ValueError("stops: not below none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    leg: Leg
    price: int | None = None


@dataclass(frozen=True)
class Plain:
    name: str


def test_fields_defaults_equality_and_order() -> None:
    leg = Leg("Минск", stops=1)
    assert (leg.start, leg.end, leg.stops) == ("Минск", "Баку", 1)
    assert leg == Leg("Минск", "Баку", 1) and hash(leg) == hash(Leg("Минск", "Баку", 1))
    assert Leg("Гомель") < leg
    assert repr(Ticket(leg=leg)) == "Ticket(leg=Leg(start='Минск', end='Баку', stops=1), price=None)"
    assert [f.name for f in dataclasses.fields(leg)] == ["start", "end", "stops"] and type(leg) is Leg


@pytest.mark.parametrize("leg", [Leg("Минск"), replace(Leg("Гомель"), start="Минск")])
def test_what_is_made_stays_as_it_is(leg: Leg) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        leg.start = "Брест"  # type: ignore[misc]


def test_checks_are_asked() -> None:
    with pytest.raises(ValueError, match="stops"):
        Leg("Минск", stops=-1)
    with pytest.raises(ValueError, match="stops"):
        replace(Leg("Минск"), stops=-1)


@pytest.mark.parametrize("record", [Leg("Минск", stops=2), Ticket(leg=Leg("Минск"), price=5)])
def test_pickle_keeps_it(record: Leg | Ticket) -> None:
    assert pickle.loads(pickle.dumps(record)) == record


def test_replace() -> None:
    leg = Leg("Минск")
    assert replace(leg, end="Тбилиси") == Leg("Минск", "Тбилиси") and leg.end == "Баку"
    assert replace(Plain("Минск"), name="Баку") == Plain("Баку")
    with pytest.raises(AttributeError):
        replace(leg, price=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("wrong", [{}, {"start": "Минск", "price": 1}])
def test_arguments_are_checked(wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Leg(**wrong)  # type: ignore[arg-type]
