"""The score card: six figures, each 0-100 with a medal, and whether the level is passed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.climate.emissions import BlocEmissions
from game.climate.outcome import gap_2030_gtco2e
from game.climate.projection import Projection
from game.negotiation.calendar import plenary_vote, terms_at_home
from game.negotiation.changing import standing_of
from game.negotiation.home import home_votes
from game.negotiation.packages import IntArray, all_outcomes, deepest_promised, in_force
from game.negotiation.scenario import Delegation, Domain, Scenario, Slot
from game.negotiation.state import Backing, PromiseStatus, State
from game.negotiation.valuation import Table

FULL_MANDATE_SHARE = 0.1  # a margin of a tenth of all votes at home earns the full score
MOST_OUTCOMES = 20_000


class Medal(StrEnum):
    """What a figure of the score card earns."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    NONE = "none"


def medal_of(figure: int) -> Medal:
    """Gold from 80 of 100, silver from 60, bronze from 40."""
    for least, medal in ((80, Medal.GOLD), (60, Medal.SILVER), (40, Medal.BRONZE)):
        if figure >= least:
            return medal
    return Medal.NONE


@dataclass(frozen=True)
class ScoreCard:
    """How a game stands, each figure 0-100.

    warming: mean of the odds to be below 2 and below 1.5 degC in 2100
    gap_closed: share of the gap to the 2030 level of 1.5 degC that the deals close
    durability: share of all promised steps that were kept, by law or with money behind them
    fairness: how far money was promised, of what could be; and the share of parties that join
    mandate: votes at home above the pass mark
    efficiency: how near each deal came to the best for both, mean over the other parties
    """

    warming: int
    gap_closed: int
    durability: int
    fairness: int
    mandate: int
    efficiency: int
    joined: int
    cut_2030_gtco2e: float
    passed: bool

    @property
    def total(self) -> int:
        """The mean of the six."""
        six = (self.warming, self.gap_closed, self.durability)
        return round(sum((*six, self.fairness, self.mandate, self.efficiency)) / 6)


def score(
    scenario: Scenario,
    state: State,
    before: BlocEmissions,
    after: BlocEmissions,
    projection: Projection,
) -> ScoreCard:
    """The score card of a position.

    before: emissions without any deal; after, projection: with what is promised and not broken
    """
    joined = sum(plenary_vote(scenario, state, party.id)[0] for party in scenario.others)
    cut = before.in_year(2030) - after.in_year(2030)
    broken = any(
        promise.status is PromiseStatus.BROKEN and promise.term.slot.giver == scenario.you
        for promise in state.ledger
    )
    goals = scenario.goals
    enough = joined >= goals.joins and cut >= goals.cut_2030_gtco2e - 1e-9
    odds = [projection.probability_below(limit_c, "2100") for limit_c in (1.5, 2.0)]
    gap = gap_2030_gtco2e(before.in_year(2030), 1.5)
    return ScoreCard(
        warming=_figure(sum(odds) / 2),
        gap_closed=_figure(cut / gap if gap > 0 else 1.0),
        durability=_figure(_durability(state)),
        fairness=_figure(_fairness(scenario, state, joined)),
        mandate=_figure(_mandate(scenario, state)),
        efficiency=_figure(_efficiency(scenario, state)),
        joined=joined,
        cut_2030_gtco2e=cut,
        passed=enough and not broken,
    )


def _figure(share: float) -> int:
    return round(100 * max(0.0, min(share, 1.0)))


def _durability(state: State) -> float:
    steps = sum(promise.term.option for promise in state.ledger)
    held = sum(
        promise.term.option
        for promise in state.ledger
        if promise.status is PromiseStatus.KEPT and promise.backing is not Backing.PLEDGED
    )
    return held / steps if steps else 0.0


def _fairness(scenario: Scenario, state: State, joined: int) -> float:
    """The share of parties that join; averaged with the money promised where money is an issue."""
    assent = joined / len(scenario.others)
    promised = {term.slot: term.option for term in deepest_promised(state.ledger)}
    shares = [
        promised.get(Slot(issue.id, giver), 0) / (len(issue.options) - 1)
        for issue in scenario.issues
        if issue.domain is Domain.FINANCE
        for giver in issue.givers
    ]
    return (assent + sum(shares) / len(shares)) / 2 if shares else assent


def _mandate(scenario: Scenario, state: State) -> float:
    own = scenario.delegation(scenario.you)
    seats = sum(faction.seats for faction in own.home.factions)
    votes = home_votes(state, own, terms_at_home(scenario, state, own.id))
    return (votes - own.home.pass_mark) / (FULL_MANDATE_SHARE * seats)


def _efficiency(scenario: Scenario, state: State) -> float:
    """Mean over the pairs that could gain: root of Nash's product, of the best there could be."""
    shares = [
        share
        for party in scenario.others
        if (share := _nash_share(scenario, state, party)) is not None
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _nash_share(scenario: Scenario, state: State, party: Delegation) -> float | None:
    """How near the deal with one party is to the best product of gains; None if none could gain."""
    slots = scenario.slots_between(scenario.you, party.id)
    deepest = [len(scenario.issue(slot.issue).options) - 1 for slot in slots]
    count = int(np.prod([last + 1 for last in deepest]))
    terms = len(slots) if count <= MOST_OUTCOMES else scenario.terms_per_offer
    agreed = {t.slot: t.option for t in in_force(state.ledger, scenario.you, party.id)}
    held = [agreed.get(slot, 0) for slot in slots]
    reachable = all_outcomes([0] * len(slots), deepest, range(len(slots)), terms)
    outcomes = np.vstack([reachable, np.array([held], dtype=np.int64)])
    table = Table(scenario, state, party, standing_of(state, party.id), slots, outcomes)
    theirs = table.utility - party.value_of_no_deal
    ours = _own_worth(scenario, slots, outcomes)
    within = (table.steps_over_lines.sum(axis=1) == 0) & (theirs > 0) & (ours > 0)
    product = np.where(within, theirs.astype(float) * ours, 0.0)
    best = float(product.max())
    return float(np.sqrt(product[-1] / best)) if best > 0 else None


def _own_worth(scenario: Scenario, slots: tuple[Slot, ...], outcomes: IntArray) -> IntArray:
    """What each outcome is worth to the player, thousandths of points, shape (outcomes,)."""
    own = scenario.delegation(scenario.you)
    worth = np.zeros(len(outcomes), dtype=np.int64)
    for place, slot in enumerate(slots):
        if slot in own.valuations:
            worth += np.array(own.valuations[slot])[outcomes[:, place]]
    return worth
