"""Sentences inside a block of text."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipelines.text.lexicon import folded_set, load_toml
from pipelines.text.records import dataclass
from pipelines.text.span import Span
from pipelines.text.tokens import fold

_FILE = Path(__file__).with_name("sentences.toml")
# A mark that may end a sentence, with the quotes and brackets it closes, before a space or a glued capital.
_MARK = re.compile(r"""[.!?…]+["»”’)\]]*(?=\s|["«“(]?[А-ЯЁ])""")
_NEXT = re.compile(r"\s*([-–—]?)\s*[\"«“„(\[]*(\w?)")
# Of the letters before a mark, last one first: matching from the mark back spares a search.
_WORD_BACKWARDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?(?:\s?\.[^\W\d_])?")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_YEAR_BEFORE = re.compile(r"\d\s?\Z")
_WORD = re.compile(r"[^\W\d_]+")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[IVX]{1,4}|[^\W\d_])\Z")
_LOOK_BACK = 24  # code points that a rule may see before a mark
_OPENING = 80  # a longer stretch is no opening year phrase
_LONGEST = 4000  # a run of more code points without an end is cut at a space, so that later work stays linear

Verdict = Literal["join", "split"]


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where a sentence may end: `mark` stands at `at`, `end` is behind it, the sentence began at `start`."""

    text: str
    start: int
    at: int
    end: int
    mark: str
    word: str  # folded word or abbreviation before a dot, "" where none
    glued: bool  # no space behind the mark
    dash: bool  # a dash opens what follows
    following: str  # first letter or digit behind

    @property
    def before(self) -> str:
        return self.text[max(self.start, self.at - _LOOK_BACK) : self.at]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    never_ends: frozenset[str]
    may_end: frozenset[str]
    owner_words: frozenset[str]
    owners: frozenset[str]
    opening: frozenset[str]


