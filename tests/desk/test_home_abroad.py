"""Another delegation's home: a range of votes, and what it means."""

import pytest

from game.desk.home_abroad import heard_closer, meaning_of, range_told
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import TalkPrivately
from game.session.session import Session
from game.texts import Texts


@pytest.mark.parametrize(
    ("low", "high", "tone"), [(5000, 8000, "good"), (4000, 6000, "warn"), (1000, 4900, "bad")]
)
def test_a_range_passes_fails_or_leaves_it_open(
    texts: Texts, glasgow: Level, low: int, high: int, tone: str
) -> None:
    session = Session(glasgow, 1)
    home = session.view.party("china").home._replace(low=low, high=high, pass_mark=5000)
    assert meaning_of(Wording(texts, session.public), home).tone == tone


def test_a_range_below_nothing_is_told_from_nothing(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    home = session.view.party("china").home._replace(low=-2000, high=3000, pass_mark=5000)
    fields = {"low": "0", "high": "3", "mark": "5"}
    words = Wording(texts, session.public)
    assert range_told(words, home) == texts(f"dossier.home_range.{home.counts}", **fields)


def test_a_private_talk_narrows_the_range_and_says_so(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    words, before = Wording(texts, session.public), session.view.party("china").home
    session.submit(TalkPrivately("china"))
    now = session.view.party("china").home
    assert now.high - now.low < before.high - before.low
    assert len(heard_closer(words, before, now)) == 1
    assert heard_closer(words, now, now) == ()
