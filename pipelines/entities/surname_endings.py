"""Endings of surnames in every case: which nominatives a form may come from."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipelines.entities.names import title_case
from pipelines.text.tokens import fold


@lru_cache(maxsize=1 << 15)
def nominatives(word: str, gender: str, case: str) -> tuple[str, ...]:
    """Nominatives that `word`, a surname or an unlisted name in `case`, may come from, the likeliest first.

    Empty where the ending does not fit the case. ALL CAPS come back in title case.

    >>> nominatives("Хренина", "masc", "gent"), nominatives("Захаровой", "femn", "datv")
    (('Хренин', 'Хренина'), ('Захарова', 'Захаровая'))
    """
    shown = title_case(word)
    if case == "nomn":
        return () if _oblique_only(fold(shown), gender) else (shown,)
    rules = _MASCULINE if gender == "masc" else _FEMININE
    found = [shown[: m.start()] + _ending(m, to) for pattern, to in rules[case] if (m := pattern.search(shown))]
    if _indeclinable(fold(shown), gender):
        found.insert(0, shown)
    elif shown[-1] in "уеюы":  # "Нетаньяху", where nothing better fits
        found.append(shown)
    return tuple(dict.fromkeys(n for n in found if not n.endswith(("'", "-"))))


def _ending(found: re.Match[str], to: str) -> str:
    """`to` with the group that it takes over; `Match.expand` would read the template anew each time."""
    return to.replace(r"\1", found[1]) if found.re.groups else to


def _oblique_only(word: str, gender: str) -> bool:
    """Endings that no nominative of this gender has."""
    if gender == "femn":
        return bool(re.search(r"(?:[ое]в|[иы]н|[сц]к)ой$|[ое]ву$|(?:[сц]к)ую$", word))
    return bool(re.search(r"(?:[ое]в|[цчшнлрхстк]ин)(?:а|у|ым)$|[сц]к(?:ого|ому|им)$", word))


def _indeclinable(word: str, gender: str) -> bool:
    if re.search(r"(?:[оиэ]|[иы]х)$", word):
        return True
    return gender == "femn" and not word.endswith(("а", "я", "ой", "ей", "ую", "у", "ю"))


def _rules(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), to) for pattern, to in pairs)


_GENITIVE = _rules(
    (r"(?<=[нв])ца$", "ец"),
    (r"([сц]к)ого$", r"\1ий"),
    (r"ого$", "ый"),
    (r"его$", "ий"),
    (r"(?<=[бвгджзклмнпрстфхцчшщ])а$", ""),
    (r"(?<=[аеиоуыэё])я$", "й"),
    (r"(?<=[лнрсмбвд])я$", "ь"),
    (r"(?<=[гкхжшчщ])и$", "а"),
    (r"(?<=[бвдзлмнпрстф])ы$", "а"),
    (r"(?<=[лнвр])и$", "я"),
    (r"([ая])$", r"\1"),
)
_MASCULINE = {
    "gent": _GENITIVE,
    "accs": (
        *_GENITIVE[:7],
        *_rules((r"(?<=[бвгджзклмнпрстфхцчшщ])у$", "а"), (r"(?<=[лнврьи])ю$", "я"), (r"([ая])$", r"\1")),
    ),
    "datv": _rules(
        (r"(?<=[нв])цу$", "ец"),
        (r"([сц]к)ому$", r"\1ий"),
        (r"ому$", "ый"),
        (r"ему$", "ий"),
        (r"(?<=[бвгджзклмнпрстфхцчшщ])у$", ""),
        (r"(?<=[аеиоуыэё])ю$", "й"),
        (r"(?<=[лнрсмбвд])ю$", "ь"),
        (r"(?<=[бвгджзклмнпрстф])е$", "а"),
        (r"([ая])$", r"\1"),
    ),
    "ablt": _rules(
        (r"(?<=[нв])ц[ое]м$", "ец"),
        (r"([сц]к)им$", r"\1ий"),
        (r"((?:[ое]в|[иы]н))ым$", r"\1"),
        (r"ым$", "ый"),
        (r"(?<=[бвгджзклмнпрстфхцчшщ])ом$", ""),
        (r"(?<=[жшчщц])ем$", ""),
        (r"(?<=[аеиоуыэё])ем$", "й"),
        (r"(?<=[лнрсмбвд])[её]м$", "ь"),
        (r"(?<=[бвгджзклмнпрстфх])ой$", "а"),
        (r"(?<=[лнвржшчщц])ей$", "а"),
        (r"([ая])$", r"\1"),
    ),
    "loct": _rules(
        (r"(?<=[нв])це$", "ец"),
        (r"([сц]к)ом$", r"\1ий"),
        (r"ом$", "ый"),
        (r"(?<=[бвгджзклмнпрстфхцчшщ])е$", ""),
        (r"(?<=[аеоуыэё])е$", "й"),
        (r"(?<=и)и$", "й"),
        (r"([ая])$", r"\1"),
    ),
}
_FEMALE_OBLIQUE = (
    (r"((?:[ое]в|[иы]н))ой$", r"\1а"),
    (r"([сц]к)ой$", r"\1ая"),
    (r"ой$", "ая"),
    (r"ей$", "яя"),
)
_FEMININE = {
    "gent": _rules(
        *_FEMALE_OBLIQUE[:3],
        (r"(?<=[гкхжшчщ])и$", "а"),
        (r"(?<=[бвдзлмнпрстф])ы$", "а"),
        (r"(?<=[лнвр])и$", "я"),
        (r"([ая])$", r"\1"),
    ),
    "datv": _rules(*_FEMALE_OBLIQUE[:3], (r"(?<=[бвгджзклмнпрстф])е$", "а"), (r"([ая])$", r"\1")),
    "ablt": _rules(*_FEMALE_OBLIQUE[:2], (r"ой$", "а"), (r"([ая])$", r"\1")),
    "loct": _rules(*_FEMALE_OBLIQUE[:3], (r"(?<=[бвгджзклмнпрстф])е$", "а"), (r"([ая])$", r"\1")),
    "accs": _rules(
        (r"([сц]к)ую$", r"\1ая"),
        (r"ую$", "ая"),
        (r"(?<=[бвгджзклмнпрстфхжшчщ])у$", "а"),
        (r"ю$", "я"),
        (r"([ая])$", r"\1"),
    ),
}


def guess_cases(words: Sequence[str]) -> tuple[str, ...]:
    """Cases in which `words` of an unlisted name may stand, told by their endings alone, the likeliest first."""
    last = fold(words[-1])
    if re.search(r"(?:[ое]в|[иы]н)ым$|[сц]ким$", last) or all(re.search(r"(?:[оеё]м|ым|им)$", fold(w)) for w in words):
        return ("ablt",)
    if (
        len(words) > 1
        and re.search(r"(?:[ое]в|ин|[бвгджзклмнпрстфхцчшщ])а$", last)
        and re.search(r"[ая]$", fold(words[0]))
    ):
        return ("gent", "nomn") if _oblique_only(last, "masc") else ("nomn", "gent")
    if len(words) > 1 and all(re.search(r"[ую]$", fold(w)) for w in words):
        return ("datv", "nomn")
    return ("nomn",)


def first_attested(candidates: Iterable[str], attested: frozenset[str]) -> str | None:
    """First of `candidates` that stands in `attested` (folded), None where none does."""
    return next((c for c in candidates if fold(c) in attested), None)
