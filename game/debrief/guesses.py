"""The player's predictions: Brier score, and how often each came true.

Brier 1950, Monthly Weather Review 78, 1-3: the mean squared distance between the odds given and
what happened, 0 (always right and sure) to 1 (always wrong and sure).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from game.debrief.replayed_positions import Position
from game.negotiation.model.events import Replied
from game.negotiation.model.replies import Verdict

ALWAYS_HALF = 0.25  # the score of who says "50 percent" every time
BINS_PERCENT = ((0, 20), (20, 40), (40, 60), (60, 80), (80, 101))  # from, below
FEW = 5  # below it nothing can be said about anyone's judgement
LEAN = 0.1  # how far off on average still counts as even


class Habit(StrEnum):
    """The lean of all guesses together."""

    TOO_FEW = "too_few"
    TOO_HOPEFUL = "too_hopeful"
    TOO_WARY = "too_wary"
    EVEN = "even"


@dataclass(frozen=True)
class Prediction:
    """One prediction: where, what odds of a yes were given, and whether a yes came."""

    delegation: str
    round: int
    percent: int
    was_yes: bool


@dataclass(frozen=True)
class Bin:
    """Guesses between two odds, percent: how many, their mean, and how many were answered yes."""

    low: int
    high: int
    count: int
    mean_percent: float
    yes: int


@dataclass(frozen=True)
class Calibration:
    """All guesses of a game. brier: None if none was made."""

    guesses: tuple[Prediction, ...]
    brier: float | None
    bins: tuple[Bin, ...]
    habit: Habit

    @property
    def beats_a_coin(self) -> bool:
        """True if they came nearer than "50 percent" every time would have."""
        return self.brier is not None and self.brier < ALWAYS_HALF


def calibration_of(positions: Iterable[Position]) -> Calibration:
    """Return what the prediction slider said against what was answered."""
    guesses = tuple(
        Prediction(
            event.reply.delegation,
            position.before.round,
            event.reply.predicted_percent,
            event.reply.verdict is Verdict.ACCEPT,
        )
        for position in positions
        for event in position.events
        if isinstance(event, Replied) and event.reply.predicted_percent is not None
    )
    misses = [(guess.percent / 100 - guess.was_yes) ** 2 for guess in guesses]
    brier = sum(misses) / len(misses) if misses else None
    return Calibration(guesses, brier, _bins(guesses), _habit(guesses))


def _bins(guesses: tuple[Prediction, ...]) -> tuple[Bin, ...]:
    bins = []
    for low, below in BINS_PERCENT:
        inside = [guess for guess in guesses if low <= guess.percent < below]
        mean = sum(guess.percent for guess in inside) / len(inside) if inside else 0.0
        yes = sum(guess.was_yes for guess in inside)
        bins.append(Bin(low, min(below, 100), len(inside), mean, yes))
    return tuple(bins)


def _habit(guesses: tuple[Prediction, ...]) -> Habit:
    if len(guesses) < FEW:
        return Habit.TOO_FEW
    lean = sum(guess.percent / 100 - guess.was_yes for guess in guesses) / len(guesses)
    if abs(lean) <= LEAN:
        return Habit.EVEN
    return Habit.TOO_HOPEFUL if lean > 0 else Habit.TOO_WARY
