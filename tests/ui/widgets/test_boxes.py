"""Containers: where their children stand."""

import pygame

from game.ui.paint.fonts import Role
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import AsTall, Column, Spacer
from game.ui.widgets.labels import Label


def _top_below(stage: Stage, note: Label | None) -> int:
    below = Label("the next row")
    room = Label("a note\nand another", Role.SMALL)
    whole = Column([Label("a row"), AsTall(note or Spacer(), room), below])
    whole.place(stage.canvas, pygame.Rect(0, 0, 400, whole.height_for(stage.canvas, 400)))
    return below.rect.top


def test_a_note_that_comes_into_reserved_room_moves_nothing(stage: Stage) -> None:
    nothing, one = _top_below(stage, None), _top_below(stage, Label("a note", Role.SMALL))
    assert nothing == one == _top_below(stage, Label("a note\nand another", Role.SMALL))


def test_a_note_too_long_for_its_reserved_room_is_not_cut(stage: Stage) -> None:
    long = Label("a note\nof three\nlines", Role.SMALL)
    assert _top_below(stage, long) > _top_below(stage, None)
