"""`bench`: how fast the game is on this machine."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import prod
from typing import TYPE_CHECKING

from game.commands.display_check import require_one_pygame
from game.commands.find_level import level_named
from game.commands.options import add_command, add_format
from game.commands.output import Exit, print_json, tell
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.levels.loader import Level

SIMPLE_BOTS = ("random", "bully", "greedy", "spammer", "waiter")
GAMES_EACH = 48
SIZES = ((1280, 720), (1920, 1080))
IMPORT_CODE = "import time; t = time.perf_counter(); import game.cli, game.ui.app; "
FRAME_CODE = "from game.ui.gallery.benching import first_frame; first_frame()"


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`bench [--format json]`."""
    parser = add_command(commands, "bench", texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Measure and print."""
    require_one_pygame(texts)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    answer = measure(texts)
    if args.format == "json":
        print_json(answer)
        return Exit.DONE
    for line in _lines(answer):
        tell(line)
    return Exit.DONE


def _lines(figures: Mapping[str, object], within: str = "") -> Iterator[str]:
    """Yield the figures by the names that the JSON has them under, one a line."""
    for name, figure in figures.items():
        if isinstance(figure, dict):
            yield from _lines(figure, f"{within}{name}.")
        else:
            yield f"{within}{name}: {figure}"


def measure(texts: Texts) -> dict[str, object]:
    """Every figure of speed; milliseconds, medians and high percentiles."""
    from tqdm import tqdm

    level, glasgow = level_named("tianjin", texts), level_named("glasgow", texts)
    steps: tuple[Callable[[], dict[str, object]], ...] = (
        lambda: {"projection_ms": _projection(level)},
        lambda: {"counter_offer_ms": _counter_offer()},
        lambda: _games(glasgow),
        lambda: {"frame_ms": _frames(level, texts, SIZES[0])},
        lambda: {"frame_ms_large": _frames(level, texts, SIZES[1])},
        lambda: {"first_frame_ms": _first_frame_ms()},
        lambda: {"import_ms": _import_ms()},
    )
    answer: dict[str, object] = {}
    for measure_one in tqdm(steps, disable=not sys.stderr.isatty(), file=sys.stderr):
        answer |= measure_one()
    machine = platform.processor() or platform.machine()
    return {**answer, "cpu": machine, "python": platform.python_version()}


def _projection(level: Level) -> dict[str, object]:
    from game.climate.emissions import emissions_of
    from game.climate.ensemble import load_ensemble
    from game.climate.projection import project
    from game.climate.world_total import pathway_of
    from game.paths import climate_dir

    ensemble = load_ensemble(climate_dir())
    pathway = pathway_of(emissions_of(level.world, ()))
    taken = _timed(lambda: project(pathway, ensemble), 60)
    return {**_percentiles(taken, 50, 99), "members": len(ensemble)}


def _counter_offer() -> dict[str, object]:
    """Time an answer with its counter-offer and reasons, to ever other offers in one position.

    A delegation's table is worked out once for a position and serves every offer in it: `p50` and
    `p95` are with that at hand, `first_p50` is the first answer in a position.
    """
    from game.bots.bench_domain import OPTIONS_OF_27_648, OPTIONS_OF_100_000

    small, large = _answers(OPTIONS_OF_27_648), _answers(OPTIONS_OF_100_000)
    return {**small, "large": large}


def _answers(options: Sequence[int]) -> dict[str, object]:
    from game.bots.bench_domain import bare_scenario, offers
    from game.negotiation.rules.rules import Rules

    first, further = [], []
    for seed in range(12):
        scenario = bare_scenario(options)
        rules = Rules(scenario)
        state, _ = rules.start(seed)
        taken = [
            _once_ms(partial(rules.apply, state, scenario.you, offer)) for offer in offers(scenario)
        ]
        first.append(taken[0])
        further += taken[1:]
    middle = _percentiles(first, 50)["p50"]
    return {**_percentiles(further, 50, 95), "first_p50": middle, "packages": prod(options)}


def _games(level: Level) -> dict[str, object]:
    """Headless games of bots that do not plan: as `simulate` plays them."""
    from game.bots.simulation import MOST_AT_ONCE, MOST_OUTCOMES, Game, play_each
    from game.session.projector import open_desk

    desk = open_desk(level.world, MOST_OUTCOMES)
    play_each(level, [Game(SIMPLE_BOTS[0], 0)], desk)
    taken = []
    for first in range(0, GAMES_EACH, MOST_AT_ONCE):
        for bot in SIMPLE_BOTS:
            games = [Game(bot, seed) for seed in range(first, first + MOST_AT_ONCE)]
            each_ms = _once_ms(partial(play_each, level, games, desk)) / len(games)
            taken += [each_ms] * len(games)
    per_second = round(1000 * len(taken) / sum(taken), 1)
    return {"game_ms": _percentiles(taken, 50), "games_per_second": per_second}


def _frames(level: Level, texts: Texts, size: tuple[int, int]) -> dict[str, object]:
    from game.ui.gallery.benching import drag_frames_ms

    taken = drag_frames_ms(level, texts, size)
    return {**_percentiles(taken, 50, 99), "size": f"{size[0]}x{size[1]}"}


def _first_frame_ms() -> float:
    """From the start of a fresh interpreter to the first picture of the title screen."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", FRAME_CODE], check=True, stdout=subprocess.DEVNULL)
    return round((time.perf_counter() - started) * 1000, 1)


def _import_ms() -> float:
    code = IMPORT_CODE + "print((time.perf_counter() - t) * 1000)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return round(float(done.stdout.split()[-1]), 1)


def _timed(work: Callable[[], object], times: int) -> list[float]:
    work()
    return [_once_ms(work) for _ in range(times)]


def _once_ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _percentiles(taken: list[float], *percents: int) -> dict[str, object]:
    import numpy as np

    return {f"p{percent}": round(float(np.percentile(taken, percent)), 3) for percent in percents}
