"""What fact rules ask of a country: its name, its currency, and which of some countries pays in "рублях"."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import pycountry
from babel import Locale
from babel.core import get_global

from pipelines.entities.place_lexicons import capital_names, country_names
from pipelines.text.tokens import fold

# Countries without a code in ISO 3166-1 that have one in CLDR.
_CLDR_ONLY = {"XKX": "XK"}
# Ends of addresses that are no alpha-2 code of a country. Source: IANA, Root Zone Database.
_DOMAINS = {"uk": "GBR", "su": "RUS", "рф": "RUS", "бел": "BLR", "қаз": "KAZ", "укр": "UKR"}
# Those of small countries that sites of anywhere take for what they spell. Source: Google, "Generic ccTLDs".
_SOLD = frozenset(
    {"ai", "as", "bz", "cc", "cd", "co", "fm", "io", "la", "me", "ms", "nu", "sc", "sr", "tv", "tk", "ws"}
)


def country_name(code: str) -> str:
    """Short Russian name of a country or bloc; raises KeyError for a code that no lexicon has.

    >>> country_name("BLR"), country_name("EAEU")
    ('Беларусь', 'Евразийский экономический союз')
    """
    return country_names()[code]


def capital_of(country: str) -> str | None:
    """Capital of a country, under the name in use; None for a bloc.

    >>> capital_of("AZE")
    'Баку'
    """
    return capital_names().get(country)


def is_bloc(code: str) -> bool:
    """True for a bloc or international body ("EAEU"), False for a country."""
    return code in country_names() and _alpha2(code) is None


@lru_cache(maxsize=1 << 12)
def currency_of(country: str, on: date | None = None) -> str | None:
    """ISO 4217 code of a country's money on a day (today's without one), None for a bloc. Source: CLDR, by Babel.

    >>> currency_of("AZE"), currency_of("BLR", date(2010, 1, 1))
    ('AZN', 'BYR')
    """
    alpha2 = _alpha2(country)
    if alpha2 is None:
        return None
    for currency, start, end, tender in get_global("territory_currencies").get(alpha2, ()):
        if not tender or (on is None and end is not None):
            continue
        if on is None or ((start is None or date(*start) <= on) and (end is None or on <= date(*end))):
            return str(currency)
    return None


def resolve_currency(word: str, countries: Iterable[str], on: date | None = None) -> str | None:
    """The one currency called `word` ("рубль", "манат", in the nominative) among the money of `countries`, else None.

    >>> resolve_currency("рубль", ["BLR", "AZE"]), resolve_currency("рубль", ["BLR", "RUS"])
    ('BYN', None)
    """
    money = {currency_of(country, on) for country in countries}
    named = sorted(code for code in money if code is not None and _unit(code) == fold(word))
    return named[0] if len(named) == 1 else None


def country_of_address(url: str | None) -> str | None:
    """Country that the address of a page ends with; None for ".com", and for an end sold all over the world (".tv").

    >>> country_of_address("https://news.example.kz/economy"), country_of_address("https://example.tv/1")
    ('KAZ', None)
    """
    if url is None:
        return None
    end = url.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0].rstrip(".").rsplit(".", 1)[-1].lower()
    if end in _DOMAINS:
        return _DOMAINS[end]
    country = pycountry.countries.get(alpha_2=end.upper()) if len(end) == 2 and end not in _SOLD else None
    return None if country is None else str(country.alpha_3)


def known_codes() -> dict[str, tuple[str, ...]]:
    """The codes a row may hold: `country_codes` (countries, blocs, WLD for the world) and `currency_codes`, sorted."""
    return {
        "country_codes": tuple(sorted({*country_names(), "WLD"})),
        "currency_codes": tuple(sorted(_currency_names())),  # with those of the past: BYR, RUR
    }


@lru_cache(maxsize=1)
def _currency_names() -> dict[str, str]:
    return dict(Locale("ru").currencies)


def _unit(code: str) -> str:
    """The noun of a currency's name: "белорусский рубль (2000–2016)" is "рубль"."""
    words = fold(_currency_names().get(code, "")).partition("(")[0].split()
    nouns = [word for word in words if not word.endswith(("ий", "ый", "ая"))]
    return (nouns or words[-1:] or [""])[0].replace("риял", "риал")


@lru_cache(maxsize=1 << 10)
def _alpha2(code: str) -> str | None:
    if code in _CLDR_ONLY:
        return _CLDR_ONLY[code]
    country = pycountry.countries.get(alpha_3=code)
    return None if country is None else str(country.alpha_2)
