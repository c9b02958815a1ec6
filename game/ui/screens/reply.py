"""The answer: what binds the delegation, how far the deal is, what would help, what to sign."""

from __future__ import annotations

from collections.abc import Sequence

from game.climate.outcome import Outcome
from game.negotiation.actions import TakeCounter, TakeWhatIf
from game.negotiation.events import ConditionalLapsed, DealStruck, Event
from game.negotiation.explaining import offer_after
from game.negotiation.replies import Change, Explanation, Reply, Verdict
from game.negotiation.scenario import Package, Term
from game.ui.charts.fan import Fan, FanChart
from game.ui.charts.thermometer import Thermometer
from game.ui.fonts import Role
from game.ui.screens.chairs_card import chairs_card
from game.ui.screens.differences import difference_rows
from game.ui.screens.page import bullet, emblem, heading, page
from game.ui.screens.play import GameScreen, Play
from game.ui.screens.stakes import figures, stakes_of, with_condition
from game.ui.screens.standing import talk_button
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Padded, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import strip
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule

SIGNS = {
    Verdict.ACCEPT: ("check", "good"),
    Verdict.COUNTER: ("talk", "warn"),
    Verdict.REFUSE: ("cross", "bad"),
}
CHART_UNITS = 180
LARGE_TEXT = 1.25
LEAST_PANEL = 260  # design units


