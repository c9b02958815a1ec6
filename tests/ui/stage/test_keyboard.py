"""By keys alone: Tab and the arrows come to everything that can be pressed, on every screen."""

from collections.abc import Iterator
from functools import cache

import pygame
import pytest

from game.levels.loader import Level
from game.texts import Texts
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.keys import Key, Meaning
from game.ui.input.settings import Settings
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.stage.view import View
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from tests.sharing import shipped_level

ARROWS = (Meaning.LEFT, Meaning.RIGHT, Meaning.UP, Meaning.DOWN)


@pytest.fixture(params=["tianjin", "glasgow"])
def stage(
    request: pytest.FixtureRequest, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    stage = Stage(pygame.display.set_mode((1280, 720)), texts, Settings(), Routes)
    stage.level = request.param  # type: ignore[attr-defined]
    yield stage
    pygame.display.quit()


@cache
def _level(name: str) -> Level:
    return shipped_level(name)


def _shown(name: str, stage: Stage) -> View:
    stage.show(screen_named(name, stage, _level(stage.level)))  # type: ignore[attr-defined]
    return stage.view


def _in_sight(view: View, widget: Widget) -> bool:
    around = [s for s in view.root.walk() if isinstance(s, Scroll) and widget in s.child.walk()]
    return all(scroll.rect.colliderect(widget.rect) for scroll in around)


@pytest.mark.parametrize("name", SCREENS)
def test_tab_comes_to_everything_and_brings_it_into_sight(name: str, stage: Stage) -> None:
    view = _shown(name, stage)
    reached = set()
    for _ in view.focusable():
        view.on_key(Key(Meaning.NEXT))
        assert view.focused is not None
        assert _in_sight(view, view.focused)
        reached.add(id(view.focused))
    assert reached == {id(widget) for widget in view.focusable()}


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_opens_with_a_way_to_use_it_by_keys(name: str, stage: Stage) -> None:
    view = _shown(name, stage)
    assert view.focusable()
    assert view.focused is not None
    keys = [widget.key for widget in view.focusable()]
    assert len(keys) == len(set(keys))
    assert all(keys)


@pytest.mark.parametrize("name", SCREENS)
def test_the_arrows_lead_away_from_every_widget(name: str, stage: Stage) -> None:
    view = _shown(name, stage)
    if len(view.focusable()) < 2:
        return
    stuck = []
    for widget in view.focusable():
        if not any(_leads_away(view, widget, arrow) for arrow in ARROWS):
            stuck.append(widget.key)
    assert stuck == []


def _leads_away(view: View, widget: Widget, arrow: Meaning) -> bool:
    view._focus(widget)
    return view._move_focus(arrow) and view.focused is not widget
