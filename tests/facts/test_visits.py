"""The visit rules on made-up sentences in the wording of news."""

from datetime import date
from typing import Any

import pytest

from pipelines.documents.document import Block, Document, Published
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.visits import Visit, extract
from pipelines.text.interval import Interval
from pipelines.text.span import Span

PUBLISHED = date(2023, 6, 15)  # a Thursday


def visits_in(*paragraphs: str, published: date | None = PUBLISHED) -> tuple[Visit, ...]:
    """Rows of a document of these paragraphs, published on that day."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 2
    known = None if published is None else Published(Interval(published, published, "day"), "metadata", "")
    document = Document(
        document_id="d", source="d.txt", url=None, outlet=None, title=None, dateline_place=None, language="ru",
        published=known, text=text, blocks=tuple(blocks), removed=(), raw_length=len(text),
    )  # fmt: skip
    rows = extract(read(document, find_mentions(document)))
    for row in rows:
        assert row.evidence.of(text) == row.evidence_text
        assert row.sentence.contains(row.evidence)
    return rows


def told(row: Visit) -> tuple[Any, ...]:
    return row.kind, row.visitor_country, row.host_country, row.status


# (the text, what it tells: kind, visitor's country, other country, status)
FRAMES = [
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", ("visit", "SRB", "AZE", "held")),
    ("Премьер-министр Грузии Ираклий Гарибашвили посетит Ереван 20 июня.", ("visit", "GEO", "ARM", "planned")),
    ("Лидер Казахстана Касым-Жомарт Токаев находится в Узбекистане с государственным визитом.", ("visit", "KAZ", "UZB", "ongoing")),
    ("В Ташкент с рабочим визитом прилетел премьер-министр Казахстана Алихан Смаилов.", ("visit", "KAZ", "UZB", "held")),
    ("Глава МИД Ирана планирует посетить Москву в июле.", ("visit", "IRN", "RUS", "planned")),
    ("Визит президента Турции Реджепа Тайипа Эрдогана в Баку состоится 20 июня.", ("visit", "TUR", "AZE", "planned")),
    ("Визит премьер-министра Ирака в Анкару отложен.", ("visit", "IRQ", "TUR", "cancelled")),
    ("Состоялся телефонный разговор президентов Азербайджана Ильхама Алиева и Беларуси Александра Лукашенко.", ("phone_call", "AZE", "BLR", "held")),
    ("Владимир Путин поговорил по телефону с президентом Турции Реджепом Тайипом Эрдоганом.", ("phone_call", "RUS", "TUR", "held")),
    ("Министр экономики Грузии провел видеоконференцию с министром экономики Армении.", ("video_call", "GEO", "ARM", "held")),
    ("Министр обороны Армении встретился с министром обороны Греции на полях форума в Париже.", ("meeting", "ARM", "GRC", "held")),
    ("Шавкат Мирзиёев принял посла Китая в Узбекистане.", ("meeting", "UZB", "CHN", "held")),
    ("Парламентская делегация Вьетнама побывала в Минске.", ("visit", "VNM", "BLR", "held")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_each_frame_gives_one_row(text: str, expected: tuple[Any, ...]) -> None:
    assert [told(row) for row in visits_in(text)] == [expected]


NOTHING = [
    ("Министр сельского хозяйства Беларуси посетил агрокомбинат в Гродно.", "a trip at home"),
    ("Президент Молдовы Майя Санду встретилась с премьер-министром Молдовы.", "talks at home"),
    ("Сборная Азербайджана прибыла в Минск на матч.", "sport"),
    ("Туристы из Беларуси посетили Баку.", "tourists"),
    ("Президент Грузии не посещал Москву.", "denied"),
    ("Премьер-министр Польши хотел бы посетить Баку.", "a wish"),
    ("Президент Сербии пригласил президента Азербайджана посетить Белград.", "an invitation"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_row(text: str, why: str) -> None:
    assert visits_in(text) == (), why
