"""The news strip of the hub: what happened last, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.negotiation.events import (
    DealConditional,
    DealStruck,
    Event,
    GameEnded,
    NewsForecast,
    Replied,
    RoundBegan,
    WalkedOut,
)
from game.negotiation.replies import Verdict
from game.session.session import Turn
from game.ui.screens.words import Words


@dataclass
class Lapsed:
    """Counter-offers that nobody signed.

    made: the turn and the delegation of each; ended: by turn, whose lapsed with it
    """

    made: set[tuple[int, str]] = field(default_factory=set)
    ended: dict[int, list[str]] = field(default_factory=dict)


def latest_lines(turns: Sequence[Turn], words: Words, most: int) -> tuple[str, ...]:
    """Sentences on the last turns; where a counter-offer lapsed, that instead of that it came."""
    lapsed = lapsed_in(turns)
    lines: list[str] = []
    for place in range(len(turns) - 1, -1, -1):
        lines += [
            words.texts("latest.lapsed", party=words.party(delegation))
            for delegation in lapsed.ended.get(place, [])
        ]
        said = [words.event(event) for event in _past(turns[place], place, lapsed)]
        lines += [line for line in reversed(said) if line]
        if len(lines) >= most:
            break
    return tuple(lines[:most])


def lapsed_in(turns: Sequence[Turn]) -> Lapsed:
    """What was on the table when a round ended; a signature or leaving takes it away before."""
    lapsed, waiting = Lapsed(), dict[str, int]()
    for place, turn in enumerate(turns):
        for event in turn.events:
            match event:
                case Replied(reply) if reply.verdict is Verdict.COUNTER:
                    waiting[reply.delegation] = place
                case Replied(reply):
                    waiting.pop(reply.delegation, None)
                case DealStruck(delegation) | WalkedOut(delegation):
                    waiting.pop(delegation, None)
                case DealConditional(deal):
                    waiting.pop(deal.delegation, None)
                case RoundBegan() | GameEnded():
                    lapsed.made |= {(made, delegation) for delegation, made in waiting.items()}
                    lapsed.ended[place] = list(waiting)
                    waiting.clear()
    return lapsed


def _past(turn: Turn, place: int, lapsed: Lapsed) -> Iterator[Event]:
    for event in turn.events:
        if isinstance(event, NewsForecast | RoundBegan):
            continue
        if isinstance(event, Replied) and (place, event.reply.delegation) in lapsed.made:
            continue
        yield event
