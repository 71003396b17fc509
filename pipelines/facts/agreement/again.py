"""A document told of again by a pronoun alone: "Его подписали 28 октября ректоры вузов"."""

from collections.abc import Iterator

from pipelines.documents.document import Published
from pipelines.facts.agreement.deal import Deal
from pipelines.facts.agreement.details import place_of, when_of
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.status import status_of_verb
from pipelines.text.records import replace

_IT = frozenset(("его", "ее"))
_NEAR = 4  # tokens between the pronoun that opens the sentence and the verb


def opens_with_it(first: str) -> bool:
    """True for the word that begins "Его подписали"."""
    return first in _IT


def find_again(scene: Scene, published: Published | None, before: Deal) -> Iterator[Deal]:
    """What a sentence that opens with a pronoun tells of the one document `before` it."""
    if not opens_with_it(scene.lower(0)) or before.plural or any(scene.has(k, "document") for k in scene.marked):
        return
    at = next((k for k in scene.marked if k <= _NEAR and scene.has(k, "sign")), None)
    status = status_of_verb(scene, at) if at is not None else None
    if at is None or status is None:
        return
    clause = scene.clause(at)
    place = place_of(scene, clause, range(0))
    yield replace(
        before,
        rule="pronoun_again",
        sentence=scene.sentence.index,
        trigger=scene.tokens[at].start,
        evidence=scene.span(0, at),
        anaphoric=True,
        generic=True,
        bare=True,
        status=status,
        when=when_of(scene, clause, range(0), status, published),
        place=place[0] if place else None,
        place_country=place[1] if place else None,
    )
