"""Names of people in a block: where they stand, and which words are given names and surname."""

import re
from collections.abc import Sequence

from pipelines.entities.layout import Layout
from pipelines.entities.name_words import name_words
from pipelines.entities.names import (
    PARTICLES,
    given_readings,
    is_known_word,
    is_ordinary_word,
    is_surname,
    is_surname_shaped,
    patronymic_gender,
)
from pipelines.entities.nominative import NameSpan, surname_readings
from pipelines.entities.office_holders import offices
from pipelines.text.morph import parses
from pipelines.text.records import dataclass, replace
from pipelines.text.tokens import fold

_MOST_WORDS = 4
_ARTICLE = re.compile(r"(?:ас|аль|эль|ад|ар|ан|аш|ат|ал)-[А-ЯЁ]")  # "ас-Сиси"


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str  # initial | word | particle
    text: str
    start: int
    end: int


def _run(layout: Layout, index: int) -> list[_Part]:
    """Parts of a name that may stand from token `index` on: capitalised words, initials with their dots, particles."""
    parts: list[_Part] = []
    words = name_words()
    while index < len(layout.tokens) and len(parts) < _MOST_WORDS + 3:
        token = layout.tokens[index]
        if token.kind != "word" or (index in layout.taken and not is_free(layout, index)):
            break
        if token.text.isupper() and _is_abbreviation(layout, index, parts):
            break
        ends = len(token.text) == 2 and len(parts) == 1 and fold(parts[0].text) in words.eastern | words.eastern_short
        if len(token.text) <= 2 and token.text[0].isupper() and layout.lower(index + 1) == "." and not ends:
            parts.append(_Part("initial", token.text + ".", index, index + 2))
            index += 2
            continue
        if token.lower in PARTICLES and parts and (token.text.islower() or parts[-1].kind == "word"):
            parts.append(_Part("particle", token.text, index, index + 1))
        elif (
            (token.text[0].isupper() or _ARTICLE.match(token.text))
            and token.lower not in words.never
            and _cyrillic(token.text)
        ):
            parts.append(_Part("word", token.text, index, index + 1))
        else:
            break
        index += 1
    while (
        parts and parts[-1].kind == "particle" and parts[-1].text.islower() and parts[-1].text not in ("оглы", "кызы")
    ):
        parts.pop()
    return parts


def _is_abbreviation(layout: Layout, index: int, parts: Sequence[_Part]) -> bool:
    """True for short words in capitals that no name goes before: "СМИ", "МТС"."""
    text = layout.tokens[index].text
    if not 1 < len(text) < 6 or not text.isupper() or parts or layout.lower(index + 1) == ".":
        return False
    if len(text) < 5 and fold(text) not in name_words().eastern:
        return True
    return not (layout.capitalised(index + 1) and given_readings(layout.tokens[index + 1].text)) and not given_readings(
        text
    )


def is_free(layout: Layout, index: int) -> bool:
    """True where no mention of another kind covers token `index`, or only a city that is somebody's given name."""
    kind = layout.taken.get(index)
    if kind == "place":  # "Владимир", "София" before a surname are people
        token = layout.tokens[index]
        return bool(given_readings(token.text)) and layout.capitalised(index + 1) and (index + 1) not in layout.taken
    return kind is None


def _cyrillic(word: str) -> bool:
    return "а" <= fold(word[0]) <= "я"


def name_at(layout: Layout, index: int, after_role: bool) -> NameSpan | None:
    """The name that starts at token `index`, None where none does.

    `after_role`: an office stands right before, so that a name need not be known to be one.
    """
    if not layout.capitalised(index) or (index in layout.taken and not is_free(layout, index)):
        return None
    if not after_role and _stands_alone(layout, index):
        return None
    parts = _run(layout, index)
    after_role = after_role and not _shouted(layout, index)
    if not parts or (len(parts) == 1 and not after_role):
        return None  # a lone word is a name behind an office only
    for rule in _RULES:
        found = rule(parts, after_role)
        if found is not None:
            return found
    return None


