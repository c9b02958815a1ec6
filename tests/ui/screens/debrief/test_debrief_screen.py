"""The debrief by keys: its pages, its print button, and a new save from another line."""

from pathlib import Path

import pygame

from game.debrief.debrief import Debrief
from game.paths import saves_dir, user_dir
from game.ui.screens.common.notice import Notice
from game.ui.screens.debrief.debrief_screen import PAGES, DebriefScreen
from game.ui.screens.debrief.verdict_screen import VerdictScreen
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from tests.debrief.games import played
from tests.ui.driving import Driver


def _debrief(driver: Driver, folder: Path) -> DebriefScreen:
    """Of a game in which offers were made and no counter-offer was signed."""
    stage = driver.app.stage
    game = played("tianjin", "trader", folder, signs=False)
    screen = DebriefScreen(stage, Routes(stage).play_of(game))
    stage.show(screen)
    driver.app.step()
    return screen


def test_pages_turn_by_keys_and_stop_at_both_ends(driver: Driver, tmp_path: Path) -> None:
    screen = _debrief(driver, tmp_path)
    for at in range(len(PAGES)):
        assert screen.at == at
        driver.letter("n")
    assert screen.at == len(PAGES) - 1
    for _ in range(len(PAGES) + 1):
        driver.letter("p")
    assert screen.at == 0


def test_back_leads_to_the_verdict(driver: Driver, tmp_path: Path) -> None:
    screen = _debrief(driver, tmp_path)
    screen.go_back()
    assert isinstance(driver.screen, VerdictScreen)


def test_print_writes_the_report_and_says_where(driver: Driver, tmp_path: Path) -> None:
    screen = _debrief(driver, tmp_path)
    driver.letter("r")
    notice = driver.screen
    assert isinstance(notice, Notice)
    assert screen.session.path is not None
    path = user_dir() / "reports" / f"{screen.session.path.stem}.html"
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert str(path) in notice.lines[0]


def test_a_disk_that_refuses_is_said_and_the_debrief_stays(driver: Driver, tmp_path: Path) -> None:
    screen = _debrief(driver, tmp_path)
    user_dir().mkdir(parents=True, exist_ok=True)
    (user_dir() / "reports").write_text("a file where the folder should be")
    driver.letter("r")
    notice = driver.screen
    assert isinstance(notice, Notice)
    assert notice.title == screen.texts("debrief.not_printed")
    assert notice.behind is screen


def test_lines_that_are_still_looked_for_are_shown_once_they_are_known(
    driver: Driver, tmp_path: Path
) -> None:
    screen = _debrief(driver, tmp_path)
    screen.turn(next(n for n, each in enumerate(PAGES) if each.name == "lines"))
    screen.debrief.look()
    screen.on_answer()
    driver.app.step()
    keys = {widget.key for widget in driver.app.stage.view.focusable()}
    assert "line1" in keys
    screen.debrief = Debrief(screen.session)  # that nobody looks through
    assert screen.is_looking
    screen.on_answer()
    driver.app.step()
    keys = {widget.key for widget in driver.app.stage.view.focusable()}
    assert "line1" not in keys


def test_another_line_begins_a_save_of_its_own(driver: Driver, tmp_path: Path) -> None:
    screen = _debrief(driver, tmp_path)
    assert screen.debrief.lines
    while PAGES[screen.at].name != "lines":
        driver.letter("n")
    driver.letter("1")
    assert isinstance(driver.screen, HubScreen)
    session = driver.screen.session
    assert session.path is not None
    assert session.path.parent == saves_dir()
    line = screen.debrief.lines[0]
    assert session.state.turns == line.number + 1
    assert not session.finished


def test_the_keyboard_leaves_a_button_that_goes_off_at_either_end(
    driver: Driver, tmp_path: Path
) -> None:
    _debrief(driver, tmp_path)
    assert driver.app.stage.view.focus_key == "next"
    for _ in range(len(PAGES) - 1):
        driver.key(pygame.K_RETURN)
    assert driver.app.stage.view.focus_key == "again"
    driver.tab_to("previous")
    for _ in range(len(PAGES) - 1):
        driver.key(pygame.K_RETURN)
    assert driver.app.stage.view.focus_key == "next"


def test_play_again_begins_the_same_level_and_seat_in_a_save_of_its_own(
    driver: Driver, tmp_path: Path
) -> None:
    first = _debrief(driver, tmp_path)
    first.go_back()
    assert isinstance(driver.screen, VerdictScreen)
    driver.letter("a")
    briefing = driver.screen
    assert isinstance(briefing, BriefingScreen)
    again = briefing.session
    assert (again.level.id, again.seat) == (first.session.level.id, first.session.seat)
    assert again.state.turns == 0
    assert again.path != first.session.path


def test_a_disk_that_refuses_another_line_is_said(driver: Driver, tmp_path: Path) -> None:
    screen = _debrief(driver, tmp_path)
    assert screen.debrief.lines
    while PAGES[screen.at].name != "lines":
        driver.letter("n")
    user_dir().mkdir(parents=True, exist_ok=True)
    (user_dir() / "saves").write_text("a file where the folder should be")
    driver.letter("1")
    assert isinstance(driver.screen, Notice)
