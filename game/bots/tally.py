"""The results of many games of one player, with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.bots.simulation import Played
from game.bots.statistics import Measured, mean_of, wilson


@dataclass(frozen=True)
class Tally:
    """A player's games in figures.

    scores: of each game, in the order of the seeds; score: p05, p50, p95
    closing_share: the share of games whose deals were all struck in the last round
    deals: struck in a game, mean
    """

    player: str
    games: int
    passed: int
    pass_rate: Measured
    scores: tuple[int, ...]
    score: tuple[float, float, float]
    mean_score: Measured
    deals_below_floor: int
    closing_share: float
    deals: float


def tally(player: str, games: Sequence[Played]) -> Tally:
    """Return the figures of at least one game."""
    scores = [game.score for game in games]
    passed = sum(game.passed for game in games)
    low, middle, high = (float(figure) for figure in np.percentile(scores, (5, 50, 95)))
    return Tally(
        player=player,
        games=len(games),
        passed=passed,
        pass_rate=wilson(passed, len(games)),
        scores=tuple(scores),
        score=(low, middle, high),
        mean_score=mean_of(scores),
        deals_below_floor=sum(game.deals_below_floor for game in games),
        closing_share=sum(game.story.all_in_last_round for game in games) / len(games),
        deals=sum(sum(game.story.deals_by_round) for game in games) / len(games),
    )
