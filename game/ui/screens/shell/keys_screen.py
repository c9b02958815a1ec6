"""The keys and their commands, and how to change them."""

from __future__ import annotations

from dataclasses import replace

from game.ui.input.key_binding import (
    codes_of,
    fixed_codes_of,
    key_name,
    refusal_of,
    taken_by,
    with_key,
)
from game.ui.input.keys import BUTTON, LETTERS, MOVABLE, Key, Meaning
from game.ui.layout import KEY_CELL
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import back_button, heading, page, screen_title
from game.ui.screens.common.window_screen import WindowScreen
from game.ui.sound.cues import Cue
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import CellGrid, Column, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import strip
from game.ui.widgets.widget import Widget

NONE = "–"
SHIFT_TAB = "Shift + Tab"
# What the buttons with letters say on their screens.
SAID = {
    "probe": "hub.probe",
    "talk": "hub.talk",
    "backing": "hub.backing",
    "press": "hub.press",
    "tie": "hub.tie",
    "hold": "hub.hold",
    "work": "hub.work",
    "ledger": "hub.ledger",
    "cable": "hub.cable",
    "help": "hub.help",
    "evidence": "evidence.open",
    "turn_over": "map.show_climate",
    "settings": "title.settings",
    "advice": "advice.open",
    "send": "table.send",
    "condition": "condition.only_if.button",
    "dossier": "hub.dossier",
    "answer": "standing.answer",
    "round": "reply.back",
    "take": "reply.take",
    "take_card": "card.take",
}


class KeysScreen(WindowScreen):
    """Every command with its key; press one, then the key that it should have."""

    def __init__(self, stage: Stage, opened_from: Screen) -> None:
        super().__init__(stage)
        self.opened_from = opened_from
        self.first_focus = f"key/{Meaning.ACCEPT}"
        self.waits_for = ""
        self.refused = ""

    def build(self) -> Widget:
        """Build what holds everywhere, then screen by screen; above it a question or a refusal."""
        parts: list[Widget] = [self._part("everywhere", [str(meaning) for meaning in MOVABLE])]
        shown: set[str] = set()
        for screen, buttons in LETTERS.items():
            commands = [f"{BUTTON}{name}" for name in buttons if name not in shown]
            shown.update(buttons)
            parts.append(self._part(screen, commands))
        listed = Scroll(Column(parts, gap=16), self.stage.offsets, key="commands")
        header = [screen_title(self.texts("keys.title"), self.texts("keys.about")), self._said()]
        reset = Button(
            self.texts("keys.reset"),
            self._reset,
            icon="reset",
            why_not="" if self.stage.settings.keys else self.texts("keys.reset.none"),
            key="reset",
        )
        footer = [back_button(self.texts("screen.back"), self.go_back), reset]
        return page(self.stage, Column(header, gap=8), card(listed, grow=1), footer)

    def go_back(self) -> None:
        """Go back to the screen that opened it."""
        self.stage.show(self.opened_from)

    def on_key(self, key: Key) -> bool:
        """Take any key while a command waits for one; Escape keeps the old one."""
        if not self.waits_for:
            return False
        command, self.waits_for = self.waits_for, ""
        if key.meaning is not Meaning.BACK:
            self._give(command, key.code)
        self.stage.refresh()
        return True

    def name_of(self, command: str) -> str:
        """Return what a command does, in words."""
        if command.startswith(BUTTON):
            return self.texts(SAID[command.removeprefix(BUTTON)])
        return self.texts(f"keys.command.{command}")

    def _said(self) -> Widget:
        if self.waits_for:
            text = self.texts("keys.press_one", command=self.name_of(self.waits_for))
            return strip("keys", text, "theirs")
        if self.refused:
            return strip("warning", self.refused, "bad")
        return strip("keys", self.texts("keys.fixed"), "muted")

    def _part(self, name: str, commands: list[str]) -> Widget:
        cells = CellGrid([self._command(each) for each in commands], least=KEY_CELL, gap=8)
        return Column([heading(self.texts(f"keys.part.{name}")), cells], gap=8)

    def _command(self, command: str) -> Widget:
        """Its words, the keys that always do it, and the one that can be moved."""
        words: list[Widget] = [Label(self.name_of(command), Role.BODY)]
        names = self.texts.listed(key_name(code) for code in fixed_codes_of(command))
        if command == Meaning.PREVIOUS:
            names = SHIFT_TAB
        if names:
            words.append(Label(self.texts("keys.always", keys=names), Role.SMALL, "muted"))
        codes = codes_of(command, self.stage.settings.keys)
        shown = " / ".join(key_name(code) for code in codes) or NONE
        waits = command == self.waits_for
        button = Button(
            self.texts("keys.waiting") if waits else shown,
            lambda: self._wait(command),
            kind="main" if waits else "plain",
            tip=self.texts("keys.change.tip", command=self.name_of(command)),
            key=f"key/{command}",
        )
        return Row([Column(words, gap=0, grow=1), button], gap=8, align="middle")

    def _wait(self, command: str) -> None:
        self.waits_for, self.refused = command, ""
        self.stage.refresh()

    def _give(self, command: str, code: int) -> None:
        settings = self.stage.settings
        self.refused = self._why_not(command, code)
        if self.refused:
            self.stage.cue((Cue.ERROR,))
        else:
            keys = with_key(command, code, settings.keys)
            self.stage.change_settings(replace(settings, keys=keys))

    def _why_not(self, command: str, code: int) -> str:
        refusal, key = refusal_of(command, code), key_name(code)
        if refusal:
            return self.texts(f"keys.refused.{refusal}", key=key)
        other = taken_by(command, code, self.stage.settings.keys)
        if other:
            return self.texts("keys.refused.taken", key=key, command=self.name_of(other))
        return ""

    def _reset(self) -> None:
        self.refused = ""
        self.stage.change_settings(replace(self.stage.settings, keys=()))
