"""Why a game was lost, or what carried it: each claim is checked against the game itself."""

from pathlib import Path

import pytest

from game.debrief.debrief import Debrief
from game.debrief.goals_reached import GoalKind
from game.debrief.reasons import Fate
from game.debrief.verdict_text import goal_told, why_told
from game.desk.names import Names
from game.negotiation.model.actions import Hold, Offer
from game.negotiation.model.ledger import PromiseStatus
from game.negotiation.model.scenario import Term
from game.session.session import Session
from game.texts import Texts
from tests.debrief.games import looked_back, played
from tests.sharing import shipped_level


def _held_to_the_end(level_id: str) -> Debrief:
    session = Session(shipped_level(level_id), seed=1)
    while not session.finished:
        session.submit(Hold())
    return Debrief(session)


def test_a_game_passes_exactly_if_all_three_goals_are_met(game: Session) -> None:
    goals = looked_back(game).goals
    assert [reached.goal for reached in goals] == list(GoalKind)
    assert all(reached.met for reached in goals) == game.score().passed


def test_the_goal_at_home_is_missed_exactly_if_a_promise_of_the_players_broke(
    game: Session,
) -> None:
    debrief = looked_back(game)
    home = debrief.goals[-1]
    own = [p for p in game.state.ledger if p.term.slot.giver == game.seat]
    assert home.met != any(p.status is PromiseStatus.BROKEN for p in own)
    assert (debrief.lost_vote is None) == home.met
    if home.have is not None:
        assert home.met == (home.have >= home.need)


def test_what_would_have_helped_gives_what_is_said_and_crosses_no_real_line(
    game: Session,
) -> None:
    lever = looked_back(game).lever
    if lever is None:
        return
    cut = game.before.in_2030_gtco2e - game.preview((lever.term,)).in_2030_gtco2e
    assert cut - game.score().cut_2030_gtco2e == pytest.approx(lever.more_gtco2e)
    for party in (lever.party, game.seat):
        for line in game.scenario.delegation(party).red_lines:
            if line.slot == lever.term.slot and line.kind != "bluff":
                assert line.lowest <= lever.term.option <= line.highest


def test_who_never_asked_is_told_when_the_door_closed(texts: Texts) -> None:
    debrief = _held_to_the_end("tianjin")
    lever, names = debrief.lever, Names(texts, debrief.session.public)
    assert lever is not None
    assert lever.lost.fate is Fate.NEVER
    assert lever.lost.round == debrief.session.scenario.issue(lever.term.slot.issue).closes
    joins, cut = why_told(debrief, names)
    assert texts("why.absent.never", party="China") in joins
    assert texts("why.cut", missing="0.45") in cut
    assert f"{lever.more_gtco2e:.2f} more" in cut


def test_who_was_refused_is_told_who_said_no_and_what_bound_it(texts: Texts) -> None:
    session = Session(shipped_level("tianjin"), seed=1)
    slot = next(s for s in session.scenario.cut_mtco2e_2030 if s.giver == "china")
    deepest = session.scenario.issue(slot.issue).last
    session.submit(Offer("china", (Term(slot, deepest),)))
    while not session.finished:
        session.submit(Hold())
    debrief = Debrief(session)
    absent = debrief.absent
    assert absent is not None
    assert absent.party == "china"
    assert absent.lost.fate is Fate.REFUSED
    assert absent.lost.because is not None
    told = why_told(debrief, Names(texts, session.public))[0]
    assert texts(f"why.because.{absent.lost.because}") in told


def test_a_won_game_is_told_what_carried_it_and_the_goal_with_least_room(
    texts: Texts, tmp_path: Path
) -> None:
    game = played("tianjin", "planner", tmp_path, seed=1)
    assert game.score().passed
    debrief = Debrief(game)
    carried = debrief.carried
    assert carried is not None
    assert 0 < carried.cut_gtco2e <= game.score().cut_2030_gtco2e + 1e-9
    told = why_told(debrief, Names(texts, game.public))
    assert len(told) == 2
    room = {reached.goal: reached.room or 0.0 for reached in debrief.goals}
    assert 0 < room[GoalKind.HOME] < room[GoalKind.CUT]
    assert told[1] == texts("why.tightest.home.votes", have="52.1", need=50, body="US Senate")


@pytest.mark.parametrize("language", ["en", "fr", "es", "zh_Hans"])
def test_the_reasons_are_told_in_every_language(game: Session, language: str) -> None:
    debrief = looked_back(game)
    names = Names(Texts.load(language), game.public)
    assert all(why_told(debrief, names))
    assert len({goal_told(reached, names) for reached in debrief.goals}) == len(GoalKind)
