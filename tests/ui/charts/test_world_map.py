"""The map of the world: whole, without streaks, and never the only place that tells a thing."""

import math
import random

import numpy as np
import pygame
import pytest

from game.negotiation.model.actions import Hold, Offer
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts
from game.ui.charts.geography import MapFrame, atlas, globe, height_for, projected
from game.ui.charts.pins import Pin, settle_pins
from game.ui.charts.timeline import Timeline
from game.ui.charts.world_map import WorldMap
from game.ui.input.settings import Settings
from game.ui.paint.theme import THEMES, Theme
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.seal import Emblem
from game.ui.widgets.widget import Look
from tests.sharing import shipped_level

LONGEST_EDGE = 0.6  # radii; the longest straight border is that of Canada and the United States


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, texts: Texts) -> Stage:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    return Stage(pygame.display.set_mode((1280, 720)), texts, Settings(), Routes)


def _hub(stage: Stage, level_id: str = "glasgow") -> HubScreen:
    session = Session(shipped_level(level_id), seed=1)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    stage.draw()
    return hub


def test_greenwich_on_the_equator_is_the_middle_and_the_date_line_the_edge() -> None:
    middle, edge = projected(np.array([0.0, 180.0]), np.array([0.0, 0.0]))
    assert middle.tolist() == [0.0, 0.0]
    assert edge[0] == pytest.approx(0.8707 * math.pi)  # Savric et al. (2011), table 1
    assert np.abs(globe()[:, 0]).max() == pytest.approx(edge[0], rel=1e-3)


def test_no_border_runs_across_the_map() -> None:
    longest = max(
        float(np.hypot(*(ring - np.roll(ring, 1, axis=0)).T).max())
        for country in atlas().countries
        for ring in country.rings
    )
    assert longest < LONGEST_EDGE


def test_every_bloc_that_can_be_a_party_has_land_and_a_place_for_its_seal() -> None:
    level = shipped_level("glasgow")
    parties = set(level.world.blocs) - {"intl_aviation", "intl_shipping", "unallocated"}
    assert parties <= {country.bloc for country in atlas().countries}
    assert parties <= set(atlas().anchors)


def _members(bloc: str) -> set[str]:
    return {each.id for each in (*atlas().countries, *atlas().states) if bloc in each.member_of}


def test_only_its_39_members_are_painted_as_island_states() -> None:
    islands = _members("vulnerable")
    assert len(islands) == 39  # Alliance of Small Island States, aosis.org/about/member-states
    assert {"TUV", "MDV", "FJI", "GUY", "BLZ", "SGP"} <= islands
    assert not islands & {"NPL", "AFG", "BTN", "LAO", "BGD", "MMR", "KHM", "YEM"}


def test_all_of_africa_is_the_african_group() -> None:
    africa = _members("africa")
    assert len(africa) == 54
    assert {"DZA", "LBY", "ZAF", "EGY", "COD", "COM"} <= africa


def test_a_country_of_two_delegations_wears_the_colours_of_both(stage: Stage) -> None:
    world_map = WorldMap([], {"forest": 0, "africa": 1})
    rect = pygame.Rect(0, 0, 700, 300)
    world_map.place(stage.canvas, rect)
    picture, frame = world_map._picture(stage.canvas), MapFrame.within(rect)
    congo, nigeria, brazil = (23.0, -3.0), (8.0, 9.5), (-52.0, -9.0)

    def colours(at: tuple[float, float]) -> set[tuple[int, ...]]:
        x, y = frame.point(at)
        return {
            tuple(picture.get_at((x + dx, y + dy))[:3])
            for dx in range(-4, 5)
            for dy in range(-4, 5)
        }

    alone = [colours(at) for at in (nigeria, brazil)]
    assert all(len(each) < 20 for each in alone)
    assert len(colours(congo)) > 2
    accents = [next(iter(each)) for each in alone]
    for accent in accents:
        apart = min(
            max(abs(a - b) for a, b in zip(accent, each, strict=True)) for each in colours(congo)
        )
        assert apart < 30


