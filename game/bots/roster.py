"""Every simulated player by the name that `simulate --bot` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.bots.bully import BullyBot, late_bully
from game.bots.fake_conceder import FakeConcederBot
from game.bots.greedy import GreedyBot
from game.bots.planner import PlannerBot
from game.bots.pushover import PushoverBot
from game.bots.random_bot import RandomBot
from game.bots.spammer import SpammerBot
from game.bots.trader import TraderBot
from game.bots.waiter import waiter
from game.negotiation.seats.computer_seat import Actor

BOTS: Mapping[str, Callable[[], Actor]] = {
    "random": RandomBot,
    "bully": BullyBot,
    "late_bully": late_bully,
    "pushover": PushoverBot,
    "greedy": GreedyBot,
    "waiter": waiter,
    "spammer": SpammerBot,
    "fake_conceder": FakeConcederBot,
    "trader": TraderBot,
    "planner": PlannerBot,
}
