"""Times frames: a scripted drag on the deal table, and the first frame after the start."""

from __future__ import annotations

import time

import pygame

from game.levels.loader import Level
from game.session.session import Session
from game.texts import Texts
from game.ui.app import FRAMES_PER_SECOND
from game.ui.input.settings import Settings
from game.ui.screens.routes import Routes
from game.ui.stage.answer_ready import ANSWER_READY, wake
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Stepper

DRAG_STEPS = 240


def drag_frames_ms(level: Level, texts: Texts, size: tuple[int, int]) -> list[float]:
    """Milliseconds of every frame while a term is dragged to and fro, events and drawing.

    As in the window: 60 frames a second, previews worked out beside the drawing.
    """
    stage = _stage(size, texts)
    play = Routes(stage).play_of(Session(level, seed=1))
    play.routes.to_table(play.session.public.others[0].id)
    stage.draw()
    track = next(w for w in stage.view.focusable() if isinstance(w, Stepper)).rect
    _mouse(stage, pygame.MOUSEBUTTONDOWN, track.center)
    clock = pygame.time.Clock()
    taken = []
    for step in range(DRAG_STEPS):
        share = abs((step / 30) % 2 - 1)
        at = round(track.left + track.width * share), track.centery
        started = time.perf_counter()
        for answer in pygame.event.get(ANSWER_READY):
            stage.handle(answer)
        stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(1, 0, 0)))
        stage.draw()
        pygame.display.flip()
        taken.append((time.perf_counter() - started) * 1000)
        clock.tick(FRAMES_PER_SECOND)
    if play.live is not None:
        play.live.close()
    return taken


def first_frame(size: tuple[int, int] = (1280, 720)) -> None:
    """Draw the title screen once."""
    stage = _stage(size, Texts.load(strict=False))
    Routes(stage).to_title()
    stage.draw()
    pygame.display.flip()


def _stage(size: tuple[int, int], texts: Texts) -> Stage:
    pygame.display.init()
    pygame.font.init()
    return Stage(pygame.display.set_mode(size), texts, Settings(), Routes, wake=wake)


def _mouse(stage: Stage, kind: int, at: tuple[int, int]) -> None:
    stage.handle(pygame.event.Event(kind, pos=at, button=1))
