"""Nothing is told by colour alone: what means different things also looks different without it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.desk.draft import Draft
from game.levels.loader import Level
from game.texts import Texts
from game.ui.charts.chart import Chart
from game.ui.charts.pins import Pin
from game.ui.charts.strokes import HATCHES, hatched_box
from game.ui.charts.timeline import Stop, Timeline
from game.ui.charts.wedges_chart import WedgesChart
from game.ui.charts.world_map import Thread, WorldMap
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import Settings
from game.ui.paint.theme import THEMES, ThemeName
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.stage import Stage
from game.ui.stage.view import View
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.controls import Stepper, Steps
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.medal import PLACES, MedalSign
from game.ui.widgets.meters import Meter
from game.ui.widgets.range_meter import RangeMeter
from game.ui.widgets.seal import OUTLINES, Emblem
from game.ui.widgets.widget import Look, Widget
from tests.bargaining_level import bargaining_level
from tests.sharing import shipped_level
from tests.ui.colour_blind import in_one_ink, told_by_colour_alone

NOBODY = Look(None, None, False)
ON_SCREENS = 4  # of those a kind of widget stands on, how many are looked at
EUROPE, ASIA = (10.0, 50.0), (105.0, 35.0)

# Where a chart or a control chooses a colour of meaning itself, and what else tells it.
DRAWN_WITH_MEANING = {
    "charts/fan_chart.py": "dashed lines with their limit in figures",
    "charts/frontier_chart.py": "numbered discs, a named diamond",
    "charts/steps_chart.py": "to the left or hatched and to the right, the change in figures",
    "charts/thermometer.py": "limits in figures",
    "charts/timeline.py": "doors as signs",
    "charts/wedges_chart.py": "levels with their names",
    "widgets/controls.py": "a check above the track, with words beside the slider",
}


@pytest.fixture(scope="module")
def glasgow() -> Level:
    return shipped_level("glasgow")


@pytest.fixture(params=list(ThemeName))
def stage(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, texts: Texts
) -> Iterator[Stage]:
    """Make a stage on which all colours of meaning are the colour of the text."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    monkeypatch.setitem(THEMES, request.param, in_one_ink(THEMES[request.param]))
    yield Stage(pygame.display.set_mode((1280, 720)), texts, Settings(theme=request.param), Routes)
    pygame.display.quit()


@pytest.fixture(scope="module")
def screens(texts: Texts, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Widget]]:
    """Every screen in every position of the gallery, by its kind; tables at every step."""
    pygame.display.init()
    pygame.font.init()
    stage = Stage(pygame.Surface((1280, 720)), texts, Settings(), Routes)
    levels = [shipped_level(name) for name in ("tianjin", "glasgow")]
    levels.append(bargaining_level(tmp_path_factory.mktemp("levels")))
    seen: dict[str, list[Widget]] = defaultdict(list)
    for level in levels:
        for name in SCREENS:
            screen = screen_named(name, stage, level)
            seen[type(screen).__name__] += [screen.build()]
            if isinstance(screen, TableScreen) and name in ("table", "linked"):
                seen["TableScreen"] += _every_step(screen)
    return seen


def _every_step(table: TableScreen) -> Iterator[Widget]:
    draft: Draft = table.draft
    for slot, deepest in draft.deepest.items():
        for option in range(deepest + 1):
            table._set(slot, option)
            yield table.build()


def test_the_same_words_signs_and_bars_never_mean_different_things(
    screens: dict[str, list[Widget]],
) -> None:
    found = {kind: told_by_colour_alone(roots) for kind, roots in screens.items()}
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_who_looks_for_what_colour_alone_tells_finds_it() -> None:
    signs = [Row([Icon("link", 14, ink), Label("coal")]) for ink in ("good", "bad")]
    words = [Column([Label("50 votes", colour=ink)]) for ink in ("good", "text")]
    bars = [Meter(0.5, colour=ink) for ink in ("good", "bad")]
    for pair in (signs, words, bars):
        assert len(told_by_colour_alone(pair)) == 1
    told = [
        Row([Icon(name, 14, ink), Label("coal")]) for name, ink in (("a", "good"), ("b", "bad"))
    ]
    assert told_by_colour_alone(told) == []
    assert (
        told_by_colour_alone(
            [Meter(v, mark=0.5, colour=c) for v, c in ((0.4, "bad"), (0.6, "good"))]
        )
        == []
    )


def test_a_new_place_that_draws_with_meaning_says_what_else_tells_it(project_root: Path) -> None:
    folder = project_root / "game" / "ui"
    drawn = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if re.search(r"\btheme\.(good|warn|bad)\b", path.read_text(encoding="utf-8"))
    }
    assert drawn == set(DRAWN_WITH_MEANING)


def test_what_has_the_keyboard_is_seen_without_colour(stage: Stage, glasgow: Level) -> None:
    looked_at: Counter[tuple[type[Widget], str]] = Counter()
    for name in SCREENS:
        stage.show(screen_named(name, stage, glasgow))
        for kind, widget in _kinds_on(stage.view).items():
            if looked_at[kind] < ON_SCREENS:
                looked_at[kind] += 1
                assert _is_seen_to_be_focused(stage, widget), (name, widget.key)


