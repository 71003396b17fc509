"""Blocs as parties, and what is made by or with many: "Казахстан и ЕС", "договоры СНГ", "со всеми странами"."""

from collections.abc import Iterable
from itertools import pairwise

from pipelines.entities.country_facts import is_bloc
from pipelines.entities.mention import Mention
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.words import beginnings
from pipelines.facts.reading import Reading

LEAD = 3  # sentences
_LINKS = ("и", "–", "-", "—", "с")
_BEHIND = 5  # tokens behind the name of a document that may tell with whom it is
_MANY = frozenset(("всеми", "многими", "рядом", "другими", "многочисленными"))


def partner_bloc(reading: Reading, code: str) -> str | None:
    """The bloc that title or lead set beside the country of that code: "Казахстан и ЕС разработают"."""
    for sentence in reading.sentences[:LEAD]:
        sides = [m for m in sentence.of_kind("country") if m.form != "adjective"]
        for a, b in pairwise(sides):
            told = (a.canonical_id, b.canonical_id)
            if code not in told or sentence.between(a.end, b.start).strip() not in _LINKS:
                continue
            bloc = next((c for c in told if c is not None and c != code and is_bloc(c)), None)
            if bloc is not None:
                return bloc
    return None


def blocs_among(scene: Scene, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Blocs that act for themselves, not "в рамках СНГ", "стран ЕС"."""
    blocs = (m for m in mentions if m.kind == "country" and m.form == "bloc" and m.canonical_id != "UN")
    return tuple(m.canonical_id for m in blocs if m.canonical_id and _is_partner(scene, m))


def _is_partner(scene: Scene, m: Mention) -> bool:
    """True for a bloc that is a side: not "в ЕС", "стран ЕС", nor "договоров СНГ", which its members made."""
    before = scene.lower(scene.index_at(m.start) - 1)
    return before != "в" and not before.startswith(beginnings("framework")) and not is_of_members(scene, m)


def is_of_members(scene: Scene, m: Mention) -> bool:
    """True for "договоров СНГ", "граждан стран СНГ" in the name of a document: it is of all members."""
    at, behind = scene.index_at(m.start), scene.index_at(m.end)
    named = scene.has(at - 1, "document") is not None and scene.lower(behind) not in _LINKS
    return m.form == "bloc" and (named or scene.lower(at - 1) == "стран")


def acts_for_members(scene: Scene, m: Mention) -> bool:
    """True for "главы государств СНГ", "страны ЕАЭС": what they adopt is of many, not of the document's two."""
    before = scene.lower(scene.index_at(m.start) - 1)
    return m.form == "bloc" and before.startswith(("стран", "государств", "участник", "член", "лидер", "глав"))


def with_many(scene: Scene, first: int, last: int) -> bool:
    """True for "соглашения со всеми странами региона": none of them is told."""
    ahead = range(first, min(last + _BEHIND, len(scene.tokens)))
    return any(scene.lower(k).startswith(("странами", "государствами")) and scene.lower(k - 1) in _MANY for k in ahead)
