"""Names and subjects as different articles write them."""

import re
import tomllib
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

# Letters that transliterations put in and leave out: Мамедъяров, Мамедьяров.
_SILENT = str.maketrans({"ё": "е", "ъ": None, "ь": None, "'": None, "’": None})
_WORD = re.compile(r"\w+")
# A word this short is told from another by any letter.
_FUZZY_LENGTH = 5
_ALIKE = 0.85
_STEM = 5


@lru_cache(maxsize=1 << 14)
def same_name(one: str, other: str) -> bool:
    """True where one person may be meant: each word of the shorter name stands in the longer, as initial or variant.

    >>> same_name("Александр Лукашенко", "А. Лукашенко"), same_name("Эльмар Мамедъяров", "Эльмар Мамедьяров")
    (True, True)
    >>> same_name("Сердар Бердымухамедов", "Гурбангулы Бердымухамедов"), same_name("Алиев", "Мехрибан Алиева")
    (False, False)
    """
    short, long = sorted((_parts(one), _parts(other)), key=len)
    left = list(long)
    for part in short:
        match = next((candidate for candidate in left if _same_word(part, candidate)), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(part) > 1 for part in short)


@lru_cache(maxsize=1 << 14)
def subject_stems(subject: str) -> frozenset[str]:
    """Beginnings of the words that tell what an agreement is about; case endings and words of any agreement fall away.

    >>> subject_stems("поставках мяса") == subject_stems("поставке мяса"), subject_stems("сотрудничестве")
    (True, frozenset())
    """
    words = _WORD.findall(subject.lower().translate(_SILENT))
    return frozenset(_stem(word) for word in words if len(word) > 2) - _common_stems()


def same_subject(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where two subjects share most of their words.

    >>> same_subject(subject_stems("в области туризма и спорта"), subject_stems("сотрудничестве в туризме и спорте"))
    True
    """
    return bool(one) and 3 * len(one & other) >= 2 * len(one | other)


@lru_cache(maxsize=1 << 14)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name.lower().translate(_SILENT)))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if len(short) < _FUZZY_LENGTH or long == f"{short}а":  # Алиев, Алиева
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _stem(word: str) -> str:
    return word[: max(3, min(_STEM, len(word) - 1))]


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    file = Path(__file__).with_suffix(".toml")
    stems: dict[str, str] = {}
    for word in tomllib.loads(file.read_text("utf-8"))["common"]:
        if (stem := _stem(word)) in stems:
            raise ValueError(f"{file.name}: {word} begins as {stems[stem]} does; one of them is enough")
        stems[stem] = word
    return frozenset(stems)
