"""An article on the console: its facts in numbered brackets, its mentions in colours, then its rows.

The brackets stand in the text itself, so that the marks are there without colours too.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from commands.extracted import document_columns, rows_asked
from pipelines.entities.mention import Mention
from pipelines.facts.extract import Extraction
from pipelines.facts.registry import FACT_TABLES
from report.describe import attribution_words, fact_words
from report.marks import Piece, marked_blocks
from report.row import Row

_TABLE_STYLES: Mapping[str, str] = MappingProxyType(
    {"trade_volume": "bold yellow", "visits": "bold cyan", "agreements": "bold green"}
)
_MENTION_STYLES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("money", "percent", "ratio", "quantity"), "yellow"),
        "date": "blue",
        **dict.fromkeys(("country", "place"), "magenta"),
        **dict.fromkeys(("person", "role", "organization"), "cyan"),
    }
)
_SAID_BY = 20  # of a narrow console the fact needs most
_BLOCK_STYLES: Mapping[str, str] = MappingProxyType({"title": "bold", "heading": "bold"})


def print_extraction(console: Console, made: Extraction, table: str | None, *, brief: bool) -> None:
    """Prints what the article is, its marked text (unless `brief`), and its rows in the order of the text."""
    document = document_columns(made)
    facts = sorted(
        ({**row, "fact_table": name} for name, rows in rows_asked(made, table).items() for row in rows),
        key=lambda fact: (fact["evidence_start"], fact["evidence_end"]),
    )
    console.print(Rule(Text(document["source"]), align="left", characters="-"))
    for name, value in (("title", document["title"]), ("outlet", document["outlet"]), ("date", _date(document))):
        console.print(Text.assemble((f"{name:8}", "bold"), value or "not told"), soft_wrap=True)
    if not brief:
        mentions = [m for sentence in made.reading.sentences for m in sentence.mentions]
        for block in marked_text(document, mentions, facts):
            console.print()
            # What is piped keeps its lines whole.
            console.print(block, soft_wrap=not console.is_terminal)
        console.print()
        console.print(legend(mentions, facts))
    _print_facts(console, facts, with_words=brief)
    console.print()


def _style(table: str) -> str:
    return _TABLE_STYLES.get(table, "bold")


def _date(document: Row) -> str:
    start, end, method = (document[name] for name in ("published_start", "published_end", "published_method"))
    if method is None:
        return "not known: what hangs on it stays NULL"
    return f"{start} ({method})" if start == end else f"{start or ''} – {end or ''} ({method})"


def _print_facts(console: Console, facts: Sequence[Row], *, with_words: bool) -> None:
    if not facts:
        console.print("no facts")
        return
    table = Table("", "table", "fact")
    table.add_column("stated by", max_width=_SAID_BY)
    for number, fact in enumerate(facts, start=1):
        told = Text(fact_words(fact, "en"))
        if with_words:
            told.append(f"\n«{' '.join(fact['evidence'].split())}»", "dim")
        name = fact["fact_table"]
        table.add_row(str(number), Text(name, _style(name)), told, Text(attribution_words(fact, "en")))
    console.print(table)


def marked_text(document: Row, mentions: Sequence[Mention], facts: Sequence[Row]) -> Iterator[Text]:
    """The blocks of the text; `[2,3: …]` are the words that facts 2 and 3, counted from 1, were read from."""
    numbered: dict[tuple[int, int], list[int]] = {}
    for number, fact in enumerate(facts, start=1):
        numbered.setdefault((fact["evidence_start"], fact["evidence_end"]), []).append(number)
    places = [{"mention_start": m.start, "mention_end": m.end, "kind": m.kind} for m in mentions]
    for block in marked_blocks(document, places, facts):
        yield _block(block.pieces, numbered, _BLOCK_STYLES.get(block.kind, ""))


def _block(pieces: Sequence[Piece], numbered: Mapping[tuple[int, int], list[int]], style: str) -> Text:
    """One block: brackets open where evidence begins and close where it ends, however it overlaps."""
    text = Text(style=style)
    open_now: dict[tuple[int, int], str] = {}
    for piece in pieces:
        here = {(f["evidence_start"], f["evidence_end"]): _style(f["fact_table"]) for f in piece.facts}
        _close(text, open_now, set(open_now) - set(here))
        for span in sorted(set(here) - set(open_now), key=lambda s: -s[1]):
            text.append(f"[{','.join(map(str, numbered[span]))}: ", here[span])
            open_now[span] = here[span]
        kind = "" if piece.mention is None else _MENTION_STYLES[piece.mention["kind"]]
        text.append(piece.text, f"{kind} underline" if here else kind)
    _close(text, open_now, set(open_now))
    return text


def _close(text: Text, open_now: dict[tuple[int, int], str], over: set[tuple[int, int]]) -> None:
    for span in sorted(over, reverse=True):
        text.append("]", open_now.pop(span))


def legend(mentions: Sequence[Mention], facts: Sequence[Row]) -> Text:
    """What the marks mean: the tables and kinds of mention that occur, each in its colour."""
    tables = {fact["fact_table"] for fact in facts}
    kinds = {mention.kind for mention in mentions}
    words = [(f"[{name}]", _style(name)) for name in FACT_TABLES if name in tables]
    words += [(kind, style) for kind, style in _MENTION_STYLES.items() if kind in kinds]
    return Text("  ").join(Text(word, style) for word, style in words)
