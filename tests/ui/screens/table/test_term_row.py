"""The rows of the deal table: what is promised elsewhere, what the options are called."""

from dataclasses import replace

import pygame
import pytest

from game.desk.sourced import about
from game.desk.stakes import own_worth
from game.desk.term_keys import stepper_key
from game.desk.tested_lines import is_found_bluff
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Probe
from game.negotiation.model.ledger import Ledger, Promise, PromiseStatus
from game.negotiation.model.scenario import Package, Slot, Term
from game.session.public_game import public_game
from game.session.session import Session
from game.texts import Texts
from game.ui.input.keys import Key, Meaning
from game.ui.input.settings import Settings
from game.ui.screens.dossier.dossier_screen import DossierScreen
from game.ui.screens.reply.differences import difference_rows
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.routes import Routes
from game.ui.screens.shell.glossary_screen import WordsScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.geometry import in_sight
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Stepper
from game.ui.widgets.labels import Icon, Label
from tests.sharing import shipped_level

TARGET, MONEY = Slot("us_target", "usa"), Slot("finance", "usa")
WHOLE = "The whole target, in law"


@pytest.fixture(scope="module")
def glasgow() -> Level:
    return shipped_level("glasgow")


def _promised(level: Level, *promises: Promise) -> Session:
    session = Session(level, 1)
    session.state = session.state._replace(ledger=Ledger(promises))
    return session


def _row(stage: Stage, session: Session, delegation: str, slot: Slot) -> tuple[str, Stepper]:
    """Return what stands in a term's row, and its stepper."""
    stage.show(TableScreen(stage, Routes(stage).play_of(session), delegation))
    key = f"term/{slot.issue}/{slot.giver}"
    row = next(w for w in stage.view.root.walk() if w.key == key)
    said = " | ".join(w.text for w in row.walk() if isinstance(w, Label))
    return said, next(w for w in row.walk() if isinstance(w, Stepper))


def test_a_table_says_what_is_promised_to_another_and_costs_no_more_there(
    stage: Stage, glasgow: Level
) -> None:
    session = _promised(glasgow, Promise(Term(TARGET, 3), "china", 0, 6))
    said, stepper = _row(stage, session, "africa", TARGET)
    assert WHOLE in said
    assert "China" in said
    assert stepper.checked == 3
    assert "China" in stepper.tip.splitlines()[3]
    assert own_worth(session, "africa", (Term(TARGET, 3),)) == own_worth(session, "africa")


def test_a_table_says_nothing_of_that_where_nothing_is_promised_elsewhere(
    stage: Stage, glasgow: Level
) -> None:
    for promises in (
        (),
        (Promise(Term(TARGET, 3), "africa", 0, 6),),
        (Promise(Term(TARGET, 3), "china", 0, 6, PromiseStatus.BROKEN),),
        (Promise(Term(MONEY, 1), "china", 0, 6),),
    ):
        said, stepper = _row(stage, _promised(glasgow, *promises), "africa", TARGET)
        assert "promised already" not in said
        assert stepper.checked is None


def test_every_option_can_be_read_before_it_is_chosen(stage: Stage, glasgow: Level) -> None:
    session = _promised(glasgow)
    _, stepper = _row(stage, session, "africa", TARGET)
    options = session.scenario.issue("us_target").options
    lines = stepper.tip.splitlines()
    assert len(lines) == len(options)
    assert all(option.label in line for option, line in zip(options, lines, strict=True))
    assert [line.endswith("chosen") for line in lines] == [True, False, False, False]
    stepper.on_change(2)
    moved = next(w for w in stage.view.root.walk() if w.key == stepper.key)
    assert isinstance(moved, Stepper)
    assert [line.endswith("chosen") for line in moved.tip.splitlines()] == [
        False,
        False,
        True,
        False,
    ]


def test_a_table_says_at_most_as_many_terms_as_there_are(stage: Stage) -> None:
    session = Session(shipped_level("tianjin"), 1)
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
    said = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
    movable = sum(1 for w in stage.view.root.walk() if isinstance(w, Stepper))
    most = min(session.scenario.terms_per_offer, movable)
    assert f"0, at most {most}" in said


def test_what_the_other_side_takes_over_was_offered_or_asked(
    stage: Stage, glasgow: Level, texts: Texts
) -> None:
    words = Wording(texts, public_game(glasgow))
    both = Package((Term(Slot("methane", "usa"), 1), Term(Slot("methane", "china"), 1)))
    said = [
        [w.text for w in row.walk() if isinstance(w, Label)][-1]
        for row in difference_rows(words, both, both)
    ]
    assert sorted(said) == sorted([texts("reply.counter.asked"), texts("reply.counter.same")])


def test_a_probe_names_whom_it_asked_and_whose_term_it_asked_about(
    stage: Stage, glasgow: Level
) -> None:
    session = Session(glasgow, 1)
    (found,) = session.submit(Probe("india", Slot("methane", "usa")))
    line = Wording(stage.texts, session.public).event(found)
    assert line.startswith("India: ")
    assert "Methane pledge" in line
    assert "United States" in line


def _said(stage: Stage) -> list[str]:
    return [w.text for w in stage.view.root.walk() if isinstance(w, Label)]


def test_where_text_is_large_a_table_leaves_out_what_is_told_elsewhere(
    stage: Stage, glasgow: Level
) -> None:
    session = Session(glasgow, 1)
    interests = session.scenario.delegation("china").interests
    told = session.scenario.issue("coal_abroad").about
    for scale, is_told in ((1.0, True), (1.25, True), (1.5, False)):
        stage.change_settings(replace(stage.settings, text_scale=scale))
        stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
        assert (interests in _said(stage)) is is_told
        assert (told in _said(stage)) is is_told
    stage.on_key(Key(Meaning.LETTER, "d"))
    assert interests in _said(stage)


