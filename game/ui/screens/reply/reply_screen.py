"""The answer to an offer: verdict, reason, helpful changes, and what to sign."""

from __future__ import annotations

from collections.abc import Sequence

from game.climate.outcome import Outcome
from game.desk.goals import cut_goal
from game.desk.on_offer import CARD, COUNTER, OnOffer, best_to_sign, on_offer
from game.desk.relations import asks_again_in
from game.desk.stakes import stakes_of, stakes_told, with_condition
from game.desk.term_facts import crossed_line
from game.negotiation.model.events import ConditionalLapsed, DealStruck, Event
from game.negotiation.model.replies import Explanation, Reply, Verdict
from game.negotiation.model.scenario import Package, Term
from game.ui.charts.climate_pair import climate_pair
from game.ui.layout import LEAST_BESIDE_BUTTON
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName, Sign
from game.ui.screens.common.caution_rows import caution_rows
from game.ui.screens.common.goals_strip import goal_label
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.page import bullet, emblem, heading, page
from game.ui.screens.common.panels import Panel, beside_each_other, width_of_each
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.common.standing_strips import talk_button
from game.ui.screens.reply.chairs_card import chairs_card
from game.ui.screens.reply.differences import difference_rows
from game.ui.screens.reply.reply_reason import reason
from game.ui.screens.reply.stakes_figures import stakes_figures
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Row, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.strip import strip
from game.ui.widgets.widget import Widget

SIGNS = {
    Verdict.ACCEPT: Sign("check", "good"),
    Verdict.COUNTER: Sign("talk", "warn"),
    Verdict.REFUSE: Sign("cross", "bad"),
}
CHART_UNITS = 180


