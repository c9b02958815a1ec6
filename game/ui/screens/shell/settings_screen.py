"""Settings: picture, sound, help while playing, keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from game.texts import available_languages, language_name
from game.ui.input.key_binding import codes_of, key_name
from game.ui.input.keys import Meaning
from game.ui.input.settings import TEXT_SCALES, Switch
from game.ui.layout import LEAST_COLUMNS
from game.ui.paint.fonts import Role, can_write, no_letters
from game.ui.paint.theme import Ink, ThemeName
from game.ui.screens.common.navigation import Navigation
from game.ui.screens.common.page import back_button, heading, page, screen_title
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.sound.cues import Cue
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Row, Spacer, card
from game.ui.widgets.controls import Button, Stepper, Steps
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.widget import Widget

VOLUME_STEPS = 10


class SettingsScreen(ShellScreen):
    """The player's settings; every change takes effect at once."""

    first_focus = "text_size"

    def __init__(self, stage: Stage, routes: Navigation, opened_from: Screen | None = None) -> None:
        super().__init__(stage, routes)
        self.opened_from = opened_from

    def build(self) -> Widget:
        """Build what is seen at the left, the rest at the right; stacked where text is large."""
        texts = self.texts
        seen = self._part("seen", self._seen(), "theirs")
        heard = self._part("heard", self._heard(), "ours")
        more = self._part("playing", self._playing(), "good")
        if self.stage.canvas.units_wide < LEAST_COLUMNS:
            body: Widget = Column([card(seen), card(heard), card(more)], gap=16)
        else:
            right = Column([card(heard), card(more, grow=1)], gap=16, grow=1)
            body = Row([card(seen, grow=1), right], gap=16, grow=1)
        back = back_button(texts("screen.back"), self.go_back)
        return page(self.stage, screen_title(texts("settings.title")), body, [back])

    def on_language(self) -> None:
        """So does the screen it was opened from."""
        if self.opened_from is not None:
            self.opened_from.on_language()

    def go_back(self) -> None:
        """Go back to the screen that opened it."""
        if self.opened_from is not None:
            self.stage.show(self.opened_from)
        else:
            self.routes.to_title()

    def _languages(self) -> Widget:
        """Build a button for each language, in that language; off where its letters are missing."""
        buttons: list[Widget] = [
            Button(
                language_name(name, None if can_write(name) else self.texts.language),
                partial(self._set_language, name),
                kind="main" if name == self.texts.language else "plain",
                icon="check" if name == self.texts.language else "",
                key=f"language/{name}",
                why_not="" if can_write(name) else no_letters(name, self.texts),
            )
            for name in available_languages()
        ]
        missing = [name for name in available_languages() if not can_write(name)]
        named = Column(self._words("language"), gap=0)
        notes = [Label(no_letters(name, self.texts), Role.SMALL, "warn") for name in missing]
        return Column([named, Flow(buttons, gap=8), *notes], gap=8)

    def _seen(self) -> list[Widget]:
        settings = self.stage.settings
        size = Stepper(
            Steps(settings.step_of_scale, len(TEXT_SCALES) - 1),
            self._set_text_scale,
            key="text_size",
        )
        themes = [
            Button(
                self.texts(f"settings.theme.{name}"),
                partial(self._set_theme, name),
                kind="main" if name is settings.theme else "plain",
                icon="check" if name is settings.theme else "",
                key=f"theme/{name}",
            )
            for name in ThemeName
        ]
        percent = self.texts.percent(settings.text_scale)
        named = Column(self._words("theme", Meaning.THEME), gap=0)
        theme = Column([named, Flow(themes, gap=8)], gap=8)
        return [
            self._row("text_size", percent, size),
            theme,
            self._languages(),
            self._switch("reduce_motion"),
            self._switch("full_screen", Meaning.FULL_SCREEN),
        ]

    def _heard(self) -> list[Widget]:
        settings = self.stage.settings
        volume = Stepper(
            Steps(round(settings.volume * VOLUME_STEPS), VOLUME_STEPS),
            self._set_volume,
            key="volume",
        )
        return [
            self._switch("sound", Meaning.SOUND),
            self._row("volume", self.texts.percent(settings.volume), volume),
            self._switch("ambience"),
            self._switch("captions"),
        ]

    def _playing(self) -> list[Widget]:
        keys = Button(
            self.texts("settings.keys.open"),
            lambda: self.routes.to_keys(self),
            icon="keys",
            key="keys",
        )
        return [self._switch("hints"), self._row("keys", "", keys)]

    def _part(self, name: str, rows: Sequence[Widget], colour: Ink) -> Widget:
        ruled: list[Widget] = [heading(self.texts(f"settings.part.{name}"), colour=colour)]
        for row in rows:
            ruled += [Rule(), row]
        return Column([*ruled, Spacer(grow=1)], gap=8)

    def _switch(self, field: Switch, key: Meaning | None = None) -> Widget:
        """On or off: said in words and by a sign, changed by one press."""
        is_on = self.stage.settings.is_on(field)
        button = Button(
            self.texts("settings.full.on" if is_on else "settings.full.off"),
            partial(self._turn, field, not is_on),
            icon="check" if is_on else "cross",
            key=SWITCH_KEYS.get(field, field),
        )
        return self._row(field, "", button, key)

    def _turn(self, field: Switch, is_on: bool) -> None:
        settings = self.stage.settings.turned(field, is_on)
        if field == "hints" and is_on:
            settings = replace(settings, hints_seen=())
        self.stage.change_settings(settings)
        if field == "sound" and is_on:
            self.stage.cue((Cue.YES,))

    def _set_volume(self, place: int) -> None:
        self.stage.change_settings(replace(self.stage.settings, volume=place / VOLUME_STEPS))
        self.stage.cue((Cue.YES,))

    def _set_text_scale(self, place: int) -> None:
        scale = TEXT_SCALES[place]
        self.stage.change_settings(replace(self.stage.settings, text_scale=scale))

    def _set_language(self, language: str) -> None:
        self.stage.change_settings(replace(self.stage.settings, language=language))

    def _set_theme(self, theme: ThemeName) -> None:
        self.stage.change_settings(replace(self.stage.settings, theme=theme))

    def _row(self, name: str, value: str, control: Widget, key: Meaning | None = None) -> Widget:
        words = Column(self._words(name, key), gap=0, grow=1)
        shown = [Label(value, Role.STRONG)] if value else []
        return Row([words, *shown, control], gap=16, align="middle")

    def _words(self, name: str, key: Meaning | None = None) -> list[Widget]:
        """Build what a setting is called, and what it does; with the key that sets it anywhere."""
        about = self.texts(f"settings.{name}.about")
        if key is not None:
            code = codes_of(key, self.stage.settings.keys)[0]
            also = self.texts("settings.also", key=key_name(code))
            about = f"{about} {also}"
        title = Label(self.texts(f"settings.{name}"), Role.STRONG)
        return [title, Label(about, Role.SMALL, "muted")]


SWITCH_KEYS: dict[Switch, str] = {"reduce_motion": "still", "full_screen": "full"}
