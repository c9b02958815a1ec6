"""The levels whose facts are told."""

from pathlib import Path

import pytest

from game.desk.wording import Wording
from game.levels.loader import Level
from game.session.session import Session
from game.texts import Texts
from tests.bargaining_level import bargaining_level
from tests.sharing import shipped_level


@pytest.fixture(scope="session")
def tianjin() -> Level:
    """Return the first level."""
    return shipped_level("tianjin")


@pytest.fixture(scope="session")
def glasgow() -> Level:
    """Return the second level."""
    return shipped_level("glasgow")


@pytest.fixture
def bargaining(tmp_path: Path) -> Level:
    """Return the second level with all that a level may say about bargaining."""
    return bargaining_level(tmp_path)


@pytest.fixture
def words(texts: Texts, session: Session) -> Wording:
    """Return the words of the game that a test file calls its session."""
    return Wording(texts, session.public)
