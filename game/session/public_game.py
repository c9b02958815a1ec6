"""What a screen may know of a game: everything public, no other party's private mind.

A screen takes from a session three things and no more: `session.public` (this: names, calendar,
issues, what may be given, the story), `session.view` (the position as the player's seat sees it,
`view.own` its own mind) and what the session works out for it (`preview`, `home_with`, `score`).
It names neither `session.scenario` nor `session.state`.

`PublicGame` has the words of `Scenario` (`delegation`, `issue`, `rounds`, `slots_between`, ...), so
that what reads names from the one reads them from the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from game.levels.loader import Level
from game.levels.schema.fields import DebriefField, HintField
from game.negotiation.model.news import News, Shift, ShiftKind
from game.negotiation.model.scenario import (
    Counts,
    Delegation,
    Goals,
    Issue,
    RedLine,
    Round,
    Slot,
    slots_between,
)
from game.negotiation.model.sources import Source
from game.negotiation.seats.public_level import Legal, legal_for

DOOR_SHIFTS = (ShiftKind.OPEN_ISSUE, ShiftKind.CLOSE_ISSUE)

Quotes = Mapping[tuple[str, int], str]  # (delegation, index of its red line) -> its words


@dataclass(frozen=True)
class PublicGroup:
    """A group at some party's home as it is known abroad.

    because: issue id -> the reason it gives
    """

    id: str
    name: str
    because: Mapping[str, str]


@dataclass(frozen=True)
class PublicHome:
    """The body that votes on what a party's envoy brings back, and the votes it takes.

    pass_mark: thousandths of votes; how many are in favour is nobody else's to know
    """

    body: str
    pass_mark: int
    factions: tuple[PublicGroup, ...]
    counts: Counts


@dataclass(frozen=True)
class PublicParty:
    """A delegation as everybody knows it; of the player's own, `view.own` has the rest.

    said_lines: red lines as others hear them: a bluff like any other, no hidden one
    walks_out_after: offers in a row that give it nothing before it leaves, which it lets be known
    letters: what stands on its seal, "" for its initials
    """

    id: str
    name: str
    office: str
    bloc: str
    interests: str
    letters: str
    said_lines: tuple[RedLine, ...]
    home: PublicHome
    walks_out_after: int


@dataclass(frozen=True)
class PublicNews:
    """A piece of news: its forecast, its odds, and its text.

    odds: thousandths
    shifts: the doors it opens and closes; what it does to minds and votes is not public
    """

    id: str
    odds: int
    forecast: str
    text: str
    shifts: tuple[Shift, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, eq=False)
class PublicGame:
    """A level in the reader's language as the player's seat may know it, the same all game.

    places: where each meeting is, as the level's own file writes it, which a map goes by
    debrief: what the real parties did, shown once the game is over
    hints: those written for this seat
    quotes: the red lines that answers of this game have quoted; grows as they are spoken
    wants: at a whole table, how much each party is known to want what others could give
    """

    level_id: str
    title: str
    you: str
    briefing: tuple[str, ...]
    delegations: tuple[PublicParty, ...]
    issues: tuple[Issue, ...]
    rounds: tuple[Round, ...]
    places: tuple[str, ...]
    news: tuple[PublicNews, ...]
    goals: Goals
    terms_per_offer: int
    is_drawn: bool
    legal: Legal
    debrief: DebriefField
    hints: tuple[HintField, ...]
    quotes: Quotes = field(default_factory=dict)
    wants: Mapping[str, Mapping[Slot, int]] = field(default_factory=dict)

    def delegation(self, delegation_id: str) -> PublicParty:
        """Return the delegation of that id; KeyError if there is none."""
        return self._delegations[delegation_id]

    def issue(self, issue_id: str) -> Issue:
        """Return the issue of that id; KeyError if there is none."""
        return self.issues_by_id[issue_id]

    def news_item(self, news_id: str) -> PublicNews:
        """Return the piece of news of that id; KeyError if there is none."""
        return self._news[news_id]

    def quote(self, delegation: str, line: int) -> str:
        """Return a party's words on its red line of that index, "" while it has not said them."""
        return self.quotes.get((delegation, line), "")

    def slots_between(self, one: str, other: str) -> tuple[Slot, ...]:
        """Return all that two parties could give each other, in the level's order."""
        return slots_between(self.issues, one, other, self.wants)

    @property
    def issues_by_id(self) -> Mapping[str, Issue]:
        """Every issue under its id."""
        return self.legal.issues

    @property
    def cut_mtco2e_2030(self) -> Mapping[Slot, tuple[int, ...]]:
        """Per slot, per option, what that term alone takes off the world in 2030."""
        return self.legal.cut_mtco2e_2030

    @cached_property
    def others(self) -> tuple[PublicParty, ...]:
        """Every delegation but the player's, in the level's order."""
        return tuple(party for party in self.delegations if party.id != self.you)

    @cached_property
    def _delegations(self) -> dict[str, PublicParty]:
        return {party.id: party for party in self.delegations}

    @cached_property
    def _news(self) -> dict[str, PublicNews]:
        return {news.id: news for news in self.news}


def public_game(level: Level, seat: str | None = None, quotes: Quotes | None = None) -> PublicGame:
    """Build what is public of a level from one seat, in the language the level is in.

    seat: the level's own choice where none is given; ValueError where there is no such seat
    quotes: the lines quoted so far; seen as they are at the time somebody looks
    """
    scenario, story = level.scenario(seat), level.field
    return PublicGame(
        level_id=level.id,
        title=level.title,
        you=scenario.you,
        briefing=tuple(story.briefing),
        delegations=tuple(map(_public_party, scenario.delegations)),
        issues=scenario.issues,
        rounds=scenario.rounds,
        places=tuple(meeting.place for meeting in level.original.field.rounds),
        news=tuple(map(_public_news, scenario.news_items)),
        goals=scenario.goals,
        terms_per_offer=scenario.terms_per_offer,
        is_drawn=scenario.is_drawn,
        legal=legal_for(scenario, scenario.you),
        debrief=story.debrief,
        hints=tuple(story.hints) if scenario.you == story.you else (),
        quotes=MappingProxyType(quotes if quotes is not None else {}),
        wants=scenario.known_wants,
    )


def _public_party(party: Delegation) -> PublicParty:
    home = party.home
    groups = tuple(PublicGroup(each.id, each.name, each.because) for each in home.factions)
    return PublicParty(
        id=party.id,
        name=party.name,
        office=party.office,
        bloc=party.bloc,
        interests=party.interests,
        letters=party.letters,
        said_lines=party.said_lines,
        home=PublicHome(home.body, home.pass_mark, groups, home.counts),
        walks_out_after=party.personality.walks_out_after,
    )


def _public_news(news: News) -> PublicNews:
    doors = tuple(shift for shift in news.shifts if shift.kind in DOOR_SHIFTS)
    return PublicNews(news.id, news.odds, news.forecast, news.text, doors, news.sources)
