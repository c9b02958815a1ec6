"""Where a player was, to come back to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.desk.hints import Hint
    from game.ui.stage.screen import Screen


@dataclass(frozen=True)
class Place:
    """A screen as a player left it.

    focus_key: the key of what had the keyboard
    offsets: how far each scroll was down, in pixels, by key
    pointed_at: the hint that had last moved the screen to what it speaks of
    """

    screen: Screen
    focus_key: str
    offsets: Mapping[str, int]
    pointed_at: Hint | None
