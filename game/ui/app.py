"""The window and its loop."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.paths import assets_dir, user_dir
from game.texts import Texts, available_languages
from game.ui.input.keys import REPEATING, key_of
from game.ui.input.settings import Settings, load_settings
from game.ui.paint.fonts import can_write
from game.ui.paint.heap import keep_large_blocks_apart
from game.ui.paint.motion import Fade
from game.ui.screens.routes import Routes
from game.ui.sound.device import open_device
from game.ui.sound.sounds import Sounds
from game.ui.stage.answer_ready import wake
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.window.window import GameWindow

ICON_SIDE = 64
FRAMES_PER_SECOND = 60
REPEAT_AFTER_MS, REPEAT_EVERY_MS = 380, 45
TIP_AFTER_MS = 500
CONTROL_KEYS = (pygame.K_LCTRL, pygame.K_RCTRL)
MOVES = (pygame.KEYDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)


class NoWindow(Exception):
    """The window could not be opened; the text is the reason that SDL gives."""


@dataclass
class HeldKey:
    """A key that is down, and when it counts as pressed again."""

    event: pygame.event.Event
    again_at_ms: int


class App:
    """Opens the window, then turns events into frames until the player leaves.

    routes: open its screens; the first one before `run`

    Raises:
        NoDisplay: SDL found no display and fell back to drawing where nobody sees it.
        NoWindow: SDL cannot open one.
    """

    def __init__(self, title: str, language: str | None = None) -> None:
        keep_large_blocks_apart()
        pygame.font.init()
        settings = load_settings(user_dir())
        texts = Texts.load(_spoken(language or settings.language), strict=False)
        icon = str(assets_dir() / "icons" / "app.svg")
        picture = pygame.image.load_sized_svg(icon, (ICON_SIDE, ICON_SIDE))
        try:
            self._window = GameWindow(title, picture, is_full_screen=settings.full_screen)
        except pygame.error as problem:
            raise NoWindow(str(problem)) from None
        self._sounds = Sounds(settings, open_device)
        self.stage = Stage(
            self._window.surface,
            texts,
            settings,
            Routes,
            settings_folder=user_dir(),
            desktop_scale=self._window.scale,
            wake=wake,
            play_cues=self._sounds.play,
            on_settings=self._on_settings,
        )
        self.routes = Routes(self.stage)
        self._clock = pygame.time.Clock()
        self._held: HeldKey | None = None
        self._fade = Fade()
        self._shown: Screen | None = None
        self._still_since_ms = 0

    def run(self) -> None:
        """Go on until the player leaves."""
        try:
            while self.stage.running:
                self.step()
        finally:
            self._sounds.end()
            pygame.display.quit()

    def step(self) -> None:
        """One turn of the loop: events, then a frame where something changed."""
        for event in pygame.event.get():
            self._take(event)
        self._repeat_key()
        if pygame.time.get_ticks() - self._still_since_ms > TIP_AFTER_MS:
            self.stage.show_tip()
        self.stage.tick(pygame.time.get_ticks())
        if self.stage.running:
            self._draw()
            self._sounds.tick()  # after the first frame: the window does not wait for a loudspeaker
        self._clock.tick(FRAMES_PER_SECOND)

    def _draw(self) -> None:
        """Draw the stage where it changed; over it what is left of the screen before."""
        surface, now_ms = self.stage.surface, pygame.time.get_ticks()
        if self.stage.screen is not self._shown:
            self._begin_fade(surface, now_ms)
        is_fresh, fades = self.stage.changed, self._fade.is_on
        if is_fresh:
            self.stage.draw()
            self.stage.screen.was_drawn()
        if fades:
            self._fade.draw(surface, now_ms, is_fresh)
        if is_fresh or fades:
            pygame.display.flip()

    def _begin_fade(self, surface: pygame.Surface, now_ms: int) -> None:
        """From the frame that is up; not before the first one, and not for who wants it still."""
        self._fade.end()
        if self._shown is not None and not self.stage.settings.reduce_motion:
            self._fade.begin(surface, now_ms)
        self._shown = self.stage.screen

    def _end_fade(self) -> None:
        """At once, leaving the new screen whole."""
        if self._fade.is_on:
            self._fade.end()
            self.stage.redraw()

    def _take(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.stage.quit()
        elif event.type == pygame.VIDEORESIZE:
            self._fade.end()
            self.stage.resize(self._window.surface)
        elif event.type in (pygame.VIDEOEXPOSE, pygame.WINDOWEXPOSED):
            self.stage.redraw()
        else:
            self._window.follow(event)
            self._hear(event)
            self._spell(event)
            self._hold_key(event)
            if event.type in MOVES:
                self._rest_again()
            if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
                self._end_fade()
            self.stage.handle(event)

    def _hear(self, event: pygame.event.Event) -> None:
        """Let the quiet room sound in this window alone."""
        if event.type in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED):
            self._sounds.leave()
        elif event.type == pygame.WINDOWFOCUSGAINED or (
            event.type == pygame.WINDOWRESTORED and pygame.key.get_focused()
        ):
            self._sounds.come_back()

    def _rest_again(self) -> None:
        self._still_since_ms = pygame.time.get_ticks()
        self.stage.hide_tip()

    def _spell(self, event: pygame.event.Event) -> None:
        """Let SDL say which character a key types, while Control makes it a command.

        Otherwise nothing is typed here, and input methods are to leave the keys alone.
        """
        if event.type == pygame.KEYDOWN and event.key in CONTROL_KEYS:
            pygame.key.start_text_input()
        elif event.type == pygame.WINDOWFOCUSLOST or (
            event.type == pygame.KEYUP and event.key in CONTROL_KEYS
        ):
            pygame.key.stop_text_input()

    def _hold_key(self, event: pygame.event.Event) -> None:
        """Keys repeat by our own clock: under X the system's repeat cannot be set."""
        repeats = event.type == pygame.KEYDOWN and (
            key_of(event, self.stage.bindings).meaning in REPEATING
        )
        if repeats:
            self._held = HeldKey(event, pygame.time.get_ticks() + REPEAT_AFTER_MS)
        elif self._held is not None and _lets_go(event, self._held.event.key):
            self._held = None

    def _repeat_key(self) -> None:
        now = pygame.time.get_ticks()
        if self._held is not None and now >= self._held.again_at_ms:
            self._held.again_at_ms = now + REPEAT_EVERY_MS
            self._rest_again()
            self.stage.handle(self._held.event)

    def _on_settings(self, settings: Settings) -> None:
        self._sounds.follow(settings)
        self._fade.end()
        self._window.set_full_screen(settings.full_screen)


def _lets_go(event: pygame.event.Event, key: int) -> bool:
    came_up: bool = event.type == pygame.KEYUP and event.key == key
    return came_up or event.type == pygame.WINDOWFOCUSLOST


def _spoken(language: str) -> str:
    """Return the language, or English where its texts or its letters are missing."""
    return language if language in available_languages() and can_write(language) else "en"
