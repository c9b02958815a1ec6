"""Changes a level's author could make, chosen from what happened in the games."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.bots.contest import Contest
from game.bots.deal_usage import IssueUse, PartyUse, Usage, usage_of
from game.bots.goal_thresholds import BetterGoals, missing_cuts, shortfall_of
from game.bots.simulation import Played
from game.negotiation.model.replies import Constraint
from game.negotiation.model.scenario import UNIT, Scenario

OFTEN = 0.75  # agreed in so many games, an issue is not missing but too shallow

Fields = dict[str, str | int | float]


@dataclass(frozen=True)
class Advice:
    """One change to try, and why. code: key of the sentence; fields: what it names."""

    code: str
    fields: Fields


@dataclass(frozen=True)
class Facts:
    """The games that advice is chosen from.

    games: per player of the roster; usage: of all players that can bargain
    better: goals that would part the players better than the level's own, None if there are none
    """

    scenario: Scenario
    games: Mapping[str, Sequence[Played]]
    contest: Contest
    usage: Usage
    better: BetterGoals | None

    def usage_by(self, player: str) -> Usage:
        """Return what one player's games used of the level."""
        if player not in self._used:
            self._used[player] = usage_of(self.scenario, self.games[player])
        return self._used[player]

    @cached_property
    def _used(self) -> dict[str, Usage]:
        return {}

    def issue(self, issue: str) -> str:
        """Return the issue's title."""
        return self.scenario.issue(issue).title

    def party(self, party: str) -> str:
        """Return the delegation's name."""
        return self.scenario.delegation(party).name

    def round(self, place: int) -> str:
        """Return the title of a meeting by its index."""
        return self.scenario.rounds[place].title


def goals_to_try(facts: Facts) -> list[Advice]:
    """Other goals, where those would do better on the very games that were played."""
    if facts.better is None:
        return []
    now, then, rates = facts.scenario.goals, facts.better.goals, facts.better.pass_rates
    return [
        Advice(
            "goals",
            {
                "joins": then.joins,
                "cut": then.cut_2030_gtco2e,
                "joins_now": now.joins,
                "cut_now": now.cut_2030_gtco2e,
                **{name: rates[name] for name in ("random", "greedy", "trader", "planner")},
            },
        )
    ]


def why_it_fails(facts: Facts, player: str) -> list[Advice]:
    """Return the goal a player misses most often, and whom or what it lacks for that."""
    games = facts.games[player]
    short, goals = shortfall_of(facts.scenario, games), facts.scenario.goals
    match short.worst:
        case "joins":
            fields: Fields = {"goal": goals.joins, "share": short.joins, "reached": short.joined}
            return [
                Advice("fails_by_joins", {"player": player, **fields}),
                *hardest_party(facts, player),
            ]
        case "cut":
            cut: Fields = {"goal": goals.cut_2030_gtco2e, "reached": short.cut_2030_gtco2e}
            return [
                Advice("fails_by_cut", {"player": player, "share": short.cut, **cut}),
                *hardest_issue(facts, player),
            ]
        case "broken":
            return [_broken_promise(facts, player, short.broken)]
    return []


def hardest_party(facts: Facts, player: str) -> list[Advice]:
    """Return what stands between a player and the delegation that joins least often."""
    weakest = min(facts.usage_by(player).parties, key=lambda use: use.joined)
    return [party_remedy(facts, weakest)] if weakest.joined < 1 else []


def hardest_issue(facts: Facts, player: str) -> list[Advice]:
    """Return what keeps a player from the cut it leaves lying most of."""
    games = facts.games[player]
    missing = missing_cuts(facts.scenario, games)
    slot = max(missing, key=lambda each: missing[each], default=None)
    if slot is None or missing[slot] <= 0:
        return []
    usage = facts.usage_by(player)
    use = next(use for use in usage.issues if use.issue == slot.issue)
    if use.agreed < OFTEN:
        return [issue_remedy(facts, usage, use)]
    named: Fields = {"issue": facts.issue(slot.issue), "party": facts.party(slot.giver)}
    missed = {"share": use.agreed, "missing": missing[slot] / 1000}
    return [Advice("issue_shallow", {**named, **missed, "player": player})]


def party_remedy(facts: Facts, use: PartyUse) -> Advice:
    """Return what binds a delegation that few have a deal with, and what would loosen it."""
    party = facts.scenario.delegation(use.party)
    named: Fields = {"party": party.name, "share": use.dealt}
    if use.dealt - use.joined > 0.5 * use.dealt:
        return Advice("party_falls_short", {**named, "joined": use.joined})
    binding = use.binding()
    if not binding:
        return Advice("party_never_asked" if not use.offers else "party_few_offers", named)
    constraint = max(binding, key=lambda reason: binding[reason])
    named["part"] = binding[constraint] / use.refusals
    match constraint:
        case Constraint.RED_LINE:
            crossed = next(why for why, _ in use.refused if why.constraint == constraint)
            return Advice("party_red_line", {**named, "issue": facts.issue(crossed.issue)})
        case Constraint.HOME_VOTE:
            votes = sum(faction.votes for faction in party.home.factions) / UNIT
            home: Fields = {
                "body": party.home.body,
                "mark": party.home.pass_mark / UNIT,
                "votes": votes,
            }
            return Advice("party_home_vote", {**named, **home})
        case Constraint.NO_DEAL:
            no_deal = party.value_of_no_deal / UNIT
            return Advice("party_no_deal", {**named, "no_deal": no_deal})
    share = party.personality.opening_share / UNIT
    return Advice("party_aspiration", {**named, "opening_share": share})


def issue_remedy(facts: Facts, usage: Usage, use: IssueUse) -> Advice:
    """Return what keeps an issue out of deals, and what would bring it in."""
    issue = facts.scenario.issue(use.issue)
    named: Fields = {"issue": issue.title, "share": use.agreed}
    if use.offered < 0.05:
        return Advice("issue_never_offered", {**named, "points": _best_points(facts, use.issue)})
    crossed = Counter[str]()
    for party in usage.parties:
        for why, count in party.refused:
            if why.issue == use.issue:
                crossed[party.party] += count
    named["offered"] = use.offered
    if crossed:
        party_id, times = crossed.most_common(1)[0]
        return Advice("issue_red_line", {**named, "party": facts.party(party_id), "times": times})
    if use.closes < len(facts.scenario.rounds) - 1:
        return Advice("issue_closes_first", {**named, "round": facts.round(use.closes)})
    return Advice("issue_refused", named)


def _best_points(facts: Facts, issue: str) -> float:
    """Return the most points a step of an issue brings the player's own side."""
    own = facts.scenario.delegation(facts.scenario.you).valuations
    return max((max(p) for slot, p in own.items() if slot.issue == issue), default=0) / UNIT


def _broken_promise(facts: Facts, player: str, share: float) -> Advice:
    """Advise on promises that the player's own home does not stand behind."""
    you = facts.scenario.you
    broken = Counter(
        slot.issue
        for game in facts.games[player]
        for slot in sorted(game.story.broken)
        if slot.giver == you
    )
    issue = max(sorted(broken), key=lambda each: broken[each])
    home = facts.scenario.delegation(you).home
    return Advice(
        "fails_by_broken",
        {
            "player": player,
            "share": share,
            "issue": facts.issue(issue),
            "body": home.body,
            "mark": home.pass_mark / UNIT,
            "round": facts.round(facts.scenario.issue(issue).due),
        },
    )
