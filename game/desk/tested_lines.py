"""Red lines that sounding out has tested, and the bluffs it found."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.model.scenario import RedLine
from game.negotiation.model.state import Learned


def is_found_bluff(line: RedLine, learned: Iterable[Learned]) -> bool:
    """Return True if the player has learned that an option a line rules out would be accepted.

    It follows from what sounding out showed, never from the other side's own figures.
    """
    return any(
        known.slot == line.slot
        and any(line.is_crossed_by(option) for option in range(known.lowest, known.highest + 1))
        for known in learned
    )
