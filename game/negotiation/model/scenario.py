"""What a level fixes before the first move: parties, issues, calendar, news.

Everything here is frozen and holds no state of play. Points and votes are
integers in thousandths, so that a game adds up the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, TypeVar, TypeVarTuple

from game.climate.emissions import Commitment
from game.negotiation.model.news import Deck, News
from game.negotiation.model.packages import NO_TERMS as NO_TERMS
from game.negotiation.model.packages import Package as Package
from game.negotiation.model.packages import Slot as Slot
from game.negotiation.model.packages import Term as Term
from game.negotiation.model.sources import Source

Part = TypeVar("Part")
Inputs = TypeVarTuple("Inputs")
TableKind = Literal["hub", "whole"]
UNIT = 1000  # thousandths in one point or one vote


class Domain(StrEnum):
    """The table an issue belongs to; linkage pairs cross domains."""

    CLIMATE = "climate"
    FINANCE = "finance"
    TRADE = "trade"
    DIPLOMACY = "diplomacy"


@dataclass(frozen=True)
class Option:
    """One step of an issue; each is deeper than the one before it."""

    id: str
    label: str


class Reach(StrEnum):
    """Whom a promise on an issue counts for, and how often its giver pays.

    CLUB: for those it was promised to; paid once, however many they are
    ALL: for every party that values it, whoever it was promised to; paid once (a public good)
    PARTNER: for the party it was promised to; paid whole for each
    SPLIT: for the party it was promised to; a share of the price for each
    """

    CLUB = "club"
    ALL = "all"
    PARTNER = "partner"
    SPLIT = "split"


@dataclass(frozen=True)
class Issue:
    """A matter under negotiation.

    givers: the delegations that may give it; each forms its own slot
    reach: whom a promise counts for; to: whom one can be made to, where that is a partner
    opens, closes: indexes of the first and last round in which it can be agreed
    due: index of the round at whose end a promise on it is checked
    commitments: per giver, per option, what it changes in the emissions of the world
    """

    id: str
    title: str
    about: str
    domain: Domain
    givers: tuple[str, ...]
    options: tuple[Option, ...]
    opens: int
    closes: int
    due: int
    commitments: Mapping[str, tuple[tuple[Commitment, ...], ...]]
    sources: tuple[Source, ...] = ()
    reach: Reach = Reach.CLUB
    to: tuple[str, ...] = ()

    @cached_property
    def last(self) -> int:
        """The deepest option."""
        return len(self.options) - 1

    @property
    def is_directed(self) -> bool:
        """Whether a promise is made to one partner: each partner then has a slot of its own."""
        return self.reach in (Reach.PARTNER, Reach.SPLIT)

    def slots_of(self, giver: str) -> tuple[Slot, ...]:
        """Return the slots in which a delegation can give it."""
        if not self.is_directed:
            return (Slot(self.id, giver),)
        return tuple(Slot(self.id, giver, to) for to in self.to if to != giver)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """All its slots, giver by giver."""
        return tuple(slot for giver in self.givers for slot in self.slots_of(giver))


class LineKind(StrEnum):
    """The kinds of red lines: stated, hidden until probed, or a bluff."""

    STATED = "stated"
    HIDDEN = "hidden"
    BLUFF = "bluff"


@dataclass(frozen=True)
class RedLine:
    """Options of a slot outside lowest..highest are never accepted, at any price."""

    slot: Slot
    lowest: int
    highest: int
    kind: LineKind
    said: str

    def is_crossed_by(self, option: int) -> bool:
        """Return True if an option of its slot lies outside."""
        return not self.lowest <= option <= self.highest


@dataclass(frozen=True)
class Linkage:
    """A pair of terms worth more, or less, together than apart."""

    first: Term
    second: Term
    points: int
    because: str


@dataclass(frozen=True)
class SidePayment:
    """A promise to a group at home in return for its votes, once.

    votes: thousandths of votes it wins there
    upset, upset_votes: another group, and the votes it withdraws for that
    """

    label: str
    votes: int
    upset: str = ""
    upset_votes: int = 0


Counts = Literal["votes", "support", "consent"]  # what the body at a home counts
PublicStand = Literal["pressing", "tied_hands"]  # what a group at home may like to see


@dataclass(frozen=True)
class Faction:
    """A group of votes at home.

    votes: thousandths of votes in favour when the game begins
    seats: thousandths of votes the group has in all
    terms: per slot, per option, the change in votes when the term is agreed
    likes: what the envoy may do in public that wins its votes
    """

    id: str
    name: str
    votes: int
    seats: int
    terms: Mapping[Slot, tuple[int, ...]]
    because: Mapping[str, str]  # issue id -> the reason this group gives
    side_payment: SidePayment | None = None
    likes: frozenset[PublicStand] = frozenset()


@dataclass(frozen=True)
class Home:
    """The second table: who must vote for what the envoy brings back (Putnam 1988)."""

    body: str
    pass_mark: int
    factions: tuple[Faction, ...]
    counts: Counts = "votes"

    def faction(self, faction_id: str) -> Faction:
        """Return the group of that id; KeyError if there is none."""
        for faction in self.factions:
            if faction.id == faction_id:
                return faction
        raise KeyError(faction_id)


@dataclass(frozen=True)
class Personality:
    """A delegation's way of bargaining; shares are in thousandths.

    opening_share: aspiration at the start, as a share of the way from b to Umax
    patience: exponent e of the concession curve times 1000 (1000 = linear, below = holds out)
    reciprocity: 1 - eps of the aspiration rule: weight of what the other side has given
    face_weight: phi, how much each point of face debt adds to the price of a concession
    coalition_weight: kappa, relief on a concession when partners commit to the same issue
    walks_out_after: offers that ask and give nothing it wants, before it leaves the table
    """

    opening_share: int = 700
    patience: int = 1000
    reciprocity: int = 500
    face_weight: int = 100
    coalition_weight: int = 300
    walks_out_after: int = 3


@dataclass(frozen=True)
class Varies:
    """How far the seed may move a mind from its level's figures, either way; Harsanyi's types.

    no_deal: of the value of no deal, thousandths of points
    votes: of the votes of each group at home, thousandths
    """

    no_deal: int = 0
    votes: int = 0


@dataclass(frozen=True, eq=False)
class Delegation:
    """A party at the table and, for the computer, its private mind.

    valuations: per slot, per option, points (own gives fall from 0, others' gives mostly rise)
    value_of_no_deal: b, what walking away is worth, in thousandths of points
    record: promises that it is known to have kept before the game began
    stated_wants: per slot, how much it is known to want it (0-3), where the level says so
    letters: what stands on its seal, "" for its initials
    """

    id: str
    name: str
    office: str
    bloc: str
    interests: str
    value_of_no_deal: int
    valuations: Mapping[Slot, tuple[int, ...]]
    linkages: tuple[Linkage, ...]
    red_lines: tuple[RedLine, ...]
    home: Home
    personality: Personality
    varies: Varies = Varies()
    letters: str = ""
    record: int = 0
    stated_wants: Mapping[Slot, int] = field(default_factory=dict)

    @cached_property
    def wants(self) -> Mapping[Slot, int]:
        """How much it is known to want each thing that others could give, 1-3; 0 is left out.

        What the level does not state follows from its figures: by thirds of what it wants most.
        """
        gains = {s: max(points) for s, points in self.valuations.items() if s.giver != self.id}
        most = max([*gains.values(), 1])
        derived = {slot: 1 + 3 * (gain - 1) // most for slot, gain in gains.items() if gain > 0}
        stated = self.stated_wants
        return {slot: want for slot, want in {**derived, **stated}.items() if want > 0}

    @cached_property
    def said_lines(self) -> tuple[RedLine, ...]:
        """Its red lines as others hear them: no hidden one, and a bluff like any other."""
        return tuple(
            RedLine(line.slot, line.lowest, line.highest, LineKind.STATED, line.said)
            for line in self.red_lines
            if line.kind is not LineKind.HIDDEN
        )


@dataclass(frozen=True)
class Round:
    """One dated meeting on the calendar."""

    id: str
    title: str
    date_start: str  # ISO 8601
    date_end: str
    place: str
    cable: str
    actions: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Goals:
    """What it takes to pass the level.

    joins: how many other delegations must join the text at the plenary
    cut_2030_gtco2e: what the deals must take off world emissions in 2030
    """

    joins: int
    cut_2030_gtco2e: float


def slots_between(
    issues: Iterable[Issue], one: str, other: str, wants: Mapping[str, Mapping[Slot, int]]
) -> tuple[Slot, ...]:
    """Return all that two parties could give each other, in the order of the issues.

    wants: per party, what it is known to want; a party not named is taken to want anything
    """
    return tuple(
        slot
        for issue in issues
        for giver in issue.givers
        if giver in (one, other)
        for slot in issue.slots_of(giver)
        if _is_for(slot, other if giver == one else one, wants)
    )


def _is_for(slot: Slot, partner: str, wants: Mapping[str, Mapping[Slot, int]]) -> bool:
    if slot.to not in ("", partner):
        return False
    return partner not in wants or bool(wants[partner].get(slot))


@dataclass(frozen=True, eq=False)
class Scenario:
    """A level compiled for one player seat.

    table: "hub": the player deals with each other delegation, and they with the player alone;
        "whole": every pair deals
    cut_mtco2e_2030: per slot, per option, what that term alone takes off the world in 2030
    """

    id: str
    title: str
    you: str
    delegations: tuple[Delegation, ...]
    issues: tuple[Issue, ...]
    rounds: tuple[Round, ...]
    news: tuple[News, ...]
    goals: Goals
    terms_per_offer: int = 4
    decks: tuple[Deck, ...] = ()
    cut_mtco2e_2030: Mapping[Slot, tuple[int, ...]] = field(default_factory=dict)
    table: TableKind = "hub"

    @property
    def is_whole(self) -> bool:
        """Whether every pair of delegations deals with each other."""
        return self.table == "whole"

    @cached_property
    def partners(self) -> Mapping[str, tuple[str, ...]]:
        """Whom each delegation can deal with, in the level's order."""
        if not self.is_whole:
            others = tuple(party.id for party in self.others)
            return {self.you: others, **dict.fromkeys(others, (self.you,))}
        ids = tuple(party.id for party in self.delegations)
        return {one: tuple(other for other in ids if other != one) for one in ids}

    @cached_property
    def known_wants(self) -> Mapping[str, Mapping[Slot, int]]:
        """How much each party is known to want things, at a whole table; nothing at a hub."""
        return {party.id: party.wants for party in self.delegations} if self.is_whole else {}

    def delegation(self, delegation_id: str) -> Delegation:
        """Return the delegation of that id; KeyError if there is none."""
        return self._delegations[delegation_id]

    def issue(self, issue_id: str) -> Issue:
        """Return the issue of that id; KeyError if there is none."""
        return self.issues_by_id[issue_id]

    @property
    def news_items(self) -> tuple[News, ...]:
        """Every piece of news, from the calendar and from the decks."""
        return (*self.news, *(card for deck in self.decks for card in deck.cards))

    def news_item(self, news_id: str) -> News:
        """Return the piece of news of that id, from the calendar or a deck.

        KeyError where none is.
        """
        return self._all_news[news_id]

    @cached_property
    def others(self) -> tuple[Delegation, ...]:
        """Every delegation but the player's, in the level's order."""
        return tuple(party for party in self.delegations if party.id != self.you)

    def slots_between(self, one: str, other: str) -> tuple[Slot, ...]:
        """Return all that two parties could give each other, in the level's order."""
        found = self._between.get((one, other))
        if found is None:
            found = slots_between(self.issues, one, other, self.known_wants)
            self._between[one, other] = found
        return found

    @property
    def is_drawn(self) -> bool:
        """True if the seed makes one game begin, or go, otherwise than another."""
        varies = any(party.varies != Varies() for party in self.delegations)
        return varies or bool(self.decks) or any(news.odds < UNIT for news in self.news)

    @cached_property
    def party_ids(self) -> frozenset[str]:
        """The ids of all delegations."""
        return frozenset(self._delegations)

    @cached_property
    def _delegations(self) -> dict[str, Delegation]:
        return {party.id: party for party in self.delegations}

    @cached_property
    def issues_by_id(self) -> dict[str, Issue]:
        """Every issue under its id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def _all_news(self) -> dict[str, News]:
        return {news.id: news for news in self.news_items}

    def once(self, make: Callable[[Scenario, *Inputs], Part], *inputs: *Inputs) -> Part:
        """Return what a function makes of the level alone, worked out once for these inputs."""
        key = (make, inputs)
        if key not in self._made:
            self._made[key] = make(self, *inputs)
        part: Part = self._made[key]
        return part

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    @cached_property
    def _between(self) -> dict[tuple[str, str], tuple[Slot, ...]]:
        return {}
