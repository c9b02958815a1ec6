"""The first level from the title to the verdict, by keys alone, by mouse alone, and in two goes."""

import pygame

from game.paths import saves_dir
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.play import GameScreen
from game.ui.screens.debrief.debrief_screen import DebriefScreen
from game.ui.screens.debrief.verdict_screen import VerdictScreen
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.plenary_screen import PlenaryScreen
from game.ui.screens.shell.levels_screen import LevelsScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.screens.table.predict_screen import PredictScreen
from game.ui.screens.table.table_screen import TableScreen
from tests.ui.driving import Driver

COAL, ABROAD, TRADE = "coal_at_home/china", "coal_abroad/china", "trade/usa"


def _game(driver: Driver) -> GameScreen:
    assert isinstance(driver.screen, GameScreen)
    return driver.screen


def _open_by_keys(driver: Driver) -> None:
    driver.letter("p")
    assert isinstance(driver.screen, LevelsScreen)
    driver.letter("1")
    assert isinstance(driver.screen, BriefingScreen)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, CableScreen)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, HubScreen)


def _offer_by_keys(driver: Driver, **steps: int) -> None:
    """Sit down, step each term to the right so often, send, guess, hear the answer."""
    driver.letter("1")
    assert isinstance(driver.screen, TableScreen)
    for slot, times in steps.items():
        driver.tab_to({"coal": COAL, "abroad": ABROAD, "trade": TRADE}[slot])
        for _ in range(times):
            driver.key(pygame.K_RIGHT)
    driver.letter("s")
    assert isinstance(driver.screen, PredictScreen)
    driver.key(pygame.K_RIGHT)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, ReplyScreen)


def _end_round_by_keys(driver: Driver) -> None:
    driver.letter("e")
    if isinstance(driver.screen, Notice):  # something would be lost
        driver.tab_to("hold")
        driver.key(pygame.K_RETURN)


def test_keys_alone_play_tianjin_to_a_passed_verdict(driver: Driver) -> None:
    _open_by_keys(driver)
    session = _game(driver).session
    driver.letter("h")
    driver.tab_to("work/industry_states")
    driver.key(pygame.K_RETURN)
    driver.key(pygame.K_ESCAPE)
    _offer_by_keys(driver, coal=2, abroad=2)
    reply = session.view.party("china").last_reply
    assert reply is not None
    assert reply.explanation is not None
    assert reply.predicted_percent == 55
    driver.letter("r")
    _end_round_by_keys(driver)
    assert isinstance(driver.screen, CableScreen)
    driver.letter("r")
    _offer_by_keys(driver, trade=3)  # the table still holds what was asked before
    driver.letter("r")
    _end_round_by_keys(driver)
    driver.letter("r")
    if not session.view.party("china").agreed:
        _offer_by_keys(driver)  # the same again, without the door that has closed
    assert session.view.party("china").agreed
    driver.letter("r")
    _end_round_by_keys(driver)
    assert isinstance(driver.screen, PlenaryScreen)
    driver.letter("v")
    assert isinstance(driver.screen, VerdictScreen)
    assert session.score().passed
    assert session.now.projection.summary_2100[1] < session.before.projection.summary_2100[1] - 0.1
    driver.letter("d")
    assert isinstance(driver.screen, DebriefScreen)


def test_the_mouse_alone_plays_tianjin_to_the_verdict(driver: Driver) -> None:
    for key in ("play", "level0", "start", "open", "table0"):
        driver.click(key)
    assert isinstance(driver.screen, TableScreen)
    for key in (ABROAD, TRADE):
        stepper = driver.widget(key).rect
        driver.click_at((stepper.right - 8, stepper.centery))
    driver.click("send")
    driver.click("skip")
    assert isinstance(driver.screen, ReplyScreen)
    session = _game(driver).session
    assert session.view.party("china").last_reply is not None
    driver.click("round")
    while not session.finished:
        driver.click("hold")
        driver.click("hold")
        if isinstance(driver.screen, CableScreen):
            driver.click("open")
    driver.click("verdict")
    assert isinstance(driver.screen, VerdictScreen)


def test_a_game_left_in_the_middle_goes_on_where_it_was(driver: Driver) -> None:
    _open_by_keys(driver)
    _offer_by_keys(driver, abroad=1)
    left = _game(driver).session
    driver.letter("r")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, TitleScreen)
    driver.letter("g")
    driver.letter("1")
    assert isinstance(driver.screen, HubScreen)
    assert driver.screen.session is not left
    assert driver.screen.session.state == left.state
    assert len(list(saves_dir().glob("*.jsonl"))) == 1


def test_pressing_a_key_that_means_nothing_changes_nothing(driver: Driver) -> None:
    _open_by_keys(driver)
    before = _game(driver).session.state
    for code in (pygame.K_F9, pygame.K_z, pygame.K_INSERT, pygame.K_PAGEDOWN):
        driver.key(code)
    assert isinstance(driver.screen, HubScreen)
    assert driver.screen.session.state == before


def test_text_size_theme_and_help_work_from_anywhere(driver: Driver) -> None:
    _open_by_keys(driver)
    stage = driver.app.stage
    driver.key(pygame.K_PLUS, pygame.KMOD_CTRL)
    assert stage.settings.text_scale == 1.25
    theme = stage.settings.theme
    driver.key(pygame.K_F6)
    assert stage.settings.theme is not theme
    driver.key(pygame.K_F1)
    assert not isinstance(driver.screen, HubScreen)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, HubScreen)


def test_keys_alone_play_the_road_to_glasgow_to_the_verdict(driver: Driver) -> None:
    driver.letter("p")
    driver.letter("2")
    driver.letter("r")
    driver.letter("r")
    session = _game(driver).session
    warming = [session.now.projection.summary_2100[1]]
    while not session.finished:
        for table in range(1, 7):
            if not session.view.actions_left:
                break
            driver.letter(str(table))
            assert isinstance(driver.screen, TableScreen)
            for slot in driver.screen.draft.agreed:
                driver.tab_to(f"{slot.issue}/{slot.giver}")
                driver.key(pygame.K_RIGHT)
            driver.letter("s")
            if not isinstance(driver.screen, PredictScreen):
                driver.key(pygame.K_ESCAPE)
                continue
            driver.key(pygame.K_RETURN)
            assert isinstance(driver.screen, ReplyScreen)
            reply = driver.screen.reply
            assert (reply.explanation is None) == (driver.screen.signed is not None)
            if driver.screen.signed is not None:
                warming.append(session.now.projection.summary_2100[1])
            driver.letter("r")
        _end_round_by_keys(driver)
        if isinstance(driver.screen, CableScreen):
            driver.letter("r")
    assert isinstance(driver.screen, PlenaryScreen)
    driver.letter("v")
    assert isinstance(driver.screen, VerdictScreen)
    assert warming[-1] < warming[0]
    assert warming == sorted(warming, reverse=True)


def test_the_window_takes_another_size(driver: Driver) -> None:
    _open_by_keys(driver)
    for size in ((1000, 600), (1920, 1080), (300, 200)):
        pygame.display.set_mode(size, pygame.RESIZABLE)  # as the desktop does
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size))
        driver.app.step()
        assert driver.app.stage.canvas.surface.get_size() == size
        assert driver.app.stage.view.area.size == size
