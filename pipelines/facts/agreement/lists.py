"""Lists of documents: the words that open one, its members, and what these take over from it."""

from collections.abc import Iterator

from pipelines.documents.document import Published
from pipelines.facts.agreement.deal import Deal, make_deal
from pipelines.facts.agreement.parties import Setting
from pipelines.facts.agreement.phrases import Phrase
from pipelines.facts.agreement.scene import Scene, set_scene
from pipelines.facts.agreement.status import status_of_verb
from pipelines.facts.agreement.words import sectors_of
from pipelines.facts.reading import Sentence
from pipelines.text.records import replace

BULLETS = ("—", "–", "-", "•", "·")
_ON = frozenset(("о", "об", "обо"))
_MARKS = 3  # tokens that may stand before an item's first word: "2.", "–"


def announces(scene: Scene, phrase: Phrase) -> bool:
    """True for "следующие соглашения:" and "подписаны соглашения:", which the list behind it names one by one."""
    if scene.lower(phrase.last + 1) != ":":
        return False
    behind = range(phrase.last + 2, len(scene.tokens))
    bare = phrase.plural and phrase.count is None and phrase.noun != "document" and phrase.last == phrase.head
    if not behind and bare:
        return True
    named = not behind or any(scene.has(k, "document") for k in behind)
    return named and any(m.startswith("следу") for m in phrase.modifiers)


def opens_list(scene: Scene, setting: Setting, published: Published | None) -> Deal | None:
    """What the members of a list take over from its head: "В ходе визита были подписаны:"; no row of its own."""
    for k in range(len(scene.tokens)):
        if scene.has(k, "sign", "adopt") and (status := status_of_verb(scene, k)):
            content = range(len(scene.tokens))
            made = make_deal(
                scene, setting, published, kind="package", rule="list_head", status=status, at=k, content=content,
                confidence=0.5, subject=False,
            )  # fmt: skip
            return next(made, None)
    return None


def series_of(listed: Deal | None) -> int | None:
    """What the members of one list have in common."""
    if listed is None:
        return None
    return listed.series if listed.series is not None else listed.trigger


def continued(deal: Deal, listed: Deal | None) -> Deal:
    """`deal` with what the list it goes on says of time, place and, where it has no verb of its own, parties."""
    if listed is None or listed.status != deal.status:
        return deal
    return replace(
        deal,
        when=deal.when or listed.when,
        place=deal.place or listed.place,
        place_country=deal.place_country or listed.place_country,
        parties=listed.parties if deal.rule == "bare_list" else deal.parties,
    )


def find_item(sentence: Sentence, before: Deal | None) -> Iterator[Deal]:
    """The member of a list of documents that tells no more than its matter: "– о воздушном сообщении;"."""
    listing = before is not None and (before.announced or before.plural or before.rule == "listed_matter")
    first = _matter_of_item(sentence)
    if before is None or not listing or before.status is None or first is None:
        return
    scene = set_scene(sentence)
    if any(scene.has(k, "document") for k in scene.marked):
        return
    words = scene.span(first, len(scene.tokens) - 1)
    yield Deal(
        kind="agreement" if before.kind == "package" else before.kind,
        rule="listed_matter",
        sentence=sentence.index,
        trigger=words.start,
        evidence=words,
        confidence=0.7,
        series=series_of(before),
        status=before.status,
        parties=before.parties,
        subject=sentence.between(words.start, words.end),
        sectors=sectors_of(scene.tokens[first:]),
        when=before.when,
        place=before.place,
        place_country=before.place_country,
    )


def _matter_of_item(sentence: Sentence) -> int | None:
    """The token after the "о" that opens an item; None for a sentence that is none."""
    for k, token in enumerate(sentence.tokens[:_MARKS]):
        if token.kind == "word":
            marked = k > 0 or sentence.block_kind == "list_item" or token.text.islower()
            return k + 1 if token.lower in _ON and marked and k + 1 < len(sentence.tokens) else None
    return None
