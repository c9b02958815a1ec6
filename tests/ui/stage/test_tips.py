"""Tips: only where the player has gone, one at a time, over nothing that can be pressed."""

import pygame
import pytest

from game.session.session import Session
from game.ui.app import TIP_AFTER_MS
from game.ui.charts.fan_chart import FanChart
from game.ui.input.keys import Key, Meaning
from game.ui.input.settings import Settings
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.geometry import group_of, in_sight
from game.ui.stage.stage import Stage
from game.ui.stage.tips import AWAY, EDGE, is_control, is_told, place_of
from game.ui.stage.view import View
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button, Stepper
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from tests.sharing import shipped_level
from tests.ui.driving import Driver

FIGURES = ("table.odds", "table.emissions", "stakes.worth")
SIZES = {"720p": (1280, 720), "1080p": (1920, 1080)}


def _hub(stage: Stage, level: str = "glasgow") -> HubScreen:
    session = Session(shipped_level(level), seed=1)
    return HubScreen(stage, Routes(stage).play_of(session))


def _widget(stage: Stage, key: str) -> Widget:
    return next(w for w in stage.view.root.walk() if w.key == key)


def _read_with(stage: Stage, key: str) -> Widget:
    """Return what the words of a key are read together with."""
    labels = (w for w in stage.view.root.walk() if isinstance(w, Label))
    label = next(label for label in labels if label.text == stage.texts(key))
    return group_of(stage.view.root, label)


def _rest(stage: Stage) -> Widget | None:
    stage.show_tip()
    return stage.view.tipped


def test_what_the_screen_opens_on_brings_no_tip(stage: Stage) -> None:
    stage.show(_hub(stage))
    assert stage.view.focus_key == "table0"
    assert _rest(stage) is None


def test_a_tip_comes_where_the_keyboard_was_moved_to(stage: Stage) -> None:
    stage.show(_hub(stage))
    stage.on_key(Key(Meaning.NEXT))
    tipped = _rest(stage)
    assert tipped is not None
    assert tipped.key == stage.view.focus_key


def test_a_tip_comes_where_the_pointer_rests_and_goes_with_it(stage: Stage) -> None:
    stage.show(_hub(stage))
    stage.view.move(_widget(stage, "table2").rect.center)
    assert _rest(stage) is _widget(stage, "table2")
    stage.view.move((4, 4))
    assert _rest(stage) is None


def test_after_a_press_and_a_new_picture_the_tip_still_leaves_with_the_pointer(
    stage: Stage,
) -> None:
    stage.show(_hub(stage))
    at = _widget(stage, "dossier1").rect.center
    stage.view.move(at)
    stage.view.press(at)
    stage.refresh()
    stage.view.release((4, 4))  # not pressed after all
    assert _rest(stage) is _widget(stage, "dossier1")
    stage.view.move((4, 4))
    assert _rest(stage) is None


def test_the_reason_of_a_button_that_is_off_is_told_to_pointer_keys_and_letter(
    stage: Stage,
) -> None:
    hub = _hub(stage)
    stage.show(TableScreen(stage, hub.play, "china"))
    reason = stage.texts("table.empty")
    stage.view.move(_widget(stage, "send").rect.center)
    assert (tipped := _rest(stage)) is not None
    assert tipped.tip == reason
    stage.view.move((4, 4))
    stage.on_key(Key(Meaning.LETTER, "s"))
    assert (tipped := _rest(stage)) is not None
    assert tipped.tip == reason


def test_scrolling_takes_the_tip_away(stage: Stage) -> None:
    stage.resize(pygame.display.set_mode((960, 540)))
    stage.change_settings(Settings(text_scale=2.0, hints=False))
    stage.resize(pygame.display.set_mode((960, 540)))
    stage.show(_hub(stage))
    stage.view.move(_widget(stage, "table0").rect.center)
    assert _rest(stage) is not None
    scroll = next(w for w in stage.view.root.walk() if isinstance(w, Scroll) and w.hidden)
    assert stage.view.wheel(scroll.rect.center, -2)
    assert stage.view.tipped is None


def test_what_already_stands_on_the_screen_is_not_said_twice(stage: Stage) -> None:
    said = "Change at least one term first."
    for printed, is_tipped in ((said, False), ("Something else.", True)):
        off = Button("Send", lambda: None, why_not=said, key="send")
        root = Column([Label(printed), off])
        view = View(root, stage.canvas, stage.canvas.surface.get_rect(), "")
        assert is_told(said, root, view.area) != is_tipped
        view._focus(off)
        view.tip_shown = True
        assert (view.tipped is off) == is_tipped


def test_a_chart_reads_out_or_shows_its_tip_but_never_both(stage: Stage) -> None:
    stage.show(_hub(stage, "tianjin"))
    chart = next(w for w in stage.view.root.walk() if isinstance(w, FanChart))
    stage.view.move((chart.plot.rect.centerx, chart.plot.rect.centery))
    assert chart.cursor is not None
    assert _rest(stage) is None
    chart.cursor = None
    stage.view._focus(chart)
    assert _rest(stage) is chart
    stage.on_key(Key(Meaning.LEFT))
    assert _rest(stage) is None


