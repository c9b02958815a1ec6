"""The fonts at the sizes of the screens, from the installed font packages."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pygame

from game.texts import Texts, language_name
from game.ui.paint.faces import FAR_EASTERN, FAR_EASTERN_WITH_MARKS, SERIF_APART, Face


class Role(StrEnum):
    """The role of a piece of text; each has one face and one size."""

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
_CHINESE = "pylopdf_fonts_zh_cn"  # Noto Sans SC and Noto Serif SC, the extra `chinese`
_CHINESE_SIZE = 0.94  # ideographs fill their square; at this size they look as large as the letters
INSTALL_CHINESE = "python -m pip install pylopdf-fonts-zh-cn"

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

    def __init__(self, zoom: float, text_scale: float, language: str = "en") -> None:
        self.zoom, self.text_scale, self.language = zoom, text_scale, language
        self._opened: dict[Role, Face] = {}

    def __getitem__(self, role: Role) -> Face:
        if role not in self._opened:
            package, file, size = FACES[role]
            if package == _SERIF and is_chinese(self.language):
                file = "SourceSerifPro-Regular.ttf"  # as heavy as the Chinese serif beside it
            pixels = max(8, round(size * self.zoom * self.text_scale))
            latin = pygame.font.Font(str(font_path(package, file)), pixels)
            marks = FAR_EASTERN_WITH_MARKS if is_chinese(self.language) else FAR_EASTERN
            apart = SERIF_APART if package == _SERIF else None
            self._opened[role] = Face(latin, lambda: _chinese(role, pixels), marks, apart)
        return self._opened[role]

    def line_height(self, role: Role) -> int:
        """Pixels from one line of text to the next."""
        return self[role].get_linesize()


def font_path(package: str, file: str) -> Path:
    """Return the file of a face in an installed font package."""
    return Path(str(files(package) / "files" / file))


def chinese_font_path(role: Role) -> Path | None:
    """Return the Chinese face beside the Latin one of a role; None if the package is missing."""
    if find_spec(_CHINESE) is None:
        return None
    file = "NotoSerifSC-Regular.otf" if FACES[role][0] == _SERIF else "NotoSansSC-Regular.otf"
    return Path(str(files(_CHINESE) / file))


def can_write(language: str) -> bool:
    """Return True if a font for the language is installed."""
    return not is_chinese(language) or find_spec(_CHINESE) is not None


def is_chinese(language: str) -> bool:
    """Return True if a language is written in Chinese characters."""
    return language.split("_")[0] == "zh"


def no_letters(language: str, texts: Texts) -> str:
    """Return what to do where the letters of a language are missing."""
    name = language_name(language, texts.language)
    return texts("language.no_letters", language=name, command=INSTALL_CHINESE)


def _chinese(role: Role, pixels: int) -> pygame.font.Font | None:
    path = chinese_font_path(role)
    if path is None:
        return None
    font = pygame.font.Font(str(path), max(8, round(pixels * _CHINESE_SIZE)))
    package, face, _ = FACES[role]
    font.bold = package == _SANS and "Semibold" in face  # the package has one weight
    return font


def font_files() -> tuple[Path, ...]:
    """Every Latin face the game draws with."""
    return tuple(sorted({font_path(package, file) for package, file, _ in FACES.values()}))
