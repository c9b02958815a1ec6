"""A delegation's answer as a record; `desk/wording` renders it in any language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.negotiation.model.scenario import Package, Slot, Term


class Verdict(StrEnum):
    """The kinds of a delegation's answer."""

    ACCEPT = "accept"
    COUNTER = "counter"
    REFUSE = "refuse"


class Constraint(StrEnum):
    """The one thing that binds a delegation, in the order it is checked."""

    RED_LINE = "red_line"  # an option outside what it ever accepts
    HOME_VOTE = "home_vote"  # its own pass mark at home
    NO_DEAL = "no_deal"  # walking away, or the deal in force, is worth more
    ASPIRATION = "aspiration"  # acceptable, but it still hopes for better


@dataclass(frozen=True)
class Obstacle:
    """The binding constraint. slot: the slot of the red line crossed, None otherwise."""

    constraint: Constraint
    slot: Slot | None = None


@dataclass(frozen=True)
class Change:
    """One single-term change to the package and what it would do.

    gain: how far it moves the binding constraint, in the constraint's unit, thousandths
    verdict: the answer to the package with this change, in the same state
    remaining: what binds then; None where nothing does, or nothing new is left to sign
    """

    before: Term
    after: Term
    gain: int
    verdict: Verdict
    remaining: Obstacle | None = None


@dataclass(frozen=True)
class Explanation:
    """Why not, and what would help.

    gap: how far the package is from acceptable on the binding constraint, thousandths of
        points (no deal, aspiration), of votes (home vote), or steps * 1000 (red line)
    slot: the slot whose red line is crossed, None otherwise
    line: which of the delegation's red lines is crossed, as an index; None otherwise
    changes: one to three, best first; none where no single change helps
    """

    constraint: Constraint
    gap: int
    slot: Slot | None
    line: int | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Reply:
    """The answer of a delegation to one offer; towards: whose offer it was.

    explanation: None when accepted
    counter: a package the delegation would sign now, None when it has none
    what_if: the chair's card, better for both than the counter or the accepted package
    provided: what another delegation must promise first, None where nothing hangs on it
    """

    delegation: str
    towards: str
    package: Package
    verdict: Verdict
    explanation: Explanation | None
    counter: Package | None
    predicted_percent: int | None
    what_if: Package | None = None
    provided: Term | None = None
