"""Random bare domains of several kinds, and how good an outcome is, listed out in full."""

import math
import random
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Document = dict[str, Any]
Rows = list[list[float]]

ALMOST = 1e-9  # what floating point may lose when worth is added up


@dataclass(frozen=True)
class Kind:
    """How the domains of a kind are drawn.

    issues, options: how many; weigh: exponent of the draws for issue weights, higher is less even
    in_order: odds that the options of an issue run from bad to good, or from good to bad
    second: how the other party's worth comes about: "own", "same", "reversed", "negative"
    reservations: both are drawn evenly from this range
    rescaled: whether the worst option of each issue is worth nothing
    """

    about: str
    issues: int = 6
    options: int = 4
    weigh: float = 1.0
    in_order: float = 0.5
    second: str = "own"
    reservations: tuple[float, float] = (0.0, 0.5)
    rescaled: bool = True


KINDS = {
    "usual": Kind("6 issues of 4 options, half of the issues in order, the rest in no order"),
    "no order": Kind("as usual, no issue in order", in_order=0.0),
    "plain": Kind("every worth an even draw, divided by the sum of the best", rescaled=False),
    "few issues": Kind("as usual, 3 issues", issues=3),
    "many issues": Kind("as usual, 8 issues", issues=8),
    "two options": Kind("as usual, 10 issues of 2 options", issues=10, options=2),
    "equal": Kind("both parties want the same", second="same"),
    "opposed": Kind(
        "in every issue one goes up where the other goes down", in_order=1.0, second="reversed"
    ),
    "zero-sum": Kind("what one gains the other loses, to the full", second="negative"),
    "guarded": Kind("as usual, reservations of 0.5 to 0.8", reservations=(0.5, 0.8)),
    "opposed and guarded": Kind(
        "opposed, reservations of 0.4 to 0.65",
        in_order=1.0,
        second="reversed",
        reservations=(0.4, 0.65),
    ),
}


def random_domain(kind: Kind, seed: int) -> Document:
    """Make a domain as a JSON document; each party's best outcome adds up to 1."""
    chance = random.Random(f"{kind.about}/{seed}")
    first = _rows(kind, chance)
    if kind.second == "same":
        second = first
    elif kind.second == "negative":
        second = [[max(row) - worth for worth in row] for row in first]
    else:
        second = _rows(kind, chance)
    if kind.second == "reversed":
        first, second = [sorted(row) for row in first], [sorted(row)[::-1] for row in second]
    return document(first, second, *(chance.uniform(*kind.reservations) for _ in range(2)))


def document(first: Rows, second: Rows, one: float, other: float) -> Document:
    """Two parties' worth, per issue and option, and their reservations as a JSON document."""
    names = [f"issue_{number}" for number in range(len(first))]
    return {
        "issues": [
            {"id": name, "options": len(row)} for name, row in zip(names, first, strict=True)
        ],
        "parties": [
            {"id": id_, "weights": dict(zip(names, rows, strict=True)), "reservation": reservation}
            for id_, rows, reservation in (("one", first, one), ("other", second, other))
        ],
    }


def _rows(kind: Kind, chance: random.Random) -> Rows:
    rows = []
    for _ in range(kind.issues):
        row = [chance.random() for _ in range(kind.options)]
        if chance.random() < kind.in_order:
            row.sort(reverse=chance.random() < 0.5)
        if kind.rescaled:
            weight = chance.random() ** kind.weigh / (max(row) - min(row))
            row = [(worth - min(row)) * weight for worth in row]
        rows.append(row)
    total = sum(max(row) for row in rows)
    return [[worth / total for worth in row] for row in rows]


@dataclass(frozen=True)
class Quality:
    """How good an outcome is. nash: product of gains over the best there is; distance: to its
    point, in utilities of both."""

    agreed: bool
    on_frontier: bool
    nash: float
    distance: float


class Judge:
    """Every package of a domain, added up in floating point: a yardstick apart from the game."""

    def __init__(self, domain: Document) -> None:
        self.parties = domain["parties"]
        self.worth = [_sums(party["weights"].values()) for party in self.parties]
        self.reservations = [party["reservation"] for party in self.parties]
        self.lengths = tuple(issue["options"] for issue in domain["issues"])

    @cached_property
    def gains(self) -> tuple[Floats, Floats]:
        one, other = (
            worth - reservation
            for worth, reservation in zip(self.worth, self.reservations, strict=True)
        )
        return one, other

    @cached_property
    def acceptable(self) -> npt.NDArray[np.bool_]:
        return np.asarray((self.gains[0] >= 0) & (self.gains[1] >= 0))

    def gains_of(self, options: tuple[int, ...]) -> tuple[float, float]:
        row = np.ravel_multi_index(options, self.lengths)
        return float(self.gains[0][row]), float(self.gains[1][row])

    def quality(self, options: tuple[int, ...] | None) -> Quality:
        """Of an outcome, None where there was no agreement; only where any is acceptable."""
        products = np.where(self.acceptable, self.gains[0] * self.gains[1], -1.0)
        fairest = int(products.argmax())
        best = (float(self.gains[0][fairest]), float(self.gains[1][fairest]))
        if options is None:
            return Quality(False, False, 0.0, math.hypot(*best))
        one, other = self.gains_of(options)
        better = (self.gains[0] > one + ALMOST) & (self.gains[1] >= other - ALMOST)
        better |= (self.gains[0] >= one - ALMOST) & (self.gains[1] > other + ALMOST)
        top = float(products[fairest])
        nash = max(0.0, one) * max(0.0, other) / top if top > 0 else 1.0
        return Quality(True, not better.any(), nash, math.hypot(best[0] - one, best[1] - other))


def _sums(rows: Any) -> Floats:
    sums = np.zeros(1)
    for row in rows:
        sums = np.add.outer(sums, np.array(row)).ravel()
    return sums
