"""The answer: what binds the delegation, how far the deal is, what would help."""

from __future__ import annotations

from game.climate.outcome import Outcome
from game.negotiation.actions import TakeCounter
from game.negotiation.explaining import offer_after
from game.negotiation.replies import Change, Explanation, Reply, Verdict
from game.negotiation.scenario import Package
from game.ui.charts.fan import Fan, FanChart
from game.ui.charts.thermometer import Thermometer
from game.ui.fonts import Role
from game.ui.screens.comparison import Difference, compare
from game.ui.screens.page import bullet, emblem, heading, page
from game.ui.screens.play import GameScreen, Play
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule

SIGNS = {
    Verdict.ACCEPT: ("check", "good"),
    Verdict.COUNTER: ("talk", "warn"),
    Verdict.REFUSE: ("cross", "bad"),
}


class ReplyScreen(GameScreen):
    """What a delegation answered to the last offer.

    before: the outcome before the offer, for what a signature changed
    """

    def __init__(self, stage: Stage, play: Play, delegation: str, before: Outcome) -> None:
        super().__init__(stage, play)
        self.delegation, self.before = delegation, before
        reply = self.session.view.party(delegation).last_reply
        assert reply is not None
        self.reply: Reply = reply
        self.signed: Package | None = reply.package if reply.verdict is Verdict.ACCEPT else None
        self.first_focus = "round" if self.signed or reply.counter is None else "take"

    def build(self) -> Widget:
        """The reason at the left, what could be signed or was signed at the right."""
        scroll, offsets = Scroll, self.stage.offsets
        left = card(scroll(self._reason(), offsets, key="reason"), grow=1)
        right_side = self._signed() if self.signed is not None else self._counter()
        right = card(scroll(right_side, offsets, key="counter"), grow=1)
        return page(self.stage, self._header(), Row([left, right], gap=14, grow=1), self._buttons())

    def go_back(self) -> None:
        """To the round."""
        self.play.to_hub()

    def _header(self) -> Widget:
        icon, ink = SIGNS[self.reply.verdict]
        names: list[Widget] = [Label(self.words.verdict(self.reply), Role.TITLE)]
        if self.reply.predicted_percent is not None:
            guess = self.texts("reply.guess", percent=self.reply.predicted_percent)
            names.append(Label(guess, Role.BODY, "muted"))
        return Row(
            [
                emblem(self.session.scenario, self.delegation, 48),
                Icon(icon, 30, ink),
                Column(names, gap=1, grow=1),
            ],
            gap=14,
            align="middle",
        )

    def _reason(self) -> Widget:
        why = self.reply.explanation
        if why is None:
            rows = [heading(self.texts("reply.yes"), colour="good")]
            rows += [bullet(line, "check", "good") for line in self.words.terms(self.reply.package)]
            return Column(rows, gap=10)
        rows = [heading(self.texts("reply.why"), colour="bad")]
        rows.append(Label(self.words.reason(self.delegation, why), Role.BODY))
        if why.said:
            rows.append(Label(f"“{why.said}”", Role.QUOTE, "muted"))
        rows.append(Label(self.words.gap(self.delegation, why), Role.STRONG, "bad"))
        rows.append(Rule())
        rows.append(Label(self.texts("reply.changes"), Role.LABEL, "muted"))
        if not why.changes:
            rows.append(Label(self.texts("reply.changes.none"), Role.BODY, "muted"))
        rows += [self._change(place, each, why) for place, each in enumerate(why.changes)]
        return Column(rows, gap=10)

    def _change(self, place: int, change: Change, why: Explanation) -> Widget:
        flips = change.verdict is Verdict.ACCEPT
        outcome = self.words.change_outcome(change, why.constraint)
        lines = Column(
            [
                Label(self.words.change(change), Role.BODY),
                Label(outcome, Role.SMALL, "good" if flips else "muted"),
            ],
            gap=0,
            grow=1,
        )
        use = Button(
            self.texts("reply.change.use"),
            lambda: self._amend(offer_after(change, self.reply.package)),
            letter=str(place + 1),
            key=f"change{place}",
            tip=self.texts("reply.change.use.tip"),
        )
        return Row([lines, use], gap=12, align="middle")

    def _counter(self) -> Widget:
        party = self.words.party(self.delegation)
        counter = self.session.view.party(self.delegation).counter
        if counter is None:
            text = self.texts("reply.counter.none", party=party)
            return Column([heading(text, colour="theirs")])
        rows: list[Widget] = [heading(self.texts("reply.counter", party=party))]
        rows += [self._difference(each) for each in compare(self.reply.package, counter)]
        rows.append(Rule())
        rows.append(self._effect(self.session.preview(counter), self.session.now))
        rows.append(Label(self._home_after(counter), Role.SMALL, "muted"))
        buttons = [
            Button(self.texts("reply.take"), self._take, icon="check", kind="main", key="take"),
            Button(
                self.texts("reply.amend"),
                lambda: self._amend(counter),
                icon="table",
                key="amend",
                tip=self.texts("reply.change.use.tip"),
            ),
        ]
        rows.append(Flow(buttons, gap=10))
        return Column(rows, gap=10)

    def _home_after(self, counter: Package) -> str:
        home = self.session.home_with(counter)
        votes = self.texts(
            "table.home.value",
            votes=self.words.points(home.votes),
            mark=self.words.points(home.pass_mark),
        )
        return f"{self.texts('table.home', body=home.body)}: {votes}"

    def _difference(self, row: Difference) -> Widget:
        texts = self.texts
        if row.standing == "dropped":
            option = self.words.option(row.slot, row.offered or 0)
            sign, ink, note = "cross", "muted", texts("reply.counter.dropped")
        else:
            option = self.words.option(row.slot, row.countered or 0)
            sign, ink = ("check", "good") if row.standing == "same" else ("next", "warn")
            before = self.words.option(row.slot, row.offered or 0)
            note = texts(f"reply.counter.{row.standing}", before=before)
        lines = [
            Label(self.words.slot(row.slot), Role.SMALL, "muted"),
            Label(option, Role.STRONG, "muted" if row.standing == "dropped" else "text"),
            Label(note, Role.SMALL, ink),
        ]
        return Row([Icon(sign, 20, ink), Column(lines, gap=0, grow=1)], gap=10, align="top")

    def _signed(self) -> Widget:
        assert self.signed is not None
        rows: list[Widget] = [heading(self.texts("reply.signed"), colour="good")]
        rows += [bullet(line, "check", "good") for line in self.words.terms(self.signed)]
        rows.append(Rule())
        rows.append(self._effect(self.session.now, self.before))
        return Column(rows, gap=10)

    def _effect(self, then: Outcome, now: Outcome) -> Widget:
        return Row(
            [
                Thermometer(then.projection, self.texts, now.projection, height=200),
                FanChart(Fan(then.projection, now.projection), self.texts, height=200),
            ],
            gap=8,
        )

    def _buttons(self) -> list[Widget]:
        return [
            Button(
                self.texts("reply.back"),
                self.go_back,
                icon="next",
                letter="r",
                key="round",
                kind="main" if self.signed else "plain",
            )
        ]

    def _take(self) -> None:
        counter = self.session.view.party(self.delegation).counter
        before = self.session.now
        if counter is not None and self.submit(TakeCounter(self.delegation)) is not None:
            self.before, self.signed = before, counter
            self.play.drafts.pop(self.delegation, None)
            self.stage.refresh()

    def _amend(self, package: Package) -> None:
        self.play.drafts[self.delegation] = package
        self.play.to_table(self.delegation)
