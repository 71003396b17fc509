"""Trade of a pair: charts with their tables, and the figures that no chart can hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from report import describe, formats
from report.about import about_trade
from report.charts import ATTRIBUTIONS, MODALITIES
from report.cite import Cite, cite, originals
from report.row import Row
from report.words import Language, Words, load_words

MILLION = 1_000_000
HEIGHT = 230  # of a chart, in CSS pixels
_WHOLE_YEAR = 360  # days: what is shorter is drawn with its stretch
_OVERALL = ("all", "goods", "goods_and_services")


class Series(NamedTuple):
    """What one chart shows: turnover of a pair, or the flow from seller to buyer, of one product in one currency."""

    product: str
    currency: str
    turnover: bool
    seller: str
    buyer: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of a table of figures."""

    period: str
    flow: str
    product: str
    amount: str
    change: str
    share: str
    modality: str
    stated_by: str
    accepted: bool
    cite: Cite


class Key(NamedTuple):
    """An entry of a chart's key: what is drawn in this colour, or in this shape."""

    kind: str  # colour or shape
    code: str
    word: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its title, what it shows in words, what is handed to the drawing, and the same figures as rows."""

    title: str
    about: str
    data: dict[str, Any]
    key: Sequence[Key]
    rows: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Trade:
    """The section on trade: `main` are the charts seen first."""

    main: Sequence[Chart]
    more: Sequence[Chart]
    other: Sequence[Claim]

    @property
    def count(self) -> int:
        return sum(len(chart.rows) for chart in (*self.main, *self.more)) + len(self.other)


@dataclass(slots=True)
class _Drawn:
    claims: list[Row] = field(default_factory=list)
    resolved: list[Row] = field(default_factory=list)


def trade_section(claims: Iterable[Row], resolved: Iterable[Row], language: Language) -> Trade:
    """The section from all claims of a pair and what they settle on."""
    series: dict[Series, _Drawn] = {}
    other: list[Row] = []
    for claim in claims:
        if _drawable(claim):
            series.setdefault(_series(claim), _Drawn()).claims.append(claim)
        else:
            other.append(claim)
    accepted: set[str] = set()
    for row in resolved:
        if _drawable(row):
            series[_series(row)].resolved.append(row)
        accepted.add(row["accepted"])
    first = _first_seen(series)
    # Charts that stand together have one scale of time.
    days = [day for key, drawn in series.items() if key[:2] == first for row in drawn.claims for day in _stretch(row)]
    charts = {
        key: _chart(key, drawn, whole_years(days) if key[:2] == first else None, accepted, language)
        for key, drawn in sorted(series.items(), key=_order)
    }
    return Trade(
        main=[chart for key, chart in charts.items() if key[:2] == first],
        more=[chart for key, chart in charts.items() if key[:2] != first],
        other=[_claim(row, accepted, language) for row in other],
    )


def mark_accepted(resolved: Row, facts: dict[str, Row]) -> Row:
    """`resolved` with the id of the claim whose value was taken; reprints do not count."""
    return resolved | {"accepted": originals(resolved["fact_ids"], facts)[0]["fact_id"]}


def _drawable(row: Row) -> bool:
    return row["amount"] is not None and row["period_end"] is not None and row["flow"] != "balance"


def _series(row: Row) -> Series:
    seller, buyer = row["reporter"], row["partner"]
    if row["flow"] == "import":
        seller, buyer = buyer, seller
    return Series(row["product"], row["currency"] or "", row["flow"] == "turnover", seller, buyer)


def _first_seen(series: dict[Series, _Drawn]) -> tuple[str, str]:
    """Product and currency that most figures are of, trade at large before single products."""
    counts: dict[tuple[str, str], int] = {}
    for key, drawn in series.items():
        counts[key[:2]] = counts.get(key[:2], 0) + len(drawn.claims)
    ranked = sorted(counts, key=lambda key: (key[0] not in _OVERALL, -counts[key], key[1] != "USD", key))
    return ranked[0] if ranked else ("", "")


def _order(item: tuple[Series, _Drawn]) -> tuple[Any, ...]:
    key = item[0]
    return key.product not in _OVERALL, key.product, key.currency != "USD", key.currency, not key.turnover, key


def _chart(key: Series, drawn: _Drawn, frame: list[Row] | None, accepted: set[str], language: Language) -> Chart:
    words = load_words(language)
    rows = [_claim(row, accepted, language) for row in drawn.claims]
    line, gaps = _lines(drawn.resolved)
    points = _points(zip(drawn.claims, rows, strict=True))
    data = {
        "spec": "trade",
        "height": HEIGHT,
        "datasets": {
            "frame": frame or whole_years([edge for row in drawn.claims for edge in _stretch(row)]),
            "claims": [p for p in points if p["m"] == "actual"],
            "aims": [p for p in points if p["m"] != "actual"],
            "stretches": [p for p in points if "from" in p],
            "line": line,
            "gaps": gaps,
            "ranges": _ranges(drawn.resolved),
        },
        "words": {},
    }
    about = about_trade(drawn.claims, language)
    return Chart(_title(key, language, words), about, data, _key(points, words), rows)


def _key(points: Sequence[Row], words: Words) -> list[Key]:
    """The key of a chart: those colours and shapes only that are in it."""
    by, modalities = {p["by"] for p in points}, {p["m"] for p in points}
    return [Key("colour", code, words("attribution_kind", code)) for code in ATTRIBUTIONS if code in by] + [
        Key("shape", code, words("modality", code)) for code in MODALITIES if code in modalities
    ]


def _title(key: Series, language: Language, words: Words) -> str:
    seller, buyer = formats.country(key.seller, language), formats.country(key.buyer, language)
    way = f"{words('flow', 'turnover').capitalize()}" if key.turnover else f"{seller} → {buyer}"
    product = "" if key.product == "all" else f", {words('product', key.product)}"
    return f"{way}{product}, {words.ui('chart_unit')} {key.currency}".rstrip()


def _claim(row: Row, accepted: set[str], language: Language) -> Claim:
    return Claim(
        period=describe.period_words(row, language),
        flow=describe.flow_words(row, language),
        product=describe.product_words(row, language),
        amount=formats.money(row["amount"], row["currency"], row["amount_bound"], language),
        change=formats.change(row["change_ratio"], language),
        share=formats.share(row["share"], language),
        modality=load_words(language)("modality", row["modality"]),
        stated_by=describe.attribution_words(row, language),
        accepted=row["fact_id"] in accepted,
        cite=cite(row, language),
    )


def _points(claims: Iterable[tuple[Row, Claim]]) -> list[Row]:
    """A point for each different claim: those that agree in everything seen are one, with their number."""
    points: dict[tuple[Any, ...], Row] = {}
    for row, claim in claims:
        start, end = _stretch(row)
        key = (start, end, row["amount"], row["modality"], row["attribution_kind"], row["reporter"])
        if key in points:
            points[key]["n"] += 1
            continue
        label = f"{claim.flow}, {claim.period}: {claim.amount}, {claim.modality}. {claim.cite.label}"
        points[key] = {
            "t": _middle(start, end),
            "v": _millions(row["amount"]),
            "m": row["modality"],
            "by": row["attribution_kind"],
            "label": label,
            "url": claim.cite.url,
            "n": 1,
        }
        if (end - start).days < _WHOLE_YEAR:
            points[key] |= {"from": start.isoformat(), "to": end.isoformat()}
    for point in points.values():
        if (count := point.pop("n")) > 1:
            point["label"] += f" (×{count})"
    return list(points.values())


def _lines(resolved: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The yearly values as runs of years that follow each other, and what bridges the years between the runs.

    One value a year and reporter: the one that most claims speak for.
    """
    years: dict[tuple[str, date], Row] = {}
    for row in resolved:
        if row["modality"] == "actual" and row["period_precision"] == "year" and row["period_start"]:
            key = row["reporter"], row["period_start"]
            if key not in years or row["claim_count"] > years[key]["claim_count"]:
                years[key] = row
    line: list[Row] = []
    gaps: list[Row] = []
    run, before = 0, ("", 0)
    for (reporter, start), row in sorted(years.items()):
        point = {"t": _middle(start, row["period_end"]), "v": _millions(row["amount"])}
        if before != (reporter, start.year - 1):
            run += 1
            if before[0] == reporter:
                gaps += [line[-1] | {"run": run}, point | {"run": run}]
        line.append(point | {"run": run})
        before = reporter, row["period_end"].year
    return line, gaps


def _ranges(resolved: Iterable[Row]) -> list[Row]:
    return [
        {"t": _middle(*_stretch(row)), "low": _millions(row["amount_low"]), "high": _millions(row["amount_high"])}
        for row in resolved
        if row["amount_low"] != row["amount_high"]
    ]


def _stretch(row: Row) -> tuple[date, date]:
    return row["period_start"] or row["period_end"], row["period_end"]


def _middle(start: date, end: date) -> str:
    return date.fromordinal((start.toordinal() + end.toordinal()) // 2).isoformat()


def whole_years(days: Sequence[date]) -> list[Row]:
    """The first day of the first year and of the year after the last."""
    if not days:
        return []
    return [{"t": f"{min(days).year}-01-01"}, {"t": f"{max(days).year + 1}-01-01"}]


def _millions(amount: Any) -> float:
    return round(float(amount) / MILLION, 4)
