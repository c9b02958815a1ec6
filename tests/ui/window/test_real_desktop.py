"""The window on real desktops: small screens, full screen and back, the desktop's own scale."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.real_window import Display, Window

Opened = Callable[..., Window]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open the game on a desktop; nothing is left running."""
    running: list[Window] = []

    def on(size: tuple[int, int], *, with_desktop: bool = True, **variables: str) -> Window:
        window = Window(Display(size, with_desktop=with_desktop), tmp_path, **variables)
        running.append(window)
        window.open()
        return window

    yield on
    for window in running:
        window.kill()
        window.display.end()


def _settled(window: Window, is_so: Callable[[int, int, int, int], bool], what: str) -> None:
    window.wait_until(lambda: is_so(*window.geometry()), what)


@pytest.mark.parametrize("size", [(1024, 600), (800, 480)])
def test_on_a_small_screen_the_whole_window_is_in_reach(
    opened: Opened, size: tuple[int, int]
) -> None:
    window = opened(size)
    _settled(
        window,
        lambda x, y, w, h: 0 <= x <= x + w <= size[0] and 0 < y < y + h <= size[1] and w > 780,
        "all of it in sight, below its title",
    )


@pytest.mark.parametrize("with_desktop", [True, False])
def test_full_screen_and_back_is_as_before(opened: Opened, with_desktop: bool) -> None:
    window = opened((1920, 1080), with_desktop=with_desktop)
    window.run("windowmove", window.id, "200", "150")
    window.run("windowsize", window.id, "1400", "800")
    _settled(window, lambda x, y, w, h: (w, h) == (1400, 800) and x >= 200, "moved")
    before = window.geometry()
    window.press("F11")
    _settled(window, lambda *found: found == (0, 0, 1920, 1080), "full screen")
    window.press("F11")
    _settled(window, lambda *found: found == before, f"back at {before}")
    assert window.said.read_text() == ""


def test_full_screen_and_back_leaves_a_maximised_window_maximised(opened: Opened) -> None:
    window = opened((1920, 1080))
    before = window.geometry()
    window.maximise()
    _settled(window, lambda x, y, w, h: w == 1920, "maximised")
    maximised = window.geometry()
    window.press("F11")
    _settled(window, lambda *found: found == (0, 0, 1920, 1080), "full screen")
    window.press("F11")
    _settled(window, lambda *found: found == maximised, "maximised again")
    window.restore()
    _settled(window, lambda x, y, w, h: (w, h) == before[2:], "as large as at first")
    assert window.said.read_text() == ""


def test_a_desktop_at_200_percent_gets_letters_twice_as_large(opened: Opened) -> None:
    window = opened((3840, 2160), GDK_SCALE="2")
    _settled(window, lambda x, y, w, h: (w, h) == (2560, 1440), "2560 by 1440")


def test_the_window_leaves_its_size_to_the_desktop(opened: Opened) -> None:
    window = opened((1920, 1080), with_desktop=False)
    for size in ((700, 400), (960, 1080), (500, 300)):
        window.run("windowsize", window.id, str(size[0]), str(size[1]))
        _settled(window, lambda x, y, w, h, size=size: (w, h) == size, f"as large as {size}")
        window.press("F6", "F6", "F6")  # it draws, and has had time to ask for another size
        assert window.geometry()[2:] == size
