"""The saves screen with sample games: begun, half played, over, without a picture, broken."""

from __future__ import annotations

import datetime
import os
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pygame

from game.levels.loader import Level
from game.negotiation.model.actions import Hold, Offer, TalkPrivately
from game.session.save_files import picture_of
from game.session.session import Session
from game.ui.gallery.posing import opening, play_to_the_end
from game.ui.input.settings import Settings
from game.ui.layout import DESIGN_SIZE
from game.ui.paint.saved_pictures import keep_picture, shrunk
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.round_map import portrait
from game.ui.screens.routes import Routes
from game.ui.screens.shell.saves_screen import SavesScreen
from game.ui.stage.stage import Stage

LAST_PLAYED = datetime.datetime(2021, 10, 29, 18, 30).astimezone()


class PosedSaves(SavesScreen):
    """Its folder goes when the screen does."""

    def __init__(self, stage: Stage, level: Level) -> None:
        folder = Path(mkdtemp())
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        for ago, play in enumerate((_half_way, play_to_the_end, _just_begun)):
            _pose(folder, level, stage, play, ago, pictured=ago < 2)
        broken = folder / "notes.jsonl"
        broken.write_text("not a game\n", encoding="utf-8")
        _date(broken, 3)
        super().__init__(stage, Routes(stage), folder)


def _pose(
    folder: Path,
    level: Level,
    stage: Stage,
    play: Callable[[Session], None],
    ago: int,
    *,
    pictured: bool,
) -> None:
    session = Session.start(level, seed=1, folder=folder)
    play(session)
    assert session.path is not None
    _date(session.path, ago)
    if pictured:
        keep_picture(shrunk(_portrait_of(session, stage)), picture_of(session.path))


def _portrait_of(session: Session, stage: Stage) -> pygame.Surface:
    """As a window of the usual size takes it."""
    settings = Settings(theme=stage.settings.theme, hints=False)
    aside = Stage(pygame.Surface(DESIGN_SIZE), stage.texts, settings, Routes)
    return portrait(HubScreen(aside, Routes(aside).play_of(session)))


def _half_way(session: Session) -> None:
    other = session.public.others[0].id
    session.submit(Offer(other, opening(session, other), 60))
    session.submit(Hold())


def _just_begun(session: Session) -> None:
    session.submit(TalkPrivately(session.public.others[0].id))


def _date(log: Path, days_ago: int) -> None:
    seconds = (LAST_PLAYED - datetime.timedelta(days=days_ago)).timestamp()
    os.utime(log, (seconds, seconds))
