"""What a dossier tells of the past comes from what the player's seat saw."""

from itertools import pairwise
from pathlib import Path

import pytest

from game.negotiation.model.actions import Hold, Offer, PressInPublic, TalkPrivately
from game.negotiation.model.events import FaceMoved, Replied
from game.negotiation.model.scenario import Slot, Term
from game.session.notebook import notes_on
from game.session.session import Session
from game.session.trust_history import moments_with
from tests.sharing import shipped_level

OFFER = Offer("china", (Term(Slot("coal_at_home", "china"), 1),))


@pytest.fixture
def session() -> Session:
    return Session(shipped_level("tianjin"), seed=1)


@pytest.mark.parametrize("log", ["tianjin", "glasgow", "glasgow_anything"])
def test_the_last_moment_of_a_recorded_game_is_how_things_stand(
    log: str, project_root: Path
) -> None:
    level = shipped_level(log.partition("_")[0])
    session = Session.replayed(project_root / "tests" / "replays" / f"{log}.jsonl", level)
    for party in session.view.parties:
        moments = moments_with(session, party.id)
        assert moments[-1].face == party.face
        assert moments[-1].credibility == party.credibility
        assert [each.at for each in moments] == sorted(each.at for each in moments)


@pytest.mark.parametrize("log", ["tianjin", "glasgow", "glasgow_anything"])
def test_every_move_of_face_has_its_reasons(log: str, project_root: Path) -> None:
    level = shipped_level(log.partition("_")[0])
    session = Session.replayed(project_root / "tests" / "replays" / f"{log}.jsonl", level)
    for party in session.view.parties:
        moments = moments_with(session, party.id)
        for was, now in pairwise(moments):
            told = sum(each.change for each in now.why if isinstance(each, FaceMoved))
            assert was.face + told - now.faded == now.face
            assert now.why or now.faded or now.round > was.round


def test_half_of_a_slight_is_forgotten_by_the_next_round(session: Session) -> None:
    session.submit(PressInPublic("china", "coal_at_home"))
    session.submit(Hold())
    faces = [each.face for each in moments_with(session, "china")]
    assert faces == [0, 2000, 1000]
    assert moments_with(session, "china")[-1].faded == 1000


def test_a_talk_that_mends_nothing_moves_nothing(session: Session) -> None:
    session.submit(TalkPrivately("china"))
    assert len(moments_with(session, "china")) == 1


def test_the_notebook_has_every_answer_newest_first(project_root: Path) -> None:
    level = shipped_level("glasgow")
    session = Session.replayed(project_root / "tests" / "replays" / "glasgow.jsonl", level)
    for party in session.scenario.others:
        replies = [
            event.reply
            for turn in session.turns
            for event in turn.events
            if isinstance(event, Replied) and event.reply.delegation == party.id
        ]
        notes = notes_on(session, party.id)
        assert [note.reply for note in reversed(notes) if note.reply] == replies
        assert [note.round for note in notes] == sorted((n.round for n in notes), reverse=True)


def test_an_offer_is_noted_with_the_round_and_its_answer(session: Session) -> None:
    assert notes_on(session, "china") == ()
    session.submit(OFFER)
    (note,) = notes_on(session, "china")
    assert (note.round, note.offered) == (0, OFFER.terms)
    assert note.reply == session.view.party("china").last_reply
