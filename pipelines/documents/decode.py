"""Bytes to text: which encoding a Russian page is in."""

import codecs
import re
from functools import lru_cache

# Encodings of one byte a letter in which Russian pages were written; told apart by how often letters come.
_SINGLE_BYTE = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")

# Share of each letter in running Russian, per mille (frequency table of the Russian National Corpus).
_FREQUENCY = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35, "м": 32,
    "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14, "й": 12, "х": 10,
    "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ё": 1, "ъ": 1,
}  # fmt: skip
_PUNCTUATION = frozenset("«»—–„“”…№’‘•©\u00a0§°")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\ufffd]")
_SAMPLE = 64_000


class UndecodableError(ValueError):
    """Bytes that are no text in any encoding known here; the message says what speaks against it."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the name of its encoding; line ends stay as they are, a byte order mark goes.

    UTF-8, UTF-16 (with a mark or by its pattern of zero bytes), else the single-byte Cyrillic encoding whose letters
    come most like Russian, a charset that the page names being tried first. Raises UndecodableError.

    >>> decode("Товарооборот вырос".encode("koi8-r"))
    ('Товарооборот вырос', 'koi8-r')
    """
    text, encoding = _by_mark(data) or _by_zero_bytes(data) or _utf8(data) or _declared(data) or _by_letters(data)
    _refuse_noise(text)
    return text, encoding


def _by_mark(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise UndecodableError(f"byte order mark says {encoding}, but {error.reason}") from error
    return None


def _by_zero_bytes(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: in Cyrillic every second byte is 0x04, in Latin, spaces and line ends 0x00, of
    dashes and curly quotes 0x20."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        letters = high.count(0) + high.count(4)
        if letters >= 0.3 * half and letters + high.count(0x20) >= 0.7 * half:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text, encoding
    return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # A page cut in the middle of a letter is still UTF-8.
        if error.reason == "unexpected end of data" and error.start >= len(data) - 3 and error.start > 0:
            return data[: error.start].decode("utf-8"), "utf-8"
        return None


def _declared(data: bytes) -> tuple[str, str] | None:
    """The encoding that an HTML page names, where its letters bear that out."""
    found = _META_CHARSET.search(data[:4096])
    if found is None:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    best = max(_likeness(data[:_SAMPLE].decode(e, "replace")) for e in _SINGLE_BYTE)
    return (text, encoding) if _likeness(text[:_SAMPLE]) >= 0.9 * best else None


def _by_letters(data: bytes) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    scores = [(_likeness(sample.decode(encoding, "replace")), -rank) for rank, encoding in enumerate(_SINGLE_BYTE)]
    encoding = _SINGLE_BYTE[-max(scores)[1]]
    return data.decode(encoding, "replace"), encoding


def _likeness(text: str) -> float:
    """How much like Russian the letters are: mean letter frequency, less for signs and capitals inside words."""
    weights = _weights()
    score, previous_lower = 0.0, False
    counted = 0
    for character in text:
        if character < "\x80":
            previous_lower = False
            continue
        counted += 1
        weight = weights.get(character)
        if weight is None:
            score += 15.0 if character in _PUNCTUATION else -60.0
            previous_lower = False
            continue
        lower = character.islower()
        # "сЛОВО" is what a wrong table makes of "Слово".
        score += weight - (80.0 if previous_lower and not lower else 0.0)
        previous_lower = lower
    return score / counted if counted else 0.0


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    lower = {letter: float(share) for letter, share in _FREQUENCY.items()}
    return lower | {letter.upper(): 0.75 * share for letter, share in lower.items()}


def _refuse_noise(text: str) -> None:
    if "\0" in text:
        raise UndecodableError("NUL bytes: binary data")
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if controls > 2 + len(sample) // 100:
        raise UndecodableError(f"{controls} control characters in the first {len(sample)}: binary data")
