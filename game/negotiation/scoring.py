"""The score card: six figures, each 0-100 with a medal, and whether the level is passed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.climate.emissions import BlocEmissions
from game.climate.outcome import gap_2030_gtco2e
from game.climate.projection import Projection
from game.negotiation.calendar import plenary_vote, terms_at_home
from game.negotiation.home import home_votes
from game.negotiation.joint_gains import joint_gains
from game.negotiation.ledger import Backing, PromiseStatus
from game.negotiation.scenario import Domain, Scenario, Slot
from game.negotiation.state import State

FULL_MANDATE_SHARE = 0.1  # a margin of a tenth of all votes at home earns the full score


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
    promised = {term.slot: term.option for term in state.ledger.deepest}
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
        if (share := joint_gains(scenario, party.id).share_of(state)) is not None
    ]
    return sum(shares) / len(shares) if shares else 0.0
