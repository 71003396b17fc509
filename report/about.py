"""What a chart shows in a few words, for those who hear the page."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from report import describe, formats
from report.row import Row
from report.words import Language, load_words


def about_trade(claims: Sequence[Row], language: Language) -> str:
    """How many figures a chart of trade holds, of which years, the least and the greatest of them."""
    words = load_words(language)
    actual = [row for row in claims if row["modality"] == "actual"]
    told = [f"{words.ui('points')}: {len(claims)}, {_span([row['period_end'] for row in claims])}"]
    if actual:
        least, greatest = (pick(actual, key=lambda row: row["amount"]) for pick in (min, max))
        told.append(f"{words.ui('least')}: {_figure(least, language)}")
        if greatest["amount"] != least["amount"]:
            told.append(f"{words.ui('greatest')}: {_figure(greatest, language)}")
    if aims := len(claims) - len(actual):
        told.append(f"{words.ui('aims')}: {aims}")
    return ". ".join(told) + "."


def about_visits(events: Sequence[Row], language: Language) -> str:
    """How many dated events a timeline holds, of which years, and how many of each kind."""
    words = load_words(language)
    days = [row["event_start"] or row["event_end"] for row in events]
    kinds = Counter(row["kind"] for row in events).most_common()
    told = ", ".join(f"{words('visit', kind)}: {count}" for kind, count in kinds)
    return f"{words.ui('events')}: {len(events)}, {_span(days)}. {told.capitalize()}."


def _span(days: Sequence[date]) -> str:
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"


def _figure(row: Row, language: Language) -> str:
    amount = formats.money(row["amount"], row["currency"], row["amount_bound"], language)
    return f"{amount} ({describe.period_words(row, language)})"
