"""The debrief page on other branches: moves after which the game could have ended better."""

from __future__ import annotations

from game.debrief.alternatives import Line, Step
from game.debrief.alternatives_text import LineTitle, otherwise_told, titles_of
from game.desk.rounding import cut_told
from game.negotiation.model.actions import TakeCounter
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.rules.scoring import ScoreCard
from game.ui.layout import BRANCH_CELL
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet, emblem
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.widgets.boxes import CellGrid, Column, Padded, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

SHARES = (44, 28, 28)
MOST_DEALS = 3  # told of one line; it may sign ten


def body(screen: DebriefView) -> Widget:
    """Build a card for each line."""
    if screen.is_looking:
        return card(Label(screen.texts("debrief.lines.looking")), grow=1)
    lines = screen.debrief.lines
    if not lines:
        return card(Label(screen.texts("debrief.lines.none")), grow=1)
    titles = titles_of(screen.debrief, screen.words)
    cards = [
        card(_line(screen, place, line, title))
        for place, (line, title) in enumerate(zip(lines, titles, strict=True), start=1)
    ]
    return Scroll(CellGrid(cards, least=BRANCH_CELL, most=3), screen.stage.offsets, key="lines")


def _line(screen: DebriefView, place: int, line: Line, said: LineTitle) -> Widget:
    texts, words = screen.texts, screen.words
    fields = {"day": words.day(line.round), "round": line.round + 1}
    if line.step is Step.PLAYED:
        where = texts("debrief.line.from", **fields)
    else:
        where = texts("debrief.line.where", party=words.party(line.delegation), **fields)
    title = Column(
        [
            Label(said.text, Role.HEADING),
            Label(where, Role.BODY, "muted"),
        ],
        gap=0,
        grow=1,
    )
    sign = emblem(screen.session.public, said.delegation, 36)
    rows: list[Widget] = [Row([sign, title], gap=12, align="top")]
    if line.step is not Step.PLAYED:
        rows += _done(screen, line)
    rows.append(Rule())
    rows += _figures(screen, line)
    if not screen.debrief.score.passed:
        rows.append(_whether_it_passes(screen, passes=line.card.passed))
    if line.left_out:
        rows.append(Label(texts("debrief.line.left_out", n=line.left_out), Role.SMALL, "muted"))
    rows.append(
        Button(
            texts("debrief.line.play"),
            lambda: _play_on(screen, line),
            icon="play",
            letter=str(place),
            key=f"line{place}",
            tip=texts("debrief.line.play.tip"),
        )
    )
    if line.step is Step.PLAYED:  # a long list, so how it ends stands above it
        rows += [Rule(), *_played(screen, line)]
    return Column(rows, gap=10)


def _done(screen: DebriefView, line: Line) -> list[Widget]:
    """Build what is done there: the term that moves, or the package that is signed."""
    words = screen.words
    if line.change is not None:
        return [bullet(words.moved(line.change.before, line.change.after))]
    position = screen.debrief.positions[line.number - 1].after
    standing = next(s for s in position.standings if s.of == line.delegation)
    reply = standing.last_reply
    assert reply is not None
    signed = reply.counter if isinstance(line.action, TakeCounter) else reply.what_if
    return [bullet(each) for each in words.terms(signed or NO_TERMS)]


def _played(screen: DebriefView, line: Line) -> list[Widget]:
    """Build what the computer does otherwise in the player's seat."""
    texts, words = screen.texts, screen.words
    rows: list[Widget] = [Label(texts("debrief.line.otherwise"), Role.SMALL, "muted")]
    signed = line.differences.signed
    for deal in signed[:MOST_DEALS]:
        signs = texts(
            "debrief.line.played.signs",
            party=words.party(deal.delegation),
            day=words.day(deal.round),
        )
        rows.append(Label(signs, Role.STRONG))
        rows += [bullet(term) for term in words.terms(deal.terms)]
    if len(signed) > MOST_DEALS:
        more = texts("debrief.line.more", n=len(signed) - MOST_DEALS)
        rows.append(Label(more, Role.SMALL, "muted"))
    if not line.deals:
        rows.append(bullet(texts("debrief.line.played.home")))
    return [*rows, *(bullet(told) for told in otherwise_told(line, words))]


def _figures(screen: DebriefView, line: Line) -> list[Widget]:
    texts, own = screen.texts, screen.debrief.score
    warming = screen.session.now.projection.summary_2100[1]
    head = [texts("debrief.line.figure"), texts("debrief.line.yours"), texts("debrief.line.other")]
    rows = [
        ("joined", str(own.joined), str(line.card.joined)),
        ("cut", _cut(screen, own), _cut(screen, line.card)),
        ("warming", texts.number(warming, 2), texts.number(line.warming_2100_c, 2)),
        ("score", str(own.total), str(line.card.total)),
    ]
    listed = [_cells([Label(text, Role.LABEL, "muted") for text in head])]
    for name, yours, other in rows:
        role = Role.STRONG if yours != other else Role.BODY
        about = Label(texts(f"debrief.line.{name}"))
        listed.append(_cells([about, Label(yours), Label(other, role)]))
    return listed


def _cut(screen: DebriefView, result: ScoreCard) -> str:
    return cut_told(result.cut_2030_gtco2e, screen.session.public.goals, screen.texts)


def _whether_it_passes(screen: DebriefView, *, passes: bool) -> Widget:
    if not passes:
        return Label(screen.texts("debrief.line.fails"), Role.SMALL, "muted")
    good = Label(screen.texts("debrief.line.passes"), Role.STRONG, "good", grow=1)
    return Row([Icon("check", 20, "good"), good], gap=8)


def _cells(widgets: list[Label]) -> Widget:
    cells = [Padded(w, pad=0, grow=share) for w, share in zip(widgets, SHARES, strict=True)]
    return Row(cells, gap=8, align="top")


def _play_on(screen: DebriefView, line: Line) -> None:
    """Begin the new save and go to it."""
    try:
        session = screen.debrief.play_on(line)
    except OSError as problem:
        title = screen.texts("debrief.line.not_begun")
        screen.say(title, [problem.strerror or str(problem)])
        return
    screen.routes.take_up(session)