class ReplyScreen(GameScreen):
    """A delegation's answer to the last offer.

    before: the outcome before the offer, for what a signature changed
    events: what the offer brought besides the answer
    signed: what both have agreed by now, on this screen; None as long as nothing is
    """

    room = "reply"
    first_seen = "reason"

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
        self.first_focus = "round" if self.signed else best_to_sign(self._on_offer()) or "round"

    def build(self) -> Widget:
        """Return the reason and what could be signed, or what was signed and does.

        The chair's card.
        """
        why, there = self.reply.explanation, self._on_offer()
        offers, best = {offer.key: offer for offer in there}, best_to_sign(there)
        if self.signed is not None:
            panels = [Panel("signed", self._signed()), Panel("does", self._does(self.signed))]
        else:
            panels = [self._counter(offers.get(COUNTER), best)]
            if why is not None:
                panels.insert(0, Panel("reason", self._reason(why)))
        if CARD in offers:
            panels.append(self._card(offers[CARD], best))
        header = Column([self._header(), *self._besides()], gap=8)
        return page(self.stage, header, beside_each_other(self.stage, panels), self._buttons())

    def _on_offer(self) -> tuple[OnOffer, ...]:
        return on_offer(self.session, self.words, self.delegation, self._provided)

    def go_back(self) -> None:
        """To the round."""
        self.routes.to_hub()

    def _besides(self) -> list[Widget]:
        """Return what else came of it: deals that waited for this one hold now, or lapsed."""
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
    def _name(self) -> str:
        return self.words.party(self.delegation)

    @property
    def _provided(self) -> Term | None:
        return self.reply.provided

    def _header(self) -> Widget:
        icon, ink = SIGNS[self.reply.verdict]
        title = self.words.verdict(self.reply)
        if not self.reply.package:
            title = self.texts("reply.headline.approach", party=self._name)
        if self.signed is not None and self.reply.verdict is not Verdict.ACCEPT:
            icon, ink = SIGNS[Verdict.ACCEPT]
            title = self.texts("reply.headline.signed", party=self._name)
        if self._has_left:
            icon, ink = Sign("exit", "bad")
            title = self.texts("reply.headline.left", party=self._name)
        names: list[Widget] = [Label(title, Role.TITLE)]
        if self._provided is not None:
            names.append(Label(self.words.condition(self._provided), Role.BODY, "theirs"))
        if self.reply.predicted_percent is not None:
            names.append(Label(self._guess(self.reply.predicted_percent), Role.BODY, "muted"))
        return Row(
            [
                emblem(self.session.public, self.delegation, 48),
                Icon(icon, 30, ink),
                Column(names, gap=1, grow=1),
            ],
            gap=14,
            align="middle",
        )

    def _guess(self, percent: int) -> str:
        if 0 < percent < 100:
            return self.texts("reply.guess", percent=percent)
        return self.texts("reply.guess.certain" if percent else "reply.guess.ruled_out")

    def _reason(self, why: Explanation) -> Widget:
        has_card = self.session.view.party(self.delegation).what_if is not None
        is_narrow = width_of_each(self.stage, 3 if has_card else 2) < LEAST_BESIDE_BUTTON
        return reason(self, self.reply, why, self._amend, is_narrow=is_narrow)

    def _counter(self, offer: OnOffer | None, best: str) -> Panel:
        if self._has_left:
            return Panel("counter", self._left())
        party = self._name
        if offer is None:
            key = "reply.counter.none" if self.reply.counter is None else "reply.counter.gone"
            text = self.texts(key, party=party)
            return Panel("counter", Column([heading(text, colour="theirs")]))
        rows: list[Widget] = [heading(self.texts("reply.counter", party=party))]
        if self._provided is not None:
            rows.append(bullet(self.words.condition(self._provided), "link", "theirs"))
        rows.append(Column(difference_rows(self.words, self.reply.package, offer.terms), gap=6))
        take = self._take_button(offer, best, self.texts("reply.take"), "check", "s")
        return Panel("counter", Column(rows, gap=10), self._foot(offer, take, "amend"))

    def _left(self) -> Widget:
        """Build the strip on a delegation that is gone: what brings it back."""
        view = self.session.view.party(self.delegation)
        title = heading(self.texts("event.walked_out", party=view.name), colour="bad")
        about = Label(self.texts("reply.left.about", party=view.name), Role.BODY)
        return Column([title, about, Row([talk_button(self, view), Spacer(grow=1)])], gap=10)

    def _card(self, offer: OnOffer, best: str) -> Panel:
        """Return the chair's card, against the offer it improves on or against what is in force."""
        after_deal = self.signed is not None
        base = self.reply.package
        if after_deal:
            agreed = self.session.view.party(self.delegation).agreed
            base = Package(term for term in agreed if term.slot in offer.terms.slots)
        body = [
            Column(difference_rows(self.words, base, offer.terms), gap=6),
        ]
        take = self._take_button(offer, best, self.texts("card.take"), "chair", "c")
        take.tip = self.texts("card.take.tip")
        card_rows = chairs_card(self.words, self.delegation, body, after_deal=after_deal)
        return Panel("card", card_rows, self._foot(offer, take, "amend_card"))

    def _take_button(
        self, offer: OnOffer, best: str, text: str, icon: IconName, letter: str
    ) -> Button:
        """Build a button that stands out only where nothing speaks against pressing it."""
        is_best = self.signed is None and offer.key == best
        return Button(
            text,
            lambda: self._sign_if_sure(offer),
            icon=icon,
            letter=letter,
            kind="main" if is_best else "plain",
            key=offer.key,
        )

    def _foot(self, offer: OnOffer, take: Button, amend_key: str) -> Widget:
        """Build what an offer does, what speaks against it, and the way to sign it."""
        then = self.session.preview(with_condition(offer.terms, self._provided))
        rows = [
            Rule(),
            self._figures(offer.terms),
            goal_label(cut_goal(self.session, self.words, then)),
        ]
        rows += caution_rows(offer.cautions)
        buttons = [take]
        if asks_again_in(self.session.view) is not None:
            buttons.append(
                Button(
                    self.texts("reply.amend"),
                    lambda: self._amend(offer.terms),
                    icon="table",
                    key=amend_key,
                    tip=self.texts("reply.change.use.tip"),
                )
            )
        return Column([*rows, Flow(buttons, gap=10)], gap=8)

    def _figures(self, terms: Package) -> Widget:
        now = stakes_of(self.session, self.delegation)
        then = stakes_of(self.session, self.delegation, terms, self._provided)
        return stakes_figures(stakes_told(self.words, then, now))

    def _signed(self) -> Widget:
        """Return what is agreed.

        What hangs on a third delegation is not promised yet, and says so.
        """
        assert self.signed is not None
        texts, terms = self.texts, self.words.terms(self.signed)
        if self._provided is None:
            worth = stakes_of(self.session, self.delegation).worth or 0
            gains = texts("reply.yes" if worth >= 0 else "reply.yes.theirs", party=self._name)
            rows: list[Widget] = [heading(texts("reply.signed"), gains, "good")]
            rows += [bullet(line, "check", "good") for line in terms]
            return Column([*rows, *self._said_before(self.signed)], gap=10)
        third = self.words.party(self._provided.slot.giver)
        rows = [heading(texts("reply.waits"), texts("reply.waits.about", third=third), "warn")]
        rows += [bullet(line, "pending", "warn") for line in terms]
        waiting = [d for d in self.session.view.conditional if d.delegation == self.delegation]
        rows += [bullet(self.words.waits(deal), "link", "theirs") for deal in waiting]
        return Column(rows, gap=10)

    def _said_before(self, signed: Package) -> list[Widget]:
        """Lines that the delegation had named, and did not hold to."""
        lines = self.session.view.party(self.delegation).stated_lines
        crossed = [crossed_line(lines, term.slot, term.option) for term in signed]
        return [
            Label(self.texts("reply.said_before", said=line.said), Role.SMALL, "muted")
            for line in crossed
            if line is not None
        ]

    def _does(self, signed: Package) -> Widget:
        """Build what signing does, or would do once the third delegation has done its part."""
        if self._provided is None:
            stakes = stakes_of(self.session, self.delegation)
            shown = stakes_figures(stakes_told(self.words, stakes))
            chart = self._effect(self.session.now, self.before)
            return Column(
                [heading(self.texts("reply.does"), colour="theirs"), shown, chart], gap=10
            )
        then = self.session.preview(with_condition(signed, self._provided))
        third = self.words.party(self._provided.slot.giver)
        title = heading(self.texts("reply.would_do", third=third), colour="theirs")
        chart = self._effect(then, self.session.now)
        return Column([title, self._figures(signed), chart], gap=10)

    def _effect(self, then: Outcome, now: Outcome) -> Widget:
        charts = climate_pair(then.projection, now.projection, self.texts, height=CHART_UNITS)
        return Column([charts, Spacer(2)], gap=0, grow=1)

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

    def _sign_if_sure(self, offer: OnOffer) -> None:
        """Sign; where something speaks against it, only once that has been read."""
        if not offer.cautions:
            self._sign(offer)
            return
        sign = Button(
            self.texts("reply.sign.anyway"), lambda: self._sign(offer), icon="check", key="anyway"
        )
        said = [caution.text for caution in offer.cautions]
        asked = Notice(self.stage, self, self.texts("reply.sign.sure"), said, [sign])
        asked.first_focus = "close"
        self.first_focus = offer.key  # where the question leads back to
        self.stage.show(asked)

    def _sign(self, offer: OnOffer) -> None:
        self.stage.show(self)
        before = self.session.now
        events = self.submit(offer.action)
        if events is not None:
            self.before, self.signed, self.events = before, offer.terms, events
            self.first_focus = "round"
            self.play.drafts.pop(self.delegation, None)
            self.play.conditions.pop(self.delegation, None)
            self.stage.show(self)

    def _amend(self, package: Package) -> None:
        self.play.drafts[self.delegation] = package
        self.routes.to_table(self.delegation)
