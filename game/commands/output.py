"""How a command answers: a document on stdout, a sentence on stderr, an exit code."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from enum import IntEnum
from typing import TextIO

from game.visible import for_terminal


class Exit(IntEnum):
    """Exit codes, a promise to scripts.

    DONE: the answer is out, also that a level is out of balance or two sides did not agree.
    BAD: what was asked about is bad. A level has errors, a log does not replay; or a file is there
        and no use: it cannot be read (not allowed, a broken disk), it is no text, or too large.
    WRONG_USE: an argument is wrong. It is unknown or out of range, it names no file or level that
        is there, a folder for a file, or a place that cannot be written to.
    OUR_FAULT: the game itself broke, or a file that ships with it cannot be read.
    INTERRUPTED: Ctrl-C ended the command before its answer was out (128 + SIGINT, as shells say).
    """

    DONE = 0
    BAD = 1
    WRONG_USE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


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
