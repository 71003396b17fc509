"""What a verb, a participle or a verbal noun says of the standing of a document."""

from typing import Literal

from pipelines.facts.agreement.scene import Scene, is_finite
from pipelines.facts.agreement.words import Group, Word
from pipelines.text.records import dataclass

Status = Literal["signed", "agreed", "planned", "proposed", "in_force", "implemented", "rejected"]
ACTS: tuple[Group, ...] = ("sign", "adopt", "agree", "force", "prepare", "propose", "drop", "fulfil", "run", "exchange")
_PAST: dict[Group, Status] = {
    "sign": "signed",
    "adopt": "signed",
    "agree": "agreed",
    "force": "in_force",
    "prepare": "planned",
    "propose": "proposed",
    "drop": "rejected",
    "fulfil": "implemented",
    "run": "in_force",
    "exchange": "signed",
}
_DENIED: frozenset[Group] = frozenset(("sign", "adopt", "agree", "force"))
_AUXILIARY = frozenset(("будет", "будут", "быть"))
_BRINGS = ("позвол", "помо", "даст", "откро", "придаст", "послуж")  # "подписание позволит": done or not, it is not told
_BEFORE_IT = frozenset(("для", "к", "до", "накануне", "перед", "преддверии"))
_COPULA = frozenset(("был", "была", "было", "были"))


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, the token of the word that tells it, and the name of the rule that read it."""

    status: Status | None
    at: int
    rule: str
    confidence: float


def status_of_verb(scene: Scene, k: int) -> Status | None:
    """What the act word at token `k` (a verb in any form) says of its document; None where it leaves that open.

    "подписан" is signed, "будет подписан" planned, "не подписан" rejected, "предлагает подписать" proposed.
    """
    word = scene.has(k, *ACTS)
    if word is None or (word.lemma in ("вступить", "вступать") and not _into_force(scene, k)):
        return None
    if "бы" in (scene.lower(k - 1), scene.lower(k + 1)) or _is_conditional(scene, k):
        return None
    if _is_denied(scene, k):
        if scene.find(k, 6, 2, "yet") is not None or word.group == "force":
            return "planned" if word.group in ("sign", "adopt", "agree") else None
        return "rejected" if word.group in _DENIED else None
    if word.group in ("prepare", "propose", "drop"):
        return _PAST[word.group]
    if word.pos == "INFN":
        return _status_of_infinitive(scene, k)
    if word.pos == "PRTS" and _is_ahead(scene, k):
        return "planned"
    if word.tense == "futr":
        return "signed" if word.lemma == "вступить" else "planned"
    return _PAST[word.group]


def _is_conditional(scene: Scene, k: int) -> bool:
    """True in a clause with "если", "вряд ли"."""
    return any(scene.lower(j) in ("если", "случае", "вряд") for j in scene.clause(k))


def _into_force(scene: Scene, k: int) -> bool:
    return "силу" in {scene.lower(j) for j in range(k - 2, k + 4)}


def _is_denied(scene: Scene, k: int) -> bool:
    """True for "не подписан", "подписан так и не был", "подписывать не стали", "отказался подписать"."""
    if scene.lower(k - 1) == "не" or any(
        scene.lower(j) == "не" and scene.lower(j + 1) in _COPULA for j in range(k + 1, k + 4)
    ):
        return True
    if scene.has(k, *ACTS) is None or not any(w.pos == "INFN" for w in scene.words[k]):
        return False
    if scene.find(k, 6, 4, "refuse") is not None:
        return True
    near = range(max(1, k - 5), k + 5)
    return any(scene.lower(j - 1) == "не" and scene.has(j, "become", "manage", "plan") for j in near)


def _is_ahead(scene: Scene, k: int) -> bool:
    """True for a short participle with "будет", "должен быть", also of a verb before ("будет создана и подписана")."""
    inside = [j for j in scene.clause(k) if k - 15 < j < k + 4]
    return any(scene.lower(j) in _AUXILIARY for j in inside)


def _status_of_infinitive(scene: Scene, k: int) -> Status | None:
    """By what governs it, before or after: "рассчитывают подписать", "подписать предлагает"."""
    word = scene.has(k, *ACTS)
    if word is not None and word.group == "force" and scene.lower(k - 1).startswith(("нача", "начина")):
        return "in_force"
    if word is not None and word.group == "force" and scene.lower(k - 1).startswith("начн"):
        return "signed"
    for j in [*range(k - 1, max(-1, k - 10), -1), *range(k + 1, min(len(scene.tokens), k + 5))]:
        if scene.clauses[j] != scene.clauses[k] and j > k:
            break
        if scene.has(j, "manage"):
            denied, done = scene.lower(j - 1) == "не", is_finite(scene.tokens[j]) != "futr"
            return "rejected" if denied else "planned" if not done else _PAST[word.group] if word else None
        if scene.has(j, "propose", "ahead"):
            return "proposed"
        if scene.has(j, "plan", "settle"):
            return "rejected" if scene.lower(j - 1) == "не" else "planned"
        if scene.lower(j) in _AUXILIARY:
            return "planned"
    return None


def status_of_noun(scene: Scene, k: int) -> Status | None:
    """What the clause says of the signing (ratification, draft) whose noun is at `k`.

    "после подписания" is signed, "ожидается подписание" planned, "возможность подписания" proposed.
    """
    word = scene.has(k, "signing", "ratifying", "drafting", "dropping")
    if word is None:
        return None
    if word.group == "dropping":
        return "rejected"
    if word.group == "drafting":
        return "proposed" if scene.find(k, 5, 12, "propose") is not None else "planned"
    if scene.lower(k - 1) == "без":
        return "rejected"
    if scene.lower(k - 1) == "от":  # "недалеко от подписания", "отказался от подписания"
        return "rejected" if scene.find(k, 4, 0, "refuse") is not None else "planned"
    if scene.lower(k - 1) == "на" and any(w.case == "accs" for w in scene.words[k]):
        return "planned"  # "согласие на подписание"; "на подписании" it is being done
    before = [scene.lower(j) for j in range(max(0, k - 3), k)]
    if scene.find(k, 4, 0, "ahead") is not None:
        return "proposed"
    if set(before) & _BEFORE_IT or scene.find(k, 3, 0, "drafting") is not None:
        return "planned"
    signed: Status = "in_force" if word.group == "ratifying" else "signed"
    if scene.lower(k - 1) == "благодаря":
        return None
    if scene.lower(k - 1) in ("после", "при", "с", "со") or scene.find(k, 3, 0, "done") is not None:
        return signed
    if scene.lower(k - 1).endswith(("летие", "летия", "летию")):
        return signed
    governor = _governor(scene, k)
    if governor is not None and scene.has(governor, "propose"):
        return "proposed"
    if governor is not None and scene.has(governor, "drop", "refuse"):
        return "rejected"
    if governor is not None and scene.has(governor, "plan", "prepare", "settle"):
        return "planned"
    if governor is None:
        return "planned" if _on_programme(scene) else signed
    if is_finite(scene.tokens[governor]) == "futr":
        return None if scene.lower(governor).startswith(_BRINGS) else "planned"
    return signed


def _on_programme(scene: Scene) -> bool:
    """True for the items of a programme: "В программе визита – подписание соглашения", "В их числе – ..."."""
    head = {t.lower for t in scene.tokens[:4]}
    return any(w.startswith(("программ", "повестк", "план")) for w in head) or {"в", "числе"} <= head


def _governor(scene: Scene, k: int) -> int | None:
    """The nearest finite verb or word of planning in the clause of `k`, words of saying left out."""
    reach = sorted(scene.clause(k), key=lambda j: (abs(j - k), j))
    for j in reach:
        if j == k or scene.clauses[j] != scene.clauses[k] or scene.has(j, "say") or scene.lower(j) in _COPULA:
            continue
        if scene.has(j, "plan", "propose", "drop", "refuse") or is_finite(scene.tokens[j]):
            return j
    return None


def is_attribute(word: Word) -> bool:
    """True for a full participle ("подписанный", "действующее")."""
    return word.pos in ("PRTF", "ADJF")
