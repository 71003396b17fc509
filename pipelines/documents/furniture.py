"""Which lines of a page are the site's and not the article's, each with the reason it is taken out for."""

from collections.abc import Sequence
from functools import lru_cache

from pipelines.documents.boilerplate import Boilerplate, load_boilerplate
from pipelines.documents.line_rules import LINE_RULES, LineRule
from pipelines.documents.lines import Line
from pipelines.documents.page_rules import PAGE_RULES, Reasons


def find_furniture(lines: Sequence[Line]) -> Reasons:
    """The reason to take out each of `lines`, None for the article's own."""
    words = load_boilerplate()
    reasons: Reasons = [_verdict(line, words) for line in lines]
    for rule in PAGE_RULES:
        rule(lines, reasons, words)
    return reasons


def _verdict(line: Line, words: Boilerplate) -> str | None:
    for rule in _rules_for(len(line.text)):
        reason = rule(line, words)
        if reason is not None:
            return reason
    return None


@lru_cache(maxsize=1 << 12)
def _rules_for(length: int) -> tuple[LineRule, ...]:
    return tuple(rule for longest, rule in LINE_RULES if length <= longest)
