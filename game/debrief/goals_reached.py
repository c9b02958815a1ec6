"""The goals of the level and how far each was reached: joins, the cut, votes at home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from game.debrief.replayed_positions import Position
from game.negotiation.model.events import PromiseSettled
from game.negotiation.model.home import home_votes, terms_at_home
from game.negotiation.model.ledger import Promise, PromiseStatus
from game.negotiation.model.scenario import UNIT
from game.negotiation.rules.scoring import is_cut_enough
from game.session.session import Session


class GoalKind(StrEnum):
    """The kinds of goals a level can set."""

    JOINS = "joins"
    CUT = "cut"
    HOME = "home"


@dataclass(frozen=True)
class Reached:
    """One goal. have, need: delegations, GtCO2e off 2030, or votes at the tightest vote at home.

    have: None where no promise of the player's came to a vote
    room: what is left above the need, as a share of the need; of delegations, who are few, as a
        share of those who could have joined besides; None where there was none to be had
    """

    goal: GoalKind
    have: float | None
    need: float
    met: bool
    room: float | None


@dataclass(frozen=True)
class HomeVote:
    """A vote at the player's home on a promise of theirs that fell due.

    round: when; votes: in favour then, thousandths
    """

    promise: Promise
    round: int
    votes: int


def goals_reached(session: Session, positions: Iterable[Position]) -> tuple[Reached, ...]:
    """Return the three goals, in the order of the briefing."""
    result, goals = session.score(), session.scenario.goals
    spare = len(session.scenario.others) - goals.joins
    cut = result.cut_2030_gtco2e
    return (
        Reached(
            GoalKind.JOINS,
            result.joined,
            goals.joins,
            result.joined >= goals.joins,
            (result.joined - goals.joins) / spare if spare > 0 else None,
        ),
        Reached(
            GoalKind.CUT,
            cut,
            goals.cut_2030_gtco2e,
            is_cut_enough(goals, cut),
            cut / goals.cut_2030_gtco2e - 1 if goals.cut_2030_gtco2e > 0 else None,
        ),
        _at_home(session, votes_at_home(session, positions)),
    )


def votes_at_home(session: Session, positions: Iterable[Position]) -> tuple[HomeVote, ...]:
    """Return every vote on a promise of the player's, oldest first."""
    own = session.scenario.delegation(session.seat)
    found = []
    for position in positions:
        settled = [event.promise for event in position.events if isinstance(event, PromiseSettled)]
        mine = [promise for promise in settled if promise.term.slot.giver == own.id]
        if mine:
            before = position.before
            votes = home_votes(before, own, terms_at_home(session.scenario, before, own.id))
            found += [HomeVote(promise, before.round, votes) for promise in mine]
    return tuple(found)


def _at_home(session: Session, votes: tuple[HomeVote, ...]) -> Reached:
    home = session.scenario.delegation(session.seat).home
    least = min((vote.votes for vote in votes), default=None)
    met = not any(vote.promise.status is PromiseStatus.BROKEN for vote in votes)
    need = home.pass_mark / UNIT
    if least is None:
        return Reached(GoalKind.HOME, None, need, met, None)
    room = least / home.pass_mark - 1 if home.pass_mark else None
    return Reached(GoalKind.HOME, least / UNIT, need, met, room)
