"""The language a page is written in, told by its letters and its commonest words."""

import re
from collections import Counter

_WORDS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_NOT_RUSSIAN = re.compile("[\u0450\u0452-\u04ff]")
_SAMPLE = 1200

# Scripts by their letters' range; a script that one language of the news uses tells the language.
_SCRIPTS = (
    ("hy", "\u0531", "\u058f"),
    ("ka", "\u10a0", "\u10ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("el", "\u0370", "\u03ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
)

# Letters that Russian has not, by language; where they are at least one in a hundred and fifty the page is not Russian.
_CYRILLIC_MARKS = (
    ("be", "ў"),
    ("kk", "әғқұһ"),
    ("tg", "ӣӯҳҷ"),
    ("uz", "ўқғҳ"),
    ("uk", "їєґ"),
    ("sr", "јљњђћџ"),
    ("mk", "ѓќѕ"),
    ("ky", "ңөү"),
    ("mn", "өү"),
)
_LATIN_MARKS = (
    ("az", "ə"),
    ("tr", "ığşı"),
    ("pl", "łąęśź"),
    ("cs", "řěů"),
    ("ro", "țșă"),
    ("lt", "ėįų"),
    ("lv", "āēģķļņ"),
)

_STOP_WORDS = {
    "ru": "и в на с по до что как из от для не это об также его а к о между года было были который при за",
    "uk": "і в на з що як від для не це та його між року було які при за до про",
    "bg": "и в на с че от за не това също между година беше които при се да са ще",
    "sr": "и у на са да је од за не то између године било које при се су",
    "en": "the of and to in a is that for on with as by at from was be said",
    "az": "və bu ilə bir üçün olan edib ki da də olub",
    "tr": "ve bu ile bir için olan de da olarak çok",
    "de": "der die und in den von zu das mit sich des auf für ist im dem",
    "fr": "de la le et les des en un du une que est pour qui dans a",
    "es": "de la que el en y a los del se las por un para con no una",
    "it": "di e il la che in un per con non del una da sono",
    "pl": "i w na z że do nie się jest o od przez dla po",
    "uz": "va bilan bu uchun ham bo'lgan haqida",
    "ro": "și de la în cu pe a că din pentru o nu",
}


def find_language(text: str) -> str:
    """ISO 639-1 code of the language most of `text` is in; "und" where it holds no letters.

    >>> find_language("Товарооборот двух стран за год вырос на треть, сообщили в посольстве")
    'ru'
    """
    sample = text[:_SAMPLE].lower()
    if _plainly_russian(sample):
        return "ru"
    letters = Counter(sample)
    total = sum(n for c, n in letters.items() if c.isalpha())
    if not total:
        return "und"
    cyrillic = sum(n for c, n in letters.items() if "\u0400" <= c <= "\u04ff")
    if cyrillic >= 0.5 * total:
        return _cyrillic(letters, cyrillic, sample)
    for language, first, last in _SCRIPTS:
        if sum(n for c, n in letters.items() if first <= c <= last) > 0.5 * total:
            return language
    marked = _marked(letters, total - cyrillic, _LATIN_MARKS)
    return marked or _by_words(sample, ("en", "az", "tr", "de", "fr", "es", "it", "pl", "uz", "ro"), "en")


def _plainly_russian(sample: str) -> bool:
    """Most of `sample` is Cyrillic, with ы and hardly a letter of another language: no need to count every letter.

    Bulgarian, Serbian and Ukrainian have no ы; the others have letters of their own.
    """
    cyrillic = sum(map(len, _CYRILLIC.findall(sample)))
    return "ы" in sample and 2 * cyrillic >= len(sample) and len(_NOT_RUSSIAN.findall(sample)) <= cyrillic / 150


def _cyrillic(letters: "Counter[str]", total: int, sample: str) -> str:
    foreign = sum(n for c, n in letters.items() if "\u0450" <= c <= "\u04ff" and c != "ё")
    if letters["ы"] and foreign <= total / 150:
        return "ru"  # Bulgarian, Serbian and Ukrainian have no ы; the others have letters of their own
    if letters["і"] > total / 60:
        return "be" if letters["ў"] else "kk" if any(letters[c] for c in "әғқұ") else "uk"
    return _marked(letters, total, _CYRILLIC_MARKS) or _by_words(sample, ("ru", "bg", "sr"), "ru")


def _marked(letters: "Counter[str]", total: int, marks: tuple[tuple[str, str], ...]) -> str | None:
    counts = [(sum(letters[c] for c in own), language) for language, own in marks]
    best = max(count for count, _ in counts)
    return next(language for count, language in counts if count == best) if best > total / 150 else None


def _by_words(sample: str, languages: tuple[str, ...], default: str) -> str:
    words = Counter(_WORDS.findall(sample))
    best, winner = 0, default
    for language in languages:
        hits = sum(words[w] for w in _STOP_WORDS[language].split())
        if hits > best:
            best, winner = hits, language
    return winner
