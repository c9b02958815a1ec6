"""How near a deal came to the best there was, in words; the screen and the report say the same."""

from __future__ import annotations

from game.debrief.frontier import Frontier
from game.debrief.names import Names


def share_told(frontier: Frontier, names: Names) -> str:
    """The share, and what the best gives either side."""
    assert frontier.best is not None
    assert frontier.share is not None
    yours, theirs = frontier.best
    return names.texts(
        "debrief.missed.share",
        share=frontier.share,
        yours=names.points(yours),
        theirs=names.points(theirs),
        party=names.party(frontier.delegation),
    )
