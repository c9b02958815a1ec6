"""Commitments in, emissions and warming out; what has been asked before is kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

from game.climate.commitments import Commitment
from game.climate.emissions import emissions_of
from game.climate.ensemble import Ensemble, load_ensemble
from game.climate.outcome import Outcome
from game.climate.projection import project
from game.climate.world import World
from game.climate.world_total import pathway_of
from game.paths import climate_dir

MOST_KEPT = 64


class ClimateDesk:
    """Answers "what would this do?" for one world; the same question is worked out once."""

    def __init__(self, world: World, ensemble: Ensemble) -> None:
        self.world, self.ensemble = world, ensemble
        self._kept: OrderedDict[frozenset[Commitment], Outcome] = OrderedDict()
        self._keeping = threading.Lock()  # a window asks from two threads

    def outcome(self, commitments: Iterable[Commitment]) -> Outcome:
        """Emissions and warming when all of these are met."""
        wanted = frozenset(commitments)
        with self._keeping:
            found = self._kept.get(wanted)
        if found is None:
            emissions = emissions_of(self.world, wanted)
            found = Outcome(emissions, project(pathway_of(emissions), self.ensemble))
        with self._keeping:
            self._kept[wanted] = found
            self._kept.move_to_end(wanted)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found


def open_desk(world: World, members: int | None = None) -> ClimateDesk:
    """A desk with the ensemble that ships with the game (some 50 ms).

    members: how many of its members to run, spread evenly; all of them where left out
    """
    whole = load_ensemble(climate_dir())
    return ClimateDesk(world, whole if members is None else whole.thinned(members))
