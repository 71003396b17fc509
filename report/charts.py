"""What the charts look like, as Vega-Lite: the pages hold only their data, the drawing is here once for all of them.

A chart's words come with its page (parameter `words`), its colours from the style sheet: one drawing serves
both languages, light and dark. A layer whose data are empty is left out by `static/report.js`.
"""

import json
from functools import lru_cache
from typing import Any

import altair as alt

# In the order of trust; `trade_volume_resolved` takes the last three as equals.
ATTRIBUTIONS = ["statistics", "official", "company", "outlet", "expert"]
MODALITIES = ["actual", "expected", "target"]
VISIT_KINDS = ["visit", "meeting", "phone_call", "video_call"]
VISIT_STATUSES = ["held", "ongoing", "planned", "cancelled"]
LEVELS = [
    "head_of_state", "head_of_government", "minister", "parliament", "deputy_or_agency", "regional", "business",
    "other",
]  # fmt: skip
_WORD = "words[datum.value]"
_UTC = alt.Scale(type="utc", nice=False)


def _data(name: str) -> alt.NamedData:
    return alt.NamedData(name=name)


def _years(field: str) -> alt.X:
    # A year's label stands to the right of the line that opens it: a year is a stretch, not a day.
    axis = alt.Axis(
        format="%Y",
        tickCount="year",
        labelAlign="left",
        labelOffset=3,
        labelOverlap="greedy",
        labelBound=True,
        title=None,
        grid=True,
    )
    return alt.X(f"{field}:T", scale=_UTC, axis=axis)


def _whole_years() -> alt.Chart:
    """Nothing to see: it stretches the scale to whole years."""
    frame: alt.Chart = alt.Chart(_data("frame")).mark_rule(opacity=0, aria=False, tooltip=None)
    return frame.encode(x=_years("t"))


def _shape(field: str, domain: list[str], shapes: list[str]) -> alt.Shape:
    return alt.Shape(f"{field}:N", scale=alt.Scale(domain=domain, range=shapes), legend=None)


def _picked() -> alt.Chart:
    """A ring around the point that the slider below the chart stands on; `static/report.js` puts it there."""
    ring: alt.Chart = alt.Chart(_data("picked")).mark_point(
        shape="circle", filled=False, size=330, style="picked", aria=False, tooltip=None
    )
    return ring.encode(x=_years("t"), opacity=alt.when("datum.on").then(alt.value(1)).otherwise(alt.value(0)))


def _trade() -> alt.LayerChart | alt.FacetChart:
    level = alt.Y("v:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=5, minExtent=48))
    colour = alt.Color("by:N", scale=alt.Scale(domain=ATTRIBUTIONS), legend=None)
    shape = _shape("m", MODALITIES, ["circle", "diamond", "triangle-up"])
    told: dict[str, Any] = {"href": "url:N", "tooltip": "label:N", "description": "label:N"}
    seen = {"x": _years("t"), "y": level, "color": colour, "shape": shape, **told}
    line = alt.Chart(_data("line")).mark_line(style="resolved", aria=False)
    gaps = alt.Chart(_data("gaps")).mark_line(style="gap", aria=False)  # years that nobody tells of
    ranges = alt.Chart(_data("ranges")).mark_rule(style="spread", aria=False)
    stretches = alt.Chart(_data("stretches")).mark_rule(style="stretch", aria=False)
    return alt.layer(
        _whole_years(),
        line.encode(x=_years("t"), y=level, detail="run:N"),
        gaps.encode(x=_years("t"), y=level, detail="run:N"),
        ranges.encode(x=_years("t"), y=alt.Y("low:Q", title=None), y2="high:Q"),
        stretches.encode(x=_years("from"), x2="to:T", y=level, color=colour),
        _picked().encode(y=level),
        alt.Chart(_data("claims")).mark_point(filled=True, size=70).encode(**seen),
        # Not yet so: hollow, apart from what is.
        alt.Chart(_data("aims")).mark_point(filled=False, size=90, strokeWidth=2).encode(**seen),
    )


def _visits() -> alt.LayerChart | alt.FacetChart:
    level = alt.Y("level:N", sort=LEVELS, title=None, axis=alt.Axis(labelExpr=_WORD, labelLimit=150, grid=True))
    colour = alt.Color("status:N", scale=alt.Scale(domain=VISIT_STATUSES), legend=None)
    shape = _shape("kind", VISIT_KINDS, ["circle", "square", "triangle-up", "diamond"])
    told: dict[str, Any] = {"href": "url:N", "tooltip": "label:N", "description": "label:N"}
    events = alt.Chart(_data("events"))
    return alt.layer(
        _whole_years(),
        events.mark_rule(style="stretch", aria=False).encode(x=_years("from"), x2="to:T", y=level, color=colour),
        _picked().encode(y=level),
        events.mark_point(filled=True, size=90).encode(x=_years("t"), y=level, color=colour, shape=shape, **told),
    )


@lru_cache(maxsize=1)
def chart_script() -> str:
    """A script that puts the drawings, by name, into `communiqueCharts`."""
    specs = {}
    for name, chart in (("trade", _trade()), ("visits", _visits())):
        chart = chart.add_params(alt.param(name="words", value={})).properties(
            width="container", autosize=alt.AutoSizeParams(type="fit-x", contains="padding"), background="transparent"
        )
        specs[name] = chart.to_dict() | {"config": {}}
    return f"window.communiqueCharts = {json.dumps(specs, sort_keys=True)};\n"
