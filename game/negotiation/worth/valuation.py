"""The worth of every reachable agreement to one delegation.

    U = own concessions + q * (what others give + linkage pairs) + coalition relief
        - phi * face debt * |own concessions|
All in whole thousandths of points. What is judged is the whole agreement between two parties: the
terms in force and the offer on top, so that no slicing of offers changes its worth.

Additive worth over issues is the form of Keeney and Raiffa (1976), linkage across issues that of
Sebenius (1983); face as a cost of public concession follows Brown (1968) and Tingley (2017); a
concession that is easier beside partners who make it too follows Barrett (2003); no deal as the
measure of a deal is Raiffa's (1982) and Fisher and Ury's (1981).
"""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np

from game.negotiation.model.scenario import LineKind, Package, Slot, Term
from game.negotiation.worth.grid import BoolArray, Grid, IntArray
from game.negotiation.worth.inputs import Ground
from game.negotiation.worth.shared_arrays import WIDTH, grid_for, utility_of, votes_moved_by

MOST_TABLES_KEPT = 96
NOTHING = int(np.iinfo(WIDTH).min)


class Table:
    """Every agreement two parties could reach with one offer, valued by one of them."""

    def __init__(self, ground: Ground, grid: Grid) -> None:
        self.ground, self.grid = ground, grid
        self.party, self.slots = ground.party, ground.slots
        self._from: tuple[int, IntArray] | None = None
        self._places = {slot: place for place, slot in enumerate(ground.slots)}

    @cached_property
    def utility(self) -> IntArray:
        """U of every agreement, thousandths of points, shape (rows,); not to be written to."""
        return utility_of(self.ground)

    def moved_by(self, row: int) -> tuple[int, int]:
        """Return how many points an agreement adds: own concessions, then the other's gifts.

        Points at full credibility, without linkages, face and relief; conceding more is negative.
        """
        conceded = gained = 0
        for slot, before, after in zip(
            self.slots, self.ground.agreed, self.grid.options_of(row), strict=True
        ):
            if before != after and slot in self.party.valuations:
                points = self.party.valuations[slot]
                if slot.giver == self.party.id:
                    conceded += points[after] - points[before]
                else:
                    gained += points[after] - points[before]
        return conceded, gained

    @property
    def concedes(self) -> BoolArray:
        """True where it gives something it does not give yet, shape (rows,)."""
        return self.grid.moves_any(
            tuple(n for n, slot in enumerate(self.slots) if slot.giver == self.party.id)
        )

    @cached_property
    def last_call(self) -> BoolArray | None:
        """Where a slot moves whose door closes with this round, shape (rows,); None for nowhere."""
        moving = tuple(place for place in self.ground.closing if self.grid.shape[place] > 1)
        return self.grid.moves_any(moving) if moving else None

    @cached_property
    def no_deal(self) -> int:
        """The worth of walking away now, thousandths of points."""
        return self.party.value_of_no_deal + self.ground.no_deal_shift

    @cached_property
    def floor(self) -> int:
        """The least it takes: what stands and what it needs on top, or, at a hub, no deal.

        At a hub that is the value of no deal, or the agreement in force if worth more.
        """
        if self.ground.need is not None:
            return int(self.utility[0]) + self.ground.need
        return max(self.no_deal, int(self.utility[0])) if self.has_deal else self.no_deal

    @property
    def has_deal(self) -> bool:
        """True if anything is agreed between the two."""
        return any(self.ground.agreed)

    @cached_property
    def votes(self) -> IntArray:
        """Votes at the delegation's own home, thousandths, shape (rows,)."""
        moves, before = votes_moved_by(self.ground), self.ground.votes
        votes: IntArray = moves.together + sum(before)
        for faction, votes_before, moved in zip(
            self.party.home.factions, before, moves.groups, strict=True
        ):
            if votes_before + moved.least < 0 or votes_before + moved.most > faction.seats:
                unbounded = moved.votes + votes_before
                votes = votes + np.minimum(np.maximum(unbounded, 0), faction.seats) - unbounded
        if len(votes) == self.grid.rows:
            return votes
        return np.broadcast_to(votes, (self.grid.rows,))

    @cached_property
    def within_lines(self) -> BoolArray:
        """True where no red line is crossed, shape (rows,)."""
        return self.grid.within(
            tuple(
                (self._places[line.slot], line.lowest, line.highest)
                for line in self.party.red_lines
                if line.slot in self._places and line.kind is not LineKind.BLUFF
            )
        )

    @cached_property
    def feasible(self) -> BoolArray:
        """True where no line is crossed, the home vote passes and U reaches the floor, (rows,)."""
        found = self.utility >= self.floor
        if self.party.red_lines:
            found &= self.within_lines
        if self.votes.strides[0]:
            found &= self.votes >= self.party.home.pass_mark
        elif self.votes[0] < self.party.home.pass_mark:
            found[:] = False
        return found

    @cached_property
    def signable(self) -> BoolArray:
        """What it could sign now by one offer: feasible, and something new in it, (rows,)."""
        return np.asarray(self.feasible & self.grid.reachable)

    def signable_from(self, least: int) -> IntArray:
        """Return the rows it could sign that are worth at least `least`, thousandths of points.

        Only the latest answer is cached.
        """
        if self._from is None or self._from[0] != least:
            rows = np.flatnonzero(self.signable & (self.utility >= least))
            self._from = least, rows
        return self._from[1]

    @cached_property
    def best(self) -> int | None:
        """The most it could have now, Umax; None if nothing is feasible."""
        if not self.feasible[0]:
            return self.best_new
        in_force = int(self.utility[0])
        return in_force if self.best_new is None else max(in_force, self.best_new)

    @cached_property
    def best_new(self) -> int | None:
        """The best it could have by an offer of its own; None if it has none to make."""
        most = int(np.where(self.signable, self.utility, NOTHING).max())
        return None if most == NOTHING else most

    def steps_over_lines(self, row: int) -> tuple[int, ...]:
        """Return by how many options an agreement lies outside red lines, per slot."""
        options = self.grid.options_of(row)
        over = [0] * len(self.slots)
        for line in self.party.red_lines:
            if line.slot in self._places and line.kind is not LineKind.BLUFF:
                place = self._places[line.slot]
                over[place] += max(options[place] - line.highest, line.lowest - options[place], 0)
        return tuple(over)

    def line_crossed(self, row: int, slot: Slot) -> int:
        """Return the index in `party.red_lines` of the first line on a slot that a row crosses.

        A bluff is no line. StopIteration where none is crossed.
        """
        option = self.grid.options_of(row)[self._places[slot]]
        return next(
            index
            for index, line in enumerate(self.party.red_lines)
            if line.slot == slot and line.kind is not LineKind.BLUFF and line.is_crossed_by(option)
        )

    def row_of(self, package: Package) -> int | None:
        """Return the agreement that an offer leads to, None if one offer cannot lead there."""
        wanted = list(self.ground.agreed)
        for term in package:
            if term.slot not in self._places:
                return None
            place = self._places[term.slot]
            wanted[place] = max(wanted[place], term.option)
        row = self.grid.row_of(wanted)
        return row if row is not None and self.grid.reachable[row] else None

    def package_of(self, row: int) -> Package:
        """Return the terms of an agreement beyond the one in force."""
        return Package(
            Term(slot, option)
            for slot, option, before in zip(
                self.slots, self.grid.options_of(row), self.ground.agreed, strict=True
            )
            if option != before
        )


def table_of(ground: Ground) -> Table:
    """Return the table of a ground; the same one as long as nothing changes."""
    return _table_of(ground)


@lru_cache(maxsize=MOST_TABLES_KEPT)
def _table_of(ground: Ground) -> Table:
    return Table(ground, grid_for(ground))
