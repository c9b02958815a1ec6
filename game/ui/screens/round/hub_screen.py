"""The hub of a round: delegations, news, and every action."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desk.odds import odds_told
from game.desk.possible_actions import (
    may_press,
    may_probe,
    may_seek_backing,
    may_tie_hands,
)
from game.desk.relations import at_a_glance, has_something_to_sign, relation_facts
from game.desk.round_warnings import answers_waiting
from game.negotiation.model.scenario import Round
from game.negotiation.seats.observation import PartyView
from game.ui.charts.climate_pair import climate_pair
from game.ui.layout import LEAST_COLUMNS
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.screens.common.advice_button import advice_button
from game.ui.screens.common.goals_strip import goals_line
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.page import emblem, heading, page, stock
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.round import actions_menu as ways
from game.ui.screens.round.end_of_round import ask_to_end
from game.ui.screens.round.round_map import (
    calendar,
    portrait,
    round_map,
    sign_of,
)
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import AsTall, Column, Flow, Padded, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

FEW_PARTIES = 2
LATEST_SHOWN = 3
NEWS_UNITS = 78  # of height: a title and the lines of LATEST_SHOWN; more of it scrolls


class HubScreen(GameScreen):
    """The screen a round is played from."""

    room = "hub"
    first_focus = "table0"

    def __init__(self, stage: Stage, play: Play) -> None:
        super().__init__(stage, play)
        self.round = self.looked_at = self.session.view.round
        self.shows_climate = False
        if self._first_waiting is not None:
            self.first_focus = f"answer{self._first_waiting}"
        round_left, left_at = play.hub_left
        if round_left == self.looked_at:
            self.left_at = self._now_an_answer(left_at)

    def build(self) -> Widget:
        """Map and calendar at the left, delegations and news at the right; the actions below.

        Where the text is large it all stands in one column, which scrolls; whom to speak to first.
        """
        narrow = self.stage.canvas.units_wide < LEAST_COLUMNS
        where = card(self._world(narrow), grow=1, pad=8)
        when = card(self._calendar(narrow), pad=12)
        who = self._delegations()
        if narrow:
            stocks = Flow(self._stocks(), gap=24)
            views = Flow([self._turn_over_button(), *self._views()], gap=8)
            now = Column([stocks, goals_line(self)], gap=8)
            body: Widget = Column([now, card(who), where, when, views], gap=16)
            return page(self.stage, self._header([]), body, self._actions())
        right = [card(Scroll(who, self.stage.offsets, key="parties"), grow=1)]
        if self._has_room():
            right.append(card(self._climate()))
        left = Column([where, when], gap=16, grow=62)
        body = Row([left, Column(right, gap=16, grow=38)], gap=16, grow=1)
        header = Column([self._header(self._stocks()), goals_line(self)], gap=8)
        turn_over = [] if self._has_room() else [self._turn_over_button()]
        actions = [*self._actions(), *turn_over]
        return page(self.stage, header, body, actions, self._views())

    def was_left(self, focus_key: str) -> None:
        """Let the hub of the same round go on from there."""
        super().was_left(focus_key)
        self.play.hub_left = (self.round, focus_key)

    def was_drawn(self) -> None:
        """Take the picture that the save is known by."""
        log = self.session.path
        if self.play.camera is not None and log is not None:
            self.play.camera.take(log, lambda: portrait(self), len(self.session.turns))

    def go_back(self) -> None:
        """Leaving is asked for once; nothing is lost by it."""
        leave = Button(
            self.texts("hub.leave.yes"), self.routes.to_title, icon="exit", kind="main", key="leave"
        )
        lines = [self.texts("hub.leave.about" if self._has_begun else "hub.leave.nothing")]
        notice = Notice(self.stage, self, self.texts("hub.leave.title"), lines, [leave])
        self.stage.show(notice)

    @property
    def _has_begun(self) -> bool:
        """True if anything was done in this game: only then there is a save."""
        return len(self.session.turns) > 1

    def _header(self, stocks: Sequence[Widget]) -> Widget:
        view, public = self.session.view, self.session.public
        you, meeting = public.delegation(view.you), public.rounds[view.round]
        title = self.texts(
            "hub.round", round=view.round + 1, rounds=view.rounds, title=meeting.title
        )
        names = Column(
            [
                Label(title, Role.TITLE),
                Label(f"{you.office} · {self._where(meeting)}", Role.BODY, "muted"),
            ],
            gap=0,
            grow=1,
        )
        return Row([emblem(public, view.you, 56), names, *stocks], gap=24, align="middle")

    def _stocks(self) -> list[Widget]:
        view, texts, words = self.session.view, self.texts, self.words
        mark, counts = words.mark(view.home.pass_mark), view.home.counts
        votes = words.votes(view.home.votes, view.home.pass_mark)
        trust, now = view.credibility, self.session.now.projection
        meeting = self.session.public.rounds[view.round]
        return [
            stock(
                texts("hub.actions"),
                str(view.actions_left),
                texts("hub.tip.actions"),
                about=texts(
                    "map.stock.actions",
                    most=meeting.actions,
                    round=view.round + 1,
                    rounds=view.rounds,
                ),
            ),
            stock(
                texts(f"hub.home.{counts}"),
                texts(f"map.stock.votes.{counts}", n=words.count(view.home.votes), votes=votes),
                texts(f"hub.tip.home.{counts}", body=view.home.body, mark=mark),
                "good" if view.home.passes else "bad",
                about=texts(f"map.stock.needed.{counts}", mark=mark),
            ),
            stock(
                texts("hub.credibility"),
                texts.percent(trust.share / 1000),
                texts("hub.tip.credibility"),
                about=texts("map.stock.credibility.about", kept=trust.kept, broken=trust.broken),
            ),
            stock(
                texts("hub.warming"),
                texts("hub.warming.value", warming_c=now.summary_2100[1]),
                texts("hub.tip.warming"),
                about=odds_told(now, texts),
            ),
        ]

    def _where(self, meeting: Round) -> str:
        days = self.texts.date(meeting.date_start, "d MMM")
        if meeting.date_end != meeting.date_start:
            days = f"{days} – {self.texts.date(meeting.date_end, 'd MMM yyyy')}"
        return self.texts("hub.where", place=meeting.place, date=days)

    def _world(self, alone: bool) -> Widget:
        if self.shows_climate and not self._has_room():
            return Padded(self._climate(), pad=8, grow=1)
        return round_map(self, alone)

    def _has_room(self) -> bool:
        """Return True if map and climate can be seen together: few delegations, text not large."""
        few = len(self.session.view.parties) <= FEW_PARTIES
        return few and self.stage.canvas.units_wide >= LEAST_COLUMNS

    def _turn_over(self) -> None:
        self.shows_climate = not self.shows_climate
        self.stage.refresh()
        self.stage.view.reveal("thermometer" if self.shows_climate else "map")

    def _look_at(self, place: int) -> None:
        self.looked_at = place
        self.stage.refresh()

    def _calendar(self, narrow: bool) -> Widget:
        """Build the calendar; below it what may come and what came, which scroll in their place."""
        lines: list[Widget] = []
        for news in map(self.words.news, self.session.view.forecast):
            lines.append(Label(self.words.forecast(news), Role.SMALL, grow=1))
            lines += [Label(line, Role.SMALL, "warn") for line, _ in self.words.doors(news)]
        if not lines:
            lines = [Label(self.texts("hub.forecast.none"), Role.SMALL, "muted", grow=1)]
        forecast = Label(self.texts("hub.forecast"), Role.LABEL, "muted")
        told: list[Widget] = [
            Column([forecast, Column(lines, gap=0)], gap=4, grow=1),
            self._latest(),
        ]
        below: Widget = Column(told, gap=8)
        if not narrow:
            beside = Row(told, gap=24, align="top")
            below = Scroll(beside, self.stage.offsets, key="news", grow=0, least=NEWS_UNITS)
        days = calendar(self, self.looked_at, self._look_at)
        return Column([days, Rule(), below], gap=4)

    def _delegations(self) -> Widget:
        rows: list[Widget] = [heading(self.texts("hub.delegations"))]
        for place, party in enumerate(self.session.view.parties):
            rows += [self._delegation(place, party), Rule()]
        return Column(rows[:-1], gap=8)

    def _delegation(self, place: int, party: PartyView) -> Widget:
        dossier = Button(
            "",
            lambda: self.routes.to_dossier(party.id),
            icon="dossier",
            kind="quiet",
            tip=self.texts("map.dossier_of", party=party.name),
            key=f"dossier{place}",
        )
        sign = sign_of(party)
        name: list[Widget] = [Icon(sign.icon, 16, sign.ink)] if sign is not None else []
        name.append(Label(party.name, Role.STRONG, grow=1))
        known: list[Widget] = [Row(name, gap=4, align="middle"), *self._standing(party)]
        names = Column(known, gap=0, grow=1)
        signed = emblem(self.session.public, party.id)
        return Row([signed, names, self._doors_to(place, party), dossier], gap=8, align="middle")

    def _doors_to(self, place: int, party: PartyView) -> Widget:
        """To its table, and where something of its own waits to be signed, to that."""
        doors = [
            Button(
                self.texts("map.table"),
                lambda: self.routes.to_table(party.id),
                letter=str(place + 1),
                tip=party.interests,
                key=f"table{place}",
            )
        ]
        if has_something_to_sign(party):
            doors.append(
                Button(
                    self.texts("standing.answer.short"),
                    lambda: self.routes.to_answer(party.id),
                    kind="main" if place == self._first_waiting else "plain",
                    tip=self.texts("standing.answer.about", party=party.name),
                    key=f"answer{place}",
                )
            )
        return Column(doors, gap=4)

    @property
    def _waiting(self) -> list[int]:
        """The places of the delegations whose answer waits to be signed."""
        return [place for place, _ in answers_waiting(self.session.view)]

    @property
    def _first_waiting(self) -> int | None:
        """The place of the first delegation whose answer waits to be signed; None for none."""
        return next(iter(self._waiting), None)

    def _now_an_answer(self, way: str) -> str:
        """If the table left just now has something to sign, return to its answer button."""
        brought = {f"table{place}": f"answer{place}" for place in self._waiting}
        return brought.get(way, way)

    def _standing(self, party: PartyView) -> list[Widget]:
        about = " · ".join(at_a_glance(self.session, self.words, party))
        lines: list[Widget] = [Label(about, Role.SMALL, "bad" if party.face > 0 else "muted")]
        facts = relation_facts(self.words, self.session.view, party)
        lines += [Label(fact.text, Role.SMALL, fact.tone) for fact in facts]
        return lines

    def _climate(self) -> Widget:
        now, before = self.session.now.projection, self.session.before.projection
        charts = climate_pair(now, before, self.texts, height=150)
        odds = odds_told(now, self.texts)
        title = heading(self.texts("hub.climate"), self.texts("hub.climate.about"))
        return Column([title, charts, Label(odds, Role.STRONG)], gap=8)

    def _latest(self) -> Widget:
        shown: list[Widget] = [
            Label(line, Role.SMALL) for line in self.play.latest()[:LATEST_SHOWN]
        ]
        if not shown:
            shown = [Label(self.texts("hub.latest.none"), Role.SMALL, "muted")]
        title = Label(self.texts("hub.latest"), Role.LABEL, "muted")
        several = Column([Label(" ", Role.SMALL)] * LATEST_SHOWN, gap=0)
        held = AsTall(Column(shown, gap=0), several)  # so that nothing moves later
        return Column([title, held], gap=4, grow=1)

    def _actions(self) -> Sequence[Widget]:
        none_left = "" if self.session.view.actions_left else self.texts("table.no_actions")

        no_third = "" if may_seek_backing(self.session) else self.texts("hub.backing.none")
        nothing = self.texts("choose.nothing")
        no_call = "" if may_press(self.session) else nothing
        no_probe = "" if may_probe(self.session) else nothing
        no_tie = "" if may_tie_hands(self.session) else nothing

        def act(name: IconName, letter: str, way: ways.Way, why_not: str = "") -> Button:
            return Button(
                self.texts(f"hub.{name}"),
                lambda: way(self),
                icon=name,
                letter=letter,
                why_not=none_left or why_not,
                tip=self.texts(f"hub.tip.{name}"),
                key=name,
            )

        return [
            act("probe", "p", ways.probe, no_probe),
            act("talk", "t", ways.talk),
            act("backing", "b", ways.seek_backing, no_third),
            act("press", "u", ways.press, no_call),
            act("tie", "i", ways.tie_hands, no_tie),
            Button(
                self.texts("hub.hold"),
                lambda: ask_to_end(self),
                icon="hold",
                letter="e",
                kind="main" if none_left and not self._waiting else "plain",
                tip=self.texts("hub.tip.hold"),
                key="hold",
            ),
        ]

    def _turn_over_button(self) -> Button:
        return Button(
            self.texts("map.show_map" if self.shows_climate else "map.show_climate"),
            self._turn_over,
            icon="map" if self.shows_climate else "climate",
            letter="m",
            kind="quiet",
            key="turn_over",
        )

    def _views(self) -> Sequence[Widget]:
        return [
            self._show("work", "home", "h", self.routes.to_home),
            self._show("ledger", "ledger", "l", self.routes.to_ledger),
            self._show("cable", "cable", "c", self.routes.to_cable),
            self._show("help", "words", "w", self.routes.to_words),
            advice_button(self),
            Button(
                self.texts("evidence.open"),
                lambda: self.routes.to_evidence(self),
                icon="climate",
                letter="k",
                kind="quiet",
                key="evidence",
            ),
            Button(
                self.texts("title.settings"),
                lambda: self.routes.to_settings(self),
                icon="settings",
                letter="s",
                kind="quiet",
                key="settings",
            ),
            Button(
                self.texts("hub.quit" if self._has_begun else "hub.leave.yes"),
                self.go_back,
                icon="exit",
                kind="quiet",
                key="quit",
            ),
        ]

    def _show(self, name: str, icon: IconName, letter: str, go: Callable[[], None]) -> Button:
        text = self.texts(f"hub.{name}")
        return Button(text, go, icon=icon, letter=letter, kind="quiet", key=name)