def test_land_that_nobody_here_speaks_for_is_plain_and_leads_nowhere(stage: Stage) -> None:
    _hub(stage)
    world_map = next(w for w in stage.view.root.walk() if isinstance(w, WorldMap))
    nepal = world_map._frame.point((84.0, 28.3))
    found = {getattr(world_map.under((nepal[0] + dx, nepal[1])), "bloc", None) for dx in (-1, 0, 1)}
    assert "vulnerable" not in found


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1000, 700)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_legend_covers_no_land_of_a_delegation(
    stage: Stage, size: tuple[int, int], scale: float
) -> None:
    stage.canvas.surface = pygame.display.set_mode(size)
    stage.change_settings(Settings(text_scale=scale, hints=False))
    _long_round(stage)
    world_map = next(w for w in stage.view.root.walk() if isinstance(w, WorldMap))
    box = world_map._legend(stage.canvas)
    frame = world_map._frame
    shown = set(world_map.territories)
    land = [
        point
        for country in atlas().countries
        if shown & set(country.member_of)
        for ring in country.rings
        for point in frame.points(ring).tolist()
    ]
    land += [frame.point(s.at) for s in atlas().states if shown & set(s.member_of)]
    assert [point for point in land if box.collidepoint(point)] == []


def _long_round(stage: Stage) -> HubScreen:
    """Return the fourth round of a game in which three pieces of news are forecast."""
    session = Session(shipped_level("glasgow"), seed=362599)
    for _ in range(3):
        session.submit(Hold())
    assert len(session.view.forecast) == 3
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    stage.draw()
    return hub


def test_long_news_leaves_the_map_its_room_and_every_pin_its_name(stage: Stage) -> None:
    stage.change_settings(Settings(hints=False))
    _long_round(stage)
    widgets = list(stage.view.root.walk())
    page = next(w for w in widgets if isinstance(w, Scroll) and w.key == "page")
    assert page.hidden == 0
    world_map = next(w for w in widgets if isinstance(w, WorldMap))
    assert world_map.rect.height >= 190
    assert [pin.name for pin in world_map.pins if not pin.plate.width] == []
    forecasts = [w for w in widgets if isinstance(w, Scroll) and w.key == "news"]
    assert forecasts[0].takes_focus  # what does not fit can be scrolled to by keys


@pytest.mark.parametrize("width", [400, 736, 1200])
def test_all_of_the_world_fits_its_place(width: int) -> None:
    rect = pygame.Rect(30, 40, width, round(height_for(width)))
    edge = MapFrame.within(rect).points(globe())
    assert rect.inflate(2, 2).collidepoint(edge.min(axis=0).tolist())
    assert rect.inflate(2, 2).collidepoint(edge.max(axis=0).tolist())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_twelve_pins_in_one_place_stand_side_by_side(stage: Stage, scale: float) -> None:
    stage.change_settings(Settings(text_scale=scale))
    room = pygame.Rect(20, 20, 1200, 420)
    chance = random.Random(1)
    pins = [
        Pin(Emblem("AB", at, 28), "A delegation", None, (), lambda: None, key=str(at))
        for at in range(12)
    ]
    wanted = [(600 + chance.randint(-40, 40), 200 + chance.randint(-40, 40)) for _ in pins]
    settle_pins(pins, wanted, stage.canvas, room)
    assert all(room.contains(pin.rect) for pin in pins)
    assert all(pin.rect.collidelist([p.rect for p in pins if p is not pin]) < 0 for pin in pins)


