"""`simulate`: many games without a window."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.find_level import level_named
from game.commands.many_games import progress_of, told_of_lost_workers
from game.commands.options import (
    add_command,
    add_format,
    add_games,
    add_jobs,
    add_level,
    add_seed,
)
from game.commands.output import Exit, Refusal, print_json, tell
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.bots.simulation import Simulation
    from game.levels.loader import Level


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`simulate LEVEL --bot NAME --games N [--seed S] [--jobs J] [--format json]`."""
    parser = add_command(commands, "simulate", texts)
    add_level(parser, texts)
    parser.add_argument("--bot", required=True, metavar="NAME", help=texts("cli.simulate.bot"))
    add_games(parser, texts("cli.simulate.games"), texts)
    add_seed(parser, texts("cli.simulate.seed"), texts)
    add_jobs(parser, texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Play the games and say what came of them."""
    from game.bots.roster import BOTS
    from game.bots.simulation import simulate

    if args.bot not in BOTS:
        raise Refusal(texts("cli.simulate.no_bot", bot=args.bot, known=", ".join(BOTS)))
    level = level_named(args.level, texts)
    with told_of_lost_workers(args.jobs, texts):
        progress = progress_of(args.games)
        done = simulate(level, args.bot, args.games, args.seed, args.jobs, progress)
    answer = document(level, args.bot, args.seed, done)
    if args.format == "json":
        print_json(answer)
    else:
        tell(
            texts(
                "cli.simulate.line",
                passed=done.passed,
                games=len(done.games),
                rate=len(done.games) / done.seconds,
            )
        )
        for name in ("score", "warming_2100_c"):
            figures: dict[str, float] = answer[name]  # type: ignore[assignment]
            tell(texts(f"cli.simulate.{name}", **figures))
    return Exit.DONE


def document(level: Level, bot: str, seed: int, done: Simulation) -> dict[str, object]:
    """Return the answer to a script; the names are a promise."""
    import numpy as np

    from game.negotiation.rules.rules import RULES_VERSION

    def spread(figures: list[float]) -> dict[str, float]:
        low, middle, high = np.percentile(figures, (5, 50, 95))
        return {"p05": float(low), "p50": float(middle), "p95": float(high)}

    return {
        "level": level.id,
        "level_hash": level.hash,
        "rules_version": RULES_VERSION,
        "bot": bot,
        "games": len(done.games),
        "seed": seed,
        "passed": done.passed,
        "seconds": round(done.seconds, 3),
        "games_per_second": round(len(done.games) / done.seconds, 1),
        "score": spread([game.score for game in done.games]),
        "warming_2100_c": spread([game.warming_2100_c for game in done.games]),
        "deals_below_floor": sum(game.deals_below_floor for game in done.games),
        "log_hash": done.log_hash,
    }
