"""How likely a row of `visits` is right in every column, from how it was read (weights by eye on annotated pages)."""

from pipelines.facts.visit.contact import Contact

_NO_NAME = 0.3
_OCCASION = 0.08  # talks beside a summit: whose guest, whose host, and when is told less plainly
_GOING_ON = 0.12
_AHEAD = 0.08
_NO_HOST = 0.05  # of a visit: who receives is told in most texts
_LEAST = 0.2


def confidence_of(c: Contact, status: str | None) -> float:
    """Confidence of `c`, 0..1: that of its rule, less for what the text tends to tell of something else."""
    trust = c.confidence
    if c.visitor is None or c.visitor.name is None:
        trust -= _NO_NAME
    if c.occasion is not None:
        trust -= _OCCASION
    if status == "ongoing":
        trust -= _GOING_ON
    elif status == "planned":
        trust -= _AHEAD
    if c.kind == "visit" and c.host is None:
        trust -= _NO_HOST
    return round(max(trust, _LEAST), 2)
