"""Owns the current screen and the shared services, and routes events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pygame

from game.desk.hints import Hint
from game.texts import Texts
from game.ui.input.key_binding import codes_of, key_name
from game.ui.input.keys import Bindings, Key, Meaning, bindings_of, key_of
from game.ui.input.settings import Settings, save_settings
from game.ui.layout import zoom_of
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Fonts
from game.ui.paint.theme import THEMES
from game.ui.sound.captions import CaptionLine, caption_of
from game.ui.sound.cues import Cue
from game.ui.stage.answer_ready import ANSWER_READY
from game.ui.stage.hint_card import Beside, hint_card, stands_below
from game.ui.stage.ongoing import Ongoing
from game.ui.stage.screen import Bookmark, Screen
from game.ui.stage.stage_routes import StageRoutes
from game.ui.stage.underlines import LookUp
from game.ui.stage.view import View
from game.ui.widgets.controls import Button
from game.ui.widgets.widget import Widget


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
        self.texts, self.settings = texts, settings
        self._settings_folder = settings_folder
        self._has_said_not_kept = False
        self._desktop_scale = desktop_scale
        self.canvas = self._canvas_for(surface)
        self.offsets: dict[str, int] = {}
        self.screen = Screen(self)
        self.running = True
        self.changed = True
        self.wake, self.play_cues, self._on_settings = wake, play_cues, on_settings
        self._view: View | None = None
        self._is_stale = self._is_resized = False
        self._views_behind: list[View] = []
        self.ongoing: Ongoing | None = None
        self._hint: Beside | None = None
        self._pointed_at: Hint | None = None
        self._caption = CaptionLine()
        self._routes = routes(self)
        self._look_up = LookUp(self._routes.to_words)

    @property
    def view(self) -> View:
        """The laid-out widgets of the screen that is up."""
        if self._view is None:
            self._view = self._opened()
            self._view.reveal(self.screen.first_seen or self._view.focus_key)
            if self._hint is not None:  # what it speaks of has to be in sight before all else
                self._view.reveal(self._hint.anchor_key)
        elif self._is_stale:
            before = self._view
            held = before.held.key if before.held is not None else ""
            self._view = self._laid_out(before.focus_key)
            self._view.rest_as(before)
            if self._view.focused is None and before.focused is not None:  # it has gone away
                self._focus_first(self._view)
                self._view.reveal(self._view.focus_key)
            if held:
                self._view.held = next((w for w in self._view.focusable() if w.key == held), None)
        if self._is_resized:
            self._view.reveal(self._view.focus_key)
        self._is_stale = self._is_resized = False
        return self._view

    def show(self, screen: Screen) -> None:
        """Put another screen up."""
        self._end_hint_by_doing()
        if self._view is not None and screen is not self.screen:
            self.screen.was_left(self._view.focus_key)
        self.screen = screen
        self.offsets.clear()
        self._pointed_at = None
        self._is_stale = self._is_resized = False
        self._view, self.changed = None, True

    def uncover(self, screen: Screen) -> None:
        """Take away what lies over a screen; where nothing does, it stays as it is."""
        if self.screen is not screen:
            self.show(screen)

    def here(self) -> Bookmark:
        """Return the player's place, for `return_to`."""
        return Bookmark(self.screen, self.view.focus_key, dict(self.offsets), self._pointed_at)

    def return_to(self, place: Bookmark) -> None:
        """Show a screen as it was left, with its scrolling and its focus."""
        self.show(place.screen)
        place.screen.on_answer()  # which may have come meanwhile
        self.offsets.update(place.offsets)
        self._pointed_at = place.pointed_at
        self._view = self._laid_out(place.focus_key)

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
        if settings.language != self.settings.language:
            self._speak(settings.language)
        self.settings = settings
        if self._on_settings is not None:
            self._on_settings(settings)
        self.resize(self.canvas.surface)
        self._keep(settings)

    def _keep(self, settings: Settings) -> None:
        """On disk; where that cannot be, they hold for this run, which is said once."""
        if self._settings_folder is None:
            return
        try:
            save_settings(settings, self._settings_folder)
        except OSError as problem:
            if not self._has_said_not_kept:
                self._has_said_not_kept = True
                reason = f"{problem.strerror or problem} ({self._settings_folder})"
                why = self.texts("settings.not_kept.why", reason=reason)
                self._routes.say(self.texts("settings.not_kept"), [why])

    def _speak(self, language: str) -> None:
        """From now on everything in another language: the texts, the level, the screen."""
        self.texts = Texts.load(language, strict=self.texts.strict)
        if self.ongoing is not None:
            self.ongoing.tell_in(self.texts)
        screen: Screen | None = self.screen
        while screen is not None:
            screen.on_language()
            screen = screen.behind

    def handle(self, event: pygame.event.Event) -> None:
        """Bring one event to whom it concerns."""
        if event.type == ANSWER_READY:
            self.screen.on_answer()
        elif event.type == pygame.KEYDOWN:
            self.on_key(key_of(event, self.bindings))
        elif event.type == pygame.MOUSEMOTION:
            self.changed |= self.view.move(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.view.tip_shown = False
            self.view.press(event.pos)
            self.changed = True
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self.view.release(event.pos)
            self.changed = True
        elif event.type == pygame.MOUSEWHEEL:
            self.changed |= self.view.wheel(pygame.mouse.get_pos(), event.y)

    def on_key(self, key: Key) -> None:
        """Handle a key: the widgets first, then the screen, then what holds everywhere."""
        self.view.tip_shown = False
        self.changed = True
        if self.screen.first_key(key) or self.view.on_key(key) or self.screen.on_key(key):
            return
        match key.meaning:
            case Meaning.BACK:
                self.screen.go_back()
            case Meaning.QUIT:
                self.quit()
            case Meaning.HELP:
                self._routes.to_words()
            case Meaning.LARGER:
                self.change_settings(self.settings.larger())
            case Meaning.SMALLER:
                self.change_settings(self.settings.smaller())
            case Meaning.THEME:
                self.change_settings(self.settings.other_theme())
            case Meaning.SOUND:
                self.change_settings(replace(self.settings, sound=not self.settings.sound))
            case Meaning.HINT:
                self.end_hint()
            case Meaning.FULL_SCREEN:
                full = not self.settings.full_screen
                self.change_settings(replace(self.settings, full_screen=full))

    @property
    def bindings(self) -> Bindings:
        """The player's keys."""
        return bindings_of(self.settings.keys)

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
        if self._hint is not None:
            self.screen.hint_done(self._hint.hint)
            self.refresh()

    def _end_hint_by_doing(self) -> None:
        """Who leaves a screen by the very button that a hint speaks of needs it no more."""
        hint, view = self._hint, self._view
        if hint is not None and view is not None and view.focus_key == hint.anchor_key:
            self._hint = None
            self.screen.hint_done(hint.hint)

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
        view = self.view
        surface = self.canvas.surface
        surface.set_clip(None)
        surface.fill(self.canvas.theme.ground)
        for behind in self._views_behind:
            behind.draw()
            _dim(surface)
        view.draw()
        if self.settings.captions:
            self._caption.draw(self.canvas)
        self.changed = False

    def _opened(self) -> View:
        """Put the keyboard back where it was left.

        Where that is gone, where the screen has it first.
        """
        screen = self.screen
        left_at, screen.left_at = screen.left_at, ""
        view = self._laid_out(left_at or screen.first_focus)
        if left_at and view.focused is None:
            self._focus_first(view)
        return view

    def _focus_first(self, view: View) -> None:
        """Put the keyboard where the screen has it first.

        Where that is not there, to anything.
        """
        anything = next(iter(view.focusable()), None)
        view.focused = view.of_key(self.screen.first_focus) or anything

    def _laid_out(self, focus_key: str) -> View:
        area = self.canvas.surface.get_rect()
        if self.settings.captions:
            area.height -= self._caption.height(self.canvas)
        self._views_behind = []
        behind = self.screen.behind
        while behind is not None:
            root = self._underlined(self._with_keys(behind), behind)
            self._views_behind.insert(0, View(root, self.canvas, area, ""))
            behind = behind.behind
        root = self._underlined(self._with_hint(self._with_keys(self.screen)), self.screen)
        view = View(root, self.canvas, area, focus_key)
        if self._hint is not None and self._hint.hint != self._pointed_at:
            self._pointed_at = self._hint.hint
            view.reveal(self._hint.anchor_key)
        return view

    def _with_keys(self, screen: Screen) -> Widget:
        """Return the screen's widgets, on their buttons the letters that the player has chosen."""
        root = screen.build()
        for widget in root.walk():
            if isinstance(widget, Button) and len(widget.letter) == 1:
                widget.letter = self.bindings.letter_of(widget.key, widget.letter)
        return root

    def _underlined(self, root: Widget, screen: Screen) -> Widget:
        """Return the widgets, with the words underlined that can be looked up."""
        if screen.underlines:
            self._look_up.underline(root, self.texts, screen.sourced)
        return root

    def _with_hint(self, root: Widget) -> Widget:
        """Build the widgets and, where one is due and fits, a hint beside them."""
        self._hint = None
        here = {widget.key for widget in root.walk()}
        hint = self.screen.next_hint(here) if self.settings.hints else None
        if hint is None:
            return root
        no_more = replace(self.settings, hints=False)
        card = hint_card(
            self.texts,
            key_name(codes_of(Meaning.HINT, self.settings.keys)[0]),
            hint,
            on_read=self.end_hint,
            on_no_more=lambda: self.change_settings(no_more),
            is_strip=stands_below(self.canvas),
        )
        self._hint = Beside(root, card, hint)
        return self._hint

    def _canvas_for(self, surface: pygame.Surface) -> Canvas:
        scale = self.settings.text_scale
        zoom = zoom_of(surface.get_size(), scale, self._desktop_scale)
        fonts = Fonts(zoom, scale, self.texts.language)
        return Canvas(surface, THEMES[self.settings.theme], fonts)


def _dim(surface: pygame.Surface) -> None:
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    veil.fill((0, 0, 0, 150))
    surface.blit(veil, (0, 0))
