"""What one seat may know: everything public, its own private figures, nothing of the others'."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.calendar import forecast, open_issues, terms_at_home
from game.negotiation.changing import standing_of
from game.negotiation.credibility import Credibility, credibility_of
from game.negotiation.events import NewsForecast
from game.negotiation.home import faction_votes
from game.negotiation.packages import in_force, normalise
from game.negotiation.replies import Reply
from game.negotiation.scenario import Delegation, LineKind, Package, RedLine, Scenario, Slot, Term
from game.negotiation.state import Learned, Promise, State


@dataclass(frozen=True)
class FactionView:
    """A group of votes at home: id, name, votes in favour and seats, thousandths."""

    id: str
    name: str
    votes: int
    seats: int
    worked: int


@dataclass(frozen=True)
class HomeView:
    """The seat's own home: votes in favour against the pass mark, thousandths."""

    body: str
    votes: int
    pass_mark: int
    factions: tuple[FactionView, ...]

    @property
    def passes(self) -> bool:
        """Whether what is promised so far would pass."""
        return self.votes >= self.pass_mark


@dataclass(frozen=True)
class PartyView:
    """Another delegation as the seat knows it."""

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
    may_offer: bool
    agreed: Package
    offers: tuple[Package, ...]


@dataclass(frozen=True)
class Observation:
    """The position as one seat sees it; pickles without a private figure of anyone else.

    valuations: the seat's own points per slot and option
    """

    seat: str
    you: str
    round: int
    rounds: int
    actions_left: int
    finished: bool
    open_issues: frozenset[str]
    terms_per_offer: int
    ledger: tuple[Promise, ...]
    credibility: Credibility
    home: HomeView
    parties: tuple[PartyView, ...]
    valuations: tuple[tuple[Slot, tuple[int, ...]], ...]
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
        credibility=credibility_of(state.ledger, seat),
        home=home_view(state, own, terms_at_home(scenario, state, seat)),
        parties=tuple(_party_view(scenario, state, seat, party) for party in others),
        valuations=tuple(own.valuations.items()),
        forecast=tuple(e.news for e in forecast(scenario, state) if isinstance(e, NewsForecast)),
        happened=state.happened,
        missed=state.missed,
        backers=state.backers,
        pressed=state.pressed,
        tied=state.tied,
    )


def home_view(state: State, own: Delegation, terms: Package) -> HomeView:
    """A party's home with these terms in force."""
    factions = tuple(
        FactionView(
            faction.id,
            faction.name,
            faction_votes(state, own, faction, terms),
            faction.seats,
            next(
                v.worked for v in state.votes if (v.delegation, v.faction) == (own.id, faction.id)
            ),
        )
        for faction in own.home.factions
    )
    votes = sum(faction.votes for faction in factions)
    return HomeView(own.home.body, votes, own.home.pass_mark, factions)


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
        face=standing.face if is_players else 0,
        rapport=standing.rapport,
        credibility=credibility_of(state.ledger, party.id),
        stated_lines=tuple(
            _as_said(line) for line in party.red_lines if line.kind is not LineKind.HIDDEN
        ),
        learned=tuple(k for k in state.learned if is_players and k.delegation == party.id),
        last_reply=standing.last_reply,
        counter=standing.counter,
        may_offer=is_players
        and not state.finished
        and state.actions_left > 0
        and standing.offered_in != state.round,
        agreed=in_force(state.ledger, seat, party.id),
        offers=standing.offers,
    )


def _as_said(line: RedLine) -> RedLine:
    """A bluff looks like any stated line from across the table."""
    return RedLine(line.slot, line.lowest, line.highest, LineKind.STATED, line.said)
