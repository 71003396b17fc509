"""What a matched rule of `date_grammar` holds, and the parts of an expression that every rule has."""

import re
from collections.abc import Sequence
from typing import Any

from pipelines.text.date_expression import DateExpression, Relation
from pipelines.text.date_words import meaning_of
from pipelines.text.records import dataclass
from pipelines.text.span import Span
from pipelines.text.tokens import Token

_COMPARING = ("сравнению", "сравнении")
_INSTRUMENTAL = ("ом", "ем")  # "по сравнению с 2019 годом", "с маем": no start but something compared with


@dataclass(frozen=True, slots=True)
class Parts:
    """A matched rule: its groups with the tokens they cover."""

    rule: str
    match: re.Match[str]
    tokens: Sequence[Token]

    def has(self, group: str) -> bool:
        return group in self.match.re.groupindex and self.match[group] is not None

    def value(self, group: str) -> int:
        """What the group's first token means."""
        return meaning_of(self.word(group))

    def word(self, group: str) -> str:
        """The group's first token, folded."""
        return self.tokens[self.match.start(group)].lower

    @property
    def span(self) -> Span:
        return Span(self.tokens[self.match.start()].start, self.tokens[self.match.end() - 1].end)

    @property
    def preposition(self) -> str | None:
        return self.word("open") if self.has("open") else None


def make(parts: Parts, told: str | None = "y", /, **fields: Any) -> DateExpression | None:
    """An expression of kind `calendar` (unless told otherwise) with what every rule shares: place, opening, and the
    year of the groups `<told>_abs`, `<told>_rel`, `<told>_word`."""
    if told is not None and parts.has(f"{told}_abs"):
        fields["year"] = parts.value(f"{told}_abs")
        if parts.has(f"{told}_both"):
            fields["year_shift"] = parts.value(f"{told}_both")
    elif told is not None and parts.has(f"{told}_rel"):
        if parts.value(f"{told}_word") == 2:
            return None  # "в прошлые годы" is no year
        fields["year_shift"] = parts.value(f"{told}_rel")
    shared = {"kind": "calendar", "relation": relation(parts), "preposition": parts.preposition}
    return DateExpression(span=parts.span, rule=parts.rule, **(shared | fields))


def relation(parts: Parts) -> Relation:
    """What the opening preposition makes of the days: within, by, since."""
    opening = parts.preposition
    if opening in ("к", "ко", "до", "не"):
        return "by"
    if opening == "по" and len(parts.match["open"]) == 1:
        return "by"  # "по 2025 год"; "по итогам 2025 года" is within it
    if opening in ("с", "со", "начиная"):
        before = parts.tokens[parts.match.start() - 1].lower if parts.match.start() else ""
        if before in _COMPARING:
            return "in"
        inside = parts.tokens[parts.match.start() + 1 : parts.match.end()]
        if any(t.lower.endswith(_INSTRUMENTAL) or t.lower == "м" for t in inside):
            return "in"
        return "since"
    return "in"
