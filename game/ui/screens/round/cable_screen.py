"""The cable that opens a round: news, promises that fell due, forecasts, closing doors."""

from __future__ import annotations

from game.desk.names import capital
from game.desk.promise_text import promise_told, shared
from game.desk.wording import DoorWay
from game.negotiation.model.events import (
    ConditionalLapsed,
    CounterLapsed,
    DoorClosed,
    Event,
    FaceMoved,
    NewsHappened,
    NewsMissed,
    PromiseSettled,
    RoundBegan,
    VotesMoved,
)
from game.negotiation.model.sources import Source
from game.negotiation.rules.scoring import has_broken
from game.session.public_game import PublicNews
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName, Sign
from game.ui.screens.common.page import bullet, heading, page, part, screen_title
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

STATUS_SIGNS = {
    "kept": Sign("check", "good"),
    "broken": Sign("cross", "bad"),
    "pending": Sign("clock", "muted"),
}


DOOR_ICONS: dict[DoorWay, IconName] = {"closes": "tie", "opens": "open"}
MOVED_SIGNS: dict[type, Sign] = {
    VotesMoved: Sign("home", "muted"),
    FaceMoved: Sign("talk", "muted"),
    DoorClosed: Sign("tie", "warn"),
    ConditionalLapsed: Sign("link", "bad"),
}


class CableScreen(GameScreen):
    """The cable a player reads when a meeting opens."""

    room = "cable"
    first_focus = "open"

    def build(self) -> Widget:
        """Build the past at the left, what is to come at the right."""
        meeting = self.session.public.rounds[self.session.view.round]
        days = self.texts.date(meeting.date_start, "d MMMM yyyy")
        where = self.texts("hub.where", place=capital(meeting.place), date=days)
        title = screen_title(self.texts("cable.title", title=meeting.title), where)
        offsets = self.stage.offsets
        left = card(Scroll(self._past(), offsets, key="past"), grow=3)
        right = card(Scroll(self._coming(), offsets, key="coming"), grow=2)
        go_on = Button(
            self.texts("cable.open"), self.go_back, icon="next", letter="r", kind="main", key="open"
        )
        return page(self.stage, title, Row([left, right], gap=14, grow=1), [go_on])

    def go_back(self) -> None:
        """To the round."""
        self.routes.to_hub()

    def _opening(self) -> int | None:
        """Return the turn that opened this round; None for the first, which no turn opened."""
        here = self.session.view.round
        turns = enumerate(self.session.turns)
        return next((n for n, t in turns if t.round == here and _opens(t.events)), None)

    def _events(self) -> tuple[Event, ...]:
        """Return what came with the opening of this round."""
        opening = self._opening()
        return () if opening is None else self.session.turns[opening].events

    def _past(self) -> Widget:
        texts, meeting = self.texts, self.session.public.rounds[self.session.view.round]
        rows: list[Widget] = [heading(texts("cable.today")), Label(meeting.cable, Role.QUOTE)]
        rows += self._sources(meeting.sources)
        if self.session.view.round:
            rows += [Rule(), heading(texts("cable.news"), colour="warn"), *self._happened()]
        return Column(rows, gap=12)

    def _happened(self) -> list[Widget]:
        """Build what lapsed, the news, what it moved, what fell due; or that there was nothing."""
        rows = self._lapsed()
        for event in self._events():
            if isinstance(event, NewsHappened | NewsMissed):
                rows += self._piece(event)
        rows += [*self._moved(), *self._settled()]
        return rows or [Label(self.texts("cable.quiet"), Role.BODY, "muted")]

    def _lapsed(self) -> list[Widget]:
        """Counter-offers that nobody signed, each delegation once."""
        lapsed = [event for event in self._events() if isinstance(event, CounterLapsed)]
        return [bullet(self.words.event(event), "clock", "muted") for event in lapsed]

    def _settled(self) -> list[Widget]:
        """Build what fell due: each promise once, with everyone it was made to."""
        settled = [event.promise for event in self._events() if isinstance(event, PromiseSettled)]
        lines: list[Widget] = [
            bullet(promise_told(each, self.words), *STATUS_SIGNS[each.status])
            for each in shared(settled)
        ]
        if has_broken(self.session.view.ledger, self.play.you):
            lines.append(Label(self.texts("cable.lost"), Role.STRONG, "bad"))
        return [part(self.texts("cable.settled"), lines)] if lines else []

    def _piece(self, event: NewsHappened | NewsMissed) -> list[Widget]:
        news: PublicNews = self.words.news(event.news)
        if isinstance(event, NewsMissed):
            text = self.texts("cable.missed", forecast=news.forecast)
            return [Label(text, Role.BODY, "muted")]
        doors = [bullet(line, DOOR_ICONS[way], "warn") for line, way in self.words.doors(news)]
        return [Label(news.text, Role.BODY), *doors, *self._sources(news.sources)]

    def _moved(self) -> list[Widget]:
        """Build what the turn of the round moved: own votes, face, doors, deals that lapsed."""
        lines = [
            bullet(self.words.event(event), *MOVED_SIGNS[type(event)])
            for event in self._events()
            if type(event) in MOVED_SIGNS
            if not isinstance(event, VotesMoved) or event.delegation == self.play.you
        ]
        return [part(self.texts("cable.moved"), lines)] if lines else []

    def _sources(self, sources: tuple[Source, ...]) -> list[Widget]:
        if not sources:
            return []
        names = self.texts.enumerated(source.name for source in sources)
        return [Label(self.texts("cable.sources", sources=names), Role.SMALL, "muted")]

    def _coming(self) -> Widget:
        texts = self.texts
        closing = self.session.closing_issues(self.session.view.round)
        doors = [bullet(self.words.issue(issue), "clock", "warn") for issue in closing]
        forecast: list[Widget] = []
        for news_id in self.session.view.forecast:
            news = self.words.news(news_id)
            forecast.append(bullet(self.words.forecast(news), "warning", "warn"))
            forecast += [bullet(line, DOOR_ICONS[way]) for line, way in self.words.doors(news)]
        nothing = Label(texts("hub.hold.closing_none"), Role.BODY, "muted")
        none_forecast = Label(texts("hub.forecast.none"), Role.BODY, "muted")
        return Column(
            [
                heading(texts("cable.doors"), colour="warn"),
                *(doors or [nothing]),
                Rule(),
                heading(texts("cable.next"), colour="theirs"),
                *(forecast or [none_forecast]),
            ],
            gap=12,
        )


def _opens(events: tuple[Event, ...]) -> bool:
    return any(isinstance(event, RoundBegan) for event in events)
