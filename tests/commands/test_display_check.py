"""Where no window can be seen, a sentence says so instead of a game nobody sees."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="these systems always have a screen"
)
VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
NO_SUCH_DISPLAY = ":6789"


def _started(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        env=env | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_no_display_is_said() -> None:
    answer = _started()
    assert answer.returncode == 2
    assert "There is no display" in answer.stderr


def test_a_display_that_does_not_answer_is_said_and_not_drawn_on_unseen() -> None:
    answer = _started("play", "tianjin", DISPLAY=NO_SUCH_DISPLAY)
    assert answer.returncode == 2
    assert "The display named in DISPLAY" in answer.stderr
    assert "Traceback" not in answer.stderr
