"""Tellings of one agreement are one row from plan to force; two real agreements stay two."""

from typing import Any

import pytest
from claim_rows import Row, asked, deal, documents

PUBLISHED = documents(
    {"y2006": "2006-10-20", "y2015": "2015-11-03", "march": "2024-03-04", "april": "2024-04-20", "april2": "2024-04-22", "y2025": "2025-09-01"}
)  # fmt: skip


def _agreements(claims: list[Row]) -> list[dict[str, Any]]:
    return asked([*PUBLISHED, *claims], "FROM agreements_resolved ORDER BY fact_ids")


JOINED = {
    # claims; ids of each agreement
    "planned, then signed": ([deal("a1", "поставках мяса", "planned", "", "march"), deal("a2", "поставке мяса", "signed", "", "april")], ["a1 a2"]),
    "another case and other words of any agreement": (
        [
            deal("a1", "сотрудничестве в области туризма и спорта", "signed", "", "april"),
            deal("a2", "туризме и спорте", "signed", "", "april2"),
        ],
        ["a1 a2"],
    ),
    "another matter": ([deal("a1", "поставках мяса", "signed", "", "april"), deal("a2", "поставках муки", "signed", "", "april")], ["a1", "a2"]),
    "another kind": (
        [deal("a1", "поставках мяса", "signed", "", "april"), deal("a2", "поставках мяса", "signed", "", "april", kind="contract")],
        ["a1", "a2"],
    ),
    "other parties": (
        [deal("a1", "туризме", "signed", "", "april"), deal("a2", "туризме", "signed", "", "april", parties=["AZE", "GEO"])],
        ["a1", "a2"],
    ),
    "one matter, signed again years later": (
        [deal("a1", "туризме", "signed", "2006-10-18", "y2006"), deal("a2", "туризме", "signed", "2024-04-19", "april")],
        ["a1", "a2"],
    ),
    "a plan is of the signing that follows": (
        [
            deal("a1", "туризме", "signed", "2006-10-18", "y2006"), deal("a2", "туризме", "signed", "2024-04-19", "april"),
            deal("a3", "туризме", "planned", "", "march"),
        ],
        ["a1", "a3 a2"],
    ),
    "a look back is of the signing before": (
        [
            deal("a1", "туризме", "signed", "2006-10-18", "y2006"), deal("a2", "туризме", "signed", "2024-04-19", "april"),
            deal("a3", "туризме", "in_force", "", "y2015"),
        ],
        ["a1 a3", "a2"],
    ),
    "a look back at two is of the last": (
        [
            deal("a1", "туризме", "signed", "2006-10-18", "y2006"), deal("a2", "туризме", "signed", "2024-04-19", "april"),
            deal("a3", "туризме", "in_force", "", "y2025"),
        ],
        ["a1", "a2 a3"],
    ),
    "a plan told after the signing is of another": (
        [deal("a1", "туризме", "signed", "2006-10-18", "y2006"), deal("a2", "туризме", "planned", "", "y2015")], ["a1", "a2"],
    ),
    "without a subject, in the same days": ([deal("a1", None, "planned", "", "april"), deal("a2", None, "signed", "", "april2")], ["a1 a2"]),
    "without a subject, in other days": ([deal("a1", None, "planned", "", "march"), deal("a2", None, "signed", "", "april")], ["a1", "a2"]),
    "two without a subject in one article": ([deal("a1", None, "signed", "", "april"), deal("a2", None, "signed", "", "april")], ["a1", "a2"]),
    "one quantity": (
        [
            deal("a1", "80 экскаваторов", "planned", "", "march", quantity=80.0, unit="экскаваторов"),
            deal("a2", "80 экскаваторов", "signed", "", "april", quantity=80.0, unit="экскаваторов"),
            deal("a3", "экскаваторов", "signed", "", "april", quantity=60.0, unit="экскаваторов"),
        ],
        ["a1 a2", "a3"],
    ),
    "a package is of its days, by whatever words": (
        [
            deal("a1", "развитии торговли", "signed", "", "april", kind="package", document_count=11),
            deal("a2", None, "signed", "", "april2", kind="package"),
            deal("a3", None, "signed", "", "march", kind="package"),
            deal("a4", None, "signed", "", "april2", kind="package", document_count=7),
        ],
        ["a1 a2", "a3", "a4"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "agreements"), JOINED.values(), ids=JOINED.keys())
def test_one_agreement_is_one_row(claims: list[Row], agreements: list[str]) -> None:
    assert [" ".join(row["fact_ids"]) for row in _agreements(claims)] == agreements


STATUS = [
    # statuses in order of publication, status of the agreement, why
    (["planned", "signed"], "signed", "a plan that was signed"),
    (["signed", "planned"], "signed", "what was signed is no plan, whatever a later article says"),
    (["in_force", "signed"], "in_force", "a look back at the signing takes nothing out of force"),
    (["planned", "rejected"], "rejected", "came to nothing"),
    (["signed", "rejected"], "rejected", "given up"),
    (["proposed", "planned"], "planned", "the later word on a plan"),
]


@pytest.mark.parametrize(("statuses", "status", "why"), STATUS, ids=[case[-1] for case in STATUS])
def test_status_is_followed_through_time(statuses: list[str], status: str, why: str) -> None:
    told = zip(("march", "april"), statuses, strict=True)
    (row,) = _agreements([deal(f"a{n}", "туризме", s, "", article) for n, (article, s) in enumerate(told)])
    assert row["status"] == status and row["article_count"] == 2, why
    assert [(h["status"], h["document_id"]) for h in row["status_history"]] == list(
        zip(statuses, ("march", "april"), strict=True)
    )


def test_the_day_is_that_of_the_signing() -> None:
    claims = [
        deal("a1", "туризме", "planned", "2024-05", "march"),
        deal("a2", "туризме", "signed", "2024-04-19", "april"),
    ]
    (row,) = _agreements(claims)
    assert (str(row["event_start"]), str(row["event_end"])) == ("2024-04-19", "2024-04-19")
