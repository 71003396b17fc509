"""The document frame: a document noun with what the sentence says of its standing."""

from collections.abc import Iterator

from pipelines.documents.document import Published
from pipelines.entities.mention import Mention
from pipelines.facts.agreement.deal import Deal, Kind
from pipelines.facts.agreement.details import comes_in, goods_in, place_of, sum_in, when_of
from pipelines.facts.agreement.edges import is_abbreviation
from pipelines.facts.agreement.lists import announces, continued, series_of
from pipelines.facts.agreement.parties import Setting, countries_in, names_of, parties_of
from pipelines.facts.agreement.phrases import Phrase, find_phrases, is_listed, is_nested, shares_number
from pipelines.facts.agreement.reference import is_anaphoric, is_anonymous, is_generic, is_none
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.standing import inherited_standing, named_standing, own_standing
from pipelines.facts.agreement.status import Standing, is_attribute
from pipelines.facts.agreement.words import beginnings, sectors_of
from pipelines.text.interval import Interval
from pipelines.text.records import replace
from pipelines.text.span import Span
from pipelines.text.tokens import fold

_EDGES = ' "«»),'
_LOAN = 3  # words of the subject that tell what is lent: "выделении государственного кредита"
_REMEMBERED = 5  # tokens before the document that name its anniversary
_TOPICAL = frozenset(("о", "об", "обо", "по"))
# What opens no words on the matter: "стоимостью 5 млн", "из 63 пунктов", "к подписанию".
_NO_MATTER = frozenset(
    ("стоимостью", "общей", "объемом", "сроком", "из", "к", "ко", "уже", "также", "для", "при", "после")
)


def find_documents(scene: Scene, setting: Setting, published: Published | None, before: Deal | None) -> Iterator[Deal]:
    """Deals of the documents named in a sentence; `before` is the last deal told, which a bare list goes on from."""
    held: tuple[Phrase, Standing] | None = None
    inherited = before
    opened: Deal | None = None  # the first of a list, whose sides are those of the members that name none
    phrases = find_phrases(scene)
    covered = frozenset(k for p in phrases for k in range(p.first, p.last + 1))
    for phrase in phrases:
        if held is not None and shares_number(scene, phrase, held[0]):
            continue
        standing = own_standing(scene, phrase)
        if held is not None and is_nested(scene, phrase, held[0]):
            if standing is None or not _stands_apart(scene, phrase, held[0]):
                continue
        elif standing is None and held is not None and is_listed(scene, phrase, held[0]):
            standing = replace(held[1], rule="listed_document")
        standing = standing or inherited_standing(scene, phrase, inherited) or named_standing(scene, phrase)
        if standing is None:
            continue
        held = (phrase, standing)
        listed = inherited if standing.rule in ("bare_list", "listed_document") else None
        deal = _deal(scene, phrase, standing, setting, published, series_of(listed), covered)
        if deal is None:
            continue
        deal = continued(deal, listed)
        if standing.rule != "listed_document" or opened is None:
            opened = deal
        elif not countries_in(scene.mentions_in(phrase.first, phrase.last)):
            deal = replace(deal, parties=opened.parties)
        inherited = deal
        yield replace(deal, announced=announces(scene, phrase))


