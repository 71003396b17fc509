"""The page of an article: its text with mentions and facts marked, its date, and what cleaning took out."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from report import describe, formats
from report.cite import article_file, outlet, published
from report.marks import MarkedBlock, marked_blocks
from report.queries import ArticleRows
from report.row import Row
from report.words import Language, load_words


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of the list beside the text."""

    fact_id: str
    table: str
    words: str
    stated_by: str
    rule: str
    confidence: str
    pairs: Sequence[tuple[str, str]]  # page and names of the countries


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A line of the list of articles."""

    page: str
    title: str
    outlet: str
    published: str
    facts: int
    repeats: bool  # another article
    language: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What the template of an article is handed."""

    title: str
    outlet: str
    published: str
    method: str
    evidence: str
    url: str
    linked: bool  # the address may be followed
    source: str
    language: str
    duplicate_of: str  # page of the article that this one repeats
    blocks: Sequence[MarkedBlock]
    kinds: Sequence[str]  # of mentions, in the text
    found: Sequence[Found]
    removed: Sequence[tuple[str, int, str]]


def article_line(row: Row, facts: int, language: Language) -> ArticleLine:
    """The line of the list for an article with so many facts."""
    return ArticleLine(
        page=article_file(row["document_id"]),
        title=row["title"] or row["source"],
        outlet=outlet(row, language),
        published=published(row, language),
        facts=facts,
        repeats=row["duplicate_of"] is not None,
        language=row["language"],
    )


def article_page(rows: ArticleRows, facts: Sequence[Row], pages: frozenset[str], language: Language) -> ArticlePage:
    """The page of one article in one language; `pages` are the pairs that have a page."""
    words, document = load_words(language), rows.document
    copied = document["duplicate_of"]
    return ArticlePage(
        title=document["title"] or words.ui("untitled"),
        outlet=outlet(document, language),
        published=published(document, language) if document["published_method"] else words.ui("date_unknown"),
        method=words("method", document["published_method"]),
        evidence=document["published_evidence"] or "",
        url=document["url"] or "",
        linked=urlsplit(document["url"] or "").scheme in ("http", "https"),
        source=document["source"],
        language=document["language"],
        duplicate_of=article_file(copied) if copied else "",
        blocks=marked_blocks(document, rows.mentions, facts),
        kinds=sorted({m["kind"] for m in rows.mentions}),
        found=[_found(fact, pages, language) for fact in facts],
        removed=[(words("reason", r["reason"]), r["raw_start"], r["removed_text"].strip()) for r in rows.removed],
    )


def _found(fact: Row, pages: frozenset[str], language: Language) -> Found:
    return Found(
        fact_id=fact["fact_id"],
        table=fact["fact_table"],
        words=describe.fact_words(fact, language),
        stated_by=describe.attribution_words(fact, language),
        rule=fact["rule"],
        confidence=formats.number(fact["confidence"], language),
        pairs=[
            (f"{a}-{b}.html", f"{formats.country(a, language)} – {formats.country(b, language)}")
            for a, b in pairs_of(fact)
            if f"{a}-{b}" in pages
        ],
    )


def pairs_of(fact: Row) -> list[tuple[str, str]]:
    """The pairs of countries that a fact tells of, each in the order of the alphabet."""
    if fact["fact_table"] == "trade_volume":
        codes = [fact["reporter"], fact["partner"]]
    elif fact["fact_table"] == "visits":
        codes = [fact["visitor_country"], fact["host_country"]]
    elif fact["fact_table"] == "agreements":
        codes = fact["parties"]
    else:
        codes = []  # a table that pages of pairs do not tell of
    known = sorted({code for code in codes if code})
    return [(a, b) for i, a in enumerate(known) for b in known[i + 1 :]]


def mention_words(mention: Row, language: Language) -> str:
    """What a mention stands for: its kind, then name, figure or date."""
    told = [load_words(language)("mention", mention["kind"])]
    if mention["kind"] == "country":
        told.append(formats.country(mention["canonical_id"], language))
    elif mention["canonical_name"]:
        told.append(mention["canonical_name"])
    if mention["value"] is not None:
        figures = (formats.number(v, language) for v in (mention["value"], mention["value_high"]) if v is not None)
        told.append(" ".join(("–".join(figures), mention["currency"] or mention["unit"] or "")).strip())
    if mention["date_start"] or mention["date_end"]:
        told.append(formats.interval(mention["date_start"], mention["date_end"], mention["date_precision"], language))
    return ": ".join((told[0], ", ".join(told[1:]))) if told[1:] else told[0]
