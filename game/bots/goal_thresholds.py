"""Which goal of a level fails, and which goals would separate good play from bad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.bots.balance_targets import Band
from game.bots.simulation import Played
from game.negotiation.model.scenario import Goals, LineKind, Scenario, Slot
from game.negotiation.rules.scoring import is_cut_enough

STEP_GTCO2E = 0.1
LEAST_GAMES_TO_JUDGE_GOALS = 20


@dataclass(frozen=True)
class Shortfall:
    """Why games were not passed; shares of all games, and one game may fall short of several.

    joined, cut_2030_gtco2e: what the games reached, means
    """

    joins: float
    cut: float
    broken: float
    joined: float
    cut_2030_gtco2e: float

    @property
    def worst(self) -> str:
        """Which fails most often: `joins`, `cut` or `broken`; empty if nothing does."""
        shares = {"joins": self.joins, "cut": self.cut, "broken": self.broken}
        worst = max(shares, key=lambda goal: shares[goal])
        return worst if shares[worst] > 0 else ""


def shortfall_of(scenario: Scenario, games: Sequence[Played]) -> Shortfall:
    """Return which goals so many games, at least one, fell short of."""
    goals, number = scenario.goals, len(games)
    return Shortfall(
        joins=sum(game.card.joined < goals.joins for game in games) / number,
        cut=sum(not is_cut_enough(goals, game.card.cut_2030_gtco2e) for game in games) / number,
        broken=sum(game.story.broke(scenario.you) for game in games) / number,
        joined=sum(game.card.joined for game in games) / number,
        cut_2030_gtco2e=sum(game.card.cut_2030_gtco2e for game in games) / number,
    )


def pass_rate(scenario: Scenario, games: Sequence[Played], goals: Goals) -> float:
    """Return the share of games that would pass under other goals, had they been played just so."""
    passed = sum(
        game.card.joined >= goals.joins
        and is_cut_enough(goals, game.card.cut_2030_gtco2e)
        and not game.story.broke(scenario.you)
        for game in games
    )
    return passed / len(games)


def missing_cuts(scenario: Scenario, games: Sequence[Played]) -> dict[Slot, float]:
    """Per slot, how much of the cut that no red line forbids the deals leave out.

    MtCO2e/yr in 2030, mean over the games, each slot alone
    """
    found: dict[Slot, float] = {}
    for slot, cuts in scenario.cut_mtco2e_2030.items():
        lines = scenario.delegation(slot.giver).red_lines
        meant = [
            line.highest for line in lines if line.slot == slot and line.kind is not LineKind.BLUFF
        ]
        reached = [_deepest(game, slot) for game in games]
        possible = cuts[min([len(cuts) - 1, *meant])]
        found[slot] = possible - sum(cuts[option] for option in reached) / len(reached)
    return found


def _deepest(game: Played, slot: Slot) -> int:
    options = [a.term.option for a in game.story.agreed if a.term.slot == slot]
    return max(options, default=0)


@dataclass(frozen=True)
class BetterGoals:
    """Goals under which more players pass as often as they should, and how often they would."""

    goals: Goals
    pass_rates: Mapping[str, float]


def better_goals(
    scenario: Scenario,
    games: Mapping[str, Sequence[Played]],
    bands: Mapping[str, Band],
) -> BetterGoals | None:
    """Return the goals under which most players' pass rates lie in their bands, or nearest to them.

    games, bands: per player. None where no goals do better than the level's own, or where the
    games are too few to tell.
    """
    if min(len(played) for played in games.values()) < LEAST_GAMES_TO_JUDGE_GOALS:
        return None
    now = scenario.goals

    def fit(goals: Goals) -> tuple[int, float]:
        rates = {player: pass_rate(scenario, games[player], goals) for player in bands}
        missed = [band.distance(rates[player]) for player, band in bands.items()]
        met = sum(band.side(rates[player]) == 0 for player, band in bands.items())
        return met, -sum(missed)

    deepest = max(game.card.cut_2030_gtco2e for played in games.values() for game in played)
    candidates = [
        Goals(joins, round(step * STEP_GTCO2E, 1))
        for joins in range(1, len(scenario.others) + 1)
        for step in range(round(deepest / STEP_GTCO2E) + 1)
    ]
    best = max(candidates, key=lambda goals: (*fit(goals), -_distance(goals, now)))
    if fit(best)[0] <= fit(now)[0]:
        return None
    return BetterGoals(best, {p: pass_rate(scenario, games[p], best) for p in games})


def _distance(one: Goals, other: Goals) -> float:
    """In steps: a delegation more counts as much as half a gigatonne."""
    joins = abs(one.joins - other.joins)
    return joins + abs(one.cut_2030_gtco2e - other.cut_2030_gtco2e) / 0.5
