"""Whether a contact was held, goes on, is planned or cancelled, by the verbs around its trigger."""

from typing import Literal

from pipelines.facts.visit.clauses import is_finite
from pipelines.facts.visit.party import PREPOSITIONS
from pipelines.facts.visit.scene import Scene
from pipelines.facts.visit.words import Group, Word
from pipelines.text.morph import parses

Status = Literal["held", "ongoing", "planned", "cancelled"]
_COMING = frozenset(("предстоять", "предстоящий", "грядущий"))  # as adjectives said of the noun behind them
_VERBS: tuple[Group, ...] = (
    *(
        "arrive",
        "go",
        "return_from",
        "call_at",
        "stay",
        "take_part",
        "receive",
        "greet",
        "await",
        "meet",
        "hold",
        "make",
    ),
    *("phone", "speak", "lead"),
)
_TENSE_STATUS: dict[str, Status] = {"past": "held", "futr": "planned", "pres": "ongoing"}
# Before a visit noun: what stands there is told of something in the course of the visit, or ahead of it.
_IN_COURSE = frozenset(
    ("ходе", "время", "рамках", "итогам", "окончании", "завершении", "после", "период", "с", "со", "на")
)
_AHEAD = frozenset(
    ("преддверии", "преддверие", "накануне", "перед", "подготовка", "подготовке", "подготовки", "подготовку", "канун")
)


def status_of_verb(scene: Scene, i: int) -> Status | None:
    """What the verb at token `i` says of its own event; None where it leaves open whether it happens.

    "прибыл" is held, "прибудет" planned, "планирует посетить" planned, "пригласил посетить" open.
    """
    word = scene.has(i, *_VERBS)
    if word is None or (i > 0 and scene.tokens[i - 1].lower == "не"):
        return None
    if word.pos == "INFN":
        return _status_of_infinitive(scene, i)
    if word.pos == "GRND" and word.tense == "pres":  # "заявил, принимая посла"
        return "held" if main_tense(scene, i, anywhere=True) == "past" else "ongoing"
    if word.pos == "GRND" or (word.pos or "").startswith("PRT"):
        return "held" if word.tense == "past" else "ongoing"
    if word.tense == "pres" and word.group in ("arrive", "go", "await"):
        return "planned"
    return _TENSE_STATUS.get(word.tense or "")


def _status_of_infinitive(scene: Scene, i: int) -> Status | None:
    """Of "планирует посетить", "принял приглашение посетить"; None after "хотел бы", "пригласил"."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if scene.clauses[k] != scene.clauses[i]:
            break
        if scene.has(k, "open_end"):
            return "planned" if k > 0 and scene.has(k, "invite") and scene.has(k - 1, "receive") else None
        if scene.has(k, "intend") or scene.tokens[k].lower in ("будет", "будут"):
            return "planned" if k == 0 or scene.tokens[k - 1].lower != "не" else None
    return None


def status_of_noun(scene: Scene, i: int) -> tuple[Status | None, bool]:
    """What the clause says of the visit or talks named at token `i` (None: nothing), and whether only of its course.

    "визит состоится" is planned; "в ходе визита обсудит" planned too, but only what comes in its course.
    """
    ahead = _ahead_of(scene, i)
    if ahead == {"перед"} and scene.has(i, "talks") and main_tense(scene, i) == "past":
        return "held", True  # "перед переговорами возложил венок": they followed
    if ahead:
        return "planned", False
    if _is_ahead(scene, i) or (_awaits(scene, i) and not _is_denied(scene, i)):
        return "planned", False
    if _is_called_off(scene, i):
        return "cancelled", False
    if _is_arranged(scene, i):
        return "planned", False
    opening = _opening(scene, i)
    governing = _preposition(scene, i)
    if governing in ("от", "о", "об", "для", "до", "к", "из-за"):
        return None, False
    own = None if opening in _IN_COURSE - {"с", "со"} else _own_verb(scene, i)
    if own is not None:
        return _status_of_own(scene, i, *own), False
    if opening in ("с", "со"):
        verbs = (k for k in scene.around(i, 10, 10) if scene.has(k, "arrive", "go", "call_at", "stay"))
        verb = next(verbs, None)
        if verb is not None:
            status = status_of_verb(scene, verb)
            return status, status == "ongoing" and scene.has(verb, "call_at") is not None
        alone = main_tense(scene, i) is None and any(
            scene.clause_of(p.start) == scene.clauses[i] for p in scene.parties
        )
        return ("ongoing" if alone else None), False  # "Президент с визитом в Баку"
    named = any(scene.clause_of(p.start) == scene.clauses[i] for p in scene.parties)
    if named and scene.near(i, 12, 12, "intend") and main_tense(scene, i) == "pres":
        return "planned", True  # "Эмир во время визита рассчитывает встретиться"
    return {"past": ("held", True), "futr": ("planned", True)}.get(main_tense(scene, i) or "", (None, True))  # type: ignore[return-value]


def _ahead_of(scene: Scene, i: int) -> set[str]:
    """Words like "накануне" before the noun at token `i`; not the day of "накануне завершил визит"."""
    near = scene.tokens[max(0, i - 5) : i]
    verbs = [k for k, t in enumerate(near) if is_finite(t) is not None]
    return {t.lower for k, t in enumerate(near) if not (t.lower == "накануне" and any(v > k for v in verbs))} & _AHEAD


def _is_arranged(scene: Scene, i: int) -> bool:
    """True for "об организации визита", "детали встречи": the noun before tells of what is to come."""
    for k in range(i - 1, max(-1, i - 4), -1):
        word = scene.tokens[k]
        if scene.has(k, "arrange"):
            return True
        if word.kind != "word" or parses(word.lower)[0].pos not in ("ADJF", "NUMR"):
            return False
    return False


def _is_called_off(scene: Scene, i: int) -> bool:
    """True for "решение о переносе сроков саммита и визита": a noun of putting off before it, no verb between."""
    for k in range(i - 1, max(-1, i - 15), -1):
        word = scene.has(k, "cancel")
        if scene.clauses[k] != scene.clauses[i] or is_finite(scene.tokens[k]) is not None:
            return False
        if word is not None:
            return word.pos == "NOUN"
    return False


def _awaits(scene: Scene, i: int) -> bool:
    """True for "ждет визита", "жду встречи"."""
    return scene.near(i, 2, 0, "await") is not None or "жду" in {t.lower for t in scene.tokens[max(0, i - 2) : i]}


def _is_denied(scene: Scene, i: int) -> bool:
    return "не" in {t.lower for t in scene.tokens[max(0, i - 3) : i]}


def _is_ahead(scene: Scene, i: int) -> bool:
    """True for a word of plans before the noun at token `i`; an adjective ("предстоящий") only right before it."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if scene.clauses[k] != scene.clauses[i]:
            return False
        word = scene.has(k, "intend")
        if word is None:
            continue
        if word.lemma not in _COMING:
            return True
        between = scene.tokens[k + 1 : i]
        return all(t.kind == "word" and parses(t.lower)[0].pos in ("ADJF", "NUMR", "CONJ") for t in between)
    return False


