"""Runs every pass over a level whose fields are right."""

from __future__ import annotations

from game.climate.world import World
from game.levels.checks.calendar import check_calendar
from game.levels.checks.home_fields import check_homes
from game.levels.checks.issue_fields import check_agreements, check_issues
from game.levels.checks.level_index import LevelIndex
from game.levels.checks.news_items import check_hints, check_news
from game.levels.checks.red_lines import check_linkages, check_red_lines
from game.levels.checks.table_reach import check_table
from game.levels.checks.unique_ids import check_ids
from game.levels.checks.valuations import check_values
from game.levels.findings import Finding
from game.levels.schema.fields import LevelField

PASSES = (
    check_ids,
    check_calendar,
    check_issues,
    check_table,
    check_values,
    check_homes,
    check_red_lines,
    check_linkages,
    check_agreements,
    check_news,
    check_hints,
)


def check_level(level: LevelField, world: World | None, folder_name: str) -> list[Finding]:
    """Return everything wrong with a level whose fields are right, in no particular order."""
    index = LevelIndex(level, world, folder_name)
    return [finding for each in PASSES for finding in each(index)]
