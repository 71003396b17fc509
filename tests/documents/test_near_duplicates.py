"""Reprints found, whatever order they come in."""

from itertools import permutations

from pipelines.documents.near_duplicates import mark_duplicates

FIRST = " ".join(f"Послы обсудили пункт {n} договора о поставках зерна и масла." for n in range(30))
REPRINT = "Агентство сообщает. " + FIRST + " Подробности позже."
OTHER = " ".join(f"Команда номер {n} провела матч на стадионе в столице." for n in range(30))


def test_the_first_is_the_same_in_every_order() -> None:
    documents = [("b", FIRST), ("a", REPRINT), ("c", OTHER)]
    for order in permutations(documents):
        assert mark_duplicates(order) == {"b": "a"}


def test_the_callers_key_decides_who_is_first() -> None:
    published = {"a": "2021-05-02", "b": "2021-05-01", "c": "2020-01-01"}
    assert mark_duplicates([("a", REPRINT), ("b", FIRST), ("c", OTHER)], published.__getitem__) == {"a": "b"}


def test_a_repeat_of_a_repeat_has_one_first() -> None:
    assert mark_duplicates([("c", REPRINT), ("a", FIRST), ("b", FIRST + " Ещё.")]) == {"b": "a", "c": "a"}


def test_texts_without_words_are_no_duplicates() -> None:
    assert mark_duplicates([("a", ""), ("b", "")]) == {}
