"""What the published tables say of themselves as a whole, for catalogues; `about.toml` holds the words."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

_PATH = Path(__file__).with_name("about.toml")


@lru_cache(maxsize=1)
def about() -> Mapping[str, Any]:
    """Title, domain, keywords, purpose, usage, limitations, servers, and the version of this package."""
    told = tomllib.loads(_PATH.read_text("utf-8"))
    return MappingProxyType({**told, "version": version("communique")})
