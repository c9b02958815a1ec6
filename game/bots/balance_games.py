"""The games behind a balance report, and their figures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.bots.balance_advice import advise, notes
from game.bots.balance_targets import PASS_BANDS, Check, checks_of
from game.bots.contest import Contest
from game.bots.deal_usage import Usage, usage_of
from game.bots.goal_thresholds import better_goals
from game.bots.remedies import Advice, Facts
from game.bots.roster import BOTS
from game.bots.simulation import Crew, Game, Played
from game.bots.style import Style, grid
from game.bots.tally import Tally, tally
from game.levels.loader import Level
from game.negotiation.model.scenario import Scenario

CAPABLE = ("greedy", "trader", "planner")  # and every style: what these never use, nobody does
GAMES_PER_STYLE_GAME = 5  # the grid has some fifty styles: a fifth of the games each is plenty

Progress = Callable[[Iterator[Played]], Iterator[Played]]


@dataclass(frozen=True)
class BalanceFinding:
    """A measured target, and what to change if it is missed."""

    check: Check
    advice: tuple[Advice, ...]


@dataclass(frozen=True)
class Balance:
    """The report on one level.

    usage: of all players that can bargain; timing: of those among them that begin at once
    solved_share: of the seeds that all played, those that somebody passed
    log_hash: SHA-256 over all logs, whatever the number of jobs
    """

    level: Level
    scenario: Scenario
    seed: int
    games: int
    tallies: Mapping[str, Tally]
    styles: Mapping[Style, Tally]
    contest: Contest
    usage: Usage
    timing: Usage
    findings: tuple[BalanceFinding, ...]
    notes: tuple[Advice, ...]
    solved_share: float
    log_hash: str

    @property
    def solvable(self) -> bool:
        """True if anyone passed a game."""
        return any(each.passed for each in (*self.tallies.values(), *self.styles.values()))

    @property
    def balanced(self) -> bool:
        """True if every target is met."""
        return all(finding.check.ok for finding in self.findings)


def number_of_games(games: int) -> int:
    """Return the total number of games for a report of that many games a bot."""
    return len(BOTS) * games + len(list(grid())) * style_games(games)


def style_games(games: int) -> int:
    """Return the number of seeds for the styles, from the number of games a bot."""
    return max(1, games // GAMES_PER_STYLE_GAME)


def measure(level: Level, games: int, seed: int, jobs: int, progress: Progress = iter) -> Balance:
    """Play all games, `games` a bot from `seed` on, and look at them."""
    wanted: list[tuple[str | Style, int]] = [(bot, games) for bot in BOTS]
    wanted += [(style, style_games(games)) for style in grid()]
    asked = [Game(player, seed + place) for player, number in wanted for place in range(number)]
    with Crew(level, jobs) as crew:
        played = list(progress(crew.play(asked)))
    found: dict[str | Style, list[Played]] = {player: [] for player, _ in wanted}
    for game, outcome in zip(asked, played, strict=True):
        found[game.player].append(outcome)
    return report(level, seed, found)


def report(level: Level, seed: int, played: Mapping[str | Style, Sequence[Played]]) -> Balance:
    """Return what games of the roster and the styles say, each player's in order of the seeds."""
    scenario = level.scenario()
    by_bot = {player: games for player, games in played.items() if isinstance(player, str)}
    contest = Contest({p: games for p, games in played.items() if isinstance(p, Style)})
    styles = list(contest.games.items())
    prompt = [games for style, games in styles if style.waits == 0]
    bots = [by_bot[name] for name in CAPABLE]
    usage = usage_of(scenario, _all([*bots, *(games for _, games in styles)]))
    tallies = {name: tally(name, games) for name, games in by_bot.items()}
    everything = _all(played.values())
    below_floor = sum(game.deals_below_floor for game in everything)
    better = better_goals(scenario, by_bot, PASS_BANDS)
    facts = Facts(scenario, by_bot, contest, usage, better)
    checks = checks_of(tallies, contest, usage, below_floor)
    return Balance(
        level=level,
        scenario=scenario,
        seed=seed,
        games=len(next(iter(by_bot.values()))),
        tallies=tallies,
        styles={style: tally(style.name, games) for style, games in styles},
        contest=contest,
        usage=usage,
        timing=usage_of(scenario, _all([*bots, *prompt])),
        findings=tuple(BalanceFinding(check, advise(facts, check)) for check in checks),
        notes=notes(facts),
        solved_share=_solved(played.values()),
        log_hash=_hash(everything),
    )


def _all(several: Iterable[Sequence[Played]]) -> list[Played]:
    return [game for games in several for game in games]


def _solved(several: Iterable[Sequence[Played]]) -> float:
    """Return the share of the seeds that all played and that somebody passed."""
    by_seed = list(zip(*several, strict=False))
    return sum(any(game.passed for game in games) for games in by_seed) / len(by_seed)


def _hash(games: Sequence[Played]) -> str:
    together = hashlib.sha256()
    for game in games:
        together.update(game.log_hash.encode())
    return together.hexdigest()
