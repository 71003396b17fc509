"""An explained article on the console."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from evaluation.explain import claimed, plain, reasons
from pipelines.entities.mention import Mention
from pipelines.facts.extract import Extraction
from pipelines.facts.reading import Sentence

_LONGEST = 160  # code points of a removed piece that are shown


def print_explained(console: Console, explained: Extraction, chosen: Iterable[Sentence]) -> None:
    """Prints the article from cleaning to rows; for `chosen` sentences their mentions and reasons alone."""
    picked = list(chosen)
    for sentence in picked:
        _print_reasons(console, explained, sentence)
    if picked:
        return
    _print_document(console, explained)
    _print_sentences(console, explained)
    _print_facts(console, explained)


def _say(console: Console, text: str) -> None:
    console.print(text, soft_wrap=True, highlight=False)


def _print_document(console: Console, explained: Extraction) -> None:
    document, published = explained.document, explained.document.published
    for name in ("source", "document_id", "title", "outlet", "dateline_place", "language", "url"):
        _say(console, f"[bold]{name}[/] {escape(str(getattr(document, name) or 'not told'))}")
    if published is None:
        _say(console, "[bold]published[/] not known: relative dates stay NULL")
    else:
        interval = published.interval
        days = f"{interval.start} – {interval.end}" if interval.start != interval.end else str(interval.start)
        evidence = escape(" ".join(published.evidence.split()))
        _say(console, f"[bold]published[/] {days} ({interval.precision}), {published.method}: «{evidence}»")
    _say(console, f"\n[bold]Taken out by cleaning[/] ({len(document.removed)})")
    for piece in document.removed:
        text = " ".join(piece.text.split())
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        _say(console, f"  {piece.raw.start}–{piece.raw.end} [yellow]{escape(piece.reason)}[/] {escape(shown)}")


def _print_sentences(console: Console, explained: Extraction) -> None:
    _say(console, f"\n[bold]Sentences[/] ({len(explained.reading.sentences)})")
    block = -1
    for sentence in explained.reading.sentences:
        if sentence.block != block:
            block = sentence.block
            _say(console, f"  [dim]block {block}, {sentence.block_kind}[/]")
        _say(console, f"  [bold]{sentence.index:3}[/] {escape(' '.join(sentence.text.split()))}")
        for mention in sentence.mentions:
            _say(console, f"      [dim]{escape(_mention(mention))}[/]")


def _mention(mention: Mention) -> str:
    told = [mention.kind, f"«{mention.surface}»"]
    for name in ("canonical_id", "canonical_name", "value", "currency", "unit", "country", "role", "person", "bound"):
        value = getattr(mention, name)
        if value is not None:
            told.append(f"{name}={plain(value)}")
    if mention.interval is not None:
        told.append(f"{mention.date_start} – {mention.date_end} ({mention.date_precision})")
    return " ".join(told)


def _print_facts(console: Console, explained: Extraction) -> None:
    for table, rows in explained.rows.items():
        _say(console, f"\n[bold]{table}[/] ({len(rows)})")
        for row in rows:
            at = explained.reading.sentence_at(row["evidence_start"])
            where = "" if at is None else f", sentence {at.index}"
            columns = " ".join(f"{name}={value}" for name, value in claimed(row).items())
            _say(console, f"  [green]{row['rule']}[/] confidence {row['confidence']:.2f}{where}: {escape(columns)}")
            _say(console, f"    «{escape(' '.join(row['evidence'].split()))}»")


def _print_reasons(console: Console, explained: Extraction, sentence: Sentence) -> None:
    _say(
        console, f"[bold]Sentence {sentence.index}[/] ({sentence.block_kind}) {escape(' '.join(sentence.text.split()))}"
    )
    for mention in sentence.mentions:
        _say(console, f"  [dim]{escape(_mention(mention))}[/]")
    for table, lines in reasons(explained, sentence).items():
        for line in lines:
            colour = "green" if line.startswith("row ") else "yellow"
            _say(console, f"  [bold]{table}[/] [{colour}]{escape(line)}[/]")
