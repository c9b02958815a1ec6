"""The verdict: passed or not, the score card, the warming."""

from __future__ import annotations

from game.climate.outcome import ar6_category, gap_2030_gtco2e
from game.debrief.goals_reached import Reached
from game.debrief.score_text import earned, medals_told
from game.debrief.verdict_text import goal_told, why_told
from game.desk.odds import odds_told
from game.negotiation.rules.scoring import FIGURES, figure_of, medal_of, next_medal_from
from game.ui.charts.climate_pair import climate_pair
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.page import bullet, heading, page, part, screen_title
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.common.sides import sides
from game.ui.screens.debrief.debrief_screen import look_ahead
from game.ui.screens.debrief.play_again import again_button
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.medal import MedalSign
from game.ui.widgets.meters import Meter
from game.ui.widgets.widget import Widget


class VerdictScreen(GameScreen):
    """The end of a game: passed or not, and the score card."""

    first_focus = "debrief"

    def __init__(self, stage: Stage, play: Play) -> None:
        super().__init__(stage, play)
        self.debrief = play.debrief
        look_ahead(stage, self.debrief)  # to have the debrief ready when it is asked for

    def build(self) -> Widget:
        """Goals and climate at the left, the score card at the right."""
        result = self.debrief.score
        passed = self.texts("verdict.passed" if result.passed else "verdict.failed")
        buttons = [
            Button(
                self.texts("verdict.debrief"),
                lambda: self.routes.to_debrief(self),
                icon="dossier",
                letter="d",
                kind="main",
                key="debrief",
            ),
            again_button(self),
            Button(self.texts("hub.ledger"), self.routes.to_ledger, icon="ledger", key="ledger"),
            Button(self.texts("screen.to_title"), self.routes.to_title, icon="exit", key="title"),
        ]
        header = screen_title(passed, self.session.public.title)
        return page(self.stage, header, sides(self.stage, self._goals(), self._scores()), buttons)

    def go_back(self) -> None:
        """To the title screen."""
        self.routes.to_title()

    def _goals(self) -> Widget:
        texts = self.texts
        now = self.session.now.projection
        low, median, high = now.summary_2100
        gap = gap_2030_gtco2e(self.session.now.emissions.in_year(2030), 1.5)
        gap_text = texts("verdict.gap", gap=gap) if gap > 0 else texts("verdict.gap.none")
        odds = odds_told(now, texts)
        charts = climate_pair(now, self.session.before.projection, texts, height=170)
        return Column(
            [
                heading(texts("briefing.goals"), colour="warn"),
                *(self._goal(reached) for reached in self.debrief.goals),
                *self._why(),
                charts,
                Label(texts("verdict.warming.range", p05=low, p50=median, p95=high)),
                Label(odds),
                Label(gap_text),
                Label(texts("verdict.category", category=ar6_category(now)), Role.BODY, "muted"),
            ],
            gap=8,
        )

    def _goal(self, reached: Reached) -> Widget:
        icon, ink = Sign("check", "good") if reached.met else Sign("cross", "bad")
        return bullet(goal_told(reached, self.words), icon, ink)

    def _why(self) -> list[Widget]:
        """Build what the player is to take from how it ended."""
        key = "why.won_because" if self.debrief.score.passed else "why.lost_because"
        told = why_told(self.debrief, self.words)
        lines = [Label(text) for text in told]
        return [part(self.texts(key), lines)] if lines else []

    def _scores(self) -> Widget:
        texts = self.texts
        card = self.debrief.score
        medal = texts(f"verdict.medal.{medal_of(card.total)}")
        key = "verdict.scores.passed" if card.passed else "verdict.scores.missed"
        title = texts(key, value=card.total, medal=medal)
        rows: list[Widget] = [heading(title, medals_told(texts), colour="good")]
        how = earned(self.session, texts)
        rows += [self._score(name, how[name]) for name in FIGURES]
        return Column(rows, gap=9)

    def _score(self, name: str, how: str) -> Widget:
        """Build the medal, the figure against the next medal, and how it was earned."""
        texts = self.texts
        value = figure_of(self.debrief.score, name)
        medal = medal_of(value)
        figure = texts("verdict.score.value", value=value, medal=texts(f"verdict.medal.{medal}"))
        top = Row(
            [
                Label(texts(f"verdict.score.{name}"), Role.STRONG, grow=1),
                Label(figure, Role.STRONG),
            ]
        )
        following = next_medal_from(value)
        mark = None if following is None else following / 100
        lines = [top, Meter(value / 100, mark=mark), Label(how, Role.SMALL, "muted")]
        return Row([MedalSign(medal), Column(lines, gap=2, grow=1)], gap=12, align="top")
