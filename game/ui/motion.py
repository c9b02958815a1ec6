"""Soft motion: the screen that was up thins out over the one that comes."""

from __future__ import annotations

import pygame

FADE_MS = 180
CLEAR, SOLID = 0, 255


class Fade:
    """The last picture of one screen, laid over the next one, a little less of it each frame."""

    def __init__(self, before: pygame.Surface, now_ms: int) -> None:
        """before: the frame as last shown; it is copied."""
        self._before = before.copy()
        self._after: pygame.Surface | None = None
        self._began_ms = now_ms

    def opacity(self, now_ms: int) -> int:
        """How much of the old picture is left, 255 to 0; quick at first, then gentle."""
        left = 1.0 - (now_ms - self._began_ms) / FADE_MS
        return round(SOLID * max(0.0, min(left, 1.0)) ** 2)

    def take(self, after: pygame.Surface) -> None:
        """The picture of the new screen, as it has just been drawn."""
        self._after = after.copy()

    def draw(self, surface: pygame.Surface, now_ms: int) -> bool:
        """Lay the old picture over the new one; whether anything of the old one was left.

        The new picture must have been taken; the last call leaves it as it is.
        """
        left = self.opacity(now_ms)
        if self._after is not None:
            surface.blit(self._after, (0, 0))
        if left <= CLEAR:
            return False
        self._before.set_alpha(left)
        surface.blit(self._before, (0, 0))
        return True
