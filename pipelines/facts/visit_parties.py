"""The parties of a sentence: people, holders of roles and delegations, a name joined to the role beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.entities.mention import Case, Mention
from pipelines.facts.reading import Sentence
from pipelines.facts.visit_clauses import index_of, is_finite
from pipelines.facts.visit_words import Word, visit_words
from pipelines.text.morph import parses
from pipelines.text.tokens import Token, fold

PREPOSITIONS = frozenset(
    (
        *("в", "во", "на", "с", "со", "к", "ко", "из", "от", "до", "у", "о", "об", "для", "по", "при", "перед"),
        *("между", "через", "под", "над", "за", "против", "без", "про"),
    )
)
_POSSESSIVES = frozenset(("его", "ее", "их", "свой", "своей", "свою", "своего", "своим", "своими", "своих", "своему"))
_QUOTES = "\"'«»„“”() "


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who may come, receive or talk: a person, the holder of a role, or a delegation."""

    start: int
    end: int
    name: str | None = None
    role: str | None = None
    country: str | None = None
    case: Case | None = None
    delegation: str | None = None  # the words, where no head is named
    level: str | None = None  # of a delegation, where its words tell
    preposition: str | None = None
    plural: bool = False
    countries: tuple[str, ...] = ()  # of a plural role that names them: "президенты Ирана и Ирака"
    anaphoric: bool = False
    former: bool = False
    inferred: bool = False  # its country is not told but follows from the document's pair


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
    parties = _deal_out(parties, sentence)
    return tuple(sorted(_add_delegations(parties, sentence, words), key=lambda p: p.start))


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
    case = m.case
    beside = before is not None and before.end >= m.start - 2
    if case is None and preposition is None and beside and before is not None and before.text.islower():
        # "визит Лукашенко": a name that does not decline, after a noun
        case = "gent" if parses(before.lower)[0].pos == "NOUN" else None
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


def _lands_of(role: Mention, sentence: Sentence) -> tuple[str, ...]:
    """The countries that a plural role names, in the order of the text, also behind "спикеры парламентов"."""
    lands: list[str] = []
    end = role.end
    for m in sentence.of_kind("country"):
        behind = re.fullmatch(r"(?: [а-яё]+)? |,? (?:и )?", sentence.between(end, m.start)) if m.start >= end else None
        if m.country is not None and (role.start <= m.start < role.end or behind):
            lands.append(m.country)
            end = max(end, m.end)
    return tuple(dict.fromkeys(lands))


def governed_by(tokens: Sequence[Token], start: int) -> tuple[str | None, Token | None]:
    """The preposition that governs what starts at `start`, and the token before it."""
    i = index_of(tokens, start) - 1
    for _ in range(3):
        if i >= 0 and (tokens[i].lower in _POSSESSIVES or tokens[i].text in '«"' or _is_plain_adjective(tokens[i])):
            i -= 1
    if i < 0:
        return None, None
    return (tokens[i].lower if tokens[i].lower in PREPOSITIONS else None), tokens[i]


def _is_plain_adjective(token: Token) -> bool:
    return token.kind == "word" and parses(token.lower)[0].pos in ("ADJF", "NUMR")


def _join(left: Party, right: Party, sentence: Sentence) -> Party | None:
    """`left` and `right` as one party where the gap between them says so, else None."""
    gap = sentence.between(left.end, right.start)
    tail = not _names(left, sentence) and _is_tail_of_role(left, right, gap)
    close = gap.strip(_QUOTES) == "" or tail
    apposed = gap.strip() in (",", "–", "-", "—")
    same_land = left.country is None or right.country is None or left.country == right.country
    if left.plural and close and not right.plural and _names(right, sentence):  # "президентов Ирака X и ..."
        return replace(right, start=left.start, case=left.case or right.case, preposition=left.preposition)
    if left.plural or right.plural or not same_land or not (close or apposed):
        return None
    if apposed and left.case != right.case and left.case not in (None, "nomn"):
        return None
    lands = (m.country for m in sentence.of_kind("country", "place") if left.end <= m.start < right.start)
    country = left.country or right.country or next(lands, None)
    is_name, left_is_name = _names(right, sentence), _names(left, sentence)
    if left_is_name and is_name:
        return None
    if apposed and left_is_name and left.role != right.role and left.role is not None and right.role is not None:
        return None
    if apposed and not left_is_name and not is_name:
        return None
    name = right.name if is_name else left.name or right.name
    role = left.role if not left_is_name else right.role if right.role else left.role
    return replace(
        left,
        end=right.end,
        name=name,
        role=role or right.role,
        country=country,
        case=left.case if left.case is not None else right.case,
        anaphoric=left.anaphoric and not is_name,
    )


def _names(party: Party, sentence: Sentence) -> bool:
    """True where the words of `party` hold its name, not the office alone."""
    words = fold(sentence.between(party.start, party.end))
    return party.name is not None and fold(party.name.split()[-1])[:4] in words


def _is_tail_of_role(left: Party, right: Party, gap: str) -> bool:
    """True for the words between role and name: "председатель [комиссии по энергетике] X", "министр [генерал] X"."""
    if re.fullmatch(r"(?: (?!и |с |со |а |что |как )[\w-]+){1,6} ", gap) is None:
        return False
    if left.name is not None and left.name == right.name:
        return True
    same_case = left.case is not None and left.case == right.case and right.role is None
    return same_case and all(parses(w.lower())[0].pos in ("NOUN", "ADJF", "PREP", "CONJ") for w in gap.split())


