"""The standing of a document told by its attribute: "действующий договор", "меморандум, подписанный в мае"."""

from pipelines.facts.agreement.phrases import Phrase
from pipelines.facts.agreement.scene import Scene, is_finite
from pipelines.facts.agreement.status import ACTS, Standing, is_attribute, status_of_verb

_PARTICIPLE = 9  # tokens before the document that a participle with its own words takes up
_PRONOUNS = frozenset(("его", "ее", "их", "него"))


def by_attribute(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "действующий договор", "меморандум, подписанный в мае", "соглашение, которое подписали"."""
    among = phrase.preposition in ("из", "среди") or scene.lower(phrase.first - 1) == "числе"
    for k in range(phrase.first, phrase.head) if not among else ():
        word = scene.has(k, *ACTS)
        if word is not None and is_attribute(word) and (status := status_of_verb(scene, k)):
            return Standing(status, k, "attribute", 0.75)
    return _by_far_participle(scene, phrase) or _by_clause(scene, phrase)


def _by_far_participle(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "сумма подписанных в Баку белорусскими заводами контрактов": a participle parted by its own words."""
    if phrase.preposition is not None or phrase.noun == "document":
        return None
    for k in range(phrase.first - 1, max(-1, phrase.first - _PARTICIPLE), -1):
        if scene.clauses[k] != scene.clauses[phrase.head] or scene.has(k, "document") or is_finite(scene.tokens[k]):
            return None
        readings = [w for w in scene.words[k] if w.group == "sign" and w.pos == "PRTF"]
        if any(w.case in phrase.cases and (w.number == "plur") == phrase.plural for w in readings):
            return Standing("signed", k, "attribute", 0.75)
    return None


def _by_clause(scene: Scene, phrase: Phrase) -> Standing | None:
    """A clause or bracket right behind the phrase: ", подписанный в мае", ", который подписали", "(подписан 5 мая)"."""
    k = phrase.last + 1
    while k < len(scene.tokens) and scene.tokens[k].text in '»",(':
        k += 1
    if k >= len(scene.tokens) or scene.clauses[k] == scene.clauses[phrase.head]:
        return None
    told_of_it = scene.lower(k).startswith("котор") or scene.tokens[k - 1].text == "("
    for j in range(k, min(k + 10, len(scene.tokens))):
        word = scene.has(j, *ACTS)
        if scene.clauses[j] != scene.clauses[k]:
            break
        fits = word is not None and (j <= k + 1 if is_attribute(word) else told_of_it)
        if fits and (status := status_of_verb(scene, j)):
            return Standing(status, j, "attribute_clause", 0.75)
    return None


def by_pronoun(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "речь о контракте, подписать его хотят в апреле"."""
    for k in range(phrase.last + 1, len(scene.tokens)):
        word = scene.has(k, "sign")
        if (
            word is not None
            and {scene.lower(k - 1), scene.lower(k + 1)} & _PRONOUNS
            and (status := status_of_verb(scene, k))
        ):
            return Standing(status, k, "pronoun", 0.7)
        if scene.has(k, "document"):
            break
    return None
