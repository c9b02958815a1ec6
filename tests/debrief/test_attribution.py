"""Who cooled the planet by how much: the parts add up to the whole."""

import pytest

from game.debrief.attribution import warming_by_deal
from game.negotiation.model.actions import Hold, Offer, TakeCounter
from game.negotiation.model.scenario import Term
from game.session.session import Session
from tests.sharing import shipped_level


def _with_some_deals(level_id: str) -> Session:
    session = Session(shipped_level(level_id), seed=1)
    while not session.finished:
        for party in session.scenario.others:
            view = session.view
            slots = session.scenario.slots_between(view.you, party.id)
            agreed = {term.slot for term in view.party(party.id).agreed}
            terms = [Term(s, 1) for s in slots if s.issue in view.open_issues and s not in agreed]
            if terms and view.actions_left:
                session.submit(Offer(party.id, tuple(sorted(terms[:4]))))
                if session.view.party(party.id).counter is not None:
                    session.submit(TakeCounter(party.id))
        session.submit(Hold())
    return session


@pytest.mark.parametrize("level_id", ["tianjin", "glasgow"])
def test_what_the_deals_did_adds_up_to_the_whole_change(level_id: str) -> None:
    session = _with_some_deals(level_id)
    effects = warming_by_deal(session)
    assert effects
    change = session.now.projection.summary_2100[1] - session.before.projection.summary_2100[1]
    assert sum(effect.change_c for effect in effects) == pytest.approx(change, abs=1e-9)


def test_without_deals_there_is_nothing_to_share_out() -> None:
    session = Session(shipped_level("tianjin"), seed=1)
    assert warming_by_deal(session) == ()
