"""The two countries a document is about, and from whose side it tells."""

from collections import Counter
from dataclasses import dataclass

from pipelines.documents.document import Document
from pipelines.facts.reading import Reading

_TITLE_WEIGHT = 3
_BLOCS = frozenset({"EU", "EAEU", "CIS", "UN", "ASEAN", "SCO", "BRICS", "GCC", "NATO", "UNS", "OPEC", "OTS", "CSTO"})
# Country of an outlet by the end of its address.
_DOMAINS = {
    "by": "BLR", "az": "AZE", "ru": "RUS", "su": "RUS", "kz": "KAZ", "uz": "UZB", "kg": "KGZ", "tj": "TJK", "tm": "TKM", "am": "ARM",
    "ge": "GEO", "ua": "UKR", "md": "MDA", "lt": "LTU", "lv": "LVA", "ee": "EST", "pl": "POL", "tr": "TUR", "ir": "IRN",
    "cn": "CHN", "mn": "MNG", "de": "DEU",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Focus:
    """Countries by how much the document speaks of them; `clear` where two stand out; `home` the outlet's country."""

    countries: tuple[str, ...]
    clear: bool
    home: str | None


def find_focus(reading: Reading) -> Focus:
    """Focus of a document from its country mentions, those of the title counting thrice."""
    weights: Counter[str] = Counter()
    for sentence in reading.sentences:
        weight = _TITLE_WEIGHT if sentence.block_kind == "title" else 2 if sentence.index < 3 else 1
        for mention in sentence.mentions:
            if mention.kind == "country" or (mention.kind == "place" and mention.form == "capital"):
                code = mention.country or mention.canonical_id
                if code is not None and code not in _BLOCS:
                    weights[code] += weight
    ranked = sorted(weights, key=lambda c: (-weights[c], c))
    clear = len(ranked) == 2 or (len(ranked) > 2 and weights[ranked[1]] >= 2 * weights[ranked[2]])
    return Focus(tuple(ranked), clear, _home(reading.document))


def _home(document: Document) -> str | None:
    if document.url is None:
        return None
    host = document.url.split("//", 1)[-1].split("/", 1)[0].lower()
    return _DOMAINS.get(host.rsplit(".", 1)[-1])
