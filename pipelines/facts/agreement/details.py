"""What stands beside a deal: how much of what, for which sum, when and where."""

from collections.abc import Iterable
from decimal import Decimal

from pipelines.documents.document import Published
from pipelines.entities.country_facts import resolve_currency
from pipelines.entities.dates import expression_of, resolve_for
from pipelines.entities.mention import Mention
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.status import Status
from pipelines.facts.agreement.words import beginnings
from pipelines.text.dates import Tense, resolve
from pipelines.text.interval import Interval
from pipelines.text.records import replace
from pipelines.text.tokens import fold

_OF_WHICH = frozenset(("которого", "которой", "которых"))
_EFFECT = 4  # words from "вступит" to the day it takes effect
_MEETING = 10  # tokens before the comma that name and date the meeting


def goods_in(mentions: Iterable[Mention]) -> tuple[Decimal, str] | None:
    """The first quantity of goods among `mentions` with its unit; tankers and parties where nothing else is told."""
    found = [
        (m.value, m.unit)
        for m in mentions
        if m.kind == "quantity" and m.value is not None and m.value > 0 and m.unit and not _is_no_goods(fold(m.unit))
    ]
    return next((f for f in found if not comes_in(f[1])), found[0] if found else None)


def comes_in(unit: str) -> bool:
    """True for tankers, parties and the like, which say nothing of how much."""
    return fold(unit).startswith(beginnings("carriers"))


def _is_no_goods(unit: str) -> bool:
    """True for what is counted and not delivered, also where the page was cut within the word ("трех стра")."""
    return any(unit.startswith(stem) or (len(unit) > 2 and stem.startswith(unit)) for stem in beginnings("no_goods"))


def sum_in(mentions: Iterable[Mention], parties: tuple[str, ...]) -> tuple[Decimal, str | None] | None:
    """The first sum of money among `mentions` with its currency: "рублей" is that of the parties."""
    for m in mentions:
        if m.kind == "money" and m.value is not None and m.value > 0:
            currency = m.currency
            if currency is None and m.form and m.form != "bare":
                currency = resolve_currency(m.form, parties)
            return m.value, currency
    return None


def when_of(
    scene: Scene,
    tokens: Iterable[int],
    subject: range,
    status: Status | None,
    published: Published | None,
    since: bool = False,
) -> Interval | None:
    """The days told among `tokens`; those in the `subject` only where plain days or months; with `since` also the day
    or month that a standing began ("с октября города стали побратимами")."""
    inside = sorted(set(tokens))
    for m in scene.sentence.of_kind("date"):
        at = scene.index_at(m.start)
        if at not in inside or not (_fits(m, at in subject, status) or (since and m.form == "since")):
            continue
        if status == "signed" and any(scene.has(k, "force") for k in range(max(0, at - _EFFECT), at)):
            continue  # "вступит в силу 15 мая": no day of signing
        tense: Tense | None = (
            "future" if status in ("planned", "proposed") else "past" if status in ("signed", "agreed") else None
        )
        found = _begun(m, published) if m.form == "since" else resolve_for(m, tense, published)
        if found is None:
            continue
        if found.precision == "range" and status in ("signed", "agreed") and _spans_years(found):
            continue
        if m.form == "by" and status in ("signed", "agreed", "in_force"):
            continue
        if (
            status in ("signed", "agreed")
            and found.start
            and published
            and published.interval.end
            and found.start > published.interval.end
        ):
            continue
        return found
    return None


def when_met(scene: Scene, at: int, status: Status | None, published: Published | None) -> Interval | None:
    """The days before the clause of `at`, where it tells what came of them: "разговор 21 июня, в ходе которого"."""
    clause = scene.clause(at)
    opening = [scene.lower(k) for k in clause[:5]]
    if status not in ("signed", "agreed") or not any(w in _OF_WHICH for w in opening):
        return None
    if not any(w.startswith(beginnings("circumstance")) for w in opening):
        return None
    return when_of(scene, range(max(0, clause[0] - _MEETING), clause[0]), range(0), status, published)


def _spans_years(days: Interval) -> bool:
    """True for "в 2024-2028 годах", which says how long it runs, not when it was signed."""
    return days.start is not None and days.end is not None and days.start.year != days.end.year


def _begun(m: Mention, published: Published | None) -> Interval | None:
    """The day or month of "с октября этого года"."""
    if expression_of(m).kind != "calendar":
        return None
    within = replace(expression_of(m), relation="in")
    found = resolve(within, published.interval if published else None, "past")
    return found if found is not None and found.precision in ("day", "month") else None


def _fits(m: Mention, in_subject: bool, status: Status | None) -> bool:
    if m.form in ("since", "anaphoric"):
        return False
    preposition = expression_of(m).preposition
    if preposition in ("на", "за", "с", "от", "после") or (
        preposition == "до" and status in ("signed", "agreed", None)
    ):
        return preposition == "от" and m.date_precision == "day"
    if in_subject:
        return m.date_precision in ("day", "month") and m.form == "in"
    return True


def place_of(scene: Scene, tokens: Iterable[int], subject: range) -> tuple[str, str | None] | None:
    """City (nominative) and country where it happens, told by "в" outside the subject."""
    inside = set(tokens)
    for m in scene.sentence.of_kind("place"):
        at = scene.index_at(m.start)
        located = at in inside and at not in subject and scene.lower(at - 1) in ("в", "во")
        if located and m.form in ("capital", "city") and m.canonical_name:
            return m.canonical_name, m.country
    return None
