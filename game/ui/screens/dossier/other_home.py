"""Another delegation's home as seen from abroad: a range of votes against the pass mark."""

from __future__ import annotations

from game.desk.wording import Words
from game.negotiation.seats.observation import GroupHeard, HomeEstimate
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet, heading, part
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label
from game.ui.widgets.range_meter import RangeMeter
from game.ui.widgets.widget import Widget

MARKS_SHOWN = 2  # the bar is so many pass marks long, where the range does not need more


def home_part(words: Words, home: HomeEstimate) -> Widget:
    """Return the range, what it means, how to narrow it, and what each group there says."""
    texts = words.texts
    way = "passes" if home.low >= home.pass_mark else "fails"
    if home.low < home.pass_mark <= home.high:
        way = "open"
    ink = {"passes": "good", "fails": "bad", "open": "warn"}[way]
    whole = max(home.pass_mark * MARKS_SHOWN, home.high, 1)
    figures = texts(
        "dossier.home.votes",
        low=words.points(max(home.low, 0)),
        high=words.points(max(home.high, 0)),
        mark=words.mark(home.pass_mark),
    )
    narrow = texts("dossier.home.narrow")
    meter = RangeMeter(
        home.low / whole, home.high / whole, home.pass_mark / whole, colour=ink, tip=narrow
    )
    rows: list[Widget] = [
        heading(texts("dossier.home"), home.body, "warn"),
        Label(figures, Role.STRONG, ink),
        meter,
        Label(texts(f"dossier.home.{way}"), Role.SMALL, ink),
        Label(narrow, Role.SMALL, "muted"),
        *(_group(words, group) for group in home.groups),
    ]
    return Column(rows, gap=10)


def heard_closer(words: Words, before: HomeEstimate, now: HomeEstimate) -> tuple[str, ...]:
    """Return the sentence for a narrowed range of votes; none if it has not narrowed."""
    if now.high - now.low >= before.high - before.low:
        return ()
    low, high = (words.points(max(n, 0)) for n in (now.low, now.high))
    mark = words.mark(now.pass_mark)
    return (words.texts("talk.closer", low=low, high=high, mark=mark),)


def _group(words: Words, group: GroupHeard) -> Widget:
    said = [
        bullet(words.texts("home.because", issue=words.issue(issue), because=because))
        for issue, because in group.because
    ]
    return part(group.name, said, gap=2)
