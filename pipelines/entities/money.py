"""Sums of money, with their currency, range and bound."""

from collections.abc import Sequence

from pipelines.entities.bounds import bound_of
from pipelines.entities.currencies import CurrencyAt, currency_after, currency_before, is_small_change
from pipelines.entities.mention import Mention
from pipelines.entities.units import unit_after
from pipelines.text.numbers import Number, find_numbers
from pipelines.text.tokens import Token


def find_money(text: str, tokens: Sequence[Token], numbers: Sequence[Number] | None = None) -> list[Mention]:
    """Mentions of kind "money", in order; `value` (and `value_high` of a range) in units of the currency.

    `form` is the currency's word ("доллар", "рубль"). Where several countries have a currency of that name and the text
    does not say whose ("рублей", "манатов", "крон"), `currency` and `canonical_id` are None and `form` alone tells it.
    `form` is "bare", without currency, for a figure with a multiplier that counts nothing else: "импорт – 4,6 млн".
    `numbers` are those of `tokens`, where the caller has them already.

    >>> from pipelines.text.tokens import tokenize
    >>> text = "почти 52,6 млрд долл. США, импорт – 4,6 млн"
    >>> [(m.surface, m.currency, m.bound, m.form) for m in find_money(text, tokenize(text))]
    [('52,6 млрд долл. США', 'USD', 'about', 'доллар'), ('4,6 млн', None, 'exact', 'bare')]
    """
    found = find_numbers(tokens) if numbers is None else numbers
    mentions = (_read(text, tokens, number) for number in found)
    return [mention for mention in mentions if mention is not None]


def currency_of(tokens: Sequence[Token], number: Number) -> CurrencyAt | None:
    """The currency that stands before or behind `number`."""
    return currency_before(tokens, number.first) or currency_after(tokens, number.tail + 1)


def is_bare_sum(tokens: Sequence[Token], number: Number) -> bool:
    """Whether `number` may be money without its currency: a multiplier, and no thing counted behind it."""
    if not number.scaled or number.fraction:
        return False
    if number.first == number.last and number.value == 1000 and number.in_words:
        return False  # "тысяча" alone is mostly a manner of speaking
    behind = number.tail + 1
    if behind < len(tokens) and is_small_change(tokens[behind].lower):
        return False
    return unit_after(tokens, number) is None


def _read(text: str, tokens: Sequence[Token], number: Number) -> Mention | None:
    at = currency_of(tokens, number)
    if at is None and not is_bare_sum(tokens, number):
        return None
    first, last = number.first, number.last
    if at is not None:
        first = min(first, at.first)
        last = last if number.linked else max(last, at.last)
    start, end = tokens[first].start, tokens[last].end
    return Mention(
        start=start,
        end=end,
        surface=text[start:end],
        kind="money",
        canonical_id=None if at is None else at.currency.code,
        canonical_name=None if at is None else at.currency.name,
        currency=None if at is None else at.currency.code,
        value=number.value,
        value_high=number.value_high,
        form="bare" if at is None else at.currency.word,
        bound=bound_of(tokens, first, last),
    )
