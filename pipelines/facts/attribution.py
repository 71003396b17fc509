"""Who states a figure in the text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pipelines.entities.mention import Mention
from pipelines.facts.fact import AttributionKind
from pipelines.facts.reading import Reading, Sentence
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.tokens import fold_text

_PATH = Path(__file__).with_name("attribution.toml")
_BACK = 6  # sentences back to the one that "по его словам" means
_QUOTE_BACK = 2  # sentences that a quotation goes on for
_QUOTES = ("«", "»", '"', "“", "”")
_LISTS = ("speech", "pointing", "unnamed_statistics")
_BODIES = ("statistics", "customs", "ministry", "embassy", "government", "chamber")
_KINDS: dict[str, AttributionKind] = {"statistics": "statistics", "customs": "statistics"}


@lru_cache(maxsize=1)
def _words() -> Mapping[str, tuple[str, ...]]:
    """The lists of attribution.toml. Raises LexiconError where one is missing, unknown or names a word twice."""
    lists = load_toml(_PATH)
    if set(lists) != set(_LISTS):
        raise LexiconError(
            f"{_PATH.name}: lists {', '.join(_LISTS)} wanted, found {', '.join(sorted(lists)) or 'none'}"
        )
    return {name: tuple(sorted(folded_set(words, f"{_PATH.name}: {name}"))) for name, words in lists.items()}


@lru_cache(maxsize=1)
def _speech() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _words()['speech']))})")  # "писал", never "подписал"


@lru_cache(maxsize=1 << 8)
def _told_at(text: str) -> int | None:
    """Where `text` speaks of saying: the sentences around a claim are asked more than once."""
    found = _speech().search(fold_text(text))
    return None if found is None else found.start()


def attribution_of(reading: Reading, sentence: Sentence) -> tuple[str | None, AttributionKind]:
    """Canonical name of who states `sentence`, and of what kind; (None, "outlet") where the outlet itself does."""
    speaker = _of_sentence(reading, sentence) or _told_next(reading, sentence) or _of_quotation(reading, sentence)
    if speaker is None:
        return None, "statistics" if _cites_statistics(sentence.text) else "outlet"
    return speaker.person or speaker.canonical_name, _kind(speaker)


def _cites_statistics(text: str) -> bool:
    """True for "следует из данных таможенной статистики": whose they are is not told."""
    folded = fold_text(text)
    return _told_at(text) is not None and any(word in folded for word in _words()["unnamed_statistics"])


def _of_sentence(reading: Reading, sentence: Sentence) -> Mention | None:
    """The speaker that the sentence names, or that its "по его словам" points back to."""
    at = _told_at(sentence.text)
    if at is None:
        return None
    near = _nearest(sentence, sentence.span.start + at)
    if near is not None:
        return near
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = reading.sentences[index]
        at = _told_at(before.text)
        near = None if at is None else _nearest(before, before.span.start + at)
        if near is not None:
            return near
    people = [m for s in reading.sentences[max(0, sentence.index - 2) : sentence.index] for m in s.of_kind("person")]
    return people[-1] if people else None


def _told_next(reading: Reading, sentence: Sentence) -> Mention | None:
    """The speaker of "Об этом сообщил ..." behind the sentence."""
    if sentence.index + 1 >= len(reading.sentences):
        return None
    behind = reading.sentences[sentence.index + 1]
    if not fold_text(behind.text).startswith(_words()["pointing"]):
        return None
    at = _told_at(behind.text)
    return None if at is None else _nearest(behind, behind.span.start + at)


def _of_quotation(reading: Reading, sentence: Sentence) -> Mention | None:
    """The speaker of a quotation that the sentence belongs to: named just before it or where it ends."""
    around = reading.sentences[max(0, sentence.index - _QUOTE_BACK) : sentence.index + _QUOTE_BACK]
    quoted = [s for s in around if s.block == sentence.block and _quotes(s.text)]
    for near in sorted(quoted, key=lambda s: abs(s.index - sentence.index)):
        at = _told_at(near.text)
        speaker = None if at is None else _nearest(near, near.span.start + at)
        if speaker is not None:
            return speaker
    return None


def _quotes(text: str) -> bool:
    """True for somebody's words, quoted from the beginning, to the end or past it; not for a title inside."""
    inner = text.strip(" .,!?…–—-")
    opened = sum(map(text.count, "«“")) != sum(map(text.count, "»”"))
    return opened or inner.startswith(_QUOTES) or inner.endswith(_QUOTES)


def _nearest(sentence: Sentence, at: int) -> Mention | None:
    """The person nearest to the word of speech, else the body whose data are cited."""
    people = [m for m in sentence.of_kind("person", "role") if m.person or (m.kind == "person" and m.canonical_name)]
    bodies = [m for m in sentence.of_kind("organization") if m.canonical_name and m.form in _BODIES]
    chosen = people or bodies
    return min(chosen, key=lambda m: (abs(m.start - at), m.start)) if chosen else None


def _kind(speaker: Mention) -> AttributionKind:
    if speaker.kind == "organization":
        return _KINDS.get(speaker.form or "", "official")
    role = speaker.role or ""
    if "company" in role:
        return "company"
    return "expert" if role in ("expert", "professor", "analyst") else "official"
