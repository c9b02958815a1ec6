"""The news strip of the hub: what happened last, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from game.desk.promise_text import events_told
from game.desk.wording import Wording
from game.negotiation.model.events import CounterLapsed, Event, NewsForecast, Replied, RoundBegan
from game.negotiation.model.replies import Verdict
from game.session.session import Turn


def latest_lines(turns: Sequence[Turn], words: Wording, most: int) -> tuple[str, ...]:
    """Tell the last turns; of a counter-offer that lapsed, only that it did."""
    lines: list[str] = []
    lapsed: set[str] = set()
    for turn in reversed(turns):
        fresh: list[Event] = []
        for event in reversed(turn.events):
            if isinstance(event, CounterLapsed):
                lapsed.add(event.delegation)
            if not _is_old(event, lapsed):
                fresh.insert(0, event)
        lines += reversed(events_told(fresh, words))
        if len(lines) >= most:
            break
    return tuple(lines[:most])


def _is_old(event: Event, lapsed: set[str]) -> bool:
    """Return True for what is told elsewhere, and for the answer whose counter-offer lapsed."""
    if not isinstance(event, Replied):
        return isinstance(event, NewsForecast | RoundBegan)
    delegation, came = event.reply.delegation, event.reply.verdict is Verdict.COUNTER
    if not came or delegation not in lapsed:
        return False
    lapsed.remove(delegation)
    return True
