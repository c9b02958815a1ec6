"""A window without a screen."""

from collections.abc import Iterator

import pygame
import pytest

from game.texts import Texts
from game.ui.app import App
from game.ui.input.settings import Settings
from game.ui.stage.stage import Stage
from tests.ui.driving import Driver
from tests.ui.staged import staged

SEED = 1


@pytest.fixture
def stage(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Make a stage without a loop, in the smallest usual window, without hints."""
    yield from staged(texts, monkeypatch, Settings(hints=False))


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """Return the game on its title screen, without a display; every new game has one seed."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(
        "game.ui.screens.shell.levels_screen.secrets.randbelow", lambda below: SEED % below
    )
    monkeypatch.setattr("game.ui.app.open_device", lambda: None)
    app = App("Road to Glasgow")
    app.routes.to_title()
    app.step()
    yield Driver(app)
    pygame.display.quit()
