"""A stage without a loop, for as long as a test lasts."""

from collections.abc import Iterator

import pygame
import pytest

from game.texts import Texts
from game.ui.input.settings import Settings
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage


def staged(texts: Texts, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[Stage]:
    """Yield a stage in the smallest usual window; close the display after it."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    yield Stage(pygame.display.set_mode((1280, 720)), texts, settings, Routes)
    pygame.display.quit()
