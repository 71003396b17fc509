"""A document laid out for the fact rules: sentences with their tokens and mentions."""

from bisect import bisect_left
from collections.abc import Iterable

from pipelines.documents.document import BlockKind, Document
from pipelines.entities.mention import Mention, MentionKind
from pipelines.text.records import dataclass
from pipelines.text.sentences import split_sentences
from pipelines.text.span import Span
from pipelines.text.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `index` counts over the document, `block` names the paragraph it stands in."""

    index: int
    block: int
    block_kind: BlockKind
    span: Span
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    kinds: frozenset[MentionKind]  # of its mentions

    def of_kind(self, *kinds: MentionKind) -> tuple[Mention, ...]:
        """Its mentions of these kinds, in the order of the text."""
        if self.kinds.isdisjoint(kinds):
            return ()
        return tuple([m for m in self.mentions if m.kind in kinds])

    def between(self, start: int, end: int) -> str:
        """The words from offset `start` to `end` (document offsets)."""
        return self.text[max(0, start - self.span.start) : max(0, end - self.span.start)]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its sentences: what every fact module reads."""

    document: Document
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`."""
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)


def read(document: Document, mentions: Iterable[Mention]) -> Reading:
    """`document` cut into sentences, each with the mentions that start in it."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.kind))
    starts = [m.start for m in ordered]
    sentences: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        for span in split_sentences(document.text, block.span):
            inside = ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            sentences.append(
                Sentence(
                    index=len(sentences),
                    block=number,
                    block_kind=block.kind,
                    span=span,
                    text=span.of(document.text),
                    tokens=tokenize(document.text, span.start, span.end),
                    mentions=tuple(inside),
                    kinds=frozenset([m.kind for m in inside]),
                )
            )
    return Reading(document, tuple(sentences))
