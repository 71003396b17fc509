"""People, offices and organizations of a document: who they are, whose, and who stands behind "его коллега"."""

from collections.abc import Sequence

from pipelines.documents.document import Document
from pipelines.entities.cues import Cues, find_cues
from pipelines.entities.layout import Layout, lay_out
from pipelines.entities.mention import Mention
from pipelines.entities.office_links import link
from pipelines.entities.offices import find_offices
from pipelines.entities.organizations import find_organizations
from pipelines.entities.people import find_people
from pipelines.text.tokens import Token

__all__ = ["find_actors"]


def find_actors(
    document: Document, blocks: Sequence[Sequence[Token]], found: Sequence[Mention], cues: Sequence[Cues] | None = None
) -> list[Mention]:
    """Mentions of kind "organization", "role" and "person" over all blocks, in the order of the text.

    `cues` are those of each block, where the caller has them already.
    organization: `form` is ministry, statistics, customs, company, university, chamber, parliament, media, bank,
    embassy, government, agency or other; `country` where the list or the words beside tell it.
    role: `canonical_id` and `role` are the slug; `form` is "singular", "plural", "anaphoric" (stands for somebody named
    before) or "former"; `person` the holder by the text, else by the table of office holders.
    person: `canonical_name` and `person` the nominative, given name first; `form` is "full", "initials" or "surname".
    """
    plain = _layouts(document, blocks, found, cues or [find_cues(tokens) for tokens in blocks])
    organizations = [find_organizations(layout) for layout in plain]
    layouts = [
        lay_out(layout.text, layout.tokens, [*_standing_in(layout), *orgs], layout.present, layout.cues)
        if orgs
        else layout
        for layout, orgs in zip(plain, organizations, strict=True)
    ]
    offices = [find_offices(layout) for layout in layouts]
    people = find_people(document, layouts, offices)
    actors = link(document, layouts, offices, people)
    return sorted((*(m for block in organizations for m in block), *actors), key=lambda m: (m.start, -m.end, m.kind))


def _layouts(
    document: Document, blocks: Sequence[Sequence[Token]], found: Sequence[Mention], cues: Sequence[Cues]
) -> list[Layout]:
    present = frozenset(m.canonical_id for m in found if m.kind == "country" and m.canonical_id is not None)
    return [
        lay_out(document.text, tokens, inside, present, own)
        for (tokens, inside), own in zip(_by_block(blocks, found), cues, strict=True)
    ]


def _by_block(
    blocks: Sequence[Sequence[Token]], found: Sequence[Mention]
) -> list[tuple[Sequence[Token], list[Mention]]]:
    wanted = sorted((m for m in found if m.kind in ("country", "place")), key=lambda m: m.start)
    result: list[tuple[Sequence[Token], list[Mention]]] = []
    at = 0
    for tokens in blocks:
        inside: list[Mention] = []
        end = tokens[-1].end if tokens else 0
        while at < len(wanted) and wanted[at].start < end:
            inside.append(wanted[at])
            at += 1
        result.append((tokens, inside))
    return result


def _standing_in(layout: Layout) -> list[Mention]:
    return [*(m for _, m in (*layout.countries.values(), *layout.places.values())), *layout.parts]
