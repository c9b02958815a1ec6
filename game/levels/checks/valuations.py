"""Checks values: a figure an option, concessions that cost, and a taker for every gift."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from game.levels.checks.issue_fields import counts
from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, Path_, error, warning
from game.levels.schema.fields import DelegationField


def check_values(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with what things are worth to each delegation."""
    for i, party in enumerate(index.level.delegations):
        at: Path_ = ("delegations", i)
        yield from index.check_in_world(party.bloc, None, at)
        yield from check_per_slot(index, party.values, (*at, "values"))
        yield from _concessions(index, party, at)
    yield from _unwanted(index)


def check_per_slot(
    index: LevelIndex, figures: Mapping[str, Mapping[str, Sequence[float]]], at: Path_
) -> Iterator[Finding]:
    """Yield what is wrong with figures by issue and giver: one an option, today's course first."""
    for issue_id, per_giver in figures.items():
        for giver, values in per_giver.items():
            where = (*at, issue_id, giver)
            yield from index.check_slot(issue_id, giver, {}, where)
            issue = index.issues.get(issue_id)
            if issue is not None and len(values) != len(issue.options):
                yield error(where, "wrong_count", counts(issue, len(values)))
            elif values[:1] != [0]:
                yield error(where, "worth_before", {"id": issue_id})


def _concessions(index: LevelIndex, party: DelegationField, at: Path_) -> Iterator[Finding]:
    """Yield concessions that cost nothing, or less where more is given."""
    for issue in index.level.issues:
        own = party.values.get(issue.id, {}).get(party.id)
        where = (*at, "values", issue.id, party.id)
        if own is None and party.id in issue.givers:
            yield warning((*at, "values"), "costs_nothing", {"id": issue.id, "party": party.id})
        if own is None or len(own) != len(issue.options):
            continue
        for i, (before, after) in enumerate(itertools.pairwise(own)):
            if after > before:
                options = {"option": issue.options[i].id, "deeper": issue.options[i + 1].id}
                fields = {"id": issue.id, "party": party.id, **options}
                yield error(where, "concession_rises", fields)
                break


def _unwanted(index: LevelIndex) -> Iterator[Finding]:
    """Warn of what a delegation could give and no other would rather have than not."""
    for i, issue in enumerate(index.level.issues):
        for k, giver in enumerate(issue.givers):
            wants = [
                max(party.values.get(issue.id, {}).get(giver, [0.0]))
                for party in index.level.delegations
                if party.id != giver
            ]
            if giver in index.parties and not any(want > 0 for want in wants):
                fields = {"id": issue.id, "giver": giver}
                yield warning(("issues", i, "givers", k), "unwanted", fields)
