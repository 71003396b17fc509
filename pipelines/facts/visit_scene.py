"""A sentence as the visit rules see it: who is named in it, which places, where its clauses part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.entities.mention import Mention
from pipelines.facts.reading import Sentence
from pipelines.facts.visit_parties import PREPOSITIONS, Party, find_parties, is_finite
from pipelines.facts.visit_words import Group, Word, visit_words
from pipelines.text.morph import parses
from pipelines.text.span import Span
from pipelines.text.tokens import Token

_PARTICIPLE = re.compile(
    r"(?:вш|ющ|ящ|ащ|ущ)(?:ий|ая|ее|ие|ую|ей|его|ему|им|их|ими|ем|ийся|аяся|ееся|иеся|уюся|егося|имся|ихся)$"
)


_PASSIVE = re.compile(r"(?:нн|т|м)(?:ый|ая|ое|ые|ую|ой|ого|ому|ым|ых|ыми|ом)$")
# Participles that tell of the visit itself: "визит, намеченный на 16 октября".
_OF_VISITS = frozenset(("intend", "going_on", "took_place", "will_last", "cancel"))
_OPENERS = frozenset(("при", "по", "после", "об", "как"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or country that stands for itself, not inside the name of a party."""

    start: int
    end: int
    country: str
    city: str | None
    preposition: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its trigger words by token, its parties and places; `clauses` numbers each token's clause."""

    sentence: Sentence
    words: tuple[tuple[Word, ...], ...]
    clauses: tuple[int, ...]
    parties: tuple[Party, ...]
    spots: tuple[Spot, ...]
    dates: tuple[Mention, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def index_at(self, offset: int) -> int:
        """Index of the token that starts at or after `offset`."""
        return next((i for i, t in enumerate(self.tokens) if t.start >= offset), len(self.tokens))

    def clause_of(self, offset: int) -> int:
        """Number of the clause that `offset` stands in."""
        index = min(self.index_at(offset), len(self.tokens) - 1)
        return self.clauses[index]

    def has(self, index: int, *groups: Group) -> Word | None:
        """The reading of the token at `index` that serves one of `groups`."""
        if not 0 <= index < len(self.tokens):
            return None
        return next((w for w in self.words[index] if w.group in groups), None)

    def around(self, index: int, before: int, after: int) -> list[int]:
        """Indices within the given numbers of tokens of `index` in its clause, nearest first."""
        low, high = max(0, index - before), min(len(self.tokens), index + after + 1)
        same = (i for i in range(low, high) if i != index and self.clauses[i] == self.clauses[index])
        return sorted(same, key=lambda i: abs(i - index))

    def near(self, index: int, before: int, after: int, *groups: Group) -> Word | None:
        """The nearest such reading within the given numbers of tokens, in the clause of `index`."""
        found = (self.has(i, *groups) for i in self.around(index, before, after))
        return next((word for word in found if word is not None), None)

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
    words = tuple(lexicon.get(t.lower, ()) for t in sentence.tokens)
    parties = find_parties(sentence, words)
    return Scene(
        sentence=sentence,
        words=words if parse else ((),) * len(words),
        clauses=_number_clauses(sentence.tokens, words, parties) if parse else (0,) * len(words),
        parties=parties,
        spots=_find_spots(sentence, parties),
        dates=sentence.of_kind("date"),
    )


def _number_clauses(
    tokens: Sequence[Token], words: Sequence[tuple[Word, ...]], parties: Sequence[Party]
) -> tuple[int, ...]:
    """The clause of every token. A new one opens at ; : a bracket or a spaced dash, and at a comma before a linking
    word or a participle; words by the way (", сообщил X,") are one of their own, behind which the clause goes on."""
    numbers: list[int] = []
    clause = last = 0
    outer: int | None = None
    if tokens and tokens[0].lower == "как":
        outer, clause, last = 0, 1, 1
    names = [(p.start, p.end) for p in parties]
    verbs: set[int] = set()
    for i, token in enumerate(tokens):
        if token.kind == "punct" and not any(a < token.start < b for a, b in names):
            if outer is not None and token.text == ",":
                clause, outer = outer, None
            elif _opens(tokens, words, i, has_verb=clause in verbs):
                outer = clause if _by_the_way(tokens, words, i) else None
                last += 1
                clause = last
        elif is_finite(token) is not None:
            verbs.add(clause)
        numbers.append(clause)
    return tuple(numbers)


def _by_the_way(tokens: Sequence[Token], words: Sequence[tuple[Word, ...]], i: int) -> bool:
    """True where the comma at `i` opens ", сообщил X,", ", как ожидается," or ", прибывший в Минск,"."""
    if tokens[i].text != "," or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return after.lower == "как" or is_participle(after) or any(w.group == "say" for w in words[i + 1])


def is_participle(token: Token) -> bool:
    """True for "прибывший", "подписанный"."""
    if token.kind != "word" or len(token.lower) < 6:
        return False
    return _PARTICIPLE.search(token.lower) is not None or (
        _PASSIVE.search(token.lower) is not None and parses(token.lower)[0].pos == "PRTF"
    )


def _opens(tokens: Sequence[Token], words: Sequence[tuple[Word, ...]], i: int, *, has_verb: bool) -> bool:
    """True where the punctuation at `i` opens a clause."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if token.text in ";:()" or (token.text in "—–-" and _spaced(tokens, i)):
        return not _between_figures(tokens, i)
    if token.text != "," or after is None:
        return False
    return (
        any(w.group in ("clause", "say") for w in words[i + 1])
        or after.lower in _OPENERS
        or (is_participle(after) and not any(w.group in _OF_VISITS for w in words[i + 1]))
        or (i + 2 < len(tokens) and tokens[i + 2].lower.startswith("котор"))
        or (has_verb and is_finite(after) is not None)
    )


def _spaced(tokens: Sequence[Token], i: int) -> bool:
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start


def _between_figures(tokens: Sequence[Token], i: int) -> bool:
    return 0 < i < len(tokens) - 1 and tokens[i - 1].kind == tokens[i + 1].kind == "number"


def _find_spots(sentence: Sentence, parties: Sequence[Party]) -> tuple[Spot, ...]:
    """Places and country nouns outside the parties; "столица Азербайджана" counts as a place in that country."""
    spots = []
    for m in sentence.of_kind("place", "country"):
        if m.country is None or any(p.start <= m.start < p.end for p in parties):
            continue
        start, capital = _capital_around(sentence, m)
        if m.form in ("adjective", "demonym", "compound", "adjective_place") and not capital:
            continue
        preposition, _ = _before_adjectives(sentence.tokens, start)
        city = m.canonical_name if m.kind == "place" else None
        spots.append(Spot(start=start, end=m.end, country=m.country, city=city, preposition=preposition))
    return tuple(spots)


def _capital_around(sentence: Sentence, m: Mention) -> tuple[int, bool]:
    """Where the place that `m` helps to name begins, and whether it is told as a capital city."""
    tokens = sentence.tokens
    i = next((k for k, t in enumerate(tokens) if t.start >= m.start), len(tokens) - 1)
    if i > 0 and tokens[i - 1].lower.startswith("столиц"):
        return tokens[i - 1].start, True
    after = next((t for t in tokens[i:] if t.start >= m.end), None)
    return m.start, after is not None and after.lower.startswith("столиц")


def _before_adjectives(tokens: Sequence[Token], start: int) -> tuple[str | None, Token | None]:
    """As `_before`, past words like "город", "республика", "соседний"."""
    i = next((k for k, t in enumerate(tokens) if t.start >= start), len(tokens)) - 1
    for _ in range(3):
        if i >= 0 and tokens[i].kind == "word" and tokens[i].lower not in PREPOSITIONS and tokens[i].text[0].islower():
            reading = parses(tokens[i].lower)[0]
            if reading.pos != "ADJF" and not tokens[i].lower.startswith(("город", "г", "республик", "стран")):
                break
            i -= 1
    if i < 0:
        return None, None
    return (tokens[i].lower if tokens[i].lower in PREPOSITIONS else None), tokens[i]