def _stands_alone(layout: Layout, index: int) -> bool:
    """True for a word behind which no other part of a name stands: most capitals open a sentence."""
    if len(layout.tokens[index].text) <= 2:  # it may be an initial
        return False
    if not layout.is_word(index + 1):
        return True
    behind = layout.tokens[index + 1]
    return not (behind.text[0].isupper() or behind.lower in PARTICLES or _ARTICLE.match(behind.text))


def _shouted(layout: Layout, index: int) -> bool:
    """True where the word before is in capitals too: in such a heading they tell no name."""
    before = layout.tokens[index - 1].text if index else ""
    return layout.tokens[index].text.isupper() and len(before) > 3 and before.isupper()


def may_open_name(layout: Layout, index: int) -> bool:
    """True where a name behind an office may start: a capitalised word that is no mention and no ordinary word."""
    if not layout.capitalised(index) or not is_free(layout, index) or _is_abbreviation(layout, index, ()):
        return False
    return not (is_ordinary_word(layout.tokens[index].text) and layout.capitalised(index + 1))


def _initials_first(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "А. Н. Кулагин", "И.Алиев"."""
    count = 0
    while count < len(parts) and parts[count].kind == "initial":
        count += 1
    if not 1 <= count <= 2 or count == len(parts) or parts[count].kind != "word" or len(parts[count].text) < 3:
        return None
    return NameSpan(parts[0].start, parts[count].end, tuple(p.text for p in parts[:count]), parts[count].text, True)


def _initials_last(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "Кулагин А. Н."."""
    if parts[0].kind != "word" or len(parts) < 2 or parts[1].kind != "initial":
        return None
    if not after_role and not is_surname(parts[0].text):
        return None
    alone = len(parts) == 2 or parts[2].kind != "initial"
    if after_role and alone and fold(parts[0].text) in name_words().eastern:  # "Ван И." ends a sentence
        return NameSpan(parts[0].start, parts[1].start + 1, (parts[0].text,), parts[1].text.rstrip("."), eastern=True)
    initials = [p for p in parts[1:3] if p.kind == "initial"]
    return NameSpan(parts[0].start, initials[-1].end, tuple(p.text for p in initials), parts[0].text, True)


def _words(parts: Sequence[_Part]) -> list[_Part]:
    """Leading words and particles, up to the first initial."""
    found: list[_Part] = []
    for part in parts:
        if part.kind == "initial":
            break
        found.append(part)
    return found


def _surname_first(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "ПАЦКЕВИЧ Николай", "Алиев Ильхам Гейдарович"."""
    words = _words(parts)
    if len(words) not in (2, 3) or any(w.kind != "word" for w in words):
        return None
    if given_readings(words[0].text) or not given_readings(words[1].text) or not is_surname_shaped(words[0].text):
        return None
    if len(words) == 3 and patronymic_gender(words[2].text) is None:
        return None
    return NameSpan(words[0].start, words[-1].end, (words[1].text,), words[0].text)


def _given_first(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """ "Александр Лукашенко", "Реджеп Тайип Эрдоган", "Мухаммед бен Заид", "Сергей Викторович Лавров"."""
    words = _words(parts)
    if len(words) < 2 or not given_readings(words[0].text):
        return None
    gender = patronymic_gender(words[1].text)
    if gender is not None and len(words) > 2 and words[2].kind == "word":
        return NameSpan(words[0].start, words[2].end, (words[0].text,), words[2].text, gender=gender)
    end = 2
    most = _MOST_WORDS + sum(w.kind == "particle" for w in words)
    while end < min(len(words), most) and not _ends_name(words, end):
        end += 1
    return _of_words(words[:end])


def _ends_name(words: Sequence[_Part], end: int) -> bool:
    """True where the word before `end` is a surname, so that what follows is no part of the name."""
    last = words[end - 1]
    if last.kind == "particle" or words[end].kind == "particle":
        return False
    readings = given_readings(last.text)
    as_it_stands = any(r.case == "nomn" and fold(r.name) == fold(last.text) for r in readings)
    return is_surname(last.text) and not (readings and (as_it_stands or not is_surname_shaped(last.text)))


def _of_words(words: Sequence[_Part]) -> NameSpan:
    names = [w for w in words if w.kind == "word" or w.text[0].isupper()]
    if words[-1].text in ("оглы", "кызы"):  # a patronymic behind the surname and the name
        names = names[:2]
    given = [w.text for w in words[: words.index(names[-1])]] if len(names) > 1 else []
    return NameSpan(words[0].start, words[-1].end, tuple(given), names[-1].text)


def _by_office(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """Any capitalised words behind an office: "президент Эммерсон Мнангагва", "министр Хренин"."""
    words = _words(parts)
    if not after_role or not words or words[0].kind != "word":
        return None
    if is_ordinary_word(words[0].text) and (len(words) > 1 or not _is_living(words[0].text)):
        return None
    if len(words) > 2 and given_readings(words[1].text) and is_surname(words[2].text):
        words = words[1:]  # behind a place that no gazetteer knows
    if len(words) > 1 and is_surname_shaped(words[0].text) and not is_surname(words[1].text):
        return _of_words(words[:1])
    end = min(len(words), 1)
    while end < min(len(words), _MOST_WORDS) and (end < 2 or not _ends_name(words, end)):
        end += 1
    return _of_words(words[:end])


def _is_living(word: str) -> bool:
    """True for a noun that may be a surname, "Воробей"; not "Компартии"."""
    return parses(word)[0].pos == "NOUN" and any("anim" in p.grammemes for p in parses(word))


def _by_surname(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """An unknown given name before a word that only a surname ends like: "Абдылас Жакыпов"."""
    words = _words(parts)
    if len(words) < 2 or any(w.kind != "word" for w in words[:2]):
        return None
    first, second = words[0].text, words[1].text
    if len(first) < 3 or is_known_word(first) or is_surname_shaped(first):
        return None
    if not is_surname_shaped(second) or any(p.pos == "ADJF" and p.score > 0.5 for p in parses(second)):
        return None
    return _of_words(words[:2])


def _by_table(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """Somebody of the table of office holders, in any case: "Си Цзиньпином", "Кира Стармера"."""
    words = [w for w in _words(parts) if w.kind == "word"]
    if len(words) < 2 or any(w.start != words[0].start + n for n, w in enumerate(words)):
        return None
    by_surname = offices().by_surname
    for end in range(2, min(len(words), 3) + 1):
        given = " ".join(w.text for w in words[: end - 1])
        for surname in surname_readings(words[end - 1].text):
            for holder in by_surname.get(surname, ()):
                known = holder.person.rsplit(" ", 1)[0]
                if fold(known)[:-1] == fold(given)[: len(known) - 1] and len(given) <= len(known) + 2:
                    return replace(_of_words(words[:end]), known=(known, holder.person.rsplit(" ", 1)[-1]))
    return None


def _eastern(parts: Sequence[_Part], after_role: bool) -> NameSpan | None:
    """A family name that stands first, then one or two names: "Ли Вэймином", "Нгуен Ван Тхань"."""
    words = _words(parts)
    lists = name_words()
    first = fold(words[0].text) if words else ""
    if len(words) < 2 or not (first in lists.eastern or (after_role and first in lists.eastern_short)):
        return None
    end = 2
    if len(words) > 2 and words[2].kind == "word" and len(words[1].text) < 6 and not is_surname_shaped(words[2].text):
        end = 3
    if is_surname_shaped(words[1].text) or (not after_role and given_readings(words[1].text)):
        return None
    given = tuple(w.text for w in words[: end - 1])
    return NameSpan(words[0].start, words[end - 1].end, given, words[end - 1].text, eastern=True)


_RULES = (_initials_first, _initials_last, _by_table, _surname_first, _eastern, _given_first, _by_office, _by_surname)
