"""One mention of a document, deal or arrangement, before the mentions of the same one are joined."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pipelines.documents.document import Published
from pipelines.facts.agreement.details import place_of, sum_in, when_met, when_of
from pipelines.facts.agreement.parties import Setting, names_of, parties_of
from pipelines.facts.agreement.scene import Scene
from pipelines.facts.agreement.status import Status
from pipelines.facts.agreement.words import sectors_of
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.span import Span

Kind = Literal[
    "treaty", "agreement", "memorandum", "contract", "roadmap", "programme", "declaration", "sister_cities", "package",
    "arrangement", "project",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What one place of the text says; None is what it leaves open. An `anaphoric` one ("документ подписан") names too
    little to stand alone."""

    kind: Kind
    rule: str
    sentence: int
    trigger: int  # offset
    evidence: Span
    confidence: float
    heading: bool = False
    anaphoric: bool = False
    announced: bool = False  # opens a list that names the documents: no row of its own
    generic: bool = False  # may be named in full elsewhere
    plural: bool = False
    bare: bool = False  # "соглашение", "газовые соглашения": the phrase tells no matter and no sides
    modifiers: frozenset[str] = frozenset()  # beginnings of the adjectives before the noun
    series: int | None = None  # of the members of one list: they are different documents
    status: Status | None = None
    parties: tuple[str, ...] = ()
    party_names: tuple[str, ...] = ()
    title: str | None = None
    subject: str | None = None
    sectors: tuple[str, ...] = ()
    count: int | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    when: Interval | None = None
    place: str | None = None
    place_country: str | None = None


def make_deal(
    scene: Scene,
    setting: Setting,
    published: Published | None,
    *,
    kind: Kind,
    rule: str,
    status: Status,
    at: int,
    content: range,
    confidence: float,
    goods: tuple[Decimal, str] | None = None,
    subject: bool = True,
    matter: range | None = None,
) -> Iterator[Deal]:
    """The deal told by the word at `at` with the words of `content`, if two sides are known.

    `subject` is false where the content names the parties more than the matter; `matter` are its words where they are
    not all the content.
    """
    around = {*scene.clause(at), *content}
    parties = parties_of(scene, setting, (content[0], content[-1]), around)
    if len(parties) < 2:
        return
    clause_mentions = [m for m in scene.sentence.mentions if scene.index_at(m.start) in around]
    sum_told = scene.lower(content[0]).startswith("сумм")
    money = sum_in(clause_mentions, parties) if kind == "contract" or sum_told else None
    place = place_of(scene, around, content) if kind != "contract" else None
    told = matter or content
    words = scene.span(told[0], told[-1])
    yield Deal(
        kind=kind,
        rule=rule,
        sentence=scene.sentence.index,
        trigger=scene.tokens[at].start,
        evidence=scene.span(min(at, content[0]), max(at, content[-1])),
        confidence=confidence,
        heading=scene.sentence.block_kind in ("title", "heading"),
        status=status,
        parties=parties,
        party_names=names_of(scene, around),
        subject=scene.sentence.between(words.start, words.end) if subject and not sum_told else None,
        sectors=("regional",) if kind == "sister_cities" else sectors_of(scene.tokens[k] for k in content),
        quantity=goods[0] if goods else None,
        unit=goods[1] if goods else None,
        amount=money[0] if money and money[1] else None,
        currency=money[1] if money else None,
        when=when_of(scene, around, range(0), status, published, since=kind == "sister_cities")
        or when_met(scene, at, status, published),
        place=place[0] if place else None,
        place_country=place[1] if place else None,
    )
