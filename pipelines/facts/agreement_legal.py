"""The text of an agreement itself: one row for the whole page."""

from pipelines.facts.agreement_deal import Deal, Kind
from pipelines.facts.agreement_parties import Setting
from pipelines.facts.agreement_status import Status
from pipelines.facts.agreement_words import agreement_words, sectors_of
from pipelines.facts.reading import Reading
from pipelines.text.span import Span

_FORMULAS = ("о нижеследующем", "именуемые в дальнейшем", "договаривающиеся стороны")
_HEAD = 4  # sentences that may hold the name of the document


def read_legal_text(reading: Reading, setting: Setting) -> Deal | None:
    """The agreement whose own text the document gives ("ПРОТОКОЛ О СОТРУДНИЧЕСТВЕ ..."), None for other pages."""
    text = reading.document.text
    lower = text.lower()
    if not any(formula in lower for formula in _FORMULAS) or len(setting.pair) < 2:
        return None
    for sentence in reading.sentences[:_HEAD]:
        if not sentence.tokens:
            continue
        words = [w for w in agreement_words().get(sentence.tokens[0].lower, ()) if w.noun and w.case == "nomn"]
        if words and words[0].noun in _KINDS:
            status: Status = "in_force" if "вступил" in lower and "в силу" in lower else "signed"
            end = max(s.span.end for s in reading.sentences[:_HEAD])
            return Deal(
                kind=_KINDS[words[0].noun],
                rule="legal_text",
                sentence=sentence.index,
                trigger=sentence.span.start,
                evidence=Span(sentence.span.start, end),
                confidence=0.8,
                status=status,
                parties=setting.pair,
                sectors=sectors_of(sentence.tokens),
            )
    return None


_KINDS: dict[str, Kind] = {
    "treaty": "treaty",
    "agreement": "agreement",
    "memorandum": "memorandum",
    "programme": "programme",
    "declaration": "declaration",
}
