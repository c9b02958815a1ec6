"""The report's pictures: warming, emissions, deals, frontiers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil, floor

from game.climate.past import QUANTILES
from game.climate.projection import Projection
from game.debrief.attribution import DealEffect
from game.debrief.carbon_bath import Bath
from game.debrief.emission_wedges import Wedges
from game.debrief.missed_trades import DealFrontier
from game.debrief.missed_trades_text import deal_named
from game.desk.names import Names
from game.desk.scale import ticks, warming_range
from game.negotiation.model.scenario import UNIT
from game.svg import COLOURS, INK, LINE, MUTED, PlotFrame, Svg, lines_of

WIDTH, HEIGHT = 720, 340
FIRST_YEAR, LAST_YEAR = 1990, 2100
BANDS = ((0.05, 0.95, "#c9dae6"), (0.17, 0.83, "#96bad2"), (0.33, 0.67, "#5c94ba"))
ROW = 34
KEY, NAMES = 190, 218  # units for the key of the wedges, and for the names of deals


def warming_figure(now: Projection, before: Projection, names: Names) -> str:
    """Draw the fan: medians with and without deals, ranges, the limits of Paris."""
    texts = names.texts
    low, middle, high = now.summary_2100
    about = texts("report.fan.alt", p05=low, p50=middle, p95=high, before=before.summary_2100[1])
    svg = Svg("fan", WIDTH, HEIGHT, texts("report.fan.title"), about)
    top = max(4.0, float(now.warming_c[-1].max()) + 0.2)
    frame = PlotFrame((40, 34, WIDTH - 150, HEIGHT - 70), FIRST_YEAR, LAST_YEAR, 0.0, top)
    degrees = [(c, texts("chart.fan.degree", degree=c)) for c in range(int(top) + 1)]
    svg.upright_axis(frame, degrees, texts("chart.fan.unit"))
    svg.lower_axis(frame, [(year, str(year)) for year in range(2000, 2101, 20)])
    years = [float(year) for year in now.years if year >= FIRST_YEAR]

    def path(projection: Projection, share: float) -> list[tuple[float, float]]:
        warming = projection.warming_c[QUANTILES.index(share), -len(years) :]
        return frame.path(years, warming.tolist())

    for under, over, colour in BANDS:
        svg.band([*path(now, over), *reversed(path(now, under))], colour)
    for limit_c, colour in ((2.0, COLOURS[1]), (1.5, COLOURS[2])):
        y = frame.y(limit_c)
        svg.line([(40, y), (40 + WIDTH - 150, y)], colour, 1.5, "7 4")
        svg.text(texts("chart.fan.limit", limit_c=limit_c), (46, y - 4), colour=colour, strong=True)
    svg.line(path(before, 0.5), MUTED, 1.8, "3 4")
    svg.line(path(now, 0.5), INK, 2.5)
    end, y = WIDTH - 104, frame.y(middle)
    svg.text(texts("chart.warming", warming_c=middle), (end, y + 4), strong=True)
    was = texts("chart.was", warming_c=before.summary_2100[1])
    svg.lines(lines_of(was, WIDTH - end), (end, y + 22), MUTED)
    return svg.markup()


def emissions_figure(wedges: Wedges, names: Names) -> str:
    """Draw the wedge of each bloc, and the levels of 2030."""
    texts = names.texts
    place = wedges.place_of(2030)
    before, after = float(wedges.before_gtco2e[place]), float(wedges.after_gtco2e[place])
    gap = wedges.gap_gtco2e(1.5)
    about = texts("report.wedges.alt", before=before, after=after, gap=gap)
    height = max(HEIGHT, _key_height(wedges, names))
    svg = Svg("wedges", WIDTH, height, texts("report.wedges.title"), about)
    lowest = min(float(wedges.after_gtco2e.min()), wedges.levels[0].low_gtco2e)
    low = max(0.0, 10.0 * floor(lowest / 10))
    high = 5.0 * ceil((float(wedges.before_gtco2e.max()) + 1) / 5)
    frame = PlotFrame((40, 34, WIDTH - 240, HEIGHT - 70), 2021, int(wedges.years[-1]), low, high)
    step = 10 if high - low > 30 else 5
    figures = [(v, texts.number(v)) for v in range(int(low), int(high) + 1, step)]
    svg.upright_axis(frame, figures, texts("chart.wedges.unit.from", low=low))
    svg.lower_axis(frame, [(year, str(year)) for year in (2021, 2030, 2040, 2050)])
    years = wedges.years.astype(float).tolist()
    below = wedges.before_gtco2e
    for number, wedge in enumerate(wedges.wedges):
        under = below - wedge.cut_gtco2e
        shape = [*frame.path(years, below.tolist()), *reversed(frame.path(years, under.tolist()))]
        svg.shape(shape, number)
        below = under
    svg.line(frame.path(years, wedges.before_gtco2e.tolist()), MUTED, 2, "6 4")
    svg.line(frame.path(years, wedges.after_gtco2e.tolist()), INK, 2.5)
    for number, level in enumerate(wedges.levels):
        x = frame.x(2030) + 6 + 12 * number
        ends = [(x, frame.y(level.low_gtco2e)), (x, frame.y(level.high_gtco2e))]
        svg.line(ends, COLOURS[2 - number], 3)
        y = frame.y(level.median_gtco2e)
        svg.line([(x - 5, y), (x + 5, y)], COLOURS[2 - number], 3)
        text = texts("chart.wedges.level", limit_c=level.limit_c)
        svg.text(text, (frame.x(2030) + 30, y + 4), colour=COLOURS[2 - number], strong=True)
    _emissions_key(svg, wedges, names)
    return svg.markup()


def _emissions_key(svg: Svg, wedges: Wedges, names: Names) -> None:
    """Name the lines and wedges from top to bottom; a long name takes several lines."""
    x, y = WIDTH - KEY, 40
    room = KEY - 28
    before = lines_of(names.texts("chart.wedges.before"), room)
    svg.line([(x, y), (x + 22, y)], MUTED, 2, "6 4")
    svg.lines(before, (x + 28, y + 4))
    y += 22 + LINE * (len(before) - 1)
    for number, wedge in enumerate(wedges.wedges):
        svg.box(x, y - 7, 22, 13, number)
        name = lines_of(names.bloc(wedge.bloc), room)
        svg.lines(name, (x + 28, y + 4))
        y += 22 + LINE * (len(name) - 1)
    svg.line([(x, y), (x + 22, y)], INK, 2.5)
    svg.lines(lines_of(names.texts("chart.wedges.after"), room), (x + 28, y + 4))


def _key_height(wedges: Wedges, names: Names) -> int:
    """Return how far down the key of the wedges goes."""
    texts, room = names.texts, KEY - 28
    told = [texts("chart.wedges.before"), texts("chart.wedges.after")]
    told += [names.bloc(wedge.bloc) for wedge in wedges.wedges]
    return 40 + sum(22 + LINE * (len(lines_of(name, room)) - 1) for name in told)


def deals_figure(
    before_c: float, effects: Sequence[DealEffect], after_c: float, names: Names
) -> str:
    """Draw steps from the warming without deals to the warming with them."""
    texts = names.texts
    told = [texts("chart.steps.before"), *_deal_names(effects, names), texts("chart.steps.after")]
    rows = [lines_of(name, NAMES - 6) for name in told]
    tops = list(accumulate((max(ROW, LINE * len(row) + 10) for row in rows), initial=6))
    about = texts("report.deals.alt", before=before_c, after=after_c, n=len(effects))
    svg = Svg("deals", WIDTH, tops[-1] + 50, texts("debrief.deals.title"), about)
    ends = list(accumulate((effect.change_c for effect in effects), initial=before_c))
    frame = PlotFrame((220, 6, WIDTH - 320, tops[-1] - 6), *warming_range(ends), 0, 1)
    along = ticks(frame.first, frame.last, 6)
    svg.lower_axis(frame, [(c, texts.number(c, 2)) for c in along], texts("chart.steps.unit"))
    figures = [
        texts("chart.warming", warming_c=before_c),
        *(texts("debrief.bar", change=effect.change_c) for effect in effects),
        texts("chart.warming", warming_c=after_c),
    ]
    for i, (lines, figure) in enumerate(zip(rows, figures, strict=True)):
        middle = (tops[i] + tops[i + 1]) / 2
        strong = i in (0, len(rows) - 1)
        svg.lines(lines, (2, middle + 4 - LINE * (len(lines) - 1) / 2), strong=strong)
        svg.text(figure, (WIDTH - 2, middle + 4), "end", strong=True)
        if strong:
            svg.dot((frame.x(before_c if i == 0 else after_c), middle), 5)
        else:
            left, right = sorted((frame.x(ends[i - 1]), frame.x(ends[i])))
            svg.box(left, middle - 10, max(right - left, 2), 20, int(ends[i] > ends[i - 1]))
    return svg.markup()


def _deal_names(effects: Sequence[DealEffect], names: Names) -> list[str]:
    return [names.deal(effect.delegation, effect.made_round) for effect in effects]


def bath_figure(bath: Bath, names: Names) -> str:
    """Draw both flows of CO2 over the years."""
    texts = names.texts
    place = int(bath.years.searchsorted(2050))
    inflow, outflow = float(bath.inflow_gtco2[place]), float(bath.outflow_gtco2[place])
    about = texts(
        "report.bath.alt", inflow=inflow, outflow=outflow, ppm=float(bath.level_ppm[place])
    )
    svg = Svg("bath", WIDTH, 280, texts("debrief.climate.bath"), about)
    low = 10.0 * floor(min(float(bath.inflow_gtco2.min()), float(bath.outflow_gtco2.min()), 0) / 10)
    high = 10.0 * ceil(max(float(bath.inflow_gtco2.max()), 1.0) / 10)
    frame = PlotFrame((40, 34, WIDTH - 250, 210), 2021, LAST_YEAR, low, high)
    figures = [(v, texts.number(v)) for v in range(int(low), int(high) + 1, 10)]
    svg.upright_axis(frame, figures, texts("chart.bath.unit"))
    svg.lower_axis(frame, [(year, str(year)) for year in (2021, 2040, 2060, 2080, 2100)])
    years = bath.years.astype(float).tolist()
    flows = [frame.path(years, flow.tolist()) for flow in (bath.inflow_gtco2, bath.outflow_gtco2)]
    svg.band([*flows[0], *reversed(flows[1])], "#dfe8ef")
    svg.line(flows[0], COLOURS[6], 2.5)
    svg.line(flows[1], COLOURS[0], 2.5, "6 4")
    end = WIDTH - 204
    over = lines_of(texts("chart.bath.inflow"), WIDTH - end)
    top = flows[0][-1][1] - 2 - LINE * (len(over) - 1)
    svg.lines(over, (end, top), COLOURS[6], strong=True)
    below = max(flows[1][-1][1], flows[0][-1][1] + 16)
    svg.lines(
        lines_of(texts("chart.bath.outflow"), WIDTH - end),
        (end, below + 4),
        COLOURS[0],
        strong=True,
    )
    return svg.markup()


def frontier_figure(frontier: DealFrontier, names: Names) -> str:
    """Draw what both sides could have had, the deal, the missed trades."""
    texts, party = names.texts, names.party(frontier.delegation)
    about = texts("report.frontier.alt", party=party, n=len(frontier.missed))
    title = texts("report.frontier.title", party=party)
    svg = Svg(f"frontier-{frontier.delegation}", WIDTH, HEIGHT, title, about)
    edge = list(
        zip((frontier.theirs / UNIT).tolist(), (frontier.yours / UNIT).tolist(), strict=True)
    )
    shown = [*edge, (0.0, 0.0)]
    if frontier.deal is not None:
        shown.append((frontier.deal[1] / UNIT, frontier.deal[0] / UNIT))
    spans = [(floor(min(axis)) - 1, ceil(max(axis)) + 1) for axis in zip(*shown, strict=True)]
    frame = PlotFrame((50, 34, WIDTH - 110, HEIGHT - 90), *spans[0], *spans[1])
    along, up = ([(n, texts.number(n)) for n in ticks(*span, 8)] for span in spans)
    svg.upright_axis(frame, up, texts("chart.frontier.yours"))
    svg.lower_axis(frame, along, texts("chart.frontier.theirs", party=party))
    left, top, width, height = frame.box
    svg.line([(left, frame.y(0)), (left + width, frame.y(0))], MUTED, 1.5, "5 4")
    svg.line([(frame.x(0), top), (frame.x(0), top + height)], MUTED, 1.5, "5 4")
    svg.line([(frame.x(t), frame.y(y)) for t, y in edge], COLOURS[0], 1.5)
    for (theirs, yours), hollow in zip(edge, frontier.needs_votes.tolist(), strict=True):
        inside = "#ffffff" if hollow else COLOURS[0]
        svg.dot((frame.x(theirs), frame.y(yours)), 3, inside, COLOURS[0])
    for number, missed in enumerate(frontier.missed, start=1):
        at = frame.x(missed.theirs / UNIT), frame.y(missed.yours / UNIT)
        svg.dot(at, 9, "#ffffff", COLOURS[2])
        svg.text(str(number), (at[0], at[1] + 4), "middle", strong=True)
    if frontier.deal is not None:
        x, y = frame.x(frontier.deal[1] / UNIT), frame.y(frontier.deal[0] / UNIT)
        shape = [(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)]
        svg.band(shape, COLOURS[1])
        if frontier.broken:
            svg.band([(x + (a - x) / 2, y + (b - y) / 2) for a, b in shape], "#ffffff")
            svg.line([(x - 8, y + 8), (x + 8, y - 8)], COLOURS[1], 2.5)
        svg.text(deal_named(frontier, texts), (x, y + 22), "middle", COLOURS[1], strong=True)
    return svg.markup()
