"""Checks the calendar: rounds in order, places on the map, dates within the world's years."""

from __future__ import annotations

from collections.abc import Iterator

from game.climate.world import FIRST_YEAR, LAST_YEAR
from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, error, unknown, warning
from game.levels.places import known_places


def check_calendar(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with the dates, places and sources of the rounds."""
    before = ""
    for i, meeting in enumerate(index.level.rounds):
        at, dates = ("rounds", i), {"id": meeting.id, "start": meeting.start}
        if meeting.end < meeting.start:
            fields = {**dates, "end": meeting.end}
            yield error((*at, "end"), "ends_before_it_begins", fields)
        if meeting.start < before:
            yield error((*at, "start"), "begins_too_early", {**dates, "before": before})
        if not meeting.sources:
            yield warning(at, "no_source", {"id": meeting.id})
        if meeting.place not in known_places():
            found = unknown((*at, "place"), "place", meeting.place, known_places())
            yield warning(found.path, f"place_{found.code}", found.fields)
        before = meeting.start
    yield from _years(index)


def _years(index: LevelIndex) -> Iterator[Finding]:
    """Yield the rounds outside the years that a world has emissions for."""
    if index.world is None:
        return
    for i, meeting in enumerate(index.level.rounds):
        for key, day in (("start", meeting.start), ("end", meeting.end)):
            if not FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
                fields = {
                    "id": meeting.id,
                    "day": day,
                    "world": index.level.world,
                    "first": FIRST_YEAR,
                    "last": LAST_YEAR,
                }
                yield warning(("rounds", i, key), "outside_world", fields)
                break
