"""Where the phrase that names a document begins and ends."""

from pipelines.entities.dates import expression_of
from pipelines.facts.agreement.scene import PREPOSITIONS, Scene, is_finite
from pipelines.facts.agreement.words import beginnings
from pipelines.text.morph import parses
from pipelines.text.tokens import fold

SEPARATORS = frozenset((",", "и", "также", ";", "–", "—", "-", ":", "•", "или", "плюс"))
QUOTES = '«»"“”„'
_LOOSE = frozenset(("и", "а", "также", "либо", "от", "стороны"))  # "соглашение о труде стороны подписали"
_INSIDE = frozenset(("совместно", "не", "еще", "более", "почти", "примерно", "порядка"))
_WHO = frozenset(("я", "мы", "вы", "он", "она", "они"))
_AT = frozenset(("в", "во", "по", "на", "при", "после", "перед"))


def left_edge(scene: Scene, i: int) -> tuple[int, bool]:
    """First token of the phrase of the noun at `i`, and whether it is "ряд", "пакет" of them."""
    first, many = i, False
    for k in range(i - 1, max(-1, i - 8), -1):
        token = scene.tokens[k]
        if dates_attribute(scene, k) or _places_attribute(scene, k):
            continue
        if scene.has(k, "many"):
            many = True
        elif token.kind == "number" or token.text in QUOTES:
            if token.text in QUOTES and not scene.lower(k + 1).startswith("дорожн"):
                break
        elif (token.lower == "из" and scene.has(k - 1, "many")) or _joins_adjectives(scene, k):
            continue
        elif token.kind != "word" or token.lower in PREPOSITIONS or not _modifies(token.lower):
            break
        first = k
    return first, many


def dates_attribute(scene: Scene, k: int) -> bool:
    """True for "3 октября" of "заключенным 3 октября договором"."""
    start = scene.tokens[k].start
    date = next((m for m in scene.sentence.of_kind("date") if m.start <= start < m.end), None)
    if date is None:
        return False
    before = scene.index_at(date.start) - 1
    return (word := scene.has(before, "sign", "adopt")) is not None and word.pos == "PRTF"


def _places_attribute(scene: Scene, k: int) -> bool:
    """True for "в Баку" of "подписанный в Баку план"."""
    if scene.lower(k) in ("в", "во"):
        k += 1
    if scene.lower(k - 1) not in ("в", "во") or not any(
        scene.index_at(m.start) == k for m in scene.sentence.of_kind("place")
    ):
        return False
    return (word := scene.has(k - 2, "sign", "adopt")) is not None and word.pos == "PRTF"


def _joins_adjectives(scene: Scene, k: int) -> bool:
    """True for the "и" of "межправительственных и межведомственных документов"."""
    if scene.lower(k) not in ("и", ","):
        return False
    before, after = scene.lower(k - 1), scene.lower(k + 1)
    return before[-2:] == after[-2:] and all(parses(w)[0].pos == "ADJF" for w in (before, after) if w) and bool(before)


def _modifies(word: str) -> bool:
    if word in ("очередной", "новый", "сразу", "целый", "еще", "уже"):
        return True
    return any(p.pos in ("ADJF", "PRTF", "NUMR") or "Anum" in p.grammemes for p in parses(word)[:2])


def right_edge(scene: Scene, start: int) -> int:
    """Last token of the phrase whose words after the noun begin at `start`."""
    tokens = scene.tokens
    last = start - 1
    k = start
    while k < len(tokens):
        if is_abbreviation(scene, k):
            k += 3
        if k >= len(tokens):
            break
        if k not in scene.names and (tokens[k].text in QUOTES or _ends(scene, k)):
            break
        last, k = k, k + 1
    while last >= start and (tokens[last].text in ",.;:" or tokens[last].lower in _LOOSE):
        last -= 1
    return last


def is_abbreviation(scene: Scene, k: int) -> bool:
    """True for "(МоВ)" right behind what it stands for."""
    if scene.lower(k) != "(" or scene.lower(k + 2) != ")":
        return False
    return sum(c.isupper() for c in scene.tokens[k + 1].text) > 1


def _ends(scene: Scene, k: int) -> bool:
    """True where the token at `k` stands behind the phrase."""
    token = scene.tokens[k]
    if scene.clauses[k] != scene.clauses[k - 1] and not is_abbreviation(scene, k - 3):
        return True
    if token.text in "()" or scene.stops(k) or _is_actor(scene, k):
        return True
    if token.kind == "word" and not token.text[0].isupper() and (is_finite(token) or _is_adverb(token.lower)):
        return True
    if scene.has(k, "sign", "adopt") and any(w.pos in ("INFN", "VERB", "PRTS") for w in scene.words[k]):
        return True
    if token.lower in ("каждый", "каждую"):
        return True
    if token.lower == "от" and _names_signer(scene, k + 1):
        return True
    if token.lower in SEPARATORS:
        return _document_ahead(scene, k)
    return _is_circumstance(scene, k) or _is_when(scene, token.start)


def _is_actor(scene: Scene, k: int) -> bool:
    """True for who acts and is no part of a name: "подписания договора президент", "контрактов мы подписали"."""
    if scene.lower(k) in _WHO:
        return True
    start = scene.tokens[k].start
    if not any(m.start == start for m in scene.sentence.of_kind("role")):
        return False
    cases = {p.case for p in parses(scene.lower(k)) if p.pos == "NOUN"}
    return "nomn" in cases and not cases & {"gent", "datv", "ablt"}


def _names_signer(scene: Scene, k: int) -> bool:
    """True for "Грузии" of "подписали договор от Грузии", "имени" of "от имени правительства"."""
    sided = any(scene.index_at(m.start) == k for m in scene.sentence.of_kind("country"))
    return sided or scene.lower(k) in ("имени", "лица")


def _is_circumstance(scene: Scene, k: int) -> bool:
    """True for "по итогам ...", "в ходе ...", "после встречи", "в ближайшее время"."""
    ahead = (scene.lower(k + 1), scene.lower(k + 2))
    return scene.lower(k) in _AT and any(w.startswith(beginnings("circumstance")) for w in ahead)


def _is_when(scene: Scene, start: int) -> bool:
    """True where a date begins that belongs to the verb: "соглашение 5 мая", "меморандум в июне", not "на 2025 год"."""
    date = next((m for m in scene.sentence.of_kind("date") if m.start == start), None)
    if date is None:
        return False
    deadline = date.form == "by" and (date.date_precision != "year" or " конца " in fold(date.surface))
    return deadline or (date.form == "in" and expression_of(date).preposition in (None, "в", "во"))


def _is_adverb(word: str) -> bool:
    """True for a word that goes with the verb: "соглашение сегодня подписано", "контракт должен подписать"."""
    return word not in _INSIDE and all(p.pos in ("ADVB", "PRCL", "ADJS", "PRED") for p in parses(word))


def _document_ahead(scene: Scene, k: int) -> bool:
    """True where another document is named right after the separator at `k`."""
    for j in range(k + 1, min(k + 7, len(scene.tokens))):
        if scene.has(j, "document"):
            return True
        token = scene.tokens[j]
        if token.lower in SEPARATORS or token.text in QUOTES or token.kind == "number" or token.lower == "а":
            continue
        if scene.has(j, "many") or (token.kind == "word" and _modifies(token.lower)):
            continue
        if scene.has(j, "ratifying") or (token.lower == "о" and scene.has(j + 1, "ratifying")):
            continue  # "о ратификации договора ... и о ратификации соглашения"
        return False
    return False
