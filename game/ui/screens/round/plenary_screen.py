"""The plenary: every delegation joins or stays out, and says why."""

from __future__ import annotations

from game.negotiation.model.events import PlenaryVote
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.page import emblem, page, screen_title
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget


class PlenaryScreen(GameScreen):
    """The votes of the last turn."""

    room = "plenary"
    first_focus = "verdict"

    def build(self) -> Widget:
        """Build a row for each delegation."""
        rows: list[Widget] = []
        for vote in self._votes():
            if rows:
                rows.append(Rule())
            rows.append(self._row(vote))
        listed = Scroll(Column(rows, gap=12), self.stage.offsets, key="votes")
        on = Button(
            self.texts("plenary.to_verdict"),
            self.routes.to_verdict,
            icon="next",
            letter="v",
            kind="main",
            key="verdict",
        )
        title = screen_title(self.texts("plenary.title"), self.texts("plenary.about"))
        return page(self.stage, title, card(listed, grow=1), [on])

    def _votes(self) -> list[PlenaryVote]:
        return [
            event
            for turn in self.session.turns
            for event in turn.events
            if isinstance(event, PlenaryVote)
        ]

    def _deal(self, delegation: str) -> list[Widget]:
        """Build what is agreed with a delegation; nothing if there is no deal in force."""
        agreed = self.session.view.party(delegation).agreed
        if not agreed:
            return []
        return [Label(self.texts.enumerated(self.words.terms(agreed)), Role.SMALL)]

    def _row(self, vote: PlenaryVote) -> Widget:
        icon, ink = Sign("check", "good") if vote.joins else Sign("cross", "bad")
        answer = self.texts("plenary.joins" if vote.joins else "plenary.blocks")
        because = self.texts(f"plenary.{vote.because}")
        names = Column(
            [
                Label(self.words.party(vote.delegation), Role.STRONG),
                Label(because, Role.BODY, "muted"),
                *self._deal(vote.delegation),
            ],
            gap=0,
            grow=1,
        )
        return Row(
            [
                emblem(self.session.public, vote.delegation),
                names,
                Icon(icon, 22, ink),
                Label(answer, Role.STRONG, ink),
            ],
            gap=14,
            align="middle",
        )
