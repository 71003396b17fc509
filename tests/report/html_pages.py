"""Pages as a strict reader sees them: ids, links, and what breaks the rules of HTML."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "input", "br", "img", "hr"}
# What may not stand inside a paragraph or a heading.
BLOCKS = {
    "p",
    "div",
    "ul",
    "ol",
    "table",
    "section",
    "article",
    "details",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "dl",
    "nav",
}
PHRASING = {"p", "h1", "h2", "h3", "h4", "a", "mark", "q", "small", "summary", "figcaption"}


@dataclass
class Reader(HTMLParser):
    """One page, read to its end."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)  # scripts and sheets
    labelled: set[str] = field(default_factory=set)
    inputs: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)  # words marked as evidence, by fact
    text: str = ""
    title: str = ""
    lang: str = ""
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._facts: list[str] = []
        self.feed(self.path.read_text("utf-8"))
        self.close()
        self.errors += [f"<{tag}> is never closed" for tag in self.open]
        self.errors += [f"id {one} stands twice" for one in {i for i in self.ids if self.ids.count(i) > 1}]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if len(told) != len(attrs):
            self.errors.append(f"<{tag}> has an attribute twice")
        if tag in BLOCKS and (inside := PHRASING & set(self.open)):
            self.errors.append(f"<{tag}> inside {sorted(inside)}")
        if tag in ("a", "details") and "a" in self.open:
            self.errors.append(f"<{tag}> inside a link")
        if tag == "th" and "scope" not in told:
            self.errors.append("<th> without scope")
        self._note(tag, told)
        if tag not in VOID:
            self.open.append(tag)

    def _note(self, tag: str, told: dict[str, str]) -> None:
        if "id" in told:
            self.ids.append(told["id"])
        if tag == "a":
            self.links.append(told["href"])
        if tag in ("script", "link") and (source := told.get("src") or told.get("href")):
            self.loaded.append(source)
        if tag == "html":
            self.lang = told.get("lang", "")
        if tag == "label":
            self.labelled.add(told["for"])
        if tag == "input":
            self.inputs.append(told["id"])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "mark":
            self._facts = told.get("data-facts", "").split()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.errors.append(f"</{tag}> closes nothing at line {self.getpos()[0]}")
        if tag == "mark":
            self._facts = []

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        if "main" in self.open and "script" not in self.open:
            self.text += data
        for fact in self._facts:
            self.marks[fact] = self.marks.get(fact, "") + data


@lru_cache(maxsize=256)
def read_page(path: Path) -> Reader:
    """The page at `path`."""
    return Reader(path)


def all_pages(site: Path) -> list[Path]:
    """Every page of a report, sorted."""
    return sorted(site.rglob("*.html"))


def dead_links(site: Path) -> list[str]:
    """Links within the report that lead to no page, or to no place in it."""
    dead = []
    for path in all_pages(site):
        for link in [*read_page(path).links, *read_page(path).loaded]:
            if link.startswith(("https://", "http://", "data:")):
                continue
            file, _, place = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            if not target.is_file():
                dead.append(f"{path.relative_to(site)}: {link}")
            elif place and place not in read_page(target).ids:
                dead.append(f"{path.relative_to(site)}: no place {link}")
    return dead
