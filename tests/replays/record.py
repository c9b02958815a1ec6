"""Record the recorded games anew after a level or a rule was changed on purpose.

Run from the checkout: `python -m tests.replays.record`. The actions stay; the header takes the
level as it is now, and `expected.json` the position they lead to. An action that the rules now
refuse stops the recording: then `--play` has the games played again, by the players named below.
"""

import argparse
import json
import random
from dataclasses import replace
from pathlib import Path

from game.bots.roster import BOTS
from game.commands.replay_command import document
from game.levels.loader import load_level
from game.negotiation.model.actions import Hold, NotAllowed
from game.negotiation.rules.rules import RULES_VERSION
from game.negotiation.seats.public_level import legal_for
from game.paths import builtin_levels_dir
from game.session.log import FORMAT, Header, lines_of, read_log
from game.session.log_writer import LogWriter
from game.session.session import Session
from game.texts import Texts

HERE = Path(__file__).parent
STARTED = "2021-09-01T08:00:00+00:00"
EXPECTED = HERE / "expected.json"


PLAYED = {
    "tianjin": ("tianjin", "planner", 1),
    "glasgow": ("glasgow", "planner", 3),
    "glasgow_anything": ("glasgow", "random", 4),
}


def play() -> None:
    """Play every recording anew: level, player and seed as named above."""
    for name, (level_id, bot, seed) in PLAYED.items():
        level, path = load_level(builtin_levels_dir() / level_id), HERE / f"{name}.jsonl"
        path.unlink(missing_ok=True)
        writer = LogWriter(path)
        session = Session(level, seed, writer=writer)
        writer.begin(
            Header(FORMAT, RULES_VERSION, level_id, level.hash, seed, session.seat, STARTED)
        )
        player, rng = BOTS[bot](), random.Random(seed)
        legal = legal_for(session.scenario, session.seat)
        while not session.finished:
            try:
                session.submit(player.act(session.view, legal, rng))
            except NotAllowed:
                session.submit(Hold())


def main() -> None:
    """Rewrite every recording's header and the positions expected."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--play", action="store_true", help="play the games anew first")
    if parser.parse_args().play:
        play()
    expected = {}
    for path in sorted(HERE.glob("*.jsonl")):
        log = read_log(path, Texts.load())
        level = load_level(builtin_levels_dir() / log.header.level_id)
        header = replace(
            log.header, format=FORMAT, level_hash=level.hash, rules_version=RULES_VERSION
        )
        whole, _ = lines_of(header, log.actions)
        path.write_bytes(whole)
        session = Session.replayed(path, level)
        expected[path.name] = {**document(session), "passed": session.score().passed}
    EXPECTED.write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
