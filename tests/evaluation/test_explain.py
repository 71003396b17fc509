"""What is told of one article, and of a sentence that gave no row."""

import hashlib
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from assets.settings import CHECKOUT
from commands.exits import Code
from evaluation.explain import NoSuchSentenceError, choose, reasons
from pipelines.documents.document import RawArticle, Sidecar
from pipelines.facts.extract import Extraction, extract_rows
from pipelines.facts.registry import FACT_TABLES

OPENING = "МИНСК, 3 марта 2022 года. "
TRADE = "Товарооборот Беларуси и Грузии в 2021 году составил 150,2 млн долларов."
VISIT = "Министр экономики Беларуси Иван Петров 2 марта 2022 года прибыл в Тбилиси."
SIGNED = "Министры Беларуси и Грузии подписали меморандум о сотрудничестве в туризме."


@cache
def _explained(text: str) -> Extraction:
    data = text.encode()
    return extract_rows(RawArticle(hashlib.sha256(data).hexdigest(), "a.txt", data, Sidecar()))


def _why(text: str, asked: str) -> dict[str, str]:
    explained = _explained(OPENING + text)
    (sentence,) = choose(explained, asked)
    return {table: "; ".join(lines) for table, lines in reasons(explained, sentence).items()}


CASES = [
    (TRADE, "150,2", "trade_volume", "row ", "a row stands there, with its rule"),
    (TRADE, "150,2", "visits", "no word of a visit", "no trigger word"),
    (TRADE, "150,2", "agreements", "no word of a document", "no trigger word"),
    (
        VISIT,
        "прибыл",
        "trade_volume",
        "no word of trade between countries in the whole document",
        "nothing to look for",
    ),
    (VISIT, "прибыл", "visits", "row ", "a row stands there"),
    (f"{TRADE} Погода была ясной.", "Погода", "trade_volume", "no word of trade, no sum", "no figure"),
    (f"{TRADE} Товарооборот растёт.", "растёт", "trade_volume", "no sum, percentage or ratio", "a flow, no figure"),
    (
        f"{TRADE} Зарплата учителя выросла на 12%.",
        "Зарплата",
        "trade_volume",
        "«12%» belongs to no flow of trade",
        "the figure is named",
    ),
    (
        f"{TRADE} Экспорт вырос на 12 млн долларов.",
        "на 12 млн",
        "trade_volume",
        "is no level, change or share of export (difference)",
        "a difference is no level",
    ),
    (f"{VISIT} Визит важен.", "важен", "visits", "too little to stand alone", "it only adds"),
    ("Врач приехал домой вовремя.", "Врач", "visits", "no official is named beside it", "nobody to visit"),
    (SIGNED, "подписали", "agreements", "row ", "a row stands there"),
    (
        "Рабочие подписали контракт с заводом.",
        "Рабочие",
        "agreements",
        "no frame fits",
        "no document between countries",
    ),
]


@pytest.mark.parametrize(("text", "asked", "table", "said", "why"), CASES)
def test_reasons(text: str, asked: str, table: str, said: str, why: str) -> None:
    assert said in _why(text, asked)[table], why


def test_every_table_gives_a_reason_for_every_sentence() -> None:
    explained = _explained(f"{OPENING}{TRADE} {VISIT} {SIGNED} Визит важен. Погода была ясной.")
    for sentence in explained.reading.sentences:
        told = reasons(explained, sentence)
        assert told.keys() == FACT_TABLES.keys() and all(told.values()), sentence.text


def test_another_language_is_told() -> None:
    explained = _explained("The trade of Belarus and Georgia grew last year by a third, the ministry said on Monday.")
    told = reasons(explained, explained.reading.sentences[0])
    assert all("only Russian is read" in told[table][0] for table in FACT_TABLES)


def test_sentences_are_chosen_by_number_or_words() -> None:
    explained = _explained(f"{OPENING}{TRADE} {VISIT}")
    last = explained.reading.sentences[-1]
    assert choose(explained, str(last.index)) == choose(explained, "ИВАН петров 2 марта") == [last]
    for asked in ("99", "чего нет"):
        with pytest.raises(NoSuchSentenceError):
            choose(explained, asked)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A page with furniture, without a date of its own."""
    file = tmp_path / "page.txt"
    file.write_text(f"{TRADE}\n\n{VISIT.replace(' 2022 года', '')}\n\nПодписывайтесь на наш Telegram-канал\n", "utf-8")
    return file


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHECKOUT / "communique.py"), "explain", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_an_article_from_cleaning_to_rows(article: Path) -> None:
    told = _run(article).stdout
    assert "Taken out by cleaning" in told and "Telegram" in told
    assert "money «150,2 млн долларов» canonical_id=USD" in told
    assert "amount=150200000" in told and "visitor=Иван Петров" in told
    assert "sentence 0" in told and "confidence 0." in told


def test_json_and_the_date_of_an_address(article: Path) -> None:
    url = "https://news.example.com/2022/03/03/visit.html"
    done = _run(article, "--url", url, "--sentence", "прибыл", "--json")
    told = json.loads(done.stdout)
    assert told["published"]["start"] == "2022-03-03" and told["published"]["method"] == "metadata"
    (number,) = told["reasons"]
    assert told["sentences"][int(number)]["text"].startswith("Министр экономики")
    assert told["facts"]["visits"][0]["event_start"] == "2022-03-02"
    text = article.read_text("utf-8")
    assert told["removed"] and all(text[r["raw_start"] : r["raw_end"]] == r["text"] for r in told["removed"])


@pytest.mark.parametrize(
    ("name", "data", "arguments", "message", "code"),
    [
        ("a.txt", TRADE, ("--sentence", "99"), "sentence 99", Code.WRONG_USE),
        ("a.txt", TRADE, ("--sentence", "чего нет"), "no sentence holds", Code.WRONG_USE),
        ("a.txt", "", (), "empty", Code.REFUSED),
        ("a.pdf", TRADE, (), "not named like an article", Code.REFUSED),
    ],
)
def test_what_cannot_be_explained_is_told_in_a_line(
    name: str, data: str, arguments: tuple[str, ...], message: str, code: Code, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(data, "utf-8")
    done = _run(tmp_path / name, *arguments)
    assert done.returncode == code and message in done.stderr and done.stderr.count("\n") == 1


def test_a_missing_file_is_told_in_a_line(tmp_path: Path) -> None:
    done = _run(tmp_path / "none.txt")
    assert done.returncode == Code.REFUSED and "none.txt" in done.stderr and done.stderr.count("\n") == 1
