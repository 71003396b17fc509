"""A sentence as the visit rules see it: who is named in it, which places, where its clauses part."""

import re
from collections.abc import Iterator, Sequence

from pipelines.entities.country_facts import capital_of
from pipelines.entities.mention import Mention
from pipelines.facts.reading import Sentence
from pipelines.facts.visit.clauses import index_of, number_clauses
from pipelines.facts.visit.parties import find_parties
from pipelines.facts.visit.party import PREPOSITIONS, Party
from pipelines.facts.visit.words import Group, Word, visit_words
from pipelines.text.morph import parses
from pipelines.text.records import dataclass
from pipelines.text.span import Span
from pipelines.text.tokens import Token, lowers

# "в международном аэропорту «...» Анкары": what happens there happens in the city.
_AIRPORT = re.compile(r"(?:^|\s)аэропорту(?: имени(?: [А-Я]\w+){1,2}| [«\"“][^»\"”]{2,24}[»\"”])? (?:города )?$")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or country that stands for itself, not inside the name of a party."""

    start: int
    end: int
    country: str
    city: str | None
    preposition: str | None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its trigger words by token, its parties and places; `clauses` numbers each token's clause."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[tuple[Word, ...], ...]
    clauses: tuple[int, ...]
    parties: tuple[Party, ...]
    spots: tuple[Spot, ...]
    dates: tuple[Mention, ...]

    def index_at(self, offset: int) -> int:
        """Index of the token that starts at or after `offset`."""
        return index_of(self.tokens, offset)

    def clause_of(self, offset: int) -> int:
        """Number of the clause that `offset` stands in."""
        index = min(self.index_at(offset), len(self.tokens) - 1)
        return self.clauses[index]

    def has(self, index: int, *groups: Group) -> Word | None:
        """The reading of the token at `index` that serves one of `groups`."""
        if 0 <= index < len(self.words):
            for word in self.words[index]:
                if word.group in groups:
                    return word
        return None

    def around(self, index: int, before: int, after: int) -> Iterator[int]:
        """Indices within the given numbers of tokens of `index` in its clause, nearest first."""
        clause, clauses = self.clauses[index], self.clauses
        low, high = max(0, index - before), min(len(clauses) - 1, index + after)
        for distance in range(1, max(index - low, high - index) + 1):
            if index - distance >= low and clauses[index - distance] == clause:
                yield index - distance
            if index + distance <= high and clauses[index + distance] == clause:
                yield index + distance

    def near(self, index: int, before: int, after: int, *groups: Group) -> Word | None:
        """The nearest such reading within the given numbers of tokens, in the clause of `index`."""
        words = self.words
        for i in self.around(index, before, after):
            if words[i]:
                found = self.has(i, *groups)
                if found is not None:
                    return found
        return None

    def anywhere(self, *groups: Group) -> Word | None:
        """The first such reading in the sentence."""
        return next((w for words in self.words for w in words if w.group in groups), None)

    def hangs_on_another(self, clause: int) -> bool:
        """True for a clause that opens with "который", "где" and the like."""
        first = next((i for i, c in enumerate(self.clauses) if c == clause), None)
        if first is None or clause == 0:
            return False
        return any(self.has(k, "clause") for k in range(first, min(first + 3, len(self.tokens))))

    def clause_span(self, start: int, end: int) -> Span:
        """From the first to the last word of the clauses that hold the offsets from `start` to `end`."""
        held = {c for t, c in zip(self.tokens, self.clauses, strict=True) if start <= t.start < end}
        places = [i for i, c in enumerate(self.clauses) if c in held]
        first, last = places[0], places[-1]
        while first < last and self.tokens[first].kind == "punct" and self.tokens[first].text not in '«"':
            first += 1
        while last > first and self.tokens[last].text in ",;:–—-":
            last -= 1
        return Span(self.tokens[first].start, self.tokens[last].end)


def set_scene(sentence: Sentence, *, parse: bool = True) -> Scene:
    """`sentence` with what the visit rules look for; with `parse` false only who and what places are named."""
    lexicon = visit_words()
    words = tuple([lexicon.get(w, ()) for w in lowers(sentence.tokens)]) if parse else ((),) * len(sentence.tokens)
    parties = find_parties(sentence, words)
    names = [(p.start, p.end) for p in parties]
    return Scene(
        sentence=sentence,
        tokens=sentence.tokens,
        words=words,
        clauses=number_clauses(sentence.tokens, words, names) if parse else (0,) * len(words),
        parties=parties,
        spots=_find_spots(sentence, parties),
        dates=sentence.of_kind("date"),
    )


def _find_spots(sentence: Sentence, parties: Sequence[Party]) -> tuple[Spot, ...]:
    """Places and country nouns outside the parties; "столица Азербайджана" counts as a place in that country."""
    spots = []
    for m in sentence.of_kind("place", "country"):
        if m.country is None or m.form == "bloc" or any(p.start <= m.start < p.end for p in parties):
            continue
        own = (p for p in parties if p.end <= m.start and p.country == m.country)
        if any(sentence.between(p.end, m.start) == ", " for p in own):
            continue  # "делегация провинции Хэнань, КНР"
        start, capital = _capital_around(sentence, m)
        if m.form in ("adjective", "demonym", "compound", "adjective_place") and not capital:
            continue
        preposition, _ = _before_adjectives(sentence.tokens, start)
        if preposition is None and _AIRPORT.search(sentence.between(sentence.span.start, start)):
            preposition = "в"
        city = (
            capital_of(m.country) if capital else m.canonical_name if m.kind == "place" and m.form != "seat" else None
        )
        spots.append(Spot(start=start, end=m.end, country=m.country, city=city, preposition=preposition, case=m.case))
    return tuple(spots)


def _capital_around(sentence: Sentence, m: Mention) -> tuple[int, bool]:
    """Where the place that `m` helps to name begins, and whether it is told as a capital city."""
    tokens = sentence.tokens
    i = min(index_of(tokens, m.start), len(tokens) - 1)
    if i > 0 and tokens[i - 1].lower.startswith("столиц"):
        return tokens[i - 1].start, True
    end = index_of(tokens, m.end)
    after = tokens[end] if end < len(tokens) else None
    return m.start, after is not None and after.lower.startswith("столиц")


def _before_adjectives(tokens: Sequence[Token], start: int) -> tuple[str | None, Token | None]:
    """As `_before`, past words like "город", "республика", "соседний"."""
    i = index_of(tokens, start) - 1
    if i > 0 and tokens[i].text == "." and tokens[i - 1].lower == "г":  # "в г. Минск"
        i -= 1
    for _ in range(3):
        if i >= 0 and tokens[i].kind == "word" and tokens[i].lower not in PREPOSITIONS and tokens[i].text[0].islower():
            reading = parses(tokens[i].lower)[0]
            if reading.pos != "ADJF" and not tokens[i].lower.startswith(
                ("город", "г", "республик", "стран", "территори")
            ):
                break
            i -= 1
    if i < 0:
        return None, None
    return (tokens[i].lower if tokens[i].lower in PREPOSITIONS else None), tokens[i]
