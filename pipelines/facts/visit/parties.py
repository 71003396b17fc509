"""The parties of a sentence: people, holders of roles and delegations, a name joined to the role beside it."""

import re
from collections.abc import Sequence

from pipelines.entities.country_facts import is_bloc
from pipelines.entities.mention import Case, Mention
from pipelines.facts.reading import Sentence
from pipelines.facts.visit.delegations import add_delegations
from pipelines.facts.visit.party import Party, governed_by
from pipelines.facts.visit.words import Word, visit_words
from pipelines.text.morph import parses
from pipelines.text.records import replace
from pipelines.text.tokens import fold

_TIMES = frozenset(("раз", "раза", "год", "году", "года", "неделе", "месяце", "день", "время"))
_QUOTES = "\"'«»„“”() "


def find_parties(sentence: Sentence, words: Sequence[tuple[Word, ...]]) -> tuple[Party, ...]:
    """People, role holders and delegations of the sentence, a name joined to the role beside it."""
    parties: list[Party] = []
    for m in sentence.of_kind("person", "role"):
        if m.kind == "person" and _is_shouted(m):
            continue
        new = _party_of(m, sentence)
        if parties and m.start < parties[-1].end:
            continue
        joined = _join(parties[-1], new, sentence) if parties else None
        if joined is not None:
            parties[-1] = joined
        else:
            parties.append(new)
    parties = _deal_out(_by_country(parties, sentence), sentence)
    return tuple(sorted(add_delegations(parties, sentence, words), key=lambda p: p.start))


def _by_country(parties: list[Party], sentence: Sentence) -> list[Party]:
    """`parties` with office and country for each of "премьер-министры стран: Чехии – Ян Новак, Ирака – Омар Хасан"."""
    told: list[Party] = []
    office: Party | None = None
    for p in parties:
        led = next((m for m in sentence.of_kind("country") if _leads_to(m, p, sentence)), None)
        if p.plural and p.name is None and p.role is not None:
            office = p
        elif office is not None and led is not None and p.name is not None and p.country in (None, led.country):
            first = told[-1] is office
            told = told[:-1] if first else told
            start = office.start if first else led.start
            p = replace(p, start=start, role=p.role or office.role, country=led.country, case=office.case or p.case)
        told.append(p)
    return told


def _leads_to(m: Mention, p: Party, sentence: Sentence) -> bool:
    return m.end < p.start and re.fullmatch(r" [–—-] ", sentence.between(m.end, p.start)) is not None


def _deal_out(parties: list[Party], sentence: Sentence) -> list[Party]:
    """`parties` with the countries of a plural office dealt out to the names behind it, in their order.

    "спикеры парламентов Ирана и Ирака Али Мусави и Омар Хасан": the first is of Iran, the second of Iraq.
    """
    for i, office in enumerate(parties):
        names = parties[i + 1 : i + 1 + len(office.countries)]
        fitting = len(names) > 1 and all(p.country is None and p.role is None and p.name is not None for p in names)
        close = len(names) > 1 and not re.search(r"[.;:()«»]", sentence.between(office.end, names[-1].start))
        if office.plural and fitting and close:
            pairs = zip(names, office.countries, strict=False)
            told = [replace(p, country=c, role=office.role) for p, c in pairs]
            told[0] = replace(
                told[0], start=office.start, case=office.case or told[0].case, preposition=office.preposition
            )
            return [*parties[:i], *told, *parties[i + 1 + len(names) :]]
    return parties


def _is_shouted(m: Mention) -> bool:
    """True for "ПОСЕТИТ С ВИЗИТОМ" taken for a name in a headline all in capitals."""
    words = (w for part in m.surface.split() for w in visit_words().get(part.lower(), ()))
    return any(w.group in ("visit", "call_at", "arrive", "talks") for w in words)


def _party_of(m: Mention, sentence: Sentence) -> Party:
    preposition, before = governed_by(sentence.tokens, m.start)
    case = m.case if m.case != "loct" or preposition is not None else None  # "Николае" is a Romanian name too
    beside = before is not None and before.end >= m.start - 2
    if case is None and preposition is None and beside and before is not None and before.text.islower():
        # "визит Лукашенко": a name that does not decline, after a noun
        dated = any(d.start <= before.start < d.end for d in sentence.of_kind("date"))  # "в ноябре Лукашенко посетит"
        timed = dated or before.lower in _TIMES
        governs = parses(before.lower)[0].pos == "NOUN" and not timed and _is_alone(m, sentence)
        case = "gent" if governs else None
    return Party(
        start=m.start,
        end=m.end,
        name=m.canonical_name if m.kind == "person" else m.person,
        role=m.role or (m.canonical_id if m.kind == "role" else None),
        country=m.country,
        case=case,
        preposition=preposition,
        plural=m.form == "plural",
        countries=_lands_of(m, sentence) if m.form == "plural" else (),
        anaphoric=m.form == "anaphoric",
        former=m.form == "former",
    )


