"""The document frame: a document noun with what the sentence says of its standing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.documents.document import Published
from pipelines.facts.agreement_deal import Deal, Kind, make_deal
from pipelines.facts.agreement_details import goods_in, place_of, sum_in, when_of
from pipelines.facts.agreement_parties import Setting, countries_in, names_of, parties_of
from pipelines.facts.agreement_phrases import Phrase, find_phrases, is_listed, is_nested
from pipelines.facts.agreement_scene import Scene, is_finite
from pipelines.facts.agreement_status import ACTS, Status, is_attribute, status_of_noun, status_of_verb
from pipelines.facts.agreement_words import beginnings, sectors_of
from pipelines.text.interval import Interval
from pipelines.text.span import Span
from pipelines.text.tokens import fold

_EDGES = ' "«»),'
_TOPICAL = frozenset(("о", "об", "обо", "по"))
_PRONOUNS = frozenset(("его", "ее", "их", "него"))
_SUPPLIES = ("поставк", "закупк", "покупк", "продаж", "приобретени", "куплю-продаж")


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, the token of the word that tells it, and the name of the rule that read it."""

    status: Status | None
    at: int
    rule: str
    confidence: float


def find_documents(scene: Scene, setting: Setting, published: Published | None, before: Deal | None) -> Iterator[Deal]:
    """Deals of the documents named in a sentence; `before` is the last deal told, which a bare list goes on from."""
    held: tuple[Phrase, Standing] | None = None
    inherited = before
    for phrase in find_phrases(scene):
        if held is not None and is_nested(scene, phrase, held[0]) and _own(scene, phrase) is None:
            continue
        standing = _own(scene, phrase)
        if standing is None and held is not None and is_listed(scene, phrase, held[0]):
            standing = replace(held[1], rule="listed_document")
        if standing is None:
            standing = _inherited(scene, phrase, inherited)
        if standing is None and _is_named(scene, phrase):
            standing = Standing(None, phrase.head, "named_document", 0.5)
        if standing is None and phrase.noun == "contract" and _is_priced(scene, phrase):
            standing = Standing(None, phrase.head, "priced_contract", 0.6)
        if standing is None:
            continue
        held = (phrase, standing)
        listed = inherited if standing.rule in ("bare_list", "listed_document") else None
        deal = _deal(scene, phrase, standing, setting, published, _series(listed))
        if deal is None:
            continue
        if listed is not None and listed.status == deal.status:
            deal = replace(
                deal,
                when=deal.when or listed.when,
                place=deal.place or listed.place,
                place_country=deal.place_country or listed.place_country,
                parties=listed.parties if standing.rule == "bare_list" else deal.parties,
            )
        inherited = deal
        yield deal


def opens_list(scene: Scene, setting: Setting, published: Published | None) -> Deal | None:
    """What the members of a list take over from its head: "В ходе визита были подписаны:"; no row of its own."""
    for k in range(len(scene.tokens)):
        if scene.has(k, "sign", "adopt") and (status := status_of_verb(scene, k)):
            content = range(0, len(scene.tokens))
            made = make_deal(
                scene, setting, published, kind="package", rule="list_head", status=status, at=k, content=content,
                confidence=0.5, subject=False,
            )  # fmt: skip
            return next(made, None)
    return None


def _series(listed: Deal | None) -> int | None:
    """What the members of one list have in common."""
    if listed is None:
        return None
    return listed.series if listed.series is not None else listed.trigger


def _own(scene: Scene, phrase: Phrase) -> Standing | None:
    """What the words around the phrase say of it, strongest sign first."""
    return (
        _by_signing(scene, phrase)
        or _by_verb(scene, phrase)
        or _by_attribute(scene, phrase)
        or _by_pronoun(scene, phrase)
    )


