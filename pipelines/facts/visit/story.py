"""What a document tells over its sentences: who holds which role, which two countries it is about."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from pipelines.documents.document import Published
from pipelines.entities.office_holders import Holder, in_office, offices
from pipelines.entities.roles import level_of
from pipelines.facts.visit.party import Party
from pipelines.facts.visit.scene import Scene
from pipelines.text.morph import parses
from pipelines.text.records import dataclass, replace
from pipelines.text.tokens import fold

_LATEST = date(2030, 1, 1)  # stands for the open end of a term


@dataclass(frozen=True, slots=True)
class Story:
    """The cast of a document in the order of the text, the two countries most spoken of, its date."""

    cast: tuple[Party, ...]
    pair: tuple[str, ...]
    published: Published | None

    def complete(self, party: Party) -> Party:
        """`party` with name, role and country that the document gives elsewhere."""
        if party.delegation is not None:
            return party
        party = self._by_patronymic(by_table(party, self.published))
        for known in self.cast:
            if party.name is not None:
                if known.name == party.name and (party.role is None or party.country is None):
                    party = replace(party, role=party.role or known.role, country=party.country or known.country)
            elif party.role is not None and known.role is not None and not party.plural:
                same = known.role == party.role or {level_of(known.role), level_of(party.role)} == {"head_of_state"}
                if same and known.country is not None and known.country == party.country:
                    return replace(party, name=known.name, role=known.role)
        return party

    def _by_patronymic(self, party: Party) -> Party:
        """The head of state or government meant by given name and patronymic ("Александр Григорьевич")."""
        if party.name is None or party.role is not None or party.name.count(" ") != 1:
            return party
        given, last = party.name.split()
        if "Patr" not in parses(last.lower())[0].grammemes:
            return party
        heads = [
            p
            for p in self.cast
            if p.name is not None and p.name.split()[0] == given and level_of(p.role or "").startswith("head_of_")
        ]
        return replace(party, name=heads[0].name, role=heads[0].role, country=heads[0].country) if heads else party

    def other_of(self, country: str) -> str | None:
        """The other one of the pair where `country` is one of it."""
        if len(self.pair) == 2 and country in self.pair:
            return self.pair[1] if country == self.pair[0] else self.pair[0]
        return None

    def counterpart(self, party: Party) -> Party | None:
        """The one of the same rank in the other country of the pair, "его коллега"."""
        other = self.other_of(party.country) if party.country is not None else None
        level = level_of(party.role) if party.role is not None else None
        same = (p for p in self.cast if p.country == other and p.role is not None and level_of(p.role) == level)
        found = next(same, None) if other is not None else None
        return replace(party, name=found.name, role=found.role, country=other) if found is not None else None

    def head_of(self, country: str | None) -> Party | None:
        """Who leads `country` in the document: its head of state or government, else the first who acts for it."""
        own = [p for p in self.cast if country is not None and p.country == country and p.role is not None]
        heads = (p for p in own if level_of(p.role or "").startswith("head_of_"))
        return next(heads, own[0] if len(own) == 1 else None)

    def expand(self, party: Party) -> tuple[Party, ...]:
        """The parties behind a plural role ("главы государств"): one of each country of the pair."""
        if not party.plural or party.role is None:
            return (party,)
        if len(party.countries) == 1:  # "министры обороны и юстиции Ирана"
            return (replace(party, country=party.countries[0], plural=False),)
        found = []
        for country in party.countries if len(party.countries) > 1 else self.pair:
            one = self._holder(country, party.role)
            if one is not None:
                found.append(replace(party, name=one.name, role=one.role, country=country, plural=False))
            elif party.countries and level_of(party.role) != "other":
                found.append(replace(party, country=country, plural=False))
        return tuple(found) if len(found) > 1 else ()

    def _holder(self, country: str, role: str) -> Party | None:
        """The one of the cast who holds `role` of `country`; any head of state for a head of state."""
        heads = level_of(role) == "head_of_state"
        same = (p for p in self.cast if p.country == country and p.role is not None)
        return next((p for p in same if p.role == role or (heads and level_of(p.role or "") == "head_of_state")), None)


def by_table(party: Party, published: Published | None) -> Party:
    """`party` with country and office from the table of office holders, where its full name is of one country there.

    The office is the one held at the document's date, in an undated document the one held longest.
    """
    if party.name is None or " " not in party.name:
        return party
    terms = _terms_of(party.name)
    lands = {h.country for h in terms}
    told = party.role not in (None, "head_of_state") and party.country is not None
    settled = told and (party.country in lands or party.role != "president")
    if len(lands) != 1 or settled:
        return party
    when = published.interval if published is not None else None
    held = [h for h in terms if in_office(h, when)] or terms
    longest = max(held, key=lambda h: (min(h.end, _LATEST) - h.start, h.role))
    role = party.role if party.role not in (None, "head_of_state") else longest.role
    return replace(party, country=longest.country, role=role)


@lru_cache(maxsize=1 << 14)
def _terms_of(name: str) -> tuple[Holder, ...]:
    """The terms of office of the one so named."""
    same_surname = offices().by_surname.get(fold(name.rsplit(" ", 1)[-1]), ())
    return tuple(h for h in same_surname if fold(h.person) == fold(name))


def tell(scenes: Iterable[Scene], published: Published | None) -> Story:
    """The story of a document laid out in `scenes`."""
    cast: dict[tuple[str | None, str | None], Party] = {}
    weight: Counter[str] = Counter()
    for scene in scenes:
        for party in (by_table(p, published) for p in scene.parties):
            if party.country is not None:
                weight[party.country] += 2
            if party.name is not None and not party.plural:
                known = cast.get((party.name, None))
                if known is None:
                    cast[(party.name, None)] = party
                elif known.role is None or known.country is None:
                    cast[(party.name, None)] = replace(
                        known, role=known.role or party.role, country=known.country or party.country
                    )
        for spot in scene.spots:
            weight[spot.country] += 1
    order = sorted(weight, key=lambda c: -weight[c])
    return Story(tuple(cast.values()), tuple(order[:2]), published)
