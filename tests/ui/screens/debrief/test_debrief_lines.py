"""The page on other lines: each under the seal it speaks of, each saying what it does otherwise."""

from pathlib import Path

import pytest

from game.debrief.alternatives import Step
from game.debrief.alternatives_text import deed_told
from game.debrief.debrief import Debrief
from game.debrief.line_differences import Deed, DeedCount, differences_of
from game.desk.names import Names
from game.negotiation.model.actions import Hold, Probe, WorkAtHome
from game.negotiation.model.events import DealStruck
from game.negotiation.model.ledger import Promise
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import initials
from game.ui.screens.debrief.debrief_screen import PAGES, DebriefScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from game.ui.widgets.seal import Emblem
from game.ui.widgets.widget import Widget
from tests.debrief.games import played
from tests.sharing import shipped_level


def _page(stage: Stage, session: Session) -> DebriefScreen:
    screen = DebriefScreen(stage, Routes(stage).play_of(session), at="lines")
    assert PAGES[screen.at].name == "lines"
    stage.show(screen)
    stage.draw()
    return screen


def _titles(stage: Stage) -> list[tuple[str, str]]:
    """Return the letters of each seal of the page with the title beside it."""
    found = []
    for row in stage.view.root.walk():
        children: list[Widget] = list(row.children)
        if len(children) == 2 and isinstance(children[0], Emblem):
            label = next(w for w in children[1].walk() if isinstance(w, Label))
            assert label.role is Role.HEADING
            found.append((children[0].letters, label.text))
    return found


@pytest.mark.parametrize(("bot", "seed"), [("random", 3), ("random", 4), ("bully", 1)])
def test_a_line_stands_under_the_seal_of_the_delegation_it_speaks_of(
    stage: Stage, tmp_path: Path, bot: str, seed: int
) -> None:
    screen = _page(stage, played("glasgow", bot, tmp_path, seed))
    parties = screen.session.scenario.others
    signs = screen.texts("debrief.line.played.signs", party="", day="").split(":")[0]
    named = [
        (letters, [party for party in parties if party.name in text])
        for letters, text in _titles(stage)
        if text.startswith(signs)
    ]
    assert named
    for letters, spoken_of in named:
        assert len(spoken_of) == 1
        assert letters == (spoken_of[0].letters or initials(spoken_of[0].name))


def test_no_line_says_the_same_as_the_game_that_was_played(tmp_path: Path) -> None:
    for seed in range(3):
        debrief = Debrief(played("tianjin", "trader", tmp_path, seed, signs=False))
        for line in debrief.lines:
            assert line.differences.any
            signed = {deal.terms for deal in line.differences.signed}
            if line.step is Step.PLAYED and not signed and not line.differences.unsigned:
                assert line.differences.deeds
                assert any(count.line != count.own for count in line.differences.deeds)


def test_a_line_that_signs_the_same_tells_what_it_does_at_home(stage: Stage) -> None:
    session = Session(shipped_level("tianjin"), seed=3)
    promise = Promise(Term(Slot("coal_abroad", "china"), 2), "usa", 0, 1)
    deal = DealStruck("china", "usa", (promise,))
    own = (Probe("china", Slot("coal_abroad", "china")), Hold())
    other = (WorkAtHome("coal_and_gas"), WorkAtHome("coal_and_gas"), Hold())
    found = differences_of([deal], other, [deal], own)
    group = session.scenario.delegation("usa").home.factions[0]
    assert (found.signed, found.unsigned, found.alike) == ((), (), 1)
    assert [(each.deed.kind, each.line, each.own) for each in found.deeds] == [
        ("work", 2, 0),
        ("probe", 0, 1),
    ]
    told = deed_told(DeedCount(Deed("work", group.id), 2, 0), Names(stage.texts, session.public))
    assert group.name in told
    assert "2" in told


def test_a_line_that_does_nothing_otherwise_is_no_line() -> None:
    promise = Promise(Term(Slot("coal_abroad", "china"), 2), "usa", 0, 1)
    deal = DealStruck("china", "usa", (promise,))
    assert not differences_of([deal], (Hold(),), [deal], (Hold(), Hold())).any
