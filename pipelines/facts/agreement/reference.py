"""How a text speaks of a document: by its own name, again, in general, or of none at all."""

from pipelines.facts.agreement.phrases import Phrase
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.words import beginnings
from pipelines.text.tokens import fold

_POINTING = frozenset(("этот", "эта", "это", "эти", "этого", "этой", "этому", "этим"))
_THIS = ("это", "эти")


def is_anaphoric(scene: Scene, phrase: Phrase, subject: str | None, topic: range) -> bool:
    """True for a bare "Документ подписан", "Договор заключен", "договор по этому вопросу"; `topic` are the words after
    "о", `subject` all that tell what it is about."""
    if phrase.count is not None or phrase.title or phrase.many:
        return False
    if _is_likewise(scene, phrase) or is_anonymous(scene, phrase, topic) or _is_pointed_at(scene, phrase):
        return True
    if subject is not None:
        return fold(subject).startswith(_THIS)
    if scene.lower(phrase.first - 2).startswith("данн") and scene.has(phrase.first - 1, "drafting"):
        return True
    return phrase.first == phrase.head == phrase.last and phrase.head <= 1


def is_generic(scene: Scene, phrase: Phrase, subject: str | None) -> bool:
    """True for "соответствующие соглашения", "документ о сотрудничестве", which the text may name in full elsewhere."""
    if any(scene.lower(k).startswith("соответствующ") for k in range(phrase.first, phrase.head)):
        return True
    if _is_likewise(scene, phrase):
        return True
    if subject is not None and fold(subject).startswith(_THIS):
        return True
    return phrase.noun == "document" and not phrase.plural and not _is_another(scene, phrase)


def is_anonymous(scene: Scene, phrase: Phrase, topic: range) -> bool:
    """True for a "документ" that the text says nothing of, not even what it is on."""
    return phrase.noun == "document" and not phrase.plural and not topic and not _is_another(scene, phrase)


def is_none(scene: Scene, phrase: Phrase) -> bool:
    """True for "никаких документов", "ни одного соглашения"."""
    before = [scene.lower(k) for k in range(phrase.first - 2, phrase.head)]
    return "ни" in before or any(word.startswith("никак") for word in before)


def _is_another(scene: Scene, phrase: Phrase) -> bool:
    """True for "предварительный документ", "еще один документ": none of those told before."""
    return any(scene.lower(k).startswith(beginnings("another")) for k in range(phrase.first, phrase.head))


def _is_likewise(scene: Scene, phrase: Phrase) -> bool:
    """True for "такие же соглашения", "подобные договоры", which name no sides of their own."""
    like = any(scene.lower(k).startswith(("подобн", "аналогичн")) for k in range(phrase.first, phrase.head))
    return phrase.last == phrase.head and (like or scene.lower(phrase.first - 1) == "же")


def _is_pointed_at(scene: Scene, phrase: Phrase) -> bool:
    """True for "данное соглашение о туризме", "этот договор": the one told before."""
    return any(
        scene.lower(k) in _POINTING or scene.lower(k).startswith("данн") for k in range(phrase.first, phrase.head)
    )