def test_what_an_issue_is_about_is_told_to_pointer_and_keys_where_its_row_leaves_it_out(
    stage: Stage, glasgow: Level
) -> None:
    session = Session(glasgow, 1)
    issue = session.scenario.issue("coal_abroad")
    stage.change_settings(replace(stage.settings, text_scale=1.5))
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
    key = f"look/{about(issue.id)}"
    title = next(w for w in stage.view.root.walk() if w.key == key)
    stage.view.move((title.rect.left + 4, title.rect.top + 4))
    stage.show_tip()
    assert stage.view.tipped is not None
    assert stage.view.tipped.tip == issue.about
    stage.view.move((4, 4))
    for _ in stage.view.focusable():
        stage.on_key(Key(Meaning.WORD))
        if stage.view.focus_key == key:
            break
    stage.show_tip()
    assert stage.view.tipped is not None
    assert stage.view.tipped.tip == issue.about
    stage.on_key(Key(Meaning.ACCEPT))
    assert isinstance(stage.screen, WordsScreen)
    assert issue.about in _said(stage)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720p", "1080p"])
def test_with_large_text_two_terms_of_each_side_are_in_sight_on_a_table_not_yet_scrolled(
    stage: Stage, glasgow: Level, size: tuple[int, int]
) -> None:
    stage.change_settings(replace(stage.settings, text_scale=1.5))
    stage.resize(pygame.Surface(size))
    stage.show(TableScreen(stage, Routes(stage).play_of(Session(glasgow, 1)), "china"))
    whole = [
        widget.key
        for widget, part in in_sight(stage.view.root, stage.view.area)
        if widget.key.startswith("term/") and part.size == widget.rect.size
    ]
    for giver in ("china", "usa"):
        assert sum(key.endswith(f"/{giver}") for key in whole) >= 2


def test_the_only_other_delegation_is_named_in_the_goal(stage: Stage, glasgow: Level) -> None:
    tianjin = shipped_level("tianjin")
    for level, named in ((tianjin, True), (glasgow, False)):
        stage.show(BriefingScreen(stage, Routes(stage).play_of(Session(level, 1))))
        said = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
        goal = stage.texts("briefing.goal.only_joins", party="China")
        assert (goal in said) is named


def test_a_term_of_ones_own_says_when_the_home_votes_on_it(stage: Stage, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    play = Routes(stage).play_of(session)
    for terms, says in (((), False), ((Term(TARGET, 1),), True)):
        play.drafts["china"] = terms
        stage.show(TableScreen(stage, play, "china"))
        row = next(w for w in stage.view.root.walk() if w.key == "term/us_target/usa")
        said = " | ".join(w.text for w in row.walk() if isinstance(w, Label))
        due = session.scenario.issue("us_target").due
        assert (play.words.day(due) in said) is says


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_stepper_stays_in_place_while_it_is_stepped(
    stage: Stage, glasgow: Level, scale: float
) -> None:
    stage.change_settings(replace(stage.settings, text_scale=scale))
    play = Routes(stage).play_of(Session(glasgow, 1))
    coal = Slot("china_path", "china")
    places = set()
    for option in range(len(play.session.scenario.issue(coal.issue).options)):
        play.drafts["china"] = (Term(coal, option),) if option else ()
        stage.show(TableScreen(stage, play, "china"))
        stepper = next(w for w in stage.view.root.walk() if isinstance(w, Stepper))
        places.add(stepper.rect.y)
    assert len(places) == 1


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("party", ["china", "india", "eu"])
def test_no_row_moves_while_a_term_is_stepped(
    stage: Stage, glasgow: Level, party: str, scale: float
) -> None:
    stage.change_settings(Settings(hints=False, text_scale=scale))
    table = TableScreen(stage, Routes(stage).play_of(Session(glasgow, 1)), party)
    stage.show(table)
    slots = [slot for slot in table.draft.agreed if table.draft.may_deepen(slot)]
    assert slots
    for slot in slots:
        before = _tops(stage, slots)
        for _ in range(table.draft.deepest[slot]):
            stepper = next(w for w in stage.view.root.walk() if w.key == stepper_key(slot))
            stepper.on_key(Key(Meaning.RIGHT))
            assert _tops(stage, slots) == before


def _tops(stage: Stage, slots: list[Slot]) -> list[int]:
    """Return where each stepper stands."""
    rows = {w.key: w.rect.y for w in stage.view.root.walk() if w.key}
    return [rows[stepper_key(slot)] for slot in slots]


def test_a_bluff_that_sounding_out_found_is_shown_as_broken(stage: Stage, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    slot = Slot("methane", "china")
    line = next(x for x in session.view.party("china").stated_lines if x.slot == slot)
    assert not is_found_bluff(line, session.view.party("china").learned)
    session.submit(Probe("china", slot))
    play = Routes(stage).play_of(session)
    stage.show(DossierScreen(stage, play, "china"))
    said = "\n".join(w.text for w in stage.view.root.walk() if isinstance(w, Label))
    party = stage.texts("dossier.learned.bluff", said=line.said, party=play.words.party("china"))
    assert party in said
    broken = [w for w in stage.view.root.walk() if isinstance(w, Icon) and w.name == "open"]
    assert len(broken) == 1