def test_delegations_of_no_place_on_earth_still_have_a_pin(stage: Stage) -> None:
    pins = [
        Pin(Emblem("AB", at, 28), "A delegation", None, ("A", "b"), key=str(at)) for at in range(12)
    ]
    world_map = WorldMap(pins, {"moon": 3}, said=("Who is where", "Nobody is anywhere"))
    rect = pygame.Rect(30, 90, 736, 276)
    world_map.place(stage.canvas, rect)
    world_map.draw(stage.canvas, Look(None, pins[3], False))
    assert all(rect.contains(pin.rect) for pin in pins)
    assert all(pin.rect.collidelist([p.rect for p in pins if p is not pin]) < 0 for pin in pins)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_land_of_a_delegation_wears_its_accent(stage: Stage, theme: Theme) -> None:
    stage.change_settings(Settings(theme=theme.name))
    rect = pygame.Rect(0, 0, 700, 300)
    colours = []
    for territories in ({}, {"usa": 0}, {"usa": 1}):
        world_map = WorldMap([], territories)
        world_map.place(stage.canvas, rect)
        picture = world_map._picture(stage.canvas)
        colours.append(picture.get_at(MapFrame.within(rect).point(atlas().anchors["usa"]))[:3])
    off_by = np.abs(np.array(colours[0]) - theme.land).max()
    assert off_by <= 3  # bringing the picture down rounds
    assert len(set(colours)) == 3


def test_keys_reach_a_delegation_on_the_map_and_sit_down_with_it(stage: Stage) -> None:
    _hub(stage)
    for _ in range(40):
        if stage.view.focus_key == "pin/eu":
            break
        stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
    assert stage.view.focus_key == "pin/eu"
    stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
    assert isinstance(stage.screen, TableScreen)
    assert stage.screen.delegation == "eu"


def _press(stage: Stage, at: tuple[int, int]) -> None:
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        stage.handle(pygame.event.Event(kind, pos=at, button=1))


def test_a_press_on_a_country_sits_down_with_its_delegation(stage: Stage) -> None:
    _hub(stage)
    world_map = next(w for w in stage.view.root.walk() if isinstance(w, WorldMap))
    mali, sea, russia = (-3.0, 17.0), (-25.0, -45.0), (95.0, 62.0)
    at = [MapFrame.within(world_map.rect).point(place) for place in (mali, sea, russia)]
    assert not any(pin.rect.collidepoint(point) for pin in world_map.pins for point in at)
    for point in at[1:]:
        _press(stage, point)
        assert isinstance(stage.screen, HubScreen)
    _press(stage, at[0])
    assert isinstance(stage.screen, TableScreen)
    assert stage.screen.delegation == "africa"


def test_ones_own_pin_leads_home(stage: Stage) -> None:
    _hub(stage)
    own = next(w for w in stage.view.focusable() if w.key == "pin/usa")
    _press(stage, own.rect.center)
    assert isinstance(stage.screen, HomeScreen)


def test_what_the_map_says_of_a_delegation_the_list_says_too(stage: Stage) -> None:
    hub = _hub(stage)
    hub.session.submit(Offer("china", (Term(Slot("coal_abroad", "china"), 1),)))
    stage.refresh()
    shown = " ".join(w.text for w in stage.view.root.walk() if isinstance(w, Label))
    pins = [w for w in stage.view.root.walk() if isinstance(w, Pin) and w.key != "pin/usa"]
    assert len(pins) == 6
    assert [line for pin in pins for line in pin.readout if line not in shown] == []


def test_walking_along_the_calendar_says_which_doors_close_where(stage: Stage) -> None:
    hub = _hub(stage)
    scenario = hub.session.scenario
    closing = [
        [issue.title for issue in scenario.issues if issue.closes == at]
        for at in range(len(scenario.rounds))
    ]
    line = next(w for w in stage.view.root.walk() if isinstance(w, Timeline))
    assert [stop.doors for stop in line.stops] == [len(titles) for titles in closing]
    stage.view._focus(line)
    first = next(at for at, titles in enumerate(closing) if at and titles)
    for _ in range(first):
        stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0))
    assert hub.looked_at == first
    shown = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
    place = scenario.rounds[first].place
    assert any(place in said and all(t in said for t in closing[first]) for said in shown)


def test_the_climate_can_be_seen_in_the_place_of_the_map(stage: Stage) -> None:
    hub = _hub(stage)
    stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_m, mod=0))
    keys = {w.key for w in stage.view.root.walk()}
    assert hub.shows_climate
    assert "fan" in keys
    assert "map" not in keys
