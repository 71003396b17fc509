"""Whether a date of a sentence lies behind or ahead, by the verbs beside it."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipelines.text.lexicon import folded_set, load_toml
from pipelines.text.morph import Parse, parses
from pipelines.text.tokens import Token

_LEXICON = Path(__file__).with_name("tense.toml")
_REACH = 14  # tokens to either side; a verb further off belongs to something else
_STOPS = frozenset(".!?;")
_PURPOSE = frozenset({"целях", "целью"})
_PAST_OWN = frozenset({"быть"})  # "был" is past, "будет" future: told by the tense, not by the lexicon


def tense_at(tokens: Sequence[Token], first: int, last: int) -> Literal["past", "future"] | None:
    """Tense of the verb nearest to `tokens[first:last]` in its sentence, None where there is none or it is present.

    "пройдет в марте", "планируют открыть в марте", "запланирована на март" are future; "прошло в марте",
    "подписано в марте" past.
    """
    found: list[tuple[int, Literal["past", "future"]]] = []
    for step, at in ((1, last), (-1, first - 1)):
        distance = 1
        while 0 <= at < len(tokens) and distance <= _REACH and not _stops(tokens, at):
            tense = _tense(tokens, at) if tokens[at].kind == "word" and len(tokens[at].text) > 2 else None
            if tense is None and distance == 1 and _told(tokens[at].lower):
                tense = "past"
            if tense is not None:
                found.append((distance + (step < 0), tense))
                break
            distance += 1
            at += step
    return min(found)[1] if found else None


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """A stop ends the sentence; one before a small letter ends an abbreviation ("9 июня 2024 г. начался")."""
    if tokens[at].text not in _STOPS:
        return False
    return tokens[at].text != "." or at + 1 >= len(tokens) or not tokens[at + 1].text[0].islower()


@lru_cache(maxsize=1 << 12)
def _told(word: str) -> bool:
    """ "говорил", "сообщила": right beside a date it is what the date is of."""
    parse = parses(word)[0]
    return parse.pos == "VERB" and parse.tense == "past" and parse.lemma in _words("telling")


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> Literal["past", "future"] | None:
    parse: Parse = parses(word)[0]
    if parse.lemma in _words("telling"):
        return None
    if parse.pos == "VERB" and parse.tense == "futr":
        return "future"
    if word in _words("future") or parse.lemma in _words("future"):
        if parse.pos != "VERB" or parse.tense != "past":
            return "future"
        return "past" if parse.lemma in _PAST_OWN else None  # "планировали в мае": what became of it is not said
    if parse.tense == "past" and parse.pos in ("VERB", "PRTS", "PRTF", "GRND"):
        return "past"
    return None


def _tense(tokens: Sequence[Token], at: int) -> Literal["past", "future"] | None:
    """That of the word at `at`; "в целях развития", "с целью обмена" tell why, not when."""
    word = tokens[at].lower
    purpose = word in _PURPOSE and at > 0 and tokens[at - 1].lower in ("в", "с")
    return None if purpose else _of_word(word)


@lru_cache(maxsize=2)
def _words(name: str) -> frozenset[str]:
    return folded_set(load_toml(_LEXICON)[name], f"{_LEXICON.name} {name}")
