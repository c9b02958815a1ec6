"""The game finds its own files, and keeps the user's apart from them."""

from pathlib import Path

import pytest

from game.paths import assets_dir, builtin_levels_dir, climate_dir, saves_dir, user_levels_dir


def test_what_ships_with_the_game_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (assets_dir() / "translations" / "en" / "cli.po").is_file()
    assert (climate_dir() / "ensemble.npz").is_file()
    assert (builtin_levels_dir() / "README.md").is_file()


def test_the_users_files_follow_the_folder_they_choose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROAD_TO_GLASGOW_HOME", str(tmp_path))
    assert saves_dir() == tmp_path / "saves"
    assert user_levels_dir() == tmp_path / "levels"


def test_the_users_files_are_apart_from_the_games(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROAD_TO_GLASGOW_HOME", raising=False)
    assert "road-to-glasgow" in saves_dir().parts
    assert builtin_levels_dir().parent not in saves_dir().parents
