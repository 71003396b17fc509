"""Articles as a command is told them: files, folders, stdin."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from commands.exits import CommandError
from pipelines.documents.document import RawArticle, Sidecar
from pipelines.documents.make import Refused
from pipelines.documents.read import Refusal, UnreadableError, iterate, read_article
from pipelines.text.records import replace

_STDIN = "-"
_GZIP = b"\x1f\x8b"


def read_articles(
    files: Sequence[str], url: str | None = None, published: datetime | None = None
) -> Iterator[RawArticle | Refusal]:
    """The articles of files, of folders with all folders in them, and of stdin (`-`), as they come.

    Sidecars beside files are heeded; `url` and `published` go before them, and are meant for one article.
    Raises CommandError where they are given for more.
    """
    if (url or published) and (len(files) > 1 or Path(files[0]).is_dir()):
        raise CommandError("--url, --published: tell them for one article; for several write sidecars (name.json)")
    for told in files:
        if told == _STDIN:
            articles: Iterator[RawArticle | Refusal] = iter([_read_stdin()])
        elif Path(told).is_dir():
            articles = (replace(one, source=str(Path(told, one.source))) for one in iterate(Path(told)))
        else:
            articles = iter([_read_file(told)])
        for article in articles:
            yield article if isinstance(article, Refusal) else _with(article, url, published)


def taken(article: RawArticle | Refusal) -> RawArticle:
    """`article`, where it is one. Raises Refused where it was not taken."""
    if isinstance(article, Refusal):
        raise Refused(article.reason)
    return article


def _read_file(told: str) -> RawArticle | Refusal:
    if not Path(told).exists():
        return Refusal(told, "no such file")
    try:
        return replace(read_article(Path(told)), source=told)
    except UnreadableError as error:
        return Refusal(told, str(error).removeprefix(f"{told}: "))


def _read_stdin() -> RawArticle | Refusal:
    data = sys.stdin.buffer.read()
    if not data.strip():
        return Refusal("stdin", "empty")
    if data.startswith(_GZIP):
        return Refusal("stdin", "packed with gzip: unpack it first, as `zcat` does")
    # Cleaning tells a page of HTML by its name, and stdin has none.
    page = data.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html"))
    return RawArticle(hashlib.sha256(data).hexdigest(), "stdin.html" if page else "stdin.txt", data, Sidecar())


def _with(article: RawArticle, url: str | None, published: datetime | None) -> RawArticle:
    sidecar = article.sidecar
    day = published.date().isoformat() if published else None
    return replace(article, sidecar=replace(sidecar, url=url or sidecar.url, published=day or sidecar.published))
