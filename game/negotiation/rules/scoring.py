"""The score card: six figures, each 0-100 with a medal, and whether the level is passed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.climate.outcome import Outcome
from game.negotiation.model.home import home_votes, terms_at_home
from game.negotiation.model.ledger import Backing, Ledger, PromiseStatus
from game.negotiation.model.scenario import Domain, Goals, Scenario
from game.negotiation.model.state import State
from game.negotiation.rules.plenary import plenary_vote
from game.negotiation.worth.joint_gains import joint_gains

FIGURES = ("warming", "gap_closed", "durability", "fairness", "mandate", "efficiency")
FULL_MANDATE_SHARE = 0.1  # a margin of a tenth of all votes at home earns the full score


class Medal(StrEnum):
    """The medals of the score card."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    NONE = "none"


MEDALS_FROM = {Medal.GOLD: 80, Medal.SILVER: 60, Medal.BRONZE: 40}  # of 100, the best first


def medal_of(figure: int) -> Medal:
    """Return the best medal that a figure of the score card earns."""
    earned = (medal for medal, least in MEDALS_FROM.items() if figure >= least)
    return next(earned, Medal.NONE)


def next_medal_from(figure: int) -> int | None:
    """Return from which figure the next medal is earned; None for gold."""
    return min((least for least in MEDALS_FROM.values() if figure < least), default=None)


@dataclass(frozen=True)
class ScoreCard:
    """The score of a game, each figure 0-100.

    warming: how far the deals bring the median of 2100 from no deal to all that could be agreed
    gap_closed: what they take off 2030, as a share of all that could be agreed
    durability: share of all promised steps that were kept and have a law or money behind them
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


def figure_of(card: ScoreCard, name: str) -> int:
    """Return one figure of a score card by its name."""
    figure: int = getattr(card, name)
    return figure


def score(
    scenario: Scenario, state: State, before: Outcome, after: Outcome, in_reach: Outcome
) -> ScoreCard:
    """Return the score card of a position.

    before: without any deal; after: with what is promised and not broken; in_reach: with every
    issue at its deepest by all who could give it
    """
    joined = sum(plenary_vote(scenario, state, party.id)[0] for party in scenario.others)
    cut = before.in_2030_gtco2e - after.in_2030_gtco2e
    enough = joined >= scenario.goals.joins and is_cut_enough(scenario.goals, cut)
    cooled = before.median_2100_c - after.median_2100_c
    return ScoreCard(
        warming=_share(cooled, before.median_2100_c - in_reach.median_2100_c),
        gap_closed=_share(cut, before.in_2030_gtco2e - in_reach.in_2030_gtco2e),
        durability=_figure(_durability(state)),
        fairness=_figure(_fairness(scenario, state, joined)),
        mandate=_figure(_mandate(scenario, state)),
        efficiency=_figure(_efficiency(scenario, state)),
        joined=joined,
        cut_2030_gtco2e=cut,
        passed=enough and not has_broken(state.ledger, scenario.you),
    )


def is_cut_enough(goals: Goals, cut_gtco2e: float) -> bool:
    """Return True if the deals cut as much in 2030 as the goals ask."""
    return cut_gtco2e >= goals.cut_2030_gtco2e - 1e-9


def has_broken(ledger: Ledger, seat: str) -> bool:
    """Return True if a promise of that seat's own was broken."""
    own = (promise for promise in ledger if promise.term.slot.giver == seat)
    return any(promise.status is PromiseStatus.BROKEN for promise in own)


def _share(done: float, in_reach: float) -> int:
    """Return what was done of what could be; nothing if nothing could be."""
    return _figure(done / in_reach) if in_reach > 0 else 0


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
    """Return the share of parties that join.

    Averaged with the money promised where money is an issue.
    """
    assent = joined / len(scenario.others)
    promised = state.ledger.deepest
    shares = [
        promised.option(slot) / issue.last
        for issue in scenario.issues
        if issue.domain is Domain.FINANCE
        for slot in issue.slots
    ]
    return (assent + sum(shares) / len(shares)) / 2 if shares else assent


def _mandate(scenario: Scenario, state: State) -> float:
    own = scenario.delegation(scenario.you)
    seats = sum(faction.seats for faction in own.home.factions)
    votes = home_votes(state, own, terms_at_home(scenario, state, own.id))
    return (votes - own.home.pass_mark) / (FULL_MANDATE_SHARE * seats)


def _efficiency(scenario: Scenario, state: State) -> float:
    """Return the mean, over pairs that could gain, of the root of Nash's product to its best."""
    shares = [
        share
        for party in scenario.others
        if (share := joint_gains(scenario, party.id).share_of(state)) is not None
    ]
    return sum(shares) / len(shares) if shares else 0.0
