"""Owns the current screen and the shared services, and routes events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pygame

from game.texts import Texts
from game.ui.input.keys import Bindings, Key, Meaning, bindings_of, key_of
from game.ui.input.settings import Settings
from game.ui.layout import zoom_of
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Fonts
from game.ui.paint.theme import THEMES
from game.ui.sound.captions import CaptionLine, caption_of
from game.ui.sound.cues import Cue
from game.ui.stage import answer_ready
from game.ui.stage.hint_layer import HintLayer
from game.ui.stage.layers import LayerBuilder, Layers, screens_behind
from game.ui.stage.ongoing import Ongoing
from game.ui.stage.screen import Bookmark, Screen
from game.ui.stage.settings_keeper import SettingsKeeper
from game.ui.stage.stage_routes import StageRoutes
from game.ui.stage.view import View


class Stage:
    """Draws the screen that is up onto a surface and brings it the player's events.

    routes: made with the stage, opens the screens that are there wherever the player is
    settings_folder: where changed settings are kept; None keeps them for this run alone
    desktop_scale: how large the desktop draws: letters are never smaller than its own
    wake: brings an answer worked out on another thread to the loop; None works on this one
    play_cues: sounds what is told by cues; None is silence
    on_settings: called when settings change
    ongoing: the game that is being played, where there is one
    """

    def __init__(
        self,
        surface: pygame.Surface,
        texts: Texts,
        settings: Settings,
        routes: Callable[[Stage], StageRoutes],
        *,
        settings_folder: Path | None = None,
        desktop_scale: float = 1.0,
        wake: Callable[[], None] | None = None,
        play_cues: Callable[[Sequence[Cue]], None] | None = None,
        on_settings: Callable[[Settings], None] | None = None,
    ) -> None:
        self._keeper = SettingsKeeper(settings, texts, settings_folder, on_settings)
        self._desktop_scale = desktop_scale
        self.wake, self.play_cues = wake, play_cues
        self.canvas = self._canvas_for(surface)
        self.offsets: dict[str, int] = {}
        self.screen = Screen(self)
        self.ongoing: Ongoing | None = None
        self.running = self.changed = True
        self._layers: Layers | None = None
        self._is_stale = self._is_resized = False
        self._caption = CaptionLine()
        self._hints = HintLayer(self.end_hint, self._no_more_hints)
        self._routes = routes(self)
        self._builder = LayerBuilder(self._keeper, self._hints, self._routes.to_words)

    @property
    def texts(self) -> Texts:
        """The sentences of the language that is set now."""
        return self._keeper.texts

    @property
    def settings(self) -> Settings:
        """What the player has set."""
        return self._keeper.settings

    @property
    def surface(self) -> pygame.Surface:
        """What it is drawn onto."""
        return self.canvas.surface

    @property
    def bindings(self) -> Bindings:
        """The player's keys."""
        return bindings_of(self.settings.keys)

    @property
    def view(self) -> View:
        """The laid-out widgets of the screen that is up."""
        return self._up_to_date().top

    def show(self, screen: Screen) -> None:
        """Put another screen up."""
        if self._layers is not None:
            focus_key = self._layers.top.focus_key
            self._hints.end_by_doing(self.screen, focus_key)
            if screen is not self.screen:
                self.screen.was_left(focus_key)
        self.screen = screen
        self.offsets.clear()
        self._hints.pointed_at = None
        self._is_stale = self._is_resized = False
        self._layers, self.changed = None, True

    def uncover(self, screen: Screen) -> None:
        """Take away what lies over a screen; where nothing does, it stays as it is."""
        if self.screen is not screen:
            self.show(screen)

    def here(self) -> Bookmark:
        """Return the player's place, for `return_to`."""
        focus_key = self.view.focus_key
        return Bookmark(self.screen, focus_key, dict(self.offsets), self._hints.pointed_at)

    def return_to(self, place: Bookmark) -> None:
        """Show a screen as it was left, with its scrolling and its focus."""
        self.show(place.screen)
        place.screen.on_answer()  # which may have come meanwhile
        self.offsets.update(place.offsets)
        self._hints.pointed_at = place.pointed_at
        self._layers = self._lay_out(place.focus_key)

    def take_up(self, game: Ongoing | None) -> None:
        """Go on with this game, or with none; the one before is ended."""
        if self.ongoing is not None:
            self.ongoing.end()
        self.ongoing = game

    def refresh(self) -> None:
        """Rebuild the screen before its next use; focus and scrolling stay."""
        self._is_stale = self.changed = True

    def redraw(self) -> None:
        """Redraw the next frame from the same widgets."""
        self.changed = True

    def quit(self) -> None:
        """Let the loop end."""
        self.running = False

    def resize(self, surface: pygame.Surface) -> None:
        """Go on on a surface of another size; what has the keyboard stays in sight."""
        self.canvas = self._canvas_for(surface)
        self._is_resized = True
        self.refresh()

    def change_settings(self, settings: Settings) -> None:
        """Take new settings, keep them, and draw by them."""
        before = self.texts
        self._keeper.change(settings)
        if self.texts is not before:
            self._speak()
        self._keeper.announce()
        self.resize(self.surface)
        why_not = self._keeper.keep()
        if why_not:
            self._routes.say(self.texts("settings.not_kept"), [why_not])

    def handle(self, event: pygame.event.Event) -> None:
        """Bring one event to whom it concerns."""
        match event.type:
            case answer_ready.ANSWER_READY:
                self.screen.on_answer()
            case pygame.KEYDOWN:
                self.on_key(key_of(event, self.bindings))
            case pygame.MOUSEMOTION:
                self.changed |= self.view.move(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.view.tip_shown = False
                self.view.press(event.pos)
                self.changed = True
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self.view.release(event.pos)
                self.changed = True
            case pygame.MOUSEWHEEL:
                self.changed |= self.view.wheel(pygame.mouse.get_pos(), event.y)

    def on_key(self, key: Key) -> None:
        """Handle a key: the screen first, then its widgets, then what holds everywhere."""
        self.view.tip_shown = False
        self.changed = True
        if self.screen.on_key(key) or self.view.on_key(key):
            return
        settings = self.settings
        match key.meaning:
            case Meaning.BACK:
                self.screen.go_back()
            case Meaning.QUIT:
                self.quit()
            case Meaning.HELP:
                self._routes.to_words()
            case Meaning.HINT:
                self.end_hint()
            case Meaning.LARGER:
                self.change_settings(settings.larger())
            case Meaning.SMALLER:
                self.change_settings(settings.smaller())
            case Meaning.THEME:
                self.change_settings(settings.other_theme())
            case Meaning.SOUND:
                self.change_settings(replace(settings, sound=not settings.sound))
            case Meaning.FULL_SCREEN:
                self.change_settings(replace(settings, full_screen=not settings.full_screen))

    def cue(self, cues: Sequence[Cue]) -> None:
        """Let something be heard and, where the player wants it, read."""
        if cues and self.play_cues is not None:
            self.play_cues(cues)
        if cues and self.settings.captions and self.settings.sound:
            self._caption.say(caption_of(self.texts, cues))
            self.changed = True

    def tick(self, now_ms: int) -> None:
        """Advance the time, and drop captions that were up long enough."""
        self.changed |= self._caption.tick(now_ms)

    def end_hint(self) -> None:
        """Note that the hint shown has been read; the next one takes its place."""
        if self._hints.end(self.screen):
            self.refresh()

    def show_tip(self) -> None:
        """Show the tip of what the pointer or the keyboard rests on."""
        if not self.view.tip_shown:
            self.view.tip_shown = self.changed = True

    def hide_tip(self) -> None:
        """Take a tip away: the player moves on."""
        if self.view.tip_shown:
            self.view.tip_shown = False
            self.changed = True

    def draw(self) -> None:
        """Paint the frame; a screen laid over another dims that one."""
        self._up_to_date().draw(self.canvas)
        if self.settings.captions:
            self._caption.draw(self.canvas)
        self.changed = False

    def _speak(self) -> None:
        """From now on everything in another language: the level, the screen, those behind it."""
        if self.ongoing is not None:
            self.ongoing.tell_in(self.texts)
        for screen in (self.screen, *screens_behind(self.screen)):
            screen.on_language()

    def _no_more_hints(self) -> None:
        self.change_settings(replace(self.settings, hints=False))

    def _up_to_date(self) -> Layers:
        """Return the layers, built anew where something has changed since."""
        if self._layers is None:
            self._layers = self._opened()
        elif self._is_stale:
            self._layers = self._built_anew(self._layers.top)
        if self._is_resized:
            view = self._layers.top
            view.reveal(view.focus_key)
        self._is_stale = self._is_resized = False
        return self._layers

    def _opened(self) -> Layers:
        """Lay out a screen that comes up; the keyboard is where it was left there.

        Where that is gone, where the screen has it first.
        """
        screen = self.screen
        left_at, screen.left_at = screen.left_at, ""
        layers = self._lay_out(left_at or screen.first_focus)
        view = layers.top
        if left_at and view.focused is None:
            self._focus_first(view)
        view.reveal(screen.first_seen or view.focus_key)
        self._hints.reveal(view)  # what a hint speaks of has to be in sight before all else
        return layers

    def _built_anew(self, before: View) -> Layers:
        """Lay the screen out after a change; keyboard and pointer stay where they were."""
        layers = self._lay_out(before.focus_key)
        view = layers.top
        view.rest_as(before)
        if view.focused is None and before.focused is not None:  # it has gone away
            self._focus_first(view)
            view.reveal(view.focus_key)
        if before.held is not None:
            view.held = view.of_key(before.held.key)
        return layers

    def _focus_first(self, view: View) -> None:
        """Put the keyboard where the screen has it first.

        Where that is not there, to anything.
        """
        anything = next(iter(view.focusable()), None)
        view.focused = view.of_key(self.screen.first_focus) or anything

    def _lay_out(self, focus_key: str) -> Layers:
        area = self.surface.get_rect()
        if self.settings.captions:
            area.height -= self._caption.height(self.canvas)
        return self._builder.build(self.screen, self.canvas, area, focus_key)

    def _canvas_for(self, surface: pygame.Surface) -> Canvas:
        scale = self.settings.text_scale
        zoom = zoom_of(surface.get_size(), scale, self._desktop_scale)
        fonts = Fonts(zoom, scale, self.texts.language)
        return Canvas(surface, THEMES[self.settings.theme], fonts)
