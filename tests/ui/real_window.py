"""The game in a real window, under an X server without a screen, by real keys."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from game.levels.finder import level_of_id
from game.paths import HOME_VARIABLE
from game.session.save_list import SaveEntry, list_saves

PATIENCE_S = 30.0


class Display:
    """An X server without a screen, with a desktop on it where one is asked for.

    It stays as it is when its last window is gone.
    """

    def __init__(self, size: tuple[int, int], *, with_desktop: bool) -> None:
        read, write = os.pipe()
        xvfb = shutil.which("Xvfb")
        assert xvfb is not None
        # Without -noreset the server begins anew when its last client leaves, and turns away
        # whoever comes meanwhile: a game that opens just then, or the next search for its window.
        screen = f"{size[0]}x{size[1]}x24"
        command = [xvfb, "-displayfd", str(write), "-screen", "0", screen]
        command += ["-nolisten", "tcp", "-noreset"]
        self._running = [subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)]
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        if with_desktop:
            self._start_desktop()

    def _start_desktop(self) -> None:
        env = {**os.environ, "DISPLAY": self.name}
        self._running.append(
            subprocess.Popen(["openbox", "--sm-disable"], env=env, stderr=subprocess.DEVNULL)
        )
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            asked = ["timeout", "5", "xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
            done = subprocess.run(asked, env=env, capture_output=True, text=True, check=False)
            if "window id" in done.stdout:
                return
            time.sleep(0.05)
        raise AssertionError("the desktop did not start")

    def run(self, *command: str) -> str:
        """Run a program on the display and return what it says."""
        done = subprocess.run(
            ["timeout", "5", *command],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def end(self) -> None:
        """Stop everything on it, last started first."""
        for each in reversed(self._running):
            each.terminate()
            each.wait()


class Window:
    """The game's window and the keys pressed in it."""

    def __init__(self, display: Display, home: Path, **variables: str) -> None:
        self.home, self.display = home, display
        self.env = {**os.environ, "DISPLAY": display.name, HOME_VARIABLE: str(home), **variables}
        self.env.pop("SDL_VIDEODRIVER", None)
        self.said = home / "said.txt"

    def open(self, *arguments: str) -> None:
        """Start the game and wait for its window."""
        with self.said.open("a") as said:
            command = [sys.executable, "-m", "game", *arguments]
            self.game = subprocess.Popen(command, env=self.env, stdout=said, stderr=said)
        self.run("windowfocus", self._found())

    @property
    def id(self) -> str:
        """Return the window's number on the display."""
        return self._found()

    def maximise(self) -> None:
        """Click twice on the title, as a player does."""
        left, top, width, _ = self.geometry()
        self.run("mousemove", str(left + width // 2), str(top - 10))
        self.run("click", "--repeat", "2", "--delay", "60", "1")

    restore = maximise  # the same two clicks

    def kill(self) -> None:
        """End the program without a word."""
        self.game.kill()
        self.game.wait()

    def press(self, *keys: str) -> None:
        """Press real keys, one after the other."""
        for key in keys:
            self.run("key", key)
            time.sleep(0.06)

    def save(self) -> SaveEntry:
        """Return the one game in the folder, as its log has it."""
        (entry,) = self.saves()
        return entry

    def saves(self) -> tuple[SaveEntry, ...]:
        """Return the games in the folder; none before the first action."""
        return list_saves(self.home / "saves", level_of_id)

    def wait_for(self, actions: int) -> None:
        """Wait until the log holds so many actions."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if any(entry.actions >= actions for entry in self.saves()):
                return
            time.sleep(0.05)
        raise AssertionError(f"the log never held {actions} actions")

    def geometry(self) -> tuple[int, int, int, int]:
        """Return left, top, width and height on the screen, without the desktop's frame."""
        said = self.display.run("xwininfo", "-id", self._found())
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        left, top, width, height = (
            int(re.search(rf"{name}:\s+(-?\d+)", said).group(1))  # type: ignore[union-attr]
            for name in names
        )
        return left, top, width, height

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so, and fail with what it was if it never is."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if is_so():
                return
            time.sleep(0.05)
        raise AssertionError(f"never: {what}; the window is at {self.geometry()}")

    def run(self, *xdotool: str) -> str:
        """Let xdotool do something on the display."""
        return self.display.run("xdotool", *xdotool)

    def _found(self) -> str:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            found = self.run("search", "--onlyvisible", "--class", "road-to-glasgow")
            if re.fullmatch(r"\d+", found.split("\n")[0]):
                return found.split("\n")[0]
            time.sleep(0.1)
        raise AssertionError(f"no window came up; the game said: {self.said.read_text()!r}")