class ReplyScreen(GameScreen):
    """What a delegation answered to the last offer.

    before: the outcome before the offer, for what a signature changed
    events: what the offer brought besides the answer
    signed: what both have agreed by now, on this screen; None as long as nothing is
    """

    room = "reply"

    def __init__(
        self,
        stage: Stage,
        play: Play,
        delegation: str,
        before: Outcome,
        events: Sequence[Event] = (),
    ) -> None:
        super().__init__(stage, play)
        self.delegation, self.before, self.events = delegation, before, events
        reply = self.session.view.party(delegation).last_reply
        assert reply is not None
        self.reply: Reply = reply
        self.signed: Package | None = reply.package if reply.verdict is Verdict.ACCEPT else None
        party = self.session.view.party(delegation)
        self.first_focus = "round" if self.signed or party.counter is None else "take"

    def build(self) -> Widget:
        """The reason and what could be signed, or what was signed and does; the chair's card."""
        why = self.reply.explanation
        if self.signed is not None:
            columns = [(self._signed(), "signed"), (self._does(self.signed), "does")]
        else:
            columns = [(self._counter(), "counter")]
            if why is not None:
                columns.insert(0, (self._reason(why), "reason"))
        card_terms = self.session.view.party(self.delegation).what_if
        if card_terms is not None:
            columns.append((self._card(card_terms), "card"))
        header = Column([self._header(), *self._besides()], gap=8)
        return page(self.stage, header, self._beside_each_other(columns), self._buttons())

    def _beside_each_other(self, columns: Sequence[tuple[Widget, str]]) -> Widget:
        """The panels side by side; one below the other where each would be too narrow."""
        if self.stage.canvas.units_wide < LEAST_PANEL * len(columns):
            return Column([Padded(card(each), pad=0, key=key) for each, key in columns], gap=14)
        scrolls = [Scroll(each, self.stage.offsets, key=key) for each, key in columns]
        return Row([card(scroll, grow=1) for scroll in scrolls], gap=14, grow=1)

    def go_back(self) -> None:
        """To the round."""
        self.play.to_hub()

    def _besides(self) -> list[Widget]:
        """What else came of it: deals that waited for this one hold now, or lapsed."""
        strips = []
        for event in self.events:
            text = self.words.event(event)
            match event:
                case ConditionalLapsed():
                    strips.append(strip("link", text, "bad"))
                case DealStruck(delegation) if delegation != self.delegation:
                    strips.append(strip("link", text, "good"))
        return strips

    @property
    def _has_left(self) -> bool:
        return self.signed is None and self.session.view.party(self.delegation).walked_out

    @property
    def _provided(self) -> Term | None:
        return self.reply.provided

    def _header(self) -> Widget:
        icon, ink = SIGNS[self.reply.verdict]
        title = self.words.verdict(self.reply)
        if self._has_left:
            icon, ink = "exit", "bad"
            title = self.texts("reply.headline.left", party=self.words.party(self.delegation))
        names: list[Widget] = [Label(title, Role.TITLE)]
        if self._provided is not None:
            names.append(Label(self.words.condition(self._provided), Role.BODY, "theirs"))
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

    def _reason(self, why: Explanation) -> Widget:
        rows = [heading(self.texts("reply.why"), colour="bad")]
        rows.append(Label(self.words.reason(self.delegation, why), Role.BODY))
        if why.said:
            said = self.words.said(self.delegation, why)
            rows.append(Label(self.texts("words.quoted", said=said), Role.QUOTE, "muted"))
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
        if self._is_narrow:
            return Column([lines, Row([use, Spacer(grow=1)])], gap=4)
        return Row([lines, use], gap=12, align="middle")

    @property
    def _is_narrow(self) -> bool:
        """Whether a column has too little room for a button beside a sentence."""
        has_card = self.session.view.party(self.delegation).what_if is not None
        return has_card or self.stage.settings.text_scale > LARGE_TEXT

    def _counter(self) -> Widget:
        if self._has_left:
            return self._left()
        party = self.words.party(self.delegation)
        counter = self.session.view.party(self.delegation).counter
        if counter is None:
            key = "reply.counter.none" if self.reply.counter is None else "reply.counter.gone"
            text = self.texts(key, party=party)
            return Column([heading(text, colour="theirs")])
        rows: list[Widget] = [heading(self.texts("reply.counter", party=party))]
        if self._provided is not None:
            rows.append(bullet(self.words.condition(self._provided), "link", "theirs"))
        rows += difference_rows(self.words, self.reply.package, counter)
        take = Button(
            self.texts("reply.take"),
            lambda: self._sign(TakeCounter(self.delegation), counter),
            icon="check",
            letter="s",
            kind="main",
            key="take",
        )
        rows += [self._sign_or_amend(take, counter, "amend"), Rule(), self._figures(counter)]
        then = self.session.preview(with_condition(counter, self._provided))
        rows.append(self._effect(then, self.session.now))
        return Column(rows, gap=10)

    def _left(self) -> Widget:
        """It is gone, with what it offered; what brings it back."""
        view = self.session.view.party(self.delegation)
        title = heading(self.texts("event.walked_out", party=view.name), colour="bad")
        about = Label(self.texts("reply.left.about", party=view.name), Role.BODY)
        return Column([title, about, Row([talk_button(self, view), Spacer(grow=1)])], gap=10)

    def _card(self, terms: Package) -> Widget:
        """The chair's card, against the offer it improves on or against what is in force."""
        after_deal = self.signed is not None
        base = self.reply.package
        if after_deal:
            slots = {term.slot for term in terms}
            agreed = self.session.view.party(self.delegation).agreed
            base = tuple(term for term in agreed if term.slot in slots)
        take = Button(
            self.texts("card.take"),
            lambda: self._sign(TakeWhatIf(self.delegation), terms),
            icon="chair",
            letter="c",
            kind="plain",
            key="take_card",
            tip=self.texts("card.take.tip"),
        )
        then = self.session.preview(with_condition(terms, self._provided))
        body = [
            *difference_rows(self.words, base, terms),
            self._sign_or_amend(take, terms, "amend_card"),
            Rule(),
            self._figures(terms),
            self._effect(then, self.session.now, "fan_card"),
        ]
        return chairs_card(self.words, self.delegation, body, after_deal=after_deal)

    def _sign_or_amend(self, take: Button, terms: Package, key: str) -> Widget:
        amend = Button(
            self.texts("reply.amend"),
            lambda: self._amend(terms),
            icon="table",
            key=key,
            tip=self.texts("reply.change.use.tip"),
        )
        return Flow([take, amend], gap=10)

    def _figures(self, terms: Package) -> Widget:
        now = stakes_of(self.session, self.delegation)
        then = stakes_of(self.session, self.delegation, terms, self._provided)
        return figures(self.words, then, now)

    def _signed(self) -> Widget:
        """What is agreed; what hangs on a third delegation is not promised yet, and says so."""
        assert self.signed is not None
        texts, terms = self.texts, self.words.terms(self.signed)
        if self._provided is None:
            rows: list[Widget] = [heading(texts("reply.signed"), texts("reply.yes"), "good")]
            return Column([*rows, *(bullet(line, "check", "good") for line in terms)], gap=10)
        third = self.words.party(self._provided.slot.giver)
        rows = [heading(texts("reply.waits"), texts("reply.waits.about", third=third), "warn")]
        rows += [bullet(line, "pending", "warn") for line in terms]
        waiting = [d for d in self.session.view.conditional if d.delegation == self.delegation]
        rows += [bullet(self.words.waits(deal), "link", "theirs") for deal in waiting]
        return Column(rows, gap=10)

    def _does(self, signed: Package) -> Widget:
        """What the signature does, or would do once the third delegation has done its part."""
        if self._provided is None:
            shown = figures(self.words, stakes_of(self.session, self.delegation))
            chart = self._effect(self.session.now, self.before)
            return Column(
                [heading(self.texts("reply.does"), colour="theirs"), shown, chart], gap=10
            )
        then = self.session.preview(with_condition(signed, self._provided))
        third = self.words.party(self._provided.slot.giver)
        title = heading(self.texts("reply.would_do", third=third), colour="theirs")
        chart = self._effect(then, self.session.now)
        return Column([title, self._figures(signed), chart], gap=10)

    def _effect(self, then: Outcome, now: Outcome, key: str = "fan") -> Widget:
        charts = [
            Thermometer(then.projection, self.texts, now.projection, height=CHART_UNITS),
            FanChart(Fan(then.projection, now.projection), self.texts, height=CHART_UNITS, key=key),
        ]
        return Column([Row(charts, gap=8, grow=1), Spacer(2)], gap=0, grow=1)

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

    def _sign(self, action: TakeCounter | TakeWhatIf, terms: Package) -> None:
        before = self.session.now
        events = self.submit(action)
        if events is not None:
            self.before, self.signed, self.events = before, terms, events
            self.play.drafts.pop(self.delegation, None)
            self.play.conditions.pop(self.delegation, None)
            self.stage.refresh()

    def _amend(self, package: Package) -> None:
        self.play.drafts[self.delegation] = package
        self.play.to_table(self.delegation)
