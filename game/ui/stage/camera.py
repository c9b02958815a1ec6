"""Saves thumbnails of games, off the drawing thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable
from pathlib import Path

import pygame

from game.session.save_files import picture_of
from game.ui.paint.saved_pictures import keep_picture, shrunk
from game.ui.stage.background import Newest


class Camera:
    """One picture for each moment of a game; the loop only draws it, a thread does the rest.

    A disk that refuses costs the picture, never the game.
    """

    def __init__(self) -> None:
        self._moment: Hashable = None
        self._darkroom: Newest[tuple[Path, pygame.Surface], None] = Newest(
            self._develop, self._clear_away
        )

    def take(self, log: Path, draw: Callable[[], pygame.Surface], moment: Hashable) -> None:
        """Keep what is drawn beside a log, unless there is a picture of this moment already."""
        if moment != self._moment:
            self._moment = moment
            self._darkroom.ask((picture_of(log), draw()))

    def close(self) -> None:
        """No more pictures of this game."""
        self._darkroom.close()

    def _develop(self, exposed: tuple[Path, pygame.Surface]) -> None:
        path, picture = exposed
        with contextlib.suppress(OSError, pygame.error):
            keep_picture(shrunk(picture), path)

    def _clear_away(self) -> None:
        """Nobody waits for the answer: what was drawn is not held until the next picture."""
        self._darkroom.take()
