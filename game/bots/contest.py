"""Plays the styles of the grid on the same seeds, and counts their wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

import numpy as np

from game.bots.simulation import Played
from game.bots.statistics import FloatArray, Measured, bootstrapped, entropy_bits
from game.bots.style import Style


@dataclass(frozen=True)
class Contest:
    """The result of every style on every seed.

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

    @cached_property
    def alike(self) -> tuple[tuple[Style, ...], ...]:
        """The styles, those together that played the very same games: a habit never came up."""
        groups: dict[tuple[str, ...], list[Style]] = defaultdict(list)
        for style, games in self.games.items():
            groups[tuple(game.log_hash for game in games)].append(style)
        return tuple(tuple(group) for group in groups.values())

    @cached_property
    def won(self) -> FloatArray:
        """The share of each seed that each group of like styles wins, shape (seeds, groups).

        The best (passed, score) wins; groups that are equally good share the seed equally.
        """
        marks = [[_mark(game) for game in self.games[group[0]]] for group in self.alike]
        results = np.array(marks, dtype=float).T
        best = results == results.max(axis=1, keepdims=True)
        return np.asarray(best / best.sum(axis=1, keepdims=True))

    def group_shares(self) -> dict[tuple[Style, ...], float]:
        """Return the share of the seeds that each group of like styles wins."""
        means = self.won.mean(axis=0)
        return {group: float(share) for group, share in zip(self.alike, means, strict=True)}

    def shares(self) -> dict[Style, float]:
        """Return the share of the seeds that each style wins; like styles have equal parts."""
        groups = self.group_shares()
        parts = {style: share / len(g) for g, share in groups.items() for style in g}
        return {style: parts[style] for style in self.games}

    def winners_per_seed(self) -> float:
        """Return how many groups share a seed on average: many if the seeds tell none apart."""
        return float((self.won > 0).sum(axis=1).mean())

    def largest_share(self) -> Measured:
        """Return the share of seeds won by the style that wins most of them, with its likes."""
        return bootstrapped(self.won, lambda rows: float(rows.mean(axis=0).max()))

    def largest_share_as_played(self) -> Measured:
        """Return the same where styles that play one and the same game on a seed win it together.

        Stricter: styles that part on a few seeds alone do not share what they win on the others.
        """
        logs = [
            [self.games[group[0]][seed].log_hash for group in self.alike]
            for seed in range(self.seeds)
        ]
        won = np.zeros_like(self.won)
        for seed, (hashes, shares) in enumerate(zip(logs, self.won, strict=True)):
            best = {log for log, share in zip(hashes, shares, strict=True) if share > 0}
            won[seed] = [1 / len(best) if log in best else 0.0 for log in hashes]
        return bootstrapped(won, lambda rows: float(rows.mean(axis=0).max()))

    def best_style(self) -> Style:
        """Return the style that passes most and, among equals, scores highest."""
        return max(self.games, key=lambda style: sum(_mark(game) for game in self.games[style]))

    def leading(self) -> tuple[Style, ...]:
        """Return the style that wins most seeds, with its likes."""
        shares = self.group_shares()
        return max(shares, key=lambda group: shares[group])

    def entropy(self) -> tuple[float, float]:
        """Return the evenness of the wins: in bits, and as a share of the maximum."""
        bits = entropy_bits(list(self.group_shares().values()))
        return bits, bits / log2(len(self.alike)) if len(self.alike) > 1 else 0.0

    @property
    def late(self) -> float:
        """The share of the styles that let rounds pass before they begin."""
        return sum(style.waits > 0 for style in self.games) / len(self.games)

    def won_late(self) -> Measured:
        """Return the share of the seeds won by styles that let rounds pass before they begin."""
        late = [sum(style.waits > 0 for style in group) / len(group) for group in self.alike]
        return bootstrapped(self.won @ np.array(late), lambda rows: float(rows.mean()))

    def won_in_last_round(self) -> Measured:
        """Return the share of seeds won by games whose deals were all struck in the last round."""
        games = [self.games[group[0]] for group in self.alike]
        last = [[game.story.all_in_last_round for game in each] for each in games]
        won = (self.won * np.array(last).T).sum(axis=1)
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
    """Return one number that orders games: passed before not passed, then by score."""
    return 1000 * game.passed + game.score
