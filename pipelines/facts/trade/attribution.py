"""Who states a figure in the text."""

from pipelines.entities.mention import Mention
from pipelines.facts.fact import AttributionKind
from pipelines.facts.reading import Reading, Sentence
from pipelines.text.tokens import fold

_BACK = 2  # sentences that a speaker may stand before what he says
_SPEECH = (
    "сказал", "заявил", "сообщил", "отметил", "подчеркнул", "напомнил", "уточнил", "добавил", "рассказал", "пояснил",
    "указал", "заметил", "признал", "словам", "данным", "считает", "мнению", "прогнозу", "оценке", "информации",
    "констатировал", "проинформировал", "говорит", "цитирует", "передает", "утверждает", "отмечает", "напоминает",
    "следует из",
)  # fmt: skip
_KINDS: dict[str, AttributionKind] = {
    "statistics": "statistics", "customs": "statistics", "company": "company", "university": "expert", "media": "outlet"
}  # fmt: skip


def attribution_of(reading: Reading, sentence: Sentence) -> tuple[str | None, AttributionKind]:
    """Canonical name of who states `sentence`, and of what kind; (None, "outlet") where the outlet itself does."""
    for index in range(sentence.index, max(-1, sentence.index - _BACK - 1), -1):
        near = reading.sentences[index]
        if near.block < sentence.block - 1:
            break
        if not any(word in fold(near.text) for word in _SPEECH):
            continue
        speaker = _speaker(near)
        if speaker is not None:
            return speaker.canonical_name, _kind(speaker)
    return None, "outlet"


def _speaker(sentence: Sentence) -> Mention | None:
    """The person who speaks, else the body whose data are cited."""
    people = [m for m in sentence.of_kind("person") if m.canonical_name]
    if people:
        return people[0]
    bodies = [
        m
        for m in sentence.of_kind("organization")
        if m.canonical_name and m.form in ("statistics", "customs", "ministry", "embassy", "government")
    ]
    return bodies[0] if bodies else None


def _kind(speaker: Mention) -> AttributionKind:
    if speaker.kind == "organization":
        return _KINDS.get(speaker.form or "", "official")
    role = speaker.role or ""
    if "company" in role:
        return "company"
    return "expert" if role in ("expert", "professor", "analyst") else "official"
