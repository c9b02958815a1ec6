"""The targets of a balanced level, and the check against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from game.bots.contest import Contest
from game.bots.deal_usage import Usage
from game.bots.statistics import Measured, ratio_of_means
from game.bots.tally import Tally


@dataclass(frozen=True)
class Band:
    """The range a figure should lie in. strict: its ends are outside."""

    least: float = -inf
    most: float = inf
    strict: bool = False

    def side(self, value: float) -> int:
        """Return 0 if it holds the value, -1 if that is too low, 1 if it is too high."""
        if value < self.least or (self.strict and value == self.least):
            return -1
        return int(value > self.most or (self.strict and value == self.most))

    def distance(self, value: float) -> float:
        """Return how far a value lies outside, 0 within."""
        return max(0.0, self.least - value, value - self.most)


class Unit(StrEnum):
    """What a figure counts."""

    SHARE = "share"  # of games or seeds, 0-1
    DIFFERENCE = "difference"  # of two shares
    RATIO = "ratio"  # of two mean scores
    COUNT = "count"


# Shares of games that a player should pass: chance, threats and giving in fail; taking what one
# can get is not enough; planning is, and yet not always.
PASS_BANDS: Mapping[str, Band] = {
    "random": Band(most=0.05, strict=True),
    "bully": Band(most=0.1, strict=True),
    "late_bully": Band(most=0.1, strict=True),
    "pushover": Band(most=0.1, strict=True),
    "greedy": Band(least=0.3, most=0.6),
    "planner": Band(least=0.8, most=0.95),
}
HONEST = "trader"
TRICKS = ("spammer", "waiter", "fake_conceder")
TRICK_BAND = Band(most=0.7)  # a trick's mean score, as a share of the honest trader's
BETTER = Band(least=0.0, strict=True)
IN_ORDER = (("random", "greedy"), ("greedy", "trader"), ("greedy", "planner"))
ONE_STYLE_BAND = Band(most=0.25)
NEVER = Band(most=0.0)


@dataclass(frozen=True)
class Check:
    """One thing a level should be, measured.

    kind: key of the sentence that says what is looked at; names: the players it speaks of
    measured: None where there is nothing to measure
    whole_interval: the target is for the interval's lower end, not for the value
    """

    kind: str
    names: tuple[str, ...]
    unit: Unit
    measured: Measured | None
    band: Band
    whole_interval: bool = False

    @property
    def id(self) -> str:
        """The target's name for scripts: `passes.random`."""
        return ".".join((self.kind, *self.names))

    @property
    def side(self) -> int:
        """0 if the target is met, -1 if the figure is too low, 1 if it is too high."""
        if self.measured is None:
            return -1
        return self.band.side(self.measured.low if self.whole_interval else self.measured.value)

    @property
    def ok(self) -> bool:
        """True if the target is met."""
        return self.side == 0

    @property
    def sure(self) -> bool:
        """True if both ends of the interval say the same."""
        if self.measured is None:
            return False
        return self.band.side(self.measured.low) == self.band.side(self.measured.high)


def checks_of(
    tallies: Mapping[str, Tally], contest: Contest, usage: Usage, below_floor: int
) -> tuple[Check, ...]:
    """Measure every target. below_floor: deals of all games that left a partner worse off."""
    return (
        *_passing(tallies),
        *_tricks(tallies),
        *_in_order(tallies),
        Check("one_style", (), Unit.SHARE, contest.largest_share(), ONE_STYLE_BAND),
        Check("closing_last", (), Unit.SHARE, contest.won_in_last_round(), NEVER),
        _counted("below_floor", below_floor),
        _counted("unused", len(usage.unused_issues) + len(usage.unused_parties)),
    )


def _passing(tallies: Mapping[str, Tally]) -> Iterator[Check]:
    for player, band in PASS_BANDS.items():
        yield Check("passes", (player,), Unit.SHARE, tallies[player].pass_rate, band)


def _tricks(tallies: Mapping[str, Tally]) -> Iterator[Check]:
    honest = tallies[HONEST].scores
    for trick in TRICKS:
        ratio = ratio_of_means(tallies[trick].scores, honest)
        yield Check("trick", (trick, HONEST), Unit.RATIO, ratio, TRICK_BAND)


def _in_order(tallies: Mapping[str, Tally]) -> Iterator[Check]:
    def gap(lower: str, upper: str) -> Measured:
        return tallies[upper].pass_rate.above(tallies[lower].pass_rate)

    found = gap("greedy", HONEST)
    yield Check("above", ("greedy", HONEST), Unit.DIFFERENCE, found, BETTER)
    for lower, upper in IN_ORDER:
        found = gap(lower, upper)
        yield Check("apart", (lower, upper), Unit.DIFFERENCE, found, BETTER, whole_interval=True)


def _counted(kind: str, number: int) -> Check:
    return Check(kind, (), Unit.COUNT, Measured.exact(number), NEVER)
