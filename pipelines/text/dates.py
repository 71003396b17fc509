"""Date expressions of running Russian text: found here, turned into days by `resolve`.

What is no date stays out: figures ("30,4"), times, scores, numbers of laws; so do durations ("на два года").
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipelines.text.date_expression import DateExpression, Relation, Tense
from pipelines.text.date_grammar import load_grammar
from pipelines.text.date_parts import Parts
from pipelines.text.date_resolution import resolve, resolve_anaphoric
from pipelines.text.date_words import classify
from pipelines.text.morph import parses
from pipelines.text.tokens import Token, tokenize

__all__ = ["DateExpression", "Relation", "Tense", "find_date_expressions", "parse_date", "resolve", "resolve_anaphoric"]

_CONSUMED = ("recent_months", "first_months")  # no date themselves, and none may be read out of their words


def find_date_expressions(text: str, tokens: Sequence[Token]) -> tuple[DateExpression, ...]:
    """Date expressions among `tokens` of `text`, in their order, none overlapping another.

    >>> text = "В январе - августе оборот вырос к аналогичному периоду 2024 года."
    >>> [(e.span.of(text), e.relation) for e in find_date_expressions(text, tokenize(text))]
    [('В январе - августе', 'in'), ('к аналогичному периоду 2024 года', 'anaphoric')]
    """
    tokens, classes = classify(tokens)
    grammar = load_grammar()
    found: list[DateExpression] = []
    for piece in grammar.piece.finditer(classes):
        fitting = _fitting(piece[0])
        at, first = piece.start(), piece.start()
        while at < piece.end():
            if (fits := fitting.get(at - first)) is None:
                at += 1
                continue
            rule, pattern = grammar.rules[fits[0]]
            end = first + fits[1]
            parts = pattern.match(classes, at)
            made = rule.build(Parts(rule.name, parts, tokens)) if parts else None
            if made is not None and made.kind == "day" and _before_a_noun(tokens, end):
                made = None  # "накануне саммита" is told from the summit
            if made is not None and rule.name == "bare_year" and _counts(tokens, end):
                made = None  # "в 2018 домах"
            if made is not None:
                found.append(made)
            at = end if made is not None or rule.name in _CONSUMED else at + 1
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _fitting(piece: str) -> Mapping[int, tuple[int, int]]:
    """By place in a stretch of class letters: the number of the first rule that fits there, and where it ends.

    Few stretches differ ("in, year, year_word" stands in every text), so that most are told by look-up.
    """
    grammar = load_grammar()
    matches = {at: grammar.any_rule.match(piece, at) for at, letter in enumerate(piece) if letter in grammar.start}
    return {at: (int(str(m.lastgroup)[1:]), m.end()) for at, m in matches.items() if m is not None}


def parse_date(surface: str) -> DateExpression:
    """The expression that `surface`, a date mention's own words, holds; its span counts from the start of `surface`.

    Raises ValueError where it holds none.

    >>> parse_date("к 2030 году").relation
    'by'
    """
    found = find_date_expressions(surface, tokenize(surface))
    if not found:
        raise ValueError(f"no date in {surface!r}")
    return found[0]


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """True where the number before token `at` counts what stands there: "2018 домов", "2000 млн"."""
    if at >= len(tokens) or tokens[at].kind == "punct":
        return at < len(tokens) and tokens[at].text in "%$€+/"
    if tokens[at].kind == "number":
        return True
    first = parses(tokens[at].text)[0]
    if first.pos in ("NOUN", "ADJF", "PRTF"):
        return first.case != "nomn" and first.number != "sing"
    return first.pos not in ("VERB", "PREP", "CONJ", "ADVB", "PRCL", "INFN", "PRTS", "GRND", "NPRO")


def _before_a_noun(tokens: Sequence[Token], at: int) -> bool:
    """True where "накануне" governs the noun phrase that starts at token `at`."""
    if tokens[at - 1].lower != "накануне" or at >= len(tokens) or tokens[at].kind != "word":
        return False
    first = parses(tokens[at].text)[0]
    return first.pos in ("NOUN", "ADJF", "PRTF") and first.case == "gent"
