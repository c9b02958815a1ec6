"""Pictures beside saves: written whole or not at all, read as a stranger's files."""

import gc
import io
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pygame
import pytest

from game.session.save_files import picture_of
from game.ui.paint.saved_pictures import MOST_BYTES, MOST_SIZE, keep_picture, read_picture, shrunk

RED, BLUE = (200, 0, 0), (0, 0, 200)


def _plain(colour: tuple[int, int, int], size: tuple[int, int] = MOST_SIZE) -> pygame.Surface:
    picture = pygame.Surface(size, depth=32)
    picture.fill(colour)
    return picture


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _png_that_says(width: int, height: int) -> bytes:
    """Make a PNG whose head promises a size, and whose body is far too short for it."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    body = _chunk(b"IDAT", zlib.compress(b"\x00" * 10))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + body + _chunk(b"IEND", b"")


def test_a_picture_stands_beside_its_log_and_comes_back_as_it_was(tmp_path: Path) -> None:
    path = picture_of(tmp_path / "tianjin-1.jsonl")
    keep_picture(_plain(RED), path)
    read = read_picture(path)
    assert path.name == "tianjin-1.png"
    assert read is not None
    assert read.get_size() == MOST_SIZE
    assert read.get_at((5, 5))[:3] == RED


@pytest.mark.parametrize("size", [(1920, 1080), (700, 350), (200, 1000), (3, 2)])
def test_a_frame_of_any_shape_shrinks_into_a_thumbnail(size: tuple[int, int]) -> None:
    small = shrunk(_plain(RED, size))
    assert small.get_width() <= min(MOST_SIZE[0], size[0])
    assert small.get_height() <= min(MOST_SIZE[1], size[1])


def test_pictures_that_were_put_down_leave_nothing_in_memory(tmp_path: Path) -> None:
    picture = pygame.Surface((320, 180))
    gc.collect()
    before = _files_in_memory()
    for _ in range(20):
        keep_picture(picture, tmp_path / "one.png")
    gc.collect()
    assert _files_in_memory() == before


def _files_in_memory() -> int:
    """Those that still hold something."""
    return sum(type(each) is io.BytesIO and not each.closed for each in gc.get_objects())


def test_a_kill_between_writing_and_renaming_leaves_the_old_picture(tmp_path: Path) -> None:
    path = tmp_path / "game.png"
    keep_picture(_plain(RED), path)
    killed = (
        "import os, pygame; from pathlib import Path\n"
        "from game.ui.paint import saved_pictures as t\n"
        "Path.replace = lambda *_: os._exit(9)\n"
        f"picture = pygame.Surface({MOST_SIZE}, depth=32); picture.fill({BLUE})\n"
        f"t.keep_picture(picture, Path({str(path)!r}))\n"
    )
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == 9
    read = read_picture(path)
    assert read is not None
    assert read.get_at((5, 5))[:3] == RED
    assert len(list(tmp_path.iterdir())) == 2  # what was being written lies beside it, unread


def test_a_kill_at_any_moment_leaves_a_whole_picture(tmp_path: Path) -> None:
    path = tmp_path / "game.png"
    for_ever = (
        "import pygame; from pathlib import Path\n"
        "from game.ui.paint.saved_pictures import keep_picture\n"
        f"picture = pygame.Surface({MOST_SIZE}, depth=32); picture.fill({BLUE})\n"
        f"while True: keep_picture(picture, Path({str(path)!r}))\n"
    )
    for wait_s in (0.0, 0.01, 0.023):
        running = subprocess.Popen([sys.executable, "-c", for_ever])
        try:
            until = time.monotonic() + 20
            while not path.exists() and time.monotonic() < until:
                time.sleep(0.002)
            time.sleep(wait_s)
        finally:
            running.kill()
            running.wait()
        assert read_picture(path) is not None


def test_a_write_that_fails_leaves_the_old_picture_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.png"
    keep_picture(_plain(RED), path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep_picture(_plain(BLUE), path)
    assert [each.name for each in tmp_path.iterdir()] == ["game.png"]
    assert read_picture(path) is not None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        _png_that_says(320, 180),
        _png_that_says(60_000, 60_000),
        _png_that_says(0, 0),
        _png_that_says(320, 180) + b"\x00" * MOST_BYTES,
    ],
    ids=["empty", "another kind", "cut short", "body too short", "bomb", "no size", "too heavy"],
)
def test_a_picture_that_is_broken_or_too_large_is_no_picture(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "game.png"
    path.write_bytes(raw)
    assert read_picture(path) is None


def test_what_is_not_a_file_is_no_picture(tmp_path: Path) -> None:
    assert read_picture(tmp_path / "missing.png") is None
    assert read_picture(tmp_path) is None
