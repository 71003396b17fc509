"""Case forms of place names, by their ending: dictionary look-ups are too slow for thousands of names at loading.

Endings follow the declension types of Russian proper nouns (Zaliznyak's grammatical dictionary, introduction).
"""

from collections.abc import Iterable

from pipelines.entities.mention import Case
from pipelines.text.tokens import fold

Cases = frozenset[Case]
CaseForms = dict[str, Cases]  # folded form -> the cases it may stand for

ALL_CASES: Cases = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
_ORDER: tuple[Case, ...] = ("nomn", "gent", "datv", "accs", "ablt", "loct")

# Endings in the order of _ORDER; "/" parts alternatives, "0" is the empty ending.
_PARADIGMS: dict[str, str] = {
    "masc": "0 а у 0 ом е",
    "masc_hiss": "0 а у 0 ем е",
    "masc_soft": "ь я ю ь ем е",
    "masc_j": "й я ю й ем е",
    "masc_ij": "й я ю й ем и",
    "fem": "а ы е у ой е",
    "fem_velar": "а и е у ой е",
    "fem_hiss": "а и е у ей/ой е",
    "fem_c": "а ы е у ей е",
    "fem_soft": "я и е ю ей е",
    "fem_ija": "я и и ю ей и",
    "fem_sign": "ь и и ь ью и",
    "neut": "о а у о ом е",
    "neut_soft": "е я ю е ем е",
    "adj_hard": "ый ого ому ый ым ом",
    "adj_velar": "ий ого ому ий им ом",
    "adj_stressed": "ой ого ому ой ым/им ом",
    "adj_soft": "ий его ему ий им ем",
    "adj_fem": "ая ой ой ую ой ой",
    "adj_fem_soft": "яя ей ей юю ей ей",
    "adj_neut": "ое ого ому ое ым/им ом",
    "adj_neut_soft": "ее его ему ее им ем",
    "adj_plur": "ые ых ым ые ыми ых",
    "adj_plur_soft": "ие их им ие ими их",
    "plur": "ы ов/0 ам ы ами ах",
    "plur_velar": "и ов/0 ам и ами ах",
    "plur_ichi": "и ей ам и ами ах",
    "plur_soft": "и ей/ь ям и ями ях",
}
_VELAR = "гкх"
_HISSING = "жшчщ"
_VOWELS = "аеиоуыэюя"

# Ending of an adjective and the paradigm of what stands before its last two letters.
_ADJECTIVES = (
    ("ний", "adj_soft"),
    ("ий", "adj_velar"),
    ("ый", "adj_hard"),
    ("ой", "adj_stressed"),
    ("яя", "adj_fem_soft"),
    ("ая", "adj_fem"),
    ("ее", "adj_neut_soft"),
    ("ое", "adj_neut"),
    ("ые", "adj_plur"),
    ("ие", "adj_plur_soft"),
)
_ADJECTIVE_ENDINGS = tuple(ending for ending, _ in _ADJECTIVES)
# Words inside names of several words that follow no paradigm above.
_IRREGULAR = {
    "острова": "острова островов островам острова островами островах",
    "маршалловы": "маршалловы маршалловых маршалловым маршалловы маршалловыми маршалловых",
    "соломоновы": "соломоновы соломоновых соломоновым соломоновы соломоновыми соломоновых",
}
# Nouns in -о that part of the press declines ("в Пулкове", "из Гродна").
_DECLINED_O = ("ово", "ево", "ино", "ыно", "дно", "вно", "ство")


def decline(name: str, genitive: str | None = None) -> CaseForms:
    """Folded case forms of a place name in the nominative, each with the cases it may stand for.

    `genitive` settles what the ending leaves open: a fleeting vowel (Орла), gender (Мозыря), plural (Химок), and a name
    that does not decline, whose genitive is the name itself. In a name of several words the adjectives and the first
    noun decline and the rest stays; parts joined by "и" both decline.

    >>> [form for form, cases in decline("Саудовская Аравия").items() if "ablt" in cases]
    ['саудовской аравией']
    """
    if genitive == name:
        return {fold(name): ALL_CASES}
    if " — " in name:
        left, right = name.split(" — ", 1)
        return {f"{fold(left)} — {form}": cases for form, cases in decline(right).items()}
    if " и " in name:
        left, right = name.split(" и ", 1)
        return _joined(decline(left), " и ", decline(right))
    words = name.split(" ")
    head = next((i for i, word in enumerate(words) if not _is_adjective(word)), len(words) - 1)
    forms = _decline_word(words[head], genitive.split(" ")[head] if genitive else None)
    for adjective in reversed(words[:head]):
        forms = _joined(_decline_word(adjective), " ", forms)
    rest = fold("".join(" " + word for word in words[head + 1 :]))
    return {form + rest: cases for form, cases in forms.items()}


def decline_adjective(masculine: str) -> CaseForms:
    """Folded forms of an adjective in all genders and numbers, from its masculine nominative in -ий ("белорусский").

    >>> decline_adjective("белорусский")["белорусскую"]
    frozenset({'accs'})
    """
    stem = fold(masculine[:-2])
    forms: CaseForms = {}
    for paradigm in ("adj_velar", "adj_fem", "adj_neut", "adj_plur_soft"):
        for form, cases in _inflect(stem, paradigm).items():
            forms[form] = forms.get(form, frozenset()) | cases
    # Only the plural has them: an accusative of things looks like the nominative, one of people like the genitive.
    forms[stem + "их"] = frozenset(("gent", "loct", "accs"))
    forms[stem + "ого"] = frozenset(("gent", "accs"))
    return {form: cases for form, cases in forms.items() if not form.endswith("ым")}


