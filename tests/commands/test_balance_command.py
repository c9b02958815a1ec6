"""`balance`: the report for people and for scripts."""

import json
from collections import defaultdict
from math import log2
from pathlib import Path
from typing import Any

import pytest

from game.bots.roster import BOTS
from game.bots.style import grid
from game.negotiation.rules.rules import RULES_VERSION
from tests.commands.asking import Answer, Ask
from tests.levels.breaking import copy_of_tianjin, line_of

LEVEL = "tianjin"
Report = dict[str, Any]


@pytest.fixture
def as_json(ask: Ask) -> Report:
    answer = ask("balance", LEVEL, "--games", 2, "--seed", 3, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    found: Report = json.loads(answer.out)
    return found


def test_a_script_gets_every_figure(as_json: Report) -> None:
    assert (as_json["level"], as_json["games"], as_json["seed"]) == (LEVEL, 2, 3)
    assert as_json["rules_version"] == RULES_VERSION
    assert len(as_json["level_hash"]) == len(as_json["log_hash"]) == 64
    assert [each["bot"] for each in as_json["bots"]] == list(BOTS)
    for each in as_json["bots"]:
        rate, score = each["pass_rate"], each["score"]
        assert 0 <= rate["low"] <= rate["value"] <= rate["high"] <= 1
        assert rate["value"] == each["passed"] / each["games"]
        assert score["p05"] <= score["p50"] <= score["p95"]
        assert each["deals_below_floor"] == 0
        assert 0 <= each["closing_share"] <= 1


def test_a_script_gets_every_style_and_who_wins(as_json: Report) -> None:
    styles = as_json["styles"]
    assert styles["number"] == len(styles["grid"]) == len(list(grid()))
    assert sum(each["won_share"] for each in styles["grid"]) == pytest.approx(1, abs=1e-4)
    together: dict[str, float] = defaultdict(float)
    for each in styles["grid"]:
        together[each["plays_as"]] += each["won_share"]
    assert len(together) == styles["different"]
    assert styles["largest_share"]["value"] == pytest.approx(max(together.values()), abs=1e-4)
    assert styles["entropy_share"] == pytest.approx(
        styles["entropy_bits"] / log2(styles["different"]), abs=1e-3
    )
    strict = styles["largest_share_as_played"]["value"]
    assert styles["largest_share"]["value"] - 1e-6 <= strict <= 1
    assert styles["best"] in {each["style"] for each in styles["grid"]}


def test_a_script_gets_every_target_with_its_verdict(as_json: Report) -> None:
    checks = as_json["checks"]
    ids = [check["id"] for check in checks]
    assert len(set(ids)) == len(ids)
    assert {"passes.random", "passes.planner", "trick.waiter.trader", "one_style"} <= set(ids)
    assert {"closing_last", "below_floor", "unused", "apart.random.greedy"} <= set(ids)
    for check in checks:
        assert check["low"] <= check["value"] <= check["high"]
        assert not (check["ok"] and check["advice"])
    assert as_json["balanced"] == all(check["ok"] for check in checks)


def test_shares_of_deals_add_up(as_json: Report) -> None:
    usage = as_json["usage"]
    assert sum(usage["deals_by_round"].values()) == pytest.approx(1, abs=1e-4)
    for each in usage["delegations"]:
        assert sum(each["refused"].values()) <= each["offers"]


def test_a_person_reads_targets_players_and_advice_and_a_pipe_no_progress(ask: Ask) -> None:
    answer = ask("balance", LEVEL, "--games", 2)
    assert (answer.code, answer.err) == (0, "")
    for words in ("planner passes", "80% to 95%", "Tianjin", *BOTS):
        assert words in answer.out
    assert "cli." not in answer.out  # a key shown bare is a text that is missing
    assert "{" not in answer.out


def test_the_document_says_how_to_make_it_again_and_takes_the_old_ones_place(
    ask: Ask,
    tmp_path: Path,
    as_json: Report,
) -> None:
    file = tmp_path / "tianjin.md"
    file.write_text("an older report", encoding="utf-8")
    answer = ask("balance", LEVEL, "--games", 2, "--seed", 3, "--out", file)
    assert answer.code == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "python -m game balance tianjin --games 2 --seed 3" in text
    assert as_json["level_hash"] in text
    assert as_json["log_hash"] in text
    assert list(tmp_path.iterdir()) == [file]
    heads = [line for line in text.splitlines() if line.startswith("| ---")]
    assert len(heads) >= 6
    for style in as_json["styles"]["grid"]:
        assert f"| {style['plays_as'].replace('_', chr(92) + '_')} " in text


def test_a_place_that_cannot_be_written_is_said_before_any_game(ask: Ask, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "missing" / "report.md"):
        answer = ask("balance", LEVEL, "--games", 1_000_000, "--out", place)
        assert (answer.code, answer.out) == (2, "")
        assert str(place) in answer.err


def test_a_broken_level_is_named_line_by_line(ask: Ask, tmp_path: Path) -> None:
    place = copy_of_tianjin(tmp_path)
    file = place / "level.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("format: 1", "format: 1\nnonsense: 3", 1), encoding="utf-8")
    line = line_of(place, "nonsense")
    _is_refused(ask("balance", place, "--games", 1), 1, f"level.yaml:{line}:")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("no_such_level",), "no_such_level"),
        ((LEVEL, "--games", "0"), '"0"'),
        ((LEVEL, "--games", "many"), '"many"'),
        ((LEVEL, "--seed", "-1"), '"-1"'),
        ((LEVEL, "--bot", "random"), "--bot"),
        ((), "LEVEL"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence(
    ask: Ask, arguments: tuple[str, ...], word: str
) -> None:
    _is_refused(ask("balance", *arguments), 2, word)


def _is_refused(answer: Answer, code: int, word: str) -> None:
    assert (answer.code, answer.out) == (code, "")
    assert word in answer.err
    assert "Traceback" not in answer.err
