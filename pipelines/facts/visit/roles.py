"""Who does what to whom in a clause: subject, object and companions of a trigger word."""

import re
from itertools import pairwise

from pipelines.facts.visit.clauses import is_finite, is_participle
from pipelines.facts.visit.party import PREPOSITIONS, Party
from pipelines.facts.visit.scene import Scene, Spot
from pipelines.text.morph import parses
from pipelines.text.records import replace

_LISTING = frozenset(("и", "а", "в", "во", "на", "затем", "также", "потом", "далее", "но", "еще"))
_FREE_NOUNS = ("столиц", "город", "республик", "королевств", "стран", "дня", "днях", "недел", "месяц")
_CRAFT = frozenset(("самолет", "борт", "лайнер", "вертолет", "кортеж"))
_SUBJECT_PRONOUNS = frozenset(("он", "она", "они"))
OBJECT_PRONOUNS = frozenset(("его", "ее", "их", "гостя", "гостей", "гостью"))


def subject_of(scene: Scene, i: int, focus: Party | None) -> Party | None:
    """Who does what the verb at token `i` says: a party of its clause, the head of "который", the focus."""
    at, clause = scene.tokens[i].start, scene.clauses[i]
    own = [p for p in scene.parties if scene.clause_of(p.start) == clause and may_be_subject(p)]
    left = [p for p in own if p.end <= at]
    right = [p for p in own if p.start > at]
    receives = scene.has(i, "receive", "greet", "await") is not None
    head = head_behind(scene, i)
    if head is not None:
        return head
    whom_first = i > 0 and scene.tokens[i - 1].lower in OBJECT_PRONOUNS  # "..., его принял вице-премьер"
    if left and receives and (left[-1].case is None or whom_first) and right and right[0].case == "nomn":
        return right[0]
    if left:
        return next((p for p in reversed(left) if p.case == "nomn"), left[-1])
    if _is_relative(scene, i):
        return _antecedent(scene, clause, focus)
    pronoun = _pronoun(scene, i)
    if pronoun == "они":
        return focus if focus is not None and focus.delegation is not None else None
    if pronoun is not None:
        return referent(scene, i, focus)
    guest_first = receives and i + 1 < len(scene.tokens) and scene.tokens[i + 1].lower in OBJECT_PRONOUNS
    if right and (right[0].case == "nomn" or guest_first or not scene.has(i, "receive", "greet", "await", "lead")):
        return next((p for p in right if p.case == "nomn"), right[0])
    if _has_other_subject(scene, i):
        return None
    earlier = [p for p in scene.parties if p.end <= at and may_be_subject(p)]
    nominative = [p for p in earlier if p.case == "nomn"]
    return nominative[-1] if nominative else earlier[-1] if earlier else None


def aboard(scene: Scene, i: int) -> Party | None:
    """Who is aboard: the genitive of "самолет президента Ирана приземлился" before the verb at token `i`."""
    for p in scene.parties:
        k = scene.index_at(p.start) - 1
        carried = k >= 0 and scene.tokens[k].lower in _CRAFT and scene.clauses[k] == scene.clauses[i]
        if carried and p.end <= scene.tokens[i].start and p.case in ("gent", None):
            return p
    return None


def head_behind(scene: Scene, i: int) -> Party | None:
    """Whom the participle at token `i` describes where it stands before him: "прибывший в Минск министр Ирана"."""
    if not any((w.pos or "") == "PRTF" for w in scene.words[i]) or (i > 0 and scene.tokens[i - 1].text == ","):
        return None
    head = next((p for p in scene.parties if p.start > scene.tokens[i].start), None)
    if head is None or head.preposition is not None:
        return None
    between = scene.tokens[i + 1 : scene.index_at(head.start)]
    return None if any(t.text in ",;:()" or is_finite(t) is not None for t in between) else head


def _antecedent(scene: Scene, clause: int, focus: Party | None) -> Party | None:
    """Whom the "который" that opens `clause` means: the party right before it, not one with a noun between."""
    opening = scene.clauses.index(clause)
    before = [p for p in scene.parties if p.end <= scene.tokens[opening].end]
    if not before:
        return focus
    between = scene.tokens[scene.index_at(before[-1].end) : opening]
    nouns = (t for t in between if t.kind == "word" and t.text.islower() and parses(t.lower)[0].pos == "NOUN")
    return before[-1] if next(nouns, None) is None else None


def _has_other_subject(scene: Scene, i: int) -> bool:
    """True where a plain noun before the verb at token `i` is its subject ("строительство находится")."""
    for k in scene.around(i, 10, 0):
        token = scene.tokens[k]
        if token.kind != "word" or not token.text.islower() or scene.has(k, "visit", "talks", "conversation"):
            continue
        nominative = any(p.pos == "NOUN" and p.case == "nomn" and p.score > 0.2 for p in parses(token.lower))
        governed = any(t.lower in PREPOSITIONS for t in scene.tokens[max(0, k - 2) : k])
        if nominative and not governed and not _in_date(scene, k):
            return True
    return False


