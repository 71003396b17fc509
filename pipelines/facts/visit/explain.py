"""Why the words of a sentence make, or do not make, a row of `visits`."""

from pipelines.facts.reading import Reading, Sentence
from pipelines.facts.visit.contact import Contact
from pipelines.facts.visits import read_contacts, stands, triggers


def explain(reading: Reading, sentence: Sentence) -> list[str]:
    """A line for each contact that `sentence` speaks of, or one that tells why it speaks of none."""
    words = triggers()
    opening = list(dict.fromkeys(t.text for t in sentence.tokens if t.lower in words))
    if not opening:
        return ["no word of a visit, call or meeting in the sentence"]
    contacts = [c for c in read_contacts(reading) if c.sentence == sentence.index]
    if contacts:
        return [_contact(c) for c in contacts]
    told = ", ".join(f"«{word}»" for word in opening)
    if not sentence.of_kind("person", "role"):
        return [f"{told}: no official is named beside it"]
    sides = ", ".join(sorted({m.country for m in sentence.mentions if m.country})) or "none"
    return [
        f"{told}: no frame fits (an official of one country, and another country or its official, in one clause); "
        f"countries in the sentence: {sides}"
    ]


def _contact(c: Contact) -> str:
    visitor = c.visitor.name or c.visitor.role or c.visitor.delegation or "someone" if c.visitor else "someone"
    country = c.visitor.country if c.visitor else None
    told = f"rule {c.rule} reads a {c.kind.replace('_', ' ')} of {visitor} ({country}), other side {c.host_country}"
    if stands(c):
        return told
    if c.bare:
        return f"{told}: too little to stand alone, it only adds to a contact told elsewhere"
    if country is None:
        return f"{told}: the visitor's country is not known"
    if c.host_country is None:
        return f"{told}: the other side's country is not known"
    return f"{told}: both sides are of one country"
