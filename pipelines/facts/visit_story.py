"""What a document tells over its sentences: who holds which role, which two countries it is about."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipelines.documents.document import Published
from pipelines.entities.roles import level_of
from pipelines.facts.visit_parties import Party
from pipelines.facts.visit_scene import Scene


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
        for known in self.cast:
            if party.name is not None:
                if known.name == party.name and (party.role is None or party.country is None):
                    party = replace(party, role=party.role or known.role, country=party.country or known.country)
            elif party.role is not None and known.role is not None and not party.plural:
                same = known.role == party.role or {level_of(known.role), level_of(party.role)} == {"head_of_state"}
                if same and known.country is not None and known.country == party.country:
                    return replace(party, name=known.name, role=known.role)
        return party

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

    def expand(self, party: Party) -> tuple[Party, ...]:
        """The parties behind a plural role ("главы государств"): one of each country of the pair."""
        if not party.plural or party.role is None:
            return (party,)
        wanted = level_of(party.role)
        found = []
        for country in self.pair:
            one = next(
                (p for p in self.cast if p.country == country and p.role and level_of(p.role) == wanted
                 and (p.role == party.role or wanted == "head_of_state")),
                None,
            )  # fmt: skip
            if one is not None:
                found.append(replace(party, name=one.name, role=one.role, country=country, plural=False))
        return tuple(found) if len(found) > 1 else ()


def tell(scenes: Iterable[Scene], published: Published | None) -> Story:
    """The story of a document laid out in `scenes`."""
    cast: dict[tuple[str | None, str | None], Party] = {}
    weight: Counter[str] = Counter()
    for scene in scenes:
        for party in scene.parties:
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
