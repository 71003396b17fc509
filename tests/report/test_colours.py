"""Contrast of the style sheet's colours: WCAG 2.2 AA, light, dark and on paper."""

import re
from pathlib import Path

import pytest

from report import build

SHEET = (Path(build.__file__).parent / "static" / "report.css").read_text("utf-8")
ROOTS = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\n *\}", SHEET, re.DOTALL)
]
SCHEMES = {"light": ROOTS[0], "dark": ROOTS[0] | ROOTS[1], "print": ROOTS[0] | ROOTS[2]}

TEXT = 4.5  # 1.4.3 Contrast (Minimum)
SHAPE = 3.0  # 1.4.11 Non-text Contrast
PAIRS = [
    *[(text, ground, TEXT) for text in ("text", "quiet", "link") for ground in ("ground", "raised")],
    ("warn", "warn-ground", TEXT),
    *[(text, mark, TEXT) for text in ("text", "link", "quiet") for mark in ("trade", "visits", "agreements")],
    ("text", "sentence", TEXT),
    *[(f"c{number}", "ground", SHAPE) for number in range(1, 6)],
    ("target", "ground", SHAPE),
]


def _light(colour: str) -> float:
    """Relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_is_what_the_standard_says() -> None:
    assert len(ROOTS) == 3 and round(_contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS, ids=[f"{a} on {b}" for a, b, _ in PAIRS])
def test_colours_stand_out(scheme: str, front: str, ground: str, least: float) -> None:
    colours = SCHEMES[scheme]
    assert _contrast(colours[front], colours[ground]) >= least
