"""A file is written whole, whatever stops the program, and nothing is left beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.writing import write_whole

STOPPED = """
import os, signal, sys
from pathlib import Path
from game.writing import write_whole
os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), b"new")
"""


def test_what_a_kill_left_beside_a_file_goes_with_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    subprocess.run([sys.executable, "-c", STOPPED, str(path)], check=False)
    (left,) = tmp_path.glob(".*.new")
    assert path.read_bytes() == b"old"
    write_whole(path, b"newer")
    assert left.exists(), "it may be what another window is writing just now"
    os.utime(left, (1_000_000_000, 1_000_000_000))
    write_whole(path, b"newest")
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_a_file_that_cannot_be_written_whole_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
