"""Words around names (persons.toml): places named after people, words that are no names, eastern name parts."""

from functools import lru_cache
from pathlib import Path

from pipelines.text.lexicon import folded_set, load_toml
from pipelines.text.morph import inflections
from pipelines.text.records import dataclass

_PATH = Path(__file__).with_name("persons.toml")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of persons.toml in all their forms."""

    namesakes: frozenset[str]
    never: frozenset[str]
    eastern: frozenset[str]
    eastern_short: frozenset[str]


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """The words of persons.toml; raises LexiconError on a word that stands twice."""
    data = load_toml(_PATH)
    sakes = folded_set(data["namesakes"], _PATH.name)
    never = folded_set(data["never"], _PATH.name)
    return NameWords(
        frozenset().union(*(inflections(w) for w in sakes)) | folded_set(data["namesake_words"], _PATH.name),
        frozenset().union(*(inflections(w) for w in never)),
        folded_set(data["eastern"], _PATH.name),
        folded_set(data["eastern_short"], _PATH.name),
    )
