"""The records of what one seat may know; `watch.py` decides what goes into them."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation.model.actions import Action
from game.negotiation.model.credibility import Credibility
from game.negotiation.model.events import VotesMoved
from game.negotiation.model.home import (
    held_to_seats,
    shifts_of,
    terms_at_home,
    unbounded_votes,
    votes_before_terms,
)
from game.negotiation.model.home_moves import bounded_change, moves_of
from game.negotiation.model.ledger import Ledger
from game.negotiation.model.replies import Reply
from game.negotiation.model.scenario import (
    Counts,
    Delegation,
    Faction,
    Goals,
    Package,
    RedLine,
    Scenario,
    TableKind,
    Term,
)
from game.negotiation.model.state import (
    Backer,
    Conditional,
    Learned,
    PublicCall,
    State,
    Tabled,
    Votes,
)


class FactionView(NamedTuple):
    """A group of votes at home: id, name, votes in favour and seats, thousandths.

    payable: whether it asks for something that has not been promised to it yet
    unbounded: its votes as if it had no end of them; beyond them a move may bring less, or nothing
    """

    id: str
    name: str
    votes: int
    seats: int
    worked: int
    payable: bool
    unbounded: int


class HomeView(NamedTuple):
    """The seat's own home: votes in favour against the pass mark, thousandths.

    before_terms: votes per faction before any term counts, not held to its seats
    """

    body: str
    votes: int
    pass_mark: int
    factions: tuple[FactionView, ...]
    before_terms: tuple[int, ...]
    counts: Counts

    def faction(self, faction_id: str) -> FactionView:
        """Return the group of that id; KeyError if there is none."""
        for faction in self.factions:
            if faction.id == faction_id:
                return faction
        raise KeyError(faction_id)

    @property
    def passes(self) -> bool:
        """True if what is promised so far would pass."""
        return self.votes >= self.pass_mark


class GroupHeard(NamedTuple):
    """A group at another party's home as it is known abroad: its name and the reasons it gives."""

    name: str
    because: tuple[tuple[str, str], ...]  # (issue, reason)


class HomeEstimate(NamedTuple):
    """An estimate of another party's home from abroad.

    low, high: between which its votes in favour lie, with what is agreed, thousandths; the pass
        mark is public, the votes are a guess that talks without cameras narrow
    """

    body: str
    pass_mark: int
    low: int
    high: int
    groups: tuple[GroupHeard, ...]
    counts: Counts


class PartyView(NamedTuple):
    """Another delegation as the seat knows it.

    home: an estimate of the votes it needs
    face: face debt between the two; at a whole table its debt to the seat
    offers: what the seat put to it; in a delegation's seat of a hub, what it was put
    slights, walked_out: offers in a row that gave it nothing, and whether it left over them
    tabled: an offer that waits for an answer: the seat's, or, of a hub's player, its answer
    listens: whether it would hear an offer in this round: it has had none yet, and has not left
    own_face: the seat's debt to it; heard: offers that it put to the seat
    generosity: how far those met the seat's own hopes
    """

    id: str
    name: str
    office: str
    interests: str
    home: HomeEstimate
    face: int
    rapport: int
    credibility: Credibility
    stated_lines: tuple[RedLine, ...]
    learned: tuple[Learned, ...]
    last_reply: Reply | None
    counter: Package | None
    what_if: Package | None
    provided: Term | None
    listens: bool
    agreed: Package
    offers: tuple[Package, ...]
    slights: int
    walked_out: bool
    generosity: int
    tabled: Tabled | None
    own_face: int
    heard: tuple[Package, ...]

    @property
    def has_deal(self) -> bool:
        """True if the two have a deal in force, as `Ledger.has_deal` means it."""
        return bool(self.agreed)


