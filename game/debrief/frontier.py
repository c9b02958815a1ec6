"""Deals in force against what both sides could have signed: the trades that were missed.

Measured on the level's own figures before the first move, as the score card does; shown only after
the game, since it tells both sides' private figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.negotiation.frontier import on_frontier
from game.negotiation.grid import BoolArray, IntArray
from game.negotiation.joint_gains import JointGains, joint_gains
from game.negotiation.packages import normalise
from game.negotiation.scenario import Package, Scenario, Term
from game.negotiation.state import State


class Merit(StrEnum):
    """Why a missed trade is shown."""

    FAIREST = "fairest"  # the largest product of both gains
    NEAREST = "nearest"  # the fewest changes to what was agreed
    DEEPEST = "deepest"  # takes most off emissions in 2030


@dataclass(frozen=True)
class Missed:
    """A package both would rather have had, and both homes would have passed.

    yours, theirs: points above no deal, thousandths; gains: above the deal in force
    changes: what it changes, from what was agreed to what it holds
    """

    merit: Merit
    terms: Package
    yours: int
    theirs: int
    gain_yours: int
    gain_theirs: int
    changes: tuple[tuple[Term, Term], ...]


@dataclass(frozen=True, eq=False)
class Frontier:
    """What the player and one delegation could have had together.

    yours, theirs: points of the frontier above no deal, thousandths, shape (points,), by theirs
    deal: the deal in force there, yours and theirs; None where there is none
    share: how near the deal came to the best product of gains, 0-1; None where there is no best
    missed: at most three trades better for both
    """

    delegation: str
    yours: IntArray
    theirs: IntArray
    deal: tuple[int, int] | None
    share: float | None
    missed: tuple[Missed, ...]

    @property
    def is_beaten(self) -> bool:
        """Whether the deal reaches beyond it: homes passed what they would not have at first."""
        if self.deal is None or not len(self.yours):
            return False
        yours, theirs = self.deal
        if yours <= 0 or theirs <= 0:
            return False
        as_good = (self.yours >= yours) & (self.theirs >= theirs)
        return not bool(as_good.any())


def frontiers_of(scenario: Scenario, state: State) -> tuple[Frontier, ...]:
    """The frontier with each delegation, in the level's order; none where none could gain."""
    found = (_frontier(scenario, state, party.id) for party in scenario.others)
    return tuple(frontier for frontier in found if len(frontier.yours) or frontier.deal)


def _frontier(scenario: Scenario, state: State, delegation: str) -> Frontier:
    gains = joint_gains(scenario, delegation)
    row = gains.row_in(state)
    rows = np.flatnonzero(gains.possible & _passes(gains))
    edge = rows[on_frontier(_theirs(gains, rows), _yours(gains, rows))]
    edge = edge[np.lexsort((_yours(gains, edge), _theirs(gains, edge)))]
    here = np.array([row])
    has_deal = bool(state.ledger.in_force(scenario.you, delegation))
    deal = (int(_yours(gains, here)[0]), int(_theirs(gains, here)[0])) if has_deal else None
    return Frontier(
        delegation,
        _yours(gains, edge),
        _theirs(gains, edge),
        deal,
        gains.share_of(state),
        _missed(scenario, gains, row, edge),
    )


def _passes(gains: JointGains) -> BoolArray:
    """Where both homes would pass it, or the player's would like it no less than no deal."""
    theirs, yours = gains.theirs, gains.yours
    enough = min(yours.party.home.pass_mark, int(yours.votes[0]))
    at_home = (yours.votes >= enough) & yours.within_lines
    return np.asarray(at_home & (theirs.votes >= theirs.party.home.pass_mark))


def _yours(gains: JointGains, rows: IntArray) -> IntArray:
    return np.asarray(gains.yours.utility[rows])


def _theirs(gains: JointGains, rows: IntArray) -> IntArray:
    return np.asarray(gains.theirs.utility[rows] - gains.theirs.no_deal)


def _missed(scenario: Scenario, gains: JointGains, row: int, edge: IntArray) -> tuple[Missed, ...]:
    """The trades of the frontier that are better for both than what was agreed, by merit."""
    # Without a deal the player has nothing and the other what walking away is worth to it.
    now_yours = int(gains.yours.utility[row]) if row else 0
    now_theirs = int(gains.theirs.utility[row]) if row else gains.theirs.no_deal
    for_you = gains.yours.utility[edge] - now_yours
    for_them = gains.theirs.utility[edge] - now_theirs
    better = (for_you > 0) & (for_them > 0)
    rows, for_you, for_them = edge[better], for_you[better], for_them[better]
    if len(rows) == 0:
        return ()
    agreed = gains.theirs.grid.options_of(row)
    options = np.array([gains.theirs.grid.options_of(int(each)) for each in rows])
    cuts = _cuts(scenario, gains)[rows]
    changed = np.asarray((options != np.array(agreed)).sum(axis=1))
    fair = for_you.astype(np.float64) * for_them
    best = {
        Merit.FAIREST: int(np.argmax(fair)),
        Merit.NEAREST: int(np.lexsort((-fair, changed))[0]),
        Merit.DEEPEST: int(np.lexsort((-fair, -cuts))[0]),
    }
    shown: dict[int, Merit] = {}
    for merit, place in best.items():
        shown.setdefault(place, merit)
    return tuple(
        _one(gains, row, int(rows[place]), merit, (int(for_you[place]), int(for_them[place])))
        for place, merit in shown.items()
    )


def _one(gains: JointGains, row: int, better: int, merit: Merit, above: tuple[int, int]) -> Missed:
    grid, slots = gains.theirs.grid, gains.theirs.slots
    before, after = grid.options_of(row), grid.options_of(better)
    here = np.array([better])
    return Missed(
        merit,
        normalise(Term(slot, option) for slot, option in zip(slots, after, strict=True)),
        int(_yours(gains, here)[0]),
        int(_theirs(gains, here)[0]),
        *above,
        tuple(
            (Term(slot, was), Term(slot, then))
            for slot, was, then in zip(slots, before, after, strict=True)
            if was != then
        ),
    )


def _cuts(scenario: Scenario, gains: JointGains) -> IntArray:
    """What each agreement's terms take off 2030, each alone, MtCO2e, shape (rows,)."""
    figures = [scenario.cut_mtco2e_2030.get(slot, ()) for slot in gains.theirs.slots]
    return gains.theirs.grid.total(figures)
