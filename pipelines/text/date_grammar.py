"""Grammar of date expressions: ordered rules over the classes of tokens that `date_words` tells apart.

A rule's pattern names classes in braces; each stands for one token. The first rule that fits at a place wins.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from pipelines.text import date_builders as build
from pipelines.text.date_expression import DateExpression
from pipelines.text.date_parts import Parts
from pipelines.text.date_words import load_date_words
from pipelines.text.records import dataclass

# What may open an expression; the groups' first word is the preposition.
_PREPOSITION = "{in}|{during}|{to}|{until}|{since}"
_OPEN = rf"(?P<open>{{in}}{{course}}|{{through}}{{results}}|{{not}}{{ago}}(?:{{until}})?|{_PREPOSITION}|{{through}})?"
_OPENED = _OPEN.removesuffix("?")
_DASH = "(?:{dash}|{through}|{until}|{and}|{since})"


def _year(name: str = "y") -> str:
    """Pattern of a year, told in figures (`<name>_abs`: "прошлого, 2013 года") or from the reference (`<name>_rel`)."""
    return (
        rf"(?:(?:(?P<{name}_both>{{relative}}){{comma}}?)?(?P<{name}_abs>{{year}})(?:{{mark}}{{suffix}})?(?:{{year_word}})?"
        rf"|(?P<{name}_rel>{{relative}}|(?:{{since}}|{{current_short}})(?={{dot}})){{dot}}?(?P<{name}_word>{{year_word}}))"
    )


_Y = _year()
_DAY_AND_YEAR = "(?P<d>{small}){dash}(?P<m>{month}|{month_short}){dash}(?P<y_abs>{year})"
_D = "(?P<d>{small})(?:{mark}{suffix})?"
_DAY_IN_WORDS = "(?P<tens>{tens})?(?P<d>{ordinal}|{day_ordinal})(?P<m>{month})"
_M = "(?P<m>{month}|{month_short}{dot}?)"
_RANK = "(?:{ordinal}|{small})"
_COUNT = "(?P<count>{cardinal}|{small})"
_ANY_YEARS = "(?:{year_word}|{years_word})"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to tell a date."""

    name: str
    pattern: str
    build: Callable[[Parts], DateExpression | None]


