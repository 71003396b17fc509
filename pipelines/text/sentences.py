"""Sentences inside a block of text."""

from razdel import sentenize

from pipelines.text.span import Span


def split_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Spans of the sentences in `text[block.start:block.end]`, in order, without surrounding space.

    >>> text = "Оборот вырос. Экспорт – 4,6 млн долл. США в 2020 г. по итогам года."
    >>> [s.of(text) for s in split_sentences(text, Span(0, len(text)))]
    ['Оборот вырос.', 'Экспорт – 4,6 млн долл. США в 2020 г. по итогам года.']
    """
    return tuple(Span(block.start + s.start, block.start + s.stop) for s in sentenize(block.of(text)))
