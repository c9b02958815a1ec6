"""The round: who is there, what is open, what has happened, what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from game.negotiation.actions import Hold
from game.negotiation.observation import PartyView
from game.negotiation.scenario import Round
from game.ui.charts.fan import Fan, FanChart
from game.ui.charts.thermometer import Thermometer
from game.ui.fonts import Role
from game.ui.screens import ways
from game.ui.screens.agenda import doors_closing
from game.ui.screens.notice import Notice
from game.ui.screens.page import emblem, heading, page, stock
from game.ui.screens.play import GameScreen
from game.ui.screens.standing import has_something_to_sign, standing_lines
from game.ui.widgets.boxes import Column, Flow, Padded, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule


class HubScreen(GameScreen):
    """The screen a round is played from."""

    first_focus = "table0"

    def build(self) -> Widget:
        """Calendar, delegations, climate; the actions below."""
        offsets = self.stage.offsets
        right = Column([card(self._climate(), grow=3), card(self._latest(), grow=2)], gap=14)
        body = Row(
            [
                card(Scroll(self._calendar(), offsets, key="calendar"), grow=28),
                card(Scroll(self._delegations(), offsets, key="parties"), grow=40),
                Padded(right, pad=0, grow=36),
            ],
            gap=14,
            grow=1,
        )
        return page(self.stage, self._header(), body, self._actions(), self._views())

    def go_back(self) -> None:
        """Leaving is asked for once; nothing is lost by it."""
        leave = Button(
            self.texts("hub.leave.yes"), self.play.leave, icon="exit", kind="main", key="leave"
        )
        lines = [self.texts("hub.leave.about")]
        notice = Notice(self.stage, self, self.texts("hub.leave.title"), lines, [leave])
        self.stage.show(notice)

    def _header(self) -> Widget:
        view, scenario = self.session.view, self.session.scenario
        you, meeting = scenario.delegation(view.you), scenario.rounds[view.round]
        title = self.texts(
            "hub.round", round=view.round + 1, rounds=view.rounds, title=meeting.title
        )
        names = Column(
            [
                Label(title, Role.TITLE),
                Label(f"{you.office} · {self._where(meeting)}", Role.BODY, "muted"),
            ],
            gap=1,
            grow=1,
        )
        return Row([emblem(scenario, view.you, 52), names, *self._stocks()], gap=24, align="middle")

    def _stocks(self) -> list[Widget]:
        view, texts, words = self.session.view, self.texts, self.words
        mark = words.points(view.home.pass_mark)
        votes = texts("hub.home.value", votes=words.points(view.home.votes), mark=mark)
        trust = view.credibility
        promises = texts("hub.credibility.value", kept=trust.kept, broken=trust.broken)
        warming = self.session.now.projection.summary_2100[1]
        return [
            stock(texts("hub.actions"), str(view.actions_left), texts("hub.tip.actions")),
            stock(
                texts("hub.home"),
                votes,
                texts("hub.tip.home", body=view.home.body, mark=mark),
                "good" if view.home.passes else "bad",
            ),
            stock(texts("hub.credibility"), promises, texts("hub.tip.credibility")),
            stock(
                texts("hub.warming"),
                texts("hub.warming.value", warming_c=warming),
                texts("hub.tip.warming"),
            ),
        ]

    def _where(self, meeting: Round) -> str:
        days = self.texts.date(meeting.date_start, "d MMM")
        if meeting.date_end != meeting.date_start:
            days = f"{days} – {self.texts.date(meeting.date_end, 'd MMM yyyy')}"
        return self.texts("hub.where", place=meeting.place, date=days)

    def _calendar(self) -> Widget:
        now = self.session.view.round
        rows: list[Widget] = [heading(self.texts("hub.calendar"), colour="warn")]
        for place, meeting in enumerate(self.session.scenario.rounds):
            rows.append(self._meeting(place, meeting, now))
        rows.append(Rule())
        rows.append(Label(self.texts("hub.forecast"), Role.LABEL, "muted"))
        if not self.session.view.forecast:
            rows.append(Label(self.texts("hub.forecast.none"), Role.SMALL))
        for news in map(self.words.news, self.session.view.forecast):
            rows.append(Label(self.words.forecast(news), Role.SMALL))
            rows += [Label(line, Role.SMALL, "warn") for line, _ in self.words.doors(news)]
        return Column(rows, gap=10)

    def _meeting(self, place: int, meeting: Round, now: int) -> Widget:
        past, here = place < now, place == now
        icon, ink = (
            ("check", "muted") if past else ("next", "theirs") if here else ("clock", "muted")
        )
        day = self.words.day(place)
        title = f"{day} · {meeting.title}"
        lines: list[Widget] = [
            Label(title, Role.STRONG if here else Role.BODY, "muted" if past else "text")
        ]
        closing = doors_closing(self.session.scenario, self.session.state, place)
        if closing and not past:
            issues = ", ".join(self.words.issue(issue) for issue in closing)
            text = self.texts("hub.closes", issue=issues)
            lines.append(Label(text, Role.SMALL, "warn" if here else "muted"))
        return Row([Icon(icon, 18, ink), Column(lines, gap=0, grow=1)], gap=8, align="top")

    def _delegations(self) -> Widget:
        rows: list[Widget] = [heading(self.texts("hub.delegations"))]
        for place, party in enumerate(self.session.view.parties):
            if place:
                rows.append(Rule())
            rows.append(self._delegation(place, party))
        return Column(rows, gap=10)

    def _delegation(self, place: int, party: PartyView) -> Widget:
        answer = Button(
            self.texts("standing.answer.short"),
            lambda: ways.to_answer(self, party.id),
            kind="quiet",
            tip=self.texts("standing.answer.about", party=party.name),
            key=f"answer{place}",
        )
        buttons = Flow(
            [
                Button(
                    self.texts("hub.visit"),
                    lambda: ways.to_table(self, party.id),
                    icon="table",
                    letter=str(place + 1),
                    key=f"table{place}",
                ),
                Button(
                    self.texts("hub.dossier"),
                    lambda: ways.to_dossier(self, party.id),
                    icon="dossier",
                    kind="quiet",
                    key=f"dossier{place}",
                ),
                *([answer] if has_something_to_sign(party) else []),
            ],
            gap=6,
        )
        known: list[Widget] = [
            Label(party.name, Role.STRONG),
            Label(party.interests, Role.SMALL, "muted"),
            *self._standing(party),
        ]
        names = Column([*known, buttons], gap=4, grow=1)
        return Row([emblem(self.session.scenario, party.id), names], gap=12, align="top")

    def _standing(self, party: PartyView) -> list[Widget]:
        texts = self.texts
        agreed = len(party.agreed)
        deal = texts("hub.deals", n=agreed) if agreed else texts("hub.no_deal")
        lines: list[Widget] = standing_lines(self.words, self.session.view, party)
        if party.counter is not None:
            lines.append(Label(texts("hub.counter_waits"), Role.SMALL, "warn"))
        elif not (party.may_offer or party.walked_out) and self.session.view.actions_left:
            lines.append(Label(texts("hub.answered"), Role.SMALL, "muted"))
        face = texts("hub.face.calm")
        if party.face > 0:
            face = texts("hub.face.hurt", points=self.words.points(party.face))
        elif party.face < 0:
            face = texts("hub.face.cover")
        reply = party.last_reply
        if reply is not None and reply.explanation is not None and not agreed:
            lines.append(Label(self.words.reason(party.id, reply.explanation), Role.SMALL))
        ink = "bad" if party.face > 0 else "text"
        facts = f"{deal} · {texts('hub.face').lower()}: {face}"
        return [Label(facts, Role.SMALL, ink, tip=texts("glossary.face.meaning")), *lines]

    def _climate(self) -> Widget:
        now, before = self.session.now.projection, self.session.before.projection
        charts = Row(
            [
                Thermometer(now, self.texts, before, height=150),
                FanChart(Fan(now, before), self.texts, height=150),
            ],
            gap=6,
            grow=1,
        )
        odds = self.texts(
            "table.odds.value",
            below_1_5=now.probability_below(1.5, "2100"),
            below_2=now.probability_below(2.0, "2100"),
        )
        title = heading(self.texts("hub.climate"), self.texts("hub.climate.about"))
        return Column([title, charts, Label(odds, Role.STRONG)], gap=8)

    def _latest(self) -> Widget:
        lines = self.play.latest()
        shown: list[Widget] = [Label(line, Role.SMALL) for line in lines]
        if not shown:
            shown = [Label(self.texts("hub.latest.none"), Role.SMALL, "muted")]
        listed = Scroll(Column(shown, gap=6), self.stage.offsets, key="latest")
        return Column([Label(self.texts("hub.latest"), Role.LABEL, "muted"), listed], gap=6)

    def _actions(self) -> Sequence[Widget]:
        none_left = "" if self.session.view.actions_left else self.texts("table.no_actions")

        def act(name: str, letter: str, way: ways.Way) -> Button:
            return Button(
                self.texts(f"hub.{name}"),
                lambda: way(self),
                icon=name,
                letter=letter,
                why_not=none_left,
                tip=self.texts(f"hub.tip.{name}"),
                key=name,
            )

        return [
            act("probe", "p", ways.probe),
            act("talk", "t", ways.talk),
            act("backing", "b", ways.seek_backing),
            act("press", "u", ways.press),
            act("tie", "i", ways.tie_hands),
            Button(
                self.texts("hub.hold"),
                self._ask_to_hold,
                icon="hold",
                letter="e",
                kind="main" if none_left else "plain",
                tip=self.texts("hub.tip.hold"),
                key="hold",
            ),
        ]

    def _views(self) -> Sequence[Widget]:
        return [
            self._show("work", "home", "h", ways.to_home),
            self._show("ledger", "ledger", "l", ways.to_ledger),
            self._show("cable", "cable", "c", ways.to_cable),
            self._show("help", "words", "w", ways.to_words),
            Button(
                self.texts("evidence.open"),
                lambda: ways.to_evidence(self),
                icon="climate",
                letter="k",
                kind="quiet",
                key="evidence",
            ),
            Button(self.texts("hub.quit"), self.go_back, icon="exit", kind="quiet", key="quit"),
        ]

    def _show(self, name: str, icon: str, letter: str, way: ways.Way) -> Button:
        text = self.texts(f"hub.{name}")
        return Button(text, lambda: way(self), icon=icon, letter=letter, kind="quiet", key=name)

    def _ask_to_hold(self) -> None:
        view = self.session.view
        closing = doors_closing(self.session.scenario, self.session.state, view.round)
        doors = self.texts("hub.hold.closing_none")
        if closing:
            issues = ", ".join(self.words.issue(issue) for issue in closing)
            doors = self.texts("hub.hold.closing", issues=issues)
        yes = Button(self.texts("hub.hold"), self._hold, icon="hold", kind="main", key="hold")
        title = self.texts("hub.hold.sure", n=view.actions_left)
        self.stage.show(Notice(self.stage, self, title, [doors], [yes]))

    def _hold(self) -> None:
        if self.submit(Hold()) is not None:
            ways.after_round(self)
