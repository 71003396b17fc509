"""docs/reconciliation.md tells what the rules do: its examples are claims, and every kind and reason stands there."""

import re
from typing import get_args

import pytest
from claim_rows import Row, asked, documents, figure

from assets.settings import CHECKOUT
from pipelines.store.official.differences import Reason
from pipelines.store.schema import SQL

PAGE = (CHECKOUT / "docs" / "reconciliation.md").read_text("utf-8")
FLAGS = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+: [^|]+) \| ([^|]+: [^|]+) \|$", PAGE, re.MULTILINE)


def _claims(told: str) -> list[Row]:
    """Claims of an example, each of an article of its own where it is the second of two ways."""
    claims = []
    for number, claim in enumerate(told.split("; "), start=1):
        what, _, level = claim.partition(": ")
        amount, _, ratio = level.partition(" x")
        claims.append(figure(f"t{number}", what, amount, f"d{number}", change_ratio=float(ratio) if ratio else None))
    return claims


def _kinds(told: str) -> set[str]:
    articles = documents({f"d{number}": "2021-02-01" for number in range(1, 6)})
    return {row["kind"] for row in asked([*articles, *_claims(told)], "FROM trade_volume_flags")}


@pytest.mark.parametrize(("kind", "example", "sound"), FLAGS, ids=[kind for kind, *_ in FLAGS])
def test_examples_of_contradictions_are_true(kind: str, example: str, sound: str) -> None:
    assert kind in _kinds(example)
    assert _kinds(sound) == set()


def test_every_kind_of_contradiction_has_an_example() -> None:
    rules = (SQL / "views" / "trade_volume_flags.sql").read_text("utf-8")
    assert {kind for kind, *_ in FLAGS} == set(re.findall(r"SELECT '(\w+)' AS kind", rules))


def test_every_reason_is_explained() -> None:
    told = set(re.findall(r"^\| (?:`\w+` )?\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert told == set(get_args(Reason))
