"""Homes, names and dates as they are on real disks: no UTF-8, past the year 9999, links."""

import os
from pathlib import Path

import pytest

from game.levels.finder import level_of_id
from game.levels.loader import Level
from game.levels.scaffold import new_level
from game.negotiation.model.actions import Hold
from game.session.save_list import list_saves
from game.session.session import SaveRefused, Session
from game.texts import Texts


@pytest.fixture
def odd_home(tmp_path: Path) -> Path:
    """Make a folder whose name is no UTF-8."""
    home = tmp_path / os.fsdecode(b"andr\xe9")
    home.mkdir()
    return home


def test_a_game_is_saved_listed_and_finished_in_a_home_that_is_no_utf_8(
    odd_home: Path, tianjin: Level, texts: Texts
) -> None:
    session = Session.start(tianjin, 3, folder=odd_home)
    while not session.finished:
        session.submit(Hold())
    session.close()
    (entry,) = list_saves(odd_home, level_of_id, texts)
    assert entry.problem is None
    assert entry.result is not None


def test_sentences_about_a_name_that_is_no_utf_8_can_be_written_anywhere(
    odd_home: Path, tianjin: Level, texts: Texts
) -> None:
    log = odd_home / os.fsdecode(b"caf\xe9.jsonl")
    log.write_bytes(b"nothing of ours\n")
    with pytest.raises(SaveRefused) as refused:
        Session.resume(log, tianjin, texts)
    (entry,) = list_saves(odd_home, level_of_id, texts)
    for said in (str(refused.value), entry.problem or "", entry.title):
        assert "caf\\xe9" in said
        assert said.encode("utf-8")


@pytest.mark.parametrize("seconds", [1 << 40, 253_402_300_800])
def test_a_file_time_past_the_year_9999_does_not_hide_the_list(
    tianjin: Level, saves: Path, seconds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.start(tianjin, 3, folder=saves)
    session.submit(Hold())
    session.close()
    # Few file systems hold such a time: this one is asked for none.
    monkeypatch.setattr("game.session.save_list._written", lambda path: float(seconds))
    (entry,) = list_saves(saves, level_of_id)
    assert (entry.when, entry.problem) == (None, None)


def test_a_new_level_never_follows_a_link_left_in_its_way(
    tianjin: Level, tmp_path: Path, texts: Texts
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("keep me", encoding="utf-8")
    levels = tmp_path / "levels"
    levels.mkdir()
    (levels / ".my_level.unfinished").symlink_to(elsewhere)
    folder = new_level(tianjin, "my_level", levels, texts)
    assert not folder.is_symlink()
    assert [each.name for each in elsewhere.iterdir()] == ["mine.txt"]
    assert (folder / "level.yaml").is_file()
