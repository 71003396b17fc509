"""The line an agency opens with: where it writes from and how it signs ("БАКУ, 19 ноя — Sputnik.")."""

import re
from collections.abc import Mapping, Sequence

from pipelines.documents.lines import MONTHS, date_rest
from pipelines.documents.outlets import load_outlets
from pipelines.text.morph import parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_NAME = r"[А-ЯЁ][А-ЯЁа-яё]+(?:[- ](?:на-|НА-)?[А-ЯЁ][А-ЯЁа-яё]+)?"
_COUNTRY = r"(?:[А-ЯЁ][а-яё]+, )?"
_DAY = (
    rf"(?:\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})? {MONTHS}\.?(?:,? \d{{4}}(?: ?г(?:ода|\.)?)?)?"
    r"|\d{1,2}\.\d{1,2}\.\d{4})"
)
_AGENCY = r"[A-ZА-ЯЁ](?:[\w-]|\.(?=\w))*(?: (?:[A-ZА-ЯЁ](?:[\w-]|\.(?=\w))*|\d+))?"
_SIGNED = (
    rf"(?:/ ?(?:корр?\.? |корреспондент )?(?P<slash>(?:[А-ЯЁA-Z]{{2,6}} [«\"])?{_AGENCY})(?P<reporter>[^/\n]{{0,60}})/"
    rf"|\((?:корр\.? )?(?P<round>{_AGENCY})(?:[,)/])"
    rf"|(?P<bare>{_AGENCY})(?=\s*[.,:/—–-]))"
)
# City, day, agency: "МИНСК, 14 октября. /ТАСС/.", "Москва. 3 февраля. INTERFAX.RU -", "Баку, 27 ноября, АЗЕРТАДЖ".
_CITY_DAY = re.compile(rf"{_COUNTRY}(?P<place>{_NAME})[,.]? {_DAY}\s*[.,]?\s*[-–—]?\s*{_SIGNED}?", re.IGNORECASE)
# Day, city, agency: "17 октября, Минск /Корр. БЕЛТА/".
_DAY_CITY = re.compile(rf"{_DAY}[.,]? (?P<place>{_NAME})[,.]?\s*[-–—]?\s*{_SIGNED}", re.IGNORECASE)
# City, agency: "АСТАНА. КАЗИНФОРМ -", "Баку /Trend/".
_CITY_AGENCY = re.compile(
    rf"(?P<place>{_NAME})(?:[.,]? /(?:корр\.? )?(?P<slash>{_AGENCY})/|\. (?P<bare>[А-ЯЁA-Z][А-ЯЁA-Z.-]{{3,}}) ?[-–—])"
)
# City and country, agency: "Ташкент, Узбекистан (UzDaily.uz) --", "Узбекистан, Ташкент – АН Podrobno.uz."
_CITY_COUNTRY = re.compile(
    rf"(?P<place>{_NAME}), {_NAME} \((?P<round>{_AGENCY})\) ?[-–—]"
    rf"|{_NAME}, (?P<city>{_NAME}) [-–—] (?:АН |ИА )?(?P<bare>{_AGENCY})\."
)
_PATTERNS = (_CITY_DAY, _DAY_CITY, _CITY_AGENCY, _CITY_COUNTRY)
_ABBREVIATED = re.compile(r"корр\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the article was written, in the nominative, and the agency that signed; either may be absent."""

    place: str | None
    agency: str | None


def find_dateline(blocks: Sequence[str], header: Sequence[str]) -> Dateline:
    """The dateline of an article whose first blocks are `blocks` and whose page opens with the lines `header`.

    >>> find_dateline(["МИНСК, 14 октября. /ТАСС/. Визит перенесен."], [])
    Dateline(place='Минск', agency='ТАСС')
    """
    for block in blocks:
        for pattern in _PATTERNS:
            found = pattern.match(block)
            if found is not None and _is_place(found):
                named = found.groupdict()
                agency = named.get("slash") or named.get("round") or named.get("bare")
                return Dateline(_nominative(_place(found)), _behind_reporter(named) or _agency(agency))
    return Dateline(_standing_place(header), None)


def _place(found: "re.Match[str]") -> str:
    return str(found["place"] or found["city"])


def _is_place(found: "re.Match[str]") -> bool:
    place = _place(found)
    if not place[0].isupper():
        return False
    if place.isupper() or _geographic(place):
        return True
    return found.re in (_DAY_CITY, _CITY_AGENCY) or found.groupdict().get("slash") is not None


def _geographic(place: str) -> bool:
    return any("Geox" in parse.grammemes for parse in parses(place.split()[0]))


def _agency(name: str | None) -> str | None:
    """The signature, None where the words after a dateline are the sentence itself."""
    if name is None or not name[0].isupper():
        return None
    return name.strip(" .,-")


def _behind_reporter(named: Mapping[str, str | None]) -> str | None:
    """The agency that stands after its reporter: "/Мария Ивановна – БЕЛТА/"."""
    name = re.split(r"\s[-–—]\s", named.get("reporter") or "")[-1].strip()
    return name if fold(name) in load_outlets().by_name else None


def _nominative(place: str) -> str:
    """Datelines are in the nominative already; capitals are written as in running text ("НЬЮ-ЙОРК")."""
    if not place.isupper():
        return place
    words = (word if word.lower() == "на" else word.capitalize() for word in re.split(r"([- ])", place))
    return "".join(word.lower() if word.lower() == "на" else word for word in words)


def _standing_place(header: Sequence[str]) -> str | None:
    """A place that stands alone beside a date at the page's head."""
    for before, line in zip(("", *header), header, strict=False):
        after_date = date_rest(before.lower().replace("ё", "е")) == ""
        if (
            after_date
            and len(line) <= 25
            and line[0].isupper()
            and line.replace("-", "").replace(" ", "").isalpha()
            and _geographic(line)
        ):
            return line
    return None