def _opening(scene: Scene, i: int) -> str | None:
    """The word that opens the phrase of the noun at token `i`, past its adjectives: "ходе", "с", "на"."""
    for k in range(i - 1, max(-1, i - 5), -1):
        token = scene.tokens[k]
        if token.kind == "punct":
            return None
        if token.lower in _IN_COURSE:
            return token.lower
    return None


def is_in_course(scene: Scene, i: int) -> bool:
    """True for the noun of "в ходе визита", "по итогам визита", not of "с визитом", "на встречу"."""
    return _opening(scene, i) not in (None, "с", "со", "на")


def _preposition(scene: Scene, i: int) -> str | None:
    """The preposition right before the noun at token `i` and its adjectives."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if scene.tokens[k].lower in PREPOSITIONS:
            return scene.tokens[k].lower
        if scene.tokens[k].kind != "word" or parses(scene.tokens[k].lower)[0].pos not in ("ADJF", "NUMR", "ADVB"):
            return None
    return None


def _own_verb(scene: Scene, i: int) -> tuple[int, Word] | None:
    """The verb that the noun at token `i` is subject or object of, with its place."""
    groups: tuple[Group, ...] = ("cancel", "took_place", "begun", "going_on", "will_last", "intend", "make", "hold")
    for k in scene.around(i, 12, 30):
        word = scene.has(k, *groups)
        if word is None or (word.group == "cancel" and word.pos == "INFN" and abs(k - i) > 8):
            continue
        if word.lemma in _COMING and word.pos in ("ADJF", "PRTF"):  # "предстоящий" is said of the noun behind it
            continue
        if word.pos == "PRTF" and not -4 <= k - i <= 3:  # "... после войны, начавшейся осенью"
            continue
        return k, word
    return None


def _names_new_day(scene: Scene, k: int) -> bool:
    """True for "перенесён с 5 марта на 20 апреля", not for "отложен на неопределенный срок"."""
    days = (scene.index_at(d.start) for d in scene.dates if d.start > scene.tokens[k].start)
    return any("на" in (scene.tokens[at].lower, scene.tokens[at - 1].lower) for at in days)


def _status_of_own(scene: Scene, i: int, k: int, word: Word) -> Status | None:
    negated = k > 0 and scene.tokens[k - 1].lower == "не"
    if word.group == "cancel":
        if negated:
            return None
        return "planned" if scene.has(k, "put_off") and _names_new_day(scene, k) else "cancelled"
    if negated:
        return "cancelled" if word.group in ("took_place", "make") else None
    if word.group == "intend":
        return "planned"
    if word.group == "will_last":
        return "planned" if word.tense == "futr" else "held"
    if word.group == "begun":
        return "planned" if word.tense == "futr" else "ongoing"
    if word.pos == "INFN":
        return "planned" if scene.near(i, 12, 12, "intend") else None
    if (word.pos or "").startswith("PRT"):
        return "held" if word.tense == "past" else None
    if word.lemma == "иметь" and word.tense == "pres":  # "имею в виду визит"
        return None
    return _TENSE_STATUS.get(word.tense or "")


def main_tense(scene: Scene, i: int, *, anywhere: bool = False) -> str | None:
    """Tense of the finite verb nearest to token `i` in its clause (or `anywhere`); verbs of saying count last."""
    said = None
    places = scene.around(i, len(scene.tokens), len(scene.tokens))
    for k in sorted(range(len(scene.tokens)), key=lambda k: abs(k - i)) if anywhere else places:
        tense = is_finite(scene.tokens[k])
        if tense is None:
            continue
        if not scene.has(k, "say"):
            return tense
        said = said or tense
    return said
