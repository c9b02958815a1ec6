"""The sections of the printed debrief, in the order of the screens."""

from __future__ import annotations

from game.climate.outcome import ar6_category
from game.climate.past import QUANTILES
from game.climate.projection import Projection
from game.debrief.alternatives import Line, Step
from game.debrief.alternatives_text import LineTitle, deals_told, otherwise_told, titles_of
from game.debrief.blocks import (
    Block,
    Figure,
    Heading,
    Items,
    Paragraph,
    ReportSection,
    TableBlock,
    figure,
)
from game.debrief.carbon_bath import PPM_MEASURED_2021
from game.debrief.debrief import Debrief
from game.debrief.missed_trades import DealFrontier
from game.debrief.missed_trades_text import best_told, deal_told
from game.debrief.report_figures import (
    bath_figure,
    deals_figure,
    emissions_figure,
    frontier_figure,
    warming_figure,
)
from game.debrief.score_text import earned, medals_told
from game.debrief.verdict_text import goal_told, why_told
from game.desk.names import Names
from game.desk.odds import odds_told
from game.desk.promise_text import shared
from game.desk.rounding import cut_told
from game.negotiation.rules.scoring import FIGURES, ScoreCard, figure_of, medal_of

NO_BREAK = "\u00a0"
YEARS_TOLD = (2021, 2030, 2050, 2100)


def sections_of(debrief: Debrief, names: Names) -> list[ReportSection]:
    """Build the whole report."""
    texts = names.texts
    return [
        ReportSection(texts("report.summary"), _summary(debrief, names)),
        ReportSection(texts("verdict.scores"), _score(debrief, names)),
        ReportSection(texts("report.warming"), _warming(debrief, names)),
        ReportSection(texts("debrief.deals.title"), _deals(debrief, names)),
        ReportSection(texts("debrief.climate.title"), _air(debrief, names)),
        ReportSection(texts("report.ledger"), _ledger(debrief, names)),
        ReportSection(texts("debrief.missed.title"), _missed(debrief, names)),
        ReportSection(texts("debrief.lines.title"), _lines(debrief, names)),
        ReportSection(texts("debrief.guesses.title"), _guesses(debrief, names)),
        ReportSection(texts("debrief.real.title"), _real(debrief, names)),
    ]


def _summary(debrief: Debrief, names: Names) -> list[Block]:
    """Build the first page: the goals, what the deals change, why it ended so."""
    texts, session = names.texts, debrief.session
    before, now = session.before, session.now
    rows = [
        [
            texts("report.summary.warming"),
            *(texts.number(o.median_2100_c, 2) for o in (before, now)),
        ],
        *(
            [
                texts(f"report.summary.{key}"),
                *(texts.percent(o.projection.probability_below(c, "2100")) for o in (before, now)),
            ]
            for key, c in (("below_2", 2.0), ("below_1_5", 1.5))
        ),
        [
            texts("report.summary.emissions"),
            *(texts.number(o.in_2030_gtco2e, 1) for o in (before, now)),
        ],
    ]
    head = [
        texts("report.summary.what"),
        texts("chart.steps.before"),
        texts("chart.steps.after"),
    ]
    why = why_told(debrief, names) if session.finished else ()
    medal = texts(f"verdict.medal.{medal_of(debrief.score.total)}")
    return [
        Items([goal_told(reached, names) for reached in debrief.goals]),
        *(Paragraph(told, strong=True) for told in why),
        TableBlock(texts("report.summary.table"), head, rows),
        Paragraph(texts("report.summary.score", total=debrief.score.total, medal=medal)),
        figure(warming_figure(now.projection, before.projection, names), texts("chart.fan.tip")),
    ]


def _score(debrief: Debrief, names: Names) -> list[Block]:
    texts = names.texts
    result, how = debrief.score, earned(debrief.session, texts)
    rows = [
        [
            texts(f"verdict.score.{name}"),
            str(figure_of(result, name)),
            texts(f"verdict.medal.{medal_of(figure_of(result, name))}"),
            how[name],
        ]
        for name in FIGURES
    ]
    head = [texts(f"report.score.{name}") for name in ("figure", "of_100", "medal", "how")]
    return [Paragraph(medals_told(texts)), TableBlock(texts("verdict.scores"), head, rows)]


def _warming(debrief: Debrief, names: Names) -> list[Block]:
    texts, session = names.texts, debrief.session
    now, before = session.now.projection, session.before.projection
    odds = odds_told(now, texts)
    rows = [
        [
            str(year),
            *(texts.number(_warming_c(now, year, share), 2) for share in (0.05, 0.5, 0.95)),
            texts.number(_warming_c(before, year, 0.5), 2),
        ]
        for year in YEARS_TOLD
    ]
    columns = ("year", "p05", "p50", "p95", "before")
    head = [texts(f"report.warming.{name}") for name in columns]
    return [
        Paragraph(odds),
        Paragraph(texts("verdict.category", category=ar6_category(now))),
        TableBlock(texts("report.warming.table"), head, rows),
    ]


