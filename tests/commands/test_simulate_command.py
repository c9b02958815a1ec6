"""`simulate`: every promised bot, every promised field."""

import json
import random
from pathlib import Path

import pytest

from game.bots.roster import BOTS
from game.levels.finder import level_of_id
from game.negotiation.model.actions import Hold, NotAllowed
from game.negotiation.seats.public_level import legal_for
from game.session.session import Session
from tests.commands.asking import Ask

PROMISED_BOTS = (
    "random",
    "bully",
    "late_bully",
    "pushover",
    "greedy",
    "waiter",
    "spammer",
    "fake_conceder",
    "trader",
    "planner",
)
PROMISED_FIELDS = {
    "level",
    "level_hash",
    "rules_version",
    "bot",
    "games",
    "seed",
    "passed",
    "seconds",
    "games_per_second",
    "score",
    "warming_2100_c",
    "deals_below_floor",
    "log_hash",
}


def test_there_are_the_promised_bots_and_no_others() -> None:
    assert sorted(BOTS) == sorted(PROMISED_BOTS)


@pytest.mark.parametrize("bot", PROMISED_BOTS)
def test_a_script_gets_every_promised_field_of_every_bot(ask: Ask, bot: str) -> None:
    answer = ask("simulate", "tianjin", "--bot", bot, "--games", 2, "--seed", 9, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    document = json.loads(answer.out)
    assert set(document) >= PROMISED_FIELDS
    assert (document["level"], document["bot"]) == ("tianjin", bot)
    assert (document["games"], document["seed"]) == (2, 9)
    for name in ("score", "warming_2100_c"):
        assert list(document[name]) == ["p05", "p50", "p95"]
        assert document[name]["p05"] <= document[name]["p50"] <= document[name]["p95"]
    assert 0 <= document["passed"] <= 2
    assert document["deals_below_floor"] == 0
    assert len(document["log_hash"]) == 64


def _played_by_hand(level_id: str, bot: str, seed: int, folder: Path) -> Session:
    """Play the game that `simulate` plays as a window does: with a log and its own climate."""
    session = Session.start(level_of_id(level_id), seed, folder=folder)
    player, rng = BOTS[bot](), random.Random(f"{bot}/{seed}")
    legal = legal_for(session.scenario, session.seat)
    while not session.finished:
        try:
            session.submit(player.act(session.view, legal, rng))
        except NotAllowed:
            session.submit(Hold())
    session.close()
    return session


@pytest.mark.parametrize("level", ["tianjin", "glasgow"])
def test_the_same_game_ends_as_warm_in_simulate_in_replay_and_in_the_window(
    ask: Ask, level: str, tmp_path: Path
) -> None:
    simulated = json.loads(
        ask(
            *("simulate", level, "--bot", "random", "--games", 1, "--seed", 6),
            *("--format", "json"),
        ).out
    )
    session = _played_by_hand(level, "random", 6, tmp_path)
    replayed = json.loads(ask("replay", session.path, "--format", "json").out)
    assert simulated["warming_2100_c"]["p50"] == session.now.median_2100_c
    assert replayed["warming_2100_c"]["p50"] == session.now.median_2100_c
    assert simulated["score"]["p50"] == session.score().total


def test_jobs_change_nothing_but_the_time(ask: Ask) -> None:
    found = []
    for jobs in (1, 2):
        answer = ask(
            *("simulate", "tianjin", "--bot", "planner", "--games", 4),
            *("--jobs", jobs, "--format", "json"),
        )
        document = json.loads(answer.out)
        found.append({k: v for k, v in document.items() if "second" not in k})
    assert found[0] == found[1]


def test_a_bot_that_is_not_there_is_answered_with_those_that_are(ask: Ask) -> None:
    answer = ask("simulate", "tianjin", "--bot", "nobody", "--games", 1)
    assert (answer.code, answer.out) == (2, "")
    assert '"nobody"' in answer.err
    assert all(bot in answer.err for bot in PROMISED_BOTS)
