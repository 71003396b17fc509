"""Countries, blocs and places of a text block.

`find_places` looks every word up in the gazetteer, takes the longest name, and asks the vetoes whether the words
around make it something else: a currency ("долларов США"), a language, an outlet's name, a person's surname.
"""

from collections.abc import Sequence

from pipelines.entities.cues import PLACE, Cues, find_cues, opening
from pipelines.entities.gazetteer import Gazetteer, load_gazetteer
from pipelines.entities.mention import Case, Mention
from pipelines.entities.place_declension import Cases
from pipelines.entities.place_lexicons import Entry
from pipelines.entities.place_vetoes import GOVERNED, VETOES
from pipelines.text.morph import parses
from pipelines.text.tokens import Token, fold

_FOLD_DASHES = str.maketrans({"‑": "-", "–": "-", "’": "'"})
_DASH_MARKS = frozenset("-–—‑")


def find_places(text: str, tokens: Sequence[Token], cues: Cues | None = None) -> list[Mention]:
    """Mentions of countries, blocs and places among the tokens of one block, in the order of the text.

    kind "country": `canonical_id` is an ISO3 or bloc code, `form` one of noun, adjective, demonym, abbreviation, bloc.
    kind "place": `canonical_id` is a slug, `country` whose it is, `form` one of capital, city, region, seat,
    adjective_place.
    A compound ("белорусско-азербайджанский") gives one mention a part. `case` is that of the head where it is plain.
    `cues` are those of `tokens`, where the caller has them already.

    >>> from pipelines.text.tokens import tokenize
    >>> text = "Визит в Саудовскую Аравию"
    >>> [(m.surface, m.canonical_id, m.case) for m in find_places(text, tokenize(text))]
    [('Саудовскую Аравию', 'SAU', 'accs')]
    """
    gazetteer = load_gazetteer()
    found: list[tuple[Mention, Entry]] = []
    behind = 0
    for index in opening(find_cues(tokens) if cues is None else cues, PLACE):
        if index < behind:
            continue
        match = _longest(gazetteer, tokens, index)
        if match is None:
            found += _inside_word(gazetteer, text, tokens, index)
            continue
        entry, taken = match
        behind = index + taken
        if entry.form != "absorbed" and not any(veto(tokens, index, taken, entry) for veto in VETOES):
            span = (tokens[index].start, tokens[behind - 1].end)
            found.append((_mention(text, span, entry, _case(tokens, index, entry)), entry))
    return [mention for mention, entry in found if entry.care != "context" or _named_otherwise(found, entry)]


def _longest(gazetteer: Gazetteer, tokens: Sequence[Token], index: int) -> tuple[Entry, int] | None:
    """The longest name that starts at `index`, with the number of its tokens."""
    token = tokens[index]
    for rest, entry in gazetteer.names.get(_key(token), ()):
        end = index + 1 + len(rest)
        if end > len(tokens) or not _written_as(entry, token.text):
            continue
        if all(_key(tokens[index + 1 + i]) == word for i, word in enumerate(rest)):
            return entry, end - index
    return None


def _key(token: Token) -> str:
    word = token.lower
    return word if word.isalpha() else word.translate(_FOLD_DASHES)


def _written_as(entry: Entry, text: str) -> bool:
    if entry.style == "caps":
        return text == entry.written
    return entry.style == "word" or text[0].isupper()


def _mention(text: str, span: tuple[int, int], entry: Entry, case: Case | None) -> Mention:
    return Mention(
        start=span[0],
        end=span[1],
        surface=text[span[0] : span[1]],
        kind=entry.kind,
        canonical_id=entry.canonical_id,
        canonical_name=entry.canonical_name,
        country=entry.country,
        form=entry.form,
        case=case,
    )


def _case(tokens: Sequence[Token], index: int, entry: Entry) -> Case | None:
    """The case of the name where its form, or the preposition before it (over adjectives), leaves one."""
    cases: Cases = entry.cases
    if len(cases) > 1:
        before = index - 1
        while before > index - 3 and before > 0 and _is_adjective(tokens[before]):
            before -= 1
        if before >= 0 and tokens[before].lower in GOVERNED:
            cases &= GOVERNED[tokens[before].lower]
    return next(iter(cases)) if len(cases) == 1 else None


def _is_adjective(token: Token) -> bool:
    return token.kind == "word" and len(token.lower) > 4 and parses(token.lower)[0].pos in ("ADJF", "PRTF")


def _inside_word(gazetteer: Gazetteer, text: str, tokens: Sequence[Token], index: int) -> list[tuple[Mention, Entry]]:
    """Mentions of the parts of a hyphenated word: "белорусско-азербайджанский", "Минск–Баку", "российско- и ..."."""
    token = tokens[index]
    word = token.text.translate(_FOLD_DASHES)
    parts = word.split("-")
    entries: list[Entry | None]
    if len(parts) == 1:
        dashed = index + 1 < len(tokens) and tokens[index + 1].text in _DASH_MARKS
        entries = [gazetteer.prefixes.get(token.lower) if dashed else None]
    else:
        *firsts, last = (gazetteer.word(fold(part)) for part in parts)
        if last is not None and last.style == "word":
            entries = [*(gazetteer.prefixes.get(fold(part)) for part in parts[:-1]), last]
        else:
            entries = [*firsts, last]
            if len(entries) > 2 and all(e is None or e.kind == "place" for e in entries):
                return []  # three towns in a row are a route or a pipeline
    known = [entry for entry in entries if entry is not None]
    if len(known) < len(parts) or not all(_written_as(e, part) for e, part in zip(known, parts, strict=True)):
        return []
    found: list[tuple[Mention, Entry]] = []
    start = token.start
    for entry, part in zip(known, parts, strict=True):
        cases = entry.cases
        case = next(iter(cases)) if len(cases) == 1 else None
        found.append((_mention(text, (start, start + len(part)), entry, case), entry))
        start += len(part) + 1
    return found


def _named_otherwise(found: Sequence[tuple[Mention, Entry]], entry: Entry) -> bool:
    return any(other.country == entry.country and other.care != "context" for _, other in found)