@pytest.mark.parametrize("level", ["tianjin", "glasgow"])
@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_tip_lies_inside_the_window_and_over_no_control(
    level: str, size: tuple[int, int], scale: float, stage: Stage
) -> None:
    stage.change_settings(Settings(text_scale=scale, hints=False))
    stage.resize(pygame.display.set_mode(size))
    hub = _hub(stage, level)
    for screen in (hub, TableScreen(stage, hub.play, "china")):
        stage.show(screen)
        view = stage.view
        inside = view.area.inflate(-EDGE, -EDGE)
        for widget in [w for w in view.focusable() if w.tip and not w.is_aside]:
            view._focus(widget)
            place = place_of(stage.canvas, view.root, view.area, widget)
            assert inside.contains(place)
            hidden = [
                each.key
                for each, seen in in_sight(view.root, view.area)
                if is_control(each) and seen.colliderect(place)
            ]
            assert hidden == [], f"the tip of {widget.key} hides {hidden}"


@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("level", ["tianjin", "glasgow"])
def test_the_tip_of_a_slider_hides_neither_its_own_term_nor_the_figures_to_decide_by(
    level: str, scale: float, size: tuple[int, int], stage: Stage
) -> None:
    stage.change_settings(Settings(text_scale=scale, hints=False))
    stage.resize(pygame.display.set_mode(size))
    stage.show(TableScreen(stage, _hub(stage, level).play, "china"))
    view = stage.view
    for stepper in [w for w in view.root.walk() if isinstance(w, Stepper)]:
        view._focus(stepper)
        place = place_of(stage.canvas, view.root, view.area, stepper)
        kept = {id(w) for w in _widget(stage, f"term/{stepper.key}").walk()}
        kept |= {id(w) for group in FIGURES for w in _read_with(stage, group).walk()}
        hidden = [
            each.text
            for each, seen in in_sight(view.root, view.area)
            if id(each) in kept and isinstance(each, Label) and seen.colliderect(place)
        ]
        assert hidden == [], f"the tip of {stepper.key} hides {hidden}"


def test_no_tip_comes_up_over_a_slider_that_is_being_stepped(stage: Stage) -> None:
    stage.show(TableScreen(stage, _hub(stage).play, "china"))
    stage.on_key(Key(Meaning.NEXT))
    stepper = stage.view.focused
    assert isinstance(stepper, Stepper)
    assert _rest(stage) is stepper
    stage.on_key(Key(Meaning.RIGHT))
    assert _rest(stage) is None
    at = _widget(stage, stepper.key).rect.center
    stage.view.move(at)
    assert _rest(stage) is _widget(stage, stepper.key)
    stage.view.tip_shown = False
    stage.view.press(at)
    stage.view.release(at)
    assert _rest(stage) is None
    stage.on_key(Key(Meaning.NEXT))
    assert _rest(stage) is stage.view.focused


def test_a_tip_waits_until_the_pointer_rests_and_the_wheel_starts_the_wait_anew(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_ms = 100_000
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now_ms)
    driver.key(pygame.K_TAB)
    driver.app.step()
    assert not driver.app.stage.view.tip_shown
    now_ms += TIP_AFTER_MS + 1
    driver.app.step()
    assert driver.app.stage.view.tip_shown
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False))
    driver.app.step()
    assert not driver.app.stage.view.tip_shown


@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("level", ["tianjin", "glasgow"])
def test_the_tip_of_a_button_stands_beside_that_button(
    level: str, scale: float, size: tuple[int, int], stage: Stage
) -> None:
    stage.change_settings(Settings(text_scale=scale, hints=False))
    stage.resize(pygame.display.set_mode(size))
    hub = _hub(stage, level)
    for screen in (hub, TableScreen(stage, hub.play, "china")):
        stage.show(screen)
        view = stage.view
        for button in [w for w in view.focusable() if w.tip and isinstance(w, Button)]:
            view._focus(button)
            place = place_of(stage.canvas, view.root, view.area, button)
            away = 2 * stage.canvas.px(AWAY) + 2
            beside = button.rect.inflate(away, 0), button.rect.inflate(0, away)
            is_beside = any(place.colliderect(each) for each in beside)
            assert is_beside or not _free_beside(stage, button, place.size), (button.key, place)
            column, row = (2 * view.area.width, 0), (0, 2 * view.area.height)
            in_line = any(place.inflate(way).colliderect(button.rect) for way in (column, row))
            assert is_beside or in_line, (button.key, place, button.rect)


def _free_beside(stage: Stage, button: Widget, size: tuple[int, int]) -> list[pygame.Rect]:
    """Return where a card could lie beside a button, hiding nothing that can be pressed."""
    view, away = stage.view, stage.canvas.px(AWAY)
    inside = view.area.inflate(-2 * stage.canvas.px(EDGE), -2 * stage.canvas.px(EDGE))
    controls = [
        part
        for each, part in in_sight(view.root, view.area)
        if is_control(each) and each is not button
    ]
    (width, height), rect = size, button.rect
    lefts = [rect.left, rect.centerx - width // 2, rect.right - width]
    tops = [rect.top, rect.centery - height // 2, rect.bottom - height]
    spots = [(x, y) for x in lefts for y in (rect.top - away - height, rect.bottom + away)]
    spots += [(x, y) for y in tops for x in (rect.left - away - width, rect.right + away)]
    cards = [pygame.Rect(spot, size) for spot in spots]
    return [c for c in cards if inside.contains(c) and c.collidelist(controls) < 0]
