"""Readers of the place lexicons: each yields (folded form, entry) for the gazetteer."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipelines.entities.mention import MentionKind
from pipelines.entities.place_declension import Cases, decline, decline_adjective
from pipelines.entities.slug import slug
from pipelines.text.lexicon import LexiconError, load_csv, load_toml
from pipelines.text.morph import analyzer
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_HERE = Path(__file__).parent

# How the word must be written: a name with a capital, caps letter by letter as listed, a word also in small letters.
Style = Literal["name", "caps", "word"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one name: what it stands for, how it must be written, and the cases it may stand in."""

    kind: MentionKind
    canonical_id: str
    canonical_name: str
    country: str | None
    form: str  # as in Mention.form; see find_places
    style: Style
    cases: Cases = frozenset()
    written: str = ""  # of style caps: the exact letters
    care: str = ""  # "evidence": also a common word or surname; "context": read only beside another name of its country


Forms = Iterator[tuple[str, Entry]]


def read_country_names() -> Forms:
    """Names, adjectives and demonyms of countries, then blocs and abbreviations."""
    for row in _countries():
        yield from _country(row)
    for row in load_csv(_HERE / "blocs.csv", ("code", "name", "variants", "abbreviations", "adjectives")):
        yield from _bloc(row)
    names = country_names()
    for row in load_csv(_HERE / "abbreviations.csv", ("abbreviation", "country", "sure")):
        if row["country"] not in names or row["sure"] not in ("yes", "no"):
            raise LexiconError(f"abbreviations.csv: {row['abbreviation']!r} has an unknown country or no yes or no")
        code, care = row["country"], "" if row["sure"] == "yes" else "context"
        written = row["abbreviation"]
        yield (
            fold(written),
            Entry("country", code, names[code], code, "abbreviation", "caps", written=written, care=care),
        )


@lru_cache(maxsize=1)
def _homonyms() -> dict[str, frozenset[str]]:
    data = load_toml(_HERE / "homonyms.toml")
    return {name: frozenset(data[name]) for name in ("evidence", "absorbing")}


def read_absorbing_names() -> Forms:
    """Larger names that hold a country's name without meaning it ("Латинская Америка")."""
    for name in sorted(_homonyms()["absorbing"]):
        for form in decline(name):
            yield form, Entry("place", slug(name), name, None, "absorbed", "name")


def read_place_names() -> Forms:
    """Capitals, seats of power, regions, cities by size, then adjectives of cities."""
    for row in _countries():
        yield from _capitals(row)
    for row in load_csv(_HERE / "seats.csv", ("name", "country")):
        yield from _place(row["name"], row["country"], "seat")
    for row in load_csv(_HERE / "city_adjectives.csv", ("adjective", "city", "country")):
        yield from _place_adjective(row["adjective"], row["city"], row["country"])
    for row in load_csv(_HERE / "regions.csv", ("name", "kind", "country")):
        yield from _region(row)
    for row in load_csv(_HERE / "cities.csv", ("name", "country", "population", "care")):
        yield from _place(row["name"], row["country"], "city", row["care"])


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Short Russian name of every country and bloc by its code."""
    names = {row["iso3"]: row["name"].split("~")[0] for row in _countries()}
    for row in load_csv(_HERE / "blocs.csv", ("code", "name")):
        names[row["code"]] = row["name"].split("~")[0]
    return names


@lru_cache(maxsize=1)
def capital_names() -> dict[str, str]:
    """Capital of every country that has one by the country's code, under the name in use."""
    return {row["iso3"]: _parts(row["capital"])[0].split("~")[0] for row in _countries() if row["capital"]}


@lru_cache(maxsize=1)
def read_prefixes() -> dict[str, Entry]:
    """First parts of compound adjectives ("российско", "азербайджано") with their country."""
    prefixes: dict[str, Entry] = {}
    for row in _countries():
        entry = Entry("country", row["iso3"], row["name"].split("~")[0], row["iso3"], "adjective", "word")
        listed = _parts(row["prefixes"]) + [a[:-2] + "о" for a in _parts(row["adjectives"])]
        for prefix in dict.fromkeys(listed):
            if prefixes.setdefault(fold(prefix), entry).canonical_id != entry.canonical_id:
                raise LexiconError(f"countries.csv: prefix {prefix!r} of {row['iso3']} belongs to another country too")
    return prefixes


