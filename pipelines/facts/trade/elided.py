"""Figures whose clause names no flow of its own: "За год он вырос на 5%", "в прошлом году – 2 млрд"."""

from pipelines.facts.trade.line import Line, Placed
from pipelines.text.morph import parses

_REACH = 7  # how far right of a figure the words that tie it may stand


def is_tied(line: Line, figure: Placed) -> bool:
    """True where a verb of level or trend, a share word, the way back or a dash ties `figure` to what is not named."""
    before = [f for f in line.figures if f.last <= figure.first]
    if before and line.lower(figure.first - 1) == "или" and figure.first - before[-1].last <= 2:
        return is_tied(line, before[-1])  # "2 млрд, или 5%"
    first = max([f.first for f in before], default=0)
    last = min(len(line.tokens), figure.last + _REACH)
    if any(line.marked(s, first, last) for s in ("level", "trend", "share")):
        return True
    if any(m.value == "counter" for m in line.marked("anaphor", first, figure.first)):
        return True  # "в обратном направлении ушло товаров на 5 млн"
    return any(line.is_dash(i) or line.lower(i) == ":" for i in range(first, figure.first))


def is_elided(line: Line, figure: Placed) -> bool:
    """True where the clause of `figure` names no subject of its own, so that it goes on about what came before."""
    covered = {i for m in (*line.places, *line.dates, *line.figures) for i in range(m.first, m.last)}
    known = {i for m in line.marks for i in range(m.first, m.last)}
    others = [m for m in line.sentence.mentions if m.kind in ("person", "role")]
    for at in range(figure.last if figure.last < len(line.tokens) else len(line.tokens)):
        token = line.tokens[at]
        if at in covered or at in known or token.kind != "word":
            continue
        if any(m.start <= token.start < m.end for m in others):
            continue
        if _can_be_subject(token.lower):
            return False
    return True


def _can_be_subject(word: str) -> bool:
    return any(p.pos == "NOUN" and p.case == "nomn" and p.score >= 0.1 for p in parses(word))
