"""Where the clauses of a sentence part, by punctuation and the words beside it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from pipelines.facts.visit.words import Word
from pipelines.text.morph import parses
from pipelines.text.tokens import Token

_FINITE = re.compile(r"(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ут|ют|ат|ят|ется|ится|утся|ются|атся|ятся|ем|им)$")
_PARTICIPLE = re.compile(
    r"(?:вш|ющ|ящ|ащ|ущ)(?:ий|ая|ее|ие|ую|ей|его|ему|им|их|ими|ем|ийся|аяся|ееся|иеся|уюся|егося|имся|ихся)$"
)
_PASSIVE = re.compile(r"(?:нн|т|м)(?:ый|ая|ое|ые|ую|ой|ого|ому|ым|ых|ыми|ом)$")
# Participles that tell of the visit itself: "визит, намеченный на 16 октября".
_OF_VISITS = frozenset(("intend", "begun", "going_on", "took_place", "will_last", "cancel"))
_start = attrgetter("start")
_VERBLESS = 9  # tokens from the comma to the dash
_OPENERS = frozenset(("при", "по", "после", "об", "как"))


def index_of(tokens: Sequence[Token], offset: int) -> int:
    """Index of the token that starts at or after `offset`."""
    return bisect_left(tokens, offset, key=_start)


def is_finite(token: Token) -> str | None:
    """The tense of a finite verb, None for any other word."""
    return _tense_of(token.lower) if token.kind == "word" else None


@lru_cache(maxsize=1 << 16)
def _tense_of(word: str) -> str | None:
    if not _FINITE.search(word):
        return None
    parse = parses(word)[0]
    return parse.tense if parse.pos == "VERB" else None


def is_participle(token: Token) -> bool:
    """True for "прибывший", "подписанный"."""
    return token.kind == "word" and len(token.lower) > 5 and _forms_participle(token.lower)


@lru_cache(maxsize=1 << 16)
def _forms_participle(word: str) -> bool:
    passive = _PASSIVE.search(word) is not None and parses(word)[0].pos == "PRTF"
    return passive or _PARTICIPLE.search(word) is not None


def number_clauses(
    tokens: Sequence[Token], words: Sequence[Sequence[Word]], names: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """The clause of every token, punctuation inside `names` aside.

    A new one opens at ; : a spaced dash, and at a comma before a linking word, a participle or a stretch with a verb of
    its own. Words in brackets and by the way (", сообщил X,") are one of their own, behind which the clause goes on.
    """
    finite = [is_finite(t) is not None for t in tokens]
    numbers: list[int] = []
    verbs: set[int] = set()
    clause = last = 0
    aside: int | None = None
    bracket: int | None = None
    awaited: int | None = None  # the clause whose verb stands behind a "который ..." in its midst
    if tokens and tokens[0].lower == "как":
        aside, clause, last = 0, 1, 1
    for i, token in enumerate(tokens):
        if token.kind == "punct" and not any(a < token.start < b for a, b in names):
            if bracket is not None and token.text == ")":
                clause, bracket = bracket, None
            elif aside is not None and token.text == ",":
                told = i + 1 < len(tokens) and tokens[i + 1].lower in ("что", "чтобы")  # ", заявив, что ..."
                described = i + 1 < len(tokens) and is_participle(tokens[i + 1])
                if told or (described and not _tells_of_visit(tokens, words, i)):
                    last += 1
                    clause = last  # "..., возглавляющим делегацию Ирана, прибывшую в Ереван"
                elif not _tells_of_visit(tokens, words, i):  # "..., заявил X на переговорах, состоявшихся накануне"
                    clause, aside = aside, None
            elif _opens(tokens, words, i, finite, has_verb=clause in verbs):
                if awaited is not None and clause in verbs and token.text == ",":
                    clause, awaited = awaited, None
                    numbers.append(clause)
                    continue
                if token.text == "(":
                    bracket = clause
                else:
                    aside = clause if _by_the_way(tokens, words, i) else None
                    awaited = clause if clause not in verbs and _is_which(tokens, i) else None
                last += 1
                clause = last
        elif finite[i]:
            verbs.add(clause)
        numbers.append(clause)
    return tuple(numbers)


def _is_which(tokens: Sequence[Token], i: int) -> bool:
    """True where the comma at `i` opens ", который" or ", в рамках которого"."""
    return any(t.lower.startswith("котор") for t in tokens[i + 1 : i + 4])


def _tells_of_visit(tokens: Sequence[Token], words: Sequence[Sequence[Word]], i: int) -> bool:
    """True where a participle of the visit itself stands behind the comma at `i`."""
    if i + 1 >= len(tokens) or not is_participle(tokens[i + 1]):
        return False
    return any(w.group in _OF_VISITS for w in words[i + 1])


def _by_the_way(tokens: Sequence[Token], words: Sequence[Sequence[Word]], i: int) -> bool:
    """True where the comma at `i` opens ", сообщил X,", ", как ожидается," or ", прибывший в Минск,"."""
    if tokens[i].text != "," or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return after.lower == "как" or is_participle(after) or any(w.group == "say" for w in words[i + 1])


def _opens(
    tokens: Sequence[Token], words: Sequence[Sequence[Word]], i: int, finite: Sequence[bool], *, has_verb: bool
) -> bool:
    """True where the punctuation at `i` opens a clause."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if token.text in "—–-" and any(_verbless_to(tokens, words, k) == i for k in range(max(0, i - _VERBLESS), i)):
        return False  # "..., в мае 2007 года – ответный визит": the dash stands for the verb
    if token.text in ";:(" or (token.text in "—–-" and _spaced(tokens, i)):
        return not _between_figures(tokens, i)
    if token.text != "," or after is None:
        return False
    also = after.lower == "а" and i + 2 < len(tokens) and tokens[i + 2].lower == "также"  # lists on
    return (
        (any(w.group in ("clause", "say") for w in words[i + 1]) and not also)
        or after.lower in _OPENERS
        or (is_participle(after) and not _tells_of_visit(tokens, words, i))
        or _is_described(tokens, i + 1)
        or _is_which(tokens, i)
        or (has_verb and (_verb_ahead(tokens, finite, i) or _verbless_to(tokens, words, i) is not None))
    )


