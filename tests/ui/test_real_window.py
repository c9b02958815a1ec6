"""The first level in a real window, by real keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.real_window import PATIENCE_S, Display, Window


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """Return the game on a display of its own; none is left running."""
    display = Display((1280, 800), with_desktop=False)
    window = Window(display, tmp_path)
    yield window
    window.kill()
    display.end()


def test_tianjin_is_played_by_real_keys_killed_and_finished(window: Window) -> None:
    window.open("play", "tianjin", "--seed", "1")
    window.press("r", "r", "1")  # briefing, cable, table
    window.press("Tab", "Right", "Right", "s", "s")  # the first term has the keyboard
    window.wait_for(actions=1)
    window.press("r", "e", "Return")  # past the counter-offer that lapses: it fails at home
    window.wait_for(actions=2)
    window.kill()
    assert window.save().problem is None

    window.open()
    window.press("g", "1", "e", "Return")
    window.wait_for(actions=3)
    window.press("r", "e", "Return")
    window.wait_for(actions=4)
    assert window.save().finished
    window.press("v", "d", "Escape", "Escape")  # verdict, debrief, back, title
    window.press("q")
    assert window.game.wait(timeout=PATIENCE_S) == 0
    assert window.said.read_text() == ""
