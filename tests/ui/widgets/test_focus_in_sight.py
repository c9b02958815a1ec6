"""What has the keyboard can be seen, ring and all."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.session.session import Session
from game.texts import Texts, available_languages
from game.ui.input.keys import Key, Meaning
from game.ui.input.settings import Settings
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Button, Stepper
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from tests.sharing import shipped_level

RECORDING = Path(__file__).parents[2] / "replays" / "glasgow.jsonl"
TURNS = 13  # into the third round, with two deals and six delegations


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_climate_comes_into_sight_where_the_round_has_to_be_scrolled(
    stage: Stage, scale: float
) -> None:
    stage.change_settings(replace(stage.settings, text_scale=scale))
    session = Session(shipped_level("glasgow"), 1)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    for shown in ("thermometer", "map"):
        stage.on_key(Key(Meaning.LETTER, "m"))
        panel = next(w for w in stage.view.root.walk() if w.key == shown)
        scroll = next(s for s in stage.view.root.walk() if isinstance(s, Scroll))
        assert panel.rect.clip(scroll.rect).height > panel.rect.height // 2


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, texts: Texts) -> Stage:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    stage = Stage(pygame.display.set_mode((1280, 720)), texts, Settings(hints=False), Routes)
    session = Session(shipped_level("glasgow"), 1)
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
    return stage


def _last_stepper(stage: Stage) -> Stepper:
    return [w for w in stage.view.root.walk() if isinstance(w, Stepper)][-1]


def _row(stage: Stage, stepper: Stepper) -> Widget:
    return next(w for w in stage.view.root.walk() if w.key == f"term/{stepper.key}")


def _around(stage: Stage, widget: Widget) -> list[Scroll]:
    scrolls = [w for w in stage.view.root.walk() if isinstance(w, Scroll)]
    return [scroll for scroll in scrolls if widget in scroll.child.walk()]


def _ring(stage: Stage, widget: Widget) -> pygame.Rect:
    return widget.rect.inflate(stage.canvas.px(6), stage.canvas.px(6))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_ring_around_the_last_slider_is_whole(stage: Stage, scale: float) -> None:
    stage.change_settings(replace(stage.settings, text_scale=scale))
    stage.view._focus(_last_stepper(stage))
    for scroll in _around(stage, _last_stepper(stage)):
        assert scroll.rect.bottom >= _ring(stage, _last_stepper(stage)).bottom


def test_what_has_the_keyboard_stays_in_sight_when_text_grows_or_the_window_changes(
    stage: Stage,
) -> None:
    stage.view._focus(_last_stepper(stage))
    for change in (
        lambda: stage.change_settings(replace(stage.settings, text_scale=1.5)),
        lambda: stage.change_settings(replace(stage.settings, text_scale=1.0)),
        lambda: stage.resize(pygame.Surface((1280, 540))),
        lambda: stage.resize(pygame.Surface((960, 540))),
    ):
        change()
        focused = stage.view.focused
        assert isinstance(focused, Stepper)
        assert all(scroll.rect.contains(focused.rect) for scroll in _around(stage, focused))


@pytest.mark.parametrize(
    ("scale", "level_id"), [(1.0, "glasgow"), (1.5, "glasgow"), (1.5, "tianjin")]
)
def test_the_figures_to_decide_by_are_in_sight_on_a_table_not_yet_scrolled(
    stage: Stage, scale: float, level_id: str
) -> None:
    session = Session(shipped_level(level_id), 1)
    stage.change_settings(replace(stage.settings, text_scale=scale))
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
    texts, body = stage.texts, session.view.home.body
    names = [texts("table.odds"), texts("table.home", body=body), texts("stakes.worth")]
    labels = [w for w in stage.view.root.walk() if isinstance(w, Label) and w.text in names]
    assert sorted(label.text for label in labels) == sorted(names)
    for label in labels:
        assert all(scroll.rect.contains(label.rect) for scroll in _around(stage, label))


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("meaning", [Meaning.NEXT, Meaning.PREVIOUS])
def test_a_slider_comes_into_sight_with_the_name_and_value_of_its_term(
    stage: Stage, scale: float, meaning: Meaning
) -> None:
    stage.change_settings(replace(stage.settings, text_scale=scale))
    steppers = sum(isinstance(w, Stepper) for w in stage.view.root.walk())
    came = set()
    for _ in stage.view.focusable():
        stage.on_key(Key(meaning))
        focused = stage.view.focused
        if isinstance(focused, Stepper):
            row = _row(stage, focused)
            came.add(row.key)
            scroll = _around(stage, focused)[-1]
            whole = scroll.rect.contains(row.rect)
            labels = [w for w in row.walk() if isinstance(w, Label)]
            above = [w for w in labels if w.rect.bottom <= focused.rect.top]
            from_title = all(scroll.rect.contains(w.rect) for w in above)
            assert whole if scroll.fits(row.rect) else from_title
    assert len(came) > steppers // 2


def test_a_term_too_tall_for_its_column_still_shows_its_slider(stage: Stage) -> None:
    stage.change_settings(replace(stage.settings, text_scale=2.0))
    stage.resize(pygame.Surface((1920, 1080)))
    stage.view._focus(_last_stepper(stage))
    assert all(
        s.rect.contains(_last_stepper(stage).rect) for s in _around(stage, _last_stepper(stage))
    )


@pytest.mark.parametrize("language", available_languages())
def test_the_smallest_usual_window_holds_a_full_round_in_every_language(
    stage: Stage, language: str
) -> None:
    level = shipped_level("glasgow")
    recorded = Session.replayed(RECORDING, level, stage.texts)
    session = Session(level, recorded.state.seed, recorded.seat)
    for turn in recorded.turns[1 : TURNS + 1]:
        assert turn.action is not None
        session.submit(turn.action)
    stage.change_settings(replace(stage.settings, language=language))
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    page = next(w for w in stage.view.root.walk() if isinstance(w, Scroll) and w.key == "page")
    assert page.hidden == 0
    buttons = (w.rect for w in stage.view.root.walk() if isinstance(w, Button))
    assert len({rect.top for rect in buttons if rect.top >= page.rect.bottom}) == 2
