"""When a deal was made that the text only ties to a meeting: "по итогам переговоров", "в ходе визита"."""

from collections.abc import Iterable

from pipelines.facts.agreement.deal import Deal
from pipelines.facts.agreement.words import Group, agreement_words
from pipelines.facts.reading import Reading, Sentence
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass, replace
from pipelines.text.tense import tense_at
from pipelines.text.tokens import lowers

_TIES = frozenset(("по", "в", "во", "на", "после"))
_JOURNEYS = frozenset(("визит", "поездка"))
_TALKS = frozenset(("встретиться", "встреча", "переговоры"))  # names of one and the same
_SOON = 3  # sentences that talks are called by another of these names in
_AHEAD = 2  # sentences that the date may come late by
_BACK = 4  # tokens before the noun that may hold the preposition: "по итогам официальных переговоров"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting by its noun, the sentence that dates it, and the days."""

    lemma: str
    sentence: int
    when: Interval


def find_occasions(reading: Reading) -> tuple[Occasion, ...]:
    """Meetings that the text dates and tells as past, in the order of the text."""
    found = []
    for sentence in reading.sentences:
        inside = [m for m in sentence.of_kind("date") if m.form == "in"]
        nouns = _told(sentence, "occasion", "stay") if inside else []
        dates = [(m.start, when) for m in inside if (when := m.interval) is not None] if nouns else []
        for i, lemma in nouns if dates else ():
            at = sentence.tokens[i].start
            near = [when for start, when in dates if "," not in sentence.between(*sorted((start, at)))]
            if near and _is_past(sentence, i):
                found.append(Occasion(lemma, sentence.index, near[0]))
    return tuple(found)


def _is_past(sentence: Sentence, i: int) -> bool:
    """True where the meeting or stay at token `i` has taken place."""
    readings = agreement_words().get(sentence.tokens[i].lower, ())
    if any(w.group == "stay" for w in readings):
        return any(w.tense == "past" for w in readings)
    return tense_at(sentence.tokens, i, i + 1) == "past"


def _told(sentence: Sentence, *groups: Group) -> list[tuple[int, str]]:
    """Words of `groups` in the sentence, by token and dictionary form."""
    words = agreement_words()
    found = (
        (i, w.lemma)
        for i, readings in enumerate(map(words.get, lowers(sentence.tokens)))
        for w in readings or ()
        if w.group in groups
    )
    return list(dict.fromkeys(found))


def date_by_occasion(reading: Reading, deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """`deals`, an undated one with the days of the meeting that its sentence ties it to.

    A meeting of the same name told before or soon after, or the one told in the sentence before. A journey lends its
    month, not its days: what is signed in the course of it need not be signed on the day of arrival.
    """
    told = tuple(deals)
    if not any(map(_lacks_days, told)):
        return told
    occasions = find_occasions(reading)
    return tuple(_dated(reading, occasions, d) for d in told) if occasions else told


def _lacks_days(deal: Deal) -> bool:
    return deal.when is None and deal.status in ("signed", "agreed")


def _dated(reading: Reading, occasions: tuple[Occasion, ...], deal: Deal) -> Deal:
    if not _lacks_days(deal):
        return deal
    sentence = reading.sentences[deal.sentence]
    tied = {
        lemma
        for i, lemma in _told(sentence, "occasion")
        if {t.lower for t in sentence.tokens[max(0, i - _BACK) : i]} & _TIES
    }
    before = [o for o in reversed(occasions) if o.sentence < deal.sentence]
    after = [o for o in occasions if deal.sentence < o.sentence <= deal.sentence + _AHEAD]
    for occasion in before + after:
        near = occasion.sentence == deal.sentence - 1
        talked = occasion.lemma in _TALKS and not _TALKS.isdisjoint(tied) and deal.sentence - occasion.sentence <= _SOON
        if not tied or not (occasion.lemma in tied or talked or near):
            continue
        precise = occasion.when.precision == "month" or (
            occasion.when.precision == "day" and not ({occasion.lemma} | tied) & _JOURNEYS
        )
        return replace(deal, when=occasion.when) if precise else deal
    return deal
