"""The inputs of a valuation: two parties, what is agreed, and what weighs on each.

A ground is made from the state by the rules, or from its own observation by a seat; both ways lead
to the same ground, which is how we know that a delegation never decides on what it cannot see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from game.negotiation.model.credibility import Credibility
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Delegation, Issue, Package, Slot, Term
from game.negotiation.worth.grid import Grid, grid_between


class Ground(NamedTuple):
    """Equal grounds give equal judgements. Tuples over slots are in the order of `slots`.

    party: whose judgement it is, with its private figures
    agreed, deepest: option in force with the counterpart, and the last one that can be offered
    kept, broken: promises of the counterpart that came due
    face, no_deal_shift: thousandths of points
    depths: how deep partners are committed to the same issue, thousandths, 0 for others' slots
    already: own options promised to others, which cost nothing more to promise again
    met: linkage terms that lie outside these slots and are promised
    votes: per faction, thousandths in favour before the terms of these slots
    most_changes: how many slots one offer may change
    closing: places of the slots whose door closes with this round, where that makes hopes fall
    need: the least it must gain over what stands, thousandths of points; None at a hub, where the
        value of no deal is due at each table
    """

    party: Delegation
    slots: tuple[Slot, ...]
    agreed: tuple[int, ...]
    deepest: tuple[int, ...]
    kept: int
    broken: int
    face: int
    no_deal_shift: int
    depths: tuple[int, ...]
    already: tuple[int, ...]
    met: frozenset[Term]
    votes: tuple[int, ...]
    most_changes: int
    closing: tuple[int, ...] = ()
    need: int | None = None


class Between(NamedTuple):
    """Two parties and what is public about what they could agree.

    agreed, deepest: option in force of each slot, and the last one that an offer can name now
    promised: the deepest option promised of each slot of the level, by any party to any other
    """

    one: str
    other: str
    slots: tuple[Slot, ...]
    issues: Mapping[str, Issue]
    agreed: tuple[int, ...]
    deepest: tuple[int, ...]
    promised: Mapping[Slot, int]
    most_changes: int
    closing: tuple[int, ...] = ()

    @property
    def grid(self) -> Grid:
        """All that they could agree by one more offer."""
        return grid_between(self.agreed, self.deepest, self.most_changes)


def between_of(
    one: str,
    other: str,
    slots: tuple[Slot, ...],
    issues: Mapping[str, Issue],
    is_open: Collection[str],
    agreed: Package,
    promised: Package,
    tied: Iterable[Term],
    most_changes: int,
    last_call: int | None = None,
) -> Between:
    """Return what is public about two parties.

    last_call: the round, where doors that close with it make hopes fall
    is_open: issues that can be agreed now; agreed: terms in force between the two
    promised: the deepest promises of all parties; tied: what givers said they would never pass
    """
    in_force = _options(agreed, slots)
    return Between(
        one=one,
        other=other,
        slots=slots,
        issues=issues,
        agreed=in_force,
        deepest=_deepest(slots, issues, is_open, in_force, tied),
        promised=promised.options,
        most_changes=most_changes,
        closing=tuple(n for n, slot in enumerate(slots) if issues[slot.issue].closes == last_call),
    )


def ground_of(
    between: Between,
    party: Delegation,
    credibility: Credibility,
    face: int,
    no_deal_shift: int,
    votes: Sequence[int],
    elsewhere: Package = NO_TERMS,
    paid: Package = NO_TERMS,
    need: int | None = None,
) -> Ground:
    """Return the ground of one of two parties.

    credibility: the counterpart's; votes: per faction, before any terms, thousandths
    elsewhere: what else its home votes on: terms of deals with third parties
    paid: what it has promised to third parties, and does not pay for again
    """
    slots, promised = between.slots, between.promised
    return Ground(
        party=party,
        slots=slots,
        agreed=between.agreed,
        deepest=between.deepest,
        kept=credibility.kept,
        broken=credibility.broken,
        face=face,
        no_deal_shift=no_deal_shift,
        depths=_depths(between, party.id, promised),
        already=_options(paid.by(party.id), slots),
        met=_met(party, slots, promised),
        votes=_votes_with(party, votes, elsewhere, slots),
        most_changes=between.most_changes,
        closing=between.closing,
        need=need,
    )


def _options(terms: Package, slots: Sequence[Slot]) -> tuple[int, ...]:
    if not terms:
        return (0,) * len(slots)
    options = terms.options
    return tuple(options.get(slot, 0) for slot in slots)


def _deepest(
    slots: Sequence[Slot],
    issues: Mapping[str, Issue],
    is_open: Collection[str],
    agreed: Sequence[int],
    tied: Iterable[Term],
) -> tuple[int, ...]:
    """Return the last option of each slot that an offer can name now.

    The one in force where none can.
    """
    most = {term.slot: term.option for term in tied}
    return tuple(
        max(now, min(issues[slot.issue].last, most.get(slot, 1_000)))
        if slot.issue in is_open
        else now
        for slot, now in zip(slots, agreed, strict=True)
    )


def _depths(between: Between, party: str, promised: Mapping[Slot, int]) -> tuple[int, ...]:
    """Return what share of their possible promises on the issue partners made, thousandths."""
    if not promised:
        return (0,) * len(between.slots)
    return tuple(_depth(between, party, slot, promised) for slot in between.slots)


def _depth(between: Between, party: str, slot: Slot, promised: Mapping[Slot, int]) -> int:
    if slot.giver != party:
        return 0
    issue = between.issues[slot.issue]
    partners = [giver for giver in issue.givers if giver != party]
    if not partners:
        return 0
    steps = sum(
        max((promised.get(each, 0) for each in issue.slots_of(partner)), default=0)
        for partner in partners
    )
    return 1000 * steps // (len(partners) * issue.last)


def _met(party: Delegation, slots: Sequence[Slot], promised: Mapping[Slot, int]) -> frozenset[Term]:
    """Return promised linkage terms that no offer between the two can move."""
    if not promised:
        return frozenset()
    return frozenset(
        term
        for link in party.linkages
        for term in (link.first, link.second)
        if term.slot not in slots and promised.get(term.slot, 0) >= term.option
    )


def _votes_with(
    party: Delegation, votes: Sequence[int], elsewhere: Package, slots: Sequence[Slot]
) -> tuple[int, ...]:
    """Return votes per group with the terms of all deals but the one that is judged."""
    outside = [term for term in elsewhere if term.slot not in slots]
    if not outside:
        return tuple(votes)
    return tuple(
        before
        + sum(
            faction.terms[term.slot][term.option] for term in outside if term.slot in faction.terms
        )
        for before, faction in zip(votes, party.home.factions, strict=True)
    )
