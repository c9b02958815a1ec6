"""How a command answers: a document on stdout, a sentence on stderr, an exit code."""

from __future__ import annotations

import argparse
import contextlib
import errno
import json
import os
import re
import sys
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path
from typing import TextIO

from game.texts import Texts
from game.visible import for_terminal

MAX_FILE_BYTES = 20_000_000
MOST_GAMES = 1_000_000
DIGITS, MOST_DIGITS, MOST = re.compile(r"[0-9]+"), 18, 10**17


class Exit(IntEnum):
    """Exit codes, a promise to scripts."""

    DONE = 0
    BAD = 1  # the thing asked about is bad
    WRONG_USE = 2
    OUR_FAULT = 3  # something in the game itself broke


class Refusal(Exception):
    """A command cannot go on; the sentence is for the person who asked."""

    def __init__(self, sentence: str, code: Exit = Exit.WRONG_USE) -> None:
        super().__init__(sentence)
        self.code = code


def print_json(document: Mapping[str, object]) -> None:
    """One JSON document, whole; plain ASCII, so that no terminal's encoding spoils it."""
    tell(json.dumps(document, allow_nan=False))


def tell(answer: str, end: str = "\n") -> None:
    """Write an answer, or a part of it; a reader who has left is no fault."""
    try:
        sys.stdout.write(for_terminal(answer) + end)
    except BrokenPipeError:
        send_nowhere(sys.stdout)


def say(sentence: str) -> None:
    """Write a warning or a note beside the answer; where nobody hears it, nothing breaks."""
    try:
        print(for_terminal(sentence), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        send_nowhere(sys.stderr)


def send_nowhere(stream: TextIO) -> None:
    """Discard what is still to be written: the reader has left, or the disk is full."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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


def place_to_write(path: Path, texts: Texts, read: Path | None = None) -> Path:
    """Return the path of a file to write, or a refusal; it follows a link.

    read: a file that the command reads, which must not be what it writes over
    """
    place = _resolved(path, texts)
    is_read = False
    if read is not None and read.exists() and place.exists():
        is_read = place.samefile(read)
    if place.is_dir():
        raise Refusal(texts("cli.file.is_folder", path=path))
    if place.exists() and not place.is_file():
        raise Refusal(texts("cli.file.no_plain_file", path=path))
    if is_read:
        raise Refusal(texts("cli.file.is_read", path=path))
    return place


def _resolved(path: Path, texts: Texts) -> Path:
    """Where links lead, or a refusal where they lead in a circle.

    Python 3.11 raises there, and 3.13 gives back the link.
    """
    place = path
    with contextlib.suppress(OSError, RuntimeError):
        place = path.resolve()
    if place.is_symlink():
        raise Refusal(texts("cli.cannot_write", path=path, reason=os.strerror(errno.ELOOP)))
    return place


def read_text_file(path: Path, texts: Texts) -> str:
    """Return the text of a file a person named, or a refusal that says what is wrong with it."""
    try:
        with path.open("rb") as file:  # what has no size, as a pipe, is not read to no end either
            data = file.read(MAX_FILE_BYTES + 1)
        if len(data) > MAX_FILE_BYTES:
            megabytes = MAX_FILE_BYTES // 1_000_000
            raise Refusal(texts("cli.file.too_large", path=path, megabytes=megabytes), Exit.BAD)
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        raise Refusal(texts("cli.file.missing", path=path)) from None
    except IsADirectoryError:
        raise Refusal(texts("cli.file.is_folder", path=path)) from None
    except UnicodeDecodeError:
        raise Refusal(texts("cli.file.not_text", path=path), Exit.BAD) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise Refusal(texts("cli.file.unreadable", path=path, reason=reason)) from None
