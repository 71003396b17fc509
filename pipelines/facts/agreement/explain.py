"""Why the words of a sentence make, or do not make, a row of `agreements`."""

from pipelines.facts.agreement.deal import Deal
from pipelines.facts.agreements import read_deals, triggers
from pipelines.facts.reading import Reading, Sentence


def explain(reading: Reading, sentence: Sentence) -> list[str]:
    """A line for each deal that `sentence` speaks of, or one that tells why it speaks of none."""
    words = triggers()
    opening = list(dict.fromkeys(t.text for t in sentence.tokens if t.lower in words))
    if not opening:
        return ["no word of a document, deal or arrangement in the sentence"]
    deals = [d for d in read_deals(reading) if d.sentence == sentence.index]
    if deals:
        return [_deal(d) for d in deals]
    told = ", ".join(f"«{word}»" for word in opening)
    sides = ", ".join(sorted({m.country for m in sentence.mentions if m.country})) or "none"
    return [
        f"{told}: no frame fits (a document or deal with what became of it, between parties of two countries); "
        f"countries in the sentence: {sides}"
    ]


def _deal(d: Deal) -> str:
    parties = ", ".join(d.parties) or "unknown parties"
    told = f"rule {d.rule} reads {d.kind.replace('_', ' ')} of {parties}, status {d.status or 'not told'}"
    return f"{told}: speaks of a deal told before, it only adds to that" if d.anaphoric else told
