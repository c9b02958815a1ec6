"""How do we know? The model behind the chart: checks, limits, sources."""

from __future__ import annotations

from game.debrief.carbon_bath import PPM_MEASURED_2021
from game.debrief.debrief import Debrief
from game.desk.glossary import MODEL_SOURCES
from game.ui.charts.bath_chart import BathChart
from game.ui.charts.fan_chart import Fan, FanChart
from game.ui.charts.wedges_chart import WedgesChart
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import (
    back_button,
    bullet,
    heading,
    page,
    screen_title,
    territories,
)
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.common.sides import sides
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.widget import Widget

CHAIN = ("emissions", "air", "forcing", "warming")
CHECKS = ("ranges", "reference", "unseen", "published")
LIMITS = ("average", "abrupt", "sea", "level", "far")


class EvidenceScreen(GameScreen):
    """The chart, and why one may believe it."""

    first_focus = "back"

    def __init__(self, stage: Stage, play: Play, opened_from: Screen) -> None:
        super().__init__(stage, play)
        self.opened_from = opened_from
        self.debrief = Debrief(self.session)

    def build(self) -> Widget:
        """Build the chart and its chain at the left; checks, limits and sources at the right."""
        back = back_button(self.texts("screen.back"), self.go_back)
        title = screen_title(self.texts("evidence.title"), self.texts("evidence.about"))
        return page(self.stage, title, sides(self.stage, self._chain(), self._checks()), [back])

    def go_back(self) -> None:
        """Go back to the screen that opened it."""
        self.stage.show(self.opened_from)

    def _chain(self) -> Widget:
        """From promises to degrees, a chart beside each step that has one."""
        texts, public, now = self.texts, self.session.public, self.session.now.projection
        charts: dict[str, Widget] = {
            "emissions": WedgesChart(
                self.debrief.wedges,
                self.words.bloc,
                texts,
                territories(public),
                grow=0,
            ),
            "air": BathChart(self.debrief.bath, texts, grow=0),
            "warming": FanChart(Fan(now), texts, grow=0),
        }
        members = len(now.warming_2100_c)
        about = texts("evidence.members", n=members)
        rows: list[Widget] = [heading(texts("evidence.chain"), about)]
        for step in CHAIN:
            rows.append(bullet(texts(f"evidence.chain.{step}"), "next"))
            if step in charts:
                rows.append(charts[step])
        return Column(rows, gap=10)

    def _checks(self) -> Widget:
        rows: list[Widget] = [heading(self.texts("evidence.checks"), colour="good")]
        rows += [bullet(self.texts(f"evidence.checks.{name}"), "check", "good") for name in CHECKS]
        rows += [Rule(), heading(self.texts("evidence.limits"), colour="warn")]
        levels = {"model": self.debrief.bath.level_in(2021), "measured": PPM_MEASURED_2021}
        rows += [
            bullet(self.texts(f"evidence.limits.{name}", **levels), "warning", "warn")
            for name in LIMITS
        ]
        rows += [Rule(), Label(self._sources(), Role.SMALL, "muted")]
        return Column(rows, gap=10)

    def _sources(self) -> str:
        names = self.texts.enumerated(source.name for source in MODEL_SOURCES)
        return self.texts("evidence.sources", sources=names)
