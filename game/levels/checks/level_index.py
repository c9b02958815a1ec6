"""A level with its names indexed, for the passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from game.climate.world import World
from game.levels.findings import Finding, Path_, unknown
from game.levels.schema.fields import IssueField, LevelField


@dataclass(frozen=True)
class LevelIndex:
    """A level whose fields are right, the world it names (where that could be read), its folder."""

    level: LevelField
    world: World | None
    folder_name: str

    @cached_property
    def rounds(self) -> list[str]:
        """Ids of the rounds, in order."""
        return [meeting.id for meeting in self.level.rounds]

    @cached_property
    def parties(self) -> list[str]:
        """Ids of the delegations."""
        return [party.id for party in self.level.delegations]

    @cached_property
    def issues(self) -> dict[str, IssueField]:
        """The issues by id; of two with one id the first."""
        return {issue.id: issue for issue in reversed(self.level.issues)}

    def options(self, issue_id: str) -> list[str]:
        """Ids of an issue's options; none where there is no such issue."""
        issue = self.issues.get(issue_id)
        return [option.id for option in issue.options] if issue is not None else []

    def check_slot(
        self, issue_id: str, giver: str, options: dict[str, str | None], at: Path_
    ) -> Iterator[Finding]:
        """Yield what a reference to an issue, its giver and its options gets wrong."""
        issue = self.issues.get(issue_id)
        if issue is None:
            yield unknown(at, "issue", issue_id, self.issues)
            return
        is_told_already = giver in self.parties and not set(issue.givers) <= set(self.parties)
        if giver not in issue.givers and not is_told_already:
            yield unknown(at, "giver", giver, issue.givers)
        known = self.options(issue_id)
        if len(set(known)) < len(known):
            return  # that an id stands there twice is told; a name may mean the second
        for key, option in options.items():
            if option is not None and option not in known:
                yield unknown((*at, key), "option", option, known)

    def check_in_world(self, bloc: str, sector: str | None, at: Path_) -> Iterator[Finding]:
        """Yield what a reference to a bloc, and a sector of it, gets wrong."""
        if self.world is None:
            return
        if bloc not in self.world.blocs:
            yield unknown((*at, "bloc"), "bloc", bloc, self.world.blocs)
        sectors = [known.id for known in self.world.sectors]
        if sector is not None and sector not in sectors:
            yield unknown((*at, "sector"), "sector", sector, sectors)
