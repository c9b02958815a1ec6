"""The thumbnail of a saved game, read when it first comes into view."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.saved_pictures import read_picture
from game.ui.widgets.widget import Look, Widget

WIDE, HIGH = 144, 81  # design units


class Thumbnail(Widget):
    """A picture in a frame; without one, a placeholder.

    mark: what is shown where the file is missing or cannot be read
    """

    def __init__(self, path: Path, mark: Widget) -> None:
        super().__init__()
        self.path, self._mark = path, mark
        self._changed_ns = _changed_ns(path)

    def natural_width(self, canvas: Canvas) -> int:
        """Return the same for every picture."""
        return canvas.px(WIDE * max(canvas.fonts.text_scale, 1.0))

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the same for every picture."""
        return canvas.px(HIGH * max(canvas.fonts.text_scale, 1.0))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Nothing at all, not even a file opened, while it is scrolled out of view."""
        frame = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, self.height_for(canvas, 0))
        if not frame.colliderect(canvas.surface.get_clip()):
            return
        canvas.rounded(frame, canvas.px(4), canvas.theme.sea, canvas.theme.line)
        inside = frame.inflate(-2 * canvas.px(1), -2 * canvas.px(1))
        picture = self.picture(canvas, inside.size)
        if picture is not None:
            canvas.surface.blit(picture, picture.get_rect(center=inside.center))
            return
        width = min(self._mark.natural_width(canvas), inside.width)
        place = pygame.Rect(0, 0, width, min(self._mark.height_for(canvas, width), inside.height))
        place.center = inside.center
        self._mark.place(canvas, place)
        self._mark.draw(canvas, look)

    def picture(self, canvas: Canvas, room: tuple[int, int]) -> pygame.Surface | None:
        """Return the picture on its own background, read once for each version of its file."""
        if not self._changed_ns:
            return None
        key = ("thumbnail", str(self.path), self._changed_ns, room)
        found = canvas.panels.get(key, lambda: _filling(read_picture(self.path), room))
        return found if found.get_width() else None


def _filling(picture: pygame.Surface | None, room: tuple[int, int]) -> pygame.Surface:
    """Let a picture without any width stand for one that could not be read."""
    if picture is None:
        return pygame.Surface((0, 0))
    share = min(room[0] / picture.get_width(), room[1] / picture.get_height())
    size = max(1, round(picture.get_width() * share)), max(1, round(picture.get_height() * share))
    whole = pygame.Surface(room, depth=32)
    whole.fill(picture.get_at((0, 0)))
    small = pygame.transform.smoothscale(picture.convert_alpha(), size)
    whole.blit(small, small.get_rect(center=whole.get_rect().center))
    return whole


def _changed_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
