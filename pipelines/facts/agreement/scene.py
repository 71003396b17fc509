"""A sentence as the agreement rules see it: its trigger words by token, and where its clauses part."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipelines.entities.mention import Mention
from pipelines.facts.agreement.words import Group, Word, agreement_words
from pipelines.facts.reading import Sentence
from pipelines.text.morph import parses
from pipelines.text.records import dataclass
from pipelines.text.span import Span
from pipelines.text.tokens import Token, indices, lowers

PREPOSITIONS = frozenset(
    ("в", "во", "на", "о", "об", "обо", "по", "с", "со", "к", "ко", "для", "из", "от", "при", "до", "за", "без",
     "между", "среди", "после", "перед", "через", "про", "над", "под", "согласно", "благодаря")
)  # fmt: skip
_PARTICIPLE = re.compile(
    r"(?:вш|ющ|ящ|ащ|ущ|нн|ят|ем|им)"
    r"(?:ий|ый|ая|ое|ее|ие|ые|ую|юю|ей|ой|его|ого|ему|ому|им|ым|их|ых|ими|ыми|ем|ом)(?:ся)?$"
)
_REACH = 80  # tokens to either side, so that a list of any length takes linear time
_OPENING, _CLOSING = "«“„", "»”"
_QUOTES = frozenset((*_OPENING, *_CLOSING, '"'))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the trigger words of every token; `clauses` numbers each token's clause, `names` are the tokens
    of quoted names and titles."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[tuple[Word, ...], ...]
    clauses: tuple[int, ...]
    names: frozenset[int]
    members: tuple[tuple[int, ...], ...]  # tokens by clause
    marked: tuple[int, ...]  # tokens that serve any group
    ends: tuple[int, ...]  # where each token ends

    def has(self, index: int, *groups: Group) -> Word | None:
        """The reading of the token at `index` that serves one of `groups`."""
        if not 0 <= index < len(self.words):
            return None
        for word in self.words[index]:
            if word.group in groups:
                return word
        return None

    def lower(self, index: int) -> str:
        """The token at `index` folded; empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def index_at(self, offset: int) -> int:
        """Index of the first token that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def stops(self, k: int) -> bool:
        """True where the token at `k` ends a sentence or its part; the point of "тыс." does not."""
        text = self.tokens[k].text
        return text in ";:!?" or (text == "." and k >= len(self.tokens) - 2)

    def clause(self, i: int) -> tuple[int, ...]:
        """Tokens of the clause of token `i`, of a very long one those near; insertions are clauses of their own."""
        members = self.members[self.clauses[i]]
        if len(members) <= 2 * _REACH:
            return members
        return members[bisect_left(members, i - _REACH) : bisect_right(members, i + _REACH)]

    def find(self, i: int, before: int, after: int, *groups: Group) -> int | None:
        """The nearest token in the clause of `i`, within so many tokens, that serves one of `groups`."""
        reach = sorted(range(i - before, i + after + 1), key=lambda k: (abs(k - i), k))
        for k in reach:
            if k != i and 0 <= k < len(self.tokens) and self.clauses[k] == self.clauses[i] and self.has(k, *groups):
                return k
        return None

    def span(self, first: int, last: int) -> Span:
        """From the token `first` to the token `last`, without punctuation at the edges."""
        tokens = self.tokens
        while first < last and tokens[first].kind == "punct" and tokens[first].text not in '«"$€':
            first += 1
        while last > first and tokens[last].text in ",;:–—-.(":
            last -= 1
        return Span(tokens[first].start, tokens[last].end)

    def mentions_in(self, first: int, last: int) -> tuple[Mention, ...]:
        """Mentions that begin from the token `first` to the token `last`."""
        low, high = self.tokens[first].start, self.tokens[last].end
        return tuple(m for m in self.sentence.mentions if low <= m.start < high)


def set_scene(sentence: Sentence) -> Scene:
    """`sentence` with what the agreement rules look for."""
    lexicon = agreement_words()
    words = tuple([lexicon.get(word, ()) for word in lowers(sentence.tokens)])
    names = quoted_names(sentence.tokens)
    clauses = _number_clauses(sentence.tokens, words, names)
    members: list[list[int]] = [[] for _ in range(max(clauses, default=-1) + 1)]
    for i, clause in enumerate(clauses):
        members[clause].append(i)
    marked = tuple([i for i, found in enumerate(words) if found])
    return Scene(
        sentence,
        sentence.tokens,
        words,
        clauses,
        names,
        tuple(map(tuple, members)),
        marked,
        tuple([t.end for t in sentence.tokens]),
    )


def _number_clauses(
    tokens: Sequence[Token], words: Sequence[tuple[Word, ...]], names: frozenset[int]
) -> tuple[int, ...]:
    """The clause of every token.

    A new one opens at ; : a bracket or a spaced dash, and at a comma before a linking word, a word of saying or a
    participle; the main clause goes on after the comma that ends an inserted one.
    """
    numbers: list[int] = []
    clause = top = 0
    outer: list[int] = []  # the clauses that an insertion stands in
    bracketed: set[int] = set()  # what a bracket holds ends with it, not at a comma
    for i, token in enumerate(tokens):
        if token.kind == "punct" and i not in names:
            if token.text == "(":
                outer.append(clause)
                top += 1
                clause = top
                bracketed.add(clause)
            elif token.text == ")" and outer:
                numbers.append(clause)
                clause = outer.pop()
                continue
            elif token.text in ";:)" or (token.text in "—–-" and _is_dash(tokens, i)):
                top, outer = top + 1, []
                clause = top
            elif token.text == ",":
                if _opens(tokens, words, i):
                    outer.append(clause)
                    top += 1
                    clause = top
                elif outer and clause not in bracketed and _goes_on(tokens, words, i):
                    clause = outer.pop()
        elif i > 0 and token.lower in ("но", "однако") and _links(words[i]):
            top, outer = top + 1, []
            clause = top
        numbers.append(clause)
    return tuple(numbers)


def quoted_names(tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens inside short quotations without a verb: names and titles, not speech."""
    inside: set[int] = set()
    opened: int | None = None
    for i in indices(tokens, _QUOTES.__contains__):
        token = tokens[i]
        anew = opened is None or (tokens[opened].text == '"' and tokens[i - 1].end < token.start)
        if token.text in _OPENING or (token.text == '"' and anew):
            opened = i
        elif opened is not None and token.text in _CLOSING + '"':
            if not any(is_finite(t) for t in tokens[opened + 1 : i]):
                inside.update(range(opened, i + 1))
            opened = None
    return frozenset(inside)


