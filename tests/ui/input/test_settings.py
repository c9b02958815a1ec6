"""What a player sets: kept, or said that it cannot be."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from game.ui.input.keys import Key, Meaning
from game.ui.input.settings import FILE_NAME, Settings, load_settings, save_settings
from game.ui.paint.theme import ThemeName
from game.ui.screens.common.notice import Notice
from game.ui.screens.routes import Routes
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.stage.stage import Stage
from game.writing import write_whole

THEME = Key(Meaning.THEME)


@pytest.fixture
def at_home(stage: Stage, tmp_path: Path) -> Stage:
    keeping = Stage(
        stage.canvas.surface, stage.texts, Settings(), Routes, settings_folder=tmp_path / "home"
    )
    Routes(keeping).to_title()
    return keeping


def test_a_change_is_on_disk_at_once(at_home: Stage, tmp_path: Path) -> None:
    at_home.on_key(THEME)
    assert load_settings(tmp_path / "home").theme is at_home.settings.theme is ThemeName.PAPER


def test_a_disk_that_refuses_is_told_once_and_the_change_holds(
    at_home: Stage, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where the folder would be", encoding="utf-8")
    at_home.on_key(THEME)
    assert at_home.settings.theme is ThemeName.PAPER
    assert isinstance(at_home.screen, Notice)
    at_home.on_key(Key(Meaning.BACK))
    at_home.on_key(THEME)
    assert at_home.settings.theme is ThemeName.CONTRAST
    assert isinstance(at_home.screen, TitleScreen)


@pytest.mark.parametrize("code", [10**30, 2**31, -(2**40)])
def test_a_key_that_no_keyboard_has_is_left_out(code: int, tmp_path: Path) -> None:
    save_settings(Settings(keys=(("help", code),)), tmp_path)
    assert json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))["keys"]
    assert load_settings(tmp_path).keys == ()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")
def test_a_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(tmp_path: Path) -> None:
    private, fresh = tmp_path / "private", tmp_path / "fresh"
    private.touch(0o600)
    before = os.umask(0o027)
    try:
        write_whole(private, b"1")
        write_whole(fresh, b"2")
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (private, fresh)] == [0o600, 0o640]
    assert sorted(tmp_path.iterdir()) == [fresh, private]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text_scale", True),
        ("text_scale", 1.3),
        ("text_scale", "1.5"),
        ("theme", ["night"]),
        ("theme", {}),
        ("language", None),
        ("volume", float("nan")),
        ("volume", 7),
        ("sound", 0),
        ("hints_seen", "hub_probe"),
        ("hints_seen", [1]),
        ("keys", {"help": 5}),
        ("keys", [[["help"], 5], ["help"], "help", ["help", True]]),
    ],
)
def test_a_field_that_is_not_understood_is_as_at_first_and_the_others_stay(
    field: str, value: object, tmp_path: Path
) -> None:
    kept = {"captions": True, "reduce_motion": True, field: value}
    (tmp_path / FILE_NAME).write_text(json.dumps(kept), encoding="utf-8")
    found, first = load_settings(tmp_path), load_settings(tmp_path / "nowhere")
    assert (found.captions, found.reduce_motion) == (True, True)
    assert getattr(found, field) == getattr(first, field)
    assert type(getattr(found, field)) is type(getattr(first, field))


def test_settings_are_read_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings(
        theme=ThemeName.PAPER,
        text_scale=1.5,
        language="fr",
        volume=1.0,
        sound=False,
        hints_seen=("a", "b"),
        keys=(("help", 5),),
    )
    save_settings(kept, tmp_path)
    assert load_settings(tmp_path) == kept