class Observation(NamedTuple):
    """The position as one seat sees it; it pickles without any private figure of another seat.

    table: whether every pair deals, or each with the player alone
    own: the seat's own mind; own_votes: what news and work have done to its groups at home
    no_deal_shift: what news moved its value of no deal by
    goals: what the player must bring home, which all know
    closed: issues that news closed before their time
    """

    seat: str
    you: str
    table: TableKind
    round: int
    rounds: int
    actions_left: int
    finished: bool
    open_issues: frozenset[str]
    closed: tuple[str, ...]
    terms_per_offer: int
    ledger: Ledger
    credibility: Credibility
    home: HomeView
    parties: tuple[PartyView, ...]
    own: Delegation
    own_votes: tuple[Votes, ...]
    no_deal_shift: int
    goals: Goals
    conditional: tuple[Conditional, ...]
    forecast: tuple[str, ...]
    happened: tuple[str, ...]
    missed: tuple[str, ...]
    backers: tuple[Backer, ...]
    pressed: tuple[PublicCall, ...]
    tied: tuple[Term, ...]

    @property
    def is_hub(self) -> bool:
        """Whether the seat is the one that all others deal with."""
        return self.table == "hub" and self.seat == self.you

    @property
    def is_spoke(self) -> bool:
        """Whether the seat deals with the player of a hub, and only answers."""
        return self.table == "hub" and self.seat != self.you

    def under(self, party: PartyView) -> Package:
        """Return what an agreement with a party would come on top of, as `Ledger.under` means."""
        return self.ledger.deepest if self.table == "whole" else party.agreed

    def may_offer(self, party: PartyView) -> bool:
        """Return True if the seat can put an offer to a party now."""
        return party.listens and self.actions_left > 0 and not self.finished

    def votes_gained(self, action: Action) -> tuple[VotesMoved, ...]:
        """Return how the votes at the seat's home would move if it did this now.

        The very events that doing it brings: groups give no more than their seats, and a group
        far below zero gives nothing yet. A package brings `home_after`. Raises NotAllowed where
        the action names a group that cannot be worked with so.
        """
        if self.is_spoke:
            return ()
        is_first_call = all(call.by != self.seat for call in self.pressed)
        moves = moves_of(self.own, self.own_votes, action, is_first_call=is_first_call)
        unbounded = {faction.id: faction.unbounded for faction in self.home.factions}
        events = []
        for move in moves:
            group, votes = self.own.home.faction(move.faction), unbounded[move.faction]
            change = bounded_change(group, votes, move.change)
            events.append(VotesMoved(self.seat, move.faction, change, move.because))
            unbounded[move.faction] = votes + move.change
        return tuple(events)

    @property
    def deals_in_force(self) -> int:
        """The number of parties with a deal in force with the seat; none joins without one."""
        return sum(party.has_deal for party in self.parties)

    def has_pressed(self, delegation: str, issue: str) -> bool:
        """Return True if the seat has called on a delegation in public about an issue."""
        return (self.seat, delegation, issue) in [call[:3] for call in self.pressed]

    def party(self, delegation: str) -> PartyView:
        """Return the other delegation of that id; KeyError if there is none."""
        for party in self.parties:
            if party.id == delegation:
                return party
        raise KeyError(delegation)


def home_view(state: State, own: Delegation, terms: Package) -> HomeView:
    """Return a party's home with these terms in force."""
    moved = shifts_of(state, own)
    factions = tuple(
        _faction_view(faction, votes, unbounded_votes(votes.shift, faction, terms))
        for faction, votes in zip(own.home.factions, moved, strict=True)
    )
    votes = sum(faction.votes for faction in factions)
    before = votes_before_terms(state, own)
    return HomeView(own.home.body, votes, own.home.pass_mark, factions, before, own.home.counts)


def _faction_view(faction: Faction, votes: Votes, unbounded: int) -> FactionView:
    return FactionView(
        faction.id,
        faction.name,
        held_to_seats(unbounded, faction),
        faction.seats,
        votes.worked,
        faction.side_payment is not None and not votes.paid,
        unbounded,
    )


def home_after(scenario: Scenario, state: State, seat: str, terms: Package) -> HomeView:
    """Return the seat's own home if these terms were agreed on top of what is."""
    held = terms_at_home(scenario, state, seat)
    return home_view(state, scenario.delegation(seat), held.with_(*terms))
