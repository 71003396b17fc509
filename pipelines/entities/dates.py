"""Date mentions of a text, resolved as far as the day of publication allows."""

from collections.abc import Sequence
from functools import lru_cache

from pipelines.documents.document import Published
from pipelines.entities.mention import Mention
from pipelines.text.dates import DateExpression, Tense, find_date_expressions, parse_date, resolve, resolve_anaphoric
from pipelines.text.interval import Interval
from pipelines.text.span import Span
from pipelines.text.tense import tense_at
from pipelines.text.tokens import Token, index_at


def find_dates(text: str, tokens: Sequence[Token], published: Published | None) -> list[Mention]:
    """Mentions of kind `date` among `tokens` of `text`, in their order; the preposition belongs to the mention.

    `date_start`, `date_end`, `date_precision` are None where text and `published` do not settle them; where the year
    is not told, the nearest verb of the sentence decides ("пройдет в марте", "прошло в марте"). `form` is "in" (within
    the days told, "к 2012 году" of a text of 2014 too), "by" (a deadline: no start), "since" (an open end, but for
    "с начала года" that ends with publication) or "anaphoric" ("годом ранее": see `shift_to`).
    """
    reference = published.interval if published else None
    mentions: list[Mention] = []
    for expression in find_date_expressions(text, tokens):
        tense: Tense | None = None
        if reference is not None and not _settled(expression):
            first, last = (index_at(tokens, at) for at in (expression.span.start, expression.span.end))
            tense = tense_at(tokens, first, last)
        mentions.append(_mention(text, expression, resolve(expression, reference, tense)))
    return mentions


def _settled(expression: DateExpression) -> bool:
    """True where the tense of the verb beside it makes no difference."""
    if expression.kind == "weekday":
        return expression.amount != 0
    told = expression.year is not None or expression.year_shift is not None
    return expression.kind != "calendar" or told or expression.cumulative or expression.relation == "by"


def resolve_for(mention: Mention, tense: Tense | None, published: Published | None) -> Interval | None:
    """The days of a date mention when its verb stands in `tense`: "в октябре" of past or future.

    The same as `mention.interval` where the words or `published` settle them without a tense.
    """
    expression = _parsed(mention.surface)
    if expression is None:
        return mention.interval
    return resolve(expression, published.interval if published else None, tense)


def shift_to(mention: Mention, period: Interval, published: Published | None) -> Interval | None:
    """`period` moved as an anaphoric date mention says ("годом ранее", "за аналогичный период прошлого года").

    None where the mention moves nothing.
    """
    expression = _parsed(mention.surface)
    if expression is None:
        return None
    return resolve_anaphoric(expression, period, published.interval if published else None)


def expression_of(mention: Mention) -> DateExpression:
    """The parts of a date mention; its span counts from the start of the mention."""
    return _parsed(mention.surface) or _of_days(mention)


@lru_cache(maxsize=1 << 14)
def _parsed(surface: str) -> DateExpression | None:
    """None for words that are a date only among their neighbours: the second year of "в 2012 и 2013 годах"."""
    try:
        return parse_date(surface)
    except ValueError:
        return None


def _of_days(mention: Mention) -> DateExpression:
    """An expression for the days that such a mention was resolved to."""
    start, end = mention.date_start, mention.date_end
    return DateExpression(
        span=Span(0, len(mention.surface)),
        rule="days",
        kind="calendar",
        precision=mention.date_precision or "range",
        year=start.year if start else None,
        last_year=end.year if start and end and end.year != start.year else None,
        first=(start.month, start.day) if start else (1, 1),
        last=(end.month, end.day) if end else (12, 31),
    )


def _mention(text: str, expression: DateExpression, interval: Interval | None) -> Mention:
    form = expression.relation
    if form == "by" and interval is not None and interval.start is not None:
        form = "in"
    return Mention(
        start=expression.span.start,
        end=expression.span.end,
        surface=expression.span.of(text),
        kind="date",
        date_start=interval.start if interval else None,
        date_end=interval.end if interval else None,
        date_precision=interval.precision if interval else None,
        form=form,
    )
