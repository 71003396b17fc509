"""Marks on a text: overlapping, nested, over blocks; no word is lost or doubled."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from report.marks import marked_blocks

TEXT = "Министр прибыл в Баку.\nОн подписал договор о торговле."


def _fact(name: str, start: int, end: int, table: str = "visits") -> dict[str, Any]:
    place = {"sentence_start": start, "sentence_end": end, "evidence_start": start, "evidence_end": end}
    return {"fact_id": name, "fact_table": table, **place}


def _mention(start: int, end: int) -> dict[str, Any]:
    return {"mention_start": start, "mention_end": end, "kind": "place"}


def _document(*blocks: tuple[int, int]) -> dict[str, Any]:
    told = [{"start_offset": start, "end_offset": end, "kind": "paragraph"} for start, end in blocks]
    return {"text": TEXT, "blocks": told}


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda span: span[0] < span[1])


@given(facts=st.lists(SPANS, max_size=5), mentions=st.lists(SPANS, max_size=5), blocks=st.booleans())
def test_pieces_make_up_the_text_and_each_mark(
    facts: list[tuple[int, int]], mentions: list[tuple[int, int]], blocks: bool
) -> None:
    document = _document((0, 22), (23, len(TEXT))) if blocks else _document()
    told = [_fact(str(i), *span) for i, span in enumerate(facts)]
    marked = marked_blocks(document, [_mention(*span) for span in mentions], told)
    pieces = [piece for block in marked for piece in block.pieces]
    assert "".join(p.text for p in pieces).replace("\n", "") == TEXT.replace("\n", "")
    for i, (start, end) in enumerate(facts):
        words = "".join(p.text for p in pieces if told[i] in p.facts)
        assert words.replace("\n", "") == TEXT[start:end].replace("\n", "")


def test_a_fact_has_one_place_to_go_to() -> None:
    pieces = marked_blocks(_document(), [_mention(17, 21)], [_fact("a", 8, 22), _fact("b", 8, 14)])[0].pieces
    assert [anchor for piece in pieces for anchor in piece.anchors] == ["a", "b"]


def test_of_mentions_in_each_other_the_inner_one_is_shown() -> None:
    pieces = marked_blocks(_document(), [_mention(0, 22), _mention(17, 21)], [])[0].pieces
    shown = [(p.text, p.mention and p.mention["mention_start"]) for p in pieces]
    assert ("Баку", 17) in shown and ("Министр прибыл в ", 0) in shown


def test_words_outside_all_blocks_are_not_lost() -> None:
    blocks = marked_blocks(_document((0, 22)), [], [])
    assert ["".join(p.text for p in block.pieces).strip() for block in blocks] == TEXT.split("\n")
