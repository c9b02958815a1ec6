"""Simulated games leave the very logs that were recorded, on every machine and for any jobs.

`python -m tests.bots.test_log_hashes` records them anew after a rule, a level or a bot was changed
on purpose.
"""

import json
from pathlib import Path

import pytest

from game.bots.roster import BOTS
from game.bots.simulation import simulate
from tests.sharing import shipped_level

RECORDED = Path(__file__).parent / "log_hashes.json"
LEVELS = ("tianjin", "glasgow")
GAMES, SEED = 3, 40


def _hash(level_id: str, bot: str) -> str:
    return simulate(shipped_level(level_id), bot, GAMES, SEED).log_hash


@pytest.mark.parametrize("level_id", LEVELS)
@pytest.mark.parametrize("bot", sorted(BOTS))
def test_games_leave_the_logs_that_were_recorded(level_id: str, bot: str) -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    assert _hash(level_id, bot) == recorded[level_id][bot]


def main() -> None:
    """Record the hashes anew."""
    hashes = {level_id: {bot: _hash(level_id, bot) for bot in sorted(BOTS)} for level_id in LEVELS}
    RECORDED.write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
