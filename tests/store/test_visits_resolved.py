"""Tellings of one visit, call or meeting are one event; two real events stay two."""

from typing import Any

import pytest
from claim_rows import Row, asked, documents, visit

LUK = "BLR Александр Лукашенко > AZE"
PUBLISHED = documents({"april": "2024-04-10", "may": "2024-05-18", "november": "2024-11-15", "later": "2025-02-01"})
UNKNOWN = documents({"undated": "2024", "undated2": "2024"})
for _, _document in UNKNOWN:
    _document.update(published_start=None, published_end=None, published_precision=None, published_method=None)


def _events(claims: list[Row], **told: Any) -> list[dict[str, Any]]:
    rows = [*PUBLISHED, *UNKNOWN, *claims]
    return asked(rows, "FROM visits_resolved ORDER BY event_start NULLS LAST, fact_ids", **told)


JOINED = {
    # claims; ids of each event
    "the same days": ([visit("v1", LUK, "2024-05-16..2024-05-17", "may"), visit("v2", LUK, "2024-05-16", "may")], ["v1 v2"]),
    "arrival on one day, talks on the next": (
        [visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "2024-05-17", "november")], ["v1 v2"],
    ),
    "a day within the month that another article tells": (
        [visit("v1", LUK, "2024-05", "april", status="planned"), visit("v2", LUK, "2024-05-16", "may")], ["v1 v2"],
    ),
    "two visits of one year": ([visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "2024-11-12", "november")], ["v1", "v2"]),
    "\"this year\" makes no one event of two; a plan means the next of them": (
        [
            visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "2024-11-12", "november"),
            visit("v3", LUK, "2024", "april", status="planned"),
        ],
        ["v3 v1", "v2"],
    ),
    "\"this year\" in a look back means the last of them": (
        [visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "2024-11-12", "november"), visit("v3", LUK, "2024", "later")],
        ["v1", "v2 v3"],
    ),
    "undated news belongs to the days before its article": (
        [visit("v1", LUK, "2024-05-16", "november"), visit("v2", LUK, "", "may")], ["v2 v1"],
    ),
    "undated news of another time": ([visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "", "november")], ["v1", "v2"]),
    "an undated plan is of the next three months": (
        [visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "", "april", status="planned")], ["v2 v1"],
    ),
    "undated in undated articles: nothing says that it is one visit": (
        [visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "", "undated"), visit("v3", LUK, "", "undated2")],
        ["v1", "v2", "v3"],
    ),
    "another spelling": (
        [
            visit("v1", "AZE Эльмар Мамедъяров > BLR", "2024-05-16", "may"),
            visit("v2", "AZE Эльмар Мамедьяров > BLR", "2024-05-16", "may"),
        ],
        ["v1 v2"],
    ),
    "a surname, initials, a patronymic": (
        [
            visit("v1", "AZE Алиев > BLR", "2024-05-16", "may"), visit("v2", "AZE И. Алиев > BLR", "2024-05-16", "may"),
            visit("v3", "AZE Ильхам Гейдарович Алиев > BLR", "2024-05-16", "may"),
        ],
        ["v1 v2 v3"],
    ),
    "one surname, two people, though another claim leaves it open": (
        [
            visit("v1", "AZE Алиев > BLR", "2024-05-16", "may"), visit("v2", "AZE Ильхам Алиев > BLR", "2024-05-16", "may"),
            visit("v3", "AZE Натиг Алиев > BLR", "2024-05-16", "may"),
        ],
        ["v1 v2", "v3"],
    ),
    "a plan means a visit that some article dates, not another claim of the year": (
        [
            visit("v1", LUK, "2024-05-16", "may"), visit("v2", LUK, "2024-11-12", "november"), visit("v3", LUK, "2024", "undated"),
            visit("v4", LUK, "2024", "april", status="planned"),
        ],
        ["v4 v1", "v2", "v3"],
    ),
    "husband and wife": (
        [visit("v1", "AZE Алиев > BLR", "2024-05-16", "may"), visit("v2", "AZE Мехрибан Алиева > BLR", "2024-05-16", "may")],
        ["v1", "v2"],
    ),
    "only the office is told": (
        [
            visit("v1", LUK, "2024-05-16", "may", visitor_role="president"),
            visit("v2", "BLR > AZE", "2024-05", "april", visitor_role="president", status="planned"),
            visit("v3", "BLR > AZE", "2024-05", "april", visitor_role="foreign_minister", status="planned"),
        ],
        ["v3", "v2 v1"],
    ),
    "there and back are two visits": (
        [visit("v1", LUK, "2024-05-16", "may"), visit("v2", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-16", "may")],
        ["v1", "v2"],
    ),
    "talks in the country visited are part of the visit": (
        [
            visit("v1", LUK, "2024-05-16", "may"),
            visit("v2", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-17", "may", kind="meeting", place="Баку", place_country="AZE"),
        ],
        ["v1 v2"],
    ),
    "talks in a third country are not": (
        [
            visit("v1", LUK, "2024-05-16", "may"),
            visit("v2", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-17", "may", kind="meeting", place="Казань", place_country="RUS"),
        ],
        ["v1", "v2"],
    ),
    "a call told by either side": (
        [
            visit("v1", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-16", "may", kind="phone_call"),
            visit("v2", "BLR Александр Лукашенко > AZE Ильхам Алиев", "2024-05-16", "may", kind="phone_call"),
        ],
        ["v1 v2"],
    ),
    "calls of two days are two": (
        [
            visit("v1", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-16", "may", kind="phone_call"),
            visit("v2", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-17", "may", kind="phone_call"),
        ],
        ["v1", "v2"],
    ),
    "delegations by the same words": (
        [
            visit("v1", "BLR > AZE", "2024-05-16", "may", delegation="делегация Гомельской области"),
            visit("v2", "BLR > AZE", "2024-05-16", "may", delegation="делегацию Гомельской области"),
            visit("v3", "BLR > AZE", "2024-05-16", "may", delegation="делегация НАН Беларуси"),
        ],
        ["v1 v2", "v3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "events"), JOINED.values(), ids=JOINED.keys())
def test_one_event_is_one_row(claims: list[Row], events: list[str]) -> None:
    assert sorted(" ".join(event["fact_ids"]) for event in _events(claims)) == sorted(events)


def test_an_undated_reprint_tells_of_the_same_event() -> None:
    claims = [visit("v1", LUK, "", "undated"), visit("v2", LUK, "", "undated2")]
    (event,) = _events(claims, copies={"undated2": "undated"})
    assert event["fact_ids"] == ["v1", "v2"] and event["document_count"] == 1


STATUS = [
    # statuses in order of publication, status of the event, why
    (["planned", "held"], "held", "a plan that took place"),
    (["planned", "cancelled"], "cancelled", "the latest article tells"),
    (["cancelled", "planned"], "planned", "planned anew"),
    (["held", "planned"], "held", "what was held is no plan, whatever a later article copies"),
    (["ongoing", "planned"], "ongoing", "what has begun is no plan"),
]


@pytest.mark.parametrize(("statuses", "status", "why"), STATUS, ids=[case[-1] for case in STATUS])
def test_status_is_followed_through_time(statuses: list[str], status: str, why: str) -> None:
    articles = ["april", "may"]
    claims = [
        visit(f"v{n}", LUK, "2024-05-16", article, status=told)
        for n, (article, told) in enumerate(zip(articles, statuses, strict=True))
    ]
    (event,) = _events(claims)
    assert event["status"] == status and event["statuses"] == sorted(set(statuses)), why
    history = [(h["status"], str(h["published"]), h["document_id"], h["fact_id"]) for h in event["status_history"]]
    assert history == [(statuses[0], "2024-04-10", "april", "v0"), (statuses[1], "2024-05-18", "may", "v1")]


def test_the_visit_gives_the_row_and_the_exactest_claim_its_days() -> None:
    talks = visit("v2", "AZE Ильхам Алиев > BLR Александр Лукашенко", "2024-05-16", "may", kind="meeting", place="Баку",
                  place_country="AZE", confidence=0.99)  # fmt: skip
    (event,) = _events([visit("v1", LUK, "2024-05", "april", status="planned"), talks])
    assert (event["kind"], event["visitor"], event["place"]) == ("visit", "Александр Лукашенко", "Баку")
    assert (str(event["event_start"]), str(event["event_end"])) == ("2024-05-16", "2024-05-16")
