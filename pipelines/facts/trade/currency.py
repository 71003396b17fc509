"""The currency of a figure that names none of its own, or one that several countries have."""

from pipelines.entities.mention import Mention

# Whose currency goes by a name, the most usual first: a pair with one of these countries settles "рублей", "манатов".
_OWNERS = {
    "рубль": (("RUS", "RUB"), ("BLR", "BYN")),
    "манат": (("AZE", "AZN"), ("TKM", "TMT")),
    "лей": (("ROU", "RON"), ("MDA", "MDL")),
    "крона": (("SWE", "SEK"), ("NOR", "NOK"), ("DNK", "DKK"), ("CZE", "CZK")),
    "динар": (("SRB", "RSD"),),
    "франк": (("CHE", "CHF"),),
}


def currency_for(mention: Mention, countries: tuple[str, ...], home: str | None, passage: str | None) -> str | None:
    """Currency of a money mention: its own, else that of the pair or the outlet, else (bare) that of the passage."""
    if mention.currency is not None:
        return mention.currency
    if mention.form is None or mention.form == "bare":
        return passage
    owners = _OWNERS.get(mention.form, ())
    among = [code for country, code in owners if country in countries]
    if len(among) == 1:
        return among[0]
    return next((code for country, code in owners if country == home and code in among), None)
