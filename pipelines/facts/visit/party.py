"""Who may come, receive or talk, as a sentence names them."""

from collections.abc import Sequence

from pipelines.entities.mention import Case
from pipelines.facts.visit.clauses import index_of
from pipelines.text.morph import parses
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token

PREPOSITIONS = frozenset(
    (
        *("в", "во", "на", "с", "со", "к", "ко", "из", "от", "до", "у", "о", "об", "для", "по", "при", "перед"),
        *("кроме", "помимо", "вместо", "среди", "благодаря", "согласно", "вопреки"),
        *("между", "через", "под", "над", "за", "против", "без", "про", "из-за"),
    )
)
RESIDENTS = frozenset(("ambassador", "consul", "charge_d_affaires"))  # live in the country they are received in
POSSESSIVES = frozenset(("его", "ее", "их", "свой", "своей", "свою", "своего", "своим", "своими", "своих", "своему"))


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who may come, receive or talk: a person, the holder of a role, or a delegation."""

    start: int
    end: int
    name: str | None = None
    role: str | None = None
    country: str | None = None
    case: Case | None = None
    delegation: str | None = None  # the words, where no head is named
    level: str | None = None  # of a delegation, where its words tell
    preposition: str | None = None
    plural: bool = False
    countries: tuple[str, ...] = ()  # of a plural role that names them: "президенты Ирана и Ирака"
    anaphoric: bool = False
    former: bool = False
    inferred: bool = False  # its country is not told but follows from the document's pair


def governed_by(tokens: Sequence[Token], start: int) -> tuple[str | None, Token | None]:
    """The preposition that governs what starts at `start`, and the token before it."""
    i = index_of(tokens, start) - 1
    for _ in range(3):
        if i >= 0 and (tokens[i].lower in POSSESSIVES or tokens[i].text in '«"' or _is_plain_adjective(tokens[i])):
            i -= 1
    if i < 0 or (i > 0 and tokens[i].lower == "на" and tokens[i - 1].lower == "один"):  # "один на один"
        return None, None
    return (tokens[i].lower if tokens[i].lower in PREPOSITIONS else None), tokens[i]


def _is_plain_adjective(token: Token) -> bool:
    return token.kind == "word" and parses(token.lower)[0].pos in ("ADJF", "NUMR")
