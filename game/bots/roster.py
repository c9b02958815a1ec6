"""Every simulated player by the name that `simulate --bot` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.bots.greedy import GreedyBot
from game.bots.random_bot import RandomBot
from game.negotiation.seat import Actor

BOTS: Mapping[str, Callable[[], Actor]] = {
    "random": RandomBot,
    "greedy": GreedyBot,
}
