"""Noun phrases that name a document: "ряд двусторонних документов", "Соглашение о взаимной защите инвестиций"."""

from pipelines.facts.agreement.edges import QUOTES, SEPARATORS, dates_attribute, left_edge, right_edge
from pipelines.facts.agreement.scene import PREPOSITIONS, Scene
from pipelines.facts.agreement.words import Noun, Word, agreement_words
from pipelines.text.morph import parses
from pipelines.text.records import dataclass

_UP_TO = frozenset(("до", "около", "более", "свыше", "порядка", "почти", "не", "менее", "сразу", "целый", "еще", "уже"))
_TOPIC = frozenset(("о", "об", "обо", "по"))
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
    first, many = left_edge(scene, i)
    many = many or scene.has(i, "bundle") is not None
    title, after = _title(scene, i)
    last = max(i, right_edge(scene, after))
    if scene.tokens[last].text == "»":
        last -= 1
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


def _tells(word: str) -> bool:
    """True for an adjective that sets one document apart from another: "газовый", not "этот", "новый"."""
    best = parses(word)[0]
    plain = any(w.group == "plain" for w in agreement_words().get(word, ()))
    return best.pos == "ADJF" and "Apro" not in best.grammemes and not plain


def _title(scene: Scene, i: int) -> tuple[str | None, int]:
    """The quoted title right after the noun at `i`, and the token that the rest of the phrase begins at."""
    k = i + 1
    if k < len(scene.tokens) and scene.tokens[k].text in QUOTES and scene.lower(i - 1) and scene.tokens[k].text in "»":
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


def _subject_start(scene: Scene, start: int, last: int) -> int | None:
    """Where the words begin that tell what the document is about: after "между ..." and "о"."""
    if start > last:
        return None
    if scene.lower(start) in _TOPIC:
        return start + 1
    if scene.lower(start) in SEPARATORS or [scene.lower(start), scene.lower(start + 1)] == ["в", "том"]:
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
    numbers = (int(scene.tokens[k].text) for k in plain if not dates_attribute(scene, k))
    return next((n for n in numbers if 1 < n < 1000), None)


def _preposition(scene: Scene, first: int, count: int | None) -> str | None:
    """The preposition that governs the phrase; none for "до десяти соглашений" and "вопрос о меморандуме"."""
    before = scene.lower(first - 1)
    if scene.tokens[first - 1].text in QUOTES and first > 1:
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
    if k >= 0 and scene.tokens[k].text in QUOTES:
        k -= 1
    if scene.lower(k) not in SEPARATORS or phrase.preposition is not None:
        return False
    return bool(phrase.cases & before.cases) or before.plural or phrase.many


def shares_number(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """True for the memoranda of "24 соглашения и меморандума", "подписаны соглашения и меморандумы"."""
    joined = phrase.head == before.head + 2 and scene.lower(phrase.head - 1) == "и"
    bare = before.plural and phrase.plural and phrase.last == phrase.head
    return joined and (bare or (before.count is not None and "gent" in phrase.cases))


def is_nested(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """True where `phrase` belongs to the words that tell what `before` is about."""
    return phrase.head <= before.last and not is_listed(scene, phrase, before)
