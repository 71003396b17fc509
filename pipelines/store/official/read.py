"""Files of official statistics: UN Comtrade's CSV and SDMX-CSV."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import pycountry

from pipelines.store.official.figures import Days, Figure, Flow, Series, Valuation

Row = Mapping[str, str]
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])")
_MONTH = re.compile(r"(\d{4})-?M?(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(\d{4})")
_SERVICES = "S"


class OfficialFileError(ValueError):
    """A file that cannot be read as official statistics; the message says why and how to mend it."""


@dataclass(slots=True)
class OfficialFile:
    """What a file holds: figures, rows that are wrong (file, line, reason), and rows that are not of ours by reason."""

    figures: list[Figure] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


class _PassedOverError(Exception):
    """A sound row of something that is not compared."""


def read_official(path: Path) -> OfficialFile:
    """The figures of a file, with the rows that could not be read; a wrong row does not keep the others out.

    Raises OfficialFileError where there is no such file or its header is of no known format.
    """
    lines = _text(path).splitlines()
    header, delimiter = _header(lines, path)
    form = _format_of(header, path)
    made = OfficialFile()
    for number, cells in _rows(lines, delimiter):
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        try:
            made.figures += _figures(row, form, f"{path.name}:{number}")
        except _PassedOverError as reason:
            made.passed_over[str(reason)] += 1
        except ValueError as error:
            made.problems.append(f"{path}:{number}: {error}")
    return made


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise OfficialFileError(f"{path}: {error.strerror}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")  # names of countries as the site of today writes them; codes are ASCII


def _header(lines: Sequence[str], path: Path) -> tuple[list[str], str]:
    """Folded names of the columns, and what parts them."""
    if not lines:
        raise OfficialFileError(f"{path}: empty")
    delimiter = max(",;\t", key=lines[0].count)
    names = next(csv.reader([lines[0]], delimiter=delimiter))
    return [re.sub(r"[^a-z0-9]", "", name.split(":")[0].lower()) for name in names], delimiter


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines[1:], delimiter=delimiter)
    for cells in reader:
        yield reader.line_num + 1, cells


def _format_of(header: Sequence[str], path: Path) -> Mapping[str, Any]:
    """The format of which every column that a figure needs is there."""
    forms = _load()["format"]
    for form in forms:
        if all(any(name in header for name in form[need]) for need in _NEEDED):
            return dict(form)
    needs = "; ".join(f"{f['name']}: {', '.join(f[need][0] for need in _NEEDED)}" for f in forms)
    raise OfficialFileError(f"{path}: no header of a known format (needed: {needs})")


_NEEDED = ("reporter", "partner", "measure", "period", "value")


def _figures(row: Row, form: Mapping[str, Any], source: str) -> list[Figure]:
    """The figures of one row: its value, and an import's value FOB where it stands beside."""
    for column, totals in form.get("totals", {}).items():
        if row.get(column, "") not in totals:
            raise _PassedOverError("part of a total that has a row of its own")
    measure = _measure(_cell(row, form, "measure"), form)
    reporter, partner = _area(_cell(row, form, "reporter")), _area(_cell(row, form, "partner"))
    if reporter == partner:
        raise _PassedOverError("trade of a country with itself")
    product = _product(row, form)
    days = _days(_cell(row, form, "period"))
    value = _number(_cell(row, form, "value")) * 10 ** _power(_cell(row, form, "multiplier"))
    valued = {measure["valuation"]: value}
    if measure["flow"] == "import":
        for valuation, column in (("CIF", "cif_value"), ("FOB", "fob_value")):
            told = _cell(row, form, column)
            if told and _number(told) > 0:
                valued[valuation] = _number(told)
    return [
        Figure(Series(reporter, partner, measure["flow"], product, valuation), days, amount, source)
        for valuation, amount in valued.items()
    ]


def _cell(row: Row, form: Mapping[str, Any], name: str) -> str:
    """The first filled cell of the columns that `name` may have."""
    return next((row[column] for column in form.get(name, ()) if row.get(column)), "")


def _code(cell: str) -> str:
    """The code of a cell with label: of "BY: Belarus" "BY"."""
    return cell.split(":")[0].strip()


def _measure(cell: str, form: Mapping[str, Any]) -> dict[str, str]:
    if not cell:
        raise ValueError("no flow or indicator")
    measure: dict[str, str] | None = form["measures"].get(_code(cell))
    if measure is None:
        raise _PassedOverError(f"flow or indicator {_code(cell)}")
    return measure


@lru_cache(maxsize=1 << 10)
def _area(cell: str) -> str:
    """ISO 3166-1 alpha-3, or our code of a bloc or the world."""
    code = _code(cell)
    if not code:
        raise ValueError("no country code")
    known: str | None = _load()["areas"].get(code)
    if known is not None:
        return known
    countries = pycountry.countries
    found = countries.get(alpha_2=code) if len(code) == 2 else countries.get(alpha_3=code)
    if found is None:
        raise _PassedOverError("areas that are no single country")
    return str(found.alpha_3)


def _product(row: Row, form: Mapping[str, Any]) -> str:
    if _cell(row, form, "kind") == _SERVICES:
        raise _PassedOverError("trade in services")
    code = _cell(row, form, "product")
    if not code:
        return "goods"  # an indicator of trade in goods
    product: str | None = _load()["products"].get(code)
    if product is None:
        raise _PassedOverError("commodities that are none of our products")
    return product


def _days(cell: str) -> Days:
    """First and last day of a year, quarter or month.

    >>> _days("202002"), _days("2020-Q2")[0].isoformat()
    (Days(start=datetime.date(2020, 2, 1), end=datetime.date(2020, 2, 29)), '2020-04-01')
    """
    if told := _YEAR.fullmatch(cell):
        return Days(date(int(told[1]), 1, 1), date(int(told[1]), 12, 31))
    if told := _QUARTER.fullmatch(cell):
        first = 3 * int(told[2]) - 2
        return Days(date(int(told[1]), first, 1), _last_day(int(told[1]), first + 2))
    if told := _MONTH.fullmatch(cell):
        return Days(date(int(told[1]), int(told[2]), 1), _last_day(int(told[1]), int(told[2])))
    raise ValueError(f"no period: {cell!r} (a year, 2020-Q1, 202001 or 2020-01)")


def _last_day(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(4)).replace(day=1) - timedelta(1)


def _number(cell: str) -> Decimal:
    try:
        value = Decimal(cell)
    except InvalidOperation:
        raise ValueError(f"no number: {cell!r}") from None
    if not value.is_finite() or value < 0:
        raise ValueError(f"no value of trade: {cell!r}")
    return value


def _power(cell: str) -> int:
    """Power of ten of UNIT_MULT; 0 where the file tells none."""
    code = _code(cell)
    if not code:
        return 0
    if not code.isdecimal():
        raise ValueError(f"no multiplier: {cell!r} (a power of ten)")
    return int(code)


@lru_cache(maxsize=1)
def _load() -> dict[str, Any]:
    """The data of `formats.toml`; raises ValueError, naming the entry, where one is of no use."""
    file = Path(__file__).with_name("formats.toml")
    told = tomllib.loads(file.read_text("utf-8"))
    for form in told["format"]:
        if missing := [need for need in _NEEDED if not form.get(need)]:
            raise ValueError(f"{file.name}: {form['name']}: {', '.join(missing)} missing")
        for code, measure in form["measures"].items():
            if measure["flow"] not in get_args(Flow) or measure["valuation"] not in get_args(Valuation):
                raise ValueError(f"{file.name}: {form['name']}: {code}: no flow or valuation that is known")
    return told
