"""How likely a claim is right, from how its flow, sides and period were found (set by eye on annotated pages)."""

from pipelines.facts.trade.case import Told
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.topics import Topic
from pipelines.text.interval import Interval

_RULE_TRUST = {
    "level_of_flow": 0.95, "level_of_deed": 0.72, "level_before": 0.75, "level_against": 0.9, "level_in_brackets": 0.75,
    "change_percent": 0.75, "change_times": 0.72, "change_signed": 0.7, "change_index": 0.7, "change_inverse": 0.6,
    "share_of_flow": 0.78,
}  # fmt: skip

_LONG = 150  # code points of evidence
_SPREAD = 0.7


def confidence_of(sides: Sides, topic: Topic, told: Told, dated: bool, period: Interval | None) -> float:
    """Confidence of a claim, 0..1; `dated` where its date stands beside it."""
    trust = _RULE_TRUST.get(told.rule, 0.7) * (0.6 + 0.4 * sides.certainty)
    if not topic.word:
        trust *= 0.9
    if not dated:
        trust *= 0.92 if period is not None else 0.85
    return round(trust, 3)


def lessened(confidence: float, length: int) -> float:
    """`confidence` of a claim whose evidence is that long: words far apart are bound wrongly more often."""
    return round(confidence * _SPREAD, 3) if length > _LONG else confidence
