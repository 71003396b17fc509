"""Claims of the same flow, product and period made one; repetitions of a claim dropped."""

from collections.abc import Iterable
from decimal import Context, Decimal

from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.modality import Modality
from pipelines.text.records import replace

_SAME = Decimal("0.005")  # relative difference that rounding makes
_OF_BASE = ("level_before", "level_against", "level_in_brackets")
_ROW = 5  # sentences: each cell of a row is one
_TITLE = Decimal("0.05")  # a title rounds more


def merge(claims: Iterable[Claim]) -> list[Claim]:
    """`claims` in order, each joined to the one before that it completes or repeats.

    First within a sentence, then twice over: a claim that another completed may now repeat a third.
    """
    ordered = sorted(claims, key=lambda c: c.in_title)  # the text first: a title only repeats it
    return sorted(_merged(_merged(_merged(ordered, within=True))), key=lambda c: (c.start, c.end, c.rule))


def _merged(claims: Iterable[Claim], within: bool = False) -> list[Claim]:
    merged: list[Claim] = []
    for claim in claims:
        for at in range(len(merged) - 1, -1, -1):
            apart = within and merged[at].sentence.index != claim.sentence.index
            joined = None if apart else _join(merged[at], claim)
            if joined is not None:
                merged[at] = joined
                break
        else:
            merged.append(claim)
    return merged


def _join(before: Claim, after: Claim) -> Claim | None:
    """One claim out of two that agree, None where they are two."""
    if before.direction != after.direction or not _same_modality(before, after):
        return None
    if not _same_period(before, after) or not _same_product(before, after):
        return None
    if before.over_years != after.over_years and not _repeats(before, after):
        return None
    if _is_of_unknown_time(before, after) or _is_growth_of_base(before, after):
        return None
    if (before.share is None) != (after.share is None) and before.sentence.index != after.sentence.index:
        return None  # a share told apart is a row of its own
    reach = _ROW if "table_cell" in (before.rule, after.rule) else 2
    near = _apart(before, after) <= reach or _repeats(before, after)
    tolerance = _TITLE if before.in_title or after.in_title else _SAME
    for one, other in (
        (before.amount, after.amount),
        (before.change_ratio, after.change_ratio),
        (before.share, after.share),
    ):
        if one is not None and other is not None and not _close(one, other, tolerance):
            return None
    return _joined(before, after) if near else None


def _apart(one: Claim, other: Claim) -> int:
    """How many sentences the two lie apart where they come nearest."""
    return min(abs(i - j) for i in one.sentences for j in other.sentences)


def _is_of_unknown_time(before: Claim, after: Claim) -> bool:
    """True where one has a date that nothing settles and the other, elsewhere, none: they may be of two times."""
    if before.period is not None or after.period is not None:
        return False
    if _is_told_in_title(before, after):
        return False
    if before.year_before != after.year_before and not _repeats(before, after):
        return True
    if before.sentence.index == after.sentence.index:
        return False
    return before.period_said != after.period_said and not _repeats(before, after)


def _is_told_in_title(before: Claim, after: Claim) -> bool:
    """True where a title rounds what the text tells: "почти на четверть", "на 24%"."""
    pairs = ((before.amount, after.amount), (before.change_ratio, after.change_ratio))
    close = any(one is not None and other is not None and _close(one, other, _TITLE) for one, other in pairs)
    return close and before.in_title != after.in_title


def _is_growth_of_base(before: Claim, after: Claim) -> bool:
    """True where one is the level compared with and the other a growth: it is not that level's."""
    one, other = (before, after) if before.rule in _OF_BASE else (after, before)
    return one.rule in _OF_BASE and other.change_ratio is not None and other.amount is None


