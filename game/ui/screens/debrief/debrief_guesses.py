"""The debrief page on predictions: their accuracy, and any lean to hope or worry."""

from __future__ import annotations

from game.debrief.guesses import Bin, Prediction
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.paint.theme import Ink
from game.ui.screens.common.page import bullet, heading
from game.ui.screens.common.sides import sides
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.widgets.boxes import Column, Padded, Row, card
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.meters import Meter
from game.ui.widgets.widget import Widget

SHARES = (22, 16, 20, 26, 30)


def body(screen: DebriefView) -> Widget:
    """Build the score and its table at the left, every answer at the right."""
    if screen.debrief.calibration.brier is None:
        return card(Label(screen.texts("debrief.guesses.none")), grow=1)
    return sides(screen.stage, _score(screen), _each(screen), (4, 3))


def _score(screen: DebriefView) -> Widget:
    texts, calibration = screen.texts, screen.debrief.calibration
    better = "beats" if calibration.beats_a_coin else "does_not_beat"
    ink: Ink = "good" if calibration.beats_a_coin else "warn"
    rows: list[Widget] = [
        Label(texts("debrief.guesses.brier", brier=calibration.brier), Role.NUMBER),
        Label(texts("debrief.guesses.brier.about"), Role.BODY, "muted"),
        Label(texts(f"debrief.guesses.{better}"), Role.STRONG, ink),
        Label(texts(f"debrief.guesses.habit.{calibration.habit}"), Role.STRONG),
        Rule(),
        heading(texts("debrief.guesses.table")),
    ]
    names = ("said", "times", "mean", "came")
    head: list[Widget] = [
        Label(texts(f"debrief.guesses.{name}"), Role.LABEL, "muted") for name in names
    ]
    rows.append(_cells([*head, Label("")]))
    rows += [_row(screen, each) for each in calibration.bins if each.count]
    return Column(rows, gap=10)


def _row(screen: DebriefView, each: Bin) -> Widget:
    """Build a row: the bar is how often yes came, the stroke what was said on average."""
    texts = screen.texts
    mean = texts("debrief.guesses.percent", percent=each.mean_percent)
    came = texts("debrief.guesses.yes", n=each.count, yes=each.yes, count=each.count)
    return _cells(
        [
            Label(texts("debrief.guesses.range", low=each.low, high=each.high)),
            Label(str(each.count)),
            Label(mean),
            Label(came, Role.STRONG),
            Meter(each.yes / each.count, mark=each.mean_percent / 100),
        ]
    )


def _each(screen: DebriefView) -> Widget:
    rows: list[Widget] = [heading(screen.texts("debrief.guesses.each"))]
    rows += [_one(screen, guess) for guess in screen.debrief.calibration.guesses]
    return Column(rows, gap=8)


def _one(screen: DebriefView, guess: Prediction) -> Widget:
    texts = screen.texts
    answer = texts(f"debrief.guesses.{'yes' if guess.was_yes else 'no'}_came")
    said = texts("debrief.guesses.one", percent=guess.percent, answer=answer)
    icon, ink = Sign("check", "good") if guess.was_yes else Sign("cross", "bad")
    deal = screen.words.deal(guess.delegation, guess.round)
    return bullet(texts("words.named", name=deal, value=said), icon, ink)


def _cells(widgets: list[Widget]) -> Widget:
    cells = [Padded(w, pad=0, grow=share) for w, share in zip(widgets, SHARES, strict=True)]
    return Row(cells, gap=8, align="middle")