def _verbless_to(tokens: Sequence[Token], words: Sequence[Sequence[Word]], i: int) -> int | None:
    """The dash of ", в мае 2007 года – ответный визит президента", where the comma at `i` opens it; else None."""
    if tokens[i].text != "," or i + 1 >= len(tokens) or tokens[i + 1].lower not in ("в", "во"):
        return None
    stop = min(len(tokens), i + _VERBLESS)
    dash = next((k for k in range(i + 2, stop) if tokens[k].kind == "punct"), None)
    if dash is None or tokens[dash].text not in "—–-" or not _spaced(tokens, dash):
        return None
    return dash if any(w.group == "visit" for k in words[dash + 1 : dash + 4] for w in k) else None


def _is_described(tokens: Sequence[Token], i: int) -> bool:
    """True for an adverb at `i` and a participle: ", недавно побывавшего на Кубе"."""
    adverb = i + 1 < len(tokens) and tokens[i].kind == "word" and is_participle(tokens[i + 1])
    return adverb and parses(tokens[i].lower)[0].pos == "ADVB"


def _verb_ahead(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """True where a finite verb stands between the comma at `i` and the next punctuation."""
    for k in range(i + 1, len(tokens)):
        if finite[k]:
            return True
        if tokens[k].kind == "punct" and tokens[k].text not in "«»\"'.":
            return False
    return False


def _spaced(tokens: Sequence[Token], i: int) -> bool:
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start


def _between_figures(tokens: Sequence[Token], i: int) -> bool:
    return 0 < i < len(tokens) - 1 and tokens[i - 1].kind == tokens[i + 1].kind == "number"
