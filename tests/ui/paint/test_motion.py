"""Screens fade into each other, end where they would have been at once, and can be kept still."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.ui.input.settings import Settings, load_settings, save_settings
from game.ui.paint.motion import FADE_MS, SOLID, Fade
from game.ui.screens.routes import Routes
from tests.ui.driving import Driver


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, driver: Driver) -> list[int]:
    """Milliseconds since the start, set by the test."""
    now = [10_000]
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now[0])
    return now


def _picture(driver: Driver) -> np.ndarray:
    return pygame.surfarray.array3d(driver.app.stage.canvas.surface).astype(int)


def _turn(driver: Driver) -> tuple[np.ndarray, np.ndarray]:
    """Return the frame before the settings open, and the one that they end in."""
    stage = driver.app.stage
    driver.app.step()
    before = _picture(driver)
    Routes(stage).to_settings()
    stage.draw()
    after = _picture(driver)
    stage.canvas.surface.blit(pygame.surfarray.make_surface(before), (0, 0))
    stage.changed = True
    return before, after


def test_a_fade_lasts_between_150_and_250_ms() -> None:
    assert 150 <= FADE_MS <= 250
    fade = Fade()
    fade.begin(pygame.Surface((4, 4)), 1_000)
    left = [fade.opacity(1_000 + ms) for ms in range(0, FADE_MS + 1, 20)]
    assert left[0] == SOLID
    assert left[-1] == 0
    assert left == sorted(left, reverse=True)


def test_a_screen_comes_in_between_and_ends_as_it_would_have_been_drawn(
    driver: Driver, clock: list[int]
) -> None:
    before, after = _turn(driver)
    driver.app.step()
    assert np.abs(_picture(driver) - before).max() <= 2
    clock[0] += FADE_MS // 2
    driver.app.step()
    between = _picture(driver)
    assert np.abs(between - before).max() > 20
    assert np.abs(between - after).max() > 20
    clock[0] += FADE_MS
    driver.app.step()
    assert (_picture(driver) == after).all()


def test_a_key_ends_a_fade_at_once(driver: Driver, clock: list[int]) -> None:
    _turn(driver)
    driver.app.step()
    driver.key(pygame.K_F9)
    fresh = _picture(driver)
    driver.app.stage.draw()
    assert (fresh == _picture(driver)).all()


def test_with_reduced_motion_a_screen_is_there_at_once(driver: Driver, clock: list[int]) -> None:
    stage = driver.app.stage
    stage.change_settings(replace(stage.settings, reduce_motion=True))
    _, after = _turn(driver)
    driver.app.step()
    assert (_picture(driver) == after).all()


def test_a_new_size_in_the_middle_of_a_fade_is_drawn_whole(
    driver: Driver, clock: list[int]
) -> None:
    _turn(driver)
    driver.app.step()
    event = pygame.event.Event(pygame.VIDEORESIZE, w=1000, h=600, size=(1000, 600))
    pygame.event.post(event)
    driver.app.step()
    fresh = _picture(driver)
    driver.app.stage.draw()
    assert (fresh == _picture(driver)).all()


def test_reduced_motion_is_kept_among_the_settings(tmp_path: Path) -> None:
    save_settings(Settings(reduce_motion=True), tmp_path)
    assert load_settings(tmp_path).reduce_motion
    assert not Settings().reduce_motion
