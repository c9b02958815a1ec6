"""What a played game was made of, for the report on a level's balance."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.events import DealStruck
from game.session.session import Session


@dataclass(frozen=True)
class Story:
    """Which issues and delegations deals were struck on, and in which rounds.

    deals_by_round: how many deals were struck in each round
    """

    issues: frozenset[str]
    delegations: frozenset[str]
    deals_by_round: tuple[int, ...]

    @property
    def all_in_last_round(self) -> bool:
        """Whether every deal of the game was struck in its last round."""
        return sum(self.deals_by_round) > 0 and not any(self.deals_by_round[:-1])


def story_of(session: Session) -> Story:
    """The story of a game so far."""
    rounds = [0] * len(session.scenario.rounds)
    issues: set[str] = set()
    delegations: set[str] = set()
    for turn in session.turns:
        for event in turn.events:
            if isinstance(event, DealStruck):
                made = event.promises[0].made if event.promises else turn.round
                rounds[made] += 1
                delegations.add(event.delegation)
                issues.update(promise.term.slot.issue for promise in event.promises)
    return Story(frozenset(issues), frozenset(delegations), tuple(rounds))
