"""How long charts take to draw, and how long a look back takes; run with --benchmark-only."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.debrief.alternatives import other_lines
from game.debrief.debrief import Debrief
from game.debrief.html_report import report_html
from game.debrief.missed_trades import frontiers_of
from game.desk.names import Names
from game.texts import Texts
from game.ui.charts.bath_chart import BathChart
from game.ui.charts.chart import Chart
from game.ui.charts.fan_chart import Fan, FanChart
from game.ui.charts.frontier_chart import FrontierChart
from game.ui.charts.wedges_chart import WedgesChart
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Fonts
from game.ui.paint.theme import THEMES, ThemeName
from tests.debrief.games import played


@pytest.fixture(scope="module")
def debrief(tmp_path_factory: pytest.TempPathFactory) -> Debrief:
    return Debrief(played("glasgow", "planner", tmp_path_factory.mktemp("speed")))


@pytest.fixture
def canvas(monkeypatch: pytest.MonkeyPatch) -> Iterator[Canvas]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    yield Canvas(pygame.Surface((640, 400)), THEMES[ThemeName.NIGHT], Fonts(1.0, 1.0))
    pygame.display.quit()


@pytest.mark.parametrize("name", ["fan", "wedges", "bath", "frontier"])
def test_a_chart_of_640_by_400(
    name: str, debrief: Debrief, texts: Texts, canvas: Canvas, benchmark: BenchmarkFixture
) -> None:
    session = debrief.session
    chart: Chart = {
        "fan": lambda: FanChart(Fan(session.now.projection, session.before.projection), texts),
        "wedges": lambda: WedgesChart(debrief.wedges, Names(texts, session.public).bloc, texts),
        "bath": lambda: BathChart(debrief.bath, texts),
        "frontier": lambda: FrontierChart(debrief.frontiers[0], "China", texts),
    }[name]()
    chart.place(canvas, canvas.surface.get_rect())
    benchmark(lambda: chart.paint(canvas, chart.plot))


def test_three_other_lines(debrief: Debrief, benchmark: BenchmarkFixture) -> None:
    positions = debrief.positions
    benchmark(lambda: other_lines(debrief.session, positions))


def test_every_frontier(debrief: Debrief, benchmark: BenchmarkFixture) -> None:
    session = debrief.session
    benchmark(lambda: frontiers_of(session.scenario, session.state))


def test_a_whole_report(
    debrief: Debrief, texts: Texts, benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    benchmark(lambda: report_html(Debrief(debrief.session), texts))
