"""Takes the pictures that saved games are known again by, beside the drawing."""

from __future__ import annotations

import contextlib
from collections.abc import Hashable
from pathlib import Path

import pygame

from game.ui.newest import Newest
from game.ui.thumbnails import keep_picture, picture_of, shrunk


class Camera:
    """One picture for each moment of a game; the loop only copies pixels, a thread does the rest.

    A disk that refuses costs the picture, never the game.
    """

    def __init__(self, log: Path) -> None:
        self._path = picture_of(log)
        self._moment: Hashable = None
        self._darkroom: Newest[pygame.Surface, None] = Newest(self._develop, self._clear_away)

    def take(self, surface: pygame.Surface, area: pygame.Rect, moment: Hashable) -> None:
        """Keep this part of a frame, unless there is a picture of this moment already."""
        if moment != self._moment:
            self._moment = moment
            self._darkroom.ask(surface.subsurface(area).copy())

    def close(self) -> None:
        """No more pictures of this game."""
        self._darkroom.close()

    def _develop(self, picture: pygame.Surface) -> None:
        with contextlib.suppress(OSError, pygame.error):
            keep_picture(shrunk(picture), self._path)

    def _clear_away(self) -> None:
        """Nobody waits for the answer: what was copied is not held until the next picture."""
        self._darkroom.take()
