"""Draws every screen, at every size, text size, theme and language asked for, to be looked at.

`python -m tests.ui.draw_gallery --out DIR` writes a PNG for each, a contact sheet for each way of
drawing them, and `index.html`. What the checker finds wrong stands below its picture, and the
program ends with 1 where it finds anything.
"""

from __future__ import annotations

import argparse
import html
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from pathlib import Path

import pygame
from tqdm import tqdm

from game.levels.finder import find_level
from game.levels.loader import Level
from game.texts import Texts, available_languages
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import Settings
from game.ui.paint.theme import ThemeName
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from tests.ui.checking import faults_of

SIZES, SCALES, LEVELS = ("1280x720", "1920x1080"), (1.0, 1.5, 2.0), ("tianjin", "glasgow")
SHEET_COLUMNS, SHEET_WIDTH = 4, 480
STYLE = """
body { font-family: sans-serif; margin: 1.5rem; background: #eee; color: #111; }
section { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; width: 26rem; } img { width: 100%; border: 1px solid #888; }
.bad { color: #a00; }
"""


@dataclass(frozen=True, order=True)
class Drawing:
    """One picture to be drawn."""

    screen: str
    level: str
    size: tuple[int, int]
    scale: float
    theme: ThemeName
    language: str

    @property
    def way(self) -> str:
        """How it is drawn, the same for all the pictures of one contact sheet."""
        width, height = self.size
        return f"{self.level}_{width}x{height}_{self.scale}_{self.theme}_{self.language}"

    @property
    def file(self) -> str:
        """Its name in the folder."""
        return f"{self.screen}_{self.way}.png"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what is asked for; 1 where anything is wrong with a screen."""
    asked = _parser().parse_args(arguments)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    asked.out.mkdir(parents=True, exist_ok=True)
    drawings = list(_drawings(asked))
    faults: dict[Drawing, list[str]] = {}
    thumbs: dict[Drawing, pygame.Surface] = {}
    levels = {name: _level(name) for name in asked.levels}
    for drawing in tqdm(drawings, unit="picture", disable=not sys.stderr.isatty()):
        picture, faults[drawing] = _draw(drawing, levels[drawing.level])
        pygame.image.save(picture, str(asked.out / drawing.file))
        height = SHEET_WIDTH * picture.get_height() // picture.get_width()
        thumbs[drawing] = pygame.transform.smoothscale(picture, (SHEET_WIDTH, height))
    for way, group in groupby(sorted(drawings, key=lambda d: d.way), key=lambda d: d.way):
        sheet = _sheet([thumbs[drawing] for drawing in group])
        pygame.image.save(sheet, str(asked.out / f"sheet_{way}.png"))
    (asked.out / "index.html").write_text(_page(drawings, faults), encoding="utf-8")
    wrong = {drawing: found for drawing, found in faults.items() if found}
    for drawing, found in wrong.items():
        print(f"{drawing.file}: {'; '.join(found)}")
    print(f"{len(drawings)} pictures, {len(wrong)} with faults: {asked.out / 'index.html'}")
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--screens", nargs="+", choices=SCREENS, default=list(SCREENS))
    parser.add_argument("--levels", nargs="+", default=list(LEVELS))
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    parser.add_argument("--scales", nargs="+", type=float, default=list(SCALES))
    parser.add_argument("--themes", nargs="+", choices=list(ThemeName), default=list(ThemeName))
    parser.add_argument("--languages", nargs="+", default=list(available_languages()))
    return parser


def _drawings(asked: argparse.Namespace) -> Iterator[Drawing]:
    sizes = [tuple(int(side) for side in size.split("x")) for size in asked.sizes]
    for screen, level, size, scale, theme, language in product(
        asked.screens, asked.levels, sizes, asked.scales, asked.themes, asked.languages
    ):
        width, height = size
        yield Drawing(screen, level, (width, height), scale, ThemeName(theme), language)


def _level(name: str) -> Level:
    entry = find_level(name)
    if entry is None or entry.level is None:
        raise SystemExit(f"There is no level {name!r} that can be drawn.")
    return entry.level


def _draw(drawing: Drawing, level: Level) -> tuple[pygame.Surface, list[str]]:
    texts = Texts.load(drawing.language, strict=False)
    settings = Settings(drawing.theme, drawing.scale, drawing.language)
    surface = pygame.display.set_mode(drawing.size)
    stage = Stage(surface, texts, settings, Routes)
    stage.show(screen_named(drawing.screen, stage, level))
    stage.draw()
    return surface, faults_of(stage.view)


def _sheet(thumbs: list[pygame.Surface]) -> pygame.Surface:
    height = max(thumb.get_height() for thumb in thumbs)
    rows = -(-len(thumbs) // SHEET_COLUMNS)
    sheet = pygame.Surface((SHEET_COLUMNS * SHEET_WIDTH, rows * height))
    for place, thumb in enumerate(thumbs):
        row, column = divmod(place, SHEET_COLUMNS)
        sheet.blit(thumb, (column * SHEET_WIDTH, row * height))
    return sheet


def _page(drawings: list[Drawing], faults: dict[Drawing, list[str]]) -> str:
    parts = [f"<!doctype html><meta charset=utf-8><title>Screens</title><style>{STYLE}</style>"]
    for screen, group in groupby(drawings, key=lambda drawing: drawing.screen):
        parts.append(f"<h2>{screen}</h2><section>")
        parts += [_figure(drawing, faults[drawing]) for drawing in group]
        parts.append("</section>")
    return "\n".join(parts)


def _figure(drawing: Drawing, found: list[str]) -> str:
    wrong = f"<br><span class=bad>{html.escape('; '.join(found))}</span>" if found else ""
    return (
        f"<figure><a href='{drawing.file}'><img loading=lazy src='{drawing.file}' alt=''></a>"
        f"<figcaption>{drawing.way.replace('_', ' · ')}{wrong}</figcaption></figure>"
    )


if __name__ == "__main__":
    raise SystemExit(main())
