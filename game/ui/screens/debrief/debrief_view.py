"""The data behind every page of the debrief."""

from __future__ import annotations

from game.negotiation.model.memo import Memo
from game.ui.charts.steps_chart import WarmingSteps, steps_of
from game.ui.screens.common.play import GameScreen, Play
from game.ui.stage.stage import Stage


class DebriefView(GameScreen):
    """A finished game, looked back on: its pages take all they show from here.

    party: the delegation whose frontier is shown
    """

    def __init__(self, stage: Stage, play: Play) -> None:
        super().__init__(stage, play)
        self.debrief = play.debrief
        self.party: str | None = None
        self._memo = Memo()

    @property
    def is_looking(self) -> bool:
        """True while the other lines are still being looked for, beside the drawing."""
        return self.stage.wake is not None and not self.debrief.has_lines

    @property
    def steps(self) -> WarmingSteps:
        """Return the steps from the warming without deals to the warming with them, named."""
        return self._memo.unless_changed("steps", (self.words,), self._steps)

    def _steps(self) -> WarmingSteps:
        parts = [
            (self.words.deal(effect.delegation, effect.made_round), effect.change_c)
            for effect in self.debrief.effects
        ]
        before, after = self.session.before.projection, self.session.now.projection
        return steps_of(before.summary_2100[1], parts, after.summary_2100[1])
