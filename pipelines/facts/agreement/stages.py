"""The standing of a document told by a noun far from it, or by what a side does to it: "на стадии согласования"."""

from pipelines.facts.agreement.phrases import Phrase
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.status import Standing
from pipelines.facts.agreement.words import beginnings

_STAGE = 3  # tokens before the noun that name the stage: "на завершающей стадии согласования"


def by_stage(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "соглашение на стадии согласования", "меморандум ожидает подписания", "договор близок к подписанию"."""
    if phrase.preposition is not None or "nomn" not in phrase.cases:
        return None
    for k in scene.clause(phrase.head):
        if k <= phrase.last or scene.has(k, "signing", "drafting", "ratifying") is None:
            continue
        before = [scene.lower(j) for j in range(max(phrase.last + 1, k - _STAGE), k)]
        if any(word.startswith(beginnings("stage")) for word in before) or before[-1:] in (["на"], ["к"], ["в"]):
            return Standing("planned", k, "stage", 0.7)
    return None


def by_leaving(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "вышли из соглашения", "выход из договора"."""
    if phrase.preposition != "из":
        return None
    k = scene.find(phrase.head, phrase.head - phrase.first + 4, 0, "leave")
    return Standing("rejected", k, "left", 0.75) if k is not None and scene.lower(k - 1) != "не" else None


def by_legal_basis(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "договорно-правовая база насчитывает 80 документов": so many that are in force."""
    if phrase.count is None or phrase.preposition is not None:
        return None
    k = scene.find(phrase.head, 12, 3, "number")
    based = k is not None and any(scene.lower(j).startswith(beginnings("legal_basis")) for j in scene.clause(k))
    return Standing("in_force", k, "legal_basis", 0.7) if k is not None and based else None
