"""The arguments that several commands take: a level, files, counts, a seed, a format."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

MOST_GAMES = 1_000_000
DIGITS, MOST_DIGITS, MOST = re.compile(r"[0-9]+"), 18, 10**17


def add_command(
    commands: _SubParsersAction[argparse.ArgumentParser], name: str, texts: Texts
) -> argparse.ArgumentParser:
    """Return the parser of a command, which its texts explain."""
    key = f"cli.{name.replace('-', '_')}"
    return commands.add_parser(name, help=texts(f"{key}.help"), description=texts(f"{key}.about"))


def add_level(parser: argparse.ArgumentParser, texts: Texts) -> None:
    """`LEVEL`, an id or a path."""
    parser.add_argument("level", metavar="LEVEL", help=texts("cli.option.level"))


def add_log(parser: argparse.ArgumentParser, about: str, texts: Texts) -> None:
    """`LOG [--level LEVEL]`: a game, and where its level is if it is not among the user's."""
    add_file(parser, "log", "LOG", about, texts)
    parser.add_argument("--level", metavar="LEVEL", help=texts("cli.replay.level"))


def add_file(
    parser: argparse.ArgumentParser, name: str, metavar: str, about: str, texts: Texts
) -> None:
    """Take a file by its place in the command."""
    parser.add_argument(name, type=_Place(texts), metavar=metavar, help=about)


def add_file_option(
    parser: argparse.ArgumentParser,
    name: str,
    metavar: str,
    about: str | None,
    texts: Texts,
    *,
    required: bool = False,
) -> None:
    """Take a file or folder after a name that begins with dashes."""
    parser.add_argument(name, type=_Place(texts), required=required, metavar=metavar, help=about)


def add_files(
    parser: argparse.ArgumentParser, name: str, metavar: str, about: str, texts: Texts
) -> None:
    """Take any number of files or folders, or none."""
    parser.add_argument(name, nargs="*", type=_Place(texts), metavar=metavar, help=about)


def add_seed(
    parser: argparse.ArgumentParser,
    about: str,
    texts: Texts,
    default: int | None = 0,
    metavar: str = "S",
) -> None:
    """`--seed S`."""
    number = whole_number(texts, least=0)
    parser.add_argument("--seed", type=number, default=default, metavar=metavar, help=about)


def add_games(
    parser: argparse.ArgumentParser, about: str, texts: Texts, default: int | None = None
) -> None:
    """`--games N`, which must be given where it has no default."""
    count, required = whole_number(texts, 1, MOST_GAMES), default is None
    parser.add_argument(
        "--games", type=count, default=default, required=required, metavar="N", help=about
    )


def add_jobs(parser: argparse.ArgumentParser, texts: Texts) -> None:
    """`--jobs J`."""
    count, about = whole_number(texts, 1, MOST_GAMES), texts("cli.simulate.jobs")
    parser.add_argument("--jobs", type=count, default=1, metavar="J", help=about)


def add_format(parser: argparse.ArgumentParser, texts: Texts) -> None:
    """`--format text|json`."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=texts("cli.option.format")
    )


def whole_number(texts: Texts, least: int, most: int = MOST) -> _WholeNumber:
    """Return an argument that is a whole number from `least` to `most`."""
    return _WholeNumber(texts, least, most)


class _WholeNumber:
    def __init__(self, texts: Texts, least: int, most: int) -> None:
        self.texts, self.least, self.most = texts, least, most

    def __call__(self, text: str) -> int:
        if not DIGITS.fullmatch(text) or int(text[:MOST_DIGITS]) < self.least:
            sentence = self.texts("cli.not_a_whole_number", text=text[:40], least=self.least)
            raise argparse.ArgumentTypeError(sentence)
        if len(text) > MOST_DIGITS or int(text) > self.most:
            raise argparse.ArgumentTypeError(self.texts("cli.too_large_a_number", most=self.most))
        return int(text)


class _Place:
    """A path that some system could know; none does where it holds a zero byte."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def __call__(self, text: str) -> Path:
        if "\0" in text:
            raise argparse.ArgumentTypeError(self.texts("cli.not_a_path"))
        return Path(text)
