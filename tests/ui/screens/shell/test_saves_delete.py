"""Saved games are deleted from their list, once the player is sure."""

import shutil
from pathlib import Path

import pygame
import pytest

from game.paths import saves_dir
from game.session.game_results import read_results
from game.session.save_files import picture_of
from game.ui.paint.saved_pictures import keep_picture
from game.ui.screens.common.notice import Notice
from game.ui.screens.shell.saves_screen import AT_ONCE, SavesScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.ui.checking import faults_of
from tests.ui.driving import Driver
from tests.ui.saved_games import recorded


def _listed(driver: Driver) -> list[str]:
    assert isinstance(driver.screen, SavesScreen)
    return [entry.path.stem for entry in driver.screen.entries]


def _open_list(driver: Driver) -> None:
    driver.app.routes.to_title()
    driver.app.step()
    driver.letter("g")
    assert isinstance(driver.screen, SavesScreen)


def _said(driver: Driver) -> list[str]:
    return [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]


def _focus(driver: Driver) -> str:
    return driver.app.stage.view.focus_key


def test_deleting_asks_first_and_who_presses_on_keeps_the_game(
    driver: Driver, project_root: Path
) -> None:
    recorded(2, project_root)
    _open_list(driver)
    driver.tab_to("delete1")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Notice)
    assert not faults_of(driver.app.stage.view)
    driver.key(pygame.K_RETURN)
    assert _listed(driver) == ["game-000", "game-001"]
    assert _focus(driver) == "delete1"


def test_a_deleted_game_is_gone_with_its_picture_and_the_keyboard_is_on_the_next(
    driver: Driver, project_root: Path
) -> None:
    first, second, third = recorded(3, project_root)
    for log in (first, second):
        keep_picture(pygame.Surface((320, 180), depth=32), picture_of(log))
    _open_list(driver)
    driver.tab_to("save1")
    driver.key(pygame.K_DELETE)
    driver.click("delete")
    assert _listed(driver) == [first.stem, third.stem]
    assert not second.exists()
    assert not picture_of(second).exists()
    assert picture_of(first).exists()
    assert _focus(driver) == "save1"
    driver.key(pygame.K_DELETE)
    driver.click("delete")
    assert _listed(driver) == [first.stem]
    assert _focus(driver) == "save0"


def test_a_game_that_cannot_be_read_can_be_deleted(driver: Driver, project_root: Path) -> None:
    recorded(1, project_root)
    broken = saves_dir() / "broken.jsonl"
    broken.write_text("not a game\n", encoding="utf-8")
    _open_list(driver)
    place = _listed(driver).index("broken")
    driver.tab_to(f"delete{place}")
    driver.key(pygame.K_DELETE)
    assert "broken" in _said(driver)
    driver.click("delete")
    assert not broken.exists()
    assert _listed(driver) == ["game-000"]


def test_after_the_last_game_is_deleted_the_title_says_that_there_is_none(
    driver: Driver, project_root: Path
) -> None:
    recorded(1, project_root)
    _open_list(driver)
    driver.key(pygame.K_DELETE)
    driver.click("delete")
    assert driver.app.stage.texts("saves.none") in _said(driver)
    assert _focus(driver) == "back"
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, TitleScreen)
    way = driver.widget("saves")
    assert isinstance(way, Button)
    assert way.why_not == driver.app.stage.texts("saves.none")


def test_who_keeps_a_game_far_down_the_list_is_still_there(
    driver: Driver, project_root: Path
) -> None:
    recorded(AT_ONCE, project_root)
    _open_list(driver)
    driver.tab_to(f"delete{AT_ONCE - 1}")
    driver.key(pygame.K_DELETE)
    driver.key(pygame.K_ESCAPE)
    assert _focus(driver) == f"delete{AT_ONCE - 1}"
    (scroll,) = [w for w in driver.app.stage.view.root.walk() if w.key == "saves"]
    assert scroll.rect.contains(driver.widget(_focus(driver)).rect)


def test_an_older_game_comes_into_the_list_where_one_was_deleted(
    driver: Driver, project_root: Path
) -> None:
    recorded(AT_ONCE + 1, project_root)
    _open_list(driver)
    driver.key(pygame.K_DELETE)
    driver.click("delete")
    assert len(_listed(driver)) == AT_ONCE
    assert not any(w.key == "older" for w in driver.app.stage.view.root.walk())


def test_a_game_that_the_system_keeps_stays_listed_and_the_reason_is_said(
    driver: Driver, project_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (log,) = recorded(1, project_root)
    _open_list(driver)

    def refused(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    driver.key(pygame.K_DELETE)
    monkeypatch.setattr(Path, "unlink", refused)
    driver.click("delete")
    (said,) = [line for line in _said(driver) if log.name in line]
    assert "Permission denied" in said
    assert str(saves_dir()) in said
    driver.key(pygame.K_ESCAPE)
    assert _listed(driver) == [log.stem]


def test_the_medal_of_a_deleted_game_stays(driver: Driver, project_root: Path) -> None:
    (log,) = recorded(1, project_root, "glasgow")
    driver.app.routes.to_title()
    driver.letter("g")
    driver.key(pygame.K_RETURN)  # which puts down how it ended
    (result,) = read_results(saves_dir()).values()
    assert result.passed
    _open_list(driver)
    driver.key(pygame.K_DELETE)
    assert driver.app.stage.texts("saves.delete.medal") in _said(driver)
    driver.click("delete")
    assert not log.exists()
    assert list(read_results(saves_dir()).values()) == [result]


def test_a_game_opened_and_left_with_nothing_done_is_no_saved_game(driver: Driver) -> None:
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    driver.key(pygame.K_ESCAPE)
    assert driver.app.stage.texts("hub.leave.nothing") in _said(driver)
    driver.click("leave")
    assert isinstance(driver.screen, TitleScreen)
    assert not driver.screen.has_saves


def test_playing_again_and_leaving_at_once_adds_no_saved_game(
    driver: Driver, project_root: Path
) -> None:
    recorded(1, project_root)
    _open_list(driver)
    driver.key(pygame.K_RETURN)
    driver.letter("a")
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, TitleScreen)
    _open_list(driver)
    assert _listed(driver) == ["game-000"]


def test_an_action_that_cannot_be_saved_is_not_done_and_says_so(
    driver: Driver, project_root: Path
) -> None:
    shutil.rmtree(saves_dir(), ignore_errors=True)
    saves_dir().parent.mkdir(parents=True, exist_ok=True)
    saves_dir().write_text("a file where the folder should be\n", encoding="utf-8")
    for letter in ("p", "1", "r", "r", "t", "1"):
        driver.letter(letter)
    assert isinstance(driver.screen, Notice)
    assert driver.screen.title == driver.app.stage.texts("game.not_now")
    driver.key(pygame.K_ESCAPE)
    saves_dir().unlink()
    driver.letter("t")
    driver.letter("1")
    assert len(list(saves_dir().glob("*.jsonl"))) == 1
