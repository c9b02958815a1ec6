"""Every screen with text at twice its size: everything can be read or scrolled to."""

from functools import cache

import pygame
import pytest

from game.levels.loader import Level
from game.texts import Texts
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import Settings
from game.ui.paint.theme import ThemeName
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level
from tests.ui.checking import faults_in_scales

SIZES = {"540p": (960, 540), "720p": (1280, 720), "1080p": (1920, 1080), "4:3": (1024, 768)}
SCALES = (1.25, 1.75, 2.0)


@cache
def _glasgow() -> Level:
    return shipped_level("glasgow")


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_bears_large_text(
    name: str, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    settings = Settings(theme=ThemeName.PAPER)
    stage = Stage(pygame.display.set_mode(SIZES["720p"]), texts, settings, Routes)
    stage.show(screen_named(name, stage, _glasgow()))
    assert faults_in_scales(stage, SCALES, SIZES) == {}
