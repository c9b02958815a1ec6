"""What one seat may know: everything public, its own private figures, nothing of the others'."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.calendar import forecast, terms_at_home
from game.negotiation.changing import standing_of
from game.negotiation.credibility import Credibility
from game.negotiation.doors import open_issues
from game.negotiation.events import NewsForecast
from game.negotiation.home import faction_votes, votes_before_terms
from game.negotiation.ledger import Ledger
from game.negotiation.packages import normalise
from game.negotiation.replies import Reply
from game.negotiation.scenario import (
    Delegation,
    Goals,
    Package,
    RedLine,
    Scenario,
    Term,
)
from game.negotiation.state import Conditional, Learned, Standing, State, Tabled


@dataclass(frozen=True)
class FactionView:
    """A group of votes at home: id, name, votes in favour and seats, thousandths.

    payable: whether it asks for something that has not been promised to it yet
    """

    id: str
    name: str
    votes: int
    seats: int
    worked: int
    payable: bool


@dataclass(frozen=True)
class HomeView:
    """The seat's own home: votes in favour against the pass mark, thousandths.

    before_terms: votes per faction before any term counts, not held to its seats
    """

    body: str
    votes: int
    pass_mark: int
    factions: tuple[FactionView, ...]
    before_terms: tuple[int, ...]

    @property
    def passes(self) -> bool:
        """Whether what is promised so far would pass."""
        return self.votes >= self.pass_mark


@dataclass(frozen=True)
class PartyView:
    """Another delegation as the seat knows it.

    face: face debt between the two, on the side that was pressed
    slights, walked_out: offers in a row that gave it nothing, and whether it left over them
    generosity: how far the offers met the seat's own hopes; 0 in the player's seat
    tabled: an offer that waits for the seat's answer
    """

    id: str
    name: str
    office: str
    interests: str
    face: int
    rapport: int
    credibility: Credibility
    stated_lines: tuple[RedLine, ...]
    learned: tuple[Learned, ...]
    last_reply: Reply | None
    counter: Package | None
    what_if: Package | None
    provided: Term | None
    may_offer: bool
    agreed: Package
    offers: tuple[Package, ...]
    slights: int
    walked_out: bool
    generosity: int
    tabled: Tabled | None


@dataclass(frozen=True)
class Observation:
    """The position as one seat sees it; pickles without a private figure of anyone else.

    own: the seat's own mind; no_deal_shift: what news moved its value of no deal by
    goals: what the player must bring home, which all know
    """

    seat: str
    you: str
    round: int
    rounds: int
    actions_left: int
    finished: bool
    open_issues: frozenset[str]
    terms_per_offer: int
    ledger: Ledger
    credibility: Credibility
    home: HomeView
    parties: tuple[PartyView, ...]
    own: Delegation
    no_deal_shift: int
    goals: Goals
    conditional: tuple[Conditional, ...]
    forecast: tuple[str, ...]
    happened: tuple[str, ...]
    missed: tuple[str, ...]
    backers: tuple[tuple[str, str], ...]
    pressed: tuple[tuple[str, str, int], ...]
    tied: tuple[Term, ...]

    def party(self, delegation: str) -> PartyView:
        """The other delegation of that id; KeyError where there is none."""
        for party in self.parties:
            if party.id == delegation:
                return party
        raise KeyError(delegation)


def observe(scenario: Scenario, state: State, seat: str) -> Observation:
    """All that one seat may know of a position."""
    own = scenario.delegation(seat)
    is_open = open_issues(scenario, state)
    others = [p for p in scenario.delegations if p.id != seat and scenario.you in (seat, p.id)]
    return Observation(
        seat=seat,
        you=scenario.you,
        round=state.round,
        rounds=len(scenario.rounds),
        actions_left=state.actions_left if seat == scenario.you else 0,
        finished=state.finished,
        open_issues=is_open,
        terms_per_offer=scenario.terms_per_offer,
        ledger=state.ledger,
        credibility=state.ledger.credibility(seat),
        home=home_view(state, own, terms_at_home(scenario, state, seat)),
        parties=tuple(_party_view(scenario, state, seat, party) for party in others),
        own=own,
        no_deal_shift=0 if seat == scenario.you else standing_of(state, seat).no_deal_shift,
        goals=scenario.goals,
        conditional=tuple(
            deal for deal in state.conditional if seat in (scenario.you, deal.delegation)
        ),
        forecast=tuple(e.news for e in forecast(scenario, state) if isinstance(e, NewsForecast)),
        happened=state.happened,
        missed=state.missed,
        backers=state.backers,
        pressed=state.pressed,
        tied=state.tied,
    )


def home_view(state: State, own: Delegation, terms: Package) -> HomeView:
    """A party's home with these terms in force."""
    moved = {v.faction: v for v in state.votes if v.delegation == own.id}
    factions = tuple(
        FactionView(
            faction.id,
            faction.name,
            faction_votes(state, own, faction, terms),
            faction.seats,
            moved[faction.id].worked,
            faction.side_payment is not None and not moved[faction.id].paid,
        )
        for faction in own.home.factions
    )
    votes = sum(faction.votes for faction in factions)
    before = votes_before_terms(state, own)
    return HomeView(own.home.body, votes, own.home.pass_mark, factions, before)


def home_after(scenario: Scenario, state: State, seat: str, terms: Package) -> HomeView:
    """The seat's own home if these terms were agreed on top of what is."""
    held = terms_at_home(scenario, state, seat)
    return home_view(state, scenario.delegation(seat), normalise([*held, *terms]))


def _party_view(scenario: Scenario, state: State, seat: str, party: Delegation) -> PartyView:
    is_players = seat == scenario.you
    standing = standing_of(state, party.id if is_players else seat)
    return PartyView(
        id=party.id,
        name=party.name,
        office=party.office,
        interests=party.interests,
        face=standing.face,
        rapport=standing.rapport,
        credibility=state.ledger.credibility(party.id),
        stated_lines=party.said_lines,
        learned=tuple(k for k in state.learned if is_players and k.delegation == party.id),
        last_reply=standing.last_reply,
        counter=standing.counter,
        what_if=standing.what_if,
        provided=standing.provided,
        may_offer=is_players and _may_offer(state, standing),
        agreed=state.ledger.in_force(seat, party.id),
        offers=standing.offers,
        slights=standing.slights,
        walked_out=standing.walked_out,
        generosity=0 if is_players else standing.generosity,
        tabled=standing.tabled,
    )


def _may_offer(state: State, standing: Standing) -> bool:
    is_free = standing.offered_in != state.round and not standing.walked_out
    return is_free and state.actions_left > 0 and not state.finished
