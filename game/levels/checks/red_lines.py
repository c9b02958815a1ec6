"""Checks red lines and linkages: known names, and something left to agree."""

from __future__ import annotations

from collections.abc import Iterator

from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, Path_, error, warning
from game.levels.schema.fields import DelegationField, TermField


def check_red_lines(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with the red lines of each delegation."""
    for i, party in enumerate(index.level.delegations):
        at: Path_ = ("delegations", i, "red_lines")
        for k, line in enumerate(party.red_lines):
            options = {"never": line.never, "at_least": line.at_least}
            yield from index.check_slot(line.issue, line.giver, options, (*at, k))
            if line.never is None and line.at_least is None:
                yield error((*at, k), "line_without_option")
            earlier = [(e.issue, e.giver, e.kind) for e in party.red_lines[:k]]
            if (line.issue, line.giver, line.kind) in earlier:
                fields = {"id": line.issue, "giver": line.giver, "kind": line.kind}
                yield warning((*at, k), "lines_on_one_slot", fields)
        yield from _leave_something(index, party, at)


def check_linkages(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with the linkages of each delegation."""
    for i, party in enumerate(index.level.delegations):
        pairs: list[frozenset[tuple[str, str, str]]] = []
        for k, link in enumerate(party.linkages):
            at: Path_ = ("delegations", i, "linkages", k)
            for key, term in (("first", link.first), ("second", link.second)):
                where = (*at, key)
                yield from index.check_slot(term.issue, term.giver, {"option": term.option}, where)
                if term.option in index.options(term.issue)[:1]:
                    fields = {"option": term.option, "id": term.issue}
                    yield error((*where, "option"), "linkage_of_today", fields)
            first, second = _slot(link.first), _slot(link.second)
            if first == second:
                yield error(at, "linkage_of_one", {"id": link.first.issue})
            pair = frozenset({_whole(link.first), _whole(link.second)})
            if pair in pairs:
                yield error(at, "linkage_twice", {"id": link.first.issue})
            pairs.append(pair)


def _leave_something(index: LevelIndex, party: DelegationField, at: Path_) -> Iterator[Finding]:
    """Yield a line that is meant and leaves, with the others on its slot, no option."""
    allowed: dict[tuple[str, str], set[int]] = {}
    for k, line in enumerate(party.red_lines):
        options = index.options(line.issue)
        if line.kind == "bluff" or not {line.never, line.at_least} <= {None, *options}:
            continue
        slot, left = (line.issue, line.giver), set(line.leaves(options))
        allowed[slot] = allowed.get(slot, left) & left
        if not allowed[slot]:
            fields = {"id": line.issue, "party": party.id}
            yield error((*at, k), "lines_leave_nothing", fields)


def _slot(term: TermField) -> tuple[str, str]:
    return term.issue, term.giver


def _whole(term: TermField) -> tuple[str, str, str]:
    return term.issue, term.giver, term.option
