"""How the window opens, without a desktop."""

import os

import pygame
import pytest

from game.ui.app import App
from game.ui.layout import LEAST_UNITS, zoom_of
from game.ui.window.desktop_scale import desktop_scale, scale_from
from game.ui.window.window import ACCELERATION, Fit, fit_of


@pytest.mark.parametrize(
    ("desktop", "scale", "fit"),
    [
        ((1920, 1080), 1.0, Fit((1280, 720), is_maximised=False)),
        ((3840, 2160), 2.0, Fit((2560, 1440), is_maximised=False)),
        ((1024, 600), 1.0, Fit((1016, 536), is_maximised=True)),
        ((800, 480), 1.0, Fit((792, 416), is_maximised=True)),
        ((1920, 1080), 2.0, Fit((1904, 952), is_maximised=True)),
    ],
)
def test_the_window_opens_inside_its_desktop(
    desktop: tuple[int, int], scale: float, fit: Fit
) -> None:
    assert fit_of(desktop, scale) == fit


@pytest.mark.parametrize(
    ("environment", "resources", "scale"),
    [
        ({}, "", 1.0),
        ({"GDK_SCALE": "2"}, "", 2.0),
        ({"QT_SCALE_FACTOR": "1.5"}, "", 1.5),
        ({}, "Xcursor.size:\t24\nXft.dpi:\t192\n", 2.0),
        ({"GDK_SCALE": "two"}, "Xft.dpi:\tno", 1.0),
        ({"GDK_SCALE": "nan"}, "", 1.0),
        ({"GDK_SCALE": "0"}, "Xft.dpi: 72", 1.0),
        ({"GDK_SCALE": "1000"}, "", 4.0),
    ],
)
def test_the_scale_is_the_one_that_the_desktop_names(
    environment: dict[str, str], resources: str, scale: float
) -> None:
    assert scale_from(environment, resources) == scale


@pytest.mark.parametrize("driver", ["wayland", "windows", "cocoa", "dummy"])
def test_a_desktop_that_scales_windows_itself_is_not_asked(driver: str) -> None:
    assert desktop_scale(driver, {"GDK_SCALE": "2"}) == 1.0


def test_letters_are_as_large_as_the_desktop_wants_them_in_any_window() -> None:
    assert zoom_of((1280, 720), 1.0, 2.0) == 2 * zoom_of((900, 500), 1.0, 1.0)
    assert zoom_of((1280, 720), 1.0) == 1.0


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(320, 200), (800, 480), (960, 540), (3840, 400)])
def test_no_window_is_too_small_for_what_a_layout_needs(
    size: tuple[int, int], text_scale: float
) -> None:
    unit = zoom_of(size, text_scale, 4.0) * text_scale
    assert all(side / unit >= least for side, least in zip(size, LEAST_UNITS, strict=True))


def test_a_display_without_a_plain_framebuffer_gets_an_accelerated_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A Wayland desktop without X: SDL says so when the window opens, and decides once."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.delenv(ACCELERATION, raising=False)
    monkeypatch.setattr("game.ui.app.open_device", lambda: None)
    open_window, tried = pygame.display.set_mode, []

    def refuse_plain(*arguments: object) -> pygame.Surface:
        tried.append(os.environ[ACCELERATION])
        if os.environ[ACCELERATION] == "0":
            raise pygame.error("Window framebuffer support not available")
        return open_window(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("pygame.display.set_mode", refuse_plain)
    App("Road to Glasgow")
    assert tried == ["0", "1"]
    pygame.display.quit()
