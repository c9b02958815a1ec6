"""Measures how well two computer seats bargain: `python -m tests.duel.duel_figures`.

Prints the table of docs/bargaining.md: for every kind of domain 250 duels of 8 and of 20 rounds,
with a chair, without, and without one and without texts put to each other after a yes.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import mean, median

from game.duel.domain_json import domain_from_json
from game.duel.duel import MOST_SUGGESTIONS, duel
from tests.duel.random_domains import ALMOST, KINDS, Judge, Kind, Quality, random_domain

DOMAINS = 250


@dataclass(frozen=True)
class Figures:
    """Over the domains in which some outcome is acceptable to both.

    agreed, on_frontier: shares; nash: mean; distance, milliseconds: medians; below: deals that
    leave a party less than its reservation
    """

    domains: int
    agreed: float
    on_frontier: float
    nash: float
    distance: float
    rounds: float
    milliseconds: float
    below: int


def measure(
    kind: Kind,
    rounds: int,
    *,
    chair: bool,
    suggestions: int = MOST_SUGGESTIONS,
    domains: int = DOMAINS,
) -> Figures:
    """Duels over the first so many domains of a kind."""
    found: list[Quality] = []
    used, taken_ms, below = [], [], 0
    for seed in range(domains):
        document = random_domain(kind, seed)
        domain, judge = domain_from_json(document), Judge(document)
        started = time.perf_counter()
        ended = duel(domain, rounds, seed, chair=chair, suggestions=suggestions)
        taken_ms.append((time.perf_counter() - started) * 1000)
        if ended.options is not None:
            below += min(judge.gains_of(ended.options)) < -ALMOST
        if judge.acceptable.any():
            found.append(judge.quality(ended.options))
            used.append(ended.rounds_used)
    return _summary(found, used, taken_ms, below)


def _summary(
    found: list[Quality], used: Iterable[int], taken_ms: Iterable[float], below: int
) -> Figures:
    return Figures(
        domains=len(found),
        agreed=mean(quality.agreed for quality in found),
        on_frontier=mean(quality.on_frontier for quality in found),
        nash=mean(quality.nash for quality in found),
        distance=median(quality.distance for quality in found),
        rounds=mean(used),
        milliseconds=median(taken_ms),
        below=below,
    )


def main() -> None:
    """Print one table for each number of rounds and each way to settle."""
    ways = {
        "with a chair": (True, MOST_SUGGESTIONS),
        "without a chair": (False, MOST_SUGGESTIONS),
        "offers and a yes alone": (False, 0),
    }
    for rounds in (8, 20):
        for way, (chair, suggestions) in ways.items():
            print(f"\n{rounds} rounds, {way}\n")
            print("| domains | agreed | on the frontier | Nash ratio | distance | round | ms |")
            print("|---|---|---|---|---|---|---|")
            for name, kind in KINDS.items():
                _print_row(name, measure(kind, rounds, chair=chair, suggestions=suggestions))
    _print_wide()


def _print_wide() -> None:
    """How long one duel takes where packages cannot be listed."""
    print("\n| packages | usual | opposed | zero-sum |\n|---|---|---|---|")
    for issues, options in ((12, 8), (20, 10), (200, 100)):
        cells = []
        for name in ("usual", "opposed", "zero-sum"):
            wide = replace(KINDS[name], issues=issues, options=options)
            domain = domain_from_json(random_domain(wide, 1))
            started = time.perf_counter()
            duel(domain, 8, 0)
            cells.append(f"{(time.perf_counter() - started) * 1000:,.0f} ms")
        print(f"| {issues} issues of {options} options | {' | '.join(cells)} |")


def _print_row(name: str, got: Figures) -> None:
    if got.below:
        raise SystemExit(f"{name}: {got.below} deals below a reservation")
    print(
        f"| {name} ({got.domains}) | {got.agreed:.1%} | {got.on_frontier:.1%} |"
        f" {got.nash:.3f} | {got.distance:.3f} | {got.rounds:.1f} | {got.milliseconds:.2f} |"
    )


if __name__ == "__main__":
    main()
