"""The deal table: what we ask, what we offer, and the effect on warming and votes."""

from __future__ import annotations

from functools import partial

from game.desk.cautions import why_not_send
from game.desk.conditions import possible_conditions
from game.desk.draft import Draft, fresh_draft
from game.desk.relations import deals_with, has_something_to_sign, when_again
from game.desk.stakes import with_condition
from game.desk.term_facts import TermFacts
from game.desk.term_keys import stepper_key
from game.negotiation.model.actions import Offer
from game.negotiation.model.scenario import Package, Slot, Term
from game.ui.layout import LEAST_TABLE_CHART, LEAST_TABLE_PANELS, LEAST_TABLE_WORDS
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.screens.common.advice_button import advice_button
from game.ui.screens.common.page import back_button, emblem, heading, page, stock
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.common.standing_strips import standing_strips
from game.ui.screens.table.conditional_offer import choose_condition
from game.ui.screens.table.nothing_open import nothing_open
from game.ui.screens.table.outcome_panel import outcome_panel
from game.ui.screens.table.pair_lines import with_pair_lines
from game.ui.screens.table.term_row import TermRow
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Padded, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import strip
from game.ui.widgets.widget import Widget

GAP = 14  # design units between the parts of the table


class TableScreen(GameScreen):
    """Compose a package for one delegation and put it on the table."""

    room = "table"

    def __init__(self, stage: Stage, play: Play, delegation: str) -> None:
        super().__init__(stage, play)
        self.delegation = delegation
        draft = fresh_draft(self.session.public, self.session.view, delegation)
        self.draft = draft.with_terms(play.drafts.get(delegation, ()))
        self.provided: Term | None = play.conditions.get(delegation)
        if self.provided not in self._conditions():
            self.provided = None
        self._then = self.session.preview(self._together)
        self.first_focus = self._first_term()

    def build(self) -> Widget:
        """Asks at the left, offers at the right, what they would do between them."""
        asks = self._side(self.delegation, "table.ask", "theirs")
        offers = self._side(self.play.you, "table.offer", "ours")
        panel = outcome_panel(self, self.delegation, self.draft, self.provided, self._then)
        if self.stage.canvas.units_high < LEAST_TABLE_CHART:
            panel = figures_first(panel)
        middle = self._scrolled(panel, "outcome")
        if self._is_narrow:
            sides = Row([card(asks, grow=1), card(offers, grow=1)], gap=GAP)
            body: Widget = Column([sides, card(middle)], gap=GAP)
        else:
            columns = [card(asks, grow=30), card(middle, grow=42), card(offers, grow=30)]
            body = Row(columns, gap=GAP, grow=1)
        body = with_pair_lines(body, self.session.view, self.draft, GAP)
        header = Column([self._header(), *self._strips()], gap=8)
        return page(self.stage, header, body, self._buttons())

    @property
    def _is_narrow(self) -> bool:
        """True if three columns beside each other would each be too narrow to read."""
        return self.stage.canvas.units_wide < LEAST_TABLE_PANELS

    @property
    def _is_low(self) -> bool:
        """True if the terms and the figures need the room of what is told elsewhere too."""
        return self.stage.canvas.units_high < LEAST_TABLE_WORDS

    def _scrolled(self, content: Widget, key: str) -> Widget:
        """Return a column that scrolls by itself, or the page's own where there is one."""
        if self._is_narrow:
            return Padded(content, pad=0, key=key)
        return Scroll(content, self.stage.offsets, key=key)

    def _header(self) -> Widget:
        name = self.words.party(self.delegation)
        used = self.texts("table.terms.value", used=len(self.draft.package), limit=self.draft.most)
        names = [Label(self.texts("table.title", party=name), Role.TITLE)]
        if not self._is_low:
            names.append(Label(self._interests(), Role.BODY, "muted"))
        return Row(
            [
                emblem(self.session.public, self.delegation, 48),
                Column(names, gap=1, grow=1),
                stock(self.texts("table.terms.name"), used),
                stock(self.texts("hub.actions"), str(self.session.view.actions_left)),
            ],
            gap=24,
            align="middle",
        )

    def _strips(self) -> list[Widget]:
        """Return what hangs over this table.

        It left, it may leave, an answer to sign, conditions.
        """
        texts, view, name = self.texts, self.session.view, self.words.party(self.delegation)
        party = view.party(self.delegation)
        strips = standing_strips(self, party)
        if has_something_to_sign(party):
            see = Button(
                texts("standing.answer"), self._see_answer, icon="talk", letter="a", key="answer"
            )
            strips.append(strip("clock", texts("standing.answer.about", party=name), "good", [see]))
        if not view.may_offer(party) and not party.walked_out:
            no_action = texts("table.no_actions")
            text = when_again(self.words, view, self.delegation) if view.actions_left else no_action
            strips.append(strip("hold", text, "muted"))
        if self.provided is not None:
            drop = Button(
                texts("condition.drop"),
                self._drop_condition,
                icon="cross",
                kind="quiet",
                key="drop",
            )
            strips.append(strip("link", self.words.condition(self.provided), "theirs", [drop]))
        for deal in deals_with(view, self.delegation):
            text = texts("standing.replaced", waits=self.words.waits(deal))
            strips.append(strip("pending", text, "warn"))
        return strips

    def go_back(self) -> None:
        """To the round; the draft is kept."""
        self._keep()
        self.routes.to_hub()

    def on_answer(self) -> None:
        """Draw what the newest draft would do; it has just been worked out."""
        answer = self.play.live.take() if self.play.live is not None else None
        if answer is not None and answer[0] == self._together:
            self._then = answer[1]
            self.stage.refresh()

    @property
    def _together(self) -> Package:
        """The draft, and what it hangs on: the deal holds only when both are promised."""
        return with_condition(self.draft.package, self.provided)

    def has_on_table(self, term: Term) -> bool:
        """Return True if the draft has a term, or more of it."""
        return term.slot in self.draft.agreed and self.draft.option(term.slot) >= term.option

    def _conditions(self) -> tuple[Term, ...]:
        return possible_conditions(self.session.public, self.session.view, self.delegation)

    def _interests(self) -> str:
        return self.session.public.delegation(self.delegation).interests

    def _first_term(self) -> str:
        """Return the key of the first stepper that can be moved; of the way back where none can."""
        free = (slot for slot in self.draft.agreed if self.draft.may_deepen(slot))
        return next((stepper_key(slot) for slot in free), "back")

    def _side(self, giver: str, key: str, colour: Ink) -> Widget:
        name = self.words.party(self.delegation)
        facts = TermFacts(self.words, self.session.view, self.delegation, self.draft)
        row = TermRow(facts, is_brief=self._is_low)
        rows: list[Widget] = []
        for slot in self.draft.agreed:
            if slot.giver == giver:
                if rows:
                    rows.append(Rule())
                rows.append(row.widget(slot, colour, partial(self._set, slot)))
        if not rows:
            rows = nothing_open(self, giver)
        title = heading(self.texts(key), self.texts(f"{key}.about", party=name), colour)
        listed = self._scrolled(Column(rows, gap=10), key)
        return Column([title, listed], gap=12)

    def _buttons(self) -> list[Widget]:
        texts = self.texts
        return [
            back_button(texts("screen.back"), self.go_back),
            Button(texts("table.reset"), self._reset, icon="reset", key="reset"),
            Button(
                texts("condition.only_if.button"),
                lambda: choose_condition(self, self.delegation, self._hang_on),
                icon="link",
                letter="o",
                why_not="" if self._conditions() else texts("condition.none"),
                tip=texts("condition.tip"),
                key="condition",
            ),
            Button(texts("hub.dossier"), self._dossier, icon="dossier", letter="d", key="dossier"),
            Button(
                texts("table.send"),
                self._send,
                icon="table",
                letter="s",
                kind="main",
                why_not=why_not_send(
                    self.words, self.session.view, self.delegation, self.draft.package
                ),
                key="send",
            ),
            advice_button(self, self.delegation, self._keep),
            Button(
                texts("evidence.open"),
                lambda: self.routes.to_evidence(self),
                icon="climate",
                letter="k",
                kind="quiet",
                key="evidence",
            ),
        ]

    def _set(self, slot: Slot, option: int) -> None:
        self._change(self.draft.with_option(slot, option))

    def _reset(self) -> None:
        self.provided = None
        self._change(self.draft.cleared())

    def _hang_on(self, term: Term) -> None:
        self.provided = term
        self._change(self.draft)

    def _drop_condition(self) -> None:
        self.provided = None
        self._change(self.draft)

    def _change(self, draft: Draft) -> None:
        """Change the terms at once; what they would do follows as soon as it is worked out."""
        self.draft = draft
        if self.play.live is not None:
            self.play.live.ask(self._together)
        else:
            self._then = self.session.preview(self._together)
        self.stage.refresh()

    def _keep(self) -> None:
        """Leave the draft where the next visit to this table finds it."""
        self.play.drafts[self.delegation] = self.draft.package
        self.play.conditions.pop(self.delegation, None)
        if self.provided is not None:
            self.play.conditions[self.delegation] = self.provided

    def _see_answer(self) -> None:
        self._keep()
        self.routes.to_answer(self.delegation)

    def _dossier(self) -> None:
        self._keep()
        self.routes.to_dossier(self.delegation, behind_table=self)

    def _send(self) -> None:
        self._keep()
        offer = Offer(self.delegation, self.draft.package, provided=self.provided)
        self.routes.to_predict(self, offer)


def figures_first(panel: Widget) -> Widget:
    """Return the middle of the table with its chart, which stands below the title, at the end."""
    title, chart, *figures = panel.children
    return Column([title, *figures, Rule(), chart], gap=10)
