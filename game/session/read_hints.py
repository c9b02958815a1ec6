"""The hints already read in a game, kept beside its log.

Each is added as it happens; a last line that was cut short by a kill is not read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from game.session.save_files import hints_of

MOST_BYTES = 100_000


def read_hints(log: Path) -> frozenset[str]:
    """Return the ids put down for the game of a log; none where they cannot be read."""
    path = hints_of(log)
    try:
        if path.stat().st_size > MOST_BYTES:
            return frozenset()
        whole, _, _ = path.read_bytes().rpartition(b"\n")
        return frozenset(whole.decode("utf-8").split("\n")) - {""}
    except (OSError, UnicodeDecodeError):
        return frozenset()


def keep_hints(log: Path, ids: Iterable[str]) -> None:
    """Put more of them down. Raises OSError."""
    lines = "".join(f"{each}\n" for each in ids)
    with hints_of(log).open("ab") as file:
        file.write(lines.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