@lru_cache(maxsize=1)
def _countries() -> tuple[dict[str, str], ...]:
    columns = ("iso3", "name", "variants", "adjectives", "prefixes", "demonyms", "capital")
    rows = tuple(load_csv(_HERE / "countries.csv", columns))
    codes = [row["iso3"] for row in rows]
    for code in codes:
        if codes.count(code) > 1:
            raise LexiconError(f"countries.csv: {code} stands twice")
    return rows


def _parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _declined(cell: str) -> Iterator[tuple[str, Cases, Style, str]]:
    """Forms of a name as the lexicons write it, "name" or "name~genitive", with its style and written letters."""
    name, _, genitive = cell.partition("~")
    caps = name.isupper()
    for form, cases in decline(name, genitive or None).items():
        yield form, cases, "caps" if caps else "name", name if caps else ""


def _country(row: dict[str, str]) -> Forms:
    code, name = row["iso3"], row["name"].split("~")[0]
    for cell in (row["name"], *_parts(row["variants"])):
        care = "evidence" if cell in _homonyms()["evidence"] else ""
        for form, cases, style, written in _declined(cell):
            kind = "abbreviation" if style == "caps" else "noun"
            yield form, Entry("country", code, name, code, kind, style, cases, written, care)
    for adjective in _parts(row["adjectives"]):
        for form, cases in decline_adjective(adjective).items():
            yield form, Entry("country", code, name, code, "adjective", "word", cases)
    for demonym in _parts(row["demonyms"]):
        for form, cases in _demonym_forms(demonym).items():
            yield form, Entry("country", code, name, code, "demonym", "word", cases)


def _demonym_forms(demonym: str) -> dict[str, Cases]:
    """Forms of "белорус", "китаец", "россиянин" in both numbers, by the dictionary's model of declension."""
    readings = analyzer().parse(demonym)
    noun = next((p for p in readings if p.tag.POS == "NOUN" and p.normal_form == demonym), readings[0])
    forms: dict[str, Cases] = {}
    for form in noun.lexeme:
        if form.tag.case in ("nomn", "gent", "datv", "accs", "ablt", "loct"):
            word = fold(form.word)
            forms[word] = forms.get(word, frozenset()) | {form.tag.case}
    return forms


def _bloc(row: dict[str, str]) -> Forms:
    code, name = row["code"], row["name"].split("~")[0]
    for cell in (row["name"], *_parts(row["variants"])):
        for form, cases, style, written in _declined(cell):
            yield form, Entry("country", code, name, code, "bloc", style, cases, written)
    for written in _parts(row["abbreviations"]):
        yield fold(written), Entry("country", code, name, code, "bloc", "caps", written=written)
    for adjective in _parts(row["adjectives"]):
        for form, cases in decline_adjective(adjective).items():
            yield form, Entry("country", code, name, code, "adjective", "word", cases)


def _capitals(row: dict[str, str]) -> Forms:
    for cell in _parts(row["capital"]):
        yield from _place(cell, row["iso3"], "capital")


def _place(cell: str, country: str, form_name: str, care: str = "") -> Forms:
    name = cell.partition("~")[0]
    if country and country not in country_names():
        raise LexiconError(f"{name!r} lies in {country!r}, which countries.csv does not have")
    care = "evidence" if name in _homonyms()["evidence"] else care
    for form, cases, _, _ in _declined(cell):
        yield form, Entry("place", slug(name), name, country or None, form_name, "name", cases, care=care)


def _region(row: dict[str, str]) -> Forms:
    if not row["kind"]:
        yield from _place(row["name"], row["country"], "region")
        return
    name = f"{row['name']} {row['kind']}"
    yield from _place(name, row["country"], "region")
    entry = Entry("place", slug(name), name, row["country"] or None, "region", "name")
    for form in decline(row["name"]):
        yield f"{form} {_SHORT.get(row['kind'], row['kind'])}", entry
    yield from _place_adjective(row["name"][:-2] + "ий", name, row["country"])


_SHORT = {"область": "обл", "район": "р-н", "республика": "респ"}


def _place_adjective(adjective: str, name: str, country: str) -> Forms:
    entry_id = slug(name)
    for form, cases in decline_adjective(adjective).items():
        yield form, Entry("place", entry_id, name, country or None, "adjective_place", "word", cases)
