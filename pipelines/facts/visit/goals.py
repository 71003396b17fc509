"""Where a journey leads that the clause itself leaves open: "туда", "эту страну", the city that an adjective names."""

from itertools import pairwise

from pipelines.facts.visit.party import Party
from pipelines.facts.visit.scene import Spot
from pipelines.facts.visit.trigger import Trigger

_OURS = ("нашу", "нашей")
HERE = ("в", "во", "на")


def there(t: Trigger) -> tuple[Spot, ...]:
    """The place of "побывал там": the last named in the sentence before the verb, else in the one before."""
    around = [w.lower for w in t.scene.tokens[max(0, t.index - 3) : t.index + 4]]
    in_the_land = ("в", "стране") in pairwise(around)
    if not in_the_land and not {"там", "туда", "здесь", "сюда"}.intersection(around):
        return ()
    told = [s for s in t.scene.spots if s.end <= t.offset and s.preposition in HERE]
    return (told[-1],) if told else (t.mind.place,) if t.mind.place is not None else ()


def this_country(t: Trigger, visitor: Party | None) -> tuple[Spot, ...]:
    """The country of "посетит эту страну": the one named last before; of "нашу страну" the other of the pair."""
    ahead = [w.lower for w in t.scene.tokens[t.index + 1 : t.index + 4]]
    at = next((k for k, word in enumerate(ahead) if word in ("страну", "стране", "республику", "республике")), None)
    home = t.story.complete(visitor).country if visitor is not None else None
    told = None if at is None else ahead[at - 1] if at else ""  # "посетил республику"
    if told not in ("", "эту", "этой", *_OURS) or home is None:
        return ()
    told_of: list[Party | Spot] = [*t.scene.parties, *t.scene.spots]
    named = [p.country for p in told_of if p.end <= t.offset and p.country not in (None, home)]
    if told not in _OURS:
        named = named or ([t.mind.place.country] if t.mind.place is not None and t.mind.place.country != home else [])
    land = named[-1] if named and told not in _OURS else t.story.other_of(home)
    return (Spot(start=t.offset, end=t.end, country=land, city=None, preposition="в"),) if land is not None else ()


def without_preposition(t: Trigger) -> tuple[Spot, ...]:
    """The country of "прибыл с официальным визитом Азербайджан", its preposition lost."""
    tokens = t.scene.tokens
    for spot in t.scene.spots:
        k = t.scene.index_at(spot.start) - 1
        if spot.preposition is None and spot.start > t.offset and k > t.index and t.scene.has(k, "visit"):
            word = t.scene.has(k, "visit")
            return (spot,) if word is not None and word.case == "ablt" and tokens[k].end + 1 == spot.start else ()
    return ()


def house_of_a_city(t: Trigger) -> tuple[Spot, ...]:
    """The city of "Казанский университет посетила делегация": its adjective opens the object before the verb."""
    word, own = t.scene.has(t.index, "call_at"), t.scene.clauses[t.index]
    if word is None:
        return ()
    for m in t.scene.sentence.of_kind("place"):
        ahead = m.end <= t.offset and t.scene.clause_of(m.start) == own and m.country is not None
        free = not any(p.start <= m.start < p.end for p in t.scene.parties)
        words = t.scene.sentence.between(m.end, t.offset).split()
        if m.form == "adjective_place" and ahead and free and len(words) <= 4 and m.country is not None:
            return (Spot(start=m.start, end=m.end, country=m.country, city=m.canonical_name, preposition=None),)
    return ()


def elsewhere(t: Trigger, owner: Party) -> tuple[Spot, ...]:
    """The place abroad that another clause of the sentence names: "Оно пройдет в Анкаре; ожидается приезд ..."."""
    abroad = [s for s in t.scene.spots if s.preposition in HERE and s.country != owner.country and s.city is not None]
    return (abroad[0],) if len({s.country for s in abroad}) == 1 else ()
