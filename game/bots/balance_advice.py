"""Turns each missed balance target into advice to the level's author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import ceil

from game.bots.balance_targets import Check
from game.bots.remedies import (
    Advice,
    Facts,
    Fields,
    goals_to_try,
    issue_remedy,
    party_remedy,
    why_it_fails,
)
from game.bots.simulation import Played

SELDOM = 0.1  # of the planner's games: an issue or a delegation dealt with less is worth a note
EARNS_NOTHING = 0.5  # deals a game: below that a trick looks good only because honesty earns little


def advise(facts: Facts, check: Check) -> tuple[Advice, ...]:
    """Return what to change to meet a missed target; nothing if it is met."""
    return () if check.ok else tuple(_BY_KIND[check.kind](facts, check))


def notes(facts: Facts) -> tuple[Advice, ...]:
    """Return delegations and issues that even the planner seldom has in a deal.

    Waiting that pays.
    """
    used = facts.usage_by("planner")
    late = facts.contest.won_late()
    waiting = Advice("waiting_pays", {"share": late.value, "styles": facts.contest.late})
    return (
        *([waiting] if late.low > facts.contest.late else []),
        *(party_remedy(facts, use) for use in used.parties if use.dealt < SELDOM),
        *(issue_remedy(facts, used, use) for use in used.issues if use.agreed < SELDOM),
    )


def _passes(facts: Facts, check: Check) -> list[Advice]:
    (player,) = check.names
    better = facts.better
    helps = better is not None and check.band.side(better.pass_rates[player]) == 0
    goals = goals_to_try(facts) if helps else []
    if check.side < 0:
        return [*why_it_fails(facts, player), *goals]
    return [*_what_it_gets(facts, player), *goals]


def _what_it_gets(facts: Facts, player: str) -> list[Advice]:
    """Where a player that should fail is let through."""
    won = [game for game in facts.games[player] if game.passed]
    if player == "pushover":
        given = _most_common(
            {
                a.term.slot.issue
                for a in game.story.agreed
                if a.term.slot.giver == facts.scenario.you
            }
            for game in won
        )
        if given is not None:
            issue, share = given
            return [Advice("gives_freely", {"issue": facts.issue(issue), "share": share})]
    soft = _most_common(game.story.delegations for game in won)
    if soft is None:
        return []
    party, share = soft
    return [Advice("soft_party", {"player": player, "party": facts.party(party), "share": share})]


def _trick(facts: Facts, check: Check) -> list[Advice]:
    trick, honest = check.names
    games = facts.games[trick]
    deals = sum(sum(game.story.deals_by_round) for game in games) / len(games)
    if check.measured is None or deals < EARNS_NOTHING:
        return [Advice("honesty_earns_little", {"player": trick}), *why_it_fails(facts, honest)]
    if trick == "waiter":
        return _last_doors(facts, games)
    soft = _most_common(game.story.delegations for game in games)
    if soft is None:
        return []
    party, share = soft
    return [Advice(f"trick_{trick}", {"party": facts.party(party), "share": share})]


def _above(facts: Facts, check: Check) -> list[Advice]:
    lower, upper = check.names
    causes = why_it_fails(facts, upper) or _what_it_gets(facts, lower)
    return [Advice("order", {"lower": lower, "upper": upper}), *causes]


def _apart(facts: Facts, check: Check) -> list[Advice]:
    lower, upper = check.names
    found = check.measured
    if found is None or found.value <= 0:
        return _above(facts, check)
    games = len(facts.games[lower])
    wanted = ceil(games * ((found.value - found.low) / found.value) ** 2)
    return [Advice("more_games", {"lower": lower, "upper": upper, "games": wanted})]


def _one_style(facts: Facts, check: Check) -> list[Advice]:
    """Return the habit by which the leading style differs most from what its likes win."""
    contest = facts.contest
    leading = contest.leading()[0]
    habits = contest.by_habit()

    def lift(knob: str) -> float:
        styles, wins = habits[knob][leading.setting(knob)]
        return wins / styles

    knob = max(habits, key=lift)
    setting = leading.setting(knob)
    fields: Fields = {"setting": setting, "share": habits[knob][setting][1]}
    return [Advice(f"style_{knob}", fields)]


def _closing_last(facts: Facts, _: Check) -> list[Advice]:
    games = [game for games in facts.contest.games.values() for game in games]
    return _last_doors(facts, [game for game in games if game.story.all_in_last_round])


def _last_doors(facts: Facts, games: Iterable[Played]) -> list[Advice]:
    """Return the issue whose door should not stand open until the end."""
    last = len(facts.scenario.rounds) - 1
    late = _most_common(
        {a.term.slot.issue for a in game.story.agreed if a.round == last} for game in games
    )
    if late is None:
        return []
    issue, share = late
    fields: Fields = {"issue": facts.issue(issue), "share": share, "round": facts.round(last)}
    return [Advice("last_door", fields)]


def _below_floor(_: Facts, check: Check) -> list[Advice]:
    number = int(check.measured.value) if check.measured else 0
    return [Advice("below_floor", {"n": number})]


def _unused(facts: Facts, _: Check) -> list[Advice]:
    usage = facts.usage
    return [
        *(party_remedy(facts, use) for use in usage.unused_parties),
        *(issue_remedy(facts, usage, use) for use in usage.unused_issues),
    ]


def _most_common(sets: Iterable[Iterable[str]]) -> tuple[str, float] | None:
    """Return what stands in most of some sets, and in what share of them.

    None where they are empty.
    """
    listed = [frozenset(each) for each in sets]
    found = Counter(name for each in listed for name in each)
    if not found:
        return None
    name = max(sorted(found), key=lambda each: found[each])
    return name, found[name] / len(listed)


_BY_KIND: Mapping[str, Callable[[Facts, Check], list[Advice]]] = {
    "passes": _passes,
    "trick": _trick,
    "above": _above,
    "apart": _apart,
    "one_style": _one_style,
    "closing_last": _closing_last,
    "below_floor": _below_floor,
    "unused": _unused,
}
