"""`bench`: how fast the game is on this machine."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.commands.answering import Exit, add_format, print_json
from game.commands.choosing import level_named
from game.commands.window import require_one_pygame
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.levels.loader import Level

SIZES = ((1280, 720), (1920, 1080))
IMPORT_CODE = "import time; t = time.perf_counter(); import game.cli, game.ui.app; "
FRAME_CODE = "from game.ui.benching import first_frame; first_frame()"


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`bench [--format json]`."""
    parser = commands.add_parser(
        "bench", help=texts("cli.bench.help"), description=texts("cli.bench.about")
    )
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
    for name, figure in answer.items():
        if isinstance(figure, dict):
            figure = ", ".join(f"{part} {value}" for part, value in figure.items())
        print(f"{name}: {figure}")
    return Exit.DONE


def measure(texts: Texts) -> dict[str, object]:
    """Every figure of speed; milliseconds, medians and high percentiles."""
    level = level_named("tianjin", texts)
    game_ms = _game_ms(level)
    frames = [_frames(level, texts, size) for size in SIZES]
    return {
        "projection_ms": _projection(level),
        "counter_offer_ms": _counter_offer(),
        "game_ms": {"p50": game_ms},
        "games_per_second": round(1000 / game_ms, 1),
        "frame_ms": frames[0],
        "frame_ms_large": frames[1],
        "first_frame_ms": _first_frame_ms(),
        "import_ms": _import_ms(),
        "cpu": platform.processor() or platform.machine(),
        "python": platform.python_version(),
    }


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
    from game.bots.bench_domain import OPTIONS_OF_27_648, bare_scenario, middle_offer
    from game.negotiation.actions import Offer
    from game.negotiation.rules import Rules

    scenario = bare_scenario(OPTIONS_OF_27_648)
    rules = Rules(scenario)
    state, _ = rules.start(seed=1)
    offer = Offer("other", middle_offer(scenario))
    taken = _timed(lambda: rules.apply(state, offer), 30)
    packages = 1
    for count in OPTIONS_OF_27_648:
        packages *= count
    return {**_percentiles(taken, 50, 95), "packages": packages}


def _game_ms(level: Level) -> float:
    from game.bots.simulate import simulate

    done = simulate(level, "greedy", games=60, seed=0)
    return round(done.seconds * 1000 / len(done.games), 3)


def _frames(level: Level, texts: Texts, size: tuple[int, int]) -> dict[str, object]:
    from game.ui.benching import drag_frames_ms

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
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def _percentiles(taken: list[float], *percents: int) -> dict[str, object]:
    import numpy as np

    return {f"p{percent}": round(float(np.percentile(taken, percent)), 3) for percent in percents}
