"""The home front: groups of votes, their reasons, and ways to win them."""

from __future__ import annotations

from game.negotiation.model.actions import PayAtHome, WorkAtHome
from game.negotiation.model.scenario import UNIT, Faction
from game.negotiation.seats.observation import FactionView
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import back_button, bullet, heading, page, screen_title, stock
from game.ui.screens.common.play import GameScreen, Play
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Grid, Row, Spacer, card
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
        ink = "good" if home.passes else "bad"
        verdict = self.texts("home.passes" if home.passes else "home.fails")
        seats = sum(faction.seats for faction in home.factions)
        header = screen_title(
            self.texts("home.title", body=home.body),
            verdict,
            [
                stock(
                    self.texts("hub.home"),
                    self.texts("hub.home.value", votes=votes, mark=mark),
                    colour=ink,
                ),
                stock(self.texts("hub.actions"), str(self.session.view.actions_left)),
            ],
        )
        meter = Meter(home.votes / seats, mark=home.pass_mark / seats, colour=ink)
        groups = Grid([self._group(each) for each in home.factions], least=360, gap=14)
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
        self.play.to_hub()

    def _group(self, faction: FactionView) -> Widget:
        texts = self.texts
        known = self._known(faction.id)
        reasons = [self._reason(known, issue) for issue in known.because]
        votes = texts(
            "home.faction",
            n=self.words.count(faction.seats),
            votes=self.words.points(faction.votes),
            seats=self.words.points(faction.seats),
        )
        rows: list[Widget] = [
            heading(faction.name, votes, "ours"),
            Meter(faction.votes / max(faction.seats, UNIT), colour="ours"),
            Column(reasons, gap=5),
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
        brings = self.words.points(self._gained(WorkAtHome(faction.id)))
        told = Label(texts("home.pay.wins", votes=brings), Role.SMALL, "muted")
        rows.append(Row([work, told, Spacer(grow=1)], gap=8, align="middle"))
        if faction.votes >= faction.seats:
            rows.append(Label(texts("home.full"), Role.SMALL, "muted"))
        if known.side_payment is not None:
            rows.append(self._payment(faction, known, none_left))
        return card(Column(rows, gap=10))

    def _reason(self, known: Faction, issue: str) -> Widget:
        """Why an issue moves the group, with the sign of what its deepest promises do to votes."""
        because = known.because[issue]
        said = self.texts("home.because", issue=self.words.issue(issue), because=because)
        moved = sum(votes[-1] for slot, votes in known.terms.items() if slot.issue == issue)
        if not moved:
            return bullet(said)
        return bullet(said, *(("plus", "good") if moved > 0 else ("minus", "bad")))

    def _payment(self, faction: FactionView, known: Faction, none_left: str) -> Widget:
        """Build what the group asks for its votes: what it wins, whom it upsets, a button."""
        texts, payment = self.texts, known.side_payment
        assert payment is not None
        rows: list[Widget] = [
            Label(texts("home.asks"), Role.LABEL, "muted"),
            Label(payment.label, Role.STRONG),
        ]
        if faction.payable:
            rows += self._payment_moves(PayAtHome(faction.id))
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

    def _payment_moves(self, pay: PayAtHome) -> list[Widget]:
        """Tell what a payment would really win in the group, and lose in another."""
        rows: list[Widget] = []
        for moved in self.session.view.votes_gained(pay):
            votes = self.words.points(abs(moved.change))
            if moved.faction == pay.faction:
                rows.append(bullet(self.texts("home.pay.wins", votes=votes), "plus", "good"))
            elif moved.change:
                name = self._known(moved.faction).name
                upset = self.texts("home.pay.upsets", faction=name, votes=votes)
                rows.append(bullet(upset, "minus", "bad"))
        return rows

    def _gained(self, action: WorkAtHome | PayAtHome) -> int:
        """Return the votes that the group itself would give more if that were done now."""
        moved = self.session.view.votes_gained(action)
        return sum(each.change for each in moved if each.faction == action.faction)

    def _useless(self, faction: FactionView, action: WorkAtHome | PayAtHome) -> str:
        """Say why something done for a group would win no vote; "" where it wins some."""
        if self._gained(action):
            return ""
        return self.texts("home.full" if faction.votes else "home.far_below")

    def _known(self, faction: str) -> Faction:
        groups = self.session.view.own.home.factions
        return next(each for each in groups if each.id == faction)

    def _work(self, faction: str) -> None:
        if self.submit(WorkAtHome(faction)) is not None:
            self.stage.refresh()

    def _pay(self, faction: str) -> None:
        events = self.submit(PayAtHome(faction))
        if events is not None:
            self.tell(events)
