"""`Document` to mentions: every finder in turn, over the whole text."""

from collections.abc import Iterable, Sequence

from pipelines.documents.document import Document
from pipelines.entities.actors import find_actors
from pipelines.entities.cues import NUMBER, RATIO, find_cues, opening
from pipelines.entities.dates import find_dates
from pipelines.entities.mention import Mention
from pipelines.entities.money import find_money
from pipelines.entities.places import find_places
from pipelines.entities.quantities import find_quantities
from pipelines.text.numbers import find_numbers
from pipelines.text.tokens import Token, index_at, tokenize


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Mentions of `document`, in the order of the text; each quotes its words exactly."""
    text = document.text
    blocks = [tokenize(text, b.span.start, b.span.end) for b in document.blocks]
    cues = [find_cues(tokens) for tokens in blocks]
    mentions: list[Mention] = []
    for tokens, own in zip(blocks, cues, strict=True):
        dates = find_dates(text, tokens, document.published)
        numbers = find_numbers(tokens, _covered(tokens, dates), opening(own, NUMBER))
        mentions += dates
        mentions += find_money(text, tokens, numbers)
        mentions += find_quantities(text, tokens, numbers, opening(own, RATIO))
        mentions += find_places(text, tokens, own)
    mentions += find_actors(document, blocks, mentions, cues)
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.kind)))


def _covered(tokens: Sequence[Token], mentions: Iterable[Mention]) -> set[int]:
    """Indices of the tokens that `mentions` cover."""
    return {i for m in mentions for i in range(index_at(tokens, m.start), index_at(tokens, m.end))}
