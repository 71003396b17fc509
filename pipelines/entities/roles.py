"""Phrases that name an office: "президент", "глава белорусского правительства", "замминистра экономики"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipelines.entities.declension import ANY_SLOT, Complement, Forms, Slot, common_slots, forms_of, genitives
from pipelines.entities.ministries import field_at, ministries
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold

_PATH = Path(__file__).with_name("roles.toml")
LEVELS = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "minister",
        "parliament",
        "deputy_or_agency",
        "regional",
        "business",
        "other",
    }
)
# Levels that a deputy keeps; below a president or a minister he is one of `deputy_or_agency`.
_KEPT_BY_DEPUTIES = frozenset({"parliament", "regional", "business", "other"})
_HEADS_OF_MINISTRIES = frozenset({"generic_head", "minister"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office in words: `group` inflects, `fixed` stays as it is."""

    group: tuple[Forms, ...]
    fixed: tuple[Complement, ...]
    role: str
    second: frozenset[str]  # every form of the second word, none where there is but one: most phrases fail at it


@dataclass(frozen=True, slots=True)
class Roles:
    """The role lexicon, ready for matching."""

    levels: Mapping[str, str]
    by_first: Mapping[str, tuple[Phrase, ...]]  # first word's form -> phrases, longest first
    starts: frozenset[str]  # every word a role phrase may start with
    deputies: Forms
    first: Forms
    compounds: Mapping[str, str]
    heads: Mapping[str, str]
    members: Mapping[str, str]
    led_by_government: frozenset[str]
    anaphoric_country: frozenset[str]
    former: frozenset[str]
    counted: frozenset[str]
    of_several: frozenset[str]
    several_countries: frozenset[str]
    possessive: frozenset[str]
    countries: Mapping[str, str]
    local_bodies: Mapping[str, str]
    anaphoric: frozenset[str]
    need_more: frozenset[str]
    titles: frozenset[str]
    serving: frozenset[str]
    posted: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A role phrase over tokens `start` to `end`; `passed` are the indices of country mentions inside it."""

    start: int
    end: int
    role: str
    slots: frozenset[Slot]
    passed: tuple[int, ...] = ()

    @property
    def plural(self) -> bool:
        return bool(self.slots) and all(number == "plur" for _, number in self.slots)

    @property
    def cases(self) -> frozenset[str]:
        return frozenset(case for case, _ in self.slots)


def _phrases(entry: Mapping[str, Any]) -> list[Phrase]:
    found = []
    for text in entry["phrases"]:
        group, _, fixed = text.partition("|")
        inflecting = tuple(forms_of(w) for w in group.split())
        staying = tuple(genitives(w) for w in fixed.split())
        second = next((frozenset(forms) for forms in (*inflecting[1:], *(c.all for c in staying))), frozenset())
        found.append(Phrase(inflecting, staying, entry["slug"], second))
    return found


def _merge(words: Sequence[str]) -> Forms:
    merged: Forms = {}
    for word in words:
        for form, slots in forms_of(word).items():
            merged[form] = merged.get(form, frozenset()) | slots
    return merged


@lru_cache(maxsize=1)
def roles() -> Roles:
    """The lexicon of roles.toml.

    Raises LexiconError where a slug or a phrase stands twice or a level is none of the contract's.
    """
    data = load_toml(_PATH)
    entries = data["role"]
    folded_set((p for e in entries for p in e["phrases"]), _PATH.name)
    levels: dict[str, str] = {}
    by_first: dict[str, list[Phrase]] = {}
    for entry in entries:
        if entry["slug"] in levels or entry["level"] not in LEVELS:
            raise LexiconError(f"{_PATH.name}: role {entry['slug']!r} stands twice or has no level of the contract")
        levels[entry["slug"]] = entry["level"]
        for phrase in _phrases(entry):
            for form in phrase.group[0]:
                by_first.setdefault(form, []).append(phrase)
    for slug in (*data["heads"].values(), *data["members"].values()):
        if slug not in levels:
            raise LexiconError(f"{_PATH.name}: {slug!r} is no role")
    words, groups = data["words"], data["groups"]
    if unknown := {slug for group in groups.values() for slug in group} - set(levels):
        raise LexiconError(f"{_PATH.name}: {', '.join(sorted(unknown))} in a group are no roles")
    deputies, first = _merge(words["deputies"]), _merge(words["first"])
    compounds = {fold(k): fold(v) for k, v in data["deputy_compounds"].items()}
    return Roles(
        starts=frozenset({*by_first, *deputies, *first, *compounds, *(f"экс-{form}" for form in by_first)}),
        levels=levels,
        by_first={k: tuple(sorted(v, key=lambda p: -len(p.group) - len(p.fixed))) for k, v in by_first.items()},
        deputies=deputies,
        first=first,
        compounds=compounds,
        heads=data["heads"],
        members=data["members"],
        led_by_government=frozenset(words["led_by_government"]),
        anaphoric_country=folded_set(words["anaphoric_country"], _PATH.name),
        former=frozenset(_merge(words["former"])),
        counted=frozenset(_merge(words["counted"])),
        of_several=folded_set(words["of_several"], _PATH.name),
        several_countries=folded_set(words["countries"], _PATH.name),
        possessive=frozenset(_merge(words["possessive"])),
        local_bodies=data["local_bodies"],
        **{name: frozenset(slugs) for name, slugs in groups.items()},
        countries={form: c for w, c in data["countries"].items() for form in (*forms_of(w), fold(w))},
    )


def level_of(role: str) -> str:
    """Level of visits (data contract) of the one who holds `role`; "other" for a role that is not known.

    >>> level_of("defence_minister"), level_of("deputy_foreign_minister"), level_of("deputy_governor")
    ('minister', 'deputy_or_agency', 'regional')
    """
    levels = roles().levels
    if role in levels:
        return levels[role]
    for prefix in ("first_deputy_", "deputy_"):
        if role.startswith(prefix):
            level = level_of(role.removeprefix(prefix))
            return level if level in _KEPT_BY_DEPUTIES else "deputy_or_agency"
    return "minister" if role.endswith("_minister") else "other"


def is_head_of_state(role: str) -> bool:
    """True where `role` is an office at the head of a state.

    >>> is_head_of_state("president"), is_head_of_state("prime_minister")
    (True, False)
    """
    return level_of(role) == "head_of_state"


def match_role(tokens: Sequence[Token], index: int, countries: Mapping[int, int]) -> RoleMatch | None:
    """The role phrase that starts at token `index`, None where none does.

    `countries` maps the index of the first token of a country mention to the index behind it: such mentions may stand
    inside the phrase ("глава азербайджанского правительства").
    """
    words = roles()
    lower = tokens[index].lower.removeprefix("экс-")
    if lower in words.starts:
        return _deputy(tokens, index, countries) or _office(tokens, index, index, lower, countries)
    return None


def _deputy(tokens: Sequence[Token], index: int, countries: Mapping[int, int]) -> RoleMatch | None:
    """ "(первый) заместитель министра экономики", "замглавы МИД"."""
    words = roles()
    at, prefix, first_slots = index, "deputy_", ANY_SLOT
    if tokens[at].lower in words.first and at + 1 < len(tokens):
        prefix, first_slots, at = "first_deputy_", words.first[tokens[at].lower], at + 1
    lower = tokens[at].lower
    if lower in words.deputies and at + 1 < len(tokens):
        slots = first_slots & words.deputies[lower]
        inner_at, passed = _pass_country(at + 1, countries)
        if inner_at >= len(tokens):
            return None
        inner = _office(tokens, inner_at, inner_at, tokens[inner_at].lower, countries)
        # "заместитель МИД", "заместителей министров"
        if inner is None or not any(case == "gent" for case, _ in inner.slots):
            return None
        passed += inner.passed
    elif lower in words.compounds:
        slots = frozenset(slot for slot in first_slots if slot[1] == "sing")  # indeclinable
        inner = _office(tokens, at, at, words.compounds[lower], countries)
        if inner is None:
            return None
        passed = inner.passed
    else:
        return None
    return RoleMatch(index, inner.end, prefix + inner.role, slots, passed)


def _pass_country(index: int, countries: Mapping[int, int]) -> tuple[int, tuple[int, ...]]:
    passed: tuple[int, ...] = ()
    while index in countries:
        passed += (index,)
        index = countries[index]
    return index, passed


def _office(
    tokens: Sequence[Token], start: int, index: int, first: str, countries: Mapping[int, int]
) -> RoleMatch | None:
    """Longest phrase whose first word is `first` (it need not be the token's own word), then the ministry's field."""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    for phrase in roles().by_first.get(first, ()):
        if phrase.second and behind not in phrase.second and index + 1 not in countries:
            continue
        found = _phrase_at(tokens, index, first, phrase, countries)
        if found is not None:
            end, slots, passed = found
            match = RoleMatch(start, end, phrase.role, slots, passed)
            return _with_field(tokens, match, countries) if phrase.role in _HEADS_OF_MINISTRIES else match
    return None


def _phrase_at(
    tokens: Sequence[Token], index: int, first: str, phrase: Phrase, countries: Mapping[int, int]
) -> tuple[int, frozenset[Slot], tuple[int, ...]] | None:
    slots = [phrase.group[0][first]]
    at = index + 1
    for forms in phrase.group[1:]:
        if at >= len(tokens) or tokens[at].lower not in forms:
            return None
        slots.append(forms[tokens[at].lower])
        at += 1
    passed: tuple[int, ...] = ()
    number = "sing"
    for forms_fixed in phrase.fixed:
        at, more = _pass_country(at, countries)
        passed += more
        if at >= len(tokens) or tokens[at].lower not in forms_fixed.all:
            return None
        number = "plur" if tokens[at].lower in forms_fixed.plural else number
        at += 1
    shared = common_slots(slots)
    if not shared:
        return None
    if phrase.fixed:  # "главы государства" is one, "главы государств" several
        shared = frozenset(slot for slot in shared if slot[1] == number) or shared
    return at, shared, passed


def _with_field(tokens: Sequence[Token], match: RoleMatch, countries: Mapping[int, int]) -> RoleMatch:
    """ "министр обороны", "глава МИД", "руководитель министерства экономики" with the field in the role."""
    at, passed = _pass_country(match.end, countries)
    if at >= len(tokens):
        return match
    short = ministries().short.get(tokens[at].lower)
    if short is not None and match.role == "generic_head" and tokens[at].text[0].isupper():
        return RoleMatch(match.start, at + 1, f"{short[0]}_minister", match.slots, match.passed + passed)
    if match.role == "generic_head" and tokens[at].lower in ("министерства", "министерством"):
        at += 1
    elif match.role == "generic_head":
        return match
    field = field_at(tokens, at)
    if field is None:
        return match
    return RoleMatch(match.start, field[1], f"{field[0]}_minister", match.slots, match.passed + passed)
