"""The two countries a document is about, and from whose side it tells."""

from collections import defaultdict

from pipelines.entities.country_facts import country_of_address
from pipelines.facts.reading import Reading, Sentence
from pipelines.text.records import dataclass

TRADE_BLOCS = frozenset({"EU", "EAEU", "CIS"})  # those that are a side of trade now and then
_BLOC_WEIGHT = 0.6
_BODY_WEIGHT = 0.6
_OFFICIAL_WEIGHT = 0.5
STATE_BODIES = frozenset({"parliament", "government"})
_LEAST_SECOND = 2.0  # weight of the second country, and what part of the first's it must reach
_LEAST_PART = 0.15
_DATELINE = 60  # code points at the start, where a capital is the place of writing


@dataclass(frozen=True, slots=True)
class Focus:
    """Countries by how much the document speaks of them; `clear` where two stand out; `home` the outlet's country."""

    countries: tuple[str, ...]
    clear: bool
    home: str | None


def find_focus(reading: Reading) -> Focus:
    """Focus of a document from its country mentions, those of the title and lead counting more."""
    place = reading.document.dateline_place
    weights: dict[str, float] = defaultdict(float)
    for sentence in reading.sentences:
        weight = 3 if sentence.block_kind == "title" or sentence.index == 0 else 2 if sentence.index < 3 else 1
        for code, part in _named(sentence, place).items():
            weights[code] += weight * part
    if "EU" in weights and "BEL" in weights:
        weights["EU"] += weights.pop("BEL")  # Brussels
    ranked = sorted(weights, key=lambda c: (-weights[c], c))
    return Focus(tuple(ranked), _is_clear([weights[c] for c in ranked]), country_of_address(reading.document.url))


def _named(sentence: Sentence, place: str | None) -> dict[str, float]:
    """Countries of a sentence, each once, with how much a mention counts."""
    named: dict[str, float] = {}
    for mention in sentence.mentions:
        if mention.kind != "country" and not (mention.kind == "place" and mention.form == "capital"):
            continue
        code = mention.country or mention.canonical_id
        if code is None or (mention.form == "bloc" and code not in TRADE_BLOCS):
            continue
        written = mention.start < _DATELINE and mention.canonical_name == place
        named[code] = max(named.get(code, 0.0), _BLOC_WEIGHT if mention.form == "bloc" or written else 1.0)
    for official in sentence.of_kind("person"):  # "Лукашенко на переговорах с Алиевым"
        if official.country is not None:
            named.setdefault(official.country, _OFFICIAL_WEIGHT)
    for body in sentence.of_kind("organization"):  # "депутаты Великого хурала" speaks of Mongolia
        if body.form in STATE_BODIES and body.country is not None:
            named.setdefault(body.country, _BODY_WEIGHT)
    return named


def _is_clear(weights: list[float]) -> bool:
    """True where the second country is spoken of enough, and the third much less."""
    if len(weights) < 2 or weights[1] < max(_LEAST_SECOND, _LEAST_PART * weights[0]):
        return False
    return len(weights) == 2 or weights[1] >= 2 * weights[2]
