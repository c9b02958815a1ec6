"""Turns commitments into emissions and warming, and remembers earlier results."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.climate.commitments import Commitment
from game.climate.emissions import emissions_of
from game.climate.ensemble import Ensemble, load_ensemble
from game.climate.outcome import Outcome
from game.climate.projection import project
from game.climate.world import World
from game.climate.world_total import pathway_of
from game.paths import climate_dir

MOST_KEPT = 64  # outcomes, some 80 kB each


class ClimateDesk:
    """Answers "what would this do?" for one world; the same question is worked out once."""

    def __init__(self, world: World, ensemble: Ensemble, most_kept: int = MOST_KEPT) -> None:
        """Open a desk; most_kept: how many outcomes to keep, the latest asked for."""
        self.world, self.ensemble = world, ensemble
        # Kept, a question takes 0.05 ms; worked out, 36 ms (Glasgow, all members).
        self._outcome = lru_cache(most_kept)(self._worked_out)

    def outcome(self, commitments: Iterable[Commitment]) -> Outcome:
        """Return emissions and warming when all of these are met."""
        return self._outcome(frozenset(commitments))

    def _worked_out(self, commitments: frozenset[Commitment]) -> Outcome:
        emissions = emissions_of(self.world, commitments)
        return Outcome(emissions, project(pathway_of(emissions), self.ensemble))


def open_desk(world: World, most_kept: int = MOST_KEPT) -> ClimateDesk:
    """Open a desk with the ensemble that ships with the game (some 50 ms)."""
    return ClimateDesk(world, load_ensemble(climate_dir()), most_kept)
