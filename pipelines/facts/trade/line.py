"""A sentence laid out for the trade rules: tokens, lexicon words, figures, dates and places by token index."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from pipelines.entities.mention import Mention
from pipelines.facts.reading import Sentence
from pipelines.facts.trade.words import Mark, find_marks
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token

_BORDERS = frozenset({",", ";", "(", ")", ":", ".", "!", "?", "«", "»", '"', "“", "”"})
_ABBREVIATED = frozenset({"млн", "млрд", "трлн", "тыс", "долл", "руб", "проц", "г", "гг", "мес", "кв", "куб"})
_DASHES = frozenset({"-", "–", "—", "‑", "−"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the tokens it covers: `first` up to `last` (out)."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; all places are token indices."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]
    sections: Mapping[str, tuple[Mark, ...]]  # the marks by section
    figures: tuple[Placed, ...]  # money, percent, ratio
    dates: tuple[Placed, ...]
    places: tuple[Placed, ...]  # countries, and capitals or regions
    quantities: tuple[Placed, ...]  # tonnes, pieces

    def lower(self, at: int) -> str:
        """Folded token at `at`, empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def lowers(self, first: int, last: int) -> list[str]:
        """Folded tokens from `first` up to `last` (out), as far as the sentence goes."""
        return [t.lower for t in self.tokens[max(0, first) : max(0, last)]]

    def marked(self, section: str, first: int = 0, last: int | None = None) -> Sequence[Mark]:
        """Marks of `section` that begin from token `first` up to `last` (out)."""
        marks = self.sections.get(section)
        if marks is None:
            return ()
        stop = len(self.tokens) if last is None else last
        return [m for m in marks if first <= m.first < stop]

    def mark_at(self, section: str, at: int) -> Mark | None:
        """The mark of `section` that covers the token at `at`."""
        for mark in self.sections.get(section, ()):
            if mark.first <= at < mark.last:
                return mark
        return None

    def is_border(self, at: int) -> bool:
        """True for the punctuation that ends a clause; the full stop of "млн." does not."""
        word = self.lower(at)
        return word in _BORDERS and not (word == "." and self.lower(at - 1) in _ABBREVIATED)

    def is_dash(self, at: int) -> bool:
        """True for a dash or hyphen that stands by itself."""
        return self.lower(at) in _DASHES

    def clause(self, at: int) -> tuple[int, int]:
        """Tokens around `at` up to the next clause borders: first, last (out)."""
        tokens = self.tokens
        first = at
        while first > 0 and not (tokens[first - 1].lower in _BORDERS and self.is_border(first - 1)):
            first -= 1
        last = at
        while last < len(tokens) and not (tokens[last].lower in _BORDERS and self.is_border(last)):
            last += 1
        return first, last

    def words(self, first: int, last: int) -> str:
        """The words from token `first` up to `last` (out), as they stand."""
        if first >= last:
            return ""
        return self.sentence.between(self.tokens[first].start, self.tokens[last - 1].end)


def lay_out(sentence: Sentence) -> Line:
    """`sentence` as a Line."""
    tokens = sentence.tokens
    starts = [t.start for t in tokens]

    def placed(mention: Mention) -> Placed:
        first = bisect_left(starts, mention.start)
        if first == len(starts) or (first and starts[first] > mention.start):
            first -= 1  # a mention that begins inside a word ("азербайджанский" of a compound adjective)
        return Placed(mention, first, max(first + 1, bisect_left(starts, mention.end)))

    figures, dates, places, quantities = [], [], [], []
    for mention in sentence.mentions:
        if mention.kind in ("money", "percent", "ratio"):
            figures.append(placed(mention))
        elif mention.kind == "date":
            dates.append(placed(mention))
        elif mention.kind == "quantity":
            quantities.append(placed(mention))
        elif mention.kind == "country" or (mention.kind == "place" and mention.form in ("capital", "region")):
            places.append(placed(mention))
    marks = find_marks(tokens)
    sections: dict[str, list[Mark]] = {}
    for mark in marks:
        sections.setdefault(mark.section, []).append(mark)
    return Line(
        sentence=sentence,
        tokens=tokens,
        marks=marks,
        sections={section: tuple(found) for section, found in sections.items()},
        figures=tuple(figures),
        dates=tuple(dates),
        places=tuple(places),
        quantities=tuple(quantities),
    )


def end_of(line: Line) -> Placed:
    """The end of `line` as a figure, for what a sentence says around a flow that it does not count."""
    at, stop = line.sentence.span.end, len(line.tokens)
    return Placed(Mention(start=at, end=at, surface="", kind="money"), stop, stop)


def growth_before(line: Line, figure: Placed) -> Placed | None:
    """The 7% of "на 7%, до 9 млрд": the growth that led to the level `figure`, None where there is none."""
    before = [f for f in line.figures if f.last <= figure.first]
    if not before or before[-1].mention.kind == "money" or figure.mention.kind != "money":
        return None
    between = line.lowers(before[-1].last, figure.first)
    return before[-1] if len(between) <= 3 and "до" in between else None
