"""What the window does about saves that were damaged, deleted or opened twice."""

import os
from pathlib import Path

import pygame
import pytest

from game.negotiation.model.actions import Hold, TalkPrivately
from game.paths import saves_dir
from game.session.session import Session
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.play import GameScreen
from game.ui.screens.shell.saves_screen import SavesScreen
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level
from tests.ui.checking import faults_of
from tests.ui.driving import Driver


@pytest.fixture
def log() -> Path:
    """Return the log of a game of two actions, which is left."""
    session = Session.start(shipped_level("tianjin"), 3)
    session.submit(TalkPrivately("china"))
    session.submit(Hold())
    session.close()
    assert session.path is not None
    return session.path


def _open_list(driver: Driver) -> None:
    driver.app.routes.to_title()
    driver.app.step()
    driver.letter("g")
    assert isinstance(driver.screen, SavesScreen)


def _said(driver: Driver) -> str:
    walked = driver.app.stage.view.root.walk()
    return "\n".join(widget.text for widget in walked if isinstance(widget, Label))


def test_the_list_offers_the_good_part_of_a_damaged_game_and_keeps_the_file(
    driver: Driver, log: Path
) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(damaged := b"".join([*lines[:2], b"nothing\n"]))
    _open_list(driver)
    assert not faults_of(driver.app.stage.view)
    assert "line 3" in _said(driver)
    driver.click("save0")
    assert isinstance(driver.screen, GameScreen)
    assert len(driver.screen.session.actions) == 1
    assert log.read_bytes() == damaged
    assert len(list(saves_dir().glob("*.jsonl"))) == 2


def test_a_game_that_is_open_elsewhere_is_neither_opened_nor_deleted(
    driver: Driver, log: Path
) -> None:
    elsewhere = Session.resume(log, shipped_level("tianjin"))
    told = driver.app.stage.texts("save.in_use", file=log.name)
    for key in ("save0", "delete0"):
        _open_list(driver)
        driver.click(key)
        if key == "delete0":
            driver.click("delete")
        assert isinstance(driver.screen, Notice)
        assert told in _said(driver)
    assert log.exists()
    elsewhere.close()


@pytest.mark.parametrize("harm", ["deleted", "changed"])
def test_a_log_harmed_while_it_is_played_is_said_and_the_game_goes_on(
    driver: Driver, log: Path, harm: str
) -> None:
    _open_list(driver)
    driver.click("save0")
    screen = driver.screen
    assert isinstance(screen, GameScreen)
    if harm == "deleted":
        log.unlink()
    else:
        os.truncate(log, 0)
    assert screen.submit(TalkPrivately("china")) is None
    path = screen.session.path
    assert path is not None
    driver.app.step()
    assert driver.app.stage.texts(f"save.moved.{harm}", file=path.name) in _said(driver)
    assert not faults_of(driver.app.stage.view)
    driver.key(pygame.K_ESCAPE)
    assert driver.screen is screen
    assert screen.submit(TalkPrivately("china")) is not None
    assert len(Session.replayed(path, screen.session.level).actions) == 3


def test_a_game_that_was_left_can_be_opened_again_at_once(driver: Driver, log: Path) -> None:
    for _ in range(2):
        _open_list(driver)
        driver.click("save0")
        assert isinstance(driver.screen, GameScreen)
