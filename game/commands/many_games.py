"""Playing many games for a command: how far they are, and what to say if a process is lost."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from game.commands.output import Refusal
from game.texts import Texts

if TYPE_CHECKING:
    from game.bots.simulation import Played


def progress_of(games: int) -> Callable[[Iterator[Played]], Iterator[Played]]:
    """Return what shows on a terminal how many of the games are over."""

    def progress(played: Iterator[Played]) -> Iterator[Played]:
        from tqdm import tqdm

        quiet = not sys.stderr.isatty()
        return iter(tqdm(played, total=games, disable=quiet, file=sys.stderr))

    return progress


@contextlib.contextmanager
def told_of_lost_workers(jobs: int, texts: Texts) -> Iterator[None]:
    """Refuse to go on once one of the processes that play games has ended by itself."""
    from game.bots.simulation import WorkerLost

    try:
        yield
    except WorkerLost:
        raise Refusal(texts("cli.worker_lost", jobs=jobs)) from None
