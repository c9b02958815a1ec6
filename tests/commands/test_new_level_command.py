"""`new-level`: from the command line to a level that can be played."""

import json
from pathlib import Path

import pytest

from game.paths import HOME_VARIABLE
from tests.commands.asking import Ask


def test_a_new_level_is_found_checked_and_simulated(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    made = ask("new-level", "mine")
    assert made.code == 0
    assert str(tmp_path / "levels" / "mine") in made.out
    listed = {
        level["id"]: level for level in json.loads(ask("levels", "--format", "json").out)["levels"]
    }
    assert listed["mine"]["ok"]
    checked = json.loads(ask("check", str(tmp_path / "levels" / "mine"), "--format", "json").out)
    assert (checked["errors"], checked["warnings"]) == (0, 0)
    played = ask("simulate", "mine", "--bot", "random", "--games", "2", "--format", "json")
    assert json.loads(played.out)["games"] == 2


def test_a_copy_goes_where_it_is_wanted(ask: Ask, tmp_path: Path) -> None:
    made = ask("new-level", "mine", "--from", "glasgow", "--dir", str(tmp_path / "new"))
    assert made.code == 0
    folder = tmp_path / "new" / "mine"
    assert f"play {folder}" in made.out
    assert ask("check", str(folder)).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Not a name"], "cannot be the id of a level"),
        (["tianjin"], "ships with the game"),
        (["mine", "--from", "nowhere"], "nowhere"),
        ([], "ID"),
    ],
)
def test_what_is_asked_wrongly_is_answered_by_a_sentence(
    ask: Ask, tmp_path: Path, arguments: list[str], said: str
) -> None:
    answer = ask("new-level", *arguments, "--dir", str(tmp_path))
    assert answer.code == 2
    assert said in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = ask("new-level", "mine", "--dir", str(tmp_path / "file"))
    assert answer.code == 2
    assert str(tmp_path / "file") in answer.err
