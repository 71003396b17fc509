"""The report folder: written whole beside the one that stands, then put in its place."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipelines.store.schema import SQL
from report.articles import article_line, article_page, mention_words
from report.charts import chart_script
from report.cite import article_file
from report.pairs import PairRows, facts_by_article, group_pairs, pair_line, pair_page
from report.queries import Tables, load_tables, read_articles
from report.words import LANGUAGES, Language, load_words

_HERE = Path(__file__).parent
_LIBRARIES = ("altair", "babel", "jinja2", "pycountry")


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report: its folder, what it was made of, and how many pages of each kind there are."""

    folder: Path
    digest: str
    pairs: int
    articles: int


def build_report(home: Path, database: Path, digest: str) -> Report:
    """The report on the published file, in `home/report`; one made of the same file by the same code is left as it is.

    `digest` names what is published. Raises AskError where nothing is.
    """
    final = home / "report"
    made_of = hashlib.sha256(f"{digest} {code_version()}".encode()).hexdigest()[:16]
    standing = _standing(final)
    if standing is not None and standing.digest == made_of:
        return standing
    private, old = home / ".report.part", home / ".report.old"
    for left in (private, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        report = _write(private, database, made_of)
        if final.exists():
            final.replace(old)
        private.replace(final)
    finally:
        for left in (private, old):
            shutil.rmtree(left, ignore_errors=True)
    return Report(final, made_of, report.pairs, report.articles)


def code_version() -> str:
    """Digest of all that makes a page what it is, apart from the tables."""
    hasher = hashlib.sha256(" ".join(f"{name}=={version(name)}" for name in _LIBRARIES).encode())
    files = [p for p in _HERE.rglob("*") if p.suffix in {".py", ".toml", ".html", ".css", ".js", ".txt"}]
    for file in sorted([*files, *SQL.glob("report/*.sql")]):
        hasher.update(file.name.encode() + file.read_bytes())
    return hasher.hexdigest()[:12]


def _standing(folder: Path) -> Report | None:
    note = folder / "report.json"
    if not note.exists():
        return None
    return Report(folder=folder, **json.loads(note.read_text("utf-8")))


def _write(folder: Path, database: Path, digest: str) -> Report:
    tables = load_tables(database)
    pairs = group_pairs(tables)
    static = folder / "static"
    shutil.copytree(_HERE / "static", static)
    (static / "charts.js").write_text(chart_script(), "utf-8")
    entry = environment("ru").get_template("entry.html").render(names=_names())
    (folder / "index.html").write_text(entry, "utf-8")
    writers = [_Writer(folder / language, language) for language in LANGUAGES]
    for writer in writers:
        writer.lists(tables, pairs)
        for pair, rows in pairs.items():
            page = pair_page(pair, rows, tables.facts, writer.language)
            writer.write("pair.html", f"pairs/{page.line.page}", page=page)
    _write_articles(database, tables, frozenset("-".join(pair) for pair in pairs), writers)
    report = Report(folder, digest, len(pairs), len(tables.articles))
    note = {key: value for key, value in asdict(report).items() if key != "folder"}
    (folder / "report.json").write_text(json.dumps(note, indent=1), "utf-8")
    return report


def _write_articles(database: Path, tables: Tables, pages: frozenset[str], writers: Sequence["_Writer"]) -> None:
    told = facts_by_article(tables.facts.values())
    for rows in read_articles(database, sorted(row["document_id"] for row in tables.articles)):
        document_id = rows.document["document_id"]
        for writer in writers:
            page = article_page(rows, told.get(document_id, ()), pages, writer.language)
            writer.write("article.html", f"articles/{article_file(document_id)}", page=page)


class _Writer:
    """Writes the pages of one language."""

    def __init__(self, folder: Path, language: Language) -> None:
        self.folder, self.language = folder, language
        for part in ("pairs", "articles"):
            (folder / part).mkdir(parents=True)
        self._environment = environment(language)

    def write(self, template: str, path: str, **told: Any) -> None:
        """Writes the page at `path` of this language's folder."""
        up = "../" * path.count("/")
        page = self._environment.get_template(template).render(path=path, up=up, **told)
        (self.folder / path).write_text(page, "utf-8")

    def lists(self, tables: Tables, pairs: dict[tuple[str, str], PairRows]) -> None:
        """Writes the index of pairs and the list of articles."""
        lines = [pair_line(pair, rows, self.language) for pair, rows in pairs.items()]
        self.write("index.html", "index.html", lines=sorted(lines, key=lambda line: (-sum(line.counts), line.page)))
        counts: dict[str, int] = {}
        for fact in tables.facts.values():
            counts[fact["document_id"]] = counts.get(fact["document_id"], 0) + 1
        articles = [article_line(row, counts.get(row["document_id"], 0), self.language) for row in tables.articles]
        self.write("articles.html", "articles.html", articles=articles)


def environment(language: Language) -> Environment:
    """The templates with the words of `language`; everything put into a page is escaped."""
    words = load_words(language)
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "w": words,
        "ui": words.ui,
        "language": language,
        "other": next(other for other in LANGUAGES if other != language),
        "mention_words": partial(mention_words, language=language),
    }
    return made


def _names() -> dict[str, str]:
    """The languages and what each calls itself."""
    return {"ru": load_words("en").ui("other_language"), "en": load_words("ru").ui("other_language")}
