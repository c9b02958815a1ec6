"""The news strip of the hub: what happened last, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.desk.lapsed import Lapsed, lapsed_in
from game.desk.wording import Words
from game.negotiation.model.events import Event, NewsForecast, Replied, RoundBegan
from game.session.session import Turn


def latest_lines(turns: Sequence[Turn], words: Words, most: int) -> tuple[str, ...]:
    """Sentences on the last turns; where a counter-offer lapsed, that instead of that it came."""
    lapsed = lapsed_in(turns)
    lines: list[str] = []
    for place in range(len(turns) - 1, -1, -1):
        lines += [
            words.texts("latest.lapsed", party=words.party(delegation))
            for delegation in lapsed.ended.get(place, [])
        ]
        said = [words.event(event) for event in _past(turns[place], place, lapsed)]
        lines += [line for line in reversed(said) if line]
        if len(lines) >= most:
            break
    return tuple(lines[:most])


def _past(turn: Turn, place: int, lapsed: Lapsed) -> Iterator[Event]:
    for event in turn.events:
        if isinstance(event, NewsForecast | RoundBegan):
            continue
        if isinstance(event, Replied) and (place, event.reply.delegation) in lapsed.made:
            continue
        yield event
