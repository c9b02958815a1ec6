"""How do we know? What stands behind the chart: the model, its checks, its limits, its sources."""

from __future__ import annotations

from game.ui.charts.fan import Fan, FanChart
from game.ui.fonts import Role
from game.ui.screen import Screen
from game.ui.screens.page import back_button, bullet, heading, page, screen_title
from game.ui.screens.play import GameScreen, Play
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label, Rule

CHAIN = ("emissions", "air", "forcing", "warming")
CHECKS = ("ranges", "reference", "unseen", "published")
LIMITS = ("average", "abrupt", "sea", "far")


class EvidenceScreen(GameScreen):
    """The chart, and why one may believe it."""

    first_focus = "back"

    def __init__(self, stage: Stage, play: Play, opened_from: Screen) -> None:
        super().__init__(stage, play)
        self.opened_from = opened_from

    def build(self) -> Widget:
        """The chart and its chain at the left; checks, limits and sources at the right."""
        offsets = self.stage.offsets
        left = card(Scroll(self._chain(), offsets, key="chain"), grow=1)
        right = card(Scroll(self._checks(), offsets, key="checks"), grow=1)
        back = back_button(self.texts("screen.back"), self.go_back)
        title = screen_title(self.texts("evidence.title"), self.texts("evidence.about"))
        return page(self.stage, title, Row([left, right], gap=14, grow=1), [back])

    def go_back(self) -> None:
        """To where it was opened."""
        self.stage.show(self.opened_from)

    def _chain(self) -> Widget:
        members = len(self.session.now.projection.warming_2100_c)
        rows: list[Widget] = [
            heading(self.texts("evidence.chain"), self.texts("evidence.members", n=members)),
            FanChart(Fan(self.session.now.projection), self.texts, height=200, grow=0),
        ]
        rows += [bullet(self.texts(f"evidence.chain.{step}"), "next") for step in CHAIN]
        return Column(rows, gap=10)

    def _checks(self) -> Widget:
        rows: list[Widget] = [heading(self.texts("evidence.checks"), colour="good")]
        rows += [bullet(self.texts(f"evidence.checks.{name}"), "check", "good") for name in CHECKS]
        rows += [Rule(), heading(self.texts("evidence.limits"), colour="warn")]
        rows += [
            bullet(self.texts(f"evidence.limits.{name}"), "warning", "warn") for name in LIMITS
        ]
        rows += [Rule(), Label(self.texts("evidence.sources"), Role.SMALL, "muted")]
        return Column(rows, gap=10)
