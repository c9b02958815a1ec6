"""Turns commitments into emissions and warming, and remembers earlier results."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from game.climate.commitments import Commitment
from game.climate.emissions import emissions_of
from game.climate.ensemble import Ensemble, load_ensemble
from game.climate.outcome import Outcome
from game.climate.projection import project_each
from game.climate.world import World
from game.climate.world_total import pathway_of
from game.paths import climate_dir

MOST_KEPT = 64


class ClimateDesk:
    """Answers "what would this do?" for one world; the same question is worked out once."""

    def __init__(self, world: World, ensemble: Ensemble) -> None:
        self.world, self.ensemble = world, ensemble
        # Kept, a question takes 0.05 ms; worked out, 36 ms (Glasgow, all members).
        # No lru_cache: what is missing of several questions is run side by side.
        self._kept: OrderedDict[frozenset[Commitment], Outcome] = OrderedDict()
        self._keeping = threading.Lock()  # a window asks from two threads

    def outcome(self, commitments: Iterable[Commitment]) -> Outcome:
        """Emissions and warming when all of these are met."""
        return self.outcomes((commitments,))[0]

    def outcomes(self, asked: Iterable[Iterable[Commitment]]) -> tuple[Outcome, ...]:
        """One outcome for each set of commitments; those not known yet are run side by side."""
        wanted = [frozenset(commitments) for commitments in asked]
        with self._keeping:
            found = {each: self._kept[each] for each in wanted if each in self._kept}
        found |= self._worked_out([each for each in dict.fromkeys(wanted) if each not in found])
        with self._keeping:
            for each in wanted:
                self._kept[each] = found[each]
                self._kept.move_to_end(each)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return tuple(found[each] for each in wanted)

    def _worked_out(
        self, missing: Sequence[frozenset[Commitment]]
    ) -> dict[frozenset[Commitment], Outcome]:
        if not missing:
            return {}
        emissions = [emissions_of(self.world, commitments) for commitments in missing]
        projections = project_each([pathway_of(each) for each in emissions], self.ensemble)
        return dict(zip(missing, map(Outcome, emissions, projections), strict=True))


def open_desk(world: World, members: int | None = None) -> ClimateDesk:
    """Open a desk with the ensemble that ships with the game (some 50 ms).

    members: how many of its members to run, spread evenly; all of them where left out
    """
    whole = load_ensemble(climate_dir())
    return ClimateDesk(world, whole if members is None else whole.thinned(members))
