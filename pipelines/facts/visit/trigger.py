"""What every frame of the visit rules works with: a trigger word in its scene, and the contact built around it."""

from itertools import pairwise

from pipelines.entities.roles import level_of
from pipelines.facts.visit.contact import Contact, occasion_at, type_and_days, when_of
from pipelines.facts.visit.party import RESIDENTS, Party
from pipelines.facts.visit.roles import joined_to, listed_before
from pipelines.facts.visit.scene import Scene, Spot
from pipelines.facts.visit.status import Status
from pipelines.facts.visit.story import Story
from pipelines.facts.visit.words import Group
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass, replace

_NO_OFFICIALS = frozenset(
    (
        "expert",
        "professor",
        "head_of_company",
        "journalist",
        "coach",
        "athlete",
        "spokesperson",
        "lawyer",
        "director",
        "rector",
    )
)
_TELLING = frozenset(("visit", "arrive", "go", "call_at", "stay", "receive", "greet", "meet", "talks"))
_STAND_INS = frozenset(("guest", "host", "counterpart", "interlocutor", "diplomat_before"))
_COMPLETE = frozenset(("завершить", "завершать", "завершиться", "закончиться"))


@dataclass(frozen=True, slots=True)
class Mind:
    """What the sentences so far left in mind."""

    focus: Party | None = None  # the party last spoken of
    partner: Party | None = None  # the one whom the sentence before names beside `focus`
    guest: Party | None = None  # the visitor last told of
    abroad: str | None = None  # the country that `guest` has come to
    group: Party | None = None  # the delegation last told of with its country
    place: Spot | None = None  # where the sentence before says things happen
    called: bool = False  # the sentence before tells of calls


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word (by token) in its scene and story, with what the sentences before it left in mind."""

    scene: Scene
    index: int
    story: Story
    mind: Mind = Mind()
    after: str = ""  # the sentence after it, in lower case

    @property
    def offset(self) -> int:
        return self.scene.tokens[self.index].start

    @property
    def end(self) -> int:
        return self.scene.tokens[self.index].end

    def inside(self, named: Party | Spot) -> bool:
        """True where `named` stands in this sentence."""
        return self.scene.sentence.span.start <= named.start < self.scene.sentence.span.end

    def resolve(self, party: Party, opposite: str | None = None) -> tuple[Party, ...]:
        """Who `party` is: completed from the document, a plural role spread, "гость" the visitor last told of.

        A party of no told country is taken for the other one of the document's pair where `opposite` is one of it.
        """
        found = []
        for one in self.story.expand(party):
            one = self.story.complete(one)
            if one.role == "guest" and one.name is None and self.mind.guest is not None:
                one = replace(self.mind.guest, start=one.start, end=one.end, case=one.case, preposition=one.preposition)
            if one.anaphoric and opposite is not None and one.country == opposite:
                one = self.story.counterpart(one) or one
            if one.delegation is not None and one.country is None and self.mind.group is not None:
                one = replace(one, country=self.mind.group.country, level=one.level or self.mind.group.level)
            if one.country is None and opposite is not None and (one.role or one.delegation or one.name):
                other = self.story.other_of(opposite)
                one = replace(one, country=other, inferred=True) if other is not None else one
            found.append(one)
        return tuple(found)


def is_official(p: Party) -> bool:
    """True for a party that may act for a country."""
    if p.former or p.country is None or (p.anaphoric and p.name is None and p.role in _STAND_INS):
        return False
    if p.inferred and p.role is not None and level_of(p.role) in ("other", "business"):
        return False
    heads = p.role is None and p.name is not None and p.level is not None  # of a delegation
    return p.delegation is not None or heads or (p.role is not None and p.role not in _NO_OFFICIALS)


def visits_of(
    t: Trigger, rule: str, visitor: Party | None, goals: tuple[Spot, ...], status: Status | None, confidence: float
) -> tuple[Contact, ...]:
    """A visit of `visitor` to each country among `goals`."""
    if visitor is None or not goals:
        return ()
    told = t.inside(visitor)
    listed = (*listed_before(t.scene, visitor), *(joined_to(t.scene, visitor)[1:] if told else ()))
    everyone = [one for p in listed for one in t.resolve(p, goals[0].country)]
    lands: dict[str, Spot] = {}
    for goal in goals:
        lands.setdefault(goal.country, goal)
    contacts = []
    for one in everyone:
        if one.role in RESIDENTS or not (is_official(one) or _pays_a_visit(t, one)):  # an envoy lives there
            continue
        for goal in (g for land, g in lands.items() if land != one.country):
            made = visit_of(t, rule, one, goal, status, confidence)
            at_home = (p for p in everyone if told and p.country == goal.country and p.name and is_official(p))
            contacts.append(replace(made, host=made.host or next(at_home, None)))
    return tuple(contacts)


def _pays_a_visit(t: Trigger, p: Party) -> bool:
    """True for a person of no told office "с официальным визитом": nobody else pays one."""
    noun = _visit_noun(t)
    formal = noun is not None and t.scene.tokens[noun].lower.startswith(("визит", "госвизит"))
    return formal and p.name is not None and p.country is not None and p.role is None


def visit_of(
    t: Trigger, rule: str, visitor: Party | None, goal: Spot | None, status: Status | None, confidence: float
) -> Contact:
    """A visit told around the trigger; `bare` where the visitor or the goal is missing."""
    scene = t.scene
    told = [
        x for x in (visitor, goal) if x is not None and scene.sentence.span.start <= x.start < scene.sentence.span.end
    ]
    start, end = min([t.offset, *(x.start for x in told)]), max([t.end, *(x.end for x in told)])
    noun = _visit_noun(t)
    kind, days = type_and_days(scene, noun) if noun is not None else (None, None)
    transit = scene.near(t.index, 3, 3, "type")
    if kind is None and transit is not None and transit.value == "transit":
        kind = "transit"
    turn = scene.near(noun, 3, 0, "return", "earlier") if noun is not None else None
    return Contact(
        kind="visit",
        rule=rule,
        sentence=scene.sentence.index,
        trigger=t.offset,
        evidence=scene.clause_span(start, end),
        confidence=confidence - (0.2 if visitor is not None and visitor.inferred else 0.0),
        visitor=visitor,
        host=_host_beside(t, visitor, goal),
        host_country=goal.country if goal else None,
        place=goal.city if goal else None,
        place_country=goal.country if goal else None,
        visit_type=kind,
        occasion=occasion_at(scene, start, end),
        when=_when(t, *stretch_of_date(t, start, end), status),
        days=days,
        status=status,
        turn="return" if turn is not None and turn.group == "return" else "earlier" if turn or _last_time(t) else None,
        bare=visitor is None or goal is None,
        set_out=_has_set_out(t),
        arrived=scene.has(t.index, "arrive") is not None,
    )


def _last_time(t: Trigger) -> bool:
    """True for "в предыдущий раз он был в Баку в июле"."""
    clause = [w.lower for k, w in enumerate(t.scene.tokens) if t.scene.clauses[k] == t.scene.clauses[t.index]]
    return any(b == "раз" and a in ("предыдущий", "прошлый", "последний") for a, b in pairwise(clause))


def _has_set_out(t: Trigger) -> bool:
    word = t.scene.has(t.index, "go")
    return word is not None and word.tense == "past"


def _when(t: Trigger, start: int, end: int, status: Status | None) -> Interval | None:
    """The days told of the visit; of "завершил визит 5 мая" that is the last."""
    when = when_of(t.scene, start, end, status, t.story.published)
    done = t.scene.near(t.index, 6, 6, "make", "took_place") if t.scene.has(t.index, "visit") else None
    if when is not None and when.end is not None and done is not None and done.lemma in _COMPLETE:
        return Interval(None, when.end, when.precision)
    return when


def stretch_of_date(t: Trigger, start: int, end: int) -> tuple[int, int]:
    """Where the date of the event is looked for: from `start` to `end`; the sentence where it tells but of a visit."""
    alone = sum(1 for words in t.scene.words if any(w.group in _TELLING for w in words)) == 1
    span = t.scene.sentence.span
    own, first = t.scene.clauses[t.index], t.scene.clause_of(start)
    aside = any(w.pos == "GRND" for w in t.scene.words[t.index])  # "заявил 5 мая, принимая посла"
    another = any(first <= c < own and t.scene.has(k, "say", "go") for k, c in enumerate(t.scene.clauses))
    if another and not aside:
        return t.offset, t.end  # "в пятницу он сообщил, что посетит ...", "5 мая вылетит в турне, где посетит ..."
    return (span.start, span.end) if alone and t.scene.has(t.index, "visit") else (start, end)


def told_behind(t: Trigger) -> tuple[int, int] | None:
    """Where the clause that dates and places it stands: "встречи лидеров, которая пройдет 5 мая в Минске"."""
    scene, own = t.scene, t.scene.clauses[t.index]
    behind = [k for k in range(t.index + 1, min(t.index + 20, len(scene.tokens))) if scene.clauses[k] > own]
    if not behind:
        return None
    clause = scene.clauses[behind[0]]
    inside = [k for k, c in enumerate(scene.clauses) if c == clause]
    opened = any(scene.tokens[k].lower.startswith("котор") for k in inside[:3])
    told = any(scene.has(k, "took_place", "intend", "begun") for k in inside)
    return (scene.tokens[inside[0]].start, scene.tokens[inside[-1]].end) if opened and told else None


def _visit_noun(t: Trigger) -> int | None:
    """The token of the visit noun in the clause of the trigger: the trigger itself, else the nearest."""
    if t.scene.has(t.index, "visit"):
        return t.index
    found = [
        k
        for k, clause in enumerate(t.scene.clauses)
        if clause == t.scene.clauses[t.index] and t.scene.has(k, "visit") and abs(k - t.index) <= 12
    ]
    return min(found, key=lambda k: abs(k - t.index)) if found else None


def _host_beside(t: Trigger, visitor: Party | None, goal: Spot | None) -> Party | None:
    """The one of the visited country "с" whom the sentence says the visitor talks, or who receives him."""
    if goal is None:
        return None
    inviting = _inviting(t, goal)
    groups: tuple[Group, ...] = ("meet", "talks", "speak", "hold")
    if t.scene.anywhere(*groups) is None:
        return inviting
    for party in t.scene.parties:
        if party.preposition in ("с", "со") and party.delegation is None and party is not visitor:
            named = t.story.complete(party)
            if (
                named.country is None
                and named.role is not None
                and t.scene.clause_of(party.start) == t.scene.clauses[t.index]
            ):
                named = replace(named, country=goal.country)
            if is_official(named) and named.country == goal.country:
                return named
    return inviting


def _inviting(t: Trigger, goal: Spot) -> Party | None:
    """The one of the country visited "по приглашению" of whom the visitor comes."""
    for p in t.scene.parties:
        k = t.scene.index_at(p.start)
        words = [w.lower for w in t.scene.tokens[max(0, k - 3) : k]]
        if "приглашению" in words and p.delegation is None and not p.plural:
            named = t.story.complete(p)
            named = replace(named, country=named.country or goal.country) if named.role is not None else named
            return named if is_official(named) and named.country == goal.country else None
    return None