RULES: tuple[Rule, ...] = (
    Rule(
        "two_days",
        rf"{_OPEN}(?P<d1>{{small}})(?P<m1>{{month}})(?:{_year('ya')}{{dot}}?)?{{comma}}?{_DASH}"
        rf"(?P<d2>{{small}})(?P<m2>{{month}})(?:{_Y})?",
        build.two_days,
    ),
    Rule(
        "day_span",
        rf"{_OPEN}(?P<d1>{{small}})(?:(?P<and>{{and}}|{{comma}})|{{dash}}|{{through}}|{{until}})(?P<d2>{{small}}){_M}(?:{_Y})?",
        build.day_span,
    ),
    Rule("day_in_words", rf"{_OPEN}{_DAY_IN_WORDS}(?:{_Y})?", build.day_in_words),
    Rule("day", _DAY_AND_YEAR, build.day),  # "27-фев-2018"
    Rule(
        "day",
        rf"(?:{_OPENED}|{{in}}?(?P<weekday>{{weekday}}){{comma}}?|(?P<near>{{day_shift}}){{comma}})?{_D}{_M}(?:{{comma}}?{_Y})?",
        build.day,
    ),
    Rule(
        "numeric_day",
        rf"{_OPEN}(?P<n>{{dotted}}|{{year}}{{dash}}{{small}}{{dash}}{{small}}|{{small}}{{dash}}{{small}}{{dash}}{{year}}|{{small}}{{slash}}{{small}}{{slash}}{{year}})(?:{{year_word}})?",
        build.numeric_day,
    ),
    Rule(
        "month_span",
        rf"{_OPEN}(?P<m1>{{month}})(?:{_year('ya')}{{dot}}?)?(?:(?P<and>{{and}})|{{dash}}|{{through}}|{{until}})(?P<m2>{{month}})(?:{_Y})?",
        build.month_span,
    ),
    Rule(
        "part_of_month",
        rf"{_OPEN}(?:(?P<part>{{part}})|(?P<half>{_RANK})(?:{{mark}}{{suffix}})?{{half_part}})(?P<m>{{month}})(?:{_Y})?",
        build.part_of_month,
    ),
    Rule("month", rf"{_OPENED}(?P<m>{{month}})(?:{_Y})?", build.month),
    Rule("month", rf"(?P<m>{{month}}){_Y}", build.month),
    Rule("month", rf"{_OPEN}(?P<which>{{relative}})(?P<m>{{month}})", build.month),
    Rule(
        "quarter",
        rf"{_OPEN}(?P<q>{_RANK})(?:{{mark}}{{suffix}})?(?:(?:{{dash}}|{{and}})(?P<q2>{_RANK})(?:{{mark}}{{suffix}})?)?"
        rf"{{quarter_word}}{{dot}}?(?:{_Y})?",
        build.quarter,
    ),
    Rule("half_year", rf"{_OPEN}(?P<h>{_RANK})(?:{{mark}}{{suffix}})?{{half_word}}(?:{_Y})?", build.half_year),
    Rule(
        "half_year",
        rf"{_OPEN}(?P<h>{_RANK})(?:{{mark}}{{suffix}})?{{half_part}}(?:{_Y}|(?P<of_year>{{year_word}}))",
        build.half_year,
    ),
    Rule(
        "quarters_from_january", rf"{_OPEN}(?P<count>{{cardinal}}){{quarter_word}}(?:{_Y})?", build.months_from_january
    ),
    Rule("over_half_year", rf"(?P<open>{{during}}){{half_year_word}}(?:{_Y})?", build.over_half_year),
    Rule("first_months", rf"{_OPENED}(?P<rank>{{ordinal}}){{month_word}}{_Y}", build.first_months),
    Rule("recent_months", rf"{_OPENED}{{last}}{{month_word}}{_Y}", build.skip),
    Rule(
        "recent_months",
        rf"{_OPENED}(?:{{last}}|{{nearest}}){_COUNT}(?:{{month_word}}|{{week_word}}|{{day_word}})",
        build.skip,
    ),
    Rule("these_months", rf"{_OPEN}{{relative}}{_COUNT}{{month_word}}", build.these_months),
    Rule(
        "months_from_january",
        rf"{_OPEN}(?P<rank>{{ordinal}})?{_COUNT}(?:{{ordinal}})?{{month_word}}{{dot}}?(?:{_Y})?",
        build.months_from_january,
    ),
    Rule("season", rf"{_OPEN}(?P<season>{{season_adverb}})(?:{_Y})?", build.season),
    Rule("season", rf"(?P<open>{{to}}|{{until}}|{{since}})(?P<season>{{season}})(?:{_Y})?", build.season),
    Rule("season", rf"{_OPEN}(?P<season>{{season}}){_Y}", build.season),
    Rule("season", rf"{_OPEN}(?P<which>{{relative}})(?P<season>{{season_adverb}}|{{season}})", build.season),
    Rule(
        "year_span",
        rf"{_OPEN}(?P<y1>{{year}})(?:{{mark}}{{suffix}})?(?:{{year_word}}{{dot}}?)?(?:{{dash}}|{{through}}|{{until}})"
        rf"(?P<y2>{{year}})(?:{{mark}}{{suffix}})?(?P<word>{{year_word}})?",
        build.year_span,
    ),
    Rule("to_date", rf"(?P<open>{{since}})(?P<part>{{part}})(?:{_Y}|(?P<of_year>{{year_word}}))", build.to_date),
    Rule("part_of_year", rf"{_OPEN}(?P<part>{{part}})(?:{_Y}|(?P<of_year>{{year_word}}))", build.part_of_year),
    Rule("year_results", r"(?P<open>{through}{results}){year_word}", build.year_results),
    Rule(
        "year",
        rf"{_OPEN}(?:(?P<y_both>{{relative}}){{comma}}?)?(?P<y_abs>{{year}})(?:{{mark}}{{suffix}})?{{year_word}}",
        build.year,
    ),
    Rule("year", rf"{_OPEN}(?P<y_rel>{{relative}})(?P<y_word>{{year_word}})", build.year),
    Rule("year", rf"{_OPEN}(?P<y_abs>{{year}}){{mark}}{{suffix}}", build.year),
    Rule(
        "year",
        rf"{_OPEN}(?P<y_both>{{relative}}){{comma}}(?P<y_abs>{{year}})(?:{{mark}}{{suffix}})?{{comma}}{{year_word}}",
        build.year,
    ),
    Rule(
        "year_of_two",
        rf"{_OPEN}(?P<y_abs>{{year}})(?=(?:{{comma}}{{year}})*{{and}}{{year}}(?:{{mark}}{{suffix}})?{{year_word}})",
        build.year,
    ),
    Rule(
        "bare_year",
        rf"{_OPENED}(?P<y_abs>{{year}})",  # where nothing is counted: see find_date_expressions
        build.year,
    ),
    Rule("horizon", rf"(?P<open>{{in}}{{course}}|{_PREPOSITION}){{nearest}}{_COUNT}{_ANY_YEARS}", build.horizon),
    Rule("past_years", rf"{_OPENED}{{last}}{_COUNT}{_ANY_YEARS}", build.past_years),
    Rule(
        "ago",
        rf"(?:{_COUNT})?(?:(?P<years>{_ANY_YEARS})|(?P<months>{{month_word}})|(?P<weeks>{{week_word}})|(?P<days>{{day_word}}))"
        rf"(?P<ago>{{ago}})",
        build.ago,
    ),
    Rule(
        "ago",
        rf"(?P<ago>{{ago}})(?:{_COUNT})?(?:(?P<years>{_ANY_YEARS})|(?P<months>{{month_word}})|(?P<weeks>{{week_word}})|(?P<days>{{day_word}}))",
        build.ago,
    ),
    Rule(
        "same_period",
        rf"{_OPEN}(?:(?P<similar>{{same}})|(?:{{demonstrative}}|{{relative}}){{just}})"
        rf"(?:{{period_word}}|{{month_word}}|{{quarter_word}}|{{half_word}}|{{year_word}})(?:{_Y})?",
        build.same_period,
    ),
    Rule("last_years", r"{of_last_year}", build.last_years),
    Rule(
        "near_period",
        rf"{_OPEN}(?P<which>{{relative}})(?:(?P<weeks>{{week_word}})|(?P<months>{{month_word}}))",
        build.near_period,
    ),
    Rule("weekday", r"(?P<open>{in})(?P<which>{relative})?(?P<weekday>{weekday})", build.weekday),
    Rule("near_day", rf"{_OPEN}(?P<day>{{day_shift}})", build.near_day),
)


