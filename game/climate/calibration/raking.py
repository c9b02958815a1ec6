"""Weights that make draws match the assessed ranges, and a fair draw by weight."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from game.climate.arrays import FloatArray, IntArray

ROUNDS = 60
GIVES_WAY = 0.03  # how far a factor is shrunk towards 1 every round
LEAST_HELD = 1e-9  # so that an empty part asks for much, not for infinity


class Range(NamedTuple):
    """Quantiles of a quantity: with probability shares[i] it lies below values[i]."""

    shares: tuple[float, ...]
    values: tuple[float, ...]
    source: str


def rake(says: Mapping[str, FloatArray], ranges: Mapping[str, Range]) -> FloatArray:
    """Weights, summing to 1, under which the ranges hold as nearly as they agree: (draws,).

    A range divides the draws into parts and says how much belief lies in each. Every part of
    every range has a factor; a draw's weight is the product of the factors of its parts. The
    factors are set for one range after the other until all hold (raking: Deming & Stephan 1940,
    Ann. Math. Stat. 11, 427-444), each time shrunk a little towards 1: where ranges contradict
    each other all give way somewhat, rather than the belief resting on the few draws that fit.
    """
    parts = {name: np.digitize(says[name], known.values) for name, known in ranges.items()}
    beliefs = {name: _beliefs(known) for name, known in ranges.items()}
    logs = {name: np.zeros(len(belief)) for name, belief in beliefs.items()}
    count = len(next(iter(parts.values())))
    weights = np.full(count, 1.0 / count)
    for _ in range(ROUNDS):
        for name, part in parts.items():
            held = np.bincount(part, weights, minlength=len(logs[name]))
            wanted = beliefs[name] / np.maximum(held / held.sum(), LEAST_HELD)
            stepped = (logs[name] + np.log(wanted)) * (1.0 - GIVES_WAY)
            weights *= np.exp(stepped - logs[name])[part]
            logs[name] = stepped
        weights /= weights.sum()
    return weights


def _beliefs(known: Range) -> FloatArray:
    return np.diff(np.array(known.shares), prepend=0.0, append=1.0)


def choose(
    weights: FloatArray,
    says: Mapping[str, FloatArray],
    ranges: Mapping[str, Range],
    count: int,
    tries: int,
    chance: np.random.Generator,
) -> IntArray:
    """Numbers of `count` draws chosen fairly by weight: of `tries` such choices the best fitting.

    Every try takes draws at even steps of weight along one of the quantities; all are fair, and
    they differ by chance. The one whose quantiles miss the given ranges least is taken, then
    shuffled, so that any part of it is a fair sample of it.
    """
    orders = [np.argsort(says[name], kind="stable") for name in ranges]
    totals = [np.cumsum(weights[order]) for order in orders]
    best, least = np.arange(count), np.inf
    for turn in range(tries):
        order, total = orders[turn % len(orders)], totals[turn % len(orders)]
        steps = (np.arange(count) + chance.random()) / count * total[-1]
        chosen = order[np.minimum(np.searchsorted(total, steps), len(order) - 1)]
        missed = _misfit(chosen, says, ranges)
        if missed < least:
            best, least = chosen, missed
    return chance.permutation(best)


def _misfit(chosen: IntArray, says: Mapping[str, FloatArray], ranges: Mapping[str, Range]) -> float:
    """Mean squared miss of the quantiles, each in widths of its range."""
    misses = [
        (np.quantile(says[name][chosen], known.shares) - known.values)
        / (known.values[-1] - known.values[0])
        for name, known in ranges.items()
    ]
    return float(np.mean([np.mean(miss**2) for miss in misses]))
