"""The medal: a disc with its rank, distinct without colour."""

from __future__ import annotations

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Colour
from game.ui.widgets.widget import Look, Widget

PLACES = {"gold": "1", "silver": "2", "bronze": "3"}
METALS: dict[str, Colour] = {
    "gold": (232, 186, 62),
    "silver": (196, 204, 214),
    "bronze": (208, 140, 88),
}
ON_METAL: Colour = (26, 22, 12)


class MedalSign(Widget):
    """A medal by its name; any other name is an empty ring."""

    def __init__(self, medal: str, side: int = 34) -> None:
        super().__init__()
        self.medal, self.side = medal, side

    def natural_width(self, canvas: Canvas) -> int:
        """Its side."""
        return canvas.px(self.side * max(canvas.fonts.text_scale, 1.0))

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its side."""
        return self.natural_width(canvas)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw a disc of metal with a rim and its rank; a ring if there is no medal."""
        radius = min(self.rect.width, self.rect.height) / 2
        centre = self.rect.centerx, self.rect.y + radius
        if self.medal not in METALS:
            rim = max(round(radius / 8), 1)
            pygame.draw.aacircle(canvas.surface, canvas.theme.track, centre, radius - 1, rim)
            return
        metal = METALS[self.medal]
        canvas.disc(centre, radius, _shade(metal, 0.72))
        canvas.disc(centre, radius * 0.86, metal)
        height = canvas.fonts.line_height(Role.NUMBER)
        at = round(centre[0]), round(centre[1] - height / 2)
        canvas.text(PLACES[self.medal], at, Role.NUMBER, ON_METAL, "center")


def _shade(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(channel * share) for channel in colour)
    return red, green, blue
