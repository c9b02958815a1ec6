"""How a command answers: a document on stdout, a sentence on stderr, an exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path

from game.texts import Texts

MAX_FILE_BYTES = 20_000_000


class Exit(IntEnum):
    """Exit codes, a promise to scripts."""

    DONE = 0
    BAD = 1  # the thing asked about is bad
    WRONG_USE = 2


class Refusal(Exception):
    """A command cannot go on; the sentence is for the person who asked."""

    def __init__(self, sentence: str, code: Exit = Exit.WRONG_USE) -> None:
        super().__init__(sentence)
        self.code = code


def print_json(document: Mapping[str, object]) -> None:
    """One JSON document and nothing else; plain ASCII, so that no terminal's encoding spoils it."""
    json.dump(document, sys.stdout, allow_nan=False)
    sys.stdout.write("\n")


def say(sentence: str) -> None:
    """A warning or a note beside the answer."""
    print(sentence, file=sys.stderr)


def add_format(parser: argparse.ArgumentParser, texts: Texts) -> None:
    """`--format text|json`."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=texts("cli.option.format")
    )


def whole_number(texts: Texts, least: int) -> _WholeNumber:
    """An argument that is a whole number from `least` up."""
    return _WholeNumber(texts, least)


class _WholeNumber:
    def __init__(self, texts: Texts, least: int) -> None:
        self.texts, self.least = texts, least

    def __call__(self, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = self.least - 1
        if number < self.least:
            sentence = self.texts("cli.not_a_whole_number", text=text, least=self.least)
            raise argparse.ArgumentTypeError(sentence)
        return number


def read_text_file(path: Path, texts: Texts) -> str:
    """The text of a file a person named, or a refusal that says what is wrong with it."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            megabytes = MAX_FILE_BYTES // 1_000_000
            raise Refusal(texts("cli.file.too_large", path=path, megabytes=megabytes))
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Refusal(texts("cli.file.missing", path=path)) from None
    except IsADirectoryError:
        raise Refusal(texts("cli.file.is_folder", path=path)) from None
    except UnicodeDecodeError:
        raise Refusal(texts("cli.file.not_text", path=path), Exit.BAD) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise Refusal(texts("cli.file.unreadable", path=path, reason=reason)) from None