def _warming_c(projection: Projection, year: int, share: float) -> float:
    place = year - int(projection.years[0])
    return float(projection.warming_c[QUANTILES.index(share), place])


def _deals(debrief: Debrief, names: Names) -> list[Block]:
    texts, session = names.texts, debrief.session
    effects = debrief.effects
    if not effects:
        return [Paragraph(texts("debrief.none"))]
    before = session.before.projection.summary_2100[1]
    after = session.now.projection.summary_2100[1]
    rows = [
        [
            names.deal(effect.delegation, effect.made_round),
            texts.enumerated(names.terms(effect.terms)),
            texts("debrief.bar", change=effect.change_c),
        ]
        for effect in effects
    ]
    head = [texts(f"report.deals.{name}") for name in ("deal", "terms", "change")]
    blocks: list[Block] = [
        Paragraph(texts("debrief.deals.about")),
        figure(deals_figure(before, effects, after, names), texts("chart.steps.tip")),
        TableBlock(texts("debrief.deals.title"), head, rows),
    ]
    return [*blocks, *_trades(debrief, names)]


def _trades(debrief: Debrief, names: Names) -> list[Block]:
    texts, trades = names.texts, debrief.trades
    shown = [("debrief.only", trades[0])] if len(trades) == 1 else []
    if len(trades) > 1:
        shown = [("debrief.best", trades[0]), ("debrief.worst", trades[-1])]
    blocks: list[Block] = []
    for key, trade in shown:
        worth = texts(
            "debrief.trade.worth",
            n=names.count_in_points(trade.yours),
            yours=names.in_points(trade.yours),
            theirs=names.in_points(trade.theirs),
            party=names.party(trade.delegation),
        )
        name = names.deal(trade.delegation, trade.round)
        title = texts("words.named", name=texts(key), value=name)
        blocks += [Heading(title), Items(names.terms(trade.terms)), Paragraph(worth)]
    return [*blocks, Paragraph(texts("debrief.trade.about"))] if shown else []


def _air(debrief: Debrief, names: Names) -> list[Block]:
    texts, wedges, bath = names.texts, debrief.wedges, debrief.bath
    gap = wedges.gap_gtco2e(1.5)
    key = "debrief.climate.cut" if gap > 0 else "debrief.climate.cut.enough"
    told = texts(
        key,
        cut=cut_told(wedges.cut_in(2030), names.public.goals, texts),
        before=float(wedges.before_gtco2e[wedges.place_of(2030)]),
        level=wedges.levels[0].median_gtco2e,
        gap=gap,
    )
    places = [wedges.place_of(year) for year in (2030, 2050)]
    rows = [
        [names.bloc(wedge.bloc), *(texts.number(-wedge.cut_gtco2e[at], 2) for at in places)]
        for wedge in wedges.wedges
    ]
    for key, path in (("before", wedges.before_gtco2e), ("after", wedges.after_gtco2e)):
        rows.append([texts(f"chart.wedges.{key}"), *(texts.number(path[at], 1) for at in places)])
    head = [texts("report.wedges.who"), "2030", "2050"]
    blocks: list[Block] = [
        figure(emissions_figure(wedges, names), texts("chart.wedges.tip")),
        Paragraph(told),
        TableBlock(texts("report.wedges.table"), head, rows),
        figure(bath_figure(bath, names), texts("chart.bath.tip")),
    ]
    level = texts("evidence.limits.level", model=bath.level_in(2021), measured=PPM_MEASURED_2021)
    return [*blocks, _bath_table(debrief, names), Paragraph(level)]


def _bath_table(debrief: Debrief, names: Names) -> TableBlock:
    texts, bath = names.texts, debrief.bath
    rows = []
    for year in (2022, *YEARS_TOLD[1:]):
        place = int(bath.years.searchsorted(year))
        flows = (bath.inflow_gtco2[place], bath.outflow_gtco2[place])
        level = texts.number(bath.level_ppm[place])
        rows.append([str(year), *(texts.number(flow, 1) for flow in flows), level])
    head = [texts(f"report.bath.{name}") for name in ("year", "inflow", "outflow", "level")]
    return TableBlock(texts("debrief.climate.bath"), head, rows)


def _ledger(debrief: Debrief, names: Names) -> list[Block]:
    texts, ledger = names.texts, debrief.session.state.ledger
    if not ledger:
        return [Paragraph(texts("ledger.empty"))]
    rows = [
        [
            names.term(each.promise.term),
            texts.listed(names.party(party) for party in each.to),
            names.day(each.promise.due).replace(" ", NO_BREAK),
            texts(f"ledger.status.{each.status}"),
        ]
        for each in shared(ledger)
    ]
    head = [texts(f"ledger.{name}") for name in ("term", "to", "due", "status")]
    return [TableBlock(texts("report.ledger"), head, rows)]


def _missed(debrief: Debrief, names: Names) -> list[Block]:
    texts = names.texts
    if not debrief.frontiers:
        return [Paragraph(texts("debrief.missed.none_at_all"))]
    blocks: list[Block] = [
        Paragraph(texts("debrief.missed.about")),
        Paragraph(texts("chart.frontier.tip")),
    ]
    for frontier in debrief.frontiers:
        blocks += _frontier(frontier, names)
    return blocks


