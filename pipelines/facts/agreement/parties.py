"""Whose agreement it is: the countries bound in its words, else the two that the document is about."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import pycountry

from pipelines.entities.country_facts import is_bloc
from pipelines.entities.mention import Mention
from pipelines.facts.agreement.blocs import LEAD, acts_for_members, blocs_among, is_of_members, partner_bloc, with_many
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.reading import Reading
from pipelines.text.morph import parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_TITLE_WEIGHT, _LEAD_WEIGHT = 3, 2
_DATELINE = 60  # code points at the start, where a city is the place of writing
_FIRMS = frozenset(("company", "university", "chamber", "bank"))


@dataclass(frozen=True, slots=True)
class Setting:
    """Countries of a document by how much it speaks of them; `pair` the two it is about, sorted."""

    ranked: tuple[str, ...]
    pair: tuple[str, ...]
    assumed: bool = False  # one of the two is only where the article was written


def find_setting(reading: Reading) -> Setting:
    """Countries of `reading` by their mentions, those of title and lead counting more."""
    weights: dict[str, float] = defaultdict(float)
    for sentence in reading.sentences:
        weight = _TITLE_WEIGHT if sentence.block_kind == "title" else _LEAD_WEIGHT if sentence.index < LEAD else 1
        for m in sentence.mentions:
            if m.kind == "place" and m.start < _DATELINE and m.canonical_name == reading.document.dateline_place:
                continue
            if code := _country(m):
                weights[code] += weight * (1.0 if m.kind == "country" else 0.5)
    ranked = tuple(sorted(weights, key=lambda c: (-weights[c], c)))
    if ranked and (bloc := partner_bloc(reading, ranked[0])) is not None:
        return Setting((ranked[0], bloc, *ranked[1:]), tuple(sorted((ranked[0], bloc))))
    assumed = len(ranked) == 1 and (home := _home(reading)) is not None and home not in ranked
    if assumed and home is not None:
        ranked = (*ranked, home)
    return Setting(ranked, tuple(sorted(ranked[:2])), assumed)


def _home(reading: Reading) -> str | None:
    """Where the article was written, by its dateline or the address of its page."""
    document = reading.document
    for m in reading.sentences[0].of_kind("place") if reading.sentences else ():
        if m.start < _DATELINE and m.canonical_name == document.dateline_place:
            return m.country
    if document.url is None:
        return None
    domain = document.url.split("//", 1)[-1].split("/", 1)[0].rsplit(".", 1)[-1]
    country = pycountry.countries.get(alpha_2=domain.upper()) if len(domain) == 2 else None
    return None if country is None else str(country.alpha_3)


def _country(m: Mention) -> str | None:
    """The country that a mention stands for, blocs and media left out."""
    if m.kind == "organization" and m.form == "media":
        return None
    code = (
        m.canonical_id
        if m.kind == "country"
        else m.country
        if m.kind in ("place", "organization", "role", "person")
        else None
    )
    return None if code is None or is_bloc(code) else code


def parties_of(
    scene: Scene, setting: Setting, np: tuple[int, int], around: Iterable[int], topic: range = range(0)
) -> tuple[str, ...]:
    """Sorted codes of the parties to what is named by tokens `np[0]` to `np[1]`; `around`: tokens of its clauses;
    `topic`: those that tell what it is about, heard last. Empty where no two sides are known.
    """
    between = _between(scene, *np)
    if len(between) >= 2:
        return tuple(sorted(between))
    if compound := _compound(scene, *np):
        return compound
    if with_many(scene, *np):
        return ()
    if three := _more_than_two(scene, setting, np, set(around) - set(topic)):
        return three
    inside = [m for k in _runs(around) for m in scene.mentions_in(*k) if scene.index_at(m.start) not in topic]
    sides = [m for m in inside if m.kind != "place" or _is_side(scene, m)]
    strong = _sides(_acting(scene, sides), setting)
    blocs = blocs_among(scene, inside)
    if len(strong) == 1 and blocs and strong[0] not in blocs:
        return tuple(sorted((strong[0], blocs[0])))
    if not strong and any(acts_for_members(scene, m) for m in inside):
        return ()
    if len(strong) == 1 and any(is_of_members(scene, m) for m in scene.mentions_in(*np)):
        return ()
    if not strong and (listed := _several(scene, set(range(len(scene.tokens))) - set(topic))):
        return listed
    if not strong and len(linked := _between(scene, 0, len(scene.tokens) - 1)) == 2:
        return tuple(sorted(linked))
    told = [m for m in scene.sentence.mentions if scene.index_at(m.start) not in topic]
    acting = _acting(scene, [m for m in told if m.kind != "place" or _is_side(scene, m)])
    tiers = (strong, _sides(inside, setting), _sides(acting, setting), countries_in(scene.mentions_in(*np)))
    if len(setting.pair) == 2 and set(setting.pair) <= set(tiers[2]) and strong[:1] and strong[0] in setting.pair:
        return setting.pair
    for codes in tiers:
        if len(codes) >= 2 and set(strong) <= set(codes):
            return _two(codes, setting)
    for codes in tiers:
        if codes and (codes[0] in setting.pair or codes in (strong, tiers[1])):
            return _with_other(codes[0], setting)
    return setting.pair if len(setting.pair) == 2 else ()


def _more_than_two(scene: Scene, setting: Setting, np: tuple[int, int], around: set[int]) -> tuple[str, ...]:
    """Three sides or more, where the tokens `around` list them or speak of three; empty otherwise."""
    if several := _several(scene, around):
        return several
    threefold = any(scene.lower(k).startswith("трехсторонн") for k in range(np[0], np[1] + 1))
    threefold = threefold or any(_is_talks_of_three(scene, k) for k in around)
    if threefold or any(_speaks_of_three(scene, k) for k in around):
        return _several(scene, range(len(scene.tokens))) or tuple(sorted(setting.ranked[:3]))
    return ()


def _is_talks_of_three(scene: Scene, k: int) -> bool:
    """True for "трехсторонней" of "по итогам трехсторонней встречи"."""
    return scene.lower(k).startswith("трехсторонн") and scene.has(k + 1, "occasion") is not None


def _speaks_of_three(scene: Scene, k: int) -> bool:
    """True for "трех" of "декларация трех стран"."""
    return scene.lower(k) in ("трех", "тремя") and scene.lower(k + 1).startswith(("стран", "государств", "сторон"))


def _compound(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """Both sides of "армяно-иранского меморандума"; empty where no such adjective stands in the phrase."""
    told = [m for m in scene.mentions_in(first, last) if m.kind == "country" and m.form == "adjective"]
    for a, b in pairwise(told):
        if a.canonical_id and b.canonical_id and scene.sentence.between(a.end, b.start) == "-":
            return tuple(sorted((a.canonical_id, b.canonical_id)))
    return ()


def _several(scene: Scene, around: Iterable[int]) -> tuple[str, ...]:
    """Three countries or more in one list: "Иран, Азербайджан и Туркменистан заключили"."""
    inside = set(around)
    run: list[Mention] = []
    for m in scene.sentence.of_kind("country", "place"):
        at = scene.index_at(m.start)
        if at not in inside or (m.kind == "place" and not _is_side(scene, m)) or m.form == "adjective":
            continue
        joined = run and scene.sentence.between(run[-1].end, m.start).strip() in (",", "и", ", и")
        if not joined and len(run) > 2:
            break
        run = [*run, m] if joined else [m]
    return tuple(sorted(countries_in(run))) if len(run) > 2 else ()


def _acting(scene: Scene, sides: list[Mention]) -> list[Mention]:
    """`sides` without those where something merely happens ("подписать в Грузии"), if two others are left."""
    off_ground = [m for m in sides if m.kind != "country" or not _is_on_ground(scene, m)]
    elsewhere = [m for m in off_ground if m.kind != "country" or not _is_in(scene, m)]
    return next((left for left in (elsewhere, off_ground) if len(countries_in(left)) >= 2), sides)


def _is_in(scene: Scene, m: Mention) -> bool:
    """True for the place of "в Грузии"; "в Грузию" is whom it is meant for."""
    before = scene.lower(scene.index_at(m.start) - 1)
    return before in ("в", "во", "на") and any(p.case in ("loct", "loc2") for p in parses(fold(m.surface)))


def _is_on_ground(scene: Scene, m: Mention) -> bool:
    """True for "на территории Грузии"."""
    return scene.lower(scene.index_at(m.start) - 1).startswith("территори")


def _sides(mentions: list[Mention], setting: Setting) -> tuple[str, ...]:
    """Countries of `mentions`; one that only a company's name hints at gives way to the document's pair."""
    codes = countries_in(mentions)
    sure = countries_in(m for m in mentions if m.kind != "organization")
    known = tuple(c for c in codes if c in setting.pair or c in sure)
    return known if len(codes) >= 2 and known else codes


def _two(codes: tuple[str, ...], setting: Setting) -> tuple[str, ...]:
    """Two sides out of several: the document's pair where they hold it, else the two the document speaks of most."""
    if len(setting.pair) == 2 and set(setting.pair) <= set(codes):
        return setting.pair
    known = sorted(codes, key=lambda c: (setting.ranked.index(c) if c in setting.ranked else len(setting.ranked), c))
    return tuple(sorted(known[:2]))


