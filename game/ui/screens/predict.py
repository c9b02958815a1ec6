"""Before the answer: how likely is a yes?"""

from __future__ import annotations

from dataclasses import replace

from game.negotiation.actions import Offer
from game.ui.fonts import Role
from game.ui.keys import Key, Meaning
from game.ui.screen import Screen
from game.ui.screens.notice import centred
from game.ui.screens.play import GameScreen, Play
from game.ui.screens.reply import ReplyScreen
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Row, Spacer, card
from game.ui.widgets.controls import Button, Stepper, Steps
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label

PERCENT_A_STEP = 5
WIDTH = 560


class PredictScreen(GameScreen):
    """A guess before the reply, over the table; it can be skipped."""

    first_focus = "guess"

    def __init__(self, stage: Stage, play: Play, behind: Screen, offer: Offer) -> None:
        super().__init__(stage, play)
        self.behind, self.offer = behind, offer
        self.percent = 50

    def build(self) -> Widget:
        """The question, a slider, two ways on."""
        texts = self.texts
        party = self.words.party(self.offer.delegation)
        ends = Row(
            [
                Label(texts("predict.none"), Role.SMALL, "muted"),
                Spacer(grow=1),
                Label(texts("predict.all"), Role.SMALL, "muted"),
            ]
        )
        slider = Stepper(
            Steps(self.percent // PERCENT_A_STEP, 100 // PERCENT_A_STEP), self._set, key="guess"
        )
        buttons = [
            Button(texts("predict.send"), self._send, kind="main", letter="s", key="send"),
            Button(texts("predict.skip"), self._skip, key="skip"),
            Button(texts("screen.back"), self.go_back, kind="quiet", key="back"),
        ]
        content = Column(
            [
                Label(texts("predict.title"), Role.LABEL, "muted"),
                Label(texts("predict.ask", party=party), Role.HEADING),
                Label(texts("predict.value", percent=self.percent), Role.HUGE, align="center"),
                slider,
                ends,
                Spacer(4),
                Flow(buttons, gap=10),
            ],
            gap=10,
        )
        return centred(self.stage, card(content, pad=28), WIDTH)

    def go_back(self) -> None:
        """To the table, nothing sent."""
        if self.behind is not None:
            self.stage.show(self.behind)

    def on_key(self, key: Key) -> bool:
        """Enter on the slider hears the answer."""
        if key.meaning is Meaning.ACCEPT:
            self._send()
            return True
        return False

    def _set(self, step: int) -> None:
        self.percent = step * PERCENT_A_STEP
        self.stage.refresh()

    def _send(self) -> None:
        self._submit(replace(self.offer, predicted_percent=self.percent))

    def _skip(self) -> None:
        self._submit(self.offer)

    def _submit(self, offer: Offer) -> None:
        before = self.session.now
        if self.submit(offer) is not None:
            self.stage.show(ReplyScreen(self.stage, self.play, offer.delegation, before))
