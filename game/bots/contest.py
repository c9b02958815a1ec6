"""The styles of the grid against each other on the same seeds: who wins, and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np

from game.bots.simulate import Played
from game.bots.statistics import FloatArray, Measured, bootstrapped, entropy_bits
from game.bots.style import Style


@dataclass(frozen=True)
class Contest:
    """What every style made of every seed.

    games: per style, its games in the order of the seeds, which are the same for all
    """

    games: Mapping[Style, Sequence[Played]]

    @property
    def styles(self) -> tuple[Style, ...]:
        """The styles in the order of the grid."""
        return tuple(self.games)

    @property
    def seeds(self) -> int:
        """On how many seeds each of them played."""
        return len(next(iter(self.games.values())))

    def won(self) -> FloatArray:
        """The share of each seed that each style wins, shape (seeds, styles).

        The best (passed, score) wins; styles that are equally good share the seed equally.
        """
        marks = [[_mark(game) for game in games] for games in self.games.values()]
        results = np.array(marks, dtype=float).T
        best = results == results.max(axis=1, keepdims=True)
        return np.asarray(best / best.sum(axis=1, keepdims=True))

    def shares(self) -> dict[Style, float]:
        """The share of the seeds that each style wins."""
        means = self.won().mean(axis=0)
        return {style: float(share) for style, share in zip(self.games, means, strict=True)}

    def winners_per_seed(self) -> float:
        """How many styles share a seed on average: many where the seeds tell none apart."""
        return float((self.won() > 0).sum(axis=1).mean())

    def largest_share(self) -> Measured:
        """The share of the seeds that the style which wins most of them wins."""
        return bootstrapped(self.won(), lambda rows: float(rows.mean(axis=0).max()))

    def best_style(self) -> Style:
        """The style that passes most and, among equals, scores highest."""
        return max(self.games, key=lambda style: sum(_mark(game) for game in self.games[style]))

    def leading_style(self) -> Style:
        """The style that wins most seeds."""
        shares = self.shares()
        return max(shares, key=lambda style: shares[style])

    def entropy(self) -> tuple[float, float]:
        """How evenly wins are spread: in bits, and as a share of the most there could be."""
        bits = entropy_bits(list(self.shares().values()))
        return bits, bits / log2(len(self.games)) if len(self.games) > 1 else 1.0

    def won_late(self) -> Measured:
        """The share of the seeds won by styles that let rounds pass before they begin."""
        late = np.array([style.waits > 0 for style in self.games])
        return bootstrapped(self.won()[:, late].sum(axis=1), lambda rows: float(rows.mean()))

    def won_in_last_round(self) -> Measured:
        """The share of the seeds won by games whose deals were all struck in the last round."""
        last = [[game.story.all_in_last_round for game in games] for games in self.games.values()]
        won = (self.won() * np.array(last).T).sum(axis=1)
        return bootstrapped(won, lambda rows: float(rows.mean()))

    def by_habit(self) -> dict[str, dict[str, tuple[float, float]]]:
        """Per knob and setting: its share of the styles, and the share of the seeds they win."""
        shares = self.shares()
        found: dict[str, dict[str, tuple[float, float]]] = {}
        for knob in vars(Style()):
            weight: dict[str, float] = defaultdict(float)
            wins: dict[str, float] = defaultdict(float)
            for style, share in shares.items():
                setting = style.setting(knob)
                weight[setting] += 1 / len(shares)
                wins[setting] += share
            if len(weight) > 1:
                found[knob] = {setting: (weight[setting], wins[setting]) for setting in weight}
        return found


def _mark(game: Played) -> int:
    """One number that orders games: passed before not passed, then by score."""
    return 1000 * game.passed + game.score
