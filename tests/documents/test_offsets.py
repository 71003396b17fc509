"""The way back from clean text to raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.documents.offsets import Draft, Edit, OffsetMap
from pipelines.text.span import Span


def test_a_replacement_maps_to_the_whole_of_what_it_replaced() -> None:
    draft = Draft.of("a&nbsp;b").edited([Edit(1, 7, " ")])
    assert draft.text == "a b"
    assert OffsetMap(tuple(draft.runs)).to_raw(Span(1, 2)) == Span(1, 7)


def test_edits_on_edits_map_to_the_first_text() -> None:
    draft = Draft.of("Меню | Обо­рот вырос").edited([Edit(10, 11)]).edited([Edit(0, 7, "", "navigation")])
    assert draft.text == "Оборот вырос"
    assert OffsetMap(tuple(draft.runs)).to_raw(Span(0, 6)).of(draft.raw) == "Обо­рот"
    assert [(r.reason, r.text) for r in draft.settled_removals()] == [("navigation", "Меню | ")]


def test_a_removal_inside_a_larger_one_is_part_of_it() -> None:
    draft = Draft.of("<b>Реклама</b> текст").edited([Edit(0, 3, "", "markup"), Edit(10, 14, "", "markup")])
    draft = draft.edited([Edit(0, 7, "", "boilerplate")])
    assert [(r.raw.start, r.raw.end) for r in draft.settled_removals()] == [(0, 3), (3, 10), (10, 14)]


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Draft.of("abcdef").edited([Edit(0, 3), Edit(2, 4)])


@st.composite
def edited(draw: st.DrawFn) -> Draft:
    draft = Draft.of(draw(st.text(alphabet="абвгд", max_size=30)))
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(draft.text)), max_size=8)))
        pairs = zip(cuts[0::2], cuts[1::2], strict=False)
        draft = draft.edited([Edit(a, b, draw(st.sampled_from(["", "-", "--"])), "r") for a, b in pairs])
    return draft


@given(edited())
def test_runs_tile_the_text_and_copies_are_true(draft: Draft) -> None:
    position = 0
    for run in draft.runs:
        assert run.clean_start == position
        position += run.clean_length
        if run.clean_length == run.raw_length and "-" not in draft.text[run.clean_start : position]:
            raw = draft.raw[run.raw_start : run.raw_start + run.raw_length]
            assert draft.text[run.clean_start : position] == raw
    assert position == len(draft.text)


@given(edited())
def test_every_raw_character_is_kept_or_on_record(draft: Draft) -> None:
    covered = [False] * len(draft.raw)
    for run in draft.runs:
        covered[run.raw_start : run.raw_start + run.raw_length] = [True] * run.raw_length
    for piece in draft.settled_removals():
        covered[piece.raw.start : piece.raw.end] = [True] * len(piece.raw)
    assert all(covered)


@given(edited())
def test_every_place_is_inside_the_raw_text(draft: Draft) -> None:
    places = OffsetMap(tuple(draft.runs)).places()
    assert sum(length for _, _, length in places) == len(draft.text)
    assert all(0 <= raw <= len(draft.raw) for _, raw, _ in places)
