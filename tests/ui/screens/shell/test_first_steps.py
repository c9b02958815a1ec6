"""What a newcomer meets first: the title, the levels, the questions of a first action."""

from pathlib import Path

import pygame
import pytest

from game.levels.loader import Level
from game.negotiation.model.actions import Hold, TalkPrivately
from game.paths import saves_dir, user_levels_dir
from game.session.session import Session
from game.ui.screens.common.choose import Choose
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.screens.shell.levels_screen import LevelsScreen
from game.ui.screens.shell.saves_screen import SavesScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level
from tests.ui.driving import Driver


@pytest.fixture(scope="module")
def tianjin() -> Level:
    return shipped_level("tianjin")


def _button(driver: Driver, key: str) -> Button:
    found = driver.widget(key)
    assert isinstance(found, Button)
    return found


def _to_title(driver: Driver) -> None:
    driver.app.routes.to_title()
    driver.app.step()


def _play_to_the_end(level: Level, folder: Path) -> None:
    session = Session.start(level, 1, folder=folder)
    while not session.finished:
        session.submit(Hold())


def test_without_a_saved_game_the_title_says_why_there_is_none_to_go_on_with(
    driver: Driver,
) -> None:
    assert _button(driver, "saves").why_not == driver.app.stage.texts("saves.none")
    assert driver.app.stage.view.focus_key == "play"
    assert _button(driver, "play").kind == "main"
    driver.letter("g")
    assert isinstance(driver.screen, TitleScreen)


def test_with_a_game_begun_the_keyboard_rests_on_going_on_with_it(
    driver: Driver, tianjin: Level
) -> None:
    begun = Session.start(tianjin, 1, folder=saves_dir())
    begun.submit(TalkPrivately("china"))
    begun.close()
    _play_to_the_end(tianjin, saves_dir())
    _to_title(driver)
    assert driver.app.stage.view.focus_key == "saves"
    assert _button(driver, "saves").kind == "main"
    assert _button(driver, "play").kind == "plain"
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, SavesScreen)
    place = [entry.path for entry in driver.screen.entries].index(begun.path)
    assert driver.app.stage.view.focus_key == f"save{place}"
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, HubScreen)


def test_when_every_game_is_over_the_keyboard_rests_on_playing(
    driver: Driver, tianjin: Level
) -> None:
    _play_to_the_end(tianjin, saves_dir())
    _to_title(driver)
    assert driver.app.stage.view.focus_key == "play"
    assert not _button(driver, "saves").why_not


def test_where_levels_are_kept_is_said_after_the_levels(driver: Driver) -> None:
    driver.letter("p")
    assert isinstance(driver.screen, LevelsScreen)
    labels = [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]
    (place,) = [at for at, text in enumerate(labels) if str(user_levels_dir()) in text]
    assert place == len(labels) - 1


def test_with_only_one_other_delegation_nobody_is_asked_with_whom(
    driver: Driver, tianjin: Level
) -> None:
    stage = driver.app.stage
    session = Session(tianjin, 1)
    with_whom = stage.texts("choose.delegation")
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    for letter in ("p", "u"):
        driver.letter(letter)
        assert isinstance(driver.screen, Choose)
        assert driver.screen.title != with_whom
        driver.key(pygame.K_ESCAPE)
    assert stage.texts("hub.backing.none") == driver.widget("backing").why_not  # nobody to ask
    before = session.view.actions_left
    driver.letter("t")
    driver.letter("1")
    assert session.view.actions_left == before - 1


def test_with_several_delegations_one_is_asked_with_whom(driver: Driver) -> None:
    stage = driver.app.stage
    session = Session(shipped_level("glasgow"), 1)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    driver.letter("p")
    assert isinstance(driver.screen, Choose)
    assert driver.screen.title == stage.texts("choose.delegation")
