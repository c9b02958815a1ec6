"""A finished game replayed: the position before and after each action."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.model.actions import Action
from game.negotiation.model.events import Event
from game.negotiation.model.state import State
from game.session.session import Session


@dataclass(frozen=True)
class Position:
    """One action of the log.

    number: its place in the log, from 0; before, after: the positions around it
    """

    number: int
    before: State
    action: Action
    after: State
    events: tuple[Event, ...]


def positions_of(session: Session) -> tuple[Position, ...]:
    """Replay every action of a game, in order; the rules give the same game again."""
    state, _ = session.rules.start(session.seed, session.state.people)
    found: list[Position] = []
    actions = [turn.action for turn in session.turns if turn.action is not None]
    for number, action in enumerate(actions):
        after, events = session.rules.apply(state, session.seat, action)
        found.append(Position(number, state, action, after, events))
        state = after
    return tuple(found)
