"""One game at a time is played in the window; the one before leaves nothing behind."""

import threading
import time

from game.session.session import Session
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level
from tests.ui.driving import Driver

PATIENCE_S = 5.0


def _beside_the_drawing(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the threads begun since, once those that were told to end have had time to."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        left = [t for t in threading.enumerate() if t not in before and t.is_alive()]
        if not left:
            break
        time.sleep(0.01)
    return left


def test_a_game_that_is_left_leaves_no_thread(driver: Driver) -> None:
    before = set(threading.enumerate())
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    assert driver.app.stage.ongoing is not None
    assert set(threading.enumerate()) - before
    driver.app.routes.to_title()
    assert driver.app.stage.ongoing is None
    assert _beside_the_drawing(before) == []


def test_another_game_ends_the_one_before(stage: Stage) -> None:
    level = shipped_level("tianjin")
    stage.wake = lambda: None
    before = set(threading.enumerate())
    for seed in range(3):
        Routes(stage).play_of(Session(level, seed))
    stage.take_up(None)
    assert _beside_the_drawing(before) == []
