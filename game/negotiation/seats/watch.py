"""What a seat may know is decided here: all that is public and its own figures, no other's.

A watch looks again only at what has changed since it last looked.
"""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation.model.chance import draw
from game.negotiation.model.credibility import Credibility
from game.negotiation.model.doors import open_issues
from game.negotiation.model.home import (
    faction_votes,
    terms_at_home,
)
from game.negotiation.model.ledger import Ledger
from game.negotiation.model.memo import Memo
from game.negotiation.model.news_decks import news_ahead
from game.negotiation.model.scenario import Delegation, Package, Scenario
from game.negotiation.model.state import (
    HomeVotes,
    Standing,
    State,
    Votes,
)
from game.negotiation.model.updates import own_of, standing_of
from game.negotiation.seats.observation import (
    GroupHeard,
    HomeEstimate,
    Observation,
    PartyView,
    home_view,
)

HOME_RANGE = 8_000  # how wide the votes at another party's home are guessed at first, thousandths
HOME_RANGE_PER_TALK = 2_000  # what each private talk takes off that
LEAST_HOME_RANGE = 1_000


def observe(scenario: Scenario, state: State, seat: str) -> Observation:
    """Return everything that one seat may know of a position."""
    return Watch(scenario, seat).look(state)


class Watch:
    """One seat's eyes: it looks again only at what has changed since it last looked."""

    def __init__(self, scenario: Scenario, seat: str) -> None:
        """Open the eyes of a seat. Raises KeyError if there is no such seat."""
        self._scenario, self._seat = scenario, seat
        self._own = scenario.delegation(seat)
        self._others = tuple(
            _PartyWatch(scenario, scenario.delegation(other), seat)
            for other in scenario.partners[seat]
        )
        self._kept = Memo()

    def look(self, state: State) -> Observation:
        """Return everything that the seat may know of a position."""
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
        """Return the party's standing towards the seat, and the reverse; a hub has one for both."""
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
