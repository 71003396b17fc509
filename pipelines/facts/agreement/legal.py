"""The text of an agreement itself: one row for the whole page."""

from pipelines.facts.agreement.deal import Deal, Kind
from pipelines.facts.agreement.parties import Setting
from pipelines.facts.agreement.status import Status
from pipelines.facts.agreement.words import agreement_words, sectors_of
from pipelines.facts.reading import Reading, Sentence
from pipelines.text.interval import Interval

_FORMULAS = (
    "договорились о нижеследующем",
    "согласились о нижеследующем",
    "договорились о следующем:",
    "заключают настоящее соглашение",
    "заключили настоящее соглашение",
    "(далее – стороны)",
    "(далее - стороны)",
    "(далее «стороны»)",
    "(далее — стороны)",
)
_NAME = 2  # tokens: "Совместное заявление"
_HEAD = 4  # sentences that may hold the name of the document


def read_legal_text(reading: Reading, setting: Setting) -> Deal | None:
    """The agreement whose own text the document gives ("ПРОТОКОЛ О СОТРУДНИЧЕСТВЕ ..."), None for other pages."""
    lower = reading.document.text.lower()
    if not any(formula in lower for formula in _FORMULAS):
        return None
    agreed = next((s for s in reading.sentences if any(f in s.text.lower() for f in _FORMULAS)), None)
    name, kind = _name(reading)
    if agreed is None or len(setting.pair) < 2 or (name is None and "(далее" in agreed.text.lower()):
        return None
    status: Status = "in_force" if "вступил" in lower and "в силу" in lower else "signed"
    first = name or agreed
    return Deal(
        kind=kind,
        rule="legal_text",
        sentence=first.index,
        trigger=first.span.start,
        evidence=first.span,
        confidence=0.8,
        status=status,
        parties=setting.pair,
        sectors=sectors_of((*first.tokens, *agreed.tokens)),
        when=_dated(reading),
    )


def _dated(reading: Reading) -> Interval | None:
    """The day that the head of the page gives the document: "Соглашение от 29 августа 1997 года"."""
    for sentence in reading.sentences[:_HEAD]:
        for m in sentence.of_kind("date"):
            if m.date_precision == "day" and reading.document.text[: m.start].rstrip().lower().endswith("от"):
                return m.interval
    return None


def _name(reading: Reading) -> tuple[Sentence | None, Kind]:
    """The sentence at the top that names the document, with its kind; an agreement where none does."""
    for sentence in reading.sentences[:_HEAD]:
        opening = [w for token in sentence.tokens[:_NAME] for w in agreement_words().get(token.lower, ())]
        noun = next((w.noun for w in opening if w.noun in _KINDS and w.case == "nomn"), None)
        if noun is not None:
            return sentence, _KINDS[noun]
    return None, "agreement"


_KINDS: dict[str, Kind] = {
    "treaty": "treaty",
    "agreement": "agreement",
    "memorandum": "memorandum",
    "programme": "programme",
    "declaration": "declaration",
}
