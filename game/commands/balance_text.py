"""The checks and advice of the balance report in a reader's language."""

from __future__ import annotations

from math import isinf

from game.bots.balance_targets import Check, Unit
from game.bots.remedies import Advice
from game.bots.statistics import Measured
from game.texts import Texts


def advice_in_words(advice: Advice, texts: Texts) -> str:
    """Return a change to try, as one or two sentences."""
    return texts(f"cli.balance.advice.{advice.code}", **advice.fields)


def check_in_words(check: Check, texts: Texts) -> str:
    """Return what a check looks at."""
    names = dict(zip(("one", "other"), check.names, strict=False))
    return texts(f"cli.balance.check.{check.kind}", **names)


def target_in_words(check: Check, texts: Texts) -> str:
    """Return the band a figure should lie in."""
    least, most = check.band.least, check.band.most
    if check.whole_interval:
        return texts("cli.balance.target.apart")
    if most == 0 or (least == 0 and isinf(most)):
        return texts("cli.balance.target.never" if most == 0 else "cli.balance.target.above")
    bounds = {"least": _figure(check.unit, least, texts), "most": _figure(check.unit, most, texts)}
    if not isinf(least):
        return texts("cli.balance.target.between", **bounds)
    return texts(
        "cli.balance.target.below" if check.band.strict else "cli.balance.target.most", **bounds
    )


def measured_in_words(check: Check, texts: Texts) -> str:
    """Return a figure with its interval."""
    found = check.measured
    if found is None:
        return texts("cli.balance.not_measured")
    value, low, high = (
        _figure(check.unit, figure, texts) for figure in (found.value, found.low, found.high)
    )
    if found.low == found.high:
        return value
    return texts("cli.balance.with_interval", value=value, low=low, high=high)


def share_in_words(found: Measured, texts: Texts) -> str:
    """Return a share with its interval."""
    value, low, high = (texts.percent(figure) for figure in (found.value, found.low, found.high))
    return texts("cli.balance.with_interval", value=value, low=low, high=high)


def _figure(unit: Unit, figure: float, texts: Texts) -> str:
    match unit:
        case Unit.SHARE | Unit.DIFFERENCE:
            return "" if isinf(figure) else texts.percent(figure)
        case Unit.RATIO:
            return "" if isinf(figure) else texts.number(figure, 2)
    return "" if isinf(figure) else texts.number(figure)
