"""Checks a level's table: whom promises reach, whom they are made to, what is known wanted."""

from __future__ import annotations

from collections.abc import Iterator

from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, Path_, error, unknown
from game.levels.schema.fields import IssueField

DIRECTED = ("partner", "split")


def check_table(index: LevelIndex) -> Iterator[Finding]:
    """Yield reaches that the table does not have, partners that are not there, unknown wants."""
    if index.level.format == 1 and index.level.table == "whole":
        yield error(("table",), "table_needs_format")
    for i, issue in enumerate(index.level.issues):
        yield from _reach(index, issue, ("issues", i))
    for i, party in enumerate(index.level.delegations):
        for issue_id, per_giver in party.wants.items():
            for giver in per_giver:
                where = ("delegations", i, "wants", issue_id, giver)
                yield from index.check_slot(issue_id, giver, {}, where)


def _reach(index: LevelIndex, issue: IssueField, at: Path_) -> Iterator[Finding]:
    is_hub = index.level.table == "hub"
    if issue.reach is not None and is_hub != (issue.reach == "club"):
        fields = {"reach": issue.reach, "table": index.level.table}
        yield error((*at, "reach"), "reach_of_other_table", fields)
    for k, name in enumerate(issue.to):
        if name not in index.parties:
            yield unknown((*at, "to", k), "delegation", name, index.parties)
    if issue.reach in DIRECTED:
        lonely = [giver for giver in issue.givers if set(issue.to) <= {giver}]
        if lonely:
            yield error((*at, "reach"), "no_partner", {"id": issue.id, "giver": lonely[0]})
    elif issue.to:
        yield error((*at, "to"), "no_partner_asked", {"id": issue.id})
    if issue.reach != "split" and "share" in issue.model_fields_set:
        yield error((*at, "share"), "share_without_split", {"id": issue.id})
