"""Missed trades: deals as signed against what both sides could have signed.

Measured on the level's own figures before the first move, with all promises kept; shown only after
the game, since it tells both sides' private figures. A deal of which a promise was broken later
stands where it was signed: what went wrong with it went wrong at a home, not at the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.negotiation.model.scenario import Package, Scenario, Term
from game.negotiation.model.state import State
from game.negotiation.worth.frontier import on_frontier
from game.negotiation.worth.grid import BoolArray, IntArray
from game.negotiation.worth.joint_gains import JointGains, joint_gains


class Merit(StrEnum):
    """Why a missed trade is shown."""

    FAIREST = "fairest"  # the largest product of both gains above what was agreed
    NEAREST = "nearest"  # the fewest changes to what was agreed
    DEEPEST = "deepest"  # takes most off emissions in 2030
    TOGETHER = "together"  # the largest product of both gains above no deal, at a cost to one side


@dataclass(frozen=True)
class Missed:
    """A package both would rather have had; or the best for both together, worse for one of them.

    yours, theirs: points above no deal, thousandths; gains: above the deal as it was signed
    needs_votes: whether a home would not have passed it before the first move
    changes: what it changes, from what was agreed to what it holds
    """

    merit: Merit
    terms: Package
    yours: int
    theirs: int
    gain_yours: int
    gain_theirs: int
    needs_votes: bool
    changes: tuple[tuple[Term, Term], ...]

    @property
    def better_for_both(self) -> bool:
        """True if neither side loses by it."""
        return self.gain_yours > 0 and self.gain_theirs > 0


@dataclass(frozen=True, eq=False)
class DealFrontier:
    """What the player and one delegation could have signed together.

    yours, theirs: points of the frontier above no deal, thousandths, shape (points,), by theirs
    needs_votes: which of them a home would not have passed before the first move, shape (points,)
    deal: what was signed there, yours and theirs; None where nothing was
    broken: whether a promise of that deal was broken later, and not made anew
    best: the point with the largest product of gains, yours and theirs; None where there is none
    share: the root of the deal's product of gains as a share of the best one's, 0-1
    missed: at most three trades better for both, and the best for both together
    """

    delegation: str
    yours: IntArray
    theirs: IntArray
    needs_votes: BoolArray
    deal: tuple[int, int] | None
    broken: bool
    best: tuple[int, int] | None
    share: float | None
    missed: tuple[Missed, ...]

    @property
    def nothing_better(self) -> bool:
        """True if no package was better for both than what was agreed."""
        return not any(missed.better_for_both for missed in self.missed)


def frontiers_of(scenario: Scenario, state: State) -> tuple[DealFrontier, ...]:
    """Return the frontier with each delegation in the level's order, where both could gain."""
    found = (_frontier(scenario, state, party.id) for party in scenario.others)
    return tuple(frontier for frontier in found if len(frontier.yours) or frontier.deal)


def _frontier(scenario: Scenario, state: State, delegation: str) -> DealFrontier:
    gains = joint_gains(scenario, delegation)
    signed = state.ledger.signed(scenario.you, delegation)
    agreed = Package(promise.term for promise in signed)
    row = gains.row_of(agreed)
    rows = np.flatnonzero(_signable(gains))
    edge = rows[on_frontier(_theirs(gains, rows), _yours(gains, rows))]
    edge = edge[np.lexsort((_yours(gains, edge), _theirs(gains, edge)))]
    best = _best(gains)
    return DealFrontier(
        delegation,
        _yours(gains, edge),
        _theirs(gains, edge),
        ~_passes(gains)[edge],
        _point(gains, row) if signed else None,
        agreed != state.ledger.in_force(scenario.you, delegation),
        _point(gains, best) if best is not None else None,
        _share(gains, row, best),
        _missed(scenario, gains, row, edge),
    )


def _signable(gains: JointGains) -> BoolArray:
    """Return True where both gain and no line of either is crossed."""
    return np.asarray(gains.possible & gains.yours.within_lines)