def _is_alone(m: Mention, sentence: Sentence) -> bool:
    """False for an office with the name of its holder behind it, whose form tells the case of both."""
    return m.kind == "person" or not any(
        p.case is not None and sentence.between(m.end, p.start) == " "
        for p in sentence.of_kind("person")
        if p.start > m.end
    )


def _lands_of(role: Mention, sentence: Sentence) -> tuple[str, ...]:
    """The countries that a plural role names, in the order of the text, also behind "спикеры парламентов"."""
    lands: list[str] = []
    end = role.end
    for m in sentence.of_kind("country"):
        gap = sentence.between(end, m.start) if m.start >= end else "."
        behind = re.fullmatch(r"(?: [а-яё]+)? |,? (?:и |а также )?", gap)
        if m.country is not None and (role.start <= m.start < role.end or behind):
            lands.append(m.country)
            end = max(end, m.end)
    return tuple(dict.fromkeys(lands))


def _join(left: Party, right: Party, sentence: Sentence) -> Party | None:
    """`left` and `right` as one party where the gap between them says so, else None."""
    gap = sentence.between(left.end, right.start)
    tail = not _names(left, sentence) and _is_tail_of_role(left, right, gap)
    close = gap.strip(_QUOTES) == "" or tail or _is_title(gap)
    held_together = gap.strip() == "и" and left.name is not None and left.name == right.name
    apposed = gap.strip() in (",", "–", "-", "—") or held_together
    same_land = left.country is None or right.country is None or left.country == right.country
    if left.plural and close and not right.plural and _names(right, sentence):  # "президентов Ирака X и ..."
        return replace(right, start=left.start, case=left.case or right.case, preposition=left.preposition)
    singular = right.name is not None and not right.plural
    if apposed and singular and not _names(left, sentence) and _of_a_bloc(left, right):
        return replace(right, start=left.start, case=left.case or right.case, preposition=left.preposition)
    if apposed and left.anaphoric and left.name in (None, right.name) and right.role is not None and not right.plural:
        return replace(
            right, start=left.start, case=left.case or right.case, preposition=left.preposition
        )  # "коллегой"
    if left.plural or right.plural or not same_land or not (close or apposed):
        return None
    if apposed and left.case != right.case and left.case not in (None, "nomn"):
        return None
    lands = (m.country for m in sentence.of_kind("country", "place") if left.end <= m.start < right.start)
    country = left.country or right.country or next(lands, None)
    is_name, left_is_name = _names(right, sentence), _names(left, sentence)
    if left_is_name and is_name:
        return None
    others = left.role is not None and right.role not in (None, left.role)
    if others and not apposed and (left.anaphoric or (left.case, right.case) == ("nomn", "gent")):
        return None  # "принимал гостя вице-премьер", "спецпосланник Трампа"
    if apposed and left_is_name and left.role != right.role and left.role is not None and right.role is not None:
        return None
    one_of_two_offices = apposed and left.name is not None and left.name == right.name and not right.plural
    if apposed and not left_is_name and not is_name and not one_of_two_offices:
        return None
    name = right.name if is_name else left.name or right.name
    role = left.role if not left_is_name else right.role if right.role else left.role
    return replace(
        left,
        end=right.end,
        name=name,
        role=role or right.role,
        country=country,
        case=left.case if left.case is not None else _case_of_both(left, right, sentence),
        anaphoric=left.anaphoric and not is_name,
    )


def _case_of_both(left: Party, right: Party, sentence: Sentence) -> Case | None:
    """The case of the name, but no nominative behind "президента" ("президента Венесуэлы Уго Чавес")."""
    head = sentence.between(left.start, left.end).split()[0].lower()
    oblique = left.role is not None and all(p.case != "nomn" for p in parses(head))
    return None if oblique and right.case == "nomn" else right.case


def _names(party: Party, sentence: Sentence) -> bool:
    """True where the words of `party` hold its name, not the office alone."""
    words = fold(sentence.between(party.start, party.end))
    return party.name is not None and fold(party.name.split()[-1])[:4] in words


def _of_a_bloc(left: Party, right: Party) -> bool:
    """True for "Председатель Совета МПА СНГ, Председатель Совета Федерации": the second office is of a country."""
    same_case = left.case is None or right.case is None or left.case == right.case
    return same_case and is_bloc(left.country or "") and right.country is not None and not is_bloc(right.country)


def _is_title(gap: str) -> bool:
    """True for ", генерал" between an office and the name."""
    lexicon = visit_words()
    words = gap.strip(" ,").lower().split()
    return bool(words) and all(any(w.group == "title" for w in lexicon.get(word, ())) for word in words)


def _is_tail_of_role(left: Party, right: Party, gap: str) -> bool:
    """True for the words between role and name: "председатель [комиссии по энергетике] X", "министр [генерал] X"."""
    if re.fullmatch(r"(?: (?!и |с |со |а |что |как )[\w-]+){1,6} ", gap) is None:
        return False
    if left.name is not None and left.name == right.name:
        return True
    same_case = left.case is not None and left.case == right.case and right.role is None
    return same_case and all(parses(w.lower())[0].pos in ("NOUN", "ADJF", "PREP", "CONJ") for w in gap.split())