def _stands_apart(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """True where a comma parts `phrase` from the document told before it, so that a verb may be said of both."""
    return any(scene.tokens[k].text == "," for k in range(before.head, phrase.first))


def _beyond_intent(scene: Scene, matter: range) -> range:
    """What a "протокол о намерениях по туризму" is about: the words after the intent or the understanding."""
    if not matter or not scene.lower(matter[0]).startswith(("намерен", "взаимопониман")):
        return matter
    first = matter[0] + (4 if is_abbreviation(scene, matter[0] + 1) else 1)
    rest = range(first + (scene.lower(first) in _TOPICAL), matter[-1] + 1)
    return range(0) if not rest or scene.lower(rest[0]) == "между" else rest


def _is_national(scene: Scene, phrase: Phrase) -> bool:
    """True for "государственная программа", "программа социально-экономического развития": one country's own."""
    inside = range(phrase.first, phrase.last + 1)
    if phrase.noun != "programme" or not any(scene.lower(k).startswith(beginnings("national")) for k in inside):
        return False
    start, end = scene.tokens[phrase.first].start, scene.tokens[phrase.last].end
    named = {m.country for m in scene.sentence.mentions if m.country and start <= m.start < end}
    return len(named) < 2


def _deal(
    scene: Scene,
    phrase: Phrase,
    standing: Standing,
    setting: Setting,
    published: Published | None,
    series: int | None,
    covered: frozenset[int],
) -> Deal | None:
    """The deal that a phrase with its standing makes; None for what is no matter between countries."""
    around = {*scene.clause(phrase.head), *scene.clause(standing.at), *range(phrase.first, phrase.last + 1)}
    if any(scene.lower(k).startswith(beginnings("domestic")) for k in around) or is_none(scene, phrase):
        return None
    if _is_national(scene, phrase):
        return None
    if setting.assumed and (standing.rule == "priced_contract" or _is_told_of(scene, phrase, standing)):
        return None
    matter = range(phrase.subject if phrase.subject is not None else phrase.last + 1, phrase.last + 1)
    topic = matter if matter and scene.lower(matter[0] - 1) in _TOPICAL else range(0)
    parties = parties_of(scene, setting, (phrase.first, phrase.last), around, topic)
    if len(parties) < 2:
        return None
    subject = _words(scene, matter)
    if subject is not None and any(w.startswith(beginnings("loans")) for w in fold(subject).split()[:_LOAN]):
        return None
    kind = _kind(scene, phrase, subject, around - set(topic))
    intent_only = bool(matter) and not (matter := _beyond_intent(scene, matter))
    subject = _words(scene, matter)
    named = Deal(
        kind=kind,
        rule=standing.rule,
        sentence=scene.sentence.index,
        trigger=scene.tokens[phrase.head].start,
        evidence=_evidence(scene, phrase, standing),
        confidence=standing.confidence,
        heading=scene.sentence.block_kind in ("title", "heading"),
        anaphoric=is_anaphoric(scene, phrase, subject, topic),
        generic=is_generic(scene, phrase, subject),
        plural=phrase.plural,
        bare=phrase.title is None and (_is_bare(scene, phrase, intent_only) or is_anonymous(scene, phrase, topic)),
        modifiers=phrase.modifiers,
        series=series,
        status=standing.status,
        parties=parties,
        party_names=names_of(scene, around),
        title=phrase.title,
        subject=subject,
        sectors=sectors_of(scene.tokens[k] for k in (matter if subject else sorted(around))),
        count=phrase.count,
    )
    own = {k for k in around if phrase.first <= k <= phrase.last or k not in covered}
    return _with_details(scene, phrase, named, own, matter, published)


def _is_told_of(scene: Scene, phrase: Phrase, standing: Standing) -> bool:
    """True for "Подписание Соглашения расценивается как ..." in a sentence without countries."""
    alone = phrase.first == phrase.last and not phrase.plural
    return alone and standing.rule == "signing" and standing.at == 0 and not countries_in(scene.sentence.mentions)


def _is_bare(scene: Scene, phrase: Phrase, intent_only: bool) -> bool:
    """True for "соглашение", "меморандум о взаимопонимании", with neither matter nor sides."""
    sided = any(scene.lower(k) == "между" for k in range(phrase.head, phrase.last))
    return phrase.last == phrase.head or (intent_only and not sided)


def _evidence(scene: Scene, phrase: Phrase, standing: Standing) -> Span:
    """From the phrase to the word that tells its standing; of a list the member alone."""
    if standing.rule == "listed_document":
        return scene.span(phrase.first, phrase.last)
    return scene.span(min(phrase.first, standing.at), max(phrase.last, standing.at))


def _with_details(
    scene: Scene, phrase: Phrase, deal: Deal, around: set[int], matter: range, published: Published | None
) -> Deal:
    """`deal` with goods, sum, place and days told in its clauses."""
    near = [m for m in scene.sentence.mentions if scene.index_at(m.start) in around]
    inside = near if deal.rule == "priced_contract" else scene.mentions_in(phrase.head, phrase.last)
    foreseen = deal.rule == "named_document" and any(scene.lower(k).startswith(beginnings("supplies")) for k in around)
    goods = goods_in(near if foreseen else inside) if foreseen or _is_supply(deal.kind, deal.subject) else None
    if goods is None and deal.kind == "contract":
        goods = goods_in(_which_clause(scene, phrase))
    if goods is not None and comes_in(goods[1]):
        goods = goods_in(scene.sentence.mentions)
    worth = near if deal.kind == "contract" or goods else inside if phrase.plural else ()
    money = sum_in(worth, deal.parties)
    place = place_of(scene, around, matter)
    if deal.rule == "in_work":
        when = None
    elif (deal.rule == "signing" and _is_remembered(scene, phrase)) or deal.status in (
        "in_force",
        "rejected",
        "implemented",
    ):
        when = _attribute_date(scene, phrase, published)
    else:
        when = when_of(scene, around, range(phrase.head + 1, phrase.last + 1), deal.status, published)
    return replace(
        deal,
        quantity=goods[0] if goods else None,
        unit=goods[1] if goods else None,
        amount=money[0] if money and money[1] else None,
        currency=money[1] if money else None,
        when=when,
        place=place[0] if place else None,
        place_country=place[1] if place else None,
    )


def _is_remembered(scene: Scene, phrase: Phrase) -> bool:
    """True for "годовщину подписания договора": the day told beside it is that of the feast."""
    near = range(max(0, phrase.first - _REMEMBERED), phrase.first)
    return any(scene.has(k, "done") or scene.lower(k).endswith(("летие", "летия", "летию")) for k in near)


def _which_clause(scene: Scene, phrase: Phrase) -> tuple[Mention, ...]:
    """Mentions of ", согласно которому на завод отгрузят 550 комплектов" right behind the phrase."""
    k = phrase.last + 1
    told = any(scene.lower(j).startswith("котор") for j in range(k, k + 4)) and scene.lower(k) == ","
    clause = scene.clause(k + 1) if told and k + 1 < len(scene.tokens) else ()
    return scene.mentions_in(clause[0], clause[-1]) if clause else ()


def _attribute_date(scene: Scene, phrase: Phrase, published: Published | None) -> Interval | None:
    """When a document in force was signed: "меморандум, подписанный в январе 2021 года, остается в силе"."""
    for k in range(phrase.first, min(phrase.last + 6, len(scene.tokens))):
        word = scene.has(k, "sign", "adopt")
        inserted = scene.clauses[k] != scene.clauses[phrase.head]
        if word is not None and (is_attribute(word) or (inserted and word.pos == "PRTS")):
            clause = scene.clause(k)
            return when_of(scene, clause, range(0), "signed", published)
    return None


def _words(scene: Scene, tokens: range) -> str | None:
    if not tokens:
        return None
    if scene.lower(tokens[0]) in _NO_MATTER or (scene.lower(tokens[0]) == "на" and _is_sum(scene, tokens[0] + 1)):
        return None
    span = scene.span(tokens[0], tokens[-1])
    return scene.sentence.between(span.start, span.end).strip(_EDGES) or None


def _is_sum(scene: Scene, k: int) -> bool:
    """True where the token at `k` opens a sum: "на $50 млн", "на сумму", "на общую сумму"."""
    if any(scene.lower(j).startswith("сумм") for j in (k, k + 1)):
        return True
    return any(scene.index_at(m.start) == k for m in scene.sentence.of_kind("money"))


def _is_supply(kind: Kind, subject: str | None) -> bool:
    return kind == "contract" or _of_supply(subject)


def _of_supply(subject: str | None) -> bool:
    """True for "на поставку", "по поставкам", "о приобретении"."""
    return subject is not None and fold(subject).removeprefix("на ").startswith(beginnings("supplies"))


def _kind(scene: Scene, phrase: Phrase, subject: str | None, sides: set[int]) -> Kind:
    """Kind of the row: by the noun, by "ряд" and "пакет", by what it is about."""
    lower = (subject or "").lower() + " " + (phrase.title or "").lower()
    if "побратим" in lower:
        return "sister_cities"
    if phrase.noun == "document":
        return "package" if phrase.plural else "agreement"
    if phrase.many and phrase.noun in ("agreement", "treaty"):
        return "package"
    if phrase.noun == "treaty" and (
        lower.startswith("на ") or _of_supply(subject) or _between_firms(scene, phrase, sides)
    ):
        return "contract"
    if phrase.noun == "agreement" and lower.startswith("намерени"):
        return "memorandum"
    return phrase.noun


def _between_firms(scene: Scene, phrase: Phrase, sides: set[int]) -> bool:
    """True where companies make it, or it has its price."""
    acting = [m for m in scene.sentence.of_kind("organization") if scene.index_at(m.start) in sides]
    priced = sum_in(scene.mentions_in(phrase.head, phrase.last), ())
    traded = any(scene.lower(k).startswith(beginnings("traders")) for k in sides)
    return traded or any(m.form == "company" for m in acting) or priced is not None
