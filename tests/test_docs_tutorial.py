"""The tutorial's own article gives the rows and the reasons that the page shows."""

import hashlib
import re

from assets.settings import CHECKOUT
from evaluation.explain import choose, reasons
from pipelines.documents.document import RawArticle, Sidecar
from pipelines.facts.extract import Extraction, extract_rows
from report.describe import fact_words

TUTORIAL = (CHECKOUT / "docs" / "tutorial.md").read_text("utf-8")


def _read() -> Extraction:
    told = re.search(r"^echo '(.+)' >", TUTORIAL, re.MULTILINE)
    assert told
    data = told[1].encode()
    return extract_rows(RawArticle(hashlib.sha256(data).hexdigest(), "trade.txt", data, Sidecar()))


def test_the_rows_shown_are_those_of_the_article() -> None:
    rows = [
        (table, fact_words(row | {"fact_table": table}, "en")) for table, rows in _read().rows.items() for row in rows
    ]
    shown = re.findall(r"^│ \d │ (\w+) +│ (.+)$", TUTORIAL, re.MULTILINE)
    assert [(table, words.replace("\xa0", " ")) for table, words in rows] == shown


def test_the_reasons_shown_are_those_given() -> None:
    made = _read()
    (sentence,) = choose(made, "порт Гаваны")
    given = [f"  {table} {why}" for table, told in reasons(made, sentence).items() for why in told]
    shown = re.findall(r"^  (?:trade_volume|visits|agreements) \S.*$", TUTORIAL, re.MULTILINE)
    assert shown == given


def test_the_warning_shown_is_a_check() -> None:
    table, name = re.findall(r"warning (\w+)\.(\w+):", TUTORIAL)[0]
    assert f'"name": "{name}"' in (CHECKOUT / "expectations" / f"{table}.json").read_text("utf-8")
