"""The mind of a computer delegation: accept, counter or refuse, and the true reason why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.negotiation.packages import IntArray, normalise
from game.negotiation.replies import Change, Constraint, Explanation, Reply, Verdict
from game.negotiation.scenario import UNIT, Package, Slot, Term
from game.negotiation.valuation import Table

MOST_CHANGES_NAMED = 3


@dataclass(frozen=True)
class Judgement:
    """An answer with what it was decided on.

    generosity: share (0-1000) of its hopes that the best offer so far, this one included, met
    """

    reply: Reply
    generosity: int


def judge(table: Table, offer: Package, predicted_percent: int | None = None) -> Judgement:
    """Answer an offer. Acceptance as in AC_combi (Baarslag et al.), never outside feasible."""
    row = table.row_of(offer)
    if row is None or row == 0:
        raise ValueError("the offer leads to no outcome of this table")
    generosity = generosity_of(table, row)
    counter_row = best_counter(table, aspiration(table, generosity))
    verdict = _verdict(table, row, counter_row, generosity)
    counter = None if counter_row is None else table.package_of(counter_row)
    why = None if verdict is Verdict.ACCEPT else explain(table, row)
    reply = Reply(
        table.party.id,
        offer,
        verdict,
        why,
        None if verdict is Verdict.ACCEPT else counter,
        predicted_percent,
    )
    return Judgement(reply, generosity)


def generosity_of(table: Table, row: int) -> int:
    """How much of the way from no deal to its best the offers so far have gone, 0-1000."""
    best = _best_utility(table)
    if best is None or best <= table.floor:
        return table.standing.generosity
    share = 1000 * (int(table.utility[row]) - table.floor) // (best - table.floor)
    return max(table.standing.generosity, min(share, 1000), 0)


def aspiration(table: Table, generosity: int) -> int:
    """What it holds out for now: b + (Umax - b) * s0 * (1 - p^(1/e)), thousandths.

    p = min(time, eps + (1 - eps) * generosity): it gives way with time, and only as far as
    the other side has moved (Faratin et al. 1998; reciprocity as in MiCRO). In the last round
    it takes whatever is better than no deal.
    """
    best = _best_utility(table)
    rounds_after_first = len(table.scenario.rounds) - 1
    if best is None or table.state.round >= rounds_after_first:
        return table.floor
    mind = table.party.personality
    time = table.state.round / rounds_after_first
    eps = 1.0 - mind.reciprocity / 1000
    progress = min(time, eps + (1.0 - eps) * generosity / 1000)
    share: float = mind.opening_share / 1000 * (1.0 - progress ** (1000 / mind.patience))
    return table.floor + round((best - table.floor) * share)


def best_counter(table: Table, hoped: int) -> int | None:
    """The outcome it proposes: best for the other as it guesses, then fewest changes.

    It offers something new of its own where it can do so and still have what it hopes for.
    """
    enough = table.feasible & (table.utility >= hoped) & (table.changed > 0)
    giving = enough & (table.concessions < table.concessions[0])
    rows = np.flatnonzero(giving if giving.any() else enough)
    if len(rows) == 0:
        return None
    guess = guessed_value(table)[rows]
    order = np.lexsort((rows, table.changed[rows], -guess))
    return int(rows[order[0]])


def guessed_value(table: Table) -> IntArray:
    """What it thinks each outcome is worth to the player, shape (outcomes,).

    A fixed pie to begin with: the player gains what it gives up and pays what it is given.
    What the player asks for often it takes to be worth more. Their true table is never read.
    """
    offers = table.standing.offers
    guess = np.zeros(len(table.outcomes), dtype=np.int64)
    for place, slot in enumerate(table.slots):
        if slot not in table.party.valuations:
            continue
        worth = -np.array(table.party.valuations[slot])[table.outcomes[:, place]]
        asked = sum(any(term.slot == slot for term in offer) for offer in offers)
        guess += worth * (1 + asked)
    return guess


def explain(table: Table, row: int) -> Explanation:
    """The one constraint that binds, how far off it is, and the smallest changes that help."""
    constraint = binding_constraint(table, row)
    shortfall = _shortfall(table, row, constraint)
    slot = _crossed_slot(table, row) if constraint is Constraint.RED_LINE else None
    said = next((line.said for line in table.party.red_lines if line.slot == slot), "")
    return Explanation(constraint, int(shortfall[row]), slot, said, _changes(table, row, shortfall))


def binding_constraint(table: Table, row: int) -> Constraint:
    """The first thing that stands in the way, in the order the delegation checks."""
    if table.steps_over_lines[row].sum() > 0:
        return Constraint.RED_LINE
    if table.votes[row] < table.party.home.pass_mark:
        return Constraint.HOME_VOTE
    if table.utility[row] < table.floor:
        return Constraint.NO_DEAL
    return Constraint.ASPIRATION


def _verdict(table: Table, row: int, counter_row: int | None, generosity: int) -> Verdict:
    utility = int(table.utility[row])
    if table.feasible[row]:
        enough = utility >= aspiration(table, generosity)
        if enough or (counter_row is not None and utility >= int(table.utility[counter_row])):
            return Verdict.ACCEPT
    return Verdict.REFUSE if counter_row is None else Verdict.COUNTER


def _shortfall(table: Table, row: int, constraint: Constraint) -> IntArray:
    """How far every outcome is from satisfying what binds one of them, 0 where it does."""
    if constraint is Constraint.RED_LINE:
        return np.asarray(table.steps_over_lines.sum(axis=1) * UNIT)
    if constraint is Constraint.HOME_VOTE:
        return np.maximum(table.party.home.pass_mark - table.votes, 0)
    if constraint is Constraint.NO_DEAL:
        return np.maximum(table.floor - table.utility, 0)
    hoped = aspiration(table, generosity_of(table, row))
    return np.maximum(hoped - table.utility, 0)


def _changes(table: Table, row: int, shortfall: IntArray) -> tuple[Change, ...]:
    """One to three single-term changes: those that flip the answer first, smallest step first."""
    differs = table.outcomes != table.outcomes[row]
    rows = np.flatnonzero((differs.sum(axis=1) == 1) & (table.changed > 0))
    found: list[tuple[tuple[int, int, int], Change]] = []
    for other in rows:
        gain = int(shortfall[row] - shortfall[other])
        if gain <= 0:
            continue
        place = int(np.flatnonzero(differs[other])[0])
        before, after = int(table.outcomes[row, place]), int(table.outcomes[other, place])
        verdict = _answer_to(table, int(other))
        change = Change(
            Term(table.slots[place], before), Term(table.slots[place], after), gain, verdict
        )
        rank = (int(verdict is not Verdict.ACCEPT), abs(after - before), -gain)
        found.append((rank, change))
    return _one_a_slot(change for _, change in sorted(found, key=lambda pair: pair[0]))


def _one_a_slot(changes: Iterable[Change]) -> tuple[Change, ...]:
    named: dict[Slot, Change] = {}
    for change in changes:
        named.setdefault(change.after.slot, change)
    return tuple(named.values())[:MOST_CHANGES_NAMED]


def _answer_to(table: Table, row: int) -> Verdict:
    generosity = generosity_of(table, row)
    return _verdict(table, row, best_counter(table, aspiration(table, generosity)), generosity)


def _crossed_slot(table: Table, row: int) -> Slot:
    return table.slots[int(np.argmax(table.steps_over_lines[row] > 0))]


def _best_utility(table: Table) -> int | None:
    worth = table.utility[table.feasible]
    return int(worth.max()) if len(worth) else None


def offer_after(change: Change, offer: Package) -> Package:
    """The offer with one suggested change made."""
    kept = [term for term in offer if term.slot != change.after.slot]
    return normalise([*kept, change.after])
