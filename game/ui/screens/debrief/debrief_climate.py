"""The debrief page on the air: the wedges of emissions, and the bath of CO2."""

from __future__ import annotations

from game.desk.rounding import cut_told
from game.ui.charts.bath_chart import BathChart
from game.ui.charts.wedges_chart import WedgesChart
from game.ui.screens.common.page import heading, territories
from game.ui.screens.common.sides import sides
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


def body(screen: DebriefView) -> Widget:
    """Wedges at the left, the bath at the right."""
    return sides(screen.stage, _wedges(screen), _bath(screen))


def _wedges(screen: DebriefView) -> Widget:
    texts, wedges = screen.texts, screen.debrief.wedges
    gap = wedges.gap_gtco2e(1.5)
    fields = {
        "cut": cut_told(wedges.cut_in(2030), screen.session.public.goals, texts),
        "before": float(wedges.before_gtco2e[wedges.place_of(2030)]),
        "level": wedges.levels[0].median_gtco2e,
        "gap": gap,
    }
    key = "debrief.climate.cut" if gap > 0 else "debrief.climate.cut.enough"
    accents = territories(screen.session.public)
    chart = WedgesChart(wedges, screen.words.bloc, texts, accents, height=300)
    title = heading(texts("debrief.climate.wedges"))
    return Column([title, chart, Label(texts(key, **fields))], gap=10)


def _bath(screen: DebriefView) -> Widget:
    texts, bath = screen.texts, screen.debrief.bath
    place = int(bath.years.searchsorted(2050))
    about = texts(
        "debrief.climate.bath.about",
        year=2050,
        inflow=float(bath.inflow_gtco2[place]),
        outflow=float(bath.outflow_gtco2[place]),
        ppm=float(bath.level_ppm[place]),
    )
    title = heading(texts("debrief.climate.bath"))
    return Column([title, BathChart(bath, texts, height=300), Label(about)], gap=10)