def _in_date(scene: Scene, k: int) -> bool:
    return any(d.start <= scene.tokens[k].start < d.end for d in scene.dates)


def referent(scene: Scene, i: int, focus: Party | None) -> Party | None:
    """Whom a pronoun near token `i` stands for: the last one named before it in the sentence, else the focus."""
    before = [p for p in scene.parties if p.end <= scene.tokens[i].start and not p.plural]
    return before[-1] if before else focus


def may_be_subject(p: Party) -> bool:
    """True where the form of `p` allows it to be a subject."""
    return p.preposition is None and p.case in ("nomn", None)


def may_be_object(p: Party) -> bool:
    """True where the form of `p` allows it to be a direct object."""
    return p.preposition is None and p.case in ("accs", "gent", None)


def _is_relative(scene: Scene, i: int) -> bool:
    """True where the clause of token `i` hangs on a word before it: "который прибыл", "прибывший"."""
    word = scene.words[i][0] if scene.words[i] else None
    if word is not None and (word.pos or "") == "PRTF":
        return True
    first = scene.clauses.index(scene.clauses[i])
    opening = scene.tokens[first : first + 4]
    if first > 0 and opening[0].text == "," and any(is_participle(t) for t in opening[1:2]):
        return True
    return any(t.lower in ("который", "которая", "которые", "которое") for t in opening)


def _pronoun(scene: Scene, i: int) -> str | None:
    """The pronoun that is subject in the clause of token `i`, near it."""
    near = (scene.tokens[k].lower for k in scene.around(i, 9, 9))
    return next((word for word in near if word in _SUBJECT_PRONOUNS), None)


def object_of(scene: Scene, i: int, focus: Party | None) -> tuple[Party, ...]:
    """Whom the verb at token `i` concerns, with those joined to them by "и"; the one in focus for "его"."""
    at, clause = scene.tokens[i].start, scene.clauses[i]
    own = [p for p in scene.parties if scene.clause_of(p.start) == clause and may_be_object(p)]
    right = [p for p in own if p.start > at]
    guests = i + 1 < len(scene.tokens) and scene.tokens[i + 1].lower in ("гостя", "гостей", "гостью")
    if right and not guests:
        return joined_to(scene, right[0])
    behind = any(p.start > at and p.case == "nomn" and scene.clause_of(p.start) == clause for p in scene.parties)
    told = [p for p in own if p.end <= at and (p.case is not None or behind)]
    if told:
        return (told[-1],)
    beside = {t.lower for t in (*scene.tokens[max(0, i - 1) : i], *scene.tokens[i + 1 : i + 2])}
    if not OBJECT_PRONOUNS & beside:
        return ()
    subject = own_subject(scene, i)
    whom = focus if subject is not None and subject is referent(scene, i, None) else referent(scene, i, focus)
    return (whom,) if whom is not None else ()


def own_subject(scene: Scene, i: int) -> Party | None:
    """The nominative of the clause of token `i` before it: no pronoun there means him."""
    clause, at = scene.clauses[i], scene.tokens[i].start
    own = [p for p in scene.parties if p.case == "nomn" and p.end <= at and scene.clause_of(p.start) == clause]
    return own[-1] if own and "," not in scene.sentence.between(own[-1].end, at) else None


def companions_of(scene: Scene, i: int, focus: Party | None) -> tuple[Party, ...]:
    """Those after token `i` with "с": "встретился с ...", and those joined to them; the focus for "с ним"."""
    at, clause = scene.tokens[i].start, scene.clauses[i]
    for p in scene.parties:
        if p.start > at and not _broken(scene, i, p) and (p.preposition in ("с", "со") or _with_far(scene, i, p)):
            return joined_to(scene, p)
    before = [
        p for p in scene.parties if p.end <= at and p.preposition in ("с", "со") and scene.clause_of(p.start) == clause
    ]
    if before:
        return (before[-1],)
    near = scene.tokens[max(0, i - 4) : i + 4]
    pairs = pairwise(near)
    with_pronoun = any(a.lower in ("с", "со") and b.lower in ("ним", "ней", "ними") for a, b in pairs)
    return (focus,) if with_pronoun and focus is not None else ()


def _with_far(scene: Scene, i: int, p: Party) -> bool:
    """True for "с находящейся с визитом делегацией": words stand between the preposition and the party."""
    if p.preposition is not None or p.case != "ablt":
        return False
    ahead = [k for k in range(i + 1, len(scene.tokens)) if scene.tokens[k].end <= p.start]
    opened = next((k for k in ahead if scene.tokens[k].lower in ("с", "со")), None)
    if opened is None:
        return False
    others = [o for o in scene.parties if scene.tokens[i].start < o.start < p.start]
    described = opened + 1 < len(scene.tokens) and is_participle(scene.tokens[opened + 1])
    return not others or (described and all(o.plural or o.case == "gent" for o in others))


