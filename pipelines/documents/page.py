"""An HTML page to its readable text, by blocks, every character keeping its place in the raw page."""

from collections.abc import Sequence
from dataclasses import field
from html import unescape
from html.parser import HTMLParser

from pipelines.documents.document import Sidecar
from pipelines.documents.offsets import Draft, Edit
from pipelines.text.records import dataclass

_DROPPED = {
    **dict.fromkeys(("script", "style", "noscript", "template", "svg", "iframe", "head"), "script"),
    **dict.fromkeys(("nav", "footer"), "navigation"),
    **dict.fromkeys(("form", "button", "select"), "boilerplate"),
    "aside": "related",
    "figcaption": "photo_caption",
}
# fmt: off
_BLOCKS = frozenset([
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td", "th", "br", "hr", "section",
    "article", "main", "header", "blockquote", "figure", "dd", "dt", "dl", "pre", "title",
])
_VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
])
# fmt: on
_PUBLISHED = frozenset(
    [
        "article:published_time",
        "datepublished",
        "og:published_time",
        "pubdate",
        "publishdate",
        "dc.date",
        "date",
        "sailthru.date",
    ]
)


@dataclass(frozen=True, slots=True)
class Page:
    """What remains of a page once its tags are gone, and what the page's head tells of the article."""

    draft: Draft
    sidecar: Sidecar


def read_page(raw: str) -> Page:
    """The readable text of the HTML page `raw` and its own metadata; broken markup never raises."""
    reader = _Reader(raw)
    reader.feed(raw)
    reader.close()
    reader.finish()
    return Page(Draft.of(raw).edited(reader.edits), reader.metadata())


@dataclass(slots=True)
class _Heads:
    title: list[str] = field(default_factory=list)
    first_heading: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Walks the page once; everything between two kept pieces of text becomes one edit."""

    def __init__(self, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        self.raw = raw
        self.lines = _line_starts(raw)
        self.edits: list[Edit] = []
        self.kept_end = 0
        self.newline = False
        self.marks: list[tuple[int, str]] = []  # where a reason for removal begins
        self.dropped: list[str] = []
        self.inside_article = 0
        self.heads = _Heads()
        self.open_heading: list[str] | None = None

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark_end()
        told = {name: value or "" for name, value in attrs}
        if tag == "meta":
            key = (told.get("property") or told.get("name") or told.get("itemprop") or "").lower()
            if key and told.get("content"):
                self.heads.meta.setdefault(key, told["content"].strip())
        if tag == "time" and told.get("datetime"):
            self.heads.meta.setdefault("time", told["datetime"].strip())
        if tag in ("article", "main"):
            self.inside_article += 1
        if tag == "title" and not self.heads.title:
            self.open_heading = self.heads.title
        elif tag == "h1" and not self.heads.first_heading:
            self.open_heading = self.heads.first_heading
        if tag in _BLOCKS:
            self.newline = True
        if tag in _DROPPED and tag not in _VOID:
            if not self.dropped:
                self.marks.append((self._offset(), _DROPPED[tag]))
            self.dropped.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID or tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._mark_end()
        if tag in ("title", "h1"):
            self.open_heading = None
        if tag in ("article", "main"):
            self.inside_article = max(0, self.inside_article - 1)
        if tag in _BLOCKS:
            self.newline = True
        if tag in self.dropped:
            del self.dropped[self.dropped.index(tag) :]
        elif tag == "body" or tag == "html":
            self.dropped.clear()

    def _mark_end(self) -> None:
        """What follows a dropped part is dropped for itself again."""
        if not self.dropped and self.marks and self.marks[-1][1] != "markup":
            self.marks.append((self._offset(), "markup"))

    def handle_data(self, data: str) -> None:
        self._text(data, len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._offset()
        length = len(written)
        if self.raw[start + length : start + length + 1] == ";":
            written, length = written + ";", length + 1
        self._text(written, length)

    def _text(self, data: str, length: int) -> None:
        if self.open_heading is not None:
            self.open_heading.append(data)
        if self.dropped:
            return
        self._mark_end()
        start = self._offset()
        if data.isspace() and self.newline:
            return
        if start > self.kept_end:
            glue = "\n" if self.newline and self.kept_end > 0 else ""
            self._take_out(start, glue)
        self.kept_end, self.newline = start + length, False

    def _take_out(self, end: int, glue: str = "") -> None:
        """Edits for everything from the last text to `end`, one a reason."""
        position, reason = self.kept_end, "markup"
        for place, following in self.marks:
            if position < place < end:
                self.edits.append(Edit(position, place, "", reason))
                position = place
            reason = following if place < end else reason
        self.edits.append(Edit(position, end, glue, reason))
        self.marks.clear()

    def finish(self) -> None:
        """Take out what stands after the last text."""
        if self.kept_end < len(self.raw):
            self._take_out(len(self.raw))

    def metadata(self) -> Sidecar:
        meta = self.heads.meta
        published = next((meta[key] for key in (*sorted(_PUBLISHED & meta.keys()), "time") if key in meta), None)
        title = _words(self.heads.first_heading) or _words([meta.get("og:title", "")]) or _words(self.heads.title)
        return Sidecar(meta.get("og:url"), title, _words([meta.get("og:site_name", "")]), published)


def _words(parts: Sequence[str]) -> str | None:
    return " ".join(unescape("".join(parts)).split()) or None


def _line_starts(raw: str) -> list[int]:
    """Starts of lines as html.parser counts them: after every newline character and after nothing else."""
    starts, position = [0], raw.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = raw.find("\n", position + 1)
    return starts
