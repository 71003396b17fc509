"""Facts in a few words."""

from pipelines.entities.role_names import role_name
from report import formats
from report.row import Row
from report.words import Language, load_words


def flow_words(row: Row, language: Language) -> str:
    """What a figure of trade measures: "экспорт: Беларусь → Азербайджан"."""
    sign = {"turnover": "–", "balance": "–", "export": "→", "import": "←"}[row["flow"]]
    reporter, partner = (formats.country(row[side], language) for side in ("reporter", "partner"))
    return f"{load_words(language)('flow', row['flow'])}: {reporter} {sign} {partner}"


def product_words(row: Row, language: Language) -> str:
    """The product, in the text's own words where it has some."""
    word = load_words(language)("product", row["product"])
    return f"{word} («{row['product_text']}»)" if row.get("product_text") else word


def period_words(row: Row, language: Language) -> str:
    """The period of a figure."""
    return formats.interval(row["period_start"], row["period_end"], row["period_precision"], language)


def person_words(name: str | None, role: str | None, country: str | None, language: Language) -> str:
    """Who it is: name or role, then country."""
    office = "" if role is None else role_name(role) if language == "ru" else role.replace("_", " ")
    told = ", ".join(part for part in (name, office) if part)
    place = formats.country(country, language)
    return f"{told} ({place})" if told and place else told or place


def visit_words(row: Row, language: Language) -> str:
    """A visit in one line."""
    words = load_words(language)
    who = person_words(row["visitor"] or row["delegation"], row["visitor_role"], row["visitor_country"], language)
    host = person_words(row["host"], row["host_role"], row["host_country"], language)
    sign = "→" if row["kind"] == "visit" else "–"
    when = formats.interval(row["event_start"], row["event_end"], row.get("event_precision"), language)
    place = f", {row['place']}" if row["place"] else ""
    return f"{words('visit', row['kind'])}: {who} {sign} {host}{place}, {when}; {words('visit_status', row['status'])}"


def trade_words(row: Row, language: Language) -> str:
    """A figure of trade in one line."""
    product = "" if row["product"] == "all" else f", {product_words(row, language)}"
    figures = (
        formats.money(row["amount"], row["currency"], row["amount_bound"], language),
        formats.change(row["change_ratio"], language),
        formats.share(row["share"], language),
    )
    told = "; ".join(figure for figure in figures if figure)
    modality = "" if row["modality"] == "actual" else f" ({load_words(language)('modality', row['modality'])})"
    return f"{flow_words(row, language)}{product}, {period_words(row, language)}: {told}{modality}"


def agreement_words(row: Row, language: Language) -> str:
    """An agreement in one line."""
    words = load_words(language)
    about = f"«{row['title']}»" if row["title"] else row["subject"] or ""
    parties = " – ".join(formats.country(code, language) for code in row["parties"])
    told = " · ".join(part for part in (parties, about, amounts(row, language)) if part)
    return f"{words('agreement', row['kind'])}: {told}; {words('agreement_status', row['status'] or 'unsaid')}"


def amounts(row: Row, language: Language) -> str:
    """How many documents, how much of what, for how much money an agreement speaks of; not what its subject says."""
    words = load_words(language)
    count = row["document_count"]
    quantity = f"{formats.number(row['quantity'], language)} {row['unit'] or ''}".strip() if row["quantity"] else ""
    told = (
        f"{words.ui('documents_count')}: {count}" if count else "",
        "" if quantity.replace("\xa0", " ") in (row["subject"] or "") else quantity,
        formats.money(row["amount"], row["currency"], "exact", language),
    )
    return ", ".join(part for part in told if part)


def fact_words(fact: Row, language: Language) -> str:
    """Any fact in one line; its evidence where its table has no words here."""
    known = {"trade_volume": trade_words, "visits": visit_words, "agreements": agreement_words}
    told = known.get(fact["fact_table"])
    return told(fact, language) if told else f"«{fact['evidence']}»"


def attribution_words(fact: Row, language: Language) -> str:
    """Who states it: name and kind; the outlet where the text names nobody."""
    kind = load_words(language)("attribution_kind", fact["attribution_kind"])
    return f"{fact['attribution']} ({kind})" if fact["attribution"] else kind
