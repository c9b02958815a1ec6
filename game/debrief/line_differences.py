"""The differences between a branch and the game as played: deals and other actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.negotiation.model.actions import (
    Action,
    PayAtHome,
    PressInPublic,
    Probe,
    SeekBacking,
    TalkPrivately,
    TieHands,
    WorkAtHome,
)
from game.negotiation.model.events import DealStruck
from game.negotiation.model.scenario import Package

Kind = Literal["work", "pay", "press", "talk", "backing", "tie", "probe"]


@dataclass(frozen=True)
class Deed:
    """An action that signs nothing, without its details.

    whom: a group at home, a delegation, or the issue of a slot of one's own
    """

    kind: Kind
    whom: str


@dataclass(frozen=True)
class DeedCount:
    """The number of times an action is taken in the branch, and in the game as played."""

    deed: Deed
    line: int
    own: int


@dataclass(frozen=True)
class StruckDeal:
    """A deal by its partner, its round and its terms."""

    delegation: str
    round: int
    terms: Package


@dataclass(frozen=True)
class Differences:
    """The differences between a branch and the game as played, counted from the turn on.

    signed: deals of the line alone; unsigned: deals of the own game alone; alike: how many of both
    deeds: what signs nothing, where it is done more or less often
    """

    signed: tuple[StruckDeal, ...]
    unsigned: tuple[StruckDeal, ...]
    alike: int
    deeds: tuple[DeedCount, ...]

    @property
    def any(self) -> bool:
        """True if the branch does anything differently."""
        return bool(self.signed or self.unsigned or self.deeds)


def differences_of(
    line: Iterable[DealStruck],
    line_actions: Sequence[Action],
    own: Iterable[DealStruck],
    own_actions: Sequence[Action],
) -> Differences:
    """Compare deals and actions; both deals and actions from the turn on, or from the first."""
    theirs, mine = [[struck_of(deal) for deal in deals] for deals in (line, own)]
    on_line, in_own = (Counter(map(deed_of, actions)) for actions in (line_actions, own_actions))
    counts = [
        DeedCount(deed, on_line[deed], in_own[deed])
        for deed in sorted({each for each in (*on_line, *in_own) if each is not None}, key=_order)
        if on_line[deed] != in_own[deed]
    ]
    return Differences(
        tuple(deal for deal in theirs if deal not in mine),
        tuple(deal for deal in mine if deal not in theirs),
        sum(deal in mine for deal in theirs),
        tuple(counts),
    )


def struck_of(deal: DealStruck) -> StruckDeal:
    """Return a deal without what its promises came to."""
    made = deal.promises[0].made
    return StruckDeal(deal.delegation, made, Package(promise.term for promise in deal.promises))


def deed_of(action: Action) -> Deed | None:
    """Return an action that signs nothing; None for offers, signatures and the end of a round."""
    match action:
        case WorkAtHome(faction):
            return Deed("work", faction)
        case PayAtHome(faction):
            return Deed("pay", faction)
        case PressInPublic(delegation):
            return Deed("press", delegation)
        case TalkPrivately(delegation):
            return Deed("talk", delegation)
        case SeekBacking(delegation):
            return Deed("backing", delegation)
        case TieHands(slot):
            return Deed("tie", slot.issue)
        case Probe(delegation):
            return Deed("probe", delegation)
    return None


def _order(deed: Deed) -> tuple[int, str]:
    """Sort what is done at home first."""
    return get_args(Kind).index(deed.kind), deed.whom
