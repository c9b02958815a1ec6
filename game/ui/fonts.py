"""Letters at the sizes the screens use, from the installed font packages."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import pygame


class Role(StrEnum):
    """What a piece of text is for; each has one face and one size."""

    TITLE = "title"
    HEADING = "heading"
    QUOTE = "quote"
    BODY = "body"
    STRONG = "strong"
    NUMBER = "number"
    SMALL = "small"
    LABEL = "label"
    HUGE = "huge"


_SANS, _SERIF = "font_source_sans_pro", "font_source_serif_pro"

# package, file, size in pixels at a window 720 pixels high and text scale 1
FACES: dict[Role, tuple[str, str, int]] = {
    Role.HUGE: (_SERIF, "SourceSerifPro-Semibold.ttf", 44),
    Role.TITLE: (_SERIF, "SourceSerifPro-Semibold.ttf", 27),
    Role.HEADING: (_SERIF, "SourceSerifPro-Semibold.ttf", 20),
    Role.QUOTE: (_SERIF, "SourceSerifPro-Regular.ttf", 17),
    Role.BODY: (_SANS, "SourceSansPro-Regular.ttf", 16),
    Role.STRONG: (_SANS, "SourceSansPro-Semibold.ttf", 16),
    Role.NUMBER: (_SANS, "SourceSansPro-Semibold.ttf", 22),
    Role.SMALL: (_SANS, "SourceSansPro-Regular.ttf", 14),
    Role.LABEL: (_SANS, "SourceSansPro-Semibold.ttf", 13),
}


class Fonts:
    """Fonts of every role at one zoom (how large the window is) and one text scale."""

    def __init__(self, zoom: float, text_scale: float) -> None:
        self.zoom, self.text_scale = zoom, text_scale
        self._opened: dict[Role, pygame.font.Font] = {}

    def __getitem__(self, role: Role) -> pygame.font.Font:
        if role not in self._opened:
            package, file, size = FACES[role]
            pixels = max(8, round(size * self.zoom * self.text_scale))
            self._opened[role] = pygame.font.Font(str(font_path(package, file)), pixels)
        return self._opened[role]

    def line_height(self, role: Role) -> int:
        """Pixels from one line of text to the next."""
        return self[role].get_linesize()


def font_path(package: str, file: str) -> Path:
    """Where an installed font package keeps a face."""
    return Path(str(files(package) / "files" / file))


def font_files() -> tuple[Path, ...]:
    """Every face the game draws with."""
    return tuple(sorted({font_path(package, file) for package, file, _ in FACES.values()}))
