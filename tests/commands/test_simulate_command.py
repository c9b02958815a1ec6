"""`simulate`: every promised bot, every promised field."""

import json

import pytest

from game.bots.roster import BOTS
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
