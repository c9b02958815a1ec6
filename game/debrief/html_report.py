"""The printable debrief: one HTML file with its pictures inside, no scripts, no network."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined

from game.debrief.blocks import Report
from game.debrief.debrief import Debrief
from game.debrief.report_sections import sections_of
from game.desk.names import Names
from game.negotiation.model.serial import state_hash
from game.texts import Texts
from game.writing import write_whole

TEMPLATE = "printed.html"
BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=°C|GtCO₂|MtCO₂|ppm)")


def report_html(debrief: Debrief, texts: Texts) -> str:
    """Return the report of a game as one page of HTML; every text in it is escaped."""
    folder = Path(__file__).parent
    loader = DictLoader({TEMPLATE: folder.joinpath(TEMPLATE).read_text("utf-8")})
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    page = pages.get_template(TEMPLATE).render(report=report_of(debrief, texts))
    return BEFORE_A_UNIT.sub("\u00a0", page)


def report_of(debrief: Debrief, texts: Texts) -> Report:
    """Build what the report holds."""
    session = debrief.session
    names = Names(texts, session.public)
    office = session.scenario.delegation(session.seat).office
    passed = "report.passed" if debrief.score.passed else "report.not_passed"
    if not session.finished:
        passed = "report.not_over"
    return Report(
        texts.language,
        session.level.title,
        texts(passed, office=office, round=session.state.round + 1),
        [texts(f"report.field.{name}") for name in ("name", "class", "date")],
        sections_of(debrief, names),
        texts(
            "report.made",
            level=session.level.id,
            seed=session.seed,
            hash=state_hash(session.state),
        ),
    )


def write_report(debrief: Debrief, texts: Texts, path: Path) -> None:
    """Write the report: beside its place first, then into it. Raises OSError."""
    write_whole(path, report_html(debrief, texts).encode())
