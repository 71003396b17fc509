"""Words of the pages in the languages they are written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pipelines.text.lexicon import LexiconError, load_toml

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")
_HERE = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: `ui` by key, every enumeration by its value."""

    language: Language
    sections: Mapping[str, Mapping[str, str]]

    def __call__(self, section: str, key: str | None) -> str:
        """The word for `key`; a value that no list has stands for itself: a new one breaks nothing."""
        if key is None:
            return ""
        return self.sections.get(section, {}).get(key, key.replace("_", " "))

    def ui(self, key: str) -> str:
        """The word for `key` of the pages' own words; raises KeyError for one that is not there."""
        return self.sections["ui"][key]


@lru_cache(maxsize=len(LANGUAGES))
def load_words(language: Language) -> Words:
    """The words of `language`; raises LexiconError, naming file and entry, where a word is empty or no text."""
    file = _HERE / f"{language}.toml"
    told = load_toml(file)
    for section, words in told.items():
        for key, word in words.items():
            if not isinstance(word, str) or not word.strip():
                raise LexiconError(f"{file.name}: [{section}] {key}: no word")
    return Words(language, MappingProxyType({s: MappingProxyType(w) for s, w in told.items()}))
