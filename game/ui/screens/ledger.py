"""The ledger: every promise, by whom, to whom, when due, and how it stands."""

from __future__ import annotations

from game.negotiation.ledger import Promise, PromiseStatus
from game.ui.fonts import Role
from game.ui.screens.page import back_button, page, screen_title
from game.ui.screens.play import GameScreen
from game.ui.widgets.boxes import Column, Padded, Row, card
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule

SIGNS = {
    PromiseStatus.PENDING: ("pending", "muted"),
    PromiseStatus.KEPT: ("check", "good"),
    PromiseStatus.BROKEN: ("cross", "bad"),
}
SHARES = (44, 16, 16, 10, 14)


class LedgerScreen(GameScreen):
    """All promises of the game."""

    first_focus = "back"

    def build(self) -> Widget:
        """A table with a row for each promise."""
        texts, view = self.texts, self.session.view
        about = texts("ledger.about", q=view.credibility.share / 1000)
        names = ("term", "giver", "to", "due", "status")
        rows: list[Widget] = [
            _cells([Label(texts(f"ledger.{name}"), Role.LABEL, "muted") for name in names])
        ]
        for promise in view.ledger:
            rows += [Rule(), self._row(promise)]
        if not view.ledger:
            rows.append(Label(texts("ledger.empty"), Role.BODY, "muted"))
        listed = Scroll(Column(rows, gap=8), self.stage.offsets, key="ledger")
        back = back_button(texts("screen.back"), self.go_back)
        return page(
            self.stage, screen_title(texts("ledger.title"), about), card(listed, grow=1), [back]
        )

    def go_back(self) -> None:
        """To the round."""
        self.play.to_hub()

    def _row(self, promise: Promise) -> Widget:
        icon, ink = SIGNS[promise.status]
        slot = promise.term.slot
        what = f"{self.words.issue(slot.issue)}: {self.words.option(slot, promise.term.option)}"
        status = Label(self.texts(f"ledger.status.{promise.status}"), Role.BODY, ink, grow=1)
        return _cells(
            [
                Label(what),
                Label(self.words.party(slot.giver)),
                Label(self.words.party(promise.to)),
                Label(self.words.day(promise.due)),
                Row([Icon(icon, 18, ink), status], gap=6),
            ]
        )


def _cells(widgets: list[Widget]) -> Widget:
    cells = [Padded(w, pad=0, grow=share) for w, share in zip(widgets, SHARES, strict=True)]
    return Row(cells, gap=12, align="top")