def _close(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def _repeats(before: Claim, after: Claim) -> bool:
    """True where the two share a figure, or one rounds that of the other ("почти 7,7 млрд", "7,67 млрд")."""
    return (
        _is_rounded(before, after)
        or _is_rounded(after, before)
        or any(
            one is not None and one == other
            for one, other in (
                (before.amount, after.amount),
                (before.change_ratio, after.change_ratio),
                (before.share, after.share),
            )
        )
    )


def _is_rounded(rough: Claim, exact: Claim) -> bool:
    if rough.amount is None or exact.amount is None or rough.amount_bound != "about" or rough.amount == exact.amount:
        return False
    digits = len(rough.amount.normalize().as_tuple().digits)
    return digits > 1 and Context(prec=digits).plus(exact.amount) == rough.amount


def _same_period(before: Claim, after: Claim) -> bool:
    if before.period == after.period or _same_deadline(before, after):
        return True
    loose = before.in_title or after.in_title or not (before.period_said and after.period_said)
    if loose and _repeats(before, after):
        return _within(before, after) or _within(after, before)
    if before.in_title or after.in_title or _repeats(before, after) or before.modality != after.modality:
        return before.period is None or after.period is None
    return False


def _same_deadline(before: Claim, after: Claim) -> bool:
    """True for what is to be "к 2030 году" and "в 2030 году"."""
    if "actual" in (before.modality, after.modality) or before.period is None or after.period is None:
        return False
    return before.period.end == after.period.end and None in (before.period.start, after.period.start)


def _within(one: Claim, other: Claim) -> bool:
    """True where the period of `one` lies in that of `other`, or one of the two is not known."""
    if one.period is None or other.period is None:
        return True
    inner, outer = one.period, other.period
    if None in (inner.start, inner.end, outer.start, outer.end):
        return False
    return outer.start <= inner.start and inner.end <= outer.end  # type: ignore[operator]


def _same_modality(before: Claim, after: Claim) -> bool:
    """What is hoped for in one place, aimed at or only named in another is one claim."""
    if before.modality == after.modality:
        return True
    if before.amount is None or before.amount != after.amount:
        return False
    return all(c.modality != "actual" or c.period is None for c in (before, after))


def _same_product(before: Claim, after: Claim) -> bool:
    if before.product != after.product:
        return (
            (before.in_title or after.in_title) and _repeats(before, after) and "all" in (before.product, after.product)
        )
    if before.product in ("all", "goods", "services", "goods_and_services"):
        return True
    return (
        before.product_text == after.product_text
        or _repeats(before, after)
        or before.sentence.index == after.sentence.index
    )


def _joined(before: Claim, after: Claim) -> Claim:
    """The two as one: the one that says a level (else the first) gives place and rule, a title gives way."""
    main, other = (after, before) if _weight(after) > _weight(before) else (before, after)
    start, end = main.start, main.end
    if main.sentence.index == other.sentence.index:
        start, end = min(start, other.start), max(end, other.end)
    return replace(
        main,
        modality=_surest({main.modality, other.modality}),
        amount=main.amount if main.amount is not None else other.amount,
        currency=main.currency or other.currency,
        amount_bound=main.amount_bound if main.amount is not None else other.amount_bound,
        change_ratio=main.change_ratio if main.change_ratio is not None else other.change_ratio,
        base=main.base or other.base,
        share=main.share if main.share is not None else other.share,
        period=main.period if main.period is not None and (main.period_said or not other.period_said) else other.period,
        period_said=main.period_said or other.period_said,
        product=main.product if main.product != "all" else other.product,
        product_text=main.product_text or other.product_text,
        start=start,
        end=end,
        confidence=max(main.confidence, other.confidence),
        in_title=main.in_title and other.in_title,
        again=tuple(sorted({*main.sentences, *other.sentences} - {main.sentence.index})),
    )


def _surest(modalities: set[Modality]) -> Modality:
    return "target" if "target" in modalities else "expected" if "expected" in modalities else "actual"


def _weight(claim: Claim) -> tuple[bool, bool, bool]:
    return not claim.in_title, claim.amount is not None, claim.period is not None
