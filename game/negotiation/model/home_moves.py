"""What an envoy can do for votes at home: the groups that move, how far, and why.

The rules carry these moves out, and a seat shows them before it acts, from the same lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from game.negotiation.model.actions import (
    Action,
    NotAllowed,
    PayAtHome,
    PressInPublic,
    TieHands,
    WorkAtHome,
)
from game.negotiation.model.home import held_to_seats
from game.negotiation.model.scenario import Delegation, Faction, PublicStand
from game.negotiation.model.state import Votes

VOTES_PER_PRESS = 500  # thousandths of votes at home that a first public call brings
VOTES_PER_TIE = 500
VOTES_PER_VISIT = 1_500  # what a first visit to a group at home brings; each next one half

MoveReason = Literal["visited", "side_payment", "paid_others", "spoke_out", "tied_hands", "news"]


class HomeMove(NamedTuple):
    """A move of one group's votes, in thousandths, before its seats and zero bound it.

    because: key of the reason, `because.<code>`
    is_visit, is_payment: what the group remembers of it
    """

    faction: str
    change: int
    because: MoveReason
    is_visit: bool = False
    is_payment: bool = False


def moves_of(
    own: Delegation, votes: Sequence[Votes], action: Action, *, is_first_call: bool
) -> tuple[HomeMove, ...]:
    """Return what an action of the player moves at its own home; empty if it moves nothing.

    votes: of the player's groups; is_first_call: whether nobody has been pressed in public yet
    Raises NotAllowed where the action names a group that cannot be worked with so.
    """
    match action:
        case WorkAtHome(faction):
            worked = _votes_of(votes, faction).worked
            return (HomeMove(faction, VOTES_PER_VISIT >> worked, "visited", is_visit=True),)
        case PayAtHome(faction):
            return _payment(own, _votes_of(votes, faction))
        case PressInPublic():
            fans = _fans(own, "pressing") if is_first_call else ()
            return tuple(HomeMove(fan.id, VOTES_PER_PRESS, "spoke_out") for fan in fans)
        case TieHands():
            fans = _fans(own, "tied_hands")
            return tuple(HomeMove(fan.id, VOTES_PER_TIE, "tied_hands") for fan in fans)
    return ()


def bounded_change(faction: Faction, unbounded: int, change: int) -> int:
    """Return how many votes a move really wins or loses, thousandths.

    unbounded: the group's votes with all that moves them, as if it had no end of them
    """
    return held_to_seats(unbounded + change, faction) - held_to_seats(unbounded, faction)


def _votes_of(votes: Sequence[Votes], faction: str) -> Votes:
    for group in votes:
        if group.faction == faction:
            return group
    raise NotAllowed("unknown_faction", faction=faction)


def _payment(own: Delegation, votes: Votes) -> tuple[HomeMove, ...]:
    """Return a promise to one group for its votes, which another group takes amiss."""
    payment = own.home.faction(votes.faction).side_payment
    if payment is None:
        raise NotAllowed("asks_for_nothing", faction=votes.faction)
    if votes.paid:
        raise NotAllowed("already_paid", faction=votes.faction)
    won = HomeMove(votes.faction, payment.votes, "side_payment", is_payment=True)
    if not payment.upset:
        return (won,)
    return won, HomeMove(payment.upset, -payment.upset_votes, "paid_others")


def _fans(own: Delegation, stand: PublicStand) -> tuple[Faction, ...]:
    return tuple(faction for faction in own.home.factions if stand in faction.likes)
