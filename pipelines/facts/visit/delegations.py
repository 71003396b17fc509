"""The delegations of a sentence, and who leads them."""

import re
from collections.abc import Collection, Sequence

from pipelines.entities.mention import Case, Mention
from pipelines.facts.reading import Sentence
from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.party import POSSESSIVES, PREPOSITIONS, Party, governed_by
from pipelines.facts.visit.words import Word
from pipelines.text.morph import parses
from pipelines.text.records import replace
from pipelines.text.tokens import Token

_LEVELS = {"parliament": "parliament", "company": "business"}  # by the kind of body


def add_delegations(parties: list[Party], sentence: Sentence, words: Sequence[tuple[Word, ...]]) -> list[Party]:
    """`parties` and the delegations of the sentence; the head of one ("во главе с ...") is taken into it."""
    for i, readings in enumerate(words):
        if not readings:
            continue
        noun = next((w for w in readings if w.group in ("delegation", "group") and w.pos == "NOUN"), None)
        if noun is None or (noun.lemma == "группа" and not _is_group_of_officials(sentence, words, i)):
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
                country=delegation.country or head.country or _land_behind(head, sentence),
            )  # fmt: skip
        parties.append(delegation)
    return parties


def _land_behind(head: Party, sentence: Sentence) -> str | None:
    """The country in the long name of what somebody heads: "во главе с заместителем председателя ... провинции ..."."""
    behind = (m for m in sentence.of_kind("country", "place") if m.start >= head.end and m.country is not None)
    land = next(behind, None)
    plain = land is not None and re.fullmatch(r"[^,.;:()«»]{1,80}", sentence.between(head.end, land.start))
    between = (t for t in sentence.tokens if land is not None and head.end <= t.start < land.start)
    told = any(is_finite(t) is not None for t in between)  # "во главе с ... ездила в Баку"
    return land.country if land is not None and plain and not told else None


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


def _is_group_of_officials(sentence: Sentence, words: Sequence[tuple[Word, ...]], i: int) -> bool:
    """True for "группа депутатов", "рабочая группа Милли Меджлиса"."""
    end = sentence.tokens[i].end
    houses = (m for m in sentence.of_kind("organization") if m.form == "parliament" and m.country)
    of_a_house = any(sentence.between(end, m.start) == " " for m in houses if m.start >= end)
    return of_a_house or any(w.group == "deputies" for readings in words[i + 1 : i + 4] for w in readings)


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
    named = {m.start for m in sentence.of_kind("country", "place")}
    while last + 1 < len(tokens) and tokens[last + 1].kind == "word" and last < i + 8:
        if not _goes_on(tokens[last + 1], named):
            break
        last += 1
    while last > i and (tokens[last].lower in PREPOSITIONS or tokens[last].lower == "и"):
        last -= 1
    start, end = tokens[first].start, tokens[last].end
    body = _organization_behind(sentence, end if last > i else tokens[i].end, start)
    end = max(end, body.end + (sentence.between(body.end, body.end + 1) == "»")) if body is not None else end
    lands = [m for m in sentence.of_kind("country", "place") if start <= m.start < end and m.country]
    lands += [body] if body is not None and not lands else []
    words_inside = [w for k in range(first, last + 1) for w in words[k] if w.group == "delegated"]
    preposition, _ = governed_by(tokens, start)
    noun = next(w for w in words[i] if w.group in ("delegation", "group"))
    return Party(
        start=start,
        end=end,
        country=lands[0].country if lands else None,
        case=_case_of(words[i], preposition) or _narrow(noun.case),
        delegation=sentence.between(start, end),
        level=str(words_inside[0].value) if words_inside else _level_of(lands),
        preposition=preposition,
    )


def _organization_behind(sentence: Sentence, end: int, start: int) -> Mention | None:
    """The body of a known country whose delegation it is: "делегация Госдумы", "делегация «Нафтогаза»"."""
    for m in sentence.of_kind("organization"):
        inside = start <= m.start < end
        if m.country is not None and (inside or (m.start >= end and sentence.between(end, m.start) in (" ", " «"))):
            return m
    return None


def _level_of(lands: Sequence[Mention]) -> str | None:
    """The level of a delegation, by the place or body that it is of."""
    if not lands:
        return None
    if lands[0].kind == "organization":
        return _LEVELS.get(lands[0].form or "")
    of_a_region = lands[0].kind == "place" and lands[0].form in ("region", "city", "adjective_place")
    return "regional" if of_a_region else None


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
    plain = token.lower not in POSSESSIVES and not any(p.pos == "NOUN" and p.score > 0.5 for p in found)
    return plain and any(p.pos in ("ADJF", "PRTF") and p.case in cases for p in found)


def _goes_on(token: Token, named: Collection[int]) -> bool:
    """True for a word that may continue the genitive chain of a delegation; `named`: where places are named."""
    if token.lower in ("из", "и", "по"):
        return True
    if token.lower in PREPOSITIONS or is_finite(token) is not None:
        return False
    if token.text[0].isupper():
        return token.start in named or parses(token.lower)[0].case != "nomn"
    return any(p.pos in ("NOUN", "ADJF") and p.case in ("gent", "datv") for p in parses(token.lower))
