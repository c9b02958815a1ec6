"""The ways that a stage opens by itself; the screens are made further up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class StageRoutes(Protocol):
    """Opens the screens that are there wherever the player is."""

    def to_words(self, entry: str = "") -> None:
        """Look a word, a source or a key up, at an entry where one is given."""

    def say(self, title: str, lines: Sequence[str]) -> None:
        """Show a short message over the screen that is up."""
