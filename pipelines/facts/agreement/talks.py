"""The frames of what is agreed on without a document: "договорились открыть", "достигнута договоренность о"."""

from collections.abc import Iterator
from itertools import pairwise

from pipelines.documents.document import Published
from pipelines.facts.agreement.deal import Deal, Kind, make_deal
from pipelines.facts.agreement.details import goods_in
from pipelines.facts.agreement.parties import Setting, countries_in
from pipelines.facts.agreement.scene import PREPOSITIONS, Scene
from pipelines.facts.agreement.status import Status
from pipelines.facts.agreement.words import beginnings, sectors_of
from pipelines.text.morph import parses
from pipelines.text.tokens import fold

_OPENERS = frozenset(("о", "об", "обо", "по", "на"))
_FIELDS = frozenset(("education", "health", "transport", "tourism", "science", "space"))
_PARTNER = 10  # tokens that name whom it was agreed with
_POINTS = 5  # tokens between the verb and the number
_MARKS = ',:"«“„'
_LEADS = frozenset(("о", "об", "по", "что", "чтобы", "вопросе", ":"))
_FILLERS = frozenset(
    (
        "также",
        "и",
        "в",
        "том",
        "вопросе",
        "вместе",
        "совместно",
        "еще",
        "раз",
        "о",
        "об",
        "что",
        "чтобы",
        ",",
        ":",
        "по",
        "на",
    )
)


