"""Joining what several places of a text say of the same document or deal."""

from collections.abc import Iterable
from functools import lru_cache

from pipelines.entities.place_lexicons import read_prefixes
from pipelines.facts.agreement.deal import Deal
from pipelines.facts.agreement.status import Status
from pipelines.text.records import replace
from pipelines.text.tokens import fold, tokenize

# The later in this row, the further a deal has come: of two statuses told of one deal the further one stands.
_WEIGHT: dict[Status | None, int] = {
    None: 0, "proposed": 1, "planned": 2, "agreed": 3, "implemented": 4, "signed": 5, "in_force": 6, "rejected": 7,
}  # fmt: skip
_STEM = 5
_DOCUMENTS = ("agreement", "contract", "memorandum", "treaty")
_LOOK_BACK = 200  # deals
_REACH = 2  # sentences that an anaphoric mention reaches back


def merge(deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """The deals with those of the same one joined, in the order of the text; an anaphoric one lends what it tells to
    the single document told last before it, else is dropped."""
    joined: list[Deal] = []
    for deal in deals:
        if deal.anaphoric and _lend(joined, deal):
            continue
        if deal.anaphoric and ((deal.bare and deal.generic) or _is_behind(joined, deal)):
            continue
        if _counts_over(joined, deal):
            continue
        at = next((i for i in _latest(joined) if _same(joined[i], deal)), None)
        if at is None:
            joined.append(deal)
        else:
            joined[at] = _join(joined[at], deal)
    return tuple(_fold_counted(joined))


def _is_behind(joined: list[Deal], deal: Deal) -> bool:
    """True for "Соглашение было подготовлено с учетом ..." of one that the text has told as signed or in force."""
    done = (d for d in joined if deal.sentence - d.sentence <= 2 * _REACH and d.kind == deal.kind)
    return deal.status in ("planned", None) and any(d.status in ("signed", "in_force") and not d.plural for d in done)


def _counts_over(joined: list[Deal], deal: Deal) -> bool:
    """True for "ратификации двух документов" right after the two themselves."""
    if deal.kind != "package" or not deal.bare or deal.count is None or deal.count < 2:
        return False
    told = [d for d in joined if 0 < deal.sentence - d.sentence <= 2 * _REACH and d.count is None and not d.plural]
    return len(told) == deal.count and all((d.status, d.parties) == (deal.status, deal.parties) for d in told)


def _fold_counted(joined: list[Deal]) -> list[Deal]:
    """`joined` with "14 соглашений" of the title and "14 документов" of the text made one."""
    folded: list[Deal] = []
    for deal in joined:
        at = next((i for i, d in enumerate(folded) if _same_number(d, deal)), None)
        if at is None:
            folded.append(deal)
        else:
            kind = folded[at].kind if folded[at].kind == deal.kind else "package"
            folded[at] = replace(_join(folded[at], deal), kind=kind)
    return folded


def _same_number(a: Deal, b: Deal) -> bool:
    """True where both speak of as many documents of the same sides."""
    told = a.count is not None and a.count == b.count and a.parties == b.parties
    return told and (a.status == b.status or a.heading) and (a.kind == b.kind or "package" in (a.kind, b.kind))


def _latest(joined: list[Deal]) -> range:
    """Where to look for the deal told again, the latest first; not all over a very long document."""
    return range(len(joined) - 1, max(-1, len(joined) - 1 - _LOOK_BACK), -1)


def _lend(joined: list[Deal], deal: Deal) -> bool:
    """Gives what an anaphoric deal tells to the one it means, if one was told shortly before."""
    reach = [i for i in range(len(joined) - 1, -1, -1) if deal.sentence - joined[i].sentence <= 2 * _REACH]
    fitting = [i for i in reach if _may_mean(deal, joined[i])]
    near = (i for i in fitting if deal.sentence - joined[i].sentence <= _REACH)
    at = next((i for i in fitting if joined[i].status == deal.status), next(near, None))
    if at is None:
        return False
    last = joined[at]
    joined[at] = replace(
        last,
        kind=deal.kind if _seals(deal, last) else last.kind,
        status=deal.status if deal.status == "signed" else last.status,
        when=last.when or deal.when,
        place=last.place or deal.place,
        place_country=last.place_country or deal.place_country,
    )
    return True


def _may_mean(deal: Deal, last: Deal) -> bool:
    """True where an anaphoric deal may speak of the one told before it."""
    if _seals(deal, last):
        return True
    if not (deal.generic or deal.kind == "package" or last.kind not in ("arrangement", "project", "sister_cities")):
        return False
    single = last.kind != "package" and last.count is None
    return _goes_with(last, deal) and (deal.kind == "package" or single)


def _seals(deal: Deal, last: Deal) -> bool:
    """True for "Контракт подписан" after the goods that were agreed on."""
    return (
        deal.kind == "contract" and deal.status == "signed" and last.rule == "settlement" and last.quantity is not None
    )


def _goes_with(last: Deal, deal: Deal) -> bool:
    """True where the status of an anaphoric deal may be that of the one before."""
    open_yet = ("planned", "proposed", None)
    return last.status == deal.status or (last.status in open_yet and deal.status in ("signed", *open_yet))


def _same(a: Deal, b: Deal) -> bool:
    """True where two mentions may speak of one deal."""
    if a.quantity is not None and a.quantity == b.quantity and a.parties == b.parties:
        return True
    if a.series is not None and a.series == b.series and not (a.heading or b.heading):
        return False
    reach = 4 * _REACH if b.generic and b.bare else 2 * _REACH
    if a.parties == b.parties and a.status == b.status and a.generic != b.generic and b.sentence - a.sentence <= reach:
        return a.plural <= b.plural if b.generic else b.plural <= a.plural
    if a.kind != b.kind and a.parties == b.parties and (_stands_for(a, b) or _told_by_title(a, b) or _whole(a, b)):
        return True
    if a.kind != b.kind or a.parties != b.parties:
        return False
    if a.amount is not None and a.amount == b.amount:
        return True
    if a.quantity is not None and b.quantity is not None:
        return False
    if a.kind == "contract" and "supply" in (a.rule, b.rule) and a.rule != b.rule and b.sentence - a.sentence <= 1:
        return True
    if a.count is not None and b.count is not None and a.count != b.count:
        return False
    if a.title and b.title:
        return fold(a.title) == fold(b.title)
    counted = a.count is not None or b.count is not None
    if a.plural != b.plural and a.kind != "sister_cities" and (counted or not (a.heading or b.heading)):
        return False
    later = a.status == "signed" and b.status in ("planned", "proposed")
    if b.bare and not b.plural and a.count is None and a.kind != "package" and _set_apart_by_nothing(a, b):
        return not later
    if a.count is not None and a.count == b.count:
        return True
    if a.kind == "package":
        return {a.status, b.status} != {"signed", "planned"} or a.heading or b.heading
    if (a.count is None) != (b.count is None) and not (a.heading or b.heading):
        return False
    if _abbreviates(a.subject, b.subject) or _abbreviates(b.subject, a.subject):
        return True
    if a.heading and b.sentence - a.sentence <= 2 and a.status == b.status and not a.plural:
        return True
    stems, others = _stems(a.subject), _stems(b.subject)
    if b.rule == "named_document" and b.status is None and not others and b.sentence - a.sentence <= 2 * _REACH:
        return True
    if a.kind == "sister_cities" and (not stems or not others):
        return a.heading or b.heading or a.status == b.status
    if not stems or not others:
        near = b.sentence - a.sentence <= (2 * _REACH if a.plural else _REACH) and _in_step(a, b)
        vague = a.bare or b.bare or (None not in (a.subject, b.subject) and not _of_others(a, b))
        return a.heading or b.heading or (near and vague and _set_apart_by_nothing(a, b))
    return 2 * len(stems & others) >= min(len(stems), len(others)) and len(stems & others) > 0


def _stands_for(a: Deal, b: Deal) -> bool:
    """True where one is a bare "соглашение" and the other the treaty or twinning told just before or after it."""
    if b.sentence - a.sentence > _REACH + 1 or a.plural or b.plural or a.count or b.count:
        return False
    bare, full = (a, b) if a.bare and a.kind in ("agreement", "contract") else (b, a)
    if bare.generic and full.kind == "contract" and bare.kind == "agreement":
        return True
    open_yet = ("planned", "proposed")
    alike = _in_step(a, b) or (a.status in open_yet and b.status in open_yet)
    if not alike or not bare.bare:
        return False
    if bare is b and bare.kind == "treaty":
        return full.kind in ("agreement", "contract")
    if bare.kind == "contract":
        return full.kind == "agreement"
    return bare.kind == "agreement" and full.kind in ("treaty", "sister_cities", "memorandum")


def _of_others(a: Deal, b: Deal) -> bool:
    """True where each names companies or institutions, and none in common."""
    return bool(a.party_names and b.party_names) and set(a.party_names).isdisjoint(b.party_names)


def _in_step(a: Deal, b: Deal) -> bool:
    """True where both stand alike; what was prolonged or came into force was signed."""
    return a.status == b.status or {a.status, b.status} == {"signed", "in_force"}


def _whole(a: Deal, b: Deal) -> Deal | None:
    """The package or number of documents that "новые соглашения" speaks of again; None where neither is one."""
    whole, vague = (a, b) if a.kind == "package" or a.count is not None else (b, a)
    summed = whole.kind == "package" or whole.count is not None
    alike = a.status == b.status and a.parties == b.parties and a.plural and b.plural
    told = vague.kind == "package" or vague.count is not None or vague.subject is not None or vague.title is not None
    told = told or vague.rule == "listed_document"
    return whole if summed and alike and not told and b.sentence - a.sentence <= 2 * _REACH else None


def _told_by_title(a: Deal, b: Deal) -> bool:
    """True for "договорились о поставках газа" of the title and the agreement on them that the text tells of."""
    made = a.heading and a.kind == "arrangement" and a.status == "agreed" and b.status == "signed"
    made = made or (a.heading and a.kind in _DOCUMENTS and _in_step(a, b) and not a.plural)
    stems, others = _stems(a.subject), _stems(b.subject)
    if made and b.kind == "sister_cities" and not stems:
        return True
    if a.heading and {a.kind, b.kind} == {"arrangement", "project"} and a.status == b.status == "agreed":
        return b.sentence - a.sentence <= _REACH
    return (
        made and not b.plural and b.kind in _DOCUMENTS and 2 * len(stems & others) >= min(len(stems), len(others)) > 0
    )


def _set_apart_by_nothing(a: Deal, b: Deal) -> bool:
    """True where no adjective tells the second from the first ("соглашение о военной базе" is a "военное")."""
    return not b.modifiers or not b.modifiers.isdisjoint(a.modifiers | _stems(a.subject))


def _abbreviates(short: str | None, full: str | None) -> bool:
    """True where one subject holds the initials of the words of the other: "ЗСТ" and "зона свободной торговли"."""
    if short is None or full is None:
        return False
    initials = "".join(t.lower[0] for t in tokenize(full) if t.kind == "word")
    capitals = [t.lower for t in tokenize(short) if t.text.isupper() and len(t.text) > 2]
    return any(c in initials for c in capitals)


@lru_cache(maxsize=1 << 12)
def _stems(subject: str | None) -> frozenset[str]:
    """Beginnings of the longer words of a subject, words for countries left out."""
    if subject is None:
        return frozenset()
    told = frozenset(t.lower[:_STEM] for t in tokenize(subject) if t.kind == "word" and len(t.lower) > 3)
    return told - _COMMON - _of_countries()


@lru_cache(maxsize=1)
def _of_countries() -> frozenset[str]:
    """Beginnings of adjectives of countries: whose it is tells no matter from another."""
    return frozenset(prefix[:_STEM] for prefix in read_prefixes())


_COMMON = frozenset(("сотру", "сфере", "облас", "между", "двуст", "взаим", "разви", "поста", "закуп", "проду", "товар"))


def _join(a: Deal, b: Deal) -> Deal:
    """One deal out of two; the fuller one, of equals the one in the running text, gives the evidence."""
    fuller = _whole(a, b) or max((a, b), key=_fullness)
    other = a if fuller is b else b
    further = max((a, b), key=lambda d: _WEIGHT[d.status])
    return replace(
        fuller,
        status=further.status,
        count=fuller.count or other.count,
        party_names=fuller.party_names or other.party_names,
        title=fuller.title or other.title,
        subject=fuller.subject or other.subject,
        sectors=fuller.sectors or other.sectors,
        quantity=fuller.quantity if fuller.quantity is not None else other.quantity,
        unit=fuller.unit if fuller.quantity is not None else other.unit,
        amount=fuller.amount if fuller.amount is not None else other.amount,
        currency=fuller.currency if fuller.amount is not None else other.currency,
        when=next((d.when for d in (further, fuller, other) if d.when is not None), None),
        place=fuller.place or other.place,
        place_country=fuller.place_country or other.place_country,
        confidence=max(a.confidence, b.confidence),
    )


def _fullness(d: Deal) -> tuple[bool, bool, int, bool]:
    """What ranks two mentions of one deal: named in full, not bare, much told, in the running text."""
    return not d.generic, d.plural or not d.bare, _told(d), not d.heading


def _told(d: Deal) -> int:
    told = (d.count, d.quantity, d.amount, d.when, d.title, d.subject, d.place)
    return sum(v is not None for v in told)
