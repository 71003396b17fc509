"""Pages whose contracts are none between countries: transfers of players, money from international banks."""

from pipelines.facts.agreement.deal import Deal
from pipelines.facts.agreement.parties import countries_in
from pipelines.facts.agreement.words import beginnings
from pipelines.facts.reading import Reading

_PLAYERS = 2  # different words for players and their trade that make a page one of sport
_LEAD = 400  # code points in which a page says what it is about


def of_states(reading: Reading, deals: tuple[Deal, ...]) -> tuple[Deal, ...]:
    """`deals` without what a page of sport or of a bank's loans tells of contracts and of one country alone."""
    if not deals:
        return deals
    if _is_of_sport(reading):
        return tuple(d for d in deals if d.kind not in ("contract", "arrangement", "agreement"))
    if _is_of_lender(reading):
        return tuple(d for d in deals if len(countries_in(reading.sentences[d.sentence].mentions)) >= 2)
    return deals


def _is_of_sport(reading: Reading) -> bool:
    lower = reading.document.text.lower()
    return sum(word in lower for word in beginnings("players")) >= _PLAYERS


def _is_of_lender(reading: Reading) -> bool:
    opening = reading.document.text[:_LEAD].lower()
    return any(word in opening for word in beginnings("lenders"))
