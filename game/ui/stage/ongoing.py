"""What the stage asks of a game in progress."""

from __future__ import annotations

from typing import Protocol

from game.texts import Texts


class Ongoing(Protocol):
    """A game in the window; there is one at most."""

    def tell_in(self, texts: Texts) -> None:
        """Go on in another language."""

    def end(self) -> None:
        """Another game begins, or none: nothing works beside the drawing for it any more."""