def _joined(left: CaseForms, between: str, right: CaseForms) -> CaseForms:
    """Forms of two words that agree in case."""
    return {
        one + between + other: cases & more
        for one, cases in left.items()
        for other, more in right.items()
        if cases & more
    }


def _is_adjective(word: str) -> bool:
    return fold(word) in ("маршалловы", "соломоновы") or (len(word) > 4 and word.endswith(_ADJECTIVE_ENDINGS))


def _decline_word(word: str, genitive: str | None = None) -> CaseForms:
    """Forms of one word; of a hyphenated one the last part declines, before "-на-" or after its genitive the first."""
    folded, told = fold(word), fold(genitive) if genitive else None
    first, _, rest = folded.partition("-")
    if rest.startswith("на-"):
        return {f"{form}-{rest}": cases for form, cases in _decline_last(first, None).items()}
    if rest and told and not told.startswith(f"{first}-"):
        return {f"{form}-{rest}": cases for form, cases in _decline_last(first, told.partition("-")[0]).items()}
    fixed, hyphen, last = folded.rpartition("-")
    own = told.rpartition("-")[2] if told else None
    return {fixed + hyphen + form: cases for form, cases in _decline_last(last, own).items()}


def _decline_last(word: str, genitive: str | None) -> CaseForms:
    if genitive is not None:
        return _by_genitive(word, genitive)
    if word in _IRREGULAR:
        return _collect(_IRREGULAR[word].split(" "))
    for ending, paradigm in _ADJECTIVES:
        if len(word) > 4 and word.endswith(ending):
            return _inflect(word[:-2], paradigm)
    stem, paradigm = _by_ending(word)
    forms = _inflect(stem, paradigm) if paradigm else {}
    if not paradigm or paradigm == "neut":
        forms[word] = ALL_CASES
    return forms


def _by_ending(word: str) -> tuple[str, str]:
    """What stands before the ending, and the paradigm ("" where the word does not decline)."""
    last, before, stem = word[-1], word[-2:-1], word[:-1]
    paradigm = ""
    if last == "а" and before not in _VOWELS:
        paradigm = {"ц": "fem_c", **dict.fromkeys(_VELAR, "fem_velar"), **dict.fromkeys(_HISSING, "fem_hiss")}.get(
            before, "fem"
        )
    elif last == "я":
        paradigm = "fem_ija" if before == "и" else "fem_soft"
    elif last == "ь":
        paradigm = "masc_soft" if before == "л" else "fem_sign"
    elif last == "й":
        paradigm = "masc_ij" if before == "и" else "masc_j"
    elif last == "ы":
        paradigm = "plur"
    elif word.endswith("ичи"):
        paradigm = "plur_ichi"
    elif word.endswith(_DECLINED_O):
        paradigm = "neut"
    elif word.endswith("ье"):
        paradigm = "neut_soft"
    elif last not in _VOWELS:
        return word, "masc_hiss" if last in _HISSING + "ц" else "masc"
    return stem, paradigm


def _by_genitive(word: str, genitive: str) -> CaseForms:
    """Forms of a noun whose genitive is given: plural in -ы or -и, as ever in -а or -я, else masculine or neuter."""
    last, stem = word[-1], genitive[:-1]
    if last in "ая":
        return _decline_last(word, None)
    if last in "ыи":
        paradigm = "plur" if last == "ы" else "plur_velar" if word[-2] in _VELAR + _HISSING else "plur_soft"
        forms = {form: cases for form, cases in _inflect(word[:-1], paradigm).items() if "gent" not in cases}
        return {**forms, genitive: frozenset({"gent"})}
    if last == "о":
        return {**_inflect(word[:-1], "neut"), word: ALL_CASES}
    paradigm = "masc"
    if last == "ь" and genitive[-1] == "и":
        return _inflect(word[:-1], "fem_sign")
    if genitive[-1] == "я":
        paradigm = "masc_soft" if last == "ь" else "masc_ij" if stem.endswith("и") else "masc_j"
    elif stem[-1] in _HISSING + "ц":
        paradigm = "masc_hiss"
    forms = {form: cases - {"nomn", "accs"} for form, cases in _inflect(stem, paradigm).items()}
    return {form: cases for form, cases in forms.items() if cases} | {word: frozenset({"nomn", "accs"})}


def _inflect(stem: str, paradigm: str) -> CaseForms:
    return _collect(
        "/".join(stem + ending.replace("0", "") for ending in endings.split("/"))
        for endings in _PARADIGMS[paradigm].split(" ")
    )


def _collect(forms_by_case: Iterable[str]) -> CaseForms:
    """Forms to cases, from the forms in the order of the cases, alternatives parted by "/"."""
    forms: dict[str, set[Case]] = {}
    for case, alternatives in zip(_ORDER, forms_by_case, strict=True):
        for form in alternatives.split("/"):
            forms.setdefault(form, set()).add(case)
    return {form: frozenset(cases) for form, cases in forms.items()}
