"""Event codes: every kind and status has its codes, and they are those of the published codebooks."""

from itertools import product
from typing import get_args

import pytest

from pipelines.facts import event_codes
from pipelines.facts.agreement.deal import Kind as AgreementKind
from pipelines.facts.agreement.status import Status as AgreementStatus
from pipelines.facts.event_codes import EventCodes, agreement_codes, code_columns, load_codes, visit_codes
from pipelines.facts.visit.contact import Kind as VisitKind
from pipelines.facts.visit.status import Status as VisitStatus
from pipelines.text.lexicon import LexiconError

# PLOVER's crosswalk from CAMEO (CAMEO2PLOVER-2021.txt): the event type by the first two digits.
CROSSWALK = {"03": "AGREE", "05": "SUPPORT", "06": "COOPERATE", "12": "REJECT"}


def test_every_kind_and_status_has_one_line_and_no_line_is_of_another() -> None:
    visits = product(["visits"], [*get_args(VisitKind), event_codes.THIRD_COUNTRY], get_args(VisitStatus))
    agreements = product(["agreements"], get_args(AgreementKind), get_args(AgreementStatus))
    assert set(load_codes()) == {*visits, *agreements}


@pytest.mark.parametrize(
    ("kind", "status", "third", "codes"),
    [
        ("visit", "held", False, EventCodes("042", "CONSULT", "visit")),
        ("visit", "ongoing", False, EventCodes("042", "CONSULT", "visit")),
        ("visit", "planned", False, EventCodes("042", "AGREE", None)),  # the future is an intention
        ("visit", "cancelled", False, EventCodes("042", None, None)),  # no event took place
        ("phone_call", "held", False, EventCodes("041", "CONSULT", "phone")),
        ("video_call", "held", False, EventCodes("040", "CONSULT", "phone")),  # "or some other remote medium"
        ("meeting", "held", True, EventCodes("044", "CONSULT", "third-party")),
        ("meeting", "held", False, EventCodes("040", "CONSULT", None)),
    ],
)
def test_codes_of_a_visit(kind: str, status: str, third: bool, codes: EventCodes) -> None:
    assert visit_codes(kind, status, third_country=third) == codes


@pytest.mark.parametrize(
    ("kind", "status", "codes"),
    [
        ("memorandum", "signed", EventCodes("057", "SUPPORT")),
        ("treaty", "in_force", EventCodes("057", "SUPPORT")),  # ratified
        ("roadmap", "planned", EventCodes("032", "AGREE")),  # a promise to sign
        ("contract", "agreed", EventCodes("031", "AGREE")),  # material
        ("arrangement", "agreed", EventCodes("030", "AGREE")),
        ("project", "implemented", EventCodes("060", "COOPERATE")),
        ("agreement", "rejected", EventCodes("120", "REJECT")),
        ("agreement", None, EventCodes()),
    ],
)
def test_codes_of_an_agreement(kind: str, status: str | None, codes: EventCodes) -> None:
    assert agreement_codes(kind, status) == codes


def test_agreements_follow_the_published_crosswalk() -> None:
    told = {c for (table, _, _), c in load_codes().items() if table == "agreements"}
    assert {c.plover_event for c in told} == {CROSSWALK[str(c.cameo_code)[:2]] for c in told}
    assert all(c.plover_event == CROSSWALK[str(c.cameo_code)[:2]] and c.plover_mode is None for c in told)


def test_trade_has_no_event_codes() -> None:
    assert code_columns("trade_volume", {"flow": "export"}) == {}


def test_a_line_twice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    line = {
        "table": "visits",
        "kind": "visit",
        "status": "held held",
        "cameo_code": "042",
        "plover_event": "CONSULT",
        "plover_mode": "visit",
    }
    monkeypatch.setattr(event_codes, "load_csv", lambda path, columns: iter([line]))
    with pytest.raises(LexiconError, match=r"event_codes\.csv: visits, visit, held stands twice"):
        load_codes.__wrapped__()
