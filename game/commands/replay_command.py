"""`replay`: replays and verifies a log."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.find_level import game_in, log_in
from game.commands.options import add_command, add_format, add_log
from game.commands.output import Exit, Refusal, print_json, tell
from game.commands.project_command import spread
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.session.session import Session


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`replay LOG [--level LEVEL] [--format json]`."""
    parser = add_command(commands, "replay", texts)
    add_log(parser, texts("cli.replay.log"), texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Replay one log on its level."""
    try:
        log = log_in(args.log, texts)
        session = game_in(args.log, args.level, texts)
    except Refusal as refusal:
        if args.format == "json" and refusal.code is Exit.BAD:
            print_json({"ok": False, "problem": str(refusal)})
        raise
    answer = document(session)
    if args.format == "json":
        print_json({**answer, "cut_short": log.was_cut})
        return Exit.DONE
    tell(texts("cli.replay.ok", title=session.level.title, n=len(log.actions)))
    if log.was_cut:
        tell(texts("cli.replay.cut"))
    tell(texts("cli.replay.state", rounds=answer["rounds"], deals=answer["deals"]))
    now = session.now.projection
    tell(texts("cli.project.warming_2100", **spread(now.summary_2100)))
    tell(texts("cli.replay.hash", hash=answer["state_hash"]))
    return Exit.DONE


def document(session: Session) -> dict[str, object]:
    """Return the position a log leads to, as scripts read it; the names are a promise."""
    from game.climate.outcome import ar6_category
    from game.negotiation.model.events import DealStruck
    from game.negotiation.model.serial import state_hash

    now = session.now.projection
    deals = sum(isinstance(event, DealStruck) for turn in session.turns for event in turn.events)
    return {
        "ok": True,
        "state_hash": state_hash(session.state),
        "rounds": session.state.round + 1,
        "deals": deals,
        "finished": session.finished,
        "ar6_category": ar6_category(now),
        "warming_2100_c": spread(now.summary_2100),
        "probability_below_1_5": now.probability_below(1.5, "2100"),
    }
