"""Encodings told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.documents.decode import UndecodableError, decode

LONG = (
    "МИНСК, 3 марта — Вестовой. Товарооборот двух стран за год вырос на 12,5% и составил $1,4 млрд.\r\n"
    "«Экспорт прибавил четверть», — сообщил посол. Ещё 12 контрактов подпишут в июле.\r\n"
)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [LONG, "Визит отложен", "ВИЗИТ ПРЕЗИДЕНТА", "Минск и Баку\r\nдоговорились"])
def test_each_encoding_comes_back(encoding: str, text: str) -> None:
    data = text.encode(encoding, "ignore")
    assert decode(data)[0] == data.decode(encoding)


@given(
    st.lists(
        st.sampled_from([*LONG.split(), "Азербайджан", "встреча", "соглашение", "2024", "—"]), min_size=6, max_size=30
    ),
    st.sampled_from(["cp1251", "koi8-r", "cp866", "utf-16-le"]),
)
def test_words_of_news_come_back_in_any_encoding(words: list[str], encoding: str) -> None:
    text = "Сегодня " + " ".join(words)
    data = text.encode(encoding, "ignore")
    assert decode(data)[0] == data.decode(encoding)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_never_taken_for_another(text: str) -> None:
    data = text.encode()
    assert decode(data)[0] in (text, text.removeprefix("\ufeff"))


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        assert str(error)
    else:
        assert isinstance(text, str)
        assert encoding


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (b"text\x00with a zero byte inside it", "NUL"),
        (bytes(range(1, 9)) * 50, "control characters"),
    ],
)
def test_noise_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(data)


def test_a_declared_charset_is_honoured() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Да</body></html>'
    assert decode(page.encode("cp1251")) == (page, "cp1251")


def test_a_wrong_charset_is_not_believed() -> None:
    page = f'<meta charset="koi8-r"><p>{LONG}</p>'
    assert decode(page.encode("cp1251", "ignore"))[1] == "cp1251"


def test_a_page_cut_inside_a_letter_is_still_utf8() -> None:
    assert decode("Оборот вырос".encode()[:-1]) == ("Оборот выро", "utf-8")
