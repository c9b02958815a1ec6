"""The first level in a real window, under an X server without a screen, by real keys."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.levels.finder import level_of_id
from game.paths import HOME_VARIABLE
from game.session.save_list import SaveEntry, list_saves

PATIENCE_S = 30.0


@pytest.fixture
def display() -> Iterator[str]:
    """Make a display of its own, which stays as it is when its last window is gone."""
    read, write = os.pipe()
    xvfb = shutil.which("Xvfb")
    assert xvfb is not None
    # Without -noreset the server begins anew when its last client leaves, and turns away whoever
    # comes meanwhile: a game that opens just then, or the next search for its window.
    command = [xvfb, "-displayfd", str(write), "-screen", "0", "1280x800x24"]
    command += ["-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


class Window:
    """The game's window and the keys pressed in it."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self.env = {**os.environ, "DISPLAY": display, HOME_VARIABLE: str(home)}
        self.env.pop("SDL_VIDEODRIVER", None)
        self.said = home / "said.txt"

    def open(self, *arguments: str) -> None:
        """Start the game and wait for its window."""
        with self.said.open("a") as said:
            command = [sys.executable, "-m", "game", *arguments]
            self.game = subprocess.Popen(command, env=self.env, stdout=said, stderr=said)
        self._xdotool("windowfocus", self._found())

    def kill(self) -> None:
        """End the program without a word."""
        self.game.kill()
        self.game.wait()

    def press(self, *keys: str) -> None:
        """Real key presses, one after the other."""
        for key in keys:
            self._xdotool("key", key)
            time.sleep(0.06)

    def save(self) -> SaveEntry:
        """Return the one game in the folder, as its log has it."""
        (entry,) = self.saves()
        return entry

    def saves(self) -> tuple[SaveEntry, ...]:
        """Return the games in the folder; none before the first action."""
        return list_saves(self.home / "saves", level_of_id)

    def wait_for(self, actions: int) -> None:
        """Until the log holds so many actions."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if any(entry.actions >= actions for entry in self.saves()):
                return
            time.sleep(0.05)
        raise AssertionError(f"the log never held {actions} actions")

    def _found(self) -> str:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            found = self._xdotool("search", "--class", "road-to-glasgow")
            if re.fullmatch(r"\d+", found.split("\n")[0]):
                return found.split("\n")[0]
            time.sleep(0.1)
        raise AssertionError(f"no window came up; the game said: {self.said.read_text()!r}")

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["timeout", "5", "xdotool", *arguments],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Window]:
    """Return the game on a display of its own; none is left running."""
    window = Window(display, tmp_path)
    yield window
    window.kill()


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
