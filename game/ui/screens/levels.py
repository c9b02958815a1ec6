"""The list of levels, broken ones too."""

from __future__ import annotations

import secrets

from game.levels.finder import LevelEntry, find_levels
from game.levels.loader import Level
from game.paths import user_levels_dir
from game.ui.fonts import Role
from game.ui.screen import Screen
from game.ui.screens.begin import begin
from game.ui.screens.broken import BrokenScreen
from game.ui.screens.page import back_button, page, screen_title
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Grid, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label


class LevelsScreen(Screen):
    """Every level that can be found; each opens its briefing, or the reasons why not."""

    first_focus = "level0"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.entries: list[LevelEntry] = []
        self.on_language()

    def on_language(self) -> None:
        """The levels are found again: titles and problems are in the language."""
        self.entries = find_levels(user_levels_dir(), self.texts)

    def build(self) -> Widget:
        """A card for each level."""
        texts = self.texts
        if self.entries:
            cards = [self._card(place, entry) for place, entry in enumerate(self.entries)]
            listed: Widget = Grid(cards, least=420, gap=16, most=2)
        else:
            listed = Label(texts("levels.none", folder=user_levels_dir()))
        body = Scroll(listed, self.stage.offsets, key="levels")
        header = screen_title(
            texts("levels.title"), texts("levels.about", folder=user_levels_dir())
        )
        return page(self.stage, header, body, [back_button(texts("screen.back"), self.go_back)])

    def go_back(self) -> None:
        """To the title."""
        self.stage.go_home()

    def _card(self, place: int, entry: LevelEntry) -> Widget:
        if entry.level is None:
            return self._broken(place, entry)
        field, texts = entry.level.in_language(self.texts.language).field, self.texts
        facts = texts(
            "levels.facts",
            delegations=len(field.delegations),
            issues=len(field.issues),
            rounds=len(field.rounds),
            minutes=field.minutes,
        )
        level = entry.level
        play = Button(
            texts("levels.play"),
            lambda: self._play(level),
            icon="play",
            letter=str(place + 1),
            kind="main",
            key=f"level{place}",
        )
        return card(
            Column(
                [
                    Label(field.title, Role.TITLE),
                    Label(facts, Role.SMALL, "muted"),
                    Label(texts("levels.teaches", teaches=field.teaches)),
                    Spacer(grow=1),
                    Row([play, Spacer(grow=1)]),
                ],
                gap=10,
            ),
            pad=22,
        )

    def _broken(self, place: int, entry: LevelEntry) -> Widget:
        texts = self.texts
        why = Button(
            texts("levels.why"),
            lambda: self.stage.show(BrokenScreen(self.stage, self, entry)),
            icon="warning",
            key=f"level{place}",
        )
        sign = Row(
            [
                Icon("warning", 20, "bad"),
                Label(texts("levels.broken", n=len(entry.problems)), Role.BODY, "bad", grow=1),
            ]
        )
        rows: list[Widget] = [Label(entry.id, Role.TITLE), sign]
        if entry.problems:
            rows.append(Label(entry.problems[0].message, Role.SMALL, "muted"))
        rows += [Spacer(grow=1), Row([why, Spacer(grow=1)])]
        return card(Column(rows, gap=10), pad=22)

    def _play(self, level: Level) -> None:
        self.stage.show(begin(self.stage, level, seed=secrets.randbelow(1_000_000)))
