"""The currency of a figure that names none of its own, or one that several countries have."""

from pipelines.entities.country_facts import resolve_currency
from pipelines.entities.mention import Mention


def currency_for(mention: Mention, countries: tuple[str, ...], home: str | None, passage: str | None) -> str | None:
    """Currency of a money mention: its own, else that of the pair or the outlet, else (bare) that of the passage."""
    if mention.currency is not None:
        return mention.currency
    if mention.form is None or mention.form == "bare":
        return passage
    found = resolve_currency(mention.form, countries)
    if found is None and home in countries:  # both sides have "рубли": the outlet counts in its own
        return resolve_currency(mention.form, (home,))
    return found
