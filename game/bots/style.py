"""The settings of a trading player; their grid shows whether one style is too good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product


@dataclass(frozen=True)
class Style:
    """One way to play.

    demands: how much of what it could give it holds back in a first offer, 0-1
    yields: by what it multiplies that after each refusal
    margin: votes above the pass mark that it keeps
    points_per_gt: what a gigatonne off 2030 is worth to it, points
    talks: private talks with each delegation before the first offer
    presses: public calls it makes at most
    waits: share of the rounds it lets pass before it does anything
    listens, takes_counters, works_at_home: whether it uses what it is told and offered
    """

    demands: float = 0.9
    yields: float = 0.6
    margin: float = 1.0
    points_per_gt: float = 14.0
    talks: int = 0
    presses: int = 0
    waits: float = 0.0
    listens: bool = True
    takes_counters: bool = True
    works_at_home: bool = True

    @property
    def name(self) -> str:
        """The style in a few words of code."""
        first = Style()
        knobs = [
            f"{knob}={self.setting(knob)}"
            for knob, value in vars(self).items()
            if value != getattr(first, knob)
        ]
        return ", ".join(knobs) or "as the honest trader"

    def setting(self, knob: str) -> str:
        """Return the setting of one knob, in words of code: `0.6`, `false`."""
        value = getattr(self, knob)
        return str(value).lower() if isinstance(value, bool) else f"{value:g}"


def grid() -> Iterator[Style]:
    """54 styles that differ in demands, patience, pressure, work at home and when they begin.

    Six of them keep everything for the last round.
    """
    for demands, yields, presses, works, waits in product(
        (0.3, 0.6, 0.9), (0.4, 0.8), (0, 3), (True, False), (0.0, 0.5)
    ):
        yield replace(
            Style(),
            demands=demands,
            yields=yields,
            presses=presses,
            works_at_home=works,
            waits=waits,
        )
    for demands, works in product((0.3, 0.6, 0.9), (True, False)):
        yield Style(demands=demands, works_at_home=works, waits=1.0)
