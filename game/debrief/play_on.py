"""Lets the computer play on in the player's seat from a round of a finished game.

It sees what the player could see there and no more, so what it finds the player could have found.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.bots.planner import PlannerBot
from game.bots.style import Style
from game.bots.trader import TraderBot
from game.debrief.replayed_positions import Position
from game.negotiation.model.actions import Action, Hold, NotAllowed
from game.negotiation.model.events import DealStruck
from game.negotiation.model.state import State
from game.negotiation.seats.computer_seat import Actor
from game.negotiation.seats.public_level import legal_for
from game.negotiation.seats.watch import Watch
from game.session.session import Session

# Honest players of different temper; each takes some 20 ms for a whole game.
PLAYERS: tuple[Callable[[], Actor], ...] = (
    PlannerBot,
    TraderBot,
    lambda: TraderBot(Style(demands=0.6)),
    lambda: TraderBot(Style(demands=0.3)),
    lambda: TraderBot(Style(points_per_gt=30.0)),
)
MOST_ACTIONS = 200  # of one line; no player needs as many


@dataclass(frozen=True)
class PlayedOn:
    """A game that the computer ended.

    number: how many of the player's actions it keeps; round: the meeting in which it turns off
    log: all actions from the first of the game; deals: what is signed from the turn on
    """

    number: int
    round: int
    log: tuple[Action, ...]
    deals: tuple[DealStruck, ...]
    end: State


def ways_on(session: Session, positions: tuple[Position, ...]) -> Iterator[PlayedOn]:
    """Yield every bot's continuation from the start of each round that differs from the game."""
    own = tuple(position.action for position in positions)
    for position in positions:
        if position.number and position.before.round == positions[position.number - 1].before.round:
            continue
        for player in PLAYERS:
            way = _way_on(session, position, own, player())
            if way is not None:
                yield way


def _way_on(
    session: Session, begins: Position, own: tuple[Action, ...], player: Actor
) -> PlayedOn | None:
    watch = Watch(session.scenario, session.seat)
    legal = legal_for(session.scenario, session.seat)
    chance = random.Random(session.seed)  # asked for by players that toss coins
    state, log = begins.before, list(own[: begins.number])
    turn: int | None = None
    meeting = state.round
    deals: list[DealStruck] = []
    while not state.finished and len(log) < begins.number + MOST_ACTIONS:
        action = player.act(watch.look(state), legal, chance)
        try:
            after, events = session.rules.apply(state, session.seat, action)
        except NotAllowed:
            action = Hold()
            after, events = session.rules.apply(state, session.seat, action)
        if turn is None and (len(log) >= len(own) or own[len(log)] != action):
            turn, meeting = len(log), state.round
        log.append(action)
        state = after
        if turn is not None:
            deals += [event for event in events if isinstance(event, DealStruck)]
    if turn is None or not state.finished:
        return None
    return PlayedOn(turn, meeting, tuple(log), tuple(deals), state)
