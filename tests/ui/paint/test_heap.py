"""What large pictures held goes back to the system when they are gone."""

import subprocess
import sys
from pathlib import Path

import pytest

STATM = Path("/proc/self/statm")
DRAWN = 24  # large pictures, each with something small drawn after it that stays

IN_A_PROCESS_OF_ITS_OWN = f"""
import os, pathlib, pygame
from game.ui.paint.heap import keep_large_blocks_apart

def held_bytes():
    pages = pathlib.Path("{STATM}").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")

assert keep_large_blocks_apart()
frame = pygame.Surface((1920, 1080), 0, 32)
del frame  # from here on the C library would take such blocks into its heap
before, large, small = held_bytes(), [], []
for _ in range({DRAWN}):
    large.append(pygame.Surface((1280, 720), 0, 32))
    large[-1].fill("white")
    small.append(pygame.Surface((64, 64), 0, 32))
held = held_bytes() - before
del large
print(held, held_bytes() - before)
"""


def _is_glibc() -> bool:
    from game.ui.paint import heap

    return heap._is_glibc()


@pytest.mark.skipif(not _is_glibc() or not STATM.exists(), reason="for the GNU C library on Linux")
def test_what_large_pictures_held_goes_back_past_the_small_ones_that_stay() -> None:
    said = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN], capture_output=True, text=True, check=True
    )
    held, left = (int(figure) for figure in said.stdout.split()[-2:])
    assert held > DRAWN * 1280 * 720 * 4 * 0.9
    assert left < held / 10


def test_another_c_library_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui.paint import heap

    def unknown(name: str) -> str:
        raise ValueError(name)

    monkeypatch.setattr("os.confstr", unknown, raising=False)
    assert not heap.keep_large_blocks_apart()
