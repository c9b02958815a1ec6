"""The window of the game: opens where it fits, enters and leaves full screen."""

from __future__ import annotations

import contextlib
import os
import warnings
from dataclasses import dataclass

import pygame

from game.ui.layout import DESIGN_SIZE, LEAST_UNITS, LEAST_ZOOM
from game.ui.window import x_server
from game.ui.window.desktop_scale import desktop_scale

WINDOW_CLASS = "road-to-glasgow"
ACCELERATION = "SDL_FRAMEBUFFER_ACCELERATION"
DRIVERS_NOBODY_SEES = ("offscreen", "dummy")
FRAME = (8, 64)  # pixels at scale 1 that a desktop's frame, title and bar may take of its screen


class NoDisplay(Exception):
    """The display that the environment names does not answer: a window would be drawn unseen."""


@dataclass(frozen=True)
class Fit:
    """The opening size of the window in pixels, and whether it then fills the free desktop.

    A size that is not maximised is at the same time the one it comes back to.
    """

    size: tuple[int, int]
    is_maximised: bool


def fit_of(desktop: tuple[int, int], scale: float) -> Fit:
    """Return the size to open with on a desktop: the design's at its scale, if that fits."""
    wanted = [round(side * scale) for side in DESIGN_SIZE]
    room = [side - round(frame * scale) for side, frame in zip(desktop, FRAME, strict=True)]
    width, height = (max(min(pair), 1) for pair in zip(wanted, room, strict=True))
    return Fit((width, height), [width, height] != wanted)


def init_display() -> None:
    """Open SDL's display. Raises NoDisplay, pygame.error."""
    # Without a graphics card SDL's accelerated framebuffer costs ten times a plain one.
    os.environ.setdefault(ACCELERATION, "0")
    os.environ["SDL_VIDEO_X11_WMCLASS"] = WINDOW_CLASS  # pygame has put the script's name there
    pygame.display.init()
    is_asked_for = any(os.environ.get(name) for name in ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"))
    if pygame.display.get_driver() in DRIVERS_NOBODY_SEES and not is_asked_for:
        pygame.display.quit()
        raise NoDisplay


class GameWindow:
    """The window: what the desktop does with it, and what the game asks for.

    It is resized by the player and the desktop alone: a tiling desktop would take any answer of
    ours as a request, and begin anew.

    scale: how large the desktop draws
    """

    def __init__(self, title: str, icon: pygame.Surface, *, is_full_screen: bool) -> None:
        """Open it. Raises NoDisplay, pygame.error."""
        self._open(title, icon)
        self._is_full = False
        self._is_maximised = False
        self._size, self._position = self._window.size, self._window.position
        self._window.show()
        if self._fit.is_maximised:
            self._window.maximize()
            self._is_maximised = True
        self.set_full_screen(is_full_screen)
        pygame.key.stop_text_input()  # nothing is typed; input methods would catch the letters

    @property
    def surface(self) -> pygame.Surface:
        """The surface shown in it; it follows the window's size."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    def follow(self, event: pygame.event.Event) -> None:
        """Take note of what the desktop has done with the window."""
        if self._is_full:
            return
        if event.type == pygame.WINDOWMAXIMIZED:
            self._is_maximised = True
        elif event.type == pygame.WINDOWRESTORED:
            self._is_maximised = False
        elif event.type == pygame.WINDOWMOVED and not self._is_maximised:
            self._position = event.x, event.y
        elif event.type == pygame.WINDOWSIZECHANGED and not self._is_maximised:
            self._size = event.x, event.y

    def set_full_screen(self, is_full: bool) -> None:
        """Cover the screen, or come back to the size, place and state from before."""
        if is_full == self._is_full:
            return
        self._is_full = is_full
        if not self._is_managed:
            self._cover() if is_full else self._place()
        elif is_full:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()
            if self._is_maximised:
                # The desktop has forgotten the size before that and would come back to a wrong one.
                self._place()
                self._window.maximize()

    def _cover(self) -> None:
        """Fill the screen where nothing manages windows: SDL's own request is not answered."""
        self._window.position = 0, 0
        self._window.size = pygame.display.get_desktop_sizes()[0]

    def _place(self) -> None:
        """Put it where it was, as large as it was. Wayland lets no window choose its place."""
        self._window.size = self._size
        with contextlib.suppress(pygame.error):
            self._window.position = self._position

    def _open(self, title: str, icon: pygame.Surface) -> None:
        init_display()
        try:
            self._make(title, icon)
        except pygame.error:
            # A Wayland desktop without X has no plain framebuffer. SDL decides once for a display.
            if os.environ.get(ACCELERATION) != "0":
                raise
            pygame.display.quit()
            os.environ[ACCELERATION] = "1"
            init_display()
            self._make(title, icon)

    def _make(self, title: str, icon: pygame.Surface) -> None:
        driver = pygame.display.get_driver()
        self.scale = desktop_scale(driver, os.environ)
        self._is_managed = driver != "x11" or x_server.has_window_manager()
        is_seen = driver not in DRIVERS_NOBODY_SEES
        desktop = pygame.display.get_desktop_sizes()[0] if is_seen else None
        self._fit = fit_of(desktop, self.scale) if desktop is not None else Fit(DESIGN_SIZE, False)
        pygame.display.set_caption(title)
        pygame.display.set_icon(icon)
        pygame.display.set_mode(self._fit.size, pygame.RESIZABLE | pygame.HIDDEN)
        self._window = _handle()
        least = [round(units * LEAST_ZOOM * self.scale) for units in LEAST_UNITS]
        width, height = (min(pair) for pair in zip(least, self._fit.size, strict=True))
        self._window.minimum_size = width, height


def _handle() -> pygame.Window:
    """Return the window that `pygame.display` draws in.

    pygame-ce means to take this away once its display can do what a window can; it cannot yet.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()
