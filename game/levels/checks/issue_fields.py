"""Checks issues: doors in order, known givers, effects that fit the options."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator

from game.climate.world import World
from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, Path_, error, unknown
from game.levels.schema.fields import CapField, IssueField
from game.negotiation.worth.grid import MOST_ROWS


def check_issues(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with each issue by itself."""
    for i, issue in enumerate(index.level.issues):
        at: Path_ = ("issues", i)
        yield from _doors(index, issue, at)
        for k, giver in enumerate(issue.givers):
            if giver not in index.parties:
                yield unknown((*at, "givers", k), "delegation", giver, index.parties)
        yield from _effects(index, issue, at)


def check_agreements(index: LevelIndex) -> Iterator[Finding]:
    """Yield once that pairs of delegations could agree more things than can be looked over."""
    counts = {
        (one.id, other.id): math.prod(
            len(issue.options) ** len({one.id, other.id} & set(issue.givers))
            for issue in index.level.issues
        )
        for one, other in itertools.combinations(index.level.delegations, 2)
    }
    over = {pair: count for pair, count in counts.items() if count > MOST_ROWS}
    if over:
        one, other = max(over, key=lambda pair: over[pair])
        fields = {"one": one, "other": other, "count": over[one, other]}
        fields |= {"most": MOST_ROWS, "pairs": len(over)}
        yield error(("issues",), "too_many_agreements", fields)


def counts(issue: IssueField, found: int) -> dict[str, object]:
    """Return the fields of the sentence on a list that does not fit an issue's options."""
    return {"id": issue.id, "found": found, "wanted": len(issue.options)}


def _doors(index: LevelIndex, issue: IssueField, at: Path_) -> Iterator[Finding]:
    rounds = index.rounds
    for key, name in (("opens", issue.opens), ("closes", issue.closes), ("due", issue.due)):
        if name is not None and name not in rounds:
            yield unknown((*at, key), "round", name, rounds)
    if issue.closes in rounds:
        opens = issue.opens if issue.opens in rounds else rounds[0]
        if rounds.index(issue.closes) < rounds.index(opens):
            yield error((*at, "closes"), "closes_before_opens", {"id": issue.id})


def _effects(index: LevelIndex, issue: IssueField, at: Path_) -> Iterator[Finding]:
    for i, effect in enumerate(issue.effects):
        where = (*at, "effects", i)
        figures = effect.below_percent if isinstance(effect, CapField) else effect.cut_gtco2e_2030
        if len(figures) != len(issue.options):
            yield error(where, "wrong_count", counts(issue, len(figures)))
        elif any(b < a for a, b in itertools.pairwise(_shown(figures))):
            yield error(where, "effect_not_deeper", {"id": issue.id})
        if effect.giver is not None and effect.giver not in issue.givers:
            yield unknown((*where, "giver"), "giver", effect.giver, issue.givers)
        yield from index.check_in_world(effect.bloc, getattr(effect, "sector", None), where)
        if isinstance(effect, CapField):
            yield from _cap(effect, issue, where, index.world)


def _cap(
    effect: CapField, issue: IssueField, where: Path_, world: World | None
) -> Iterator[Finding]:
    zero_years = effect.net_zero_year or []
    if zero_years and len(zero_years) != len(issue.options):
        yield error((*where, "net_zero_year"), "wrong_count", counts(issue, len(zero_years)))
    for option, below, year in zip(issue.options, effect.below_percent, zero_years, strict=False):
        named = {"id": issue.id, "option": option.id, "year": year or 0}
        if year is not None and below is None:
            yield error((*where, "net_zero_year"), "net_zero_without_limit", named)
        elif year is not None and year <= effect.target_year:
            named["target"] = effect.target_year
            yield error((*where, "net_zero_year"), "net_zero_too_early", named)
    if world is not None and effect.base_year is not None and effect.bloc in world.blocs:
        known = world.reference_gtco2e[effect.bloc]
        if effect.base_year not in known:
            years = ", ".join(str(year) for year in known)
            fields = {"year": effect.base_year, "known": years}
            yield error((*where, "base_year"), "unknown_base_year", fields)


def _shown(figures: Iterable[float | None]) -> list[float]:
    """Return the figures, with one below all others for an option that sets no limit."""
    return [-1e9 if figure is None else figure for figure in figures]
