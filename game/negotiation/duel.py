"""Two computer seats bargain over a bare domain, with the mind that delegations have in the game.

In every round both put their best guess at what the other would like on the table, each above its
own aspiration; either may accept. Then the chair asks both whether they could live with the one
text that is fairest among those both would sign now, and after a yes whether both would rather
have another. No side ever sees a figure of the other; the chair's text carries none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod

import numpy as np

from game.negotiation.aspiration import share_held_out
from game.negotiation.chance import draw
from game.negotiation.domain import BareDomain
from game.negotiation.frontier import merged_frontier
from game.negotiation.grid import MOST_ROWS, BoolArray, IntArray, grid_of
from game.negotiation.scenario import Personality

MIND = Personality(opening_share=1000, patience=1000, reciprocity=300)


@dataclass(frozen=True)
class Ended:
    """How a duel ended. options: per issue, None without an agreement; worth: millionths."""

    options: tuple[int, ...] | None
    worth: tuple[int, int] | None
    rounds_used: int
    by_chair: bool


def duel(domain: BareDomain, rounds: int, seed: int, *, chair: bool = True) -> Ended:
    """Bargain for so many rounds. seed: who speaks first; chair: whether there is one."""
    board = _Board(domain)
    seats = [_Seat(board, number) for number in (0, 1)]
    if draw(seed, 0, "who speaks first") >= 500:
        seats.reverse()
    for at in range(rounds):
        time = 1.0 if at == rounds - 1 else at / (rounds - 1)
        row = _table_round(seats, time)
        found = row is not None
        if chair:
            row = _chairs_text(board, seats, row)
        if row is not None:
            worth = (int(board.worth[0][row]), int(board.worth[1][row]))
            return Ended(board.options_of(row), worth, at + 1, by_chair=not found)
    return Ended(None, None, rounds, by_chair=False)


class _Board:
    """Every package, or the merged frontier where there are too many to list."""

    def __init__(self, domain: BareDomain) -> None:
        one, other = (side.worth for side in domain.sides)
        lengths = tuple(len(figures) for figures in one)
        self.reservations = tuple(side.reservation for side in domain.sides)
        self._listed: IntArray | None = None
        if prod(lengths) <= MOST_ROWS:
            self._grid = grid_of((0,) * len(lengths), lengths, len(lengths))
            self.worth = (self._grid.total(one), self._grid.total(other))
        else:
            first, second, self._listed = merged_frontier(one, other)
            self.worth = (first, second)

    def options_of(self, row: int) -> tuple[int, ...]:
        """The option of each issue in a package."""
        if self._listed is not None:
            return tuple(int(option) for option in self._listed[row])
        return self._grid.options_of(row)


@dataclass
class _Seat:
    """One computer seat; it knows its own worth, its reservation and the offers it heard."""

    board: _Board
    number: int
    hoped: int = 0
    generosity: int = 0
    heard: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def worth(self) -> IntArray:
        return self.board.worth[self.number]

    @property
    def floor(self) -> int:
        return self.board.reservations[self.number]

    def hope(self, time: float) -> None:
        best = int(self.worth.max())
        share = share_held_out(MIND, time, self.generosity)
        self.hoped = self.floor + max(0, round((best - self.floor) * share))

    def proposal(self) -> int | None:
        """Of what it hopes for, what looks best for the other."""
        rows = np.flatnonzero(self.worth >= self.hoped)
        if len(rows) == 0:
            return None
        return int(rows[np.argmax(self._guess(rows))])

    def hear(self, row: int) -> bool:
        """Note an offer; whether it will do."""
        best = int(self.worth.max())
        if best > self.floor:
            met = 1000 * (int(self.worth[row]) - self.floor) // (best - self.floor)
            self.generosity = max(self.generosity, min(met, 1000))
        for issue, option in enumerate(self.board.options_of(row)):
            self.heard[issue, option] = self.heard.get((issue, option), 0) + 1
        return int(self.worth[row]) >= self.hoped

    def _guess(self, rows: IntArray) -> IntArray:
        """A fixed pie, and more for options the other has named (Hindriks and Tykhonov 2008)."""
        guess = -self.worth[rows]
        if self.heard:
            span = max(1, int(self.worth.max()) - int(self.worth.min()))
            options = np.array([self.board.options_of(int(row)) for row in rows[:MOST_WEIGHED]])
            bonus = np.zeros(len(options), dtype=np.int64)
            for (issue, option), times in self.heard.items():
                bonus += (options[:, issue] == option) * times * span // 4
            guess = guess[: len(options)] + bonus
        return guess


MOST_WEIGHED = 2_000  # proposals a seat weighs by what it heard


def _table_round(seats: Sequence[_Seat], time: float) -> int | None:
    """Both propose in turn; the package one of them accepts, None where neither does."""
    for seat in seats:
        seat.hope(time)
    for speaker, hearer in (seats, seats[::-1]):
        row = speaker.proposal()
        if row is not None and hearer.hear(row):
            return row
    return None


def _chairs_text(board: _Board, seats: Sequence[_Seat], agreed: int | None) -> int | None:
    """The fairest text both would sign now, or would rather have than what they agreed on."""
    ordered = sorted(seats, key=lambda seat: seat.number)
    if agreed is None:
        least = [max(seat.hoped, seat.floor) for seat in ordered]
    else:
        least = [int(seat.worth[agreed]) for seat in ordered]
    both: BoolArray = (board.worth[0] >= least[0]) & (board.worth[1] >= least[1])
    rows = np.flatnonzero(both)
    if len(rows) == 0:
        return agreed
    above = [board.worth[n][rows] - board.reservations[n] for n in (0, 1)]
    product = above[0].astype(np.float64) * above[1]
    total = above[0] + above[1]
    return int(rows[np.lexsort((rows, -total, -product))[0]])
