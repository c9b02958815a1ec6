"""The home front: groups of votes, their reasons, and ways to win them."""

from __future__ import annotations

from game.desk.fact import Fact
from game.desk.own_home import (
    own_group,
    payment_facts,
    reason_facts,
    votes_brought,
    why_useless,
)
from game.negotiation.model.actions import PayAtHome, WorkAtHome
from game.negotiation.model.scenario import UNIT, Faction
from game.negotiation.seats.observation import FactionView
from game.ui.layout import FACTION_CELL
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.screens.common.page import back_button, bullet, heading, page, screen_title, stock
from game.ui.screens.common.play import GameScreen, Play
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import CellGrid, Column, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.meters import Meter
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import Raised
from game.ui.widgets.widget import Widget


class HomeScreen(GameScreen):
    """The player's own home: groups of votes, and time to spend with one of them."""

    room = "home"

    def __init__(self, stage: Stage, play: Play) -> None:
        super().__init__(stage, play)
        self.first_focus = f"work/{self.session.view.home.factions[0].id}"

    def build(self) -> Widget:
        """Build a card for each group."""
        home = self.session.view.home
        votes = self.words.votes(home.votes, home.pass_mark)
        mark = self.words.mark(home.pass_mark)
        ink: Ink = "good" if home.passes else "bad"
        verdict = self.texts("home.passes" if home.passes else "home.fails")
        seats = sum(faction.seats for faction in home.factions)
        header = screen_title(
            self.texts("home.title", body=home.body),
            verdict,
            [
                stock(
                    self.texts(f"hub.home.{home.counts}"),
                    self.texts("hub.home.value", votes=votes, mark=mark),
                    colour=ink,
                ),
                stock(self.texts("hub.actions"), str(self.session.view.actions_left)),
            ],
        )
        meter = Meter(home.votes / seats, mark=home.pass_mark / seats, colour=ink)
        groups = CellGrid([self._group(each) for each in home.factions], least=FACTION_CELL, gap=14)
        body = Column(
            [meter, Scroll(Column([groups, Spacer(4)], gap=0), self.stage.offsets, key="groups")],
            gap=12,
            grow=1,
        )
        return page(
            self.stage, header, body, [back_button(self.texts("screen.back"), self.go_back)]
        )

    def go_back(self) -> None:
        """To the round."""
        self.routes.to_hub()

    def _group(self, faction: FactionView) -> Widget:
        texts, counts = self.texts, self.session.view.home.counts
        known = own_group(self.session.view, faction.id)
        reasons = map(_signed, reason_facts(self.words, known))
        votes = texts(
            f"home.faction.{counts}",
            n=self.words.count(faction.seats),
            votes=self.words.points(faction.votes),
            seats=self.words.points(faction.seats),
        )
        rows: list[Widget] = [
            heading(faction.name, votes, "ours"),
            Meter(faction.votes / max(faction.seats, UNIT), colour="ours"),
            Column(list(reasons), gap=5),
        ]
        if faction.worked:
            rows.append(Label(texts("home.worked", n=faction.worked), Role.SMALL, "muted"))
        none_left = "" if self.session.view.actions_left else texts("table.no_actions")
        work = Button(
            texts("home.work"),
            lambda: self._work(faction.id),
            icon="home",
            why_not=none_left or self._useless(faction, WorkAtHome(faction.id)),
            tip=texts("home.work.tip"),
            key=f"work/{faction.id}",
        )
        brings = self.words.points(votes_brought(self.session.view, WorkAtHome(faction.id)))
        told = Label(texts(f"home.pay.wins.{counts}", votes=brings), Role.SMALL, "muted")
        rows.append(Row([work, told, Spacer(grow=1)], gap=8, align="middle"))
        if faction.votes >= faction.seats:
            rows.append(Label(texts(f"home.full.{counts}"), Role.SMALL, "muted"))
        if known.side_payment is not None:
            rows.append(self._payment(faction, known, none_left))
        return card(Column(rows, gap=10))

    def _payment(self, faction: FactionView, known: Faction, none_left: str) -> Widget:
        """Build what the group asks for its votes: what it wins, whom it upsets, a button."""
        texts, payment = self.texts, known.side_payment
        assert payment is not None
        rows: list[Widget] = [
            Label(texts("home.asks"), Role.LABEL, "muted"),
            Label(payment.label, Role.STRONG),
        ]
        if faction.payable:
            facts = payment_facts(self.words, self.session.view, PayAtHome(faction.id))
            rows += map(_signed, facts)
            pay = Button(
                texts("home.pay"),
                lambda: self._pay(faction.id),
                icon="promise",
                why_not=none_left or self._useless(faction, PayAtHome(faction.id)),
                tip=texts("home.pay.tip"),
                key=f"pay/{faction.id}",
            )
            rows.append(Row([pay, Spacer(grow=1)]))
        else:
            rows.append(bullet(texts("home.paid"), "check", "good"))
        return Raised(Column(rows, gap=5), "ours")

    def _useless(self, faction: FactionView, action: WorkAtHome | PayAtHome) -> str:
        return why_useless(self.words, self.session.view, faction, action)

    def _work(self, faction: str) -> None:
        if self.submit(WorkAtHome(faction)) is not None:
            self.stage.refresh()

    def _pay(self, faction: str) -> None:
        events = self.submit(PayAtHome(faction))
        if events is not None:
            self.tell(events)


def _signed(fact: Fact) -> Widget:
    """Return a sentence with a plus or a minus, as it moves votes; with a dot where it does not."""
    if fact.tone == "muted":
        return bullet(fact.text)
    return bullet(fact.text, "plus" if fact.tone == "good" else "minus", fact.tone)