def _is_dash(tokens: Sequence[Token], i: int) -> bool:
    """True for a spaced dash that is none of a route or a range ("Минск – Габала")."""
    if not 0 < i < len(tokens) - 1 or tokens[i - 1].end == tokens[i].start or tokens[i].end == tokens[i + 1].start:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.kind == after.kind == "number":
        return False
    return not (before.text[0].isupper() and after.text[0].isupper() and before.kind == after.kind == "word")


def _links(words: tuple[Word, ...]) -> bool:
    return any(w.group == "link" for w in words)


def _opens(tokens: Sequence[Token], words: Sequence[tuple[Word, ...]], i: int) -> bool:
    """True where the comma at `i` opens a clause."""
    after = range(i + 1, min(i + 4, len(tokens)))
    if not after:
        return False
    first = after[0]
    if tokens[first].lower == "а" and len(after) > 1 and tokens[after[1]].lower == "также":
        return False
    if _links(words[first]) or any(w.group == "say" for w in words[first]):
        return True
    if any(tokens[k].lower.startswith("котор") for k in after[:3]):
        return True
    return _is_participle(tokens[first])


def _is_participle(token: Token) -> bool:
    return _PARTICIPLE.search(token.lower) is not None and any(p.pos in ("PRTF", "GRND") for p in parses(token.lower))


def _goes_on(tokens: Sequence[Token], words: Sequence[tuple[Word, ...]], i: int) -> bool:
    """True where a finite verb follows the comma at `i` before the next comma: the main clause goes on."""
    for k in range(i + 1, len(tokens)):
        if tokens[k].text in ",;:":
            return False
        if is_finite(tokens[k]):
            return True
    return False


def is_finite(token: Token) -> str | None:
    """Tense of a finite verb or short participle ("подписано" is past), None for any other word."""
    if token.kind != "word" or len(token.lower) < 3 or "-" in token.lower:
        return None
    best = parses(token.lower)[0]
    if best.pos == "PRTS":
        return "past"
    return best.tense if best.pos == "VERB" else None
