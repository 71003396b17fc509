"""Dates that addresses carry, and identifiers that only look like them."""

import pytest

from pipelines.documents.url_dates import find_url_date


@pytest.mark.parametrize(
    ("url", "start", "precision"),
    [
        ("https://example.az/amp/20210522/razgovor-427015940.html", "2021-05-22", "day"),
        ("https://example.az/news/20080612035125472-Posol", "2008-06-12", "day"),  # with a clock behind it
        ("https://example.by/2024/05/24/vizit", "2024-05-24", "day"),
        ("https://example.by/2024/0524/vizit.html", "2024-05-24", "day"),
        ("https://example.by/news/2013-11-28/vizit", "2013-11-28", "day"),
        ("https://example.by/news?date=17-05-2023&id=3", "2023-05-17", "day"),
        ("https://example.ua/politika/pozvonil-28022022-453207", "2022-02-28", "day"),
        ("https://example.by/novosti/2021/july/65508/", "2021-07-01", "month"),
        ("https://example.az/meqale/2013/noyabr/336911.htm", "2013-11-01", "month"),
        ("https://example.ua/politics/memorandum-13122019124900/amp", "2019-12-13", "day"),
        ("https://example.il/world/07oct2007/sammit.html", "2007-10-07", "day"),
        ("https://example.by/2024/05/vizit/amp", "2024-05-01", "month"),
        ("https://example.kz/news/2010-12/tovarooborot", "2010-12-01", "month"),
        ("https://example.org/newsA.php?st=1718053200", "2024-06-11", "day"),  # midnight in Moscow
        ("https://example.by/economics/view/azerbajdzhan-499846-2022", "2022-01-01", "year"),
        ("https://example.by/economics/view/azerbajdzhan-499846-2022/", "2022-01-01", "year"),
    ],
)
def test_date_of_address(url: str, start: str, precision: str) -> None:
    found = find_url_date(url)
    assert found is not None
    assert (str(found[0].start), found[0].precision) == (start, precision)
    assert found[1] in url.lower()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.online/ru/news/113301",
        "https://example.az/society/1077528.html",
        "https://example.az/news/1234567890",
        "https://example.az/news?id=1718053200",
        "https://example.az/news/20250",
        "https://example.az/news/20241345",  # month 13
        "https://example.az/news/20230231",  # 31 February
        "https://example.az/news/vizit-45132022-1",  # no day has 45
        "https://example.az/n/2035-12-01/x",  # not yet written
        "https://2023-05-17.example.az/",  # the host is no place for a date
        "https://example.az/programma-2021-2025-godov",
    ],
)
def test_no_date(url: str) -> None:
    assert find_url_date(url) is None
