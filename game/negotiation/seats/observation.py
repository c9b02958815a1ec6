"""What one seat may know: everything public and its own private figures, nothing of others."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation.model.actions import Action
from game.negotiation.model.chance import draw
from game.negotiation.model.credibility import Credibility
from game.negotiation.model.doors import open_issues
from game.negotiation.model.events import VotesMoved
from game.negotiation.model.home import (
    faction_votes,
    held_to_seats,
    shifts_of,
    terms_at_home,
    unbounded_votes,
    votes_before_terms,
)
from game.negotiation.model.home_moves import bounded_change, moves_of
from game.negotiation.model.ledger import Ledger
from game.negotiation.model.memo import Memo
from game.negotiation.model.news_decks import news_ahead
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
    HomeVotes,
    Learned,
    PublicCall,
    Standing,
    State,
    Tabled,
    Votes,
)
from game.negotiation.model.updates import own_of, standing_of

HOME_RANGE = 8_000  # how wide the votes at another party's home are guessed at first, thousandths
HOME_RANGE_PER_TALK = 2_000  # what each private talk takes off that
LEAST_HOME_RANGE = 1_000


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


def observe(scenario: Scenario, state: State, seat: str) -> Observation:
    """All that one seat may know of a position."""
    return Watch(scenario, seat).look(state)


class Watch:
    """One seat's eyes: it looks again only at what has changed since it last looked."""

    def __init__(self, scenario: Scenario, seat: str) -> None:
        """KeyError if there is no such seat."""
        self._scenario, self._seat = scenario, seat
        self._own = scenario.delegation(seat)
        self._others = tuple(
            _PartyWatch(scenario, scenario.delegation(other), seat)
            for other in scenario.partners[seat]
        )
        self._kept = Memo()

    def look(self, state: State) -> Observation:
        """All that the seat may know of a position."""
        scenario, seat = self._scenario, self._seat
        own = own_of(state, seat)
        return Observation(
            seat=seat,
            you=scenario.you,
            table=scenario.table,
            round=state.round,
            rounds=len(scenario.rounds),
            actions_left=own.actions_left,
            finished=state.finished,
            open_issues=open_issues(scenario, state),
            closed=state.closed,
            terms_per_offer=scenario.terms_per_offer,
            ledger=state.ledger,
            credibility=state.ledger.credibility(seat).with_record(self._own.record),
            home=self._kept.unless_changed(
                "home",
                (state.votes, state.ledger),
                lambda: home_view(state, self._own, terms_at_home(scenario, state, seat)),
            ),
            parties=tuple(other.look(state) for other in self._others),
            own=self._own,
            own_votes=state.votes.of(seat),
            no_deal_shift=own.no_deal_shift,
            goals=scenario.goals,
            conditional=tuple(deal for deal in state.conditional if seat in deal.pair),
            forecast=self._kept.unless_changed(
                "forecast", (state.round,), lambda: _forecast_ids(scenario, state)
            ),
            happened=state.happened,
            missed=state.missed,
            backers=state.backers,
            pressed=state.pressed,
            tied=state.tied,
        )


class _PartyWatch:
    """One seat's eyes on one other party."""

    def __init__(self, scenario: Scenario, party: Delegation, seat: str) -> None:
        self._party, self._seat = party, seat
        self._is_whole = scenario.is_whole
        self._acts = scenario.is_whole or seat == scenario.you
        self._answers = scenario.is_whole or seat != scenario.you
        self._last: tuple[Standing, Standing, Ledger, HomeVotes, int, PartyView] | None = None
        self._heard = _heard(party)
        self._kept = Memo()

    def look(self, state: State) -> PartyView:
        """Return the party as it is now; what a move leaves alone is the very same object."""
        theirs, ours = self._standings(state)
        last = self._last
        if (
            last is not None
            and last[0] is theirs
            and last[1] is ours
            and last[2] is state.ledger
            and last[3] is state.votes
            and last[4] == state.round
        ):
            return last[5]
        facts = self._facts(state, theirs, ours)
        view = self._kept.unless_changed("view", facts, lambda: self._view(state.seed, facts))
        self._last = theirs, ours, state.ledger, state.votes, state.round, view
        return view

    def _standings(self, state: State) -> tuple[Standing, Standing]:
        """Return how it stands for the seat, and the seat for it; at a hub there is one of both."""
        party, seat = self._party.id, self._seat
        theirs = standing_of(state, party, seat) if self._acts else None
        ours = standing_of(state, seat, party) if self._answers else theirs
        assert ours is not None
        return theirs or ours, ours

    def _facts(self, state: State, theirs: Standing, ours: Standing) -> _Facts:
        agreed = state.ledger.in_force(self._seat, self._party.id)
        is_players = self._acts and not self._is_whole
        return _Facts(
            theirs,
            ours,
            agreed,
            agreed if is_players else state.ledger.deepest,
            state.ledger.credibility(self._party.id).with_record(self._party.record),
            state.votes.of(self._party.id),
            self._acts and theirs.offered_in != state.round and not theirs.walked_out,
        )

    def _view(self, seed: int, facts: _Facts) -> PartyView:
        party, theirs, ours = self._party, facts.theirs, facts.ours
        home = self._kept.unless_changed(
            "home",
            (theirs.rapport, facts.voted_on, facts.votes),
            lambda: _home_estimate(
                party, self._heard, seed, theirs.rapport, facts.voted_on, facts.votes
            ),
        )
        return PartyView(
            id=party.id,
            name=party.name,
            office=party.office,
            interests=party.interests,
            home=home,
            face=theirs.face,
            rapport=theirs.rapport,
            credibility=facts.credibility,
            stated_lines=party.said_lines,
            learned=theirs.learned if self._acts else (),
            last_reply=theirs.last_reply,
            counter=theirs.counter,
            what_if=theirs.what_if,
            provided=theirs.provided,
            listens=facts.listens,
            agreed=facts.agreed,
            offers=theirs.offers,
            slights=theirs.slights,
            walked_out=theirs.walked_out,
            generosity=ours.generosity if self._answers else 0,
            tabled=ours.tabled,
            own_face=ours.face if self._answers else 0,
            heard=ours.offers if self._answers else (),
        )


class _Facts(NamedTuple):
    """What a view of a party rests on; voted_on: the terms its home is taken to vote on."""

    theirs: Standing
    ours: Standing
    agreed: Package
    voted_on: Package
    credibility: Credibility
    votes: tuple[Votes, ...]
    listens: bool


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


def _home_estimate(
    party: Delegation,
    heard: tuple[GroupHeard, ...],
    seed: int,
    rapport: int,
    terms: Package,
    moved: tuple[Votes, ...],
) -> HomeEstimate:
    """Return a range that holds the true votes somewhere, not in its middle.

    Talks only narrow it.
    """
    votes = sum(
        faction_votes(group.shift, faction, terms)
        for group, faction in zip(moved, party.home.factions, strict=True)
    )
    width = max(HOME_RANGE - rapport * HOME_RANGE_PER_TALK, LEAST_HOME_RANGE)
    low = votes - width * draw(seed, 0, f"home/{party.id}") // 1000
    home = party.home
    return HomeEstimate(home.body, home.pass_mark, low, low + width, heard, home.counts)


def _heard(party: Delegation) -> tuple[GroupHeard, ...]:
    return tuple(
        GroupHeard(group.name, tuple(group.because.items())) for group in party.home.factions
    )


def _forecast_ids(scenario: Scenario, state: State) -> tuple[str, ...]:
    return tuple(news.id for news in news_ahead(scenario, state.seed, state.round))
