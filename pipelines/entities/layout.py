"""One block of a document as the actor finders see it: tokens, and the countries and places that stand on them."""

from collections.abc import Iterable, Mapping, Sequence

from pipelines.entities.cues import Cues, find_cues
from pipelines.entities.mention import Mention
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, index_at

PREPOSITION_CASES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("с", "со"), frozenset({"ablt", "gent"})),
    **dict.fromkeys(("между", "перед", "под", "над"), frozenset({"ablt"})),
    **dict.fromkeys(("у", "от", "для", "из", "до", "без", "после", "против", "около"), frozenset({"gent"})),
    **dict.fromkeys(("к", "ко", "по", "благодаря"), frozenset({"datv"})),
    **dict.fromkeys(("о", "об", "при"), frozenset({"loct"})),
    **dict.fromkeys(("про", "через"), frozenset({"accs"})),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A block: its tokens and, by first token, what stands on them (the index behind it, the mention)."""

    text: str
    tokens: Sequence[Token]
    countries: Mapping[int, tuple[int, Mention]]
    places: Mapping[int, tuple[int, Mention]]
    organizations: Mapping[int, tuple[int, Mention]]
    present: frozenset[str]  # countries that the document names
    capitals: tuple[int, ...]  # indices of words that open with a capital
    parts: tuple[Mention, ...]  # countries within a word: "Литва-Армения"
    taken: Mapping[int, str]  # token index -> kind of the mention that covers it
    cues: Cues

    def lower(self, index: int) -> str:
        """Folded word at `index`, "" outside the block."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_word(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word"

    def capitalised(self, index: int) -> bool:
        """True where a word stands at `index` and opens with a capital."""
        return self.is_word(index) and self.tokens[index].text[0].isupper()

    def governed(self, index: int) -> frozenset[str]:
        """Cases that the preposition before token `index` asks for; empty where none stands there."""
        return PREPOSITION_CASES.get(self.lower(index - 1), frozenset())

    def ending_at(self, index: int, forms: Iterable[str]) -> tuple[int, Mention] | None:
        """Start index and mention of the country of one of `forms` that ends right before token `index`."""
        wanted = tuple(forms)
        for width in (1, 2, 3):
            found = self.countries.get(index - width)
            if found is not None and found[0] == index and found[1].form in wanted:
                return index - width, found[1]
        return None


def lay_out(
    text: str,
    tokens: Sequence[Token],
    mentions: Iterable[Mention],
    present: frozenset[str] = frozenset(),
    cues: Cues | None = None,
) -> Layout:
    """The block of `tokens` with those of `mentions` that stand in it; `present` are the document's countries.

    `cues` are those of `tokens`, where the caller has them already.
    """
    countries: dict[int, tuple[int, Mention]] = {}
    places: dict[int, tuple[int, Mention]] = {}
    organizations: dict[int, tuple[int, Mention]] = {}
    parts: list[Mention] = []
    taken: dict[int, str] = {}
    for m in mentions:
        start = index_at(tokens, m.start)
        end = start + 1
        while end < len(tokens) and tokens[end].start < m.end:
            end += 1
        if start == len(tokens) or tokens[start].start != m.start or tokens[end - 1].end != m.end:
            if m.form == "noun":  # no name of a person
                parts.append(m)
                taken[index_at(tokens, m.start + 1) - 1] = m.kind
            continue  # a part of a compound
        if m.kind == "country":
            countries[start] = (end, m)
        elif m.kind == "place":
            places[start] = (end, m)
        else:
            organizations[start] = (end, m)
        for i in range(start, end):
            taken[i] = m.kind
    capitals = tuple([i for i, t in enumerate(tokens) if t.text[0].isupper() and t.kind == "word"])
    cues = find_cues(tokens) if cues is None else cues
    return Layout(text, tokens, countries, places, organizations, present, capitals, tuple(parts), taken, cues)
