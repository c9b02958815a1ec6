"""Thumbnails of saved games. The log alone is the save: a thumbnail may be missing.

A picture is written whole. What is read is held to be a stranger's file.
"""

from __future__ import annotations

import io
from pathlib import Path

import pygame

from game.writing import write_whole

MOST_SIZE = (320, 180)
MOST_BYTES = 400_000  # a picture of that size without any compression has 230 000
_SIGNATURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def shrunk(picture: pygame.Surface) -> pygame.Surface:
    """Return the same picture, as large as fits into a thumbnail; never larger than it was."""
    width, height = picture.get_size()
    share = min(MOST_SIZE[0] / width, MOST_SIZE[1] / height, 1.0)
    size = max(1, round(width * share)), max(1, round(height * share))
    return pygame.transform.smoothscale(picture, size)


def keep_picture(picture: pygame.Surface, path: Path) -> None:
    """Put a thumbnail down. Raises OSError."""
    write_whole(path, as_png(picture))


def as_png(picture: pygame.Surface) -> bytes:
    """Return a picture as the contents of a file."""
    with io.BytesIO() as written:  # pygame-ce 2.5 keeps the file it saved to: closed, it is empty
        pygame.image.save(picture, written, "x.png")
        return written.getvalue()


def read_picture(path: Path) -> pygame.Surface | None:
    """Return a thumbnail; None for what is missing, broken, or larger than any we write."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES or not _is_small_png(raw):
            return None
        return pygame.image.load(io.BytesIO(raw), "x.png")
    except (OSError, ValueError, pygame.error):
        return None


def _is_small_png(raw: bytes) -> bool:
    """By its first bytes, before anything is unpacked."""
    at = len(_SIGNATURE)
    if not raw.startswith(_SIGNATURE) or len(raw) < at + 8:
        return False
    sides = int.from_bytes(raw[at : at + 4], "big"), int.from_bytes(raw[at + 4 : at + 8], "big")
    return all(0 < side <= most for side, most in zip(sides, MOST_SIZE, strict=True))