def _frontier(frontier: DealFrontier, names: Names) -> list[Block]:
    texts, party = names.texts, names.party(frontier.delegation)
    blocks: list[Block] = [Heading(party)]
    if len(frontier.yours):
        blocks.append(_frontier_figure(frontier, names))
    blocks += [Paragraph(told) for told in deal_told(frontier, names)]
    best = best_told(frontier, names)
    if best is not None:
        title, terms = best
        blocks += [Paragraph(title, strong=True), Items(terms)]
    if frontier.nothing_better:
        blocks.append(Paragraph(texts("debrief.missed.none")))
    for number, missed in enumerate(frontier.missed, start=1):
        gain = texts(
            "debrief.missed.gain",
            n=names.count_in_points(missed.gain_yours),
            yours=names.in_points(missed.gain_yours),
            theirs=names.in_points(missed.gain_theirs),
            party=party,
        )
        merit = texts(f"debrief.missed.merit.{missed.merit}", number=number)
        changes = [names.moved(before, after) for before, after in missed.changes]
        said = texts("words.named", name=merit, value=gain)
        blocks += [Paragraph(said, strong=True), Items(changes)]
        if missed.needs_votes:
            blocks.append(Paragraph(texts("debrief.missed.needs_votes")))
    return blocks


def _frontier_figure(frontier: DealFrontier, names: Names) -> Figure:
    caption = names.texts("report.frontier.title", party=names.party(frontier.delegation))
    return figure(frontier_figure(frontier, names), caption)


def _lines(debrief: Debrief, names: Names) -> list[Block]:
    texts, session = names.texts, debrief.session
    if not debrief.lines:
        return [Paragraph(texts("debrief.lines.none"))]
    own, warming = debrief.score, session.now.projection.summary_2100[1]
    rows = [_line_row(texts("debrief.line.yours"), own, warming, names)]
    rows += [
        _line_row(_line(line, title, names), line.card, line.warming_2100_c, names)
        for line, title in zip(debrief.lines, titles_of(debrief, names), strict=True)
    ]
    head = [
        texts(f"debrief.line.{name}") for name in ("figure", "joined", "cut", "warming", "score")
    ]
    return [
        Paragraph(texts("debrief.lines.about")),
        TableBlock(texts("debrief.lines.title"), head, rows),
    ]


def _line(line: Line, title: LineTitle, names: Names) -> str:
    """Return what is done otherwise, and where."""
    texts = names.texts
    fields = {"day": names.day(line.round), "round": line.round + 1}
    if line.step is Step.PLAYED:
        where = texts("debrief.line.from", **fields)
        signed = line.differences.signed
        told = [deals_told(signed, names)] if signed else []
        value = texts.enumerated([*told, *otherwise_told(line, names)])
        return texts("words.named", name=f"{title.text} ({where})", value=value)
    where = texts("debrief.line.where", party=names.party(line.delegation), **fields)
    done = title.text
    if line.change is not None:
        done = names.moved(line.change.before, line.change.after)
    return f"{where}. {done}"


def _line_row(name: str, result: ScoreCard, warming_c: float, names: Names) -> list[str]:
    texts = names.texts
    cut = cut_told(result.cut_2030_gtco2e, names.public.goals, texts)
    return [name, str(result.joined), cut, texts.number(warming_c, 2), str(result.total)]


def _guesses(debrief: Debrief, names: Names) -> list[Block]:
    texts, calibration = names.texts, debrief.calibration
    if calibration.brier is None:
        return [Paragraph(texts("debrief.guesses.none"))]
    better = "beats" if calibration.beats_a_coin else "does_not_beat"
    rows = [
        [
            texts("debrief.guesses.range", low=each.low, high=each.high),
            str(each.count),
            texts("debrief.guesses.percent", percent=each.mean_percent),
            texts("debrief.guesses.yes", n=each.count, yes=each.yes, count=each.count),
        ]
        for each in calibration.bins
        if each.count
    ]
    head = [texts(f"debrief.guesses.{name}") for name in ("said", "times", "mean", "came")]
    return [
        Paragraph(texts("debrief.guesses.brier", brier=calibration.brier), strong=True),
        Paragraph(texts("debrief.guesses.brier.about")),
        Paragraph(texts(f"debrief.guesses.{better}")),
        Paragraph(texts(f"debrief.guesses.habit.{calibration.habit}")),
        TableBlock(texts("debrief.guesses.table"), head, rows),
    ]


def _real(debrief: Debrief, names: Names) -> list[Block]:
    texts, told = names.texts, debrief.session.level.field.debrief
    sources = names.texts.enumerated(source.name for source in told.sources)
    blocks: list[Block] = [
        Paragraph(told.really),
        Paragraph(texts("debrief.sources", sources=sources)),
    ]
    if told.questions:
        blocks += [Heading(texts("debrief.questions")), Items(told.questions)]
    return blocks
