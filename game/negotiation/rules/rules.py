"""The rules: a position and an action give the next position and its events."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from game.negotiation.model.actions import Action, Hold, NotAllowed
from game.negotiation.model.chance import drawn_between
from game.negotiation.model.events import Event, RoundBegan
from game.negotiation.model.scenario import Delegation, Scenario
from game.negotiation.model.soundness import require_sound
from game.negotiation.model.state import HomeVotes, Own, Standing, State, Votes
from game.negotiation.model.updates import own_of, with_own
from game.negotiation.rules.apply import carry_out, costs_an_action
from game.negotiation.rules.home_front import Moved
from game.negotiation.rules.others_move import others_move
from game.negotiation.rules.round_end import acting_seats, end_round, forecast, with_actions
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.watch import observe

RULES_VERSION = 4


@dataclass(frozen=True)
class Rules:
    """The rules applied to one scenario; UnsoundScenario for one they could not play truly."""

    scenario: Scenario

    def __post_init__(self) -> None:
        require_sound(self.scenario)

    def start(
        self, seed: int, people: Collection[str] | None = None
    ) -> tuple[State, tuple[Event, ...]]:
        """Return the first position of a game.

        people: seats that people or bots hold, the player's own where none is named; computers
            hold the others. ValueError where there is no such seat, or nobody who acts
        """
        scenario = self.scenario
        held = {scenario.you} if people is None else set(people)
        unknown = held - scenario.party_ids
        if unknown:
            raise ValueError(sorted(unknown)[0])
        if not scenario.is_whole:
            held.add(scenario.you)
        state = State(
            seed=seed,
            round=0,
            people=tuple(party.id for party in scenario.delegations if party.id in held),
            own=tuple(_own(scenario, party, seed) for party in scenario.delegations),
            standings=_standings(scenario),
            votes=HomeVotes(
                _votes(party, faction.id, seed)
                for party in scenario.delegations
                for faction in party.home.factions
            ),
        )
        state = with_actions(scenario, state)
        state, agreed = others_move(scenario, state)
        return state, (RoundBegan(0), *agreed, *forecast(scenario, state))

    def apply(self, state: State, seat: str, action: Action) -> tuple[State, tuple[Event, ...]]:
        """Judge and commit in one step. Raises NotAllowed if the rules refuse the action."""
        if state.finished:
            raise NotAllowed("finished")
        if seat not in state.people:
            raise NotAllowed("not_your_seat", party=seat)
        if isinstance(action, Hold):
            after, events = self._hold(state, seat)
        else:
            after, events = carry_out(self.scenario, state, seat, action)
            own = own_of(after, seat)
            if costs_an_action(action):
                after = with_own(after, own._replace(actions_left=own.actions_left - 1))
        return after._replace(turns=state.turns + 1), tuple(events)

    def observe(self, state: State, seat: str) -> Observation:
        """Return everything that one seat may know."""
        return observe(self.scenario, state, seat)

    def _hold(self, state: State, seat: str) -> Moved:
        """Let the round end; it does once all who act let it."""
        state = with_own(state, own_of(state, seat)._replace(ready=True))
        acting = acting_seats(self.scenario, state)
        if seat not in acting:
            raise NotAllowed("not_your_seat", party=seat)
        if all(own_of(state, other).ready for other in acting):
            return end_round(self.scenario, state)
        return state, []


def _own(scenario: Scenario, party: Delegation, seed: int) -> Own:
    """Return what a party has when the game begins.

    What no deal is worth to it is drawn about its level's, but for the player of a hub.
    """
    if party.id == scenario.you and not scenario.is_whole:
        return Own(party.id)
    shift = drawn_between(seed, f"no_deal/{party.id}", party.varies.no_deal)
    return Own(party.id, no_deal_shift=shift)


def _standings(scenario: Scenario) -> tuple[Standing, ...]:
    """Return how matters stand in every pair, in both directions; a hub has no mind of its own."""
    return tuple(
        Standing(party.id, partner)
        for party in scenario.delegations
        if scenario.is_whole or party.id != scenario.you
        for partner in scenario.partners[party.id]
    )


def _votes(party: Delegation, faction: str, seed: int) -> Votes:
    shift = drawn_between(seed, f"votes/{party.id}/{faction}", party.varies.votes)
    return Votes(party.id, faction, shift)
