"""What programs read: one way to print JSON."""

import json
from dataclasses import asdict, is_dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID


def print_json(value: Any, *, indent: int | None = 1) -> None:
    """Prints `value` as JSON in UTF-8: dates as ISO 8601, exact numbers as numbers, records as objects."""
    print(json.dumps(value, ensure_ascii=False, indent=indent, default=plain))


def plain(value: Any) -> Any:
    """`value` as JSON has it.

    >>> from decimal import Decimal
    >>> plain(Decimal("447100000.00")), plain(Decimal("1.5")), plain(date(2021, 5, 22))
    (447100000, 1.5, '2021-05-22')
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, Path | UUID | timedelta):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return value.hex()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