def _by_signing(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "подписание ряда документов", "ратификация соглашения", "проект договора"."""
    if phrase.preposition is not None or "gent" not in phrase.cases | ({"gent"} if phrase.many else set()):
        return None
    for k in range(phrase.first - 1, max(-1, phrase.first - 6), -1):
        if scene.clauses[k] != scene.clauses[phrase.head] or scene.has(k, "document"):
            break
        word = scene.has(k, "signing", "ratifying", "drafting")
        if word is not None and not (word.lemma == "принятие" and _is_weak(scene, phrase)):
            if word.lemma in ("подготовка", "разработка", "проект") and phrase.noun == "document":
                return None
            status = status_of_noun(scene, k)
            return Standing(status, k, "signing", 0.85) if status else None
    return None


def _by_verb(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "подписали меморандум", "меморандум подписан", "планируют подписать", "соглашение вступило в силу"."""
    if phrase.preposition is not None:
        return None
    over = scene.lower(phrase.first - 1) == "над"
    direct = over or bool(phrase.cases & {"nomn", "accs"}) or phrase.many or phrase.count is not None or phrase.topic
    direct = direct or _is_partitive(scene, phrase)
    if _signs_under(scene, phrase):
        return Standing("signed", phrase.first - 2, "signed_under", 0.8)
    if not direct and "gent" not in phrase.cases:
        return None
    reach = sorted(
        (k for k in scene.same_clause(phrase.head) if _governs(scene, phrase, k)), key=lambda k: _distance(phrase, k)
    )
    for k in reach:
        if not direct and scene.lower(k - 1) != "не":
            continue
        status = status_of_verb(scene, k)
        if status is not None:
            return Standing(status, k, "document_verb", 0.9)
    if scene.lower(phrase.first - 1) == "над":
        return Standing("planned", phrase.head, "in_work", 0.7)
    if _stays_in_force(scene, phrase):
        return Standing("in_force", phrase.head, "in_force", 0.8)
    return None


def _signs_under(scene: Scene, phrase: Phrase) -> bool:
    """ "поставили подписи под меморандумом"."""
    past = any(is_finite(scene.tokens[k]) == "past" for k in scene.same_clause(phrase.head))
    return scene.lower(phrase.first - 1) == "под" and past


def _is_partitive(scene: Scene, phrase: Phrase) -> bool:
    """ "подписали контрактов на 50 млн долларов"."""
    clause = scene.same_clause(phrase.head)
    return (
        phrase.noun == "contract" and phrase.plural and sum_in(scene.mentions_in(clause[0], clause[-1]), ()) is not None
    )


def _distance(phrase: Phrase, k: int) -> int:
    return phrase.first - k if k < phrase.first else k - phrase.last


def _governs(scene: Scene, phrase: Phrase, k: int) -> bool:
    """True where the token at `k` may be the verb of the phrase."""
    if scene.clauses[k] != scene.clauses[phrase.head] or phrase.first <= k <= phrase.last:
        return False
    word = scene.has(k, *ACTS)
    if word is None or word.pos not in ("VERB", "INFN", "PRTS", "GRND", "ADJS"):
        return False
    if _is_weak(scene, phrase):
        return word.group in ("sign", "adopt", "agree") or (phrase.noun == "programme" and word.group in ("run",))
    if word.group == "adopt":
        return phrase.noun in ("roadmap", "declaration", "programme") or word.lemma in ("одобрить", "утвердить")
    if word.group == "agree":
        return phrase.noun == "agreement" or word.lemma == "согласовать"
    return True


def _is_weak(scene: Scene, phrase: Phrase) -> bool:
    return scene.has(phrase.head, "weak") is not None


def _stays_in_force(scene: Scene, phrase: Phrase) -> bool:
    """ "остается в силе", "находится в силе"."""
    inside = [scene.lower(k) for k in scene.same_clause(phrase.head) if scene.clauses[k] == scene.clauses[phrase.head]]
    return "силе" in inside and not _is_weak(scene, phrase)


def _by_attribute(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "действующий договор", "меморандум, подписанный в мае", "соглашение, которое подписали"."""
    for k in range(phrase.first, phrase.head):
        word = scene.has(k, *ACTS)
        if word is not None and is_attribute(word) and (status := status_of_verb(scene, k)):
            return Standing(status, k, "attribute", 0.75)
    return _by_clause(scene, phrase)


def _by_clause(scene: Scene, phrase: Phrase) -> Standing | None:
    """A clause or bracket right behind the phrase: ", подписанный в мае", ", которое подписали", "(подписана 5 мая)"."""
    k = phrase.last + 1
    while k < len(scene.tokens) and scene.tokens[k].text in '»",(':
        k += 1
    if k >= len(scene.tokens) or scene.clauses[k] == scene.clauses[phrase.head]:
        return None
    told_of_it = scene.lower(k).startswith("котор") or scene.tokens[k - 1].text == "("
    for j in range(k, min(k + 10, len(scene.tokens))):
        word = scene.has(j, *ACTS)
        if scene.clauses[j] != scene.clauses[k]:
            break
        fits = word is not None and (j <= k + 1 if is_attribute(word) else told_of_it)
        if fits and (status := status_of_verb(scene, j)):
            return Standing(status, j, "attribute_clause", 0.75)
    return None


def _by_pronoun(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "речь о контракте, подписать его хотят в апреле"."""
    for k in range(phrase.last + 1, len(scene.tokens)):
        word = scene.has(k, "sign")
        if (
            word is not None
            and {scene.lower(k - 1), scene.lower(k + 1)} & _PRONOUNS
            and (status := status_of_verb(scene, k))
        ):
            return Standing(status, k, "pronoun", 0.7)
        if scene.has(k, "document"):
            break
    return None


def _inherited(scene: Scene, phrase: Phrase, before: Deal | None) -> Standing | None:
    """What a list without a verb takes over from the documents it belongs to: "среди них – соглашение о ..."."""
    if before is None or before.status is None or phrase.preposition not in (None, "среди"):
        return None
    if before.kind not in (
        "package",
        "agreement",
        "memorandum",
        "declaration",
        "contract",
        "roadmap",
        "programme",
        "treaty",
    ):
        return None
    if _is_weak(scene, phrase) and phrase.noun == "document":
        return None
    clause = [k for k in scene.same_clause(phrase.head) if scene.clauses[k] == scene.clauses[phrase.head]]
    if any(is_finite(scene.tokens[k]) for k in clause if not phrase.first <= k <= phrase.last):
        return None
    if not phrase.cases & {"nomn", "accs"} and not (scene.lower(phrase.first - 1) in ("и", ",") and phrase.plural):
        return None
    opened = scene.sentence.block_kind == "list_item" or phrase.first <= 2 or _opens_list(scene, phrase)
    return Standing(before.status, phrase.head, "bare_list", 0.75) if opened else None


def _opens_list(scene: Scene, phrase: Phrase) -> bool:
    """True after "среди них", "в том числе", "включая", a colon or a dash."""
    ahead = [scene.lower(k) for k in range(max(0, phrase.first - 6), phrase.first)]
    marks = {"среди", "числе", "включая", "частности", ":", "них", "которых", "—", "–", "-"}
    return bool(set(ahead) & marks)


def _is_named(scene: Scene, phrase: Phrase) -> bool:
    """True for an agreement or treaty between states that is spoken of by name, whatever its standing."""
    if (
        phrase.noun not in ("agreement", "treaty", "memorandum")
        or phrase.plural
        or scene.lower(phrase.head).startswith("протокол")
    ):
        return False
    between = any(
        w.startswith(("межправительственн", "межгосударственн"))
        for w in map(scene.lower, range(phrase.first, phrase.head))
    )
    formal = scene.tokens[phrase.head].text[0].isupper() and phrase.head > 0
    sides = countries_in(scene.mentions_in(phrase.head, phrase.last))
    linked = any(scene.lower(k) == "между" for k in range(phrase.head, phrase.last))
    return ((between or linked) and bool(sides)) or (formal and phrase.subject is not None and bool(sides))


def _is_priced(scene: Scene, phrase: Phrase) -> bool:
    """True for a contract with a sum or goods of its own."""
    clause = [k for k in scene.same_clause(phrase.head) if scene.clauses[k] == scene.clauses[phrase.head]]
    mentions = scene.mentions_in(clause[0], clause[-1])
    return bool(goods_in(mentions) or sum_in(mentions, ()))


def _deal(
    scene: Scene, phrase: Phrase, standing: Standing, setting: Setting, published: Published | None, series: int | None
) -> Deal | None:
    """The deal that a phrase with its standing makes; None for what is no matter between countries."""
    around = {
        k for i in (phrase.head, standing.at) for k in scene.same_clause(i) if scene.clauses[k] == scene.clauses[i]
    }
    around |= set(range(phrase.first, phrase.last + 1))
    words = [scene.lower(k) for k in around]
    if any(w.startswith(beginnings("domestic")) for w in words):
        return None
    subject_at = range(phrase.subject if phrase.subject is not None else phrase.last + 1, phrase.last + 1)
    topic = (
        range(subject_at[0], subject_at[-1] + 1)
        if subject_at and scene.lower(subject_at[0] - 1) in _TOPICAL
        else range(0)
    )
    parties = parties_of(scene, setting, (phrase.first, phrase.last), around, topic)
    if len(parties) < 2:
        return None
    subject = _words(scene, subject_at)
    kind = _kind(scene, phrase, subject, around - set(topic))
    inside = scene.mentions_in(phrase.head, phrase.last)
    clause_mentions = [m for m in scene.sentence.mentions if scene.index_at(m.start) in around]
    goods = (
        goods_in(inside if standing.rule != "priced_contract" else clause_mentions)
        if _is_supply(kind, subject)
        else None
    )
    money = sum_in(clause_mentions, parties) if kind == "contract" or goods else None
    place = place_of(scene, around, subject_at)
    when = when_of(scene, around, range(phrase.head + 1, phrase.last + 1), standing.status, published)
    return Deal(
        kind=kind,
        rule=standing.rule,
        sentence=scene.sentence.index,
        trigger=scene.tokens[phrase.head].start,
        evidence=_evidence(scene, phrase, standing),
        confidence=standing.confidence,
        heading=scene.sentence.block_kind in ("title", "heading"),
        anaphoric=_is_anaphoric(scene, phrase, subject),
        generic=_is_generic(scene, phrase),
        bare=not phrase.plural and subject is None and phrase.title is None,
        series=series,
        status=standing.status,
        parties=parties,
        party_names=names_of(scene, around),
        title=phrase.title,
        subject=subject,
        sectors=sectors_of(scene.tokens[k] for k in (subject_at if subject else sorted(around))),
        count=phrase.count,
        quantity=goods[0] if goods else None,
        unit=goods[1] if goods else None,
        amount=money[0] if money and money[1] else None,
        currency=money[1] if money else None,
        when=when
        if standing.status not in ("in_force", "rejected", "implemented")
        else _attribute_date(scene, phrase, published),
        place=place[0] if place else None,
        place_country=place[1] if place else None,
    )


def _is_anaphoric(scene: Scene, phrase: Phrase, subject: str | None) -> bool:
    """True for a bare "Документ подписан", "Договор заключен", "договор по этому вопросу"."""
    if phrase.count is not None or phrase.title or phrase.many:
        return False
    if subject is not None:
        return fold(subject).startswith(("это", "эти"))
    if phrase.noun == "document" and not phrase.plural:
        return True
    return phrase.first == phrase.head and phrase.head <= 1


def _is_generic(scene: Scene, phrase: Phrase) -> bool:
    """True for "соответствующие соглашения", "документ о сотрудничестве", which the text may name in full elsewhere."""
    if any(scene.lower(k).startswith("соответствующ") for k in range(phrase.first, phrase.head)):
        return True
    return phrase.noun == "document" and not phrase.plural


def _attribute_date(scene: Scene, phrase: Phrase, published: Published | None) -> Interval | None:
    """When a document in force was signed: "меморандум, подписанный в январе 2021 года, остается в силе"."""
    for k in range(phrase.first, min(phrase.last + 6, len(scene.tokens))):
        word = scene.has(k, "sign", "adopt")
        if word is not None and is_attribute(word):
            clause = [j for j in scene.same_clause(k) if scene.clauses[j] == scene.clauses[k]]
            return when_of(scene, clause, range(0), "signed", published)
    return None


def _words(scene: Scene, tokens: range) -> str | None:
    if not tokens:
        return None
    span = scene.span(tokens[0], tokens[-1])
    return scene.sentence.between(span.start, span.end).strip(_EDGES) or None


def _is_supply(kind: Kind, subject: str | None) -> bool:
    return kind == "contract" or _of_supply(subject)


def _of_supply(subject: str | None) -> bool:
    """True for "на поставку", "по поставкам", "о приобретении"."""
    return subject is not None and fold(subject).removeprefix("на ").startswith(_SUPPLIES)


def _kind(scene: Scene, phrase: Phrase, subject: str | None, sides: set[int]) -> Kind:
    """Kind of the row: by the noun, by "ряд" and "пакет", by what it is about."""
    lower = (subject or "").lower() + " " + (phrase.title or "").lower()
    if "побратим" in lower:
        return "sister_cities"
    if phrase.noun == "document":
        return "package" if phrase.plural else "agreement"
    if phrase.many and phrase.noun in ("agreement", "treaty"):
        return "package"
    if phrase.noun == "treaty" and (_of_supply(subject) or _between_firms(scene, phrase, sides)):
        return "contract"
    if phrase.noun == "agreement" and lower.startswith("намерени"):
        return "memorandum"
    return phrase.noun


def _between_firms(scene: Scene, phrase: Phrase, sides: set[int]) -> bool:
    """True where companies make it, or it has its price."""
    acting = [m for m in scene.sentence.of_kind("organization") if scene.index_at(m.start) in sides]
    priced = sum_in(scene.mentions_in(phrase.head, phrase.last), ())
    return any(m.form == "company" for m in acting) or priced is not None


def _evidence(scene: Scene, phrase: Phrase, standing: Standing) -> Span:
    """From the phrase to the word that tells its standing."""
    first, last = min(phrase.first, standing.at), max(phrase.last, standing.at)
    return scene.span(first, last)