# A date holds one of these; without them the words around (prepositions, figures, "первый") need no look.
_CORE = (
    "month",
    "month_short",
    "year",
    "dotted",
    "slash",
    "weekday",
    "season",
    "season_adverb",
    "year_word",
    "years_word",
    "quarter_word",
    "half_word",
    "half_year_word",
    "half_part",
    "month_word",
    "week_word",
    "day_word",
    "day_shift",
    "period_word",
    "of_last_year",
)
_NO_START = ("dash", "comma", "dot", "mark", "suffix", "slash", "stop", "and", "just", "course", "results")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules compiled: `any_rule` tells which fits where (its group is "r<number>"), `rules` read its parts.

    `piece` finds the stretches of class letters that may hold a date, `start` are the letters it may begin with.
    """

    piece: re.Pattern[str]
    start: frozenset[str]
    any_rule: re.Pattern[str]
    rules: tuple[tuple[Rule, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The rules over the class letters of the lexicon.

    Raises KeyError where a pattern names a class that the lexicon lacks.
    """
    letters = load_date_words().letters
    spelt = [(rule, re.sub(r"\{([a-z_]+)\}", lambda m: letters[m[1]], rule.pattern)) for rule in RULES]
    whole = "|".join(f"(?P<r{i}>{re.sub(r'[(][?]P<[a-z_0-9]+>', '(?:', p)})" for i, (_, p) in enumerate(spelt))
    core = "".join(letters[name] for name in _CORE)
    return Grammar(
        piece=re.compile(rf"(?<![^.])[^.{core}]*[{core}][^.]*"),
        start=frozenset(letters.values()) - {letters[name] for name in _NO_START},
        any_rule=re.compile(whole),
        rules=tuple((rule, re.compile(pattern)) for rule, pattern in spelt),
    )
