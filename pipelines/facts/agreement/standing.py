"""What a sentence says of the standing of a document it names: one small rule for each way of saying it."""

from pipelines.facts.agreement.attributes import by_attribute, by_pronoun
from pipelines.facts.agreement.deal import Deal
from pipelines.facts.agreement.details import goods_in, sum_in
from pipelines.facts.agreement.parties import countries_in
from pipelines.facts.agreement.phrases import Phrase
from pipelines.facts.agreement.scene import Scene, is_finite
from pipelines.facts.agreement.stages import by_leaving, by_legal_basis, by_stage
from pipelines.facts.agreement.status import ACTS, Standing, status_of_noun, status_of_verb
from pipelines.facts.agreement.words import beginnings
from pipelines.text.morph import parses

_NAMED = frozenset(("agreement", "treaty", "memorandum", "roadmap"))
_OPENERS = frozenset((":", "–", "—", "-"))


def own_standing(scene: Scene, phrase: Phrase) -> Standing | None:
    """What the words around the phrase say of it, strongest sign first."""
    return next((found for rule in _RULES if (found := rule(scene, phrase)) is not None), None)


def _by_signing(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "подписание ряда документов", "ратификация соглашения", "проект договора"."""
    if phrase.preposition is not None or "gent" not in phrase.cases | ({"gent"} if phrase.many else set()):
        return None
    plain = [
        k for k in range(phrase.first - 1, -1, -1) if k not in scene.names or phrase.head in scene.names
    ]  # "подписание решения «О ...», соглашения"
    for k in plain[:5]:
        if scene.clauses[k] != scene.clauses[phrase.head] or scene.has(k, "document"):
            break
        word = scene.has(k, "signing", "ratifying", "drafting", "dropping")
        if word is not None and word.lemma == "проект" and _are_ventures(scene, k):
            return None
        if word is not None and not (word.lemma == "принятие" and _is_weak(scene, phrase)):
            if word.lemma in ("подготовка", "разработка", "проект") and phrase.noun == "document":
                return None
            status = status_of_noun(scene, k)
            return Standing(status, k, "signing", 0.85) if status else None
    return None


def _are_ventures(scene: Scene, k: int) -> bool:
    """True for "по проектам дорожных карт", "совместных проектов": undertakings, no drafts."""
    return scene.lower(k) == "проектам" or scene.has(k - 1, "joint") is not None


def _by_verb(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "подписали меморандум", "меморандум подписан", "планируют подписать", "соглашение вступило в силу"."""
    if phrase.preposition is not None:
        return None
    if phrase.noun != "programme" and scene.lower(phrase.first - 1).startswith(beginnings("carrying_out")):
        return None
    over = scene.lower(phrase.first - 1) == "над"
    direct = over or bool(phrase.cases & {"nomn", "accs"}) or phrase.many or phrase.count is not None or phrase.topic
    direct = direct or _is_partitive(scene, phrase)
    if _signs_under(scene, phrase):
        withdrawn = any(scene.has(k, "drop") for k in scene.clause(phrase.head))
        return Standing("rejected" if withdrawn else "signed", phrase.first - 2, "signed_under", 0.8)
    if not direct and not {"gent", "ablt"} & phrase.cases:
        return None
    reach = sorted(
        (k for k in scene.clause(phrase.head) if _governs(scene, phrase, k)), key=lambda k: _distance(phrase, k)
    )
    for k in reach:
        if scene.has(k, "exchange"):
            fits = "ablt" in phrase.cases
        else:
            fits = direct or (scene.lower(k - 1) == "не" and "gent" in phrase.cases)
        if not fits or (scene.has(k, "adopt") and not _is_mutual(scene, phrase)):
            continue
        status = status_of_verb(scene, k)
        if status is not None:
            return Standing(status, k, "document_verb", 0.9)
    if scene.lower(phrase.first - 1) == "над":
        return Standing("planned", phrase.head, "in_work", 0.7)
    if _stays_in_force(scene, phrase):
        return Standing("in_force", phrase.head, "in_force", 0.8)
    return None


def _is_mutual(scene: Scene, phrase: Phrase) -> bool:
    """True for what two sides adopt, not one government for itself: they are named, or it is of cooperation."""
    if len(countries_in(scene.sentence.mentions)) > 1:
        return True
    clause = {*scene.clause(phrase.head), *range(phrase.first, phrase.last + 1)}
    if any(scene.lower(k).startswith(beginnings("mutual")) for k in clause):
        return True
    return any((w := scene.has(k, "side")) is not None and w.number == "plur" for k in clause)


def _signs_under(scene: Scene, phrase: Phrase) -> bool:
    """ "поставили подписи под меморандумом"."""
    past = any(is_finite(scene.tokens[k]) == "past" for k in scene.clause(phrase.head))
    return scene.lower(phrase.first - 1) == "под" and past


def _is_partitive(scene: Scene, phrase: Phrase) -> bool:
    """ "подписали контрактов на 50 млн долларов"."""
    clause = scene.clause(phrase.head)
    several = phrase.plural and phrase.noun in ("contract", "agreement", "memorandum")
    return several and sum_in(scene.mentions_in(clause[0], clause[-1]), ()) is not None


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
    inside = [scene.lower(k) for k in scene.clause(phrase.head)]
    return "силе" in inside and not _is_weak(scene, phrase)


def _by_head(scene: Scene, phrase: Phrase) -> Standing | None:
    """The verb before the colon that opens a list: "Подписаны: соглашение о ...", "Среди подписанных бумаг – ..."."""
    colon = phrase.first - 1
    if scene.lower(colon) not in _OPENERS or colon < 1 or phrase.preposition is not None:
        return None
    head = scene.clause(colon - 1)
    acts = [k for k in head if scene.has(k, "sign", "adopt")]
    among = scene.lower(head[0]) == "среди" or (scene.lower(head[0]), scene.lower(head[0] + 1)) == ("в", "числе")
    if not acts or (any(scene.has(k, "document") for k in head) != among) or (scene.lower(colon) != ":" and not among):
        return None
    status = status_of_verb(scene, acts[-1])
    return Standing(status, acts[-1], "list_head", 0.85) if status else None


def _by_launch(scene: Scene, phrase: Phrase) -> Standing | None:
    """ "программу «...» стороны запустили": one with a title that two sides have set going."""
    if phrase.noun != "programme" or phrase.title is None or phrase.preposition is not None:
        return None
    inside = scene.clause(phrase.head)
    sided = any(w.group == "side" and w.number == "plur" and w.case == "nomn" for k in inside for w in scene.words[k])
    k = scene.find(phrase.head, 8, 8, "launch") if sided else None
    word = scene.has(k, "launch") if k is not None else None
    launched = word is not None and word.tense == "past" and scene.lower((k or 0) - 1) != "не"
    return Standing("signed", k or 0, "launched", 0.6) if launched else None


def inherited_standing(scene: Scene, phrase: Phrase, before: Deal | None) -> Standing | None:
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
    if _is_weak(scene, phrase) and (phrase.noun == "document" or _is_intent(scene, phrase)):
        return None
    clause = scene.clause(phrase.head)
    if any(is_finite(scene.tokens[k]) for k in clause if not phrase.first <= k <= phrase.last):
        return None
    if not phrase.cases & {"nomn", "accs"} and not (scene.lower(phrase.first - 1) in ("и", ",") and phrase.plural):
        return None
    opened = scene.sentence.block_kind == "list_item" or phrase.first <= 2 or _opens_list(scene, phrase)
    opened = opened or (before.sentence == scene.sentence.index - 1 and _is_verbless(scene))
    return Standing(before.status, phrase.head, "bare_list", 0.75) if opened else None


def _is_verbless(scene: Scene) -> bool:
    """True for a sentence that is a mere list: "Сотрудничество вузов, меморандум о музеях, соглашение о связи."."""
    return not any(is_finite(t) for t in scene.tokens)


def _is_intent(scene: Scene, phrase: Phrase) -> bool:
    """True for "планы создать совместные предприятия": an intent, no document."""
    return any(p.pos == "INFN" for p in parses(scene.lower(phrase.head + 1)))


def _opens_list(scene: Scene, phrase: Phrase) -> bool:
    """True after "среди них", "в том числе", "включая", a colon or a dash."""
    ahead = [scene.lower(k) for k in range(max(0, phrase.first - 6), phrase.first)]
    marks = {"среди", "числе", "включая", "частности", ":", "них", "которых", "—", "–", "-"}
    return bool(set(ahead) & marks)


def _is_named(scene: Scene, phrase: Phrase) -> bool:
    """True for an agreement or treaty between states that is spoken of by name, whatever its standing."""
    if phrase.noun not in _NAMED or phrase.plural or scene.lower(phrase.head).startswith("протокол"):
        return False
    sides = countries_in(scene.mentions_in(phrase.head, phrase.last))
    adjectives = [scene.lower(k) for k in range(phrase.first, phrase.head)]
    of_states = any(w.startswith(("межправительственн", "межгосударственн")) for w in adjectives)
    linked = any(scene.lower(k) == "между" for k in range(phrase.head, phrase.last))
    name = phrase.head - 1 if phrase.noun == "roadmap" else phrase.head
    formal = scene.tokens[name].text[0].isupper() and phrase.head > 1 and phrase.subject is not None
    about = phrase.subject is not None and scene.lower(phrase.subject - 1) in ("о", "об", "обо", "по")
    return bool(sides) and (of_states or linked or formal or (about and len(sides) > 1))


def _is_priced(scene: Scene, phrase: Phrase) -> bool:
    """True for a contract with a sum or goods of its own."""
    clause = scene.clause(phrase.head)
    mentions = scene.mentions_in(clause[0], clause[-1])
    if scene.lower(phrase.first - 1).startswith(("потенциал", "возможност")):
        return False
    return bool(goods_in(mentions) or sum_in(mentions, ()))


def named_standing(scene: Scene, phrase: Phrase) -> Standing | None:
    """A document worth a row whatever its standing: named in full, or a contract with its price."""
    if _is_named(scene, phrase):
        return Standing(None, phrase.head, "named_document", 0.5)
    if phrase.noun == "contract" and _is_priced(scene, phrase):
        return Standing(None, phrase.head, "priced_contract", 0.6)
    return None


_RULES = (
    by_leaving,
    _by_signing,
    _by_verb,
    _by_head,
    by_legal_basis,
    _by_launch,
    by_stage,
    by_attribute,
    by_pronoun,
)
