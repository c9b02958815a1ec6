"""`screenshot`: draws a screen to a file without a display."""

from __future__ import annotations

import argparse
import os
import re
from typing import TYPE_CHECKING

from game.commands.display_check import require_one_pygame
from game.commands.find_level import level_named, level_of, log_in
from game.commands.named_files import cannot_write, place_to_write, require_file
from game.commands.options import add_command, add_file_option
from game.commands.output import Exit, Refusal
from game.texts import Texts, available_languages

if TYPE_CHECKING:
    from argparse import _SubParsersAction

SIZE = re.compile(r"(\d{3,4})x(\d{3,4})")
LEAST_SIDE, MOST_SIDE = 400, 8000
SCALES = (0.5, 4.0)
FIRST_LEVEL = "tianjin"


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`screenshot SCREEN --out FILE.png [--level ID] [--log LOG] [--size WxH] ...`."""
    parser = add_command(commands, "screenshot", texts)
    parser.add_argument("screen", metavar="SCREEN", help=texts("cli.screenshot.screen"))
    add_file_option(parser, "--out", "FILE.png", None, texts, required=True)
    parser.add_argument("--level", metavar="ID", help=texts("cli.option.level"))
    add_file_option(parser, "--log", "LOG", texts("cli.screenshot.log"), texts)
    parser.add_argument("--size", default="1280x720", metavar="WxH")
    parser.add_argument("--scale", type=float, default=1.0, metavar="S")
    parser.add_argument("--theme", default="night", metavar="T")
    parser.add_argument("--lang", default=texts.language, metavar="L")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Draw one screen."""
    require_one_pygame(texts)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    size = _size(args.size, texts)
    if not SCALES[0] <= args.scale <= SCALES[1]:
        low, high = SCALES
        raise Refusal(texts("cli.screenshot.bad_scale", scale=args.scale, low=low, high=high))

    from game.ui.gallery.gallery import SCREENS, draw_screen
    from game.ui.input.settings import Settings
    from game.ui.paint.fonts import can_write, no_letters
    from game.ui.paint.theme import ThemeName

    _known("cli.screenshot.no_screen", args.screen, SCREENS, texts)
    _known("cli.screenshot.no_theme", args.theme, tuple(ThemeName), texts)
    _known("cli.screenshot.no_lang", args.lang, available_languages(), texts)
    if not can_write(args.lang):
        raise Refusal(no_letters(args.lang, texts))
    if args.log is not None:
        require_file(args.log, texts)
    if args.level is None and args.log is not None:
        level = level_of(log_in(args.log, texts), texts)
    else:
        level = level_named(args.level or FIRST_LEVEL, texts)
    settings = Settings(ThemeName(args.theme), args.scale, args.lang)
    spoken = Texts.load(args.lang, strict=False)

    from game.session.session import SaveRefused
    from game.ui.paint.saved_pictures import as_png
    from game.writing import write_whole

    place = place_to_write(args.out, texts, args.log)
    try:
        picture = draw_screen(args.screen, level, spoken, settings, size, args.log)
    except SaveRefused as refused:
        raise Refusal(str(refused), Exit.BAD) from None
    try:
        write_whole(place, as_png(picture))
    except OSError as problem:
        raise cannot_write(args.out, problem, texts) from None
    return Exit.DONE


def _size(text: str, texts: Texts) -> tuple[int, int]:
    match = SIZE.fullmatch(text)
    if match is not None:
        width, height = int(match[1]), int(match[2])
        if all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
            return width, height
    raise Refusal(texts("cli.screenshot.bad_size", size=text, least=LEAST_SIDE, most=MOST_SIDE))


def _known(key: str, name: str, among: tuple[str, ...], texts: Texts) -> None:
    if name not in among:
        listed = ", ".join(among)
        raise Refusal(texts(key, name=name, known=listed))