def _kinds_on(view: View) -> dict[tuple[type[Widget], str], Widget]:
    return {(type(w), getattr(w, "kind", "")): w for w in view.focusable()}


def _is_seen_to_be_focused(stage: Stage, widget: Widget) -> bool:
    view = stage.view
    view._focus(widget)
    around = widget.rect.inflate(8, 8).clip(view.area)
    stage.draw()
    focused = _bytes(stage, around)
    view.focused = None
    stage.draw()
    return _bytes(stage, around) != focused


def _bytes(stage: Stage, rect: pygame.Rect) -> bytes:
    return pygame.image.tobytes(
        pygame.transform.grayscale(stage.canvas.surface.subsurface(rect)), "RGB"
    )


def _alone(stage: Stage, widget: Widget, size: tuple[int, int] = (400, 300)) -> bytes:
    rect = pygame.Rect((0, 0), size)
    stage.canvas.surface.fill(stage.canvas.theme.card)
    widget.place(stage.canvas, rect)
    widget.draw(stage.canvas, NOBODY)
    return _bytes(stage, rect)


def _stops(now: int) -> Widget:
    return Timeline([Stop("1 Nov", "one", 0), Stop("2 Nov", "two", 0)], now, 0, print, tip="")


def _map(*, is_dashed: bool | None) -> Widget:
    lines = [] if is_dashed is None else [Thread(EUROPE, ASIA, "good", dashed=is_dashed)]
    return WorldMap([], {}, threads=lines)


STATES: dict[str, Callable[[], list[Widget]]] = {
    "medals": lambda: [MedalSign(medal) for medal in (*PLACES, "none")],
    "seals": lambda: [Emblem("AB", place) for place in range(len(OUTLINES))],
    "meters": lambda: [Meter(0.6, mark=mark) for mark in (0.5, 0.7, None)],
    "ranges": lambda: [RangeMeter(0.4, 0.6, mark) for mark in (0.3, 0.5, 0.7)],
    "steppers": lambda: [Stepper(Steps(at, 2), print, key="s") for at in range(3)],
    "meetings": lambda: [_stops(now) for now in range(3)],
    "map lines": lambda: [_map(is_dashed=dashed) for dashed in (None, True, False)],
}


@pytest.mark.parametrize("states", STATES)
def test_every_state_of_a_widget_has_a_shape_of_its_own(stage: Stage, states: str) -> None:
    pictures = [_alone(stage, widget) for widget in STATES[states]()]
    assert len(set(pictures)) == len(pictures)


def test_hatches_are_told_apart_without_colour(stage: Stage) -> None:
    pictures = set()
    for hatch in HATCHES:
        stage.canvas.surface.fill(stage.canvas.theme.card)
        hatched_box(stage.canvas, pygame.Rect(10, 10, 60, 40), stage.canvas.theme.good, hatch)
        pictures.add(_bytes(stage, pygame.Rect(0, 0, 80, 60)))
    assert len(pictures) == len(HATCHES)


def test_wedges_never_share_a_hatch(screens: dict[str, list[Widget]]) -> None:
    charts = [
        w for root in screens["DebriefScreen"] for w in root.walk() if isinstance(w, WedgesChart)
    ]
    assert charts
    for chart in charts:
        assert 0 < len(chart.parts) <= len(HATCHES)
        assert len({name for name, _, _ in chart.parts}) == len(chart.parts)


def test_every_chart_reads_out_in_words_what_it_shows(screens: dict[str, list[Widget]]) -> None:
    charts = [
        w for roots in screens.values() for r in roots for w in r.walk() if isinstance(w, Chart)
    ]
    assert {type(chart).__name__ for chart in charts} >= {"FanChart", "WedgesChart", "BathChart"}
    for chart in charts:
        reading = chart.reading(chart.first_step)
        assert reading.title
        assert reading.lines


def test_the_land_of_a_delegation_is_outlined_while_its_seal_is_looked_at(
    stage: Stage, glasgow: Level
) -> None:
    stage.show(screen_named("hub", stage, glasgow))
    (world,) = [w for w in stage.view.root.walk() if isinstance(w, WorldMap)]
    pins = [w for w in world.children if isinstance(w, Pin) and w.bloc in world.territories]
    assert len(pins) > 2
    outlines = set()
    for pin in pins:
        stage.canvas.surface.fill((0, 0, 0))
        world._draw_borders(stage.canvas, pin.bloc)
        outlines.add(_bytes(stage, world.rect))
    stage.canvas.surface.fill((0, 0, 0))
    outlines.add(_bytes(stage, world.rect))
    assert len(outlines) == len(pins) + 1


def test_one_ink_leaves_no_colour_of_meaning() -> None:
    flat = in_one_ink(THEMES[ThemeName.NIGHT])
    assert {flat.good, flat.warn, flat.bad, flat.ours, flat.theirs, *flat.parties} == {flat.text}
