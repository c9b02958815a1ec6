"""The rules: a position and an action give the next position and its events."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.model.actions import Action, Hold, NotAllowed
from game.negotiation.model.chance import drawn_between
from game.negotiation.model.events import Event, RoundBegan
from game.negotiation.model.scenario import Delegation, Scenario
from game.negotiation.model.soundness import require_sound
from game.negotiation.model.state import HomeVotes, Standing, State, Votes
from game.negotiation.rules.apply import carry_out, costs_an_action
from game.negotiation.rules.round_end import end_round, forecast
from game.negotiation.seats.observation import Observation, observe

RULES_VERSION = 4


@dataclass(frozen=True)
class Rules:
    """The rules applied to one scenario; UnsoundScenario for one they could not play truly."""

    scenario: Scenario

    def __post_init__(self) -> None:
        require_sound(self.scenario)

    def start(self, seed: int, held: tuple[str, ...] = ()) -> tuple[State, tuple[Event, ...]]:
        """Return the first position of a game.

        held: other delegations that people or bots answer for; ValueError where there is none
        """
        unknown = set(held) - {party.id for party in self.scenario.others}
        if unknown:
            raise ValueError(sorted(unknown)[0])
        state = State(
            seed=seed,
            round=0,
            actions_left=self.scenario.rounds[0].actions,
            held=tuple(sorted(held)),
            standings=tuple(_standing(party, seed) for party in self.scenario.others),
            votes=HomeVotes(
                _votes(party, faction.id, seed)
                for party in self.scenario.delegations
                for faction in party.home.factions
            ),
        )
        return state, (RoundBegan(0), *forecast(self.scenario, state))

    def apply(self, state: State, action: Action) -> tuple[State, tuple[Event, ...]]:
        """Judge and commit in one step. Raises NotAllowed if the rules refuse the action."""
        if state.finished:
            raise NotAllowed("finished")
        if isinstance(action, Hold):
            after, events = end_round(self.scenario, state)
            return after._replace(turns=state.turns + 1), tuple(events)
        after, events = carry_out(self.scenario, state, action)
        left = state.actions_left - int(costs_an_action(action))
        return after._replace(actions_left=left, turns=state.turns + 1), tuple(events)

    def observe(self, state: State, seat: str) -> Observation:
        """All that one seat may know."""
        return observe(self.scenario, state, seat)


def _standing(party: Delegation, seed: int) -> Standing:
    """Return the mind of a party in this game.

    What no deal is worth to it is drawn about its level's.
    """
    shift = drawn_between(seed, f"no_deal/{party.id}", party.varies.no_deal)
    return Standing(party.id, no_deal_shift=shift)


def _votes(party: Delegation, faction: str, seed: int) -> Votes:
    shift = drawn_between(seed, f"votes/{party.id}/{faction}", party.varies.votes)
    return Votes(party.id, faction, shift)
