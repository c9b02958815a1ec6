"""Before the answer: the player's guess of a yes."""

from __future__ import annotations

from dataclasses import replace

from game.desk.cautions import cautions
from game.negotiation.model.actions import Offer
from game.ui.input.keys import Key, Meaning
from game.ui.layout import GUESS_CARD, TERMS_CELL
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.screens.common.caution_rows import caution_rows
from game.ui.screens.common.notice import centred, room_in_card
from game.ui.screens.common.page import bullet
from game.ui.screens.common.play import GameScreen, Play
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import CellGrid, Column, Flow, Row, Spacer, card
from game.ui.widgets.controls import Button, Stepper, Steps
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

PERCENT_A_STEP = 5
WIDTH = 640
NOT_PRESSED = frozenset({"guess", "offered"})  # the slider, and what scrolls above it


class PredictScreen(GameScreen):
    """A guess before the reply, over the table; it can be skipped."""

    room = "predict"
    first_focus = "guess"

    def __init__(self, stage: Stage, play: Play, behind: Screen, offer: Offer) -> None:
        super().__init__(stage, play)
        self.behind, self.offer = behind, offer
        self.percent = 50

    def build(self) -> Widget:
        """Return what goes out and what speaks against it; the question, a slider, two ways on."""
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
                Scroll(
                    Column(self._offered(), gap=8),
                    self.stage.offsets,
                    key="offered",
                    grow=0,
                    least=room_in_card(self.stage, GUESS_CARD),
                ),
                Rule(),
                Label(texts("predict.ask", party=party), Role.HEADING),
                Label(self._guess(), Role.HUGE, align="center"),
                slider,
                ends,
                Spacer(4),
                Flow(buttons, gap=10),
            ],
            gap=10,
        )
        return centred(self.stage, card(content, pad=28), WIDTH)

    def _guess(self) -> str:
        """Return the odds as they stand; at both ends a word, since nobody is ever 100 % likely."""
        if self.percent in (0, 100):
            return self.texts("predict.certain" if self.percent else "predict.ruled_out")
        return self.texts("predict.value", percent=self.percent)

    def _offered(self) -> list[Widget]:
        """Return what an envoy should hear first; asks and offers side by side; the condition."""
        sides: list[Widget] = []
        for key, mine in (("table.ask", False), ("table.offer", True)):
            terms = [t for t in self.offer.terms if (t.slot.giver == self.play.you) is mine]
            ink: Ink = "ours" if mine else "theirs"
            rows: list[Widget] = [Label(self.texts(key), Role.LABEL, ink)]
            rows += [
                Label(
                    self.texts(
                        "predict.term",
                        issue=self.words.issue(term.slot.issue),
                        option=self.words.option(term.slot, term.option),
                    ),
                    Role.SMALL,
                )
                for term in terms
            ]
            if not terms:
                rows.append(Label(self.texts("predict.no_term"), Role.SMALL, "muted"))
            sides.append(Column(rows, gap=2))
        parts = caution_rows(cautions(self.session, self.words, self.offer))
        parts.append(CellGrid(sides, least=TERMS_CELL, most=2))
        if self.offer.provided is not None:
            parts.append(bullet(self.words.condition(self.offer.provided), "link", "theirs"))
        cost = self.texts("predict.cost", party=self.words.party(self.offer.delegation))
        return [*parts, Label(cost, Role.SMALL, "muted")]

    def go_back(self) -> None:
        """To the table, nothing sent."""
        if self.behind is not None:
            self.stage.show(self.behind)

    def on_key(self, key: Key) -> bool:
        """Send on Enter, except on what Enter presses."""
        if key.meaning is Meaning.ACCEPT and self.stage.view.focus_key in NOT_PRESSED:
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
        events = self.submit(offer)
        if events is not None:
            self.routes.to_answer(offer.delegation, before, events)
