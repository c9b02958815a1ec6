"""How quick the window is at 1920x1080: run with `pytest tests/benchmarks --benchmark-only`.

A frame may take 16.7 ms at most; what is drawn once, such as the map, may take a few of those.
"""

from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.levels.loader import load_level
from game.paths import builtin_levels_dir
from game.session.session import Session
from game.texts import Texts
from game.ui.charts.world_map import WorldMap
from game.ui.input.settings import Settings
from game.ui.paint.motion import FADE_MS, Fade
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage

SIZE = (1920, 1080)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, texts: Texts) -> Stage:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    stage = Stage(pygame.display.set_mode(SIZE), texts, Settings(), Routes)
    session = Session(load_level(builtin_levels_dir() / "glasgow"), seed=1)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    stage.draw()
    return stage


def test_a_frame_of_a_fade(benchmark: Callable[..., Any], stage: Stage) -> None:
    surface, fade = stage.canvas.surface, Fade()
    fade.begin(surface, 0)
    fade.draw(surface, 0, is_fresh=True)
    benchmark(fade.draw, surface, FADE_MS // 3, is_fresh=False)


def test_the_round_drawn_again(benchmark: Callable[..., Any], stage: Stage) -> None:
    benchmark(stage.draw)


def test_the_round_built_and_drawn(benchmark: Callable[..., Any], stage: Stage) -> None:
    def anew() -> None:
        stage.refresh()
        stage.draw()

    benchmark(anew)


def test_the_map_drawn_for_the_first_time(benchmark: Callable[..., Any], stage: Stage) -> None:
    world_map = WorldMap([], {"usa": 0, "china": 1})
    world_map.place(stage.canvas, pygame.Rect(0, 0, 1100, 440))

    def first() -> None:
        stage.canvas.panels.pictures.clear()
        world_map._picture(stage.canvas)

    benchmark(first)
