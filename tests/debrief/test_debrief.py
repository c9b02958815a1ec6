"""A game gone through again: its trades, its missed trades, its other lines."""

from pathlib import Path

import numpy as np
import pytest

from game.debrief.alternatives import rank
from game.debrief.alternatives_text import titles_of
from game.debrief.debrief import Debrief
from game.debrief.missed_trades import Merit, frontiers_of
from game.debrief.missed_trades_text import best_told, deal_named, deal_told
from game.debrief.replayed_positions import positions_of
from game.debrief.report_figures import frontier_figure
from game.desk.names import Names
from game.negotiation.model.packages import Package
from game.negotiation.worth.joint_gains import joint_gains
from game.session.session import Session
from game.texts import Texts
from tests.debrief.games import looked_back, played


def test_going_through_a_game_again_leads_to_where_it_ended(game: Session) -> None:
    positions = positions_of(game)
    assert [position.action for position in positions] == [
        turn.action for turn in game.turns if turn.action is not None
    ]
    assert positions[-1].after == game.state


def test_a_missed_trade_is_better_for_both_and_the_other_home_passes_it(game: Session) -> None:
    for frontier in frontiers_of(game.scenario, game.state):
        gains = joint_gains(game.scenario, frontier.delegation)
        yours, theirs = frontier.deal or (0, 0)
        for missed in frontier.missed:
            agreed = {term.slot: term.option for term in missed.terms}
            row = gains.theirs.grid.row_of([agreed.get(s, 0) for s in gains.theirs.slots])
            assert row is not None
            if missed.merit is not Merit.TOGETHER:
                assert missed.yours > yours
                assert missed.theirs > theirs
                assert gains.theirs.votes[row] >= gains.theirs.party.home.pass_mark
            assert (missed.gain_yours, missed.gain_theirs) == (
                missed.yours - yours,
                missed.theirs - theirs,
            )
            assert gains.theirs.within_lines[row]
            assert gains.yours.within_lines[row]


def test_on_the_frontier_neither_gains_without_the_other_losing(game: Session) -> None:
    for frontier in frontiers_of(game.scenario, game.state):
        assert np.all(np.diff(frontier.theirs) >= 0)
        assert np.all(np.diff(frontier.yours) <= 0)


def test_the_share_the_plot_and_the_missed_trades_agree(game: Session) -> None:
    for frontier in frontiers_of(game.scenario, game.state):
        if frontier.best is None:
            continue
        assert frontier.best in zip(frontier.yours.tolist(), frontier.theirs.tolist(), strict=True)
        if frontier.deal is not None:
            yours, theirs = frontier.deal
            as_good = (frontier.yours >= yours) & (frontier.theirs >= theirs)
            assert as_good.any() or min(yours, theirs) <= 0
        assert frontier.share is not None
        if frontier.share < 1:
            points = [(missed.yours, missed.theirs) for missed in frontier.missed]
            assert frontier.best in points


@pytest.fixture
def broken_with_india(tmp_path: Path) -> Session:
    """Make a game in which nothing is left of what was signed with India."""
    game = played("glasgow", "random", tmp_path, seed=1)
    assert game.state.ledger.signed("usa", "india")
    assert not game.state.ledger.in_force("usa", "india")
    return game


def test_a_deal_that_was_broken_later_stands_where_it_was_signed_and_says_so(
    broken_with_india: Session, texts: Texts
) -> None:
    game = broken_with_india
    names = Names(texts, game.public)
    (frontier,) = [f for f in Debrief(game).frontiers if f.delegation == "india"]
    gains = joint_gains(game.scenario, "india")
    signed = [promise.term for promise in game.state.ledger.signed("usa", "india")]
    row = gains.row_of(Package(signed))
    assert row != 0
    theirs = int(gains.theirs.utility[row]) - gains.theirs.no_deal
    assert frontier.deal == (int(gains.yours.utility[row]), theirs)
    assert frontier.broken
    assert deal_named(frontier, texts) == texts("chart.frontier.broken")
    assert deal_told(frontier, names)[0] == texts("debrief.missed.broken", party="India")
    drawn = frontier_figure(frontier, names)
    assert texts("chart.frontier.broken") in drawn
    assert texts("chart.frontier.deal") not in drawn


def test_a_deal_that_holds_is_not_called_broken(game: Session, texts: Texts) -> None:
    ledger = game.state.ledger
    for frontier in looked_back(game).frontiers:
        signed = ledger.signed(game.seat, frontier.delegation)
        assert (frontier.deal is None) == (not signed)
        in_force = ledger.in_force(game.seat, frontier.delegation)
        assert frontier.broken == (in_force != Package(promise.term for promise in signed))
        if frontier.deal is not None and not frontier.broken:
            assert deal_named(frontier, texts) == texts("chart.frontier.deal")


