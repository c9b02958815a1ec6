"""Captions: each sound as a line of text at the foot of the window."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.texts import Texts
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.sound.cues import Cue

SHOWN_MS = 5_000
BETWEEN = " · "
ROOM = 12  # design units above and below the line, together


def caption_of(texts: Texts, cues: Sequence[Cue]) -> str:
    """Return the cues in words; of those that sounded several times, how often."""
    return BETWEEN.join(texts(f"sound.{cue}", n=cues.count(cue)) for cue in dict.fromkeys(cues))


class CaptionLine:
    """The last caption, for as long as it takes to read it."""

    def __init__(self) -> None:
        self.text = ""
        self._until_ms: int | None = None

    def say(self, text: str) -> None:
        """Show another one; its time begins with the next tick."""
        self.text, self._until_ms = text, None

    def tick(self, now_ms: int) -> bool:
        """Return True if the caption has just gone."""
        if not self.text:
            return False
        if self._until_ms is None:
            self._until_ms = now_ms + SHOWN_MS
        elif now_ms >= self._until_ms:
            self.text = ""
            return True
        return False

    def height(self, canvas: Canvas) -> int:
        """Pixels kept free for it at the foot of the window."""
        return canvas.fonts.line_height(Role.SMALL) + canvas.px(ROOM)

    def draw(self, canvas: Canvas) -> None:
        """Draw a sign and the words, in the room kept for them."""
        whole = canvas.surface.get_rect()
        height = self.height(canvas)
        room = pygame.Rect(0, whole.bottom - height, whole.width, height)
        canvas.surface.fill(canvas.theme.card, room)
        canvas.line(room.topleft, room.topright, canvas.theme.line)
        if not self.text:
            return
        pad, side = canvas.px(24), canvas.fonts.line_height(Role.SMALL)
        sign = pygame.Rect(pad, room.y + (height - side) // 2, side, side)
        canvas.icon("sound", sign, canvas.theme.muted)
        line = canvas.lines(self.text, room.width - 2 * pad - 2 * side, Role.SMALL)[0]
        canvas.text(line, (sign.right + side // 2, sign.y), Role.SMALL, canvas.theme.text)
