"""Letters stand beside each other, not in each other."""

import pygame
import pytest

from game.ui.paint.fonts import Role
from game.ui.stage.stage import Stage

WHITE = (255, 255, 255)
MARKS = '“‘„«»”"%…½'
SERIF = (Role.QUOTE, Role.HEADING, Role.TITLE, Role.HUGE)


def _ink(stage: Stage, role: Role, text: str) -> int:
    """Pixels that a text has ink on: letters drawn into each other share some."""
    picture = stage.canvas.fonts[role].render(text, True, WHITE)
    return pygame.mask.from_surface(picture, 100).count()


@pytest.mark.parametrize("role", SERIF)
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("letter", ["H", "W", "N", "J", "o"])
def test_no_letter_is_drawn_into_the_mark_before_it(
    stage: Stage, role: Role, mark: str, letter: str
) -> None:
    alone = _ink(stage, role, mark) + _ink(stage, role, letter)
    assert _ink(stage, role, mark + letter) == pytest.approx(alone, abs=2)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("mark", MARKS)
def test_a_space_after_a_mark_is_a_space(stage: Stage, role: Role, mark: str) -> None:
    font = stage.canvas.fonts[role]
    wide = font.size(f"{mark} H")[0] - font.size(f"{mark}H")[0]
    assert wide >= 0.8 * font.size(" ")[0]
