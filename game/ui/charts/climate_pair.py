"""Thermometer and fan side by side: the warming, and how certain it is."""

from __future__ import annotations

from game.climate.projection import Projection
from game.texts import Texts
from game.ui.charts.fan_chart import Fan, FanChart
from game.ui.charts.thermometer import Thermometer
from game.ui.widgets.boxes import Row
from game.ui.widgets.widget import Widget


def climate_pair(now: Projection, before: Projection, texts: Texts, *, height: int) -> Widget:
    """Build the two charts of a projection, with where it was before; height in design units."""
    charts = [
        Thermometer(now, texts, before, height=height),
        FanChart(Fan(now, before), texts, height=height),
    ]
    return Row(charts, gap=8, grow=1)
