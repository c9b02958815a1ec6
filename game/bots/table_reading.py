"""A simulated player's reading of one table, from its observation alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.memo import Memo
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.replies import Verdict
from game.negotiation.model.scenario import Package, Slot
from game.negotiation.seats.computer_seat import own_between, own_side
from game.negotiation.seats.observation import Observation, PartyView
from game.negotiation.seats.public_level import Legal
from game.negotiation.worth.grid import BoolArray, Grid, IntArray
from game.negotiation.worth.inputs import Between
from game.negotiation.worth.valuation import Table


@dataclass(frozen=True)
class Reading:
    """One table between the seat and a party."""

    view: Observation
    legal: Legal
    party: PartyView

    @cached_property
    def around(self) -> Between:
        """The public part of the table."""
        return own_between(self.view, self.legal, self.party)

    @cached_property
    def grid(self) -> Grid:
        """All agreements that the two could reach; what they are worth is another question."""
        return self.around.grid

    @cached_property
    def table(self) -> Table:
        """The worth of every agreement to the seat that reads it."""
        return own_side(self.view, self.party, self.around).table

    @cached_property
    def gain(self) -> IntArray:
        """Own worth above what is in force, thousandths of points, shape (rows,)."""
        return np.asarray(self.table.utility - self.table.utility[0])

    @cached_property
    def possible(self) -> BoolArray:
        """What one offer reaches and no known line of the other forbids, shape (rows,)."""
        return np.asarray(self.grid.reachable & self.within_known_lines)

    @cached_property
    def within_known_lines(self) -> BoolArray:
        """True where no known line of the other is crossed, shape (rows,)."""
        lined = {line.slot for line in self.party.stated_lines}
        lined.update(known.slot for known in self.party.learned)
        return self.grid.within(
            tuple(
                (place, *known_limits(self.party, slot))
                for place, slot in enumerate(self.around.slots)
                if slot in lined
            )
        )

    @cached_property
    def asks(self) -> BoolArray:
        """True where the other side gives something new, shape (rows,)."""
        return self._deepens([slot.giver == self.party.id for slot in self.around.slots])

    @cached_property
    def gives(self) -> BoolArray:
        """True where the seat gives something new, shape (rows,)."""
        return self._deepens([slot.giver != self.party.id for slot in self.around.slots])

    @cached_property
    def demands(self) -> IntArray:
        """The possible agreements in which the other side gives something new, as rows."""
        return np.flatnonzero(self.possible & self.asks)

    @cached_property
    def trades(self) -> IntArray:
        """The possible agreements in which both sides give something new, as rows."""
        return np.flatnonzero(self.possible & self.asks & self.gives)

    @cached_property
    def passes_at_home(self) -> BoolArray:
        """True where the own home would pass it, or like it no less than what is, shape (rows,)."""
        votes = self.table.votes
        return np.asarray(votes >= min(self.view.own.home.pass_mark, int(votes[0])))

    @cached_property
    def not_tried(self) -> BoolArray:
        """True where it is not at least as greedy as an offer refused before, shape (rows,)."""
        untried = np.ones(self.grid.rows, dtype=np.bool_)
        for offer in self.party.offers:
            then = {term.slot: term.option for term in offer}
            greedier = tuple(
                (place, then.get(slot, 0), 1_000)
                if slot.giver == self.party.id
                else (place, 0, then.get(slot, 0))
                for place, slot in enumerate(self.around.slots)
            )
            self.grid.forbid_inside(untried, greedier)
        return untried

    @cached_property
    def cut_mtco2e(self) -> IntArray:
        """The cut of each agreement's terms in 2030, each taken alone, shape (rows,)."""
        return self.grid.total(
            [self.legal.cut_mtco2e_2030.get(slot, ()) for slot in self.around.slots]
        )

    @cached_property
    def cut_so_far_mtco2e(self) -> int:
        """The cut of all promises so far in 2030, each taken alone."""
        cuts = self.legal.cut_mtco2e_2030
        return sum(cuts[t.slot][t.option] for t in self.view.ledger.deepest if t.slot in cuts)

    def has_more_to_give(self, row: int) -> bool:
        """Return True if an agreement leaves the seat anything deeper to offer here."""
        options = self.grid.options_of(row)
        return any(
            slot.giver == self.view.seat and option < self.legal.options(slot) - 1
            for slot, option in zip(self.around.slots, options, strict=True)
        )

    @cached_property
    def fixed_pie(self) -> IntArray:
        """The worth of each agreement to the other, if it gains what the seat gives up."""
        own = self.view.own.valuations
        return self.grid.total(
            [[-points for points in own.get(slot, ())] for slot in self.around.slots]
        )

    def _deepens(self, counted: list[bool]) -> BoolArray:
        places = tuple(place for place, wanted in enumerate(counted) if wanted)
        return self.grid.moves_any(places)


class Readings:
    """What a player made of each table when it last looked, as long as it still holds."""

    def __init__(self) -> None:
        self._kept = Memo()

    def of(self, view: Observation, legal: Legal, party: PartyView) -> Reading:
        """Return the reading of one table."""
        return self._kept.unless_changed(
            party.id,
            (party, view.round, view.ledger, view.home, view.open_issues, view.tied),
            lambda: Reading(view, legal, party),
        )


def known_limits(party: PartyView, slot: Slot) -> tuple[int, int]:
    """Return the options the other could accept, by its probes, else by what it has said."""
    learned = [known for known in party.learned if known.slot == slot]
    if learned:
        return learned[-1].lowest, learned[-1].highest
    said = [line for line in party.stated_lines if line.slot == slot]
    lowest = max((line.lowest for line in said), default=0)
    return lowest, min((line.highest for line in said), default=1_000)


def as_told(party: PartyView) -> Package:
    """Return the last offer with a change that the party said it would accept; empty if none."""
    reply = party.last_reply
    if reply is None or reply.explanation is None:
        return NO_TERMS
    for change in reply.explanation.changes:
        if change.verdict is Verdict.ACCEPT:
            return offer_after(change, reply.package)
    return NO_TERMS


def as_advised(party: PartyView) -> Package:
    """Return the last offer with every change made that the party said would bring it nearer."""
    reply = party.last_reply
    if reply is None or reply.explanation is None:
        return NO_TERMS
    advised = reply.package
    for change in reply.explanation.changes:
        advised = offer_after(change, advised)
    return advised