def _best(gains: JointGains) -> int | None:
    """Return the row with the largest product of both gains; None if both gain nowhere."""
    product = np.where(_signable(gains), gains.product, 0.0)
    return int(product.argmax()) if product.max() > 0 else None


def _share(gains: JointGains, row: int, best: int | None) -> float | None:
    """Return the root of a row's product of gains as a share of the best one's (Nash 1950)."""
    if best is None:
        return None
    return min(1.0, float(np.sqrt(gains.product[row] / gains.product[best])))


def _now(gains: JointGains, row: int) -> tuple[int, int]:
    """Return what was agreed is worth; without a deal, both stand where points are counted from."""
    return _point(gains, row) if row else (0, 0)


def _point(gains: JointGains, row: int) -> tuple[int, int]:
    here = np.array([row])
    return int(_yours(gains, here)[0]), int(_theirs(gains, here)[0])


def _passes(gains: JointGains) -> BoolArray:
    """Return True where both homes would pass it before the first move, as they would no deal."""
    yours = gains.yours
    enough = min(yours.party.home.pass_mark, int(yours.votes[0]))
    return np.asarray((yours.votes >= enough) & _passes_abroad(gains))


def _passes_abroad(gains: JointGains) -> BoolArray:
    """Return True where the other home would pass it."""
    theirs = gains.theirs
    return np.asarray(theirs.votes >= theirs.party.home.pass_mark)


def _yours(gains: JointGains, rows: IntArray) -> IntArray:
    return np.asarray(gains.yours.utility[rows])


def _theirs(gains: JointGains, rows: IntArray) -> IntArray:
    return np.asarray(gains.theirs.utility[rows] - gains.theirs.no_deal)


def _missed(scenario: Scenario, gains: JointGains, row: int, edge: IntArray) -> tuple[Missed, ...]:
    """Return the trades of the frontier that are better for both than what was agreed, by merit."""
    now_yours, now_theirs = _now(gains, row)
    for_you, for_them = _yours(gains, edge) - now_yours, _theirs(gains, edge) - now_theirs
    better = (for_you > 0) & (for_them > 0) & _passes_abroad(gains)[edge]
    together = _together(gains, row)
    extra = () if together is None or bool((edge[better] == together).any()) else (together,)
    rows, for_you, for_them = edge[better], for_you[better], for_them[better]
    if len(rows) == 0:
        return tuple(_one(gains, row, each, Merit.TOGETHER) for each in extra)
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
    found = [(int(rows[place]), merit) for place, merit in shown.items()]
    found += [(each, Merit.TOGETHER) for each in extra]
    return tuple(_one(gains, row, better, merit) for better, merit in found)


def _together(gains: JointGains, row: int) -> int | None:
    """Return the best for both together, where what was agreed does not come to as much."""
    best = _best(gains)
    return None if best is None or gains.product[row] >= gains.product[best] else best


def _one(gains: JointGains, row: int, better: int, merit: Merit) -> Missed:
    grid, slots = gains.theirs.grid, gains.theirs.slots
    before, after = grid.options_of(row), grid.options_of(better)
    yours, theirs = _point(gains, better)
    now_yours, now_theirs = _now(gains, row)
    return Missed(
        merit,
        Package(map(Term, slots, after)),
        yours,
        theirs,
        yours - now_yours,
        theirs - now_theirs,
        not bool(_passes(gains)[better]),
        tuple(
            (Term(slot, was), Term(slot, then))
            for slot, was, then in zip(slots, before, after, strict=True)
            if was != then
        ),
    )


def _cuts(scenario: Scenario, gains: JointGains) -> IntArray:
    """Return what each agreement's terms take off 2030, each alone, MtCO2e, shape (rows,)."""
    figures = [scenario.cut_mtco2e_2030.get(slot, ()) for slot in gains.theirs.slots]
    return gains.theirs.grid.total(figures)
