"""The screen that is up, laid out over the screens that it lies on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pygame

from game.ui.input.keys import bindings_of
from game.ui.paint.canvas import Canvas
from game.ui.stage.hint_layer import HintLayer
from game.ui.stage.screen import Screen
from game.ui.stage.settings_keeper import SettingsKeeper
from game.ui.stage.underlines import LookUp
from game.ui.stage.view import View
from game.ui.widgets.controls import Button
from game.ui.widgets.widget import Widget


@dataclass(frozen=True)
class Layers:
    """Views on top of each other.

    top: the one that takes the player's events
    behind: those that are only looked at, dimmed; the lowest first
    """

    top: View
    behind: tuple[View, ...]

    def draw(self, canvas: Canvas) -> None:
        """Paint them all over an empty surface."""
        surface = canvas.surface
        surface.set_clip(None)
        surface.fill(canvas.theme.ground)
        for view in self.behind:
            view.draw()
            _dim(surface)
        self.top.draw()


class LayerBuilder:
    """Builds screens with what they all get: the player's letters, underlined words, a hint.

    on_look_up: called with the entry of an underlined word that has been pressed
    """

    def __init__(
        self, keeper: SettingsKeeper, hints: HintLayer, on_look_up: Callable[[str], object]
    ) -> None:
        self._keeper, self._hints = keeper, hints
        self._look_up = LookUp(on_look_up)

    def build(self, screen: Screen, canvas: Canvas, area: pygame.Rect, focus_key: str) -> Layers:
        """Lay a screen out in an area, with a hint where one is due, over those behind it."""
        behind = [
            View(self._underlined(self._with_letters(each), each), canvas, area, "")
            for each in screens_behind(screen)
        ]
        texts, settings = self._keeper.texts, self._keeper.settings
        root = self._with_letters(screen)
        hinted = self._hints.lay_over(root, screen, canvas, texts, settings)
        view = View(self._underlined(hinted, screen), canvas, area, focus_key)
        self._hints.reveal_new(view)
        return Layers(view, tuple(reversed(behind)))

    def _with_letters(self, screen: Screen) -> Widget:
        """Return the screen's widgets, on their buttons the letters that the player has chosen."""
        bindings = bindings_of(self._keeper.settings.keys)
        root = screen.build()
        for widget in root.walk():
            if isinstance(widget, Button) and len(widget.letter) == 1:
                widget.letter = bindings.letter_of(widget.key, widget.letter)
        return root

    def _underlined(self, root: Widget, screen: Screen) -> Widget:
        """Return the widgets, with the words underlined that can be looked up."""
        if screen.underlines:
            self._look_up.underline(root, self._keeper.texts, screen.sourced)
        return root


def screens_behind(screen: Screen) -> Iterator[Screen]:
    """Every screen that a screen lies on, the nearest first."""
    behind = screen.behind
    while behind is not None:
        yield behind
        behind = behind.behind


def _dim(surface: pygame.Surface) -> None:
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    veil.fill((0, 0, 0, 150))
    surface.blit(veil, (0, 0))
