"""The JSON Schemas in `published/`, and what breaks them."""

import gzip
import json
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for

FOLDER = Path(__file__).with_name("published")


def read_schema(name: str) -> Any:
    return json.loads(gzip.decompress((FOLDER / f"{name}.json.gz").read_bytes()))


def breaches(name: str, told: Any) -> list[str]:
    """What in `told` breaks the schema `name`: place and message, one a line."""
    schema = read_schema(name)
    found = validator_for(schema)(schema).iter_errors(told)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in found]
