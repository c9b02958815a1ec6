"""The briefing: your office, the goals, the delegations, the calendar."""

from __future__ import annotations

from game.desk.names import meeting_at
from game.desk.rounding import cut_needed
from game.ui.layout import LEAST_COLUMNS
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import back_button, bullet, emblem, heading, page, part
from game.ui.screens.common.play import GameScreen
from game.ui.screens.round.round_map import parties_map
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget


class BriefingScreen(GameScreen):
    """The briefing a player reads before the first round."""

    room = "briefing"
    first_focus = "start"

    def build(self) -> Widget:
        """Build the story and the map at the left; goals, calendar and parties at the right."""
        public = self.session.public
        you = public.delegation(public.you)
        header = Row(
            [
                emblem(public, you.id, 56),
                Column(
                    [
                        Label(public.title, Role.TITLE),
                        Label(
                            self.texts("briefing.you_are", office=you.office),
                            Role.BODY,
                            "muted",
                        ),
                    ],
                    gap=1,
                    grow=1,
                ),
            ],
            gap=16,
            align="middle",
        )
        start = Button(
            self.texts("briefing.start"),
            self.routes.to_cable,
            icon="next",
            letter="r",
            kind="main",
            key="start",
        )
        back = back_button(self.texts("screen.to_title"), self.go_back)
        return page(self.stage, header, self._body(), [back, start])

    def go_back(self) -> None:
        """To the title; nothing has been done, so nothing is kept."""
        self.routes.to_title()

    def _body(self) -> Widget:
        """Story above the map, facts beside them; one below the other where the text is large."""
        offsets, narrow = self.stage.offsets, self.stage.canvas.units_wide < LEAST_COLUMNS
        where = card(parties_map(self, narrow), pad=8, grow=2)
        if narrow:
            return Column([card(self._story()), where, card(self._facts())], gap=16)
        story = Scroll(self._story(), offsets, key="story", grow=1)
        left = Column([card(story, grow=3), where], gap=16, grow=5)
        facts = Scroll(self._facts(), offsets, key="facts")
        return Row([left, card(facts, grow=4)], gap=16, grow=1)

    def _story(self) -> Widget:
        public = self.session.public
        own = self.session.view.own
        rows: list[Widget] = [Label(text, Role.QUOTE) for text in public.briefing]
        lines = [
            bullet(
                self.texts(
                    "briefing.line",
                    issue=self.words.issue(line.slot.issue),
                    option=self.words.option(line.slot, line.highest),
                )
            )
            for line in own.red_lines
        ]
        if lines:
            rows.append(part(self.texts("briefing.own_lines"), lines))
        return Column(rows, gap=12)

    def _facts(self) -> Widget:
        texts, public = self.texts, self.session.public
        goals = public.goals
        own = public.delegation(public.you).home
        mark = self.words.mark(own.pass_mark)
        rows: list[Widget] = [
            heading(texts("briefing.goals"), colour="warn"),
            bullet(self._joining()),
            bullet(texts("briefing.goal.cut", cut=cut_needed(goals, texts))),
            bullet(texts(f"briefing.goal.home.{own.counts}", votes=mark, body=own.body)),
            Rule(),
            heading(texts("briefing.parties")),
        ]
        for party in public.others:
            names = Column(
                [Label(party.name, Role.STRONG), Label(party.interests, Role.SMALL, "muted")],
                gap=0,
                grow=1,
            )
            rows.append(Row([emblem(public, party.id, 32), names], gap=8, align="top"))
        rows += [Rule(), heading(texts("briefing.calendar"), colour="good")]
        for place, meeting in enumerate(public.rounds):
            where = meeting_at(meeting.title, meeting.place)
            rows.append(bullet(f"{self.words.day(place)} · {where}"))
        if public.is_drawn:
            rows.append(Label(texts("briefing.drawn", seed=self.session.seed), Role.SMALL, "muted"))
        return Column(rows, gap=8)

    def _joining(self) -> str:
        """Who must join the text: how many of several, or the only other one by name."""
        others, goals = self.session.public.others, self.session.public.goals
        if len(others) == goals.joins == 1:
            return self.texts("briefing.goal.only_joins", party=others[0].name)
        return self.texts("briefing.goal.joins", n=goals.joins)
