"""The ledger: every promise, by whom, to whom, when due, and its status."""

from __future__ import annotations

from game.desk.promise_text import SharedPromise, shared
from game.negotiation.model.ledger import PromiseStatus
from game.negotiation.model.state import Conditional
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.page import back_button, bullet, emblem, heading, page, screen_title
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Column, Padded, Row, card
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

SIGNS = {
    PromiseStatus.PENDING: Sign("pending", "muted"),
    PromiseStatus.KEPT: Sign("check", "good"),
    PromiseStatus.BROKEN: Sign("cross", "bad"),
}
SHARES = (38, 15, 25, 9, 13)


class LedgerScreen(GameScreen):
    """All promises of the game."""

    first_focus = "back"

    def build(self) -> Widget:
        """Deals that wait for a third delegation, then a table with a row for each promise."""
        texts, view = self.texts, self.session.view
        about = texts("ledger.about", q=view.credibility.share / 1000)
        names = ("term", "giver", "to", "due", "status")
        rows: list[Widget] = self._waiting()
        rows += [_cells([Label(texts(f"ledger.{name}"), Role.LABEL, "muted") for name in names])]
        for promise in shared(view.ledger):
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
        self.routes.to_hub()

    def _waiting(self) -> list[Widget]:
        deals = self.session.view.conditional
        if not deals:
            return []
        title = heading(self.texts("ledger.waiting"), self.texts("ledger.waiting.about"), "warn")
        return [title, *(self._deal(deal) for deal in deals), Rule()]

    def _deal(self, deal: Conditional) -> Widget:
        """Whom it is with, its terms, what it waits for and until when."""
        terms = [bullet(line, "pending", "warn") for line in self.words.terms(deal.terms)]
        waits = bullet(self.words.waits(deal), "link", "theirs")
        name = Label(self.words.party(deal.delegation), Role.STRONG)
        lines = Column([name, *terms, waits], gap=3, grow=1)
        return Row([emblem(self.session.public, deal.delegation), lines], gap=12, align="top")

    def _row(self, promised: SharedPromise) -> Widget:
        icon, ink = SIGNS[promised.status]
        promise = promised.promise
        slot = promise.term.slot
        option = self.words.option(slot, promise.term.option)
        what = self.words.named(self.words.issue(slot.issue), option)
        to = self.texts.listed(self.words.party(party) for party in promised.to)
        status = Label(self.texts(f"ledger.status.{promised.status}"), Role.BODY, ink, grow=1)
        return _cells(
            [
                Label(what),
                Label(self.words.party(slot.giver)),
                Label(to),
                Label(self.words.day(promise.due)),
                Row([Icon(icon, 18, ink), status], gap=6),
            ]
        )


def _cells(widgets: list[Widget]) -> Widget:
    cells = [Padded(w, pad=0, grow=share) for w, share in zip(widgets, SHARES, strict=True)]
    return Row(cells, gap=12, align="top")
