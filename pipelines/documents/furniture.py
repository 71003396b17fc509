"""Which lines of a page are the site's and not the article's, each with the reason it is taken out for."""

from collections.abc import Iterator, Sequence

from pipelines.documents.boilerplate import Boilerplate, load_boilerplate
from pipelines.documents.line_rules import LINE_RULES
from pipelines.documents.lines import Line
from pipelines.documents.page_rules import PAGE_RULES, Reasons


def find_furniture(lines: Sequence[Line]) -> Reasons:
    """The reason to take out each of `lines`, None for the article's own."""
    words = load_boilerplate()
    reasons: Reasons = [next(_verdicts(line, words), None) for line in lines]
    for rule in PAGE_RULES:
        rule(lines, reasons, words)
    return reasons


def _verdicts(line: Line, words: Boilerplate) -> Iterator[str]:
    for rule in LINE_RULES:
        reason = rule(line, words)
        if reason is not None:
            yield reason
