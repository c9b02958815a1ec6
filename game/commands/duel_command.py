"""`duel`: two computer seats bargain over a bare domain."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.named_files import read_text_file
from game.commands.options import add_command, add_file, add_format, add_seed, whole_number
from game.commands.output import Exit, Refusal, print_json, say, tell
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.duel.domain import BareDomain
    from game.duel.duel import Ended

ROUNDS = 8
MOST_ROUNDS = 1_000
ADDS_UP_WITHIN = 10**-6  # of 1


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`duel DOMAIN.json [--rounds N] [--seed S] [--format json]`."""
    parser = add_command(commands, "duel", texts)
    add_file(parser, "domain", "DOMAIN.json", texts("cli.duel.domain"), texts)
    parser.add_argument(
        "--rounds",
        type=whole_number(texts, 1, MOST_ROUNDS),
        default=ROUNDS,
        metavar="N",
        help=texts("cli.duel.rounds", default=ROUNDS, most=MOST_ROUNDS),
    )
    add_seed(parser, texts("cli.duel.seed"), texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Let them bargain once."""
    domain = _read(args.domain, texts)
    _warn_of_sums(domain, args.domain, texts)

    from game.duel.duel import duel

    started = time.perf_counter()
    ended = duel(domain, args.rounds, args.seed)
    milliseconds = (time.perf_counter() - started) * 1000
    if args.format == "json":
        print_json(document(domain, ended, milliseconds))
    else:
        tell(in_words(domain, ended, texts))
    return Exit.DONE


def document(domain: BareDomain, ended: Ended, milliseconds: float) -> dict[str, object]:
    """Return the answer to a script; the names are a promise.

    utilities: what each party ends with; without an agreement that is its reservation
    by_chair: whether the text agreed on is the chair's; first_speaker, offers: of the table
    """
    options = ended.options
    return {
        "agreement": options is not None,
        "outcome": None if options is None else dict(zip(domain.issues, options, strict=True)),
        "utilities": _utilities(domain, ended),
        "rounds_used": ended.rounds_used,
        "milliseconds": round(milliseconds, 3),
        "by_chair": ended.by_chair,
        "first_speaker": domain.sides[ended.first].id,
        "offers": len(ended.offers),
    }


def in_words(domain: BareDomain, ended: Ended, texts: Texts) -> str:
    """Return the answer to a person."""
    from game.duel.domain import PARTS
    from game.duel.domain_json import shown

    if ended.options is None:
        lines = [texts("cli.duel.no_agreement", n=ended.rounds_used)]
    else:
        said = "cli.duel.agreed_by_chair" if ended.by_chair else "cli.duel.agreed"
        lines = [texts(said, round=ended.rounds_used)]
        lines += [
            texts("cli.duel.option", issue=shown(issue), option=option)
            for issue, option in zip(domain.issues, ended.options, strict=True)
        ]
    lines += [
        texts(
            "cli.duel.utility",
            party=shown(side.id),
            utility=worth / PARTS,
            reservation=side.reservation / PARTS,
        )
        for side, worth in zip(domain.sides, ended.worth, strict=True)
    ]
    return "\n".join(lines)


def _utilities(domain: BareDomain, ended: Ended) -> dict[str, float]:
    from game.duel.domain import PARTS

    return {side.id: worth / PARTS for side, worth in zip(domain.sides, ended.worth, strict=True)}


def _read(path: Path, texts: Texts) -> BareDomain:
    text = read_text_file(path, texts)

    from game.duel.domain_json import DomainUnreadable, read_domain

    try:
        return read_domain(text)
    except DomainUnreadable as problem:
        sentence = texts(f"cli.domain.{problem.what}", where=problem.where, **problem.more)
        raise Refusal(
            texts("cli.duel.bad_file", file=path.name, sentence=sentence), Exit.BAD
        ) from None


def _warn_of_sums(domain: BareDomain, path: Path, texts: Texts) -> None:
    """Warn of a scale of one's own: harmless to the bargaining, but perhaps a slip."""
    from game.duel.domain import PARTS
    from game.duel.domain_json import shown

    for number, side in enumerate(domain.sides):
        best = side.best / PARTS
        if abs(best - 1) > ADDS_UP_WITHIN:
            where = f"parties[{number}].weights"
            say(
                texts(
                    "cli.duel.sum_is_not_one",
                    file=path.name,
                    where=where,
                    party=shown(side.id),
                    best=best,
                )
            )
