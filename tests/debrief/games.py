"""Finished games to look back on: played by simulated players, with predictions."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.bots.roster import BOTS
from game.debrief.debrief import Debrief
from game.negotiation.model.actions import Hold, NotAllowed, Offer, TakeCounter, TakeWhatIf
from game.negotiation.seats.public_level import legal_for
from game.session.session import Session
from tests.sharing import shipped_level

MOST_TURNS = 400


@cache
def looked_back(game: Session) -> Debrief:
    """Return the debrief of a game that several tests look back on; each part is found once."""
    return Debrief(game)


def played(level_id: str, bot: str, folder: Path, seed: int = 3, *, signs: bool = True) -> Session:
    """One game to its end, its log in a folder; every offer comes with a prediction.

    signs: whether the player takes a counter-offer or the chair's card when it would
    """
    session = Session.start(shipped_level(level_id), seed, folder=folder)
    player, rng = BOTS[bot](), random.Random(f"{bot}/{seed}")
    legal = legal_for(session.scenario, session.seat)
    for _ in range(MOST_TURNS):
        if session.finished:
            break
        action = player.act(session.view, legal, rng)
        if not signs and isinstance(action, TakeCounter | TakeWhatIf):
            action = Hold()
        if isinstance(action, Offer):
            action = replace(action, predicted_percent=rng.choice([10, 30, 50, 70, 90]))
        try:
            session.submit(action)
        except NotAllowed:
            session.submit(Hold())
    assert session.finished
    return session