def _broken(scene: Scene, i: int, p: Party) -> bool:
    """True where a finite verb or a clause border stands between token `i` and `p`."""
    if scene.clause_of(p.start) > scene.clauses[i] + 1:
        return True
    between = [t for t in scene.tokens[i + 1 :] if t.end <= p.start]
    free = [t.lower for t in between if not any(o.start <= t.start < o.end for o in scene.parties)]
    return any(is_finite(t) is not None for t in between) or ("во", "главе") in pairwise(free)


def joined_to(scene: Scene, first: Party) -> tuple[Party, ...]:
    """`first` and the parties listed after it with commas and "и"."""
    group = [first]
    for p in scene.parties:
        if p.start < group[-1].end:
            continue
        if scene.clause_of(p.start) != scene.clause_of(first.start):
            break
        if not _lists_on(scene, group[-1].end, p.start):
            break
        group.append(replace(p, case=first.case, preposition=first.preposition) if p.case is None else p)
    return tuple(group)


def _lists_on(scene: Scene, start: int, end: int) -> bool:
    """True where only "и", commas and the country of the next one stand between: "X и [Республики Беларусь] Y"."""
    gap = scene.sentence.between(start, end)
    for s in scene.spots:
        if start <= s.start and s.end <= end and s.preposition is None:
            gap = gap.replace(scene.sentence.between(s.start, s.end), "")
    plain = [w for w in gap.replace(",", " ").split() if parses(w.lower())[0].pos != "ADJF"]
    words = " ".join(plain)
    return bool(gap.strip()) and words in ("", "и", "и с", "с", "а также", "а также с", "и его")


def listed_before(scene: Scene, last: Party) -> tuple[Party, ...]:
    """The parties listed before `last` ("X и Y провели"), and `last`."""
    group = [last]
    for p in reversed(scene.parties):
        if p.end > group[0].start:
            continue
        if scene.clause_of(p.start) != scene.clause_of(last.start):
            break
        apart = not _lists_on(scene, p.end, group[0].start)
        if apart or p.preposition is not None or p.case not in ("nomn", None):
            break
        group.insert(0, p)
    return tuple(group)


def destinations(scene: Scene, i: int, *, bare_object: bool = False) -> tuple[Spot, ...]:
    """Where the journey told at token `i` leads: places after it with "в", "на" (or its object), else before."""
    at, clause = scene.tokens[i].start, scene.clauses[i]
    own = [s for s in scene.spots if scene.clause_of(s.start) == clause and not _is_topic(scene, s)]
    wanted: tuple[str | None, ...] = ("в", "во", "на")
    if bare_object:
        found = [s for s in own if s.preposition is None and not _hangs_on_noun(scene, s, i)]
        own = found or own
        wanted = (None,) if found else wanted
    right = [s for s in own if s.start > at and s.preposition in wanted]
    if right:
        return _listed(scene, right[0])
    left = [s for s in own if s.end <= at and s.preposition in wanted]
    return (left[-1],) if left else ()


def _hangs_on_noun(scene: Scene, spot: Spot, i: int) -> bool:
    """True for Germany in "посетит матч между сборными Германии": another noun behind the verb governs it."""
    k = scene.index_at(spot.start) - 1
    token = scene.tokens[k]
    if token.lower == "и":
        before = next((s for s in scene.spots if s.end == token.start - 1), None)
        return before is not None and _hangs_on_noun(scene, before, i)
    if k <= i or token.kind != "word" or not token.text.islower() or spot.case == "accs":
        return False
    fixed = token.lower.startswith(_FREE_NOUNS) or scene.has(k, "visit") is not None or _in_date(scene, k)
    return not fixed and parses(token.lower)[0].pos == "NOUN"


def _is_topic(scene: Scene, spot: Spot) -> bool:
    """True for the place of "обсудили ситуацию в Сирии", where nobody met."""
    preposition = scene.index_at(spot.start) - 1
    return scene.has(preposition - 1, "topic") is not None


def _listed(scene: Scene, first: Spot) -> tuple[Spot, ...]:
    """`first` and the places listed behind it: "в Казахстан, а затем — в Кыргызстан"."""
    group = [first]
    for s in scene.spots:
        if s.start < group[-1].end:
            continue
        gap = scene.sentence.between(group[-1].end, s.start)
        if not _LISTING.issuperset(re.findall(r"\w+", gap.lower())) or set(gap) & set(".;:"):
            break
        group.append(s)
    return tuple(group)
