"""The briefing says what differs from game to game, and by which number a game is begun alike."""

from dataclasses import replace

from game.levels.finder import level_of_id
from game.negotiation.model.news import News
from game.negotiation.model.scenario import Scenario, Varies
from game.session.session import Session
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label


def _tianjin() -> Scenario:
    level = level_of_id("tianjin")
    assert level is not None
    return level.scenario()


def _always_alike() -> Scenario:
    scenario = _tianjin()
    parties = tuple(replace(party, varies=Varies()) for party in scenario.delegations)
    return replace(scenario, delegations=parties, news=())


def test_the_number_of_the_game_is_said(stage: Stage) -> None:
    level = level_of_id("tianjin")
    assert level is not None
    stage.show(BriefingScreen(stage, Routes(stage).play_of(Session(level, seed=482_913))))
    said = [widget.text for widget in stage.view.root.walk() if isinstance(widget, Label)]
    assert any("--seed 482913" in text for text in said)


def test_a_level_is_drawn_where_minds_or_news_are() -> None:
    alike = _always_alike()
    certain = News("x", 1, 1000, "", "", ())
    assert _tianjin().is_drawn
    assert not alike.is_drawn
    assert not replace(alike, news=(certain,)).is_drawn
    assert replace(alike, news=(replace(certain, odds=999),)).is_drawn
    you, *others = alike.delegations
    assert replace(alike, delegations=(replace(you, varies=Varies(votes=1)), *others)).is_drawn
