"""The faint world map behind the title."""

from __future__ import annotations

import pygame

from game.ui.charts.geography import MapFrame, atlas, height_for
from game.ui.paint.canvas import Canvas
from game.ui.paint.theme import ThemeName, mixed
from game.ui.widgets.widget import Look, Widget

LAND_SHARE = 0.06  # of the text's colour in the ground's


class Backdrop(Widget):
    """A child with the world behind it; pure decoration, left out in high contrast."""

    def __init__(self, child: Widget) -> None:
        super().__init__()
        self.child = child

    @property
    def children(self) -> tuple[Widget, ...]:
        """What stands in front."""
        return (self.child,)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the picture, made once for a size and a theme, then the child."""
        if canvas.theme.name is not ThemeName.CONTRAST:
            key = ("backdrop", self.rect.size)
            picture = canvas.panels.get(key, lambda: _drawn(canvas, self.rect.size))
            canvas.surface.blit(picture, self.rect)
        self.child.draw(canvas, look)


def _drawn(canvas: Canvas, size: tuple[int, int]) -> pygame.Surface:
    theme = canvas.theme
    picture = pygame.Surface(size, 0, canvas.surface)
    picture.fill(theme.ground)
    land = mixed(theme.ground, theme.text, LAND_SHARE)
    width = max(size[0], round(size[1] * size[0] / height_for(size[0])))
    across = pygame.Rect(0, 0, width, size[1])
    across.centerx = size[0] // 2
    frame = MapFrame.within(across)
    for country in atlas().countries:
        for ring in country.rings:
            points = frame.points(ring).tolist()
            pygame.draw.polygon(picture, land, points)
            pygame.draw.aalines(picture, land, True, points)
    return picture
