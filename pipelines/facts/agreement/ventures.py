"""The frames of goods and works: "поставит 80 экскаваторов", "создадут совместное предприятие", "стали побратимами"."""

from collections.abc import Iterator

from pipelines.documents.document import Published
from pipelines.entities.mention import Mention
from pipelines.facts.agreement.deal import Deal, make_deal
from pipelines.facts.agreement.details import goods_in
from pipelines.facts.agreement.parties import Setting, countries_in
from pipelines.facts.agreement.scene import Scene, is_finite
from pipelines.facts.agreement.status import Status
from pipelines.text.morph import parses

_OBJECT_BEFORE, _OBJECT_AFTER = 8, 12  # tokens
_UNDER_WAY = frozenset(("создавать", "строить"))  # "создают": not there yet
_AUXILIARY = frozenset(("будет", "будут"))
_ADJECTIVES = 7  # tokens before the noun that may be its adjectives, hyphens counted
_HITHER = frozenset(("сюда", "туда"))


def find_supplies(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "завод поставит Азербайджану 1200 лифтов", "Минск планирует закупить миллион тонн нефти"."""
    for i in scene.marked:
        word = scene.has(i, "supply")
        if word is None:
            continue
        clause = scene.clause(i)
        goods = goods_in(m for m in scene.sentence.of_kind("quantity") if _is_object(scene, m, i))
        status = _supply_status(scene, i)
        if goods is None or status is None or not _crosses(scene, status):
            continue
        yield from make_deal(
            scene, setting, published, kind="contract", rule="supply", status=status, at=i,
            content=range(clause[0], clause[-1] + 1), confidence=0.75, goods=goods,
            matter=_goods_named(scene, i, clause),
        )  # fmt: skip
        return


def _goods_named(scene: Scene, i: int, clause: tuple[int, ...]) -> range:
    """From the first quantity near the verb at `i` to the end of the clause: "80 экскаваторов для строек"."""
    first = next(scene.index_at(m.start) for m in scene.sentence.of_kind("quantity") if _is_object(scene, m, i))
    return range(first, (i if first < i else clause[-1] + 1))


def _is_object(scene: Scene, m: Mention, i: int) -> bool:
    """True for a quantity near enough to the verb at `i`, in its clause."""
    at = scene.index_at(m.start)
    if any(scene.lower(k) == "для" for k in range(i + 1, at)):
        return False
    return at in scene.clause(i) and i - _OBJECT_BEFORE <= at <= i + _OBJECT_AFTER


def _crosses(scene: Scene, status: Status) -> bool:
    """True where the sentence names two countries, or one and a company of another, "сюда" or the contract."""
    named = countries_in(scene.sentence.mentions)
    if len(named) != 1:
        return len(named) >= 2
    firms = [m for m in scene.sentence.of_kind("organization") if m.form == "company" and m.country != named[0]]
    return status == "implemented" or bool(firms) or any(t.lower in _HITHER for t in scene.tokens)


def _supply_status(scene: Scene, i: int) -> Status | None:
    """What is still to come is planned; what came is a deal only where the text says by which contract."""
    word = scene.has(i, "supply")
    if word is None or scene.lower(i - 1) == "не":
        return None
    if word.lemma == "законтрактовать":
        return "signed" if word.tense == "past" else None
    if word.pos == "VERB" and word.tense == "futr":
        return "planned"
    if word.pos == "PRTS" and {scene.lower(k) for k in range(i - 4, i)} & _AUXILIARY:
        return "planned"
    if word.pos == "INFN" and word.lemma != "получить":
        near = range(max(0, i - 6), i)
        ahead = any(scene.has(k, "plan") or scene.lower(k) in _AUXILIARY for k in near)
        return "planned" if ahead and not any(scene.lower(k) == "не" for k in near) else None
    if word.tense == "past" and word.pos in ("VERB", "PRTS") and _under_contract(scene, i):
        return "implemented"
    return None


def _under_contract(scene: Scene, i: int) -> bool:
    """True for "по контракту", "в рамках соглашения", "по двум предыдущим" in the same sentence."""
    return any(
        scene.lower(k).startswith(("контракт", "договор", "соглашени", "предыдущ")) and scene.lower(k - 1) != "о"
        for k in range(len(scene.tokens))
        if any(scene.lower(j) in ("по", "рамках", "согласно") for j in range(k - 3, k))
    )


def find_projects(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "будет создано совместное предприятие", "планы организовать сборку тракторов", "СП работает с 2019 года"."""
    for i in scene.marked:
        if not _is_venture(scene, i):
            continue
        clause = scene.clause(i)
        found = _project_status(scene, i, clause)
        if found is None:
            continue
        status, at = found
        first = joint if (joint := _joint(scene, i)) is not None else i
        content = range(first, clause[-1] + 1)
        yield from make_deal(
            scene,
            setting,
            published,
            kind="project",
            rule="project",
            status=status,
            at=at,
            content=content,
            confidence=0.65,
        )
        return


def find_works_abroad(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "белорусская сторона планирует постройку поселка в Агдаме", "компании Ирана построят в Ашхабаде мост"."""
    for i in scene.marked:
        word = scene.has(i, "make", "setting_up")
        clause = scene.clause(i)
        planned = word is not None and (word.tense == "futr" or scene.find(i, 5, 8, "plan") is not None)
        if not planned or any(scene.lower(k) == "не" for k in clause):
            continue
        where = _abroad(scene, clause)
        if where is None or where not in setting.pair:
            continue
        yield from make_deal(
            scene, setting, published, kind="project", rule="works_abroad", status="planned", at=i,
            content=range(i, clause[-1] + 1), confidence=0.55,
        )  # fmt: skip
        return


def _abroad(scene: Scene, clause: tuple[int, ...]) -> str | None:
    """The one country that the clause places its works in, where another one acts."""
    acting: set[str] = set()
    places: set[str] = set()
    for m in scene.sentence.of_kind("country", "place", "organization"):
        at = scene.index_at(m.start)
        code = m.country or (m.canonical_id if m.kind == "country" else None)
        if at not in clause or code is None or m.form in ("bloc", "media"):
            continue
        (places if scene.lower(at - 1) in ("в", "во", "на") else acting).add(code)
    return next(iter(places)) if len(places) == 1 and len(acting) == 1 and not places & acting else None


def _is_venture(scene: Scene, i: int) -> bool:
    """True for a joint enterprise or production, or an assembly."""
    word = scene.has(i, "venture")
    if word is None:
        return False
    if word.lemma == "сп":
        return scene.tokens[i].text == "СП"
    if word.lemma == "сборка":
        return len(countries_in(scene.sentence.mentions)) >= 2
    return _joint(scene, i) is not None and word.lemma != "выпуск"


def _joint(scene: Scene, i: int) -> int | None:
    """The "совместный" of "совместный российско-китайский университет", whose noun is at `i`."""
    for k in range(i - 1, max(-1, i - _ADJECTIVES), -1):
        if scene.has(k, "joint"):
            return k
        if scene.tokens[k].text != "-" and not any(p.pos == "ADJF" for p in parses(scene.lower(k))):
            return None
    return None


def _project_status(scene: Scene, i: int, clause: tuple[int, ...]) -> tuple[Status, int] | None:
    """Status of the venture at `i` and the token that tells it."""
    for k in sorted(clause, key=lambda k: abs(k - i)):
        word = scene.has(k, "set_up", "setting_up")
        if word is None or abs(k - i) > 10 or scene.lower(k - 1) == "не":
            continue
        ahead = next(
            (
                j
                for j in range(k - 1, max(-1, k - 9), -1)
                if scene.has(j, "plan", "ahead", "propose", "settle", "prepare")
            ),
            None,
        )
        if word.pos == "NOUN" or word.pos == "INFN":
            if ahead is None:
                continue
            group = scene.has(ahead, "propose", "settle", "plan", "ahead", "prepare")
            told = group.group if group else "plan"
            return ("proposed" if told == "propose" else "agreed" if told == "settle" else "planned"), k
        if (
            word.tense == "futr"
            or (word.tense == "pres" and word.lemma in _UNDER_WAY)
            or any(scene.lower(j) in _AUXILIARY for j in clause if j < k)
        ):
            return "planned", k
        if word.pos in ("VERB", "PRTS") and word.tense == "past":
            return "in_force", k
    if any((w := scene.has(k, "operate")) is not None and w.tense == "pres" for k in clause):
        return "in_force", i
    return None


def find_twins(scene: Scene, setting: Setting, published: Published | None) -> Iterator[Deal]:
    """ "города стали побратимами", "установили побратимские связи"."""
    for i in scene.marked:
        word = scene.has(i, "twin", "twinned")
        if word is None:
            continue
        clause = scene.clause(i)
        verbs = [(k, t) for k in clause if k != i and (t := is_finite(scene.tokens[k])) and not scene.has(k, "say")]
        if not verbs or any(scene.lower(k) == "не" for k in clause):
            continue
        at, tense = min(verbs, key=lambda v: abs(v[0] - i))
        if word.group == "twin" and not scene.lower(at).startswith(("ста", "явля", "получ")):
            continue
        status: Status = "planned" if tense == "futr" or scene.find(i, 6, 6, "plan") is not None else "signed"
        yield from make_deal(
            scene, setting, published, kind="sister_cities", rule="sister_cities", status=status, at=at,
            content=range(clause[0], clause[-1] + 1), confidence=0.8, subject=False,
        )  # fmt: skip
        return
