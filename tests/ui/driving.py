"""Drives the game's window by posted events, as fingers on a mouse and keys would."""

from __future__ import annotations

import pygame

from game.ui.app import App
from game.ui.stage.screen import Screen
from game.ui.widgets.widget import Widget

LETTERS = {chr(code): code for code in range(33, 127)}


class Driver:
    """Presses keys and clicks widgets of an app, one turn of the loop after each."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def screen(self) -> Screen:
        """The screen that is up."""
        return self.app.stage.screen

    def key(self, code: int, mod: int = 0) -> None:
        """Press a key and let it go."""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=code, mod=mod, unicode="", scancode=0))
        self.app.step()

    def letter(self, letter: str) -> None:
        """Return the key with a letter or a digit on it."""
        self.key(LETTERS[letter])

    def tab_to(self, key: str) -> None:
        """Tab until the keyboard rests on the widget of that key."""
        for _ in range(200):
            if self.app.stage.view.focus_key == key:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never came to {key!r}")

    def widget(self, key: str) -> Widget:
        """Return the widget of that key on the screen."""
        return next(w for w in self.app.stage.view.root.walk() if w.key == key and w.takes_focus)

    def click(self, key: str) -> None:
        """Bring a widget into view, move the pointer there, press and release."""
        self.app.stage.view._focus(self.widget(key))
        self.click_at(self.widget(key).rect.center)

    def click_at(self, at: tuple[int, int]) -> None:
        """Move the pointer to a place, press and release."""
        post = pygame.event.post
        post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        self.app.step()
        post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
        self.app.step()
