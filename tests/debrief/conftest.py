"""Games that several tests look back on; none of them changes one."""

import pytest

from game.session.session import Session
from tests.debrief.games import played

GAMES = [
    ("tianjin", "trader", True),
    ("tianjin", "trader", False),
    ("glasgow", "random", True),
    ("glasgow", "planner", True),
]


@pytest.fixture(scope="session", params=GAMES, ids=str)
def game(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Make a finished game of either level, by players of different skill."""
    level, bot, signs = request.param
    return played(level, bot, tmp_path_factory.mktemp("played"), signs=signs)
