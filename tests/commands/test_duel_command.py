"""`duel`: two computer seats bargain over a bare domain."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.commands import named_files
from tests.commands.asking import Ask
from tests.duel.random_domains import KINDS, document, random_domain

SMALL = document([[0.0, 0.6], [0.4, 0.0]], [[0.7, 0.0], [0.0, 0.3]], 0.3, 0.2)


def _file(folder: Path, data: Any) -> Path:
    path = folder / "domain.json"
    text = data if isinstance(data, str) else json.dumps(data)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_script_gets_every_promised_field(ask: Ask, tmp_path: Path) -> None:
    domain = random_domain(KINDS["usual"], 1)
    answer = ask("duel", _file(tmp_path, domain), "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    told = json.loads(answer.out)
    assert told["agreement"] is True
    assert list(told["outcome"]) == [issue["id"] for issue in domain["issues"]]
    for party in domain["parties"]:
        worth = sum(party["weights"][issue][option] for issue, option in told["outcome"].items())
        assert told["utilities"][party["id"]] == pytest.approx(worth)
        assert worth >= party["reservation"]
    assert 1 <= told["rounds_used"] <= 8
    assert told["milliseconds"] > 0
    assert told["first_speaker"] in told["utilities"]
    assert told["by_chair"] in (True, False)
    assert told["offers"] >= 1


def test_the_same_question_has_the_same_answer(ask: Ask, tmp_path: Path) -> None:
    path = _file(tmp_path, random_domain(KINDS["usual"], 2))
    answers = []
    for _ in range(2):
        told = json.loads(ask("duel", path, "--rounds", 20, "--seed", 7, "--format", "json").out)
        del told["milliseconds"]
        answers.append(told)
    assert answers[0] == answers[1]


def test_without_an_agreement_each_keeps_its_reservation(ask: Ask, tmp_path: Path) -> None:
    path = _file(tmp_path, document([[1.0, 0.0]], [[0.0, 1.0]], 0.6, 0.7))
    told = json.loads(ask("duel", path, "--rounds", 3, "--format", "json").out)
    assert (told["agreement"], told["outcome"]) == (False, None)
    assert told["utilities"] == {"one": 0.6, "other": 0.7}
    assert told["rounds_used"] == 3
    answer = ask("duel", path, "--rounds", 3)
    assert answer.code == 0
    assert "No agreement in 3 rounds" in answer.out


def test_a_person_reads_what_was_agreed_and_what_it_is_worth(ask: Ask, tmp_path: Path) -> None:
    answer = ask("duel", _file(tmp_path, SMALL))
    assert (answer.code, answer.err) == (0, "")
    first, *rest = answer.out.splitlines()
    assert first.startswith("The two agreed in round ")
    assert rest[0].startswith("  issue_0: option ")
    assert rest[-1].endswith("walking away is worth 0.200.")


def test_worth_on_another_scale_is_warned_of_and_used_as_it_stands(
    ask: Ask, tmp_path: Path
) -> None:
    path = _file(tmp_path, document([[0.0, 5.0]], [[0.0, 1.0]], 1.0, 0.1))
    answer = ask("duel", path, "--format", "json")
    assert answer.code == 0
    assert json.loads(answer.out)["utilities"] == {"one": 5.0, "other": 1.0}
    assert "parties[0].weights" in answer.err
    assert "5.000000, not 1" in answer.err
    assert answer.err.count("\n") == 1


def _without(*path: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(SMALL))
    at: Any = data
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "line 1, column 1: this is not JSON"),
        ("{" * 100_000, "not JSON"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("[" * 100_000, "nested too deeply"),
        ('{"issues": ' + "9" * 9_000 + "}", "thousands of digits"),
        ('{"issues": Infinity}', "Infinity is not a number"),
        ('{"issues": 1, "issues": 2}', 'the key "issues" twice'),
        ("[]", "does not hold an object"),
        (_without("issues"), '"issues" is missing'),
        (_without("parties", 1, "reservation"), 'parties[1]: the field "reservation"'),
        (_without("parties", 1, "weights", "issue_1"), 'parties[1].weights: the issue "issue_1"'),
        (_without("parties", 1, "weights", "issue_1", 0), "parties[1].weights.issue_1: expected 2"),
        (_without("parties", 0), "parties: a duel has two parties"),
        (_without("issues", 1), 'parties[0].weights: there is no issue "issue_1"'),
        (json.dumps(SMALL).replace("0.7", '"0.7"'), "parties[1].weights.issue_0[0]: this is not"),
        (json.dumps(SMALL).replace("0.7", "1e999"), "between -1000 and 1000"),
        (json.dumps(SMALL).replace('"issue_1", "options"', '"issue_0", "options"'), "taken"),
    ],
)
def test_a_broken_domain_is_answered_by_one_sentence(
    ask: Ask, tmp_path: Path, data: Any, said: str
) -> None:
    answer = ask("duel", _file(tmp_path, data), "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("domain.json: ")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert "cli." not in answer.err
    assert re.search(r"\{\w+\}", answer.err) is None  # a field that was left unfilled


def test_a_name_cannot_reach_for_the_terminal(ask: Ask, tmp_path: Path) -> None:
    data = json.dumps(SMALL).replace("issue_0", "\\u001b[2J\\ud800" + "x" * 500)
    answer = ask("duel", _file(tmp_path, data))
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert max(map(len, answer.out.splitlines())) < 100


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rounds", "0"), '"0" is not a whole number from 1 up'),
        (("--rounds", "1001"), "too large; at most 1000\n"),
        (("--rounds", "9" * 30), "too large; at most 1000\n"),
        (("--seed", "-1"), '"-1" is not a whole number from 0 up'),
        (("--seed", "x"), '"x" is not a whole number'),
    ],
)
def test_wrong_use_ends_with_two(
    ask: Ask, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    answer = ask("duel", _file(tmp_path, SMALL), *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_file_that_is_not_there_is_used_wrongly_and_one_that_is_no_text_is_bad(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        assert ask("duel", path).code == 2
    pictures = tmp_path / "picture.json"
    pictures.write_bytes(b"\x89PNG\xff\xfe")
    assert ask("duel", pictures).code == 1
    monkeypatch.setattr(named_files, "MAX_FILE_BYTES", 100)
    huge = ask("duel", _file(tmp_path, " " * 101))
    assert huge.code == 1
    assert "megabytes" in huge.err or "MB" in huge.err
