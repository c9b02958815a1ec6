"""The reason of a refusal: the binding constraint, the gap, the smallest changes that help."""

from __future__ import annotations

from collections.abc import Callable

from game.negotiation.mind.aspiration import Mood, aspiration, generosity_after, least_hoped
from game.negotiation.model.replies import Change, Constraint, Explanation, Obstacle, Verdict
from game.negotiation.model.scenario import UNIT, Package, Slot, Term
from game.negotiation.worth.valuation import Table

MOST_CHANGES_NAMED = 3


def explain(
    table: Table, mood: Mood, row: int, verdict_on: Callable[[int], Verdict]
) -> Explanation:
    """Return what stands in the way of an agreement.

    verdict_on: gives the answer to any other row now
    """
    binding = obstacle_to(table, row)
    constraint, slot = binding.constraint, binding.slot
    shortfall = _shortfall_on(table, mood, row, constraint)
    line = None if slot is None else table.line_crossed(row, slot)
    gap = shortfall(row)
    return Explanation(
        constraint, gap, slot, line, _changes(table, row, gap, shortfall, verdict_on)
    )


def binding_constraint(table: Table, row: int) -> Constraint:
    """Return the first thing that stands in the way, in the order the delegation checks."""
    if not table.within_lines[row]:
        return Constraint.RED_LINE
    if table.votes[row] < table.party.home.pass_mark:
        return Constraint.HOME_VOTE
    if table.utility[row] < table.floor:
        return Constraint.NO_DEAL
    return Constraint.ASPIRATION


def obstacle_to(table: Table, row: int) -> Obstacle:
    """Return the binding constraint, and its slot if it is a red line."""
    constraint = binding_constraint(table, row)
    is_line = constraint is Constraint.RED_LINE
    return Obstacle(constraint, _crossed_slot(table, row) if is_line else None)


def offer_after(change: Change, offer: Package) -> Package:
    """Return the offer with one suggested change made."""
    return offer.without(change.after.slot).with_(change.after)


def _shortfall_on(
    table: Table, mood: Mood, row: int, constraint: Constraint
) -> Callable[[int], int]:
    """Return a function of a row: how far it is from meeting a constraint, 0 if it does.

    row: the agreement whose generosity the hopes are taken at
    """
    if constraint is Constraint.RED_LINE:
        return lambda other: sum(table.steps_over_lines(other)) * UNIT
    if constraint is Constraint.HOME_VOTE:
        return lambda other: max(table.party.home.pass_mark - int(table.votes[other]), 0)
    if constraint is Constraint.NO_DEAL:
        return lambda other: max(table.floor - int(table.utility[other]), 0)
    hoped = aspiration(table, mood, generosity_after(table, mood, row))
    return lambda other: max(least_hoped(table, hoped, other) - int(table.utility[other]), 0)


def _changes(
    table: Table,
    row: int,
    gap: int,
    shortfall: Callable[[int], int],
    verdict_on: Callable[[int], Verdict],
) -> tuple[Change, ...]:
    """Return up to three single-term changes on different terms, the most helpful first.

    Those that turn the answer into a yes come first, the smallest step before longer ones; then
    those that move the binding constraint furthest.
    """
    options = table.grid.options_of(row)
    found: list[tuple[bool, int, int, int, int, int]] = []
    for place, option, other in table.grid.neighbours(row):
        gain = gap - shortfall(other)
        if gain > 0:
            flips = bool(table.signable[other]) and verdict_on(other) is Verdict.ACCEPT
            step = abs(option - options[place]) if flips else 0
            found.append((not flips, step, -gain, other, place, option))
    best: dict[int, Change] = {}
    for _, _, loss, other, place, option in sorted(found):
        if place not in best:
            slot = table.slots[place]
            before, after = Term(slot, options[place]), Term(slot, option)
            verdict = verdict_on(other)
            remaining = _remaining(table, other) if verdict is not Verdict.ACCEPT else None
            best[place] = Change(before, after, -loss, verdict, remaining)
        if len(best) == MOST_CHANGES_NAMED:
            break
    return tuple(best.values())


def _remaining(table: Table, row: int) -> Obstacle | None:
    """Return what binds an agreement that is not signed.

    None where one offer brings nothing new there.
    """
    return obstacle_to(table, row) if table.grid.reachable[row] else None


def _crossed_slot(table: Table, row: int) -> Slot:
    over = table.steps_over_lines(row)
    return table.slots[next(place for place, steps in enumerate(over) if steps)]