def test_the_terms_of_the_best_package_are_listed_under_a_deal_that_is_not_it(
    game: Session, texts: Texts
) -> None:
    names = Names(texts, game.public)
    for frontier in looked_back(game).frontiers:
        told = best_told(frontier, names)
        if frontier.deal is None or frontier.share is None or frontier.share == 1:
            assert told is None
            continue
        assert told is not None
        gains = joint_gains(game.scenario, frontier.delegation)
        best = next(m for m in frontier.missed if (m.yours, m.theirs) == frontier.best)
        assert gains.product[gains.row_of(best.terms)] == gains.best
        assert told[1] == names.terms(best.terms)


def test_the_best_for_both_together_is_told_even_where_one_side_would_lose_by_it(
    game: Session,
) -> None:
    for frontier in frontiers_of(game.scenario, game.state):
        for missed in frontier.missed:
            assert missed.better_for_both == (missed.merit is not Merit.TOGETHER)


def test_what_all_trades_added_was_measured_on_the_day(game: Session) -> None:
    trades = looked_back(game).trades
    assert list(trades) == sorted(trades, key=lambda trade: -trade.yours)
    for trade in trades:
        assert trade.theirs >= 0 or game.state.ledger.credibility(game.seat).broken


def test_every_other_line_ends_better_and_can_be_played(game: Session, tmp_path: Path) -> None:
    debrief = looked_back(game)
    own_log = game.path.read_bytes() if game.path else b""
    own = [position.action for position in debrief.positions]
    for line in debrief.lines:
        assert rank(line.card) > rank(game.score())
        assert list(line.log[: line.number]) == own[: line.number]
        begun = debrief.play_on(line, tmp_path)
        assert begun.path is not None
        assert begun.path.parent == tmp_path
        for action in line.log[line.number + 1 :]:
            begun.submit(action)
        assert begun.finished
        assert begun.score() == line.card
        again = Session.replayed(begun.path, game.level)
        assert again.state == begun.state
    assert game.path is not None
    assert game.path.read_bytes() == own_log


@pytest.mark.parametrize("level_id", ["tianjin", "glasgow"])
@pytest.mark.parametrize("bot", ["random", "pushover", "waiter"])
def test_a_lost_game_is_shown_a_line_that_ends_better_and_nearly_always_one_that_passes(
    level_id: str, bot: str, tmp_path: Path
) -> None:
    passing = 0
    for seed in range(3):
        game = played(level_id, bot, tmp_path / str(seed), seed=seed)
        lines = Debrief(game).lines
        assert lines or game.score().passed
        passing += any(line.card.passed for line in lines) or game.score().passed
    assert passing >= 2


def test_lines_turn_off_at_as_many_meetings_as_they_can(tmp_path: Path) -> None:
    game = played("glasgow", "pushover", tmp_path, seed=0)
    rounds = [line.round for line in Debrief(game).lines]
    assert len(set(rounds)) == len(rounds) == 3


def test_no_two_lines_turn_off_at_one_meeting_with_one_party(game: Session) -> None:
    lines = looked_back(game).lines
    places = [(line.delegation, line.round) for line in lines]
    assert len(set(places)) == len(places) <= 3


@pytest.mark.parametrize(
    ("level_id", "bot"), [("tianjin", "greedy"), ("tianjin", "trader"), ("glasgow", "planner")]
)
def test_no_two_lines_come_to_the_same_deals_and_each_has_a_title_of_its_own(
    level_id: str, bot: str, tmp_path: Path
) -> None:
    for seed in (1, 3):
        game = played(level_id, bot, tmp_path / str(seed), seed)
        debrief = Debrief(game)
        ends = [(line.agreed, line.card.joined, line.card.passed) for line in debrief.lines]
        assert len(set(ends)) == len(ends)
        for language in ("en", "fr"):
            titles = titles_of(debrief, Names(Texts.load(language), game.public))
            assert len(set(titles)) == len(titles) == len(ends)


def test_who_signs_nothing_is_shown_what_signing_would_have_brought(
    tmp_path: Path,
) -> None:
    game = played("tianjin", "greedy", tmp_path, signs=False)
    assert game.score().joined == 0
    lines = Debrief(game).lines
    assert lines[0].card.joined == 1
    assert any(line.deals for line in lines)