def _with_other(code: str, setting: Setting) -> tuple[str, ...]:
    """The one side named, and the document's pair or first country with it."""
    if code in setting.pair and len(setting.pair) == 2:
        return setting.pair
    other = next((c for c in setting.ranked if c != code), None)
    return tuple(sorted((code, other))) if other else ()


def countries_in(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Countries of `mentions` in their order, each once."""
    return tuple(dict.fromkeys(code for m in mentions if (code := _country(m)) is not None))


def _runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Stretches of neighbouring token numbers."""
    runs: list[tuple[int, int]] = []
    for k in sorted(set(tokens)):
        if runs and runs[-1][1] == k - 1:
            runs[-1] = (runs[-1][0], k)
        else:
            runs.append((k, k))
    return runs


def _between(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """Sides of "между А и Б" among the tokens, blocs too, up to the "о" that opens the subject."""
    start = next((k for k in range(first, last + 1) if scene.lower(k) == "между"), None)
    if start is None:
        return ()
    stop = next((k for k in range(start, last + 1) if scene.lower(k) in ("о", "об", "обо", "на", "по")), last + 1)
    codes = []
    for m in scene.mentions_in(start, stop - 1):
        code = m.canonical_id if m.kind == "country" else _country(m)
        if code is not None and code not in codes:
            codes.append(code)
    return tuple(codes)


def _is_side(scene: Scene, m: Mention) -> bool:
    """True for a place that acts ("Баку подписал", "с Минском"), no mere location."""
    before = scene.lower(scene.index_at(m.start) - 1)
    return m.form in ("capital", "seat", "adjective_place") and before not in (
        "в",
        "во",
        "на",
        "из",
        "под",
        "через",
        "до",
    )


def names_of(scene: Scene, around: Iterable[int]) -> tuple[str, ...]:
    """Companies and institutions among the tokens, in their order."""
    inside = [m for k in _runs(around) for m in scene.mentions_in(*k)]
    names = (m.canonical_name for m in inside if m.kind == "organization" and m.form in _FIRMS)
    return tuple(dict.fromkeys(n for n in names if n))
