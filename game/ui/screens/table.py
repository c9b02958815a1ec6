"""The deal table: what we ask, what we offer, and what it would do to the warming and at home."""

from __future__ import annotations

from game.negotiation.actions import Offer
from game.negotiation.scenario import Package, RedLine, Slot
from game.ui.charts.fan import Fan, FanChart
from game.ui.charts.thermometer import Thermometer
from game.ui.fonts import Role
from game.ui.screens.agenda import slots_on_table
from game.ui.screens.dossier import DossierScreen
from game.ui.screens.draft import Draft, agreed_options
from game.ui.screens.evidence import EvidenceScreen
from game.ui.screens.page import back_button, emblem, heading, page, stock
from game.ui.screens.play import GameScreen, Play
from game.ui.screens.predict import PredictScreen
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Row, Spacer, card
from game.ui.widgets.controls import Button, Stepper, Steps
from game.ui.widgets.meters import Meter
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule


class TableScreen(GameScreen):
    """Compose a package for one delegation and put it on the table."""

    def __init__(self, stage: Stage, play: Play, delegation: str) -> None:
        super().__init__(stage, play)
        self.delegation = delegation
        self.draft = self._fresh_draft().with_terms(play.drafts.get(delegation, ()))
        self._then = self.session.preview(self.draft.package)

    def build(self) -> Widget:
        """Asks at the left, offers at the right, what they would do between them."""
        name = self.words.party(self.delegation)
        asks = self._side(self.delegation, "table.ask", "theirs")
        offers = self._side(self.play.you, "table.offer", "ours")
        middle = Scroll(self._outcome(), self.stage.offsets, key="outcome")
        body = Row(
            [card(asks, grow=30), card(middle, grow=42), card(offers, grow=30)], gap=14, grow=1
        )
        used = self.texts("table.terms", used=len(self.draft.package), limit=self.draft.limit)
        header = Row(
            [
                emblem(self.session.scenario, self.delegation, 48),
                Column(
                    [
                        Label(self.texts("table.title", party=name), Role.TITLE),
                        Label(self._interests(), Role.BODY, "muted"),
                    ],
                    gap=1,
                    grow=1,
                ),
                stock(self.texts("hub.actions"), str(self.session.view.actions_left)),
            ],
            gap=16,
            align="middle",
        )
        return page(self.stage, header, body, [*self._buttons(), Label(used, Role.BODY, "muted")])

    def go_back(self) -> None:
        """To the round; the draft is kept."""
        self.play.drafts[self.delegation] = self.draft.package
        self.play.to_hub()

    def on_answer(self) -> None:
        """Draw what the newest draft would do; it has just been worked out."""
        answer = self.play.live.take() if self.play.live is not None else None
        if answer is not None and answer[0] == self.draft.package:
            self._then = answer[1]
            self.stage.refresh()

    def _interests(self) -> str:
        return self.session.scenario.delegation(self.delegation).interests

    def _fresh_draft(self) -> Draft:
        scenario, view = self.session.scenario, self.session.view
        tied = {term.slot: term.option for term in view.tied}
        slots = [
            slot
            for giver in (self.delegation, scenario.you)
            for slot in slots_on_table(scenario, view, self.delegation, giver)
        ]
        agreed = agreed_options(view.party(self.delegation).agreed, slots)
        deepest = {
            slot: max(min(len(scenario.issue(slot.issue).options) - 1, tied.get(slot, 99)), 0)
            if slot.issue in view.open_issues
            else agreed[slot]
            for slot in slots
        }
        return Draft(agreed, deepest, scenario.terms_per_offer)

    def _side(self, giver: str, key: str, colour: str) -> Widget:
        name = self.words.party(self.delegation)
        rows: list[Widget] = []
        for slot in self.draft.agreed:
            if slot.giver == giver:
                if rows:
                    rows.append(Rule())
                rows.append(self._term(slot, colour))
        if not rows:
            rows.append(Label(self.texts("table.nothing"), Role.BODY, "muted"))
        title = heading(self.texts(key), self.texts(f"{key}.about", party=name), colour)
        listed = Scroll(Column(rows, gap=10), self.stage.offsets, key=key)
        return Column([title, listed], gap=12)

    def _term(self, slot: Slot, colour: str) -> Widget:
        issue = self.session.scenario.issue(slot.issue)
        at = self.draft.option(slot)
        changed = self.draft.is_changed(slot)
        title = Row(
            [
                Icon(issue.domain, 20),
                Label(issue.title, Role.STRONG, grow=1, tip=issue.about),
            ],
            gap=8,
            align="top",
        )
        chosen = Label(issue.options[at].label, Role.BODY, colour if changed else "muted")
        highest = self.draft.deepest[slot] if self.draft.may_deepen(slot) or changed else at
        steps = Steps(at, len(issue.options) - 1, self.draft.agreed[slot], highest)
        stepper = Stepper(
            steps,
            lambda option: self._set(slot, option),
            colour=colour,
            key=f"{slot.issue}/{slot.giver}",
            tip=issue.about,
        )
        about = Label(issue.about, Role.SMALL, "muted")
        rows: list[Widget] = [title, about, chosen, stepper]
        rows += [Label(text, Role.SMALL, ink) for text, ink in self._notes(slot, at)]
        return Column(rows, gap=4)

    def _notes(self, slot: Slot, option: int) -> list[tuple[str, str]]:
        """What is known about a term: what is agreed, when its door closes, lines named."""
        notes: list[tuple[str, str]] = []
        issue = self.session.scenario.issue(slot.issue)
        if self.draft.agreed[slot]:
            label = self.words.option(slot, self.draft.agreed[slot])
            notes.append((self.texts("table.agreed", option=label), "good"))
        line = self._named_line(slot, option)
        if line is not None:
            party = self.words.party(self.delegation)
            notes.append((self.texts("table.said", party=party, said=line.said), "bad"))
        if issue.closes == self.session.view.round:
            notes.append((self.texts("table.closes_now"), "warn"))
        return notes

    def _named_line(self, slot: Slot, option: int) -> RedLine | None:
        """The line the delegation has named and this option would cross."""
        lines = self.session.view.party(self.delegation).stated_lines
        crossed = (
            line
            for line in lines
            if line.slot == slot and not line.lowest <= option <= line.highest
        )
        return next(crossed, None) if option else None

    def _outcome(self) -> Widget:
        now = self.session.now.projection
        then = self._then.projection
        charts = Row(
            [
                Thermometer(then, self.texts, now, height=190),
                FanChart(Fan(then, now), self.texts, height=190),
            ],
            gap=8,
            grow=1,
        )
        odds = self.texts(
            "table.odds.value",
            below_1_5=then.probability_below(1.5, "2100"),
            below_2=then.probability_below(2.0, "2100"),
        )
        title = heading(self.texts("table.deal"), self.texts("table.deal.about"), "good")
        figures = Row(
            [
                stock(self.texts("table.odds"), odds),
                Spacer(grow=1),
                stock(self.texts("table.emissions"), self._emissions()),
            ],
            gap=16,
        )
        return Column([title, charts, figures, Rule(), self._home()], gap=10)

    def _emissions(self) -> str:
        now = self.session.now.emissions.in_year(2030)
        then = self._then.emissions.in_year(2030)
        return self.texts("table.emissions.value", then=then, change=then - now)

    def _home(self) -> Widget:
        before = self.session.view.home
        after = self.session.home_with(self.draft.package)
        seats = sum(faction.seats for faction in after.factions)
        votes = self.texts(
            "table.home.value",
            votes=self.words.points(after.votes),
            mark=self.words.points(after.pass_mark),
        )
        ink = "good" if after.passes else "bad"
        verdict = self.texts("table.home.ok" if after.passes else "table.home.low")
        return Column(
            [
                Row(
                    [
                        Label(self.texts("table.home", body=after.body), Role.STRONG, grow=1),
                        Label(votes, Role.STRONG, ink),
                    ],
                    gap=8,
                ),
                Meter(
                    after.votes / seats,
                    mark=after.pass_mark / seats,
                    ghost=before.votes / seats,
                    colour=ink,
                ),
                Label(verdict, Role.SMALL, "muted" if after.passes else "bad"),
            ],
            gap=4,
        )

    def _buttons(self) -> list[Widget]:
        texts = self.texts
        return [
            back_button(texts("screen.back"), self.go_back),
            Button(texts("table.reset"), self._reset, icon="reset", key="reset"),
            Button(texts("hub.dossier"), self._dossier, icon="dossier", letter="d", key="dossier"),
            Button(
                texts("evidence.open"),
                lambda: self.stage.show(EvidenceScreen(self.stage, self.play, self)),
                icon="climate",
                letter="k",
                kind="quiet",
                key="evidence",
            ),
            Button(
                texts("table.send"),
                self._send,
                icon="table",
                letter="s",
                kind="main",
                why_not=self._why_not_send(),
                key="send",
            ),
        ]

    def _why_not_send(self) -> str:
        view = self.session.view
        if not self.draft.package:
            return self.texts("table.empty")
        if not view.actions_left:
            return self.texts("table.no_actions")
        if not view.party(self.delegation).may_offer:
            return self.texts("table.already", party=self.words.party(self.delegation))
        return ""

    def _set(self, slot: Slot, option: int) -> None:
        self._change(self.draft.with_option(slot, option))

    def _reset(self) -> None:
        self._change(self.draft.cleared())

    def _change(self, draft: Draft) -> None:
        """The terms change at once; what they would do follows as soon as it is worked out."""
        self.draft = draft
        if self.play.live is not None:
            self.play.live.ask(draft.package)
        else:
            self._then = self.session.preview(draft.package)
        self.stage.refresh()

    def _dossier(self) -> None:
        self.play.drafts[self.delegation] = self.draft.package
        self.stage.show(DossierScreen(self.stage, self.play, self.delegation, behind_table=self))

    def _send(self) -> None:
        package: Package = self.draft.package
        self.play.drafts[self.delegation] = package
        self.stage.show(PredictScreen(self.stage, self.play, self, Offer(self.delegation, package)))
