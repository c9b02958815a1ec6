"""`project`: emissions in, warming out."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.named_files import read_text_file
from game.commands.options import add_command, add_file, add_format, whole_number
from game.commands.output import Exit, Refusal, print_json, say, tell
from game.paths import climate_dir
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.climate.pathway import Pathway, PathwayUnreadable
    from game.climate.projection import Projection, Summary
    from game.climate.unit_slips import UnitNote

LIMITS_C = (1.5, 2.0)


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`project PATHWAY.csv [--members N] [--format json]`."""
    parser = add_command(commands, "project", texts)
    add_file(parser, "pathway", "PATHWAY.csv", texts("cli.project.pathway"), texts)
    parser.add_argument(
        "--members",
        type=whole_number(texts, least=1),
        metavar="N",
        help=texts("cli.project.members"),
    )
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Project one file of emissions."""
    pathway = _read_pathway(args.pathway, texts)

    from game.climate.ensemble import load_ensemble
    from game.climate.projection import LEAST_CO2_PPM, OutsideModel, project
    from game.climate.unit_slips import unit_notes

    ensemble = load_ensemble(climate_dir())
    if args.members is not None:
        if args.members > len(ensemble):
            raise Refusal(
                texts("cli.project.too_many_members", available=len(ensemble), asked=args.members)
            )
        ensemble = ensemble.thinned(args.members)
    started = time.perf_counter()
    try:
        projection = project(pathway, ensemble)
    except OutsideModel as outside:
        where = {"file": args.pathway.name, "year": outside.year, "least": LEAST_CO2_PPM}
        raise Refusal(texts("cli.project.outside_model", **where), Exit.BAD) from None
    milliseconds = (time.perf_counter() - started) * 1000
    notes = [in_one_line(note, texts) for note in unit_notes(pathway, ensemble.members.record)]
    for note in notes:
        say(texts("cli.project.note", file=args.pathway.name, note=note))
    if args.format == "json":
        print_json({**document(projection, milliseconds), "notes": notes})
    else:
        tell(in_words(projection, texts))
    return Exit.DONE


def _read_pathway(path: Path, texts: Texts) -> Pathway:
    text = read_text_file(path, texts)

    from game.climate.pathway import PathwayUnreadable, read_pathway_csv

    try:
        return read_pathway_csv(text)
    except PathwayUnreadable as problem:
        raise Refusal(told(problem, path.name, texts), Exit.BAD) from None


def told(problem: PathwayUnreadable, file: str, texts: Texts) -> str:
    """Return what is wrong with a pathway file, after its place in the file."""
    place = "column" if problem.column else "row" if problem.row else "file"
    where = {"file": file, "row": problem.row, "column": problem.column}
    said = texts(f"cli.pathway.{problem.what}", **problem.more)
    return texts(f"cli.pathway.place.{place}", **where, problem=said)


def document(projection: Projection, milliseconds: float) -> dict[str, object]:
    """Return the answer to a script; the names are a promise."""
    from game.climate.outcome import ar6_category
    from game.climate.past import QUANTILES

    return {
        "ensemble_members": len(projection.warming_2100_c),
        "baseline": "1850-1900",
        "years": projection.years.tolist(),
        "warming_c": {
            f"p{round(100 * quantile):02d}": row.tolist()
            for quantile, row in zip(QUANTILES, projection.warming_c, strict=True)
        },
        "co2_ppm": {"p50": projection.co2_ppm_p50.tolist()},
        "warming_2100_c": spread(projection.summary_2100),
        "peak_warming_c": spread(projection.summary_peak),
        "probability_below": {
            f"{limit_c:.1f}": {
                "peak": projection.probability_below(limit_c, "peak"),
                "2100": projection.probability_below(limit_c, "2100"),
            }
            for limit_c in LIMITS_C
        },
        "ar6_category": ar6_category(projection),
        "milliseconds": round(milliseconds, 3),
    }


def in_one_line(note: UnitNote, texts: Texts) -> str:
    """Say which column lies far from the record, and in which unit it probably is."""
    key = "cli.project.unit" if note.likely else "cli.project.far"
    figures = {"found": f"{note.found:g}", "record": f"{note.record:.3g}"}
    return texts(key, column=note.column, year=note.year, likely=note.likely, **figures)


def spread(summary: Summary) -> dict[str, float]:
    """Low, middle and high by the names they have in every answer."""
    return dict(zip(("p05", "p50", "p95"), summary, strict=True))


def in_words(projection: Projection, texts: Texts) -> str:
    """Return the answer to a person."""
    from game.climate.outcome import ar6_category

    lines = [
        texts("cli.project.warming_2100", **spread(projection.summary_2100)),
        texts("cli.project.peak", **spread(projection.summary_peak)),
    ]
    lines += [
        texts(
            "cli.project.below",
            limit=limit_c,
            peak=projection.probability_below(limit_c, "peak"),
            end=projection.probability_below(limit_c, "2100"),
        )
        for limit_c in LIMITS_C
    ]
    lines.append(texts("cli.project.category", category=ar6_category(projection)))
    lines.append(texts("cli.project.basis", n=len(projection.warming_2100_c)))
    return "\n".join(lines)
