"""The same bare domains through the PyPI package `negmas` and through our duel, in one run.

Needs the extra `bench` (`python -m pip install -e ".[test,bench]"`), and is not collected without
it. Run with `python -m pytest tests/benchmarks/test_against_negmas.py --benchmark-only -s`; it
prints a table and, below it, the ratios.

Negmas plays pairs of its own negotiators by its stacked alternating offers, 20 rounds: in each both
make one offer, as in ours. What is timed is one negotiation from two sides that know
their utility functions to its end, set-up of the mechanism and of our seats included.
"""

import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import mean, median
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from negmas import make_issue
    from negmas.outcomes import make_os
    from negmas.preferences import LinearAdditiveUtilityFunction, TableFun
    from negmas.sao import (
        BoulwareTBNegotiator,
        ConcederTBNegotiator,
        LinearTBNegotiator,
        MiCRONegotiator,
        NiceTitForTatNegotiator,
        SAOMechanism,
    )

from game.duel.domain_json import domain_from_json
from game.duel.duel import duel
from tests.duel.random_domains import KINDS, Document, Judge, Quality, random_domain

ROUNDS = 20
DOMAINS = 250
DOMAINS_OF_THE_SLOW = 40  # a second and more for each

Outcome = tuple[int, ...] | None
Negotiation = Callable[[], Outcome]  # ready to run, and to be timed

QUICK = {
    "Boulware, Boulware": (BoulwareTBNegotiator, BoulwareTBNegotiator),
    "Linear, Linear": (LinearTBNegotiator, LinearTBNegotiator),
    "Conceder, Conceder": (ConcederTBNegotiator, ConcederTBNegotiator),
    "Boulware, Conceder": (BoulwareTBNegotiator, ConcederTBNegotiator),
    "MiCRO, MiCRO": (MiCRONegotiator, MiCRONegotiator),
}
SLOW = {
    "NiceTFT, NiceTFT": (NiceTitForTatNegotiator, NiceTitForTatNegotiator),
    "NiceTFT, Linear": (NiceTitForTatNegotiator, LinearTBNegotiator),
    "NiceTFT, Boulware": (NiceTitForTatNegotiator, BoulwareTBNegotiator),
}

OURS: dict[str, dict[str, Any]] = {
    "our duel": {},
    "our duel, no chair": {"chair": False},
    "our duel, offers and a yes alone": {"chair": False, "suggestions": 0},
}


@dataclass(frozen=True)
class Figures:
    """Over domains in which some outcome is acceptable to both; shares, means, median distance."""

    name: str
    domains: int
    agreed: float
    on_frontier: float
    nash: float
    distance: float
    milliseconds: float

    def __str__(self) -> str:
        return (
            f"| {self.name} ({self.domains}) | {self.agreed:.1%} | {self.on_frontier:.1%} |"
            f" {self.nash:.3f} | {self.distance:.3f} | {self.milliseconds:.2f} |"
        )


def _negmas(document: Document, seed: int, pair: tuple[type, type]) -> Negotiation:
    issues = [make_issue(issue["options"], issue["id"]) for issue in document["issues"]]
    space = make_os(issues)
    utilities = [
        LinearAdditiveUtilityFunction(
            values={
                issue: TableFun(dict(enumerate(row))) for issue, row in party["weights"].items()
            },
            weights=dict.fromkeys(party["weights"], 1.0),
            reserved_value=party["reservation"],
            outcome_space=space,
        )
        for party in document["parties"]
    ]
    sides = list(zip(pair, utilities, strict=True))[:: -1 if seed % 2 else 1]

    def run() -> Outcome:
        mechanism = SAOMechanism(outcome_space=space, n_steps=ROUNDS)
        for negotiator, utility in sides:
            mechanism.add(negotiator(), ufun=utility)
        agreed = mechanism.run().agreement
        return None if agreed is None else tuple(int(option) for option in agreed)

    return run


def _ours(document: Document, seed: int, how: dict[str, Any]) -> Negotiation:
    domain = domain_from_json(document)
    return lambda: duel(domain, ROUNDS, seed, **how).options


def _measure(name: str, domains: int, ready: Callable[[Document, int], Negotiation]) -> Figures:
    found: list[Quality] = []
    taken_ms = []
    for seed in range(domains):
        document = random_domain(KINDS["usual"], seed)
        judge = Judge(document)
        negotiation = ready(document, seed)
        started = time.perf_counter()
        outcome = negotiation()
        taken_ms.append((time.perf_counter() - started) * 1000)
        if judge.acceptable.any():
            found.append(judge.quality(outcome))
    return Figures(
        name,
        len(found),
        mean(quality.agreed for quality in found),
        mean(quality.on_frontier for quality in found),
        mean(quality.nash for quality in found),
        median(quality.distance for quality in found),
        mean(taken_ms),
    )


def _ratios(ours: Figures, theirs: Figures) -> str:
    return (
        f"{ours.name} over {theirs.name}: Nash ratio x {ours.nash / theirs.nash:.2f}, frontier"
        f" {ours.on_frontier:.0%} to {theirs.on_frontier:.0%}, distance to the Nash point"
        f" {ours.distance:.3f} to {theirs.distance:.3f},"
        f" {theirs.milliseconds / ours.milliseconds:.0f} times as quick"
    )


def test_the_ratios_to_negmas_are_printed(benchmark: Any) -> None:
    """Quick pairs and slow ones; ours in full and with less, on the same domains."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = [
            _measure(name, domains, partial(_negmas, pair=pair))
            for pairs, domains in ((QUICK, DOMAINS), (SLOW, DOMAINS_OF_THE_SLOW))
            for name, pair in pairs.items()
        ]
    ours = [_measure(name, DOMAINS, partial(_ours, how=how)) for name, how in OURS.items()]
    benchmark(_ours(random_domain(KINDS["usual"], 0), 0, {}))
    print("\n| pair (domains) | agreed | on the frontier | Nash ratio | distance | ms |")
    print("|---|---|---|---|---|---|")
    print(*theirs, *ours, sep="\n")
    for mine in ours:
        for pairs in (theirs[: len(QUICK)], theirs[len(QUICK) :]):
            print(_ratios(mine, max(pairs, key=lambda figures: figures.nash)))
    assert min(figures.agreed for figures in theirs) > 0  # they did bargain
