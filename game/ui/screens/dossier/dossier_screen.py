"""The dossier of one delegation: interests, red lines, findings, deals."""

from __future__ import annotations

from game.desk.soundings import learned_lines, line_told
from game.negotiation.model.memo import Memo
from game.negotiation.model.scenario import RedLine
from game.negotiation.model.state import Learned
from game.negotiation.seats.observation import PartyView
from game.ui.layout import LEAST_COLUMNS
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import back_button, bullet, emblem, heading, page, part
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.common.standing_strips import standing_strips
from game.ui.screens.dossier.conditional_list import waiting_part
from game.ui.screens.dossier.dossier_past import DossierPast
from game.ui.screens.dossier.home_part import home_part
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

LEAST_NOTES = 220  # design units, where the page is one column


class DossierScreen(GameScreen):
    """Everything about one delegation that the player may know, on two pages.

    shows_past: whether the page of trust, face and offers is up
    """

    first_focus = "back"

    def __init__(
        self, stage: Stage, play: Play, delegation: str, behind_table: Screen | None = None
    ) -> None:
        super().__init__(stage, play)
        self.delegation, self.behind_table = delegation, behind_table
        self.shows_past = False
        self._memo = Memo()

    def build(self) -> Widget:
        """Wishes and lines, the home behind them, what passed between you."""
        party = self.session.view.party(self.delegation)
        header = Row(
            [
                emblem(self.session.public, self.delegation, 52),
                Column(
                    [
                        Label(self.texts("dossier.title", party=party.name), Role.TITLE),
                        Label(party.office, Role.BODY, "muted"),
                    ],
                    gap=1,
                    grow=1,
                ),
            ],
            gap=16,
            align="middle",
        )
        top = Column([header, *standing_strips(self, party)], gap=8)
        offsets = self.stage.offsets
        if self.shows_past:
            past = self._looked_back()
            notes = Scroll(past.notebook(), offsets, key="notebook", least=LEAST_NOTES)
            cards = [card(past.charts(offsets), grow=1), card(notes, grow=1)]
        else:
            told = {
                "wishes": self._wishes(party),
                "home": home_part(self.words, party.home),
                "past": self._past(party),
            }
            cards = [card(Scroll(each, offsets, key=key), grow=1) for key, each in told.items()]
        table = Button(
            self.texts("dossier.to_table"),
            lambda: self.routes.to_table(self.delegation),
            icon="table",
            letter="t",
            kind="main",
            key="table",
        )
        back = back_button(self.texts("screen.back"), self.go_back)
        turn = Button(
            self.texts("dossier.show_now" if self.shows_past else "dossier.show_past"),
            self._turn_over,
            icon="dossier" if self.shows_past else "clock",
            letter="n",
            tip="" if self.shows_past else self.texts("dossier.show_past.tip"),
            key="turn_over",
        )
        narrow = self.shows_past and self.stage.canvas.units_wide < LEAST_COLUMNS
        body = Column(cards, gap=16) if narrow else Row(cards, gap=14, grow=1)
        return page(self.stage, top, body, [back, turn, table])

    def go_back(self) -> None:
        """To the table it was opened from, or to the round."""
        if self.behind_table is not None:
            self.stage.show(self.behind_table)
        else:
            self.routes.to_hub()

    def _turn_over(self) -> None:
        self.shows_past = not self.shows_past
        self.stage.refresh()

    def _looked_back(self) -> DossierPast:
        rests_on = (len(self.session.turns), self.words)
        return self._memo.unless_changed(
            "past", rests_on, lambda: DossierPast(self, self.delegation)
        )

    def _wishes(self, party: PartyView) -> Widget:
        texts = self.texts
        lines = [self._line(line, party) for line in party.stated_lines]
        rows: list[Widget] = [
            heading(texts("dossier.interests")),
            Label(party.interests, Role.BODY),
            part(texts("dossier.lines"), lines or [self._nothing()]),
        ]
        learned = [self._learned(each) for each in party.learned]
        rows.append(part(texts("dossier.learned"), learned or [self._nothing()], gap=10))
        return Column(rows, gap=14)

    def _line(self, line: RedLine, party: PartyView) -> Widget:
        told = line_told(self.words, party, line)
        return bullet(told.text, "open" if told.tone == "good" else "tie", told.tone)

    def _learned(self, learned: Learned) -> Widget:
        party = self.session.view.party(self.delegation)
        lines = learned_lines(self.words, party, learned)
        return part(self.words.slot(learned.slot), [bullet(line) for line in lines], gap=2)

    def _past(self, party: PartyView) -> Widget:
        texts = self.texts
        agreed = [bullet(line, "check", "good") for line in self.words.terms(party.agreed)]
        rows: list[Widget] = [
            heading(texts("dossier.between"), colour="ours"),
            part(texts("dossier.agreed"), agreed or [self._nothing()]),
        ]
        rows += waiting_part(self.words, self.session.view, party)
        if party.last_reply is not None:
            said: list[Widget] = [Label(self.words.verdict(party.last_reply), Role.STRONG)]
            why = party.last_reply.explanation
            if why is not None:
                said.append(Label(self.words.reason(self.delegation, why), Role.BODY))
                said.append(Label(self.words.gap(self.delegation, why), Role.BODY, "bad"))
            rows.append(part(texts("dossier.last"), said, gap=2))
        return Column(rows, gap=14)

    def _nothing(self) -> Widget:
        return Label(self.texts("screen.none"), Role.BODY, "muted")