def find_settlements(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """Arrangements that the sentence tells with "договорились", "условились", "решено", "достигнута договоренность"."""
    for i in scene.marked:
        status = _settled(scene, i) or _understood(scene, i)
        if status is None:
            continue
        content = _content(scene, i)
        if content is None or _says_nothing(scene, content):
            continue
        supplied = _is_goods(scene, content) or any(
            scene.lower(k).startswith((*beginnings("supplies"), *beginnings("carriers"))) for k in content[:2]
        )
        yield from make_deal(
            scene, setting, published, kind=_kind(scene, content), rule="settlement", status=status, at=i,
            content=content, confidence=0.75,
            goods=goods_in(scene.mentions_in(content[0], _told_up_to(scene, content[-1]))) if supplied else None,
        )  # fmt: skip
        return


def _told_up_to(scene: Scene, last: int) -> int:
    """The last token of what a colon after `last` goes on to tell: "о поставках пряжи: 36 тонн в год"."""
    if scene.lower(last + 1) != ":":
        return last
    return next((k - 1 for k in range(last + 2, len(scene.tokens)) if scene.stops(k)), len(scene.tokens) - 1)


def _settled(scene: Scene, i: int) -> Status | None:
    """Status told by a verb of agreeing at `i`."""
    word = scene.has(i, "settle", "decide")
    if word is None or word.pos not in ("VERB", "PRTS") or word.tense == "futr":
        return None
    if word.group == "decide" and not (word.pos == "PRTS" or (word.number == "plur" and scene.find(i, 12, 3, "side"))):
        return None
    if any(scene.lower(k).startswith(("котор", "чем")) for k in range(max(0, i - 4), i)):
        return None
    return "rejected" if scene.lower(i - 1) == "не" else "agreed"


def _understood(scene: Scene, i: int) -> Status | None:
    """Status told by "договоренность о ...", "пришли к соглашению о ...", "принято решение" at `i`."""
    reached = (
        scene.lower(i - 1) == "к" and scene.lower(i - 2).startswith("приш") and scene.lower(i).startswith("соглаш")
    )
    if scene.lower(i - 1) == "принято" and scene.has(i, "decision"):
        mutual = any(scene.lower(k).startswith(beginnings("mutual")) for k in scene.clause(i))
        return "agreed" if mutual or len(countries_in(scene.sentence.mentions)) > 1 else None
    if not reached and not _is_told(scene, i):
        return None
    if scene.lower(i + 2).startswith(beginnings("circumstance")):
        return None
    return "agreed" if scene.lower(i + 1) in _OPENERS or (reached and scene.lower(i + 1) == "в") else None


def _is_told(scene: Scene, i: int) -> bool:
    """True for an understanding that is reached or reported, not just mentioned ("согласно договоренности")."""
    cases = {w.case for w in scene.words[i] if w.group == "understanding"}
    if scene.lower(i - 1) in PREPOSITIONS:
        return bool(cases) and scene.lower(i - 1) == "о" and scene.find(i, 6, 0, "say") is not None
    if scene.has(i - 1, "ahead"):  # "возможность договоренности о"
        return False
    return "nomn" in cases or "accs" in cases or (bool(cases) and scene.find(i, 8, 8, "agree") is not None)


def _content(scene: Scene, i: int) -> range | None:
    """Tokens of what was agreed on: what follows the word at `i`, or what stands before "не договорились"."""
    tokens = scene.tokens
    if scene.lower(i - 1) == "не" and scene.lower(0) in ("о", "об"):
        return range(1, next((k for k in range(2, i) if tokens[k].text == "," or scene.has(k, "side")), i))
    dated = {
        k for m in scene.sentence.of_kind("date") for k in range(scene.index_at(m.start), scene.index_at(m.end - 1) + 1)
    }
    first = _after_partner(scene, i + 1)
    while first < len(tokens) and (scene.lower(first) in _FILLERS or tokens[first].text in _MARKS or first in dated):
        first += 1
    led = {scene.lower(k) for k in range(i + 1, first)}
    if (
        first >= len(tokens)
        or tokens[first].kind not in ("word", "number")
        or not (led & _LEADS or _is_infinitive(tokens[first].lower) or _is_worth(scene, first))
    ):
        return None
    last = next((k - 1 for k in range(first, len(tokens)) if scene.stops(k)), len(tokens) - 1)
    return range(first, last + 1) if last >= first else None


def _after_partner(scene: Scene, k: int) -> int:
    """The token after "с Азербайджаном", "с иранским коллегой" at `k`: where what was agreed on begins."""
    if scene.lower(k) not in ("с", "со"):
        return k
    for j in range(k + 1, min(k + _PARTNER, len(scene.tokens))):
        if scene.lower(j) in _LEADS or scene.tokens[j].text == "," or _is_infinitive(scene.lower(j)):
            return j if scene.mentions_in(k + 1, j - 1 if j > k + 1 else j) else k
    return k


def _is_worth(scene: Scene, k: int) -> bool:
    """True for "на сумму" of "достигнуты договоренности на сумму более 5 млн долларов"."""
    return scene.lower(k - 1) == "на" and scene.lower(k).startswith("сумм")


def _is_infinitive(word: str) -> bool:
    return any(p.pos == "INFN" for p in parses(word))


def _says_nothing(scene: Scene, content: range) -> bool:
    """True where only goodwill, a meeting or a document told elsewhere is agreed on."""
    head = content[0]
    near = range(head, min(head + 5, content[-1] + 1))
    matter = next((k for k in near if parses(scene.lower(k))[0].pos not in ("ADJF", "NPRO")), head)
    if len(content) < 2 or scene.has(head, "encounter", "sign", "signing", "drafting", "understanding"):
        return True
    if (scene.has(matter, "vague_act") or scene.has(head, "vague_act")) and not _names_one_field(scene, content):
        return True
    if (
        scene.lower(head).startswith(("котор", "эт", "вещ"))
        or (_is_count(scene, head) and not _is_goods(scene, content))
        or scene.lower(head) in PREPOSITIONS
    ):
        return True
    if any(scene.has(k, "encounter") for k in near):
        return True
    target = any(scene.lower(k).startswith(("товарооборот", "торговл")) for k in content)
    return target and any(m.kind in ("money", "percent", "ratio") for m in scene.mentions_in(head, content[-1]))


def _names_one_field(scene: Scene, content: range) -> bool:
    """True for "сотрудничестве в сфере образования": more than goodwill, less than cooperation in everything."""
    fields = sectors_of(scene.tokens[k] for k in content)
    return len(fields) == 1 and fields[0] in _FIELDS


def _is_goods(scene: Scene, content: range) -> bool:
    """True for "о 160 тысячах тонн нефти": so much of something, no number of points."""
    first = [m for m in scene.mentions_in(content[0], content[-1]) if scene.index_at(m.start) == content[0]]
    return goods_in(first) is not None


def _is_count(scene: Scene, k: int) -> bool:
    """True for "о трех вещах", "по пяти пунктам": the things themselves come later."""
    return "NUMR" in {p.pos for p in parses(scene.lower(k))} or scene.tokens[k].kind == "number"


def _kind(scene: Scene, content: range) -> Kind:
    """A joint plant or company, or something to be built, makes a project, all else an arrangement."""
    joint = any(scene.has(k, "joint") and any(scene.has(j, "venture") for j in (k + 1, k + 2)) for k in content)
    built = scene.lower(content[0]).startswith(beginnings("building"))
    return "project" if joint or built else "arrangement"


def find_proposals(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "предложил открыть прямой рейс", "предлагают создать рабочий центр"."""
    for i in scene.marked:
        word = scene.has(i, "propose")
        if word is None or word.lemma not in ("предложить", "предлагать") or word.pos not in ("VERB", "PRTS"):
            continue
        k = next((k for k in (i + 1, i + 2, i + 3) if _opens_anew(scene, k)), None)
        if k is None or scene.clauses[k] != scene.clauses[i]:
            continue
        last = next((j - 1 for j in range(k, len(scene.tokens)) if scene.stops(j)), len(scene.tokens) - 1)
        content = range(k, last + 1)
        yield from make_deal(
            scene, setting, published, kind=_kind(scene, content), rule="proposal", status="proposed", at=i,
            content=content, confidence=0.6,
        )  # fmt: skip
        return


def _opens_anew(scene: Scene, k: int) -> bool:
    word = scene.has(k, "launch")
    return word is not None and word.pos == "INFN"


def find_joint_plans(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "намерены вместе выпускать", "планируют совместно выходить на рынки", "Минск и Баку планируют строить"."""
    for i in scene.marked:
        verb = _joint_act(scene, i)
        plan = scene.find(i, 5, 2, "plan") if verb is not None else None
        if verb is None or plan is None or scene.has(verb, "vague_act", "encounter") or scene.lower(plan - 1) == "не":
            continue
        clause = scene.clause(i)
        content = range(verb, clause[-1] + 1)
        makes = scene.has(verb, "set_up", "make") is not None
        yield from make_deal(
            scene, setting, published, kind="project" if makes else "arrangement", rule="joint_plan", status="planned",
            at=plan, content=content, confidence=0.6,
        )  # fmt: skip
        return


def _joint_act(scene: Scene, i: int) -> int | None:
    """The infinitive that the word at `i` makes a joint one: beside "вместе", or of two countries in one list."""
    if scene.has(i, "together"):
        return next((k for k in (i + 1, i - 1) if _is_infinitive(scene.lower(k))), None)
    word = scene.has(i, "make")
    if word is None or word.pos != "INFN":
        return None
    nouns = [
        m for m in scene.sentence.of_kind("country", "place") if scene.index_at(m.start) < i and m.form != "adjective"
    ]
    linked = any(
        scene.sentence.between(a.end, b.start).strip() == "и" for a, b in pairwise(nouns) if a.country != b.country
    )
    return i if linked else None


def find_counted_points(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "были выработаны 12 направлений", "согласовали 20 проектов": so many things that both sides settled on."""
    for i in scene.marked:
        word = scene.has(i, "agree")
        if word is None or word.lemma not in ("выработать", "согласовать") or word.tense != "past":
            continue
        near = range(i - _POINTS, i + _POINTS)
        counted = next((m for m in scene.sentence.of_kind("quantity") if scene.index_at(m.start) in near), None)
        if (
            counted is None
            or not fold(counted.unit or "").startswith(beginnings("points"))
            or scene.lower(i - 1) == "не"
        ):
            continue
        at = scene.index_at(counted.start)
        last = scene.index_at(counted.end - 1)
        yield from make_deal(
            scene, setting, published, kind="arrangement", rule="counted_points", status="agreed", at=i,
            content=range(min(at, i), max(last, i) + 1), confidence=0.6, subject=False,
        )  # fmt: skip
        return


def announces_points(scene: Scene) -> bool:
    """True for "договорились о трех вещах": the sentences behind it tell them one by one."""
    for i in scene.marked:
        content = _content(scene, i) if _settled(scene, i) == "agreed" else None
        if content is not None and _is_count(scene, content[0]):
            return True
    return False


def find_point(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """One point of a list that was announced: "Второе: университеты будут вместе готовить врачей"."""
    first = next((k + 1 for k in range(3) if scene.lower(k) in (":", "-", "–", "—", ",")), None)
    if first is None or not scene.lower(0).startswith(beginnings("ordinals")) or first >= len(scene.tokens):
        return
    content = range(first, len(scene.tokens))
    yield from make_deal(
        scene, setting, published, kind="arrangement", rule="point", status="agreed", at=first, content=content,
        confidence=0.6,
    )  # fmt: skip
