"""Real keys on real layouts, by their places: what a player presses without looking."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.ui.input.settings import load_settings
from tests.ui.real_window import PATIENCE_S, Display, Window

# Codes of the X server for keys of a US keyboard.
ONE, A, Q, SIX, CONTROL, SHIFT, ALT = "10", "38", "24", "15", "37", "50", "64"


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """Return the game on its title screen, on a display of its own."""
    display = Display((1280, 800), with_desktop=False)
    window = Window(display, tmp_path)
    window.open()
    yield window
    window.kill()
    display.end()


def _leaves_by(window: Window, key: str) -> bool:
    window.press(key)
    return window.game.wait(timeout=PATIENCE_S) == 0


def _scale(window: Window) -> float:
    return load_settings(window.home).text_scale


@pytest.mark.parametrize(("layout", "key"), [("ru", Q), ("ua", Q), ("fr", A)])
def test_a_button_is_pressed_by_its_letter_on_any_layout(
    window: Window, layout: str, key: str
) -> None:
    window.display.run("setxkbmap", layout)
    assert _leaves_by(window, key)


@pytest.mark.parametrize(("layout", "chord"), [("ch", (SHIFT, ONE)), ("us", (SHIFT, "21"))])
def test_control_and_plus_enlarge_the_text_wherever_the_plus_is(
    window: Window, layout: str, chord: tuple[str, str]
) -> None:
    window.display.run("setxkbmap", layout)
    shift, key = chord
    window.run("keydown", CONTROL)
    time.sleep(0.2)  # as fingers do: one key after the other
    window.run("keydown", shift, "key", key, "keyup", shift)
    time.sleep(0.2)
    window.run("keyup", CONTROL)
    window.wait_until(lambda: _scale(window) == 1.25, "larger text")


def test_a_chord_with_alt_presses_no_button(window: Window) -> None:
    window.run("keydown", ALT, "key", Q, "keyup", ALT)
    window.press("F6")  # what comes after it is taken
    window.wait_until(lambda: load_settings(window.home).theme != "night", "another theme")
    assert window.game.poll() is None
