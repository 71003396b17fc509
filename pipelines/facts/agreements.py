"""Agreements: a row is one document, deal or arrangement between parties of different countries.

"Министры подписали меморандум о сотрудничестве в области туризма" is a `memorandum`, `signed`; "по итогам переговоров
подписано 15 документов" a `package` of 15, and the documents named in it are rows of their own; "завод поставит 80
экскаваторов" a `contract`, `planned`; "президенты условились открыть прямые рейсы" an `arrangement`, `agreed`. One deal
told in title, lead and quotation makes one row.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pipelines.documents.document import Published
from pipelines.facts.agreement.again import find_again, opens_with_it
from pipelines.facts.agreement.deal import Deal, Kind
from pipelines.facts.agreement.documents import find_documents
from pipelines.facts.agreement.legal import read_legal_text
from pipelines.facts.agreement.lists import BULLETS, find_item, opens_list
from pipelines.facts.agreement.merge import merge
from pipelines.facts.agreement.occasions import date_by_occasion
from pipelines.facts.agreement.parties import Setting, find_setting
from pipelines.facts.agreement.scene import Scene, set_scene
from pipelines.facts.agreement.status import Status
from pipelines.facts.agreement.talks import (
    announces_points,
    find_counted_points,
    find_joint_plans,
    find_point,
    find_proposals,
    find_settlements,
)
from pipelines.facts.agreement.topics import of_states
from pipelines.facts.agreement.ventures import find_projects, find_supplies, find_twins, find_works_abroad
from pipelines.facts.agreement.words import Group, agreement_words
from pipelines.facts.attribution import attribution_of
from pipelines.facts.fact import Fact
from pipelines.facts.reading import Reading
from pipelines.text.interval import Precision
from pipelines.text.records import dataclass
from pipelines.text.tokens import lowers

_TRIGGERS: frozenset[Group] = frozenset(
    (
        "document",
        "bundle",
        "settle",
        "decide",
        "understanding",
        "decision",
        "agree",
        "propose",
        "supply",
        "venture",
        "twin",
        "twinned",
        "together",
        "make",
        "setting_up",
    )
)
# Documents that the sentence only refers to: "в рамках подписанного соглашения создадут завод".
_MENTIONED = frozenset(("attribute", "attribute_clause", "named_document"))
_LONGEST = 1000  # tokens; what is longer is a table or a dump, no sentence
# The frames beside that of documents, in this order in a sentence.
_FRAMES = (
    find_twins,
    find_supplies,
    find_settlements,
    find_projects,
    find_proposals,
    find_joint_plans,
    find_works_abroad,
    find_counted_points,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Fact):
    """A row of table `agreements`; the columns are those of the data contract."""

    parties: tuple[str, ...]  # ISO3 or bloc codes, sorted
    party_names: tuple[str, ...] = ()
    kind: Kind
    title: str | None = None
    subject: str | None = None
    sectors: tuple[str, ...] = ()
    status: Status | None = None
    document_count: int | None = None
    quantity: float | None = None
    unit: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    event_start: date | None = None
    event_end: date | None = None
    event_precision: Precision | None = None
    place: str | None = None
    place_country: str | None = None


def extract(reading: Reading) -> tuple[Agreement, ...]:
    """Agreements that `reading` reports, in the order of the text."""
    return tuple(_row(reading, d) for d in of_states(reading, merge(read_deals(reading))))


def read_deals(reading: Reading) -> Iterator[Deal]:
    """Every mention of a deal, before those of one deal are joined."""
    words = triggers()
    gated = {s.index for s in reading.sentences if len(s.tokens) <= _LONGEST and not words.isdisjoint(lowers(s.tokens))}
    if not gated:
        return
    setting = find_setting(reading)
    whole = read_legal_text(reading, setting)
    if whole is not None:
        yield whole
        return
    yield from date_by_occasion(reading, _read(reading, gated, setting))


@lru_cache(maxsize=1)
def triggers() -> frozenset[str]:
    """The forms that open a frame."""
    return frozenset(form for form, words in agreement_words().items() if any(w.group in _TRIGGERS for w in words))


def _read(reading: Reading, gated: set[int], setting: Setting) -> Iterator[Deal]:
    """What the frames give, sentence by sentence."""
    published = reading.document.published
    last: Deal | None = None
    head: Deal | None = None  # what a list was opened with
    points = False  # a list of what was agreed on goes on
    for sentence in reading.sentences:
        if last is not None and sentence.tokens and opens_with_it(sentence.tokens[0].lower):
            yield from find_again(set_scene(sentence), published, last)
        if sentence.index not in gated and not points:
            item = next(find_item(sentence, last), None)
            if item is not None:
                last = item
                yield item
            elif sentence.text.endswith(":"):
                last = head = opens_list(set_scene(sentence), setting, published) or last
            elif sentence.block_kind != "list_item":
                last = None
            continue
        scene = set_scene(sentence)
        if sentence.text.startswith(BULLETS):
            last = last or head
        told: list[Deal] = list(find_documents(scene, setting, published, last)) or list(find_item(sentence, last))
        last = told[-1] if told else None
        head = last if last is not None and last.plural and last.status is not None else head
        if sentence.text.endswith(":"):
            last = head = last or opens_list(scene, setting, published)
        told += _without_document(scene, setting, published, told)
        if points and not told:
            told += find_point(scene, setting, published)
        points = announces_points(scene) or (points and bool(told))
        yield from (deal for deal in told if not deal.announced)


def _without_document(scene: Scene, setting: Setting, published: Published | None, named: list[Deal]) -> list[Deal]:
    """What the frames beside that of documents give; `named` are the documents of the sentence."""
    if _says_what_it_provides(scene):
        return []
    mentioned = all(deal.rule in _MENTIONED for deal in named)
    told: list[Deal] = []
    for frame in _FRAMES:
        if not (named or told) or frame is find_twins or frame is find_supplies:
            told += frame(scene, setting, published)
        elif frame is find_projects and mentioned and not told:
            projects = frame(scene, setting, published)
            told += [p for p in projects if not any(p.evidence.overlaps(deal.evidence) for deal in named)]
    return told


def _says_what_it_provides(scene: Scene) -> bool:
    """True for "Он предусматривает строительство станции": what is told belongs to the document before."""
    told = scene.lower(0) in ("он", "она", "оно", "они", "документ", "соглашение", "контракт", "договор")
    return told and scene.lower(1).startswith(("предусматрива", "предполага"))


def _row(reading: Reading, d: Deal) -> Agreement:
    sentence = reading.sentences[d.sentence]
    attribution, attribution_kind = attribution_of(reading, sentence)
    return Agreement(
        document_id=reading.document.document_id,
        sentence=sentence.span,
        evidence=d.evidence,
        evidence_text=d.evidence.of(reading.document.text),
        rule=d.rule,
        confidence=d.confidence,
        attribution=attribution,
        attribution_kind=attribution_kind,
        parties=d.parties,
        party_names=d.party_names,
        kind=d.kind,
        title=d.title,
        subject=d.subject,
        sectors=d.sectors,
        status=d.status,
        document_count=d.count,
        quantity=float(d.quantity) if d.quantity is not None else None,
        unit=d.unit,
        amount=d.amount,
        currency=d.currency,
        event_start=d.when.start if d.when else None,
        event_end=d.when.end if d.when else None,
        event_precision=d.when.precision if d.when else None,
        place=d.place,
        place_country=d.place_country,
    )
