"""Noun phrases that name a document: "ряд двусторонних документов", "Соглашение о взаимной защите инвестиций"."""

from pipelines.entities.dates import expression_of
from pipelines.facts.agreement.scene import PREPOSITIONS, Scene, is_finite
from pipelines.facts.agreement.words import Noun, Word, agreement_words, beginnings
from pipelines.text.morph import parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_SEPARATORS = frozenset((",", "и", "также", ";", "–", "—", "-", ":", "•", "или", "плюс"))
_QUOTES = '«»"“”„'
_UP_TO = frozenset(("до", "около", "более", "свыше", "порядка", "почти", "не", "менее", "сразу", "целый", "еще", "уже"))
_TOPIC = frozenset(("о", "об", "обо", "по"))
_LOOSE = frozenset(("и", "а", "также", "либо", "от", "стороны"))  # "соглашение о труде стороны подписали"
_INSIDE = frozenset(("совместно", "не", "еще", "более", "почти", "примерно", "порядка"))
_AT = frozenset(("в", "во", "по", "на", "при", "после", "перед"))
_MATTER = frozenset(("вопрос", "речь", "вопросу", "вопроса"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A document by tokens: `head` its noun, `first` to `last` the whole phrase; `subject` from its first token on.

    `count` is how many are spoken of; `many` is true of "ряд документов"; `cases` are the readings of the head;
    `topic` is true of "вопрос о меморандуме", where what is said of the matter is said of the document.
    """

    head: int
    first: int
    last: int
    subject: int | None
    noun: Noun
    cases: frozenset[str]
    plural: bool
    many: bool
    count: int | None
    preposition: str | None
    topic: bool
    modifiers: frozenset[str]
    title: str | None


def find_phrases(scene: Scene) -> tuple[Phrase, ...]:
    """Phrases of the sentence in the order of the text."""
    found: list[Phrase] = []
    for i in scene.marked:
        noun = _noun(scene, i)
        if noun is not None:
            found.append(_phrase(scene, i, noun))
    return tuple(found)


def _noun(scene: Scene, i: int) -> Noun | None:
    """Which document the token at `i` names; "карта" after "дорожная", "пакет" that stands for its documents."""
    if scene.has(i, "bundle"):
        return None if any(scene.has(k, "document", "understanding") for k in range(i + 1, i + 5)) else "document"
    word = scene.has(i, "document")
    if word is None or (word.noun == "roadmap" and not scene.lower(i - 1).startswith("дорожн")):
        return None
    return word.noun


def _phrase(scene: Scene, i: int, noun: Noun) -> Phrase:
    readings = [w for w in scene.words[i] if w.group in ("document", "bundle")]
    first, many = _left_edge(scene, i)
    many = many or scene.has(i, "bundle") is not None
    title, after = _title(scene, i)
    last = _right_edge(scene, after)
    count = _count(scene, first, i)
    return Phrase(
        head=i,
        first=first,
        last=last,
        subject=_subject_start(scene, after, last),
        noun=noun,
        cases=frozenset(w.case for w in readings if w.case),
        plural=count is not None or many or _is_plural(scene, first, i, readings),
        many=many,
        count=count,
        preposition=_preposition(scene, first, count),
        topic=scene.lower(first - 1) in _TOPIC and scene.lower(first - 2) in _MATTER,
        modifiers=frozenset(
            scene.lower(k)[:5] for k in range(first, i) if scene.tokens[k].kind == "word" and _tells(scene.lower(k))
        ),
        title=title,
    )


def _is_plural(scene: Scene, first: int, head: int, readings: list[Word]) -> bool:
    """True for several documents; "соглашения" is one after a noun or preposition ("подписание соглашения")."""
    if all(w.number == "plur" for w in readings):
        return True
    agreeing = {p.number for p in parses(scene.lower(head - 1)) if p.pos in ("ADJF", "PRTF")} if head > first else set()
    if len(agreeing) == 1:
        return agreeing == {"plur"}
    before = scene.lower(first - 1)
    governed = before in PREPOSITIONS or (before != "" and parses(before)[0].pos == "NOUN")
    return any(w.number == "plur" and w.case in ("nomn", "accs") for w in readings) and not governed


def _left_edge(scene: Scene, i: int) -> tuple[int, bool]:
    """First token of the phrase of the noun at `i`, and whether it is "ряд", "пакет" of them."""
    first, many = i, False
    for k in range(i - 1, max(-1, i - 8), -1):
        token = scene.tokens[k]
        if _dates_attribute(scene, k) or _places_attribute(scene, k):
            continue
        if scene.has(k, "many"):
            many = True
        elif token.kind == "number" or token.text in _QUOTES:
            if token.text in _QUOTES and not scene.lower(k + 1).startswith("дорожн"):
                break
        elif (token.lower == "из" and scene.has(k - 1, "many")) or _joins_adjectives(scene, k):
            continue
        elif token.kind != "word" or token.lower in PREPOSITIONS or not _modifies(token.lower):
            break
        first = k
    return first, many


def _dates_attribute(scene: Scene, k: int) -> bool:
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


def _tells(word: str) -> bool:
    """True for an adjective that sets one document apart from another: "газовый", not "этот", "новый"."""
    best = parses(word)[0]
    plain = any(w.group == "plain" for w in agreement_words().get(word, ()))
    return best.pos == "ADJF" and "Apro" not in best.grammemes and not plain


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


def _title(scene: Scene, i: int) -> tuple[str | None, int]:
    """The quoted title right after the noun at `i`, and the token that the rest of the phrase begins at."""
    k = i + 1
    if k < len(scene.tokens) and scene.tokens[k].text in _QUOTES and scene.lower(i - 1) and scene.tokens[k].text in "»":
        k += 1
    if k + 1 >= len(scene.tokens) or scene.tokens[k].text not in '«"“„':
        return None, k
    for j in range(k + 1, len(scene.tokens)):
        if scene.tokens[j].text in '»"”':
            if k not in scene.names:
                return None, k
            inside = scene.sentence.between(scene.tokens[k].end, scene.tokens[j].start)
            return inside.strip() or None, j + 1
    return None, k


def _right_edge(scene: Scene, start: int) -> int:
    """Last token of the phrase whose words after the noun begin at `start`."""
    tokens = scene.tokens
    last = start - 1
    for k in range(start, len(tokens)):
        if k not in scene.names and (tokens[k].text in _QUOTES or _ends(scene, k)):
            break
        last = k
    while last >= start and (tokens[last].text in ",.;:" or tokens[last].lower in _LOOSE):
        last -= 1
    return last


def _ends(scene: Scene, k: int) -> bool:
    """True where the token at `k` stands behind the phrase."""
    token = scene.tokens[k]
    if scene.clauses[k] != scene.clauses[k - 1]:
        return True
    if token.text in "()" or scene.stops(k):
        return True
    if token.kind == "word" and not token.text[0].isupper() and (is_finite(token) or _is_adverb(token.lower)):
        return True
    if scene.has(k, "sign", "adopt") and any(w.pos in ("INFN", "VERB", "PRTS") for w in scene.words[k]):
        return True
    if token.lower in _SEPARATORS:
        return _document_ahead(scene, k)
    return _is_circumstance(scene, k) or _is_when(scene, token.start)


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
        if token.lower in _SEPARATORS or token.text in _QUOTES or token.kind == "number" or token.lower == "а":
            continue
        if scene.has(j, "many") or (token.kind == "word" and _modifies(token.lower)):
            continue
        return False
    return False


def _subject_start(scene: Scene, start: int, last: int) -> int | None:
    """Where the words begin that tell what the document is about: after "между ..." and "о"."""
    if start > last:
        return None
    if scene.lower(start) in _TOPIC:
        return start + 1
    if scene.lower(start) in _SEPARATORS or [scene.lower(start), scene.lower(start + 1)] == ["в", "том"]:
        return None
    if scene.lower(start) in ("между", "с", "со"):
        about = next((k for k in range(start, last) if scene.lower(k) in (*_TOPIC, "на")), None)
        return None if about is None else about if scene.lower(about) == "на" else about + 1
    return start


def _count(scene: Scene, first: int, head: int) -> int | None:
    low, high = scene.tokens[first].start, scene.tokens[head].end
    for m in scene.sentence.of_kind("quantity"):
        if low <= m.start and m.end <= high and m.value is not None and m.value == int(m.value) and 1 < m.value < 1000:
            return int(m.value)
    plain = (k for k in range(first, head) if scene.tokens[k].kind == "number" and scene.tokens[k].text.isdigit())
    numbers = (int(scene.tokens[k].text) for k in plain if not _dates_attribute(scene, k))
    return next((n for n in numbers if 1 < n < 1000), None)


def _preposition(scene: Scene, first: int, count: int | None) -> str | None:
    """The preposition that governs the phrase; none for "до десяти соглашений" and "вопрос о меморандуме"."""
    before = scene.lower(first - 1)
    if scene.tokens[first - 1].text in _QUOTES and first > 1:
        before = scene.lower(first - 2)
    if before not in PREPOSITIONS or (count is not None and before in _UP_TO):
        return None
    if before in _TOPIC and scene.lower(first - 2) in _MATTER:
        return None
    if before == "над" and scene.lower(first - 2).startswith("работ"):
        return None
    if before == "под" and scene.lower(first - 2).startswith("подпис"):
        return None
    return before


def is_listed(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """True where `phrase` goes on the list that `before` stands in: "соглашение о ..., меморандум о ... и"."""
    k = phrase.first - 1
    if k >= 0 and scene.tokens[k].text in _QUOTES:
        k -= 1
    if scene.lower(k) not in _SEPARATORS or phrase.preposition is not None:
        return False
    return bool(phrase.cases & before.cases) or before.plural or phrase.many


def shares_number(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """True for the memoranda of "24 соглашения и меморандума"."""
    joined = phrase.head == before.head + 2 and scene.lower(phrase.head - 1) == "и"
    return before.count is not None and joined and "gent" in phrase.cases


def is_nested(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """True where `phrase` belongs to the words that tell what `before` is about."""
    return phrase.head <= before.last and not is_listed(scene, phrase, before)
