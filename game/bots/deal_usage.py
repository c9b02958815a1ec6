"""Which issues and delegations the deals used, when, and what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.bots.game_story import Refused, Story
from game.bots.simulation import Played
from game.negotiation.model.scenario import Scenario, Slot, Term


@dataclass(frozen=True)
class IssueUse:
    """Use of an issue. offered, agreed: shares of the games; closes: index of the last round."""

    issue: str
    offered: float
    agreed: float
    closes: int


@dataclass(frozen=True)
class PartyUse:
    """The dealings with a delegation.

    offered, dealt, joined: shares of the games with an offer to it, a deal, its assent at the end
    offers: how many it heard in all; refused: how often each reason stood in the way, most first
    """

    party: str
    offered: float
    dealt: float
    joined: float
    offers: int
    refused: tuple[tuple[Refused, int], ...]

    @property
    def refusals(self) -> int:
        """How many of the offers it did not accept."""
        return sum(count for _, count in self.refused)

    def binding(self) -> Mapping[str, int]:
        """Count how often each constraint stood in the way, whatever the issue."""
        found: Counter[str] = Counter()
        for refused, count in self.refused:
            found[refused.constraint] += count
        return found


@dataclass(frozen=True)
class Usage:
    """What a set of games used of a level.

    deals_by_round: the share of all deals struck in each round
    closing_share: the share of games whose deals were all struck in the last round
    steps_never_agreed: options that no deal held, in the level's order
    """

    issues: tuple[IssueUse, ...]
    parties: tuple[PartyUse, ...]
    deals_by_round: tuple[float, ...]
    closing_share: float
    steps_never_agreed: tuple[Term, ...]

    @property
    def unused_issues(self) -> tuple[IssueUse, ...]:
        """Issues that no deal was made on."""
        return tuple(use for use in self.issues if use.agreed == 0)

    @property
    def unused_parties(self) -> tuple[PartyUse, ...]:
        """Delegations that no deal was made with."""
        return tuple(use for use in self.parties if use.dealt == 0)

    def party(self, party: str) -> PartyUse:
        """Return how it went with one delegation. Raises KeyError if it is not at the table."""
        return {use.party: use for use in self.parties}[party]


def usage_of(scenario: Scenario, games: Iterable[Played]) -> Usage:
    """Return what games, at least one, used of a level."""
    stories = [game.story for game in games]
    rounds = [sum(column) for column in zip(*(s.deals_by_round for s in stories), strict=True)]
    deals = max(1, sum(rounds))
    return Usage(
        issues=_issues(scenario, stories),
        parties=tuple(_party(party.id, stories) for party in scenario.others),
        deals_by_round=tuple(struck / deals for struck in rounds),
        closing_share=sum(story.all_in_last_round for story in stories) / len(stories),
        steps_never_agreed=_never_agreed(scenario, stories),
    )


def _issues(scenario: Scenario, stories: list[Story]) -> tuple[IssueUse, ...]:
    offered = Counter(issue for s in stories for issue in {slot.issue for slot in s.offered})
    agreed = Counter(issue for s in stories for issue in s.issues)
    games = len(stories)
    return tuple(
        IssueUse(issue.id, offered[issue.id] / games, agreed[issue.id] / games, issue.closes)
        for issue in scenario.issues
    )


def _party(party: str, stories: list[Story]) -> PartyUse:
    refused: Counter[Refused] = Counter()
    for story in stories:
        refused.update({why: count for why, count in story.refusals if why.delegation == party})
    heard = [dict(story.offers).get(party, 0) for story in stories]
    games = len(stories)
    return PartyUse(
        party=party,
        offered=sum(count > 0 for count in heard) / games,
        dealt=sum(party in story.delegations for story in stories) / games,
        joined=1 - sum(party in dict(story.blocked) for story in stories) / games,
        offers=sum(heard),
        refused=tuple(sorted(refused.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _never_agreed(scenario: Scenario, stories: list[Story]) -> tuple[Term, ...]:
    seen = {agreed.term for story in stories for agreed in story.agreed}
    every = [
        Term(Slot(issue.id, giver), option)
        for issue in scenario.issues
        for giver in issue.givers
        for option in range(1, len(issue.options))
    ]
    return tuple(term for term in every if term not in seen)
