"""A window without a screen."""

from collections.abc import Iterator

import pygame
import pytest

from game.ui.app import App
from game.ui.screens.title import TitleScreen, furnish
from tests.ui.driving import Driver

SEED = 1


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """The game on its title screen, under SDL's dummy driver; every new game has the same seed."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("game.ui.screens.levels.secrets.randbelow", lambda below: SEED % below)
    monkeypatch.setattr("game.ui.app.open_device", lambda: None)
    app = App("Road to Glasgow")
    furnish(app.stage)
    app.stage.show(TitleScreen(app.stage))
    app.step()
    yield Driver(app)
    pygame.display.quit()
