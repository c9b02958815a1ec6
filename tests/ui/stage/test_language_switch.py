"""Another language while playing: every word changes, the game does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.negotiation.model.actions import Hold, Offer
from game.negotiation.model.scenario import Term
from game.paths import saves_dir
from game.session.session import Session
from game.texts import available_languages
from game.ui.app import App
from game.ui.gallery.posing import opening
from game.ui.paint import fonts
from game.ui.screens.common.play import GameScreen
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.commands.asking import Ask
from tests.sharing import shipped_level
from tests.ui.driving import Driver


def words_on(driver: Driver) -> str:
    """All that stands on the screen."""
    widgets = driver.app.stage.view.root.walk()
    return "\n".join(w.text for w in widgets if isinstance(w, Label | Button))


def speak(driver: Driver, language: str) -> None:
    stage = driver.app.stage
    stage.change_settings(replace(stage.settings, language=language))
    driver.app.step()


def test_a_language_is_chosen_in_the_settings_and_kept(driver: Driver) -> None:
    driver.click("settings")
    driver.click("language/fr")
    assert "Réglages" in words_on(driver)
    driver.key(pygame.K_ESCAPE)
    assert "Reprendre une partie" in words_on(driver)
    assert App("again").stage.texts.language == "fr"


def test_each_language_calls_itself_by_its_own_name(driver: Driver) -> None:
    driver.click("settings")
    shown = words_on(driver)
    assert all(name in shown for name in ("English", "Español", "Français", "中文"))


def test_a_game_goes_on_in_another_language(driver: Driver) -> None:
    stage = driver.app.stage
    Routes(stage).begin(shipped_level("tianjin"), seed=1)
    screen = stage.screen
    assert isinstance(screen, GameScreen)
    session, play = screen.session, screen.play
    play.drafts["china"] = opening(session, "china")
    play.routes.to_table("china")
    driver.app.step()
    assert "Coal power China pays for abroad" in words_on(driver)
    state, draft = session.state, play.drafts["china"]

    Routes(stage).to_settings(stage.screen)
    driver.app.step()
    driver.click("language/zh_Hans")
    driver.key(pygame.K_ESCAPE)
    assert isinstance(stage.screen, TableScreen)
    assert "中国出资的境外煤电" in words_on(driver)
    assert "Coal" not in words_on(driver)
    assert stage.screen.session is session
    assert session.state is state
    assert play.drafts["china"] == draft == stage.screen.draft.package

    session.submit(Offer("china", draft, 50))
    speak(driver, "es")
    stage.show(ReplyScreen(stage, play, "china", session.before))
    driver.app.step()
    assert "China: " in words_on(driver)
    play.routes.to_hub()
    driver.app.step()
    assert "Delegaciones" in words_on(driver)
    assert session.path is not None
    session.close()
    resumed = Session.resume(session.path, session.level)
    assert resumed.state == session.state


def test_the_log_of_a_game_is_the_same_in_every_language(tmp_path: Path) -> None:
    level = shipped_level("tianjin")
    states = []
    for language in available_languages():
        session = Session(level.in_language(language), seed=3)
        session.submit(Offer("china", opening(session, "china"), 40))
        states.append(session.state)
    assert all(state == states[0] for state in states)


def test_a_refusal_quotes_the_delegation_in_the_language(driver: Driver) -> None:
    stage = driver.app.stage
    speak(driver, "fr")
    session = Session(shipped_level("tianjin"), seed=1)
    play = Routes(stage).play_of(session)
    slot = session.scenario.delegation("china").red_lines[0].slot
    session.submit(Offer("china", (Term(slot, 3),), 10))
    stage.show(ReplyScreen(stage, play, "china", session.before))
    driver.app.step()
    assert "c’est à nous d’en décider" in words_on(driver)
    speak(driver, "en")
    assert "is for us to decide" in words_on(driver)


def test_levels_and_saves_are_listed_in_the_language(driver: Driver) -> None:
    stage = driver.app.stage
    Session.start(shipped_level("tianjin"), seed=1).submit(Hold())
    Routes(stage).to_levels()
    driver.app.step()
    speak(driver, "es")
    assert "Veinte horas en Tianjin" in words_on(driver)
    driver.key(pygame.K_ESCAPE)
    driver.click("saves")
    assert "Veinte horas en Tianjin" in words_on(driver)
    speak(driver, "zh_Hans")
    assert "天津二十小时" in words_on(driver)
    assert list(saves_dir().glob("*.jsonl"))


def test_without_its_letters_a_language_is_off_and_says_how_to_get_them(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_CHINESE", "no_such_package_of_fonts")
    driver.click("settings")
    shown = words_on(driver)
    assert "pip install pylopdf-fonts-zh-cn" in shown
    assert "中" not in shown
    speak_button = driver.widget("language/zh_Hans")
    assert isinstance(speak_button, Button)
    assert speak_button.why_not
    driver.click("language/zh_Hans")
    assert driver.app.stage.texts.language == "en"
    assert App("again", "zh_Hans").stage.texts.language == "en"


def test_a_picture_in_a_language_without_letters_is_refused(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_CHINESE", "no_such_package_of_fonts")
    answer = ask("screenshot", "title", "--lang", "zh_Hans", "--out", tmp_path / "x.png")
    assert answer.code == 2
    assert "pip install pylopdf-fonts-zh-cn" in answer.err


@pytest.mark.parametrize("language", ["es", "fr", "zh_Hans"])
def test_a_picture_in_another_language_is_another_picture(
    ask: Ask, tmp_path: Path, language: str
) -> None:
    for name in ("en", language):
        answer = ask("screenshot", "hub", "--lang", name, "--out", tmp_path / f"{name}.png")
        assert answer.code == 0, answer.err
    assert (tmp_path / "en.png").read_bytes() != (tmp_path / f"{language}.png").read_bytes()
