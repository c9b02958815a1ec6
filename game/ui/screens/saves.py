"""Games begun: go on, or look at how they ended."""

from __future__ import annotations

from game.levels.finder import LevelEntry, find_levels
from game.paths import saves_dir, user_levels_dir
from game.session.saves import SaveEntry, list_saves
from game.session.session import SaveRefused
from game.ui.fonts import Role
from game.ui.screen import Screen
from game.ui.screens.begin import go_on
from game.ui.screens.notice import Notice
from game.ui.screens.page import back_button, page, screen_title
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule


class SavesScreen(Screen):
    """Every log in the user's folder, newest first."""

    first_focus = "save0"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.levels: list[LevelEntry] = find_levels(user_levels_dir(), stage.texts)
        self.entries = list_saves(saves_dir(), self.levels)

    def build(self) -> Widget:
        """A row for each game."""
        texts = self.texts
        rows: list[Widget] = []
        for place, entry in enumerate(self.entries):
            if rows:
                rows.append(Rule())
            rows.append(self._row(place, entry))
        if not rows:
            rows.append(Label(texts("saves.none"), Role.BODY, "muted"))
        listed = Scroll(Column(rows, gap=8), self.stage.offsets, key="saves")
        back = back_button(texts("screen.back"), self.go_back)
        header = screen_title(texts("saves.title"), texts("saves.about"))
        return page(self.stage, header, card(listed, grow=1), [back])

    def go_back(self) -> None:
        """To the title."""
        self.stage.go_home()

    def _row(self, place: int, entry: SaveEntry) -> Widget:
        texts = self.texts
        when = f"{texts.date(entry.when.date(), 'medium')}, {entry.when:%H:%M}"
        about = texts("saves.row", round=entry.round + 1, rounds=entry.rounds, when=when)
        if entry.finished:
            about = texts("saves.row_finished", when=when)
        icon, ink = ("check", "good") if entry.finished else ("save", "theirs")
        lines: list[Widget] = [Label(entry.title, Role.STRONG)]
        if entry.problem is not None:
            icon, ink = "warning", "bad"
            why = texts("saves.unusable", why=entry.problem)
            lines.append(Label(why, Role.SMALL, "bad"))
        else:
            lines.append(Label(about, Role.SMALL, "muted"))
        row: list[Widget] = [Icon(icon, 24, ink), Column(lines, gap=1, grow=1)]
        if entry.problem is None:
            text = texts("saves.look" if entry.finished else "saves.open")
            letter = str(place + 1) if place < 9 else ""
            row.append(
                Button(
                    text,
                    lambda: open_save(self, entry, self.levels),
                    icon="play",
                    letter=letter,
                    key=f"save{place}",
                )
            )
        return Row(row, gap=16, align="middle")


def open_save(screen: Screen, entry: SaveEntry, levels: list[LevelEntry]) -> None:
    """Go on with a saved game; a refusal is shown over the screen."""
    level = next((each.level for each in levels if each.id == entry.level_id), None)
    if level is None:
        return
    try:
        screen.stage.show(go_on(screen.stage, entry.path, level))
    except SaveRefused as refusal:
        title = screen.texts("saves.title")
        screen.stage.show(Notice(screen.stage, screen, title, [str(refusal)]))