@lru_cache(maxsize=64)
def split_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Spans of the sentences in `text[block.start:block.end]`, in order, without surrounding space.

    >>> text = "Оборот вырос. Экспорт – 4,6 млн долл. США в 2020 г. по итогам года.Импорт упал."
    >>> [s.of(text) for s in split_sentences(text, Span(0, len(text)))]
    ['Оборот вырос.', 'Экспорт – 4,6 млн долл. США в 2020 г. по итогам года.', 'Импорт упал.']
    """
    ends: list[int] = []
    start = block.start
    for match in _MARK.finditer(text, block.start, block.end):
        if match.end() < block.end and _ends(_gap(text, start, match, block.end)):
            ends.append(match.end())
            start = match.end()
    spans: list[Span] = []
    start = block.start
    for end in [*ends, block.end]:
        spans.extend(_trimmed(text, start, end))
        start = end
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """`text[start:end]` without surrounding space, cut where it is longer than any sentence."""
    spans: list[Span] = []
    while start < end:
        stop = end
        if end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            stop = space if space > 0 else start + _LONGEST
        piece = text[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            spans.append(Span(left, right))
        start = stop
    return spans


def _gap(text: str, start: int, match: re.Match[str], block_end: int) -> _Gap:
    end = match.end()
    behind = _NEXT.match(text, end, min(block_end, end + 20))
    following = behind[2] if behind else ""
    return _Gap(
        text=text,
        start=start,
        at=match.start(),
        end=end,
        mark=match[0],
        word="" if match[0] != "." or following.islower() else _word_before(text, start, match.start()),
        glued=not text[end].isspace(),
        dash=bool(behind and behind[1]),
        following=following,
    )


def _word_before(text: str, start: int, at: int) -> str:
    """Folded word or abbreviation ("т.д") that ends at `at`."""
    word = _WORD_BACKWARDS.match(text[max(start, at - _LOOK_BACK) : at][::-1])
    return fold(word[0][::-1]) if word else ""


def _ends(gap: _Gap) -> bool:
    for rule in RULES:
        verdict = rule(gap)
        if verdict is not None:
            return verdict == "split"
    return True


def goes_on_in_lower_case(gap: _Gap) -> Verdict | None:
    """ "в 2020 г. по итогам года", "«Готовы!» — сказал он"."""
    return "join" if gap.following.islower() else None


def closes_speech(gap: _Gap) -> Verdict | None:
    """ "«Мы готовы!» — Алиев" goes on behind the dash."""
    return "join" if gap.dash and gap.mark[-1] in '»"”' else None


def is_no_dot(gap: _Gap) -> Verdict | None:
    """ "!", "?", "…" and a dot behind which a quote closes end what they stand in."""
    return "split" if gap.mark != "." else None


def is_initial(gap: _Gap) -> Verdict | None:
    """ "И. Алиев", "А.Н. Кулагин"."""
    letters = gap.before[-2:]
    if not letters or not letters[-1].isupper():
        return None
    alone = len(letters) == 1 or not letters[0].isalnum()
    return "join" if alone and letters[-1].isalpha() else None


def is_list_number(gap: _Gap) -> Verdict | None:
    """ "1. Подписать меморандум" """
    opening = gap.text[gap.start : gap.at].lstrip() if gap.at - gap.start < 10 else ""
    return "join" if _LIST_NUMBER.fullmatch(opening) else None


def is_currency_owner(gap: _Gap) -> Verdict | None:
    """ "долл. США", "руб. РФ"."""
    lexicon = _load()
    if gap.word not in lexicon.owner_words:
        return None
    following = _NEXT_WORD.match(gap.text, gap.end)
    return "join" if following and following[1] in lexicon.owners else None


def is_year_or_city(gap: _Gap) -> Verdict | None:
    """ "г." ends a sentence behind a year that opens no clause; "г. Минск" does not."""
    if gap.word not in ("г", "гг"):
        return None
    if _opens_bracket(gap) or gap.following.isdigit() or not _YEAR_BEFORE.search(gap.before[: -len(gap.word)]):
        return "join"
    opening = gap.text[gap.start : gap.at].lstrip() if gap.at - gap.start < _OPENING else ""
    words = _WORD.findall(fold(opening))
    opens_clause = bool(opening) and all(word in _load().opening for word in words)
    return "join" if opens_clause else "split"


def _opens_bracket(gap: _Gap) -> bool:
    """True before "(рост на 5%)", which goes on."""
    return gap.text[gap.end : gap.end + 2].lstrip().startswith("(")


def is_abbreviation(gap: _Gap) -> Verdict | None:
    """ "им. Гейдара Алиева", "5 млрд. 300 млн."."""
    lexicon = _load()
    if gap.word in lexicon.may_end:
        return "join" if gap.following.isdigit() or _opens_bracket(gap) else "split"
    return "join" if gap.word in lexicon.never_ends else None


def is_glued_name(gap: _Gap) -> Verdict | None:
    """Glued letters are a name, not two sentences, unless a whole word or figure stands before: "млн.Экспорт"."""
    if not gap.glued:
        return None
    return "split" if len(gap.word) > 2 or gap.before[-1:] in '%)»"0123456789' else "join"


RULES: tuple[Callable[[_Gap], Verdict | None], ...] = (
    goes_on_in_lower_case,
    closes_speech,
    is_no_dot,
    is_initial,
    is_list_number,
    is_currency_owner,
    is_year_or_city,
    is_abbreviation,
    is_glued_name,
)


@lru_cache(maxsize=1)
def _load() -> _Lexicon:
    data = load_toml(_FILE)
    return _Lexicon(
        never_ends=folded_set(data["never_ends"]["words"], f"{_FILE.name} never_ends"),
        may_end=folded_set(data["may_end"]["words"], f"{_FILE.name} may_end"),
        owner_words=folded_set(data["owners"]["before"], f"{_FILE.name} owners.before"),
        owners=frozenset(data["owners"]["names"]),
        opening=folded_set(data["opening"]["words"], f"{_FILE.name} opening"),
    )
