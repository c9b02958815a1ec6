"""The ensemble: several hundred sets of physical parameters, all consistent with observations."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from game.climate.members import PARAMETERS, Members
from game.climate.past import Past, past_of
from game.climate.record import Record, read_record

ENSEMBLE_FILE = "ensemble.npz"
HISTORY_FILE = "history.csv"
GIVEN_FILE = "given.csv"


@dataclass(frozen=True)
class Ensemble:
    """Members and the past they all have lived through, ready to go on from 2022."""

    members: Members
    past: Past

    def __len__(self) -> int:
        """How many members there are."""
        return len(self.members)

    def thinned(self, count: int) -> "Ensemble":
        """Return an ensemble of `count` members spread evenly over this one's; at least one.

        Members are stored in an order that knows nothing of their climate, so any part of
        them is a fair sample.
        """
        chosen = np.arange(max(1, count)) * len(self) // max(1, count)
        return ensemble_of(self.members.select(np.unique(chosen)))


def ensemble_of(members: Members) -> Ensemble:
    """Run the record through the members."""
    return Ensemble(members, past_of(members))


def load_ensemble(folder: Path) -> Ensemble:
    """Load the calibrated ensemble from `assets/climate`, its past run (some 30 ms)."""
    with np.load(folder / ENSEMBLE_FILE, allow_pickle=False) as stored:
        parameters = {name: stored[name].astype(np.float64) for name in PARAMETERS}
    return ensemble_of(Members(parameters, load_record(folder)))


def load_record(folder: Path) -> Record:
    """Return the record of emissions and given drivers from the files of `assets/climate`."""
    return read_record(
        (folder / HISTORY_FILE).read_text(encoding="utf-8"),
        (folder / GIVEN_FILE).read_text(encoding="utf-8"),
    )


def save_members(members: Members, folder: Path) -> None:
    """Write the members to `ensemble.npz`: the same bytes for the same members."""
    buffer = BytesIO()
    arrays: dict[str, Any] = {name: members[name] for name in PARAMETERS}
    np.savez(buffer, **arrays)
    (folder / ENSEMBLE_FILE).write_bytes(buffer.getvalue())
