"""Begins a game, or continues one from its log."""

from __future__ import annotations

from pathlib import Path

from game.climate.outcome import Outcome
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.scenario import Package
from game.session.session import Session
from game.ui.screens.common.play import Play
from game.ui.screens.debrief.verdict_screen import VerdictScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.shell.briefing_screen import BriefingScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.background import Newest
from game.ui.stage.camera import Camera
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage


def begin(stage: Stage, level: Level, seed: int, seat: str | None = None) -> Screen:
    """Return a new game, opening with its briefing; its log begins with the first action."""
    return BriefingScreen(stage, play_of(stage, Session.start(level, seed, seat)))


def go_on(stage: Stage, log: Path, level: Level) -> Screen:
    """Return the screen a game was left on: its round, or its verdict. Raises SaveRefused."""
    return current(stage, play_of(stage, Session.resume(log, level, stage.texts)))


def recover(stage: Stage, log: Path, level: Level) -> Screen:
    """Show the good part of a damaged game, kept in a new log. Raises SaveRefused, OSError."""
    return current(stage, play_of(stage, Session.save_good_part(log, level, stage.texts)))


def play_of(stage: Stage, session: Session) -> Play:
    """Return what the screens of one game share."""
    session.tell_in(stage.texts.language)
    words = Wording(stage.texts, session.public)
    live: Newest[Package, Outcome] | None = None
    camera: Camera | None = None
    if stage.wake is not None:
        live = Newest(session.preview, stage.wake)
        camera = Camera()

    play = Play(
        session,
        words,
        to_hub=lambda: stage.show(current(stage, play)),
        to_table=lambda delegation: stage.show(TableScreen(stage, play, delegation)),
        begin=lambda level, seed, seat: stage.show(begin(stage, level, seed, seat)),
        take_up=lambda session: stage.show(current(stage, play_of(stage, session))),
        live=live,
        camera=camera,
    )
    stage.take_up(play)
    return play


def current(stage: Stage, play: Play) -> Screen:
    """Return the screen that a game stands on."""
    return (VerdictScreen if play.session.view.finished else HubScreen)(stage, play)
