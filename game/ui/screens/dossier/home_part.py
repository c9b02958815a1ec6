"""Another delegation's home as seen from abroad, in its dossier."""

from __future__ import annotations

from game.desk.home_abroad import meaning_of, range_told
from game.desk.own_home import because_told
from game.desk.wording import Wording
from game.negotiation.seats.observation import GroupHeard, HomeEstimate
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet, heading, part
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label
from game.ui.widgets.range_meter import RangeMeter
from game.ui.widgets.widget import Widget

MARKS_SHOWN = 2  # the bar is so many pass marks long, where the range does not need more


def home_part(words: Wording, home: HomeEstimate) -> Widget:
    """Return the range, what it means, how to narrow it, and what each group there says."""
    texts, meaning = words.texts, meaning_of(words, home)
    whole = max(home.pass_mark * MARKS_SHOWN, home.high, 1)
    narrow = texts("dossier.home.narrow")
    meter = RangeMeter(
        home.low / whole, home.high / whole, home.pass_mark / whole, colour=meaning.tone, tip=narrow
    )
    rows: list[Widget] = [
        heading(texts(f"dossier.home_title.{home.counts}"), home.body, "warn"),
        Label(range_told(words, home), Role.STRONG, meaning.tone),
        meter,
        Label(meaning.text, Role.SMALL, meaning.tone),
        Label(narrow, Role.SMALL, "muted"),
        *(_group(words, group) for group in home.groups),
    ]
    return Column(rows, gap=10)


def _group(words: Wording, group: GroupHeard) -> Widget:
    said = [bullet(because_told(words, issue, because)) for issue, because in group.because]
    return part(group.name, said, gap=2)
