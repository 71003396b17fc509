"""Who published the page: its outlet, by signature, caption, address or masthead."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from pipelines.documents.document import Sidecar
from pipelines.text.lexicon import LexiconError, load_toml
from pipelines.text.morph import analyzer
from pipelines.text.records import dataclass
from pipelines.text.tokens import fold

_PATH = Path(__file__).with_name("outlets.toml")


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlet names by the (folded) name they sign with and by the domain of their site."""

    by_name: dict[str, str]
    by_domain: dict[str, str]


@lru_cache(maxsize=1)
def load_outlets() -> Outlets:
    """The outlets of outlets.toml; raises LexiconError where a name or domain stands twice."""
    by_name: dict[str, str] = {}
    by_domain: dict[str, str] = {}
    for entry in load_toml(_PATH)["outlet"]:
        name = entry["name"]
        signed = list(dict.fromkeys([fold(name), *map(fold, entry.get("names", ()))]))
        for table, keys in ((by_name, signed), (by_domain, entry.get("domains", ()))):
            for key in keys:
                if key in table:
                    raise LexiconError(f"{_PATH.name}: {key!r} stands under {table[key]} and {name}")
                table[key] = name
    return Outlets(by_name, by_domain)


_CAPTION = re.compile(r"[-–—]\s*(Sputnik(?: [А-ЯЁ][а-яё]+)?)\b")
_REPORTER = re.compile(
    r"(?:корр(?:\.|еспондент\w*)|собственн\w+ корреспондент\w*)\s+(?:агентства\s+|телеканала\s+|МИА\s+|газеты\s+)?"
    r"[«\"]?([A-ZА-ЯЁ][\w.-]*(?: (?:\d+|[А-ЯЁA-Z][\w-]*))?)"
)
_SAYS = re.compile(
    r"(?:сообща[ею]т|переда[её]т|пишет|сообщил[аи]?|информирует|рассказали?|рассказал[аи]?)\s+"
    r"(?:агентство\s+|агентству\s+|ИА\s+|корреспонденту\s+)?"
    r"[«\"]?([A-ZА-ЯЁ][\w.-]*(?: (?:24|Новости|[А-ЯЁ][а-яё]+))?)"
)
_QUOTED = re.compile(r"[«\"]([^«»\"]{3,40})[»\"]")
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–—]\s*\d{4})?,?\s*)?([^,.|\d]{3,50}?)\s*(?:[,.|]|\d{4}|$)", re.IGNORECASE
)


def find_outlet(
    sidecar: Sidecar,
    signed: str | None,
    mastheads: Sequence[str],
    furniture: Sequence[tuple[str, str]],
    text: str,
) -> str | None:
    """The outlet's name, None where nothing tells it.

    In order: the sidecar, picture captions, the dateline's signature (`signed`), the address, masthead and footer, the
    reporter named in the text, the bare host of the address, the agency that the text cites.
    """
    if sidecar.outlet:
        return sidecar.outlet
    known = load_outlets()
    host = host_of(sidecar.url)
    return (
        _from_captions(furniture)
        or (canonical(signed, known) if signed else None)
        or _by_domain(host, known)
        or _from_masthead(mastheads, furniture, known)
        or _from_text(text, known, _REPORTER)
        or _as_written(host, text)
        or _from_text(text, known, _SAYS)
        or _from_addresses(furniture, known)
    )


def host_of(url: str | None) -> str | None:
    """Host of an address without "www.", "m.", "amp.", port and user.

    >>> host_of("https://www.trend.az/business/1.html")
    'trend.az'
    """
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www|m|amp|wap)\.", "", host) if host and "." in host else None


def canonical(name: str, known: Outlets) -> str:
    """`name` as outlets.toml writes it; an unknown name in capitals is written with one ("Арарат-информ")."""
    plain = name.strip(" .«»\"'")
    plain = re.sub(r"^[А-ЯЁA-Z]{2,6} [«\"]", "", plain)  # "НИАТ «Ховар»"
    folded = fold(plain)
    found = known.by_name.get(folded) or known.by_name.get(folded.split(" ")[0])
    if found:
        return found
    return plain.capitalize() if plain.isupper() and len(plain) >= 7 else plain


def _as_written(host: str | None, text: str) -> str | None:
    """The bare host of the address, as the article itself writes it ("сообщает Vesti.az")."""
    if host is None:
        return None
    at = text.lower().find(host)
    return text[at : at + len(host)] if at >= 0 and len(text.lower()) == len(text) else host


def _from_captions(furniture: Sequence[tuple[str, str]]) -> str | None:
    for reason, line in furniture:
        if reason == "photo_caption" and (found := _CAPTION.search(line)):
            return found[1]
    return None


def _by_domain(host: str | None, known: Outlets) -> str | None:
    while host and "." in host:
        if host in known.by_domain:
            return known.by_domain[host]
        host = host.split(".", 1)[1]
    return None


_DESCRIPTIVE = re.compile(r"\s+(?:[—–|-]|//)\s+|\s*//\s*|,")
_NO_NAME = re.compile(r"\d|[:\[\]]|^[a-z ]+$|^\W|[а-яё][А-ЯЁ]|[\u0e00-\uffff]")  # a date, a button, a menu
_KINDS = frozenset(
    [
        "официальный",
        "сайт",
        "портал",
        "интернет-портал",
        "новости",
        "газета",
        "журнал",
        "главная",
        "агентство",
        "республики",
    ]
)


def _from_masthead(mastheads: Sequence[str], furniture: Sequence[tuple[str, str]], known: Outlets) -> str | None:
    for line in mastheads:
        if fold(line) in known.by_name:
            return known.by_name[fold(line)]
        quoted = _QUOTED.search(line)
        if quoted:
            return canonical(quoted[1], known)
        parts = _DESCRIPTIVE.split(line)
        if "//" in line:
            parts.reverse()
        name = parts[0].strip()
        if _NO_NAME.search(name) and fold(name) not in known.by_name:
            continue
        if not 1 <= len(name.split()) <= 5 or _KINDS & set(fold(name).split()) or len(name) < 3:
            continue
        if name == line and " " not in name and analyzer().word_is_known(fold(name)):
            continue  # a rubric ("Погода")
        return canonical(re.sub(r"\.(?:BY|RU|AZ|KZ|COM)$", "", name) if name.isupper() else name, known)
    for reason, line in furniture:
        if reason == "copyright" and (found := _COPYRIGHT.match(line)) and "sputnik /" not in line.lower():
            name = found[1].strip(' «»"')
            if fold(name) in known.by_name or (
                len(name.split()) <= 3 and not re.search(r"(?i)фото|official|защищ", name)
            ):
                return canonical(name, known)
    return None


def _from_text(text: str, known: Outlets, pattern: "re.Pattern[str]") -> str | None:
    for found in pattern.finditer(text, 0, 1500):
        name = fold(found[1].rstrip("."))
        for candidate in (name, name.split()[0]):
            if candidate in known.by_name:
                return known.by_name[candidate]
    return None


def _from_addresses(furniture: Sequence[tuple[str, str]], known: Outlets) -> str | None:
    for reason, line in furniture:
        if reason in ("boilerplate", "copyright", "navigation") and "." in line:
            for word in fold(line).split():
                if (name := _by_domain(host_of(word), known)) is not None:
                    return name
    return None
