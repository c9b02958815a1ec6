"""Notes beside the terms of a linked pair."""

from pathlib import Path

from game.desk.draft import Draft
from game.desk.wording import Wording
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts
from game.ui.paint.theme import Colour
from game.ui.screens.table.pair_notes import pair_notes
from game.ui.widgets.labels import Icon
from game.ui.widgets.widget import Widget
from tests.bargaining_level import bargaining_level

LOANS, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
TARGET = Slot("us_target", "usa")


def test_a_linked_pair_is_named_at_both_its_terms_and_lights_up_when_both_hold(
    texts: Texts, tmp_path: Path
) -> None:
    session = Session(bargaining_level(tmp_path), 1)
    words, view = Wording(texts, session.public), session.view
    draft = Draft({LOANS: 0, TRADE: 0, TARGET: 0}, {LOANS: 2, TRADE: 3, TARGET: 3}, 4)
    for slot in (LOANS, TRADE):
        (apart,) = pair_notes(words, view, slot, draft.with_option(slot, 1))
        assert _sign_of(apart) == ("pending", "muted")
        both = draft.with_terms([Term(LOANS, 2), Term(TRADE, 1)])
        (together,) = pair_notes(words, view, slot, both)
        assert _sign_of(together) == ("check", "good")


def _sign_of(note: Widget) -> tuple[str, str | Colour]:
    (icon,) = [w for w in note.walk() if isinstance(w, Icon)]
    return icon.name, icon.colour
