"""Settings: text size, theme, motion, full screen."""

from __future__ import annotations

from dataclasses import replace

from game.ui.fonts import Role
from game.ui.screen import Screen
from game.ui.screens.page import back_button, page, screen_title
from game.ui.settings import TEXT_SCALES
from game.ui.stage import Stage
from game.ui.theme import ThemeName
from game.ui.widgets.boxes import Column, Flow, Row, Spacer, card
from game.ui.widgets.controls import Button, Stepper, Steps
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label, Rule


class SettingsScreen(Screen):
    """What a player can set; every change holds at once."""

    first_focus = "text_size"

    def __init__(self, stage: Stage, opened_from: Screen | None = None) -> None:
        super().__init__(stage)
        self.opened_from = opened_from

    def build(self) -> Widget:
        """A row for each setting."""
        texts, settings = self.texts, self.stage.settings
        size = Stepper(
            Steps(TEXT_SCALES.index(settings.text_scale), len(TEXT_SCALES) - 1),
            lambda place: self._change(text_scale=TEXT_SCALES[place]),
            key="text_size",
        )
        percent = texts.percent(settings.text_scale)
        themes = [
            Button(
                texts(f"settings.theme.{name}"),
                lambda chosen=name: self._change(theme=chosen),  # type: ignore[misc]
                kind="main" if name is settings.theme else "plain",
                key=f"theme/{name}",
            )
            for name in ThemeName
        ]
        still = self._switch("still", "reduce_motion", settings.reduce_motion)
        full = self._switch("full", "full_screen", settings.full_screen)
        rows = Column(
            [
                self._row("text_size", percent, size),
                Rule(),
                self._row("theme", "", Flow(themes, gap=8)),
                Rule(),
                self._row("reduce_motion", "", still),
                Rule(),
                self._row("full_screen", "", full),
                Spacer(grow=1),
            ],
            gap=16,
        )
        back = back_button(texts("screen.back"), self.go_back)
        return page(self.stage, screen_title(texts("settings.title")), card(rows, grow=1), [back])

    def go_back(self) -> None:
        """To where it was opened."""
        if self.opened_from is not None:
            self.stage.show(self.opened_from)
        else:
            self.stage.go_home()

    def _switch(self, key: str, field: str, is_on: bool) -> Button:
        return Button(
            self.texts("settings.full.on" if is_on else "settings.full.off"),
            lambda: self._change(**{field: not is_on}),
            key=key,
        )

    def _row(self, name: str, value: str, control: Widget) -> Widget:
        words: list[Widget] = [Label(self.texts(f"settings.{name}"), Role.STRONG)]
        words.append(Label(self.texts(f"settings.{name}.about"), Role.SMALL, "muted"))
        return Row(
            [Column(words, gap=0, grow=1), Label(value, Role.STRONG), control],
            gap=24,
            align="middle",
        )

    def _change(self, **changes: object) -> None:
        self.stage.change_settings(replace(self.stage.settings, **changes))  # type: ignore[arg-type]
