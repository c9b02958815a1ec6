"""The round on the map: pins, territories, deals as lines, and the calendar below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.desk.relations import at_a_glance, has_something_to_sign, relation_facts
from game.negotiation.seats.observation import PartyView
from game.ui.charts.geography import LonLat, atlas
from game.ui.charts.pins import Pin
from game.ui.charts.timeline import Stop, Timeline
from game.ui.charts.world_map import Thread, WorldMap
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.page import emblem, territories
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Look, Widget

PIN_SIDE = 28
PORTRAIT = (480, 270)  # design units at text scale 1


def round_map(screen: GameScreen, alone: bool) -> WorldMap:
    """Build the map: delegations where they are; a press leads to their table, one's own home."""
    session = screen.session
    public, view = session.public, session.view
    pins = [_own_pin(screen)]
    pins += [_pin(screen, party) for party in view.parties]
    meeting = public.rounds[view.round]
    # A map knows places by the names of the level's own file.
    ring = atlas().places.get(public.places[view.round])
    said = [screen.texts("map.title")]
    if ring is not None:
        said.append(screen.texts("map.meets", place=meeting.place))
    others = [screen.texts("map.lines.others")] if view.table == "whole" else []
    said += [screen.texts("map.lines"), *others, screen.texts("map.colours")]
    return WorldMap(
        pins,
        territories(public),
        threads=_threads(screen),
        ring_at=ring,
        said=said,
        alone=alone,
    )


def portrait(screen: GameScreen) -> pygame.Surface:
    """Draw what a save is known by: the map with its deals, without words that would be cut.

    Drawn for itself, since on the screen hints lie over it, and there may be no map at all.
    """
    canvas = screen.stage.canvas
    scale = max(canvas.fonts.text_scale, 1.0)
    surface = pygame.Surface([canvas.px(side * scale) for side in PORTRAIT], depth=32)
    surface.fill(canvas.theme.card)
    alone = replace(canvas, surface=surface)
    shown = round_map(screen, alone=True)
    shown.said = ()
    shown.place(alone, surface.get_rect())
    shown.draw(alone, Look(None, None, pressed=False))
    return surface


def parties_map(screen: GameScreen, alone: bool) -> WorldMap:
    """Build the map of all delegations, for a look before the first round."""
    public, texts = screen.session.public, screen.texts
    pins = [
        Pin(
            emblem(public, party.id, PIN_SIDE),
            texts("map.you") if party.id == public.you else party.name,
            _anchor(party.bloc),
            [party.name, party.office],
            bloc=party.bloc,
            key=f"pin/{party.id}",
        )
        for party in public.delegations
    ]
    said = [texts("map.title"), texts("map.colours")]
    return WorldMap(pins, territories(public), said=said, alone=alone)


def sign_of(party: PartyView) -> Sign | None:
    """Return the sign beside a delegation's name: it left, an answer waits, a deal stands."""
    if party.walked_out:
        return Sign("exit", "bad")
    if has_something_to_sign(party):
        return Sign("pending", "warn")
    if party.has_deal:
        return Sign("check", "good")
    return None


def calendar(screen: GameScreen, chosen: int, on_choose: Callable[[int], object]) -> Widget:
    """Build the line of meetings, and what is to be known of the chosen one."""
    session, words, texts = screen.session, screen.words, screen.texts
    rounds, now = session.public.rounds, session.view.round
    closing = [session.closing_issues(at) for at in range(len(rounds))]
    stops = [
        Stop(words.day(at), meeting.title, len(closing[at])) for at, meeting in enumerate(rounds)
    ]
    meeting = rounds[chosen]
    key = "map.stop.there" if meeting.place in meeting.title else "map.stop"
    where = texts(key, day=words.day(chosen), title=meeting.title, place=meeting.place)
    issues = texts.listed(words.issue(issue) for issue in closing[chosen])
    doors = texts("map.closes", issues=issues) if issues else texts("map.closes_none")
    if chosen < now:
        doors = texts("map.past")
    about: list[Widget] = [Icon("door", 16, "warn" if issues and chosen >= now else "muted")]
    about.append(Label(f"{where} {doors}", Role.SMALL, grow=1))
    line = Timeline(stops, now, chosen, on_choose, tip=texts("map.calendar.tip"))
    return Column([line, Row(about, gap=8, align="top")], gap=8)


def _own_pin(screen: GameScreen) -> Pin:
    view, public = screen.session.view, screen.session.public
    you = public.delegation(view.you)
    votes = screen.texts(
        f"map.own_votes.{view.home.counts}",
        n=screen.words.count(view.home.votes),
        votes=screen.words.votes(view.home.votes, view.home.pass_mark),
        mark=screen.words.mark(view.home.pass_mark),
        body=view.home.body,
    )
    return Pin(
        emblem(public, you.id, PIN_SIDE),
        screen.texts("map.you"),
        _anchor(you.bloc),
        [you.name, you.office, votes],
        screen.routes.to_home,
        bloc=you.bloc,
        key=f"pin/{you.id}",
    )


def _pin(screen: GameScreen, party: PartyView) -> Pin:
    public = screen.session.public
    bloc = public.delegation(party.id).bloc
    more = [fact.text for fact in relation_facts(screen.words, screen.session.view, party)]
    return Pin(
        emblem(public, party.id, PIN_SIDE),
        party.name,
        _anchor(bloc),
        [party.name, *at_a_glance(screen.session, screen.words, party), *more],
        lambda: screen.routes.to_table(party.id),
        sign=sign_of(party),
        bloc=bloc,
        key=f"pin/{party.id}",
    )


def _threads(screen: GameScreen) -> list[Thread]:
    """Return a line to each delegation with a deal, a dashed one where an answer waits."""
    public, view = screen.session.public, screen.session.view
    home = _anchor(public.delegation(view.you).bloc)
    found = []
    for party in view.parties:
        there = _anchor(public.delegation(party.id).bloc)
        if home is None or there is None:
            continue
        if party.has_deal:
            found.append(Thread(home, there, "good"))
        elif has_something_to_sign(party) and not party.walked_out:
            found.append(Thread(home, there, "warn", dashed=True))
    return [*_threads_among_others(screen), *found]


def _threads_among_others(screen: GameScreen) -> list[Thread]:
    """Return a quiet line between each two others that have a deal with each other."""
    public, view = screen.session.public, screen.session.view
    ends = (
        tuple(_anchor(public.delegation(party).bloc) for party in sorted(pair))
        for pair in view.ledger.pairs
        if view.seat not in pair
    )
    return [Thread(one, other, "muted") for one, other in ends if one and other]


def _anchor(bloc: str) -> LonLat | None:
    return atlas().anchors.get(bloc)
