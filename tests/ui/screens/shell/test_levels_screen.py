"""The campaign map: levels where they end, and the best medals of finished games."""

import pygame

from game.paths import saves_dir
from game.session.game_results import FIGURES, Result, keep_result
from game.ui.charts.geography import atlas
from game.ui.charts.pins import Pin
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.routes import Routes
from game.ui.screens.shell.levels_screen import place_of
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level


def _keep(log: str, total: int, *, passed: bool) -> None:
    saves_dir().mkdir(parents=True, exist_ok=True)
    figures = dict.fromkeys(FIGURES, 50) | {"fairness": 85}
    keep_result(saves_dir(), log, Result("tianjin", passed, total, **figures))


def _said(stage: Stage) -> list[str]:
    Routes(stage).to_levels()
    stage.draw()
    return [w.text for w in stage.view.root.walk() if isinstance(w, Label)]


def test_a_level_stands_where_its_last_meeting_is_held() -> None:
    places = {name: place_of(shipped_level(name)) for name in ("tianjin", "glasgow")}
    assert places == {"tianjin": atlas().places["Tianjin"], "glasgow": atlas().places["Glasgow"]}


def test_a_level_never_finished_says_so(stage: Stage) -> None:
    assert stage.texts("map.not_played") in _said(stage)


def test_the_best_game_that_passed_gives_the_medal(stage: Stage) -> None:
    _keep("one", 61, passed=True)
    _keep("two", 83, passed=True)
    _keep("three", 97, passed=False)
    said = _said(stage)
    assert "Best game: gold, 83 of 100" in said
    assert "Fairness: gold" in said
    pins = {w.key: w for w in stage.view.root.walk() if isinstance(w, Pin)}
    assert pins["pin/tianjin"].sign is not None
    assert pins["pin/glasgow"].sign is None


def test_games_that_missed_their_goals_earn_no_medal(stage: Stage) -> None:
    _keep("one", 97, passed=False)
    assert "Played 1 time, goals not met yet" in _said(stage)


def test_a_press_on_the_map_opens_the_briefing(stage: Stage) -> None:
    _said(stage)
    stage.view._focus(next(w for w in stage.view.focusable() if w.key == "pin/tianjin"))
    stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
    assert isinstance(stage.screen, BriefingScreen)
    assert stage.screen.session.level.id == "tianjin"
