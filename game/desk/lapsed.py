"""Counter-offers that nobody signed before their round was over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.negotiation.model.events import (
    DealConditional,
    DealStruck,
    FaceMoved,
    GameEnded,
    Replied,
    RoundBegan,
    WalkedOut,
)
from game.negotiation.model.replies import Verdict
from game.session.session import Turn


@dataclass
class Lapsed:
    """Counter-offers that nobody signed.

    made: the turn and the delegation of each; ended: by turn, whose lapsed with it
    """

    made: set[tuple[int, str]] = field(default_factory=set)
    ended: dict[int, list[str]] = field(default_factory=dict)


def lapsed_in(turns: Sequence[Turn]) -> Lapsed:
    """What was on the table when a round ended: not signed, nor taken back before."""
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
                case FaceMoved(delegation, because="pressed_alone" | "pressed_with_allies"):
                    waiting.pop(delegation, None)  # it takes back what it had on the table
                case DealConditional(deal):
                    waiting.pop(deal.delegation, None)
                case RoundBegan() | GameEnded():
                    lapsed.made |= {(made, delegation) for delegation, made in waiting.items()}
                    lapsed.ended[place] = list(waiting)
                    waiting.clear()
    return lapsed
