"""Fades from one screen to the next."""

from __future__ import annotations

import pygame

FADE_MS = 180
CLEAR, SOLID = 0, 254  # with 255 the blit is seven times slower, and looks the same


class Fade:
    """The last picture of one screen, laid over the next one, a little less of it each frame.

    Its two pictures are made once for a size: new ones for every fade would cost more than the
    fade itself.
    """

    def __init__(self) -> None:
        self._before = self._after = pygame.Surface((0, 0))
        self._began_ms = 0
        self._has_after = False
        self.is_on = False

    def begin(self, before: pygame.Surface, now_ms: int) -> None:
        """Begin to fade from the last frame shown."""
        if self._before.get_size() != before.get_size():
            self._before, self._after = before.copy(), before.copy()
        self._before.set_alpha(None)
        self._before.blit(before, (0, 0))
        self._began_ms, self._has_after, self.is_on = now_ms, False, True

    def end(self) -> None:
        """At once."""
        self.is_on = False

    def opacity(self, now_ms: int) -> int:
        """How much of the old picture is left, 254 to 0; quick at first, then gentle."""
        left = 1.0 - (now_ms - self._began_ms) / FADE_MS
        return round(SOLID * max(0.0, min(left, 1.0)) ** 2)

    def draw(self, surface: pygame.Surface, now_ms: int, is_fresh: bool) -> None:
        """Lay what is left of the old picture over the new one; the last call leaves that whole.

        is_fresh: the new screen has just been drawn on the surface
        """
        if is_fresh:
            self._after.blit(surface, (0, 0))
            self._has_after = True
        elif self._has_after:
            surface.blit(self._after, (0, 0))
        left = self.opacity(now_ms)
        if left > CLEAR:
            self._before.set_alpha(left)
            surface.blit(self._before, (0, 0))
        else:
            self.end()
