"""Charts: drawn once for their figures, read out by pointer and by keys."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.debrief.debrief import Debrief
from game.desk.names import Names
from game.desk.scale import ticks
from game.session.session import Session
from game.texts import Texts
from game.ui.charts.bath_chart import BathChart
from game.ui.charts.chart import Chart
from game.ui.charts.fan_chart import FIRST_YEAR, Fan, FanChart
from game.ui.charts.frontier_chart import FrontierChart
from game.ui.charts.readout import Readout, draw_reading
from game.ui.charts.steps_chart import StepsChart, steps_of
from game.ui.charts.trail_chart import Stand, Trail, TrailChart
from game.ui.charts.wedges_chart import WedgesChart
from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Fonts
from game.ui.paint.theme import THEMES, ThemeName
from game.ui.widgets.widget import Look
from tests.debrief.games import played
from tests.sharing import shipped_level

SIZE = (640, 400)


@pytest.fixture(scope="module")
def debrief(tmp_path_factory: pytest.TempPathFactory) -> Debrief:
    return Debrief(played("glasgow", "random", tmp_path_factory.mktemp("charts")))


@pytest.fixture
def canvas(monkeypatch: pytest.MonkeyPatch) -> Iterator[Canvas]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((1280, 720))
    yield Canvas(surface, THEMES[ThemeName.NIGHT], Fonts(1.0, 1.0))
    pygame.display.quit()


def _all_charts(debrief: Debrief, texts: Texts) -> dict[str, Chart]:
    session = debrief.session
    steps = steps_of(2.6, [("one", -0.05), ("two", 0.01)], 2.56)
    return {
        "fan": FanChart(Fan(session.now.projection, session.before.projection), texts),
        "wedges": WedgesChart(debrief.wedges, Names(texts, session.public).bloc, texts),
        "steps": StepsChart(steps, texts),
        "bath": BathChart(debrief.bath, texts),
        "frontier": FrontierChart(debrief.frontiers[0], "China", texts),
        "trail": TrailChart(_trail(), texts),
    }


def _trail() -> Trail:
    stands = tuple(Stand(at, at, f"Round {at}", (f"{at} points",)) for at in (0, 1.5, 2))
    return Trail("face", "Face debt, points", stands, 3, (0, "unhurt"), -1, 2)


NAMES = ("trail", "fan", "wedges", "steps", "bath", "frontier")


@pytest.fixture(params=NAMES)
def chart(request: pytest.FixtureRequest, debrief: Debrief, texts: Texts, canvas: Canvas) -> Chart:
    made = _all_charts(debrief, texts)[request.param]
    made.place(canvas, pygame.Rect(20, 30, *SIZE))
    return made


def test_the_picture_is_drawn_once_however_often_it_is_shown(
    chart: Chart, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Chart] = []
    paint = type(chart).paint

    def counted(self: Chart, onto: Canvas, plot: object) -> None:
        painted.append(self)
        paint(self, onto, plot)  # type: ignore[arg-type]

    monkeypatch.setattr(type(chart), "paint", counted)
    chart.place(canvas, pygame.Rect(20, 30, SIZE[0] + 1, SIZE[1]))
    for _ in range(3):
        chart.draw(canvas, Look(None, None, pressed=False))
    chart.on_key(Key(Meaning.LEFT))
    chart.draw(canvas, Look(None, chart, pressed=False))
    assert len(painted) == 1
    chart.shows = (object(), *chart.shows)
    chart.draw(canvas, Look(None, None, pressed=False))
    assert len(painted) == 2


def test_the_cursor_changes_what_is_seen_and_stays_on_the_chart(
    chart: Chart, canvas: Canvas
) -> None:
    chart.draw(canvas, Look(None, None, pressed=False))
    without = pygame.image.tobytes(canvas.surface, "RGB")
    chart.draw(canvas, Look(None, chart, pressed=False))
    assert pygame.image.tobytes(canvas.surface, "RGB") != without
    for key, place in ((Meaning.FIRST, 0), (Meaning.LAST, chart.steps - 1)):
        chart.on_key(Key(key))
        assert chart.cursor == place
        chart.on_key(Key(Meaning.LEFT if place == 0 else Meaning.RIGHT))
        assert chart.cursor == place


def test_every_place_of_the_cursor_reads_out_figures(chart: Chart) -> None:
    for step in range(chart.steps):
        reading = chart.reading(step)
        assert reading.title
        assert reading.lines
        assert all(any(letter.isdigit() for letter in line) for line in reading.lines)
        assert any(letter.isdigit() for letter in reading.brief)


def test_hovering_reads_out_what_lies_under_the_pointer(chart: Chart) -> None:
    rect = chart.plot.rect
    assert chart.point(rect.center)
    assert chart.cursor is not None
    middle = chart.cursor
    assert not chart.point(rect.center)
    chart.point((rect.right - 1, rect.bottom - 1))
    assert 0 <= (chart.cursor or 0) < chart.steps
    assert chart.cursor != middle


def test_the_fan_reads_the_projection_and_nothing_else(
    debrief: Debrief, texts: Texts, canvas: Canvas
) -> None:
    now = debrief.session.now.projection
    chart = FanChart(Fan(now), texts)
    low, median, high = now.summary_2100
    lines = " ".join(chart.reading(2100 - FIRST_YEAR).lines)
    for warming_c in (low, median, high):
        assert texts.number(warming_c, 2) in lines


def test_the_wedges_read_out_the_gap_year(debrief: Debrief, texts: Texts, canvas: Canvas) -> None:
    chart = _all_charts(debrief, texts)["wedges"]
    reading = chart.reading(chart.first_step)
    assert reading.title == "2030"
    after = debrief.session.now.emissions.in_year(2030)
    assert texts.number(after, 1) in reading.lines[-1]


def test_axes_are_marked_at_round_values() -> None:
    assert ticks(0.0, 4.2, 5) == pytest.approx([0, 1, 2, 3, 4])
    assert ticks(-1.5, 6.4, 4) == pytest.approx([0, 2, 4, 6])
    assert ticks(2.46, 2.59, 4) == pytest.approx([2.5, 2.55])


def test_a_game_without_deals_has_charts_too(texts: Texts, canvas: Canvas) -> None:
    session = Session(shipped_level("tianjin"), seed=1)
    told = Debrief(session)
    names = Names(texts, session.public)
    for chart in (
        WedgesChart(told.wedges, names.bloc, texts),
        BathChart(told.bath, texts),
        *(FrontierChart(each, each.delegation, texts) for each in told.frontiers),
    ):
        chart.place(canvas, pygame.Rect(0, 0, 300, 160))
        chart.draw(canvas, Look(None, chart, pressed=False))


# The fan stands in columns too; the others have the width of their screen.
NARROWEST = {"trail": 440, "fan": 230, "wedges": 440, "steps": 440, "bath": 440, "frontier": 440}


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [230, 440, 900])
def test_no_letter_of_a_chart_is_cut_off_at_its_edge(
    debrief: Debrief,
    texts: Texts,
    canvas: Canvas,
    monkeypatch: pytest.MonkeyPatch,
    text_scale: float,
    width: int,
) -> None:
    cut: list[str] = []
    write = Canvas.text

    def noted(self: Canvas, text: str, *args: object, **more: object) -> pygame.Rect:
        box = write(self, text, *args, **more)  # type: ignore[arg-type]
        if not self.surface.get_rect().contains(box):
            cut.append(f"{name}: {text} at {tuple(box)} of {self.surface.get_size()}")
        return box

    monkeypatch.setattr(Canvas, "text", noted)
    large = Canvas(canvas.surface, canvas.theme, Fonts(1.0, text_scale))
    for name, chart in _all_charts(debrief, texts).items():
        if width >= NARROWEST[name]:
            size = round(width * text_scale), round(300 * text_scale)
            chart.place(large, pygame.Rect((0, 0), size))
            chart.draw(large, Look(None, None, pressed=False))
    assert cut == []


def test_a_reading_longer_than_its_chart_is_broken_into_lines(canvas: Canvas) -> None:
    ground = canvas.theme.ground
    canvas.surface.fill(ground)
    area = pygame.Rect(300, 200, 360, 300)
    draw_reading(canvas, area, 420, Readout("Round 6", ("A promise was kept. " * 12,), "Round 6"))
    beside = [canvas.surface.get_at((x, y))[:3] for x in (270, 690) for y in range(200, 500)]
    assert set(beside) == {ground}


@pytest.mark.parametrize("height", [110, 150, 170, 190, 300])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_name_of_a_limit_lies_on_the_curve_or_on_the_other_name(
    canvas: Canvas, debrief: Debrief, texts: Texts, height: int, scale: float
) -> None:
    canvas = replace(canvas, fonts=Fonts(1.0, scale))
    now = debrief.session.before.projection
    chart = FanChart(Fan(now, now), texts, height=height)
    plot = chart.plot_in(canvas, pygame.Rect(0, 0, 460, round(height * scale)))
    boxes = [chart.limit_name_box(canvas, plot, limit_c) for limit_c in (2.0, 1.5)]
    assert not boxes[0].inflate(0, -6).colliderect(boxes[1].inflate(0, -6))
    for box in boxes:
        years = [round(plot.at(x)) for x in range(box.left, box.right)]
        assert all(plot.y(chart.fan.warming_c(year, 0.5)) > box.bottom - 4 for year in years)


def test_a_long_name_in_the_key_leaves_the_wedges_their_room(
    canvas: Canvas, debrief: Debrief, texts: Texts
) -> None:
    name = "Alliance of Small Island States and of all who stand with them"
    chart = WedgesChart(debrief.wedges, lambda bloc: name, texts)
    plot = chart.plot_in(canvas, pygame.Rect(0, 0, 500, 300))
    assert plot.rect.width > 200
