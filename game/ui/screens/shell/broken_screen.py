"""The problems of a level that cannot be played."""

from __future__ import annotations

from game.levels.finder import LevelEntry
from game.levels.problems import Problem
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.navigation import Navigation
from game.ui.screens.common.page import back_button, page, screen_title
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.visible import shown

SIGNS = {
    "error": Sign("cross", "bad"),
    "warning": Sign("warning", "warn"),
    "note": Sign("pending", "muted"),
}


class BrokenScreen(ShellScreen):
    """All problems of a level: where, what, and what to write instead."""

    first_focus = "back"

    def __init__(self, stage: Stage, routes: Navigation, entry: LevelEntry) -> None:
        super().__init__(stage, routes)
        self.entry = entry

    def build(self) -> Widget:
        """Build a row for each problem, in the order of the lines."""
        rows: list[Widget] = []
        for problem in self.entry.problems:
            if rows:
                rows.append(Rule())
            rows.append(self._row(problem))
        listed = Scroll(Column(rows, gap=10), self.stage.offsets, key="problems")
        about = self.texts("broken.about", path=shown(self.entry.path))
        title = screen_title(self.texts("broken.title"), about)
        back = back_button(self.texts("screen.back"), self.go_back)
        return page(self.stage, title, card(listed, grow=1), [back])

    def go_back(self) -> None:
        """Go back to the list and read it again: the level may be mended."""
        self.routes.to_levels()

    def _row(self, problem: Problem) -> Widget:
        icon, ink = SIGNS[problem.severity]
        where = self.texts("broken.where", line=problem.line, column=problem.column)
        lines: list[Widget] = [
            Label(where, Role.LABEL, "muted"),
            Label(problem.message, Role.BODY),
        ]
        if problem.hint:
            lines.append(Label(problem.hint, Role.BODY, "good"))
        return Row([Icon(icon, 20, ink), Column(lines, gap=2, grow=1)], gap=12, align="top")