def _add_delegations(parties: list[Party], sentence: Sentence, words: Sequence[tuple[Word, ...]]) -> list[Party]:
    """`parties` and the delegations of the sentence; the head of one ("во главе с ...") is taken into it."""
    for i, readings in enumerate(words):
        if not readings:
            continue
        noun = next((w for w in readings if w.group in ("delegation", "group") and w.pos == "NOUN"), None)
        if noun is None or (noun.lemma == "группа" and not _is_group_of_officials(words, i)):
            continue
        delegation = _delegation_at(sentence, words, i)
        if delegation.country is None and noun.number == "plur":
            continue
        if _is_led(sentence, delegation):
            parties = [_at_head(p, delegation, sentence) for p in parties]
            continue
        head = next((p for p in parties if _heads(p, delegation, sentence)), None)
        parties = [p for p in parties if p is not head and not delegation.start <= p.start < delegation.end]
        if head is not None:
            delegation = replace(
                delegation, end=head.end, name=head.name, role=head.role, delegation=None,
                country=delegation.country or head.country,
            )  # fmt: skip
        parties.append(delegation)
    return parties


def _is_led(sentence: Sentence, delegation: Party) -> bool:
    """True for the delegation of "глава делегации", which stands for its head."""
    words = sentence.between(sentence.span.start, delegation.start).lower().split()
    return bool(words) and words[-1].startswith(("глав", "руководител", "член", "состав"))


def _at_head(party: Party, delegation: Party, sentence: Sentence) -> Party:
    """`party` with the preposition and country of the delegation it stands right behind as its head."""
    gap = sentence.between(delegation.end, party.start) if party.start >= delegation.end else "-"
    if gap.strip() not in ("", ","):
        return party
    preposition, _ = governed_by(sentence.tokens, delegation.start)
    head = next(
        (t.start for t in sentence.tokens if t.end <= delegation.start and t.end >= delegation.start - 2), party.start
    )
    preposition, _ = governed_by(sentence.tokens, head)
    return replace(party, start=head, country=party.country or delegation.country, preposition=preposition)


def _is_group_of_officials(words: Sequence[tuple[Word, ...]], i: int) -> bool:
    return any(w.group == "deputies" for readings in words[i + 1 : i + 4] for w in readings)


def _heads(party: Party, delegation: Party, sentence: Sentence) -> bool:
    """True where `party` is the one "во главе с" whom the delegation goes."""
    if not delegation.end <= party.start:
        return False
    gap = sentence.between(delegation.end, party.start)
    return bool(
        re.fullmatch(
            r"[^.;:]{0,60}?(?:во главе со?|под руководством|возглавляем\w+|под председательством)\s*(?:\w+\s){0,2}", gap
        )
    )


def _delegation_at(sentence: Sentence, words: Sequence[tuple[Word, ...]], i: int) -> Party:
    """The delegation whose noun is the token at `i`: its words, country and level."""
    tokens = sentence.tokens
    first, last = i, i
    while first > 0 and tokens[first - 1].kind == "word" and _is_adjective(tokens[first - 1], tokens[i]):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].kind == "word" and _goes_on(tokens[last + 1]) and last < i + 8:
        last += 1
    while last > i and (tokens[last].lower in PREPOSITIONS or tokens[last].lower == "и"):
        last -= 1
    start, end = tokens[first].start, tokens[last].end
    lands = [m for m in sentence.of_kind("country", "place") if start <= m.start < end and m.country]
    words_inside = [w for k in range(first, last + 1) for w in words[k] if w.group == "delegated"]
    preposition, _ = governed_by(tokens, start)
    noun = next(w for w in words[i] if w.group in ("delegation", "group"))
    return Party(
        start=start,
        end=end,
        country=lands[0].country if lands else None,
        case=_case_of(words[i], preposition) or _narrow(noun.case),
        delegation=sentence.between(start, end),
        level=str(words_inside[0].value) if words_inside else "regional" if _of_a_region(lands) else None,
        preposition=preposition,
    )


def _of_a_region(lands: Sequence[Mention]) -> bool:
    return bool(lands) and lands[0].kind == "place" and lands[0].form in ("region", "city", "adjective_place")


def _case_of(readings: Sequence[Word], preposition: str | None) -> Case | None:
    """The case of a noun, None where its form leaves it open."""
    cases = {w.case for w in readings if w.pos == "NOUN"}
    if preposition is not None:
        cases.discard("nomn")
    return _narrow(cases.pop()) if len(cases) == 1 else None


def _narrow(case: str | None) -> Case | None:
    return case if case in ("nomn", "gent", "datv", "accs", "ablt", "loct") else None  # type: ignore[return-value]


def _is_adjective(token: Token, noun: Token) -> bool:
    """True for an adjective that agrees with `noun`."""
    cases = {p.case for p in parses(noun.lower) if p.pos == "NOUN"}
    found = parses(token.lower)
    plain = token.lower not in _POSSESSIVES and not any(p.pos == "NOUN" and p.score > 0.5 for p in found)
    return plain and any(p.pos in ("ADJF", "PRTF") and p.case in cases for p in found)


def _goes_on(token: Token) -> bool:
    """True for a word that may continue the genitive chain of a delegation."""
    if token.lower in ("из", "и", "по"):
        return True
    if is_finite(token) is not None:
        return False
    if token.text[0].isupper():
        return parses(token.lower)[0].case != "nomn"
    return any(p.pos in ("NOUN", "ADJF") and p.case in ("gent", "datv") for p in parses(token.lower))
