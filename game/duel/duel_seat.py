"""A computer seat at a bare domain, on the concession curve of the game.

It is told its own worth and its own reservation, and it hears what is said at the table. Nothing
else reaches it: there is no way from here to a figure of the other side.
"""

from __future__ import annotations

import numpy as np

from game.duel.domain import DuelSide
from game.duel.opponent_model import WHOLE, Guess, Options
from game.duel.package_space import Outlook, best_for_other, look_over
from game.negotiation.mind.aspiration import share_held_out
from game.negotiation.model.scenario import Personality

MIND = Personality(opening_share=1000, patience=1000, reciprocity=300)
LIKELY_RESERVATION = WHOLE // 4  # of the other, while it bargains as one like oneself would
SURELY_ENOUGH = 18 * WHOLE // 25  # what the other, as guessed, will hardly refuse in the last round
WORK = 20_000  # points looked at in one step of a merging; enough where the other is guessed


class Seat:
    """One side of a duel: what it says depends on its own figures and on what it heard."""

    def __init__(self, side: DuelSide) -> None:
        self.side = side
        self.hoped = side.best
        self._guess = Guess(side.worth)
        self._time = 0.0
        self._generosity = 0
        self._heard: list[Options] = []
        self._not_again: set[Options] = set()
        self._has_learned = False
        self._outlook: Outlook | None = None

    def begin_round(self, time: float) -> None:
        """time: share of the rounds that are over, 1 in the last. Hopes fall with it."""
        self._time = time
        room = max(0, self.side.best - self.side.reservation)
        share = _millionths(share_held_out(MIND, time, self._generosity))
        self.hoped = self.side.reservation + room * share // WHOLE
        standing = self.best_standing() if time >= 1.0 else None
        if standing is not None:
            self.hoped = self.side.worth_of(standing)

    @property
    def settles_for(self) -> int:
        """The least it signs if a chair asks: what it hopes for; in the last round anything."""
        return self.side.reservation if self._time >= 1.0 else self.hoped

    def best_standing(self) -> Options | None:
        """Return the best package to sign of all the other has offered; offers stand to the end."""
        best = max(self._heard, key=self.side.worth_of, default=None)
        if best is None or self.side.worth_of(best) < self.side.reservation:
            return None
        return best

    def propose(self) -> Options | None:
        """Return what it would sign now and guesses to be best for the other.

        None: there is nothing.
        """
        if self.side.best < self.side.reservation:
            return None
        if self._time >= 1.0:
            return self._last_proposal()
        return self._best_for_other(self.hoped, set())

    def hear(self, offer: Options) -> bool:
        """Learn from an offer; whether it will do (AC_combi: what it hopes for by now)."""
        worth = self.side.worth_of(offer)
        room = self.side.best - self.side.reservation
        if room > 0:
            met = 1000 * (worth - self.side.reservation) // room
            self._generosity = max(self._generosity, met)
        self._heard.append(offer)
        self._guess.hear(offer, self._given_by_now())
        self._has_learned = True
        return worth >= self.hoped

    def note_refusal(self, offer: Options) -> None:
        """Its offer was not good enough for the other."""
        self._guess.note_refusal(offer, self._given_by_now())
        self._has_learned = True

    def suggest_instead(self, agreed: Options) -> Options | None:
        """No worse for itself than what is agreed, and as it guesses best for the other."""
        return self._best_for_other(self.side.worth_of(agreed), self._not_again | {agreed})

    def would_rather(self, text: Options, agreed: Options) -> bool:
        """Return True if it prefers a package to the agreed one."""
        return self.side.worth_of(text) >= self.side.worth_of(agreed)

    def would_sign(self, text: Options) -> bool:
        """Return True if it signs a package of the chair's now."""
        return self.side.worth_of(text) >= self.settles_for

    def note_preference(self, text: Options, agreed: Options) -> None:
        """Note that the other would rather keep what is agreed than have this text."""
        self._not_again.add(text)
        self._guess.note_preference(text, agreed)
        self._has_learned = True

    def _last_proposal(self) -> Options | None:
        """Return what leaves most to both, as guessed, counted from where each would walk away."""
        outlook = self._look()
        own = (outlook.one - self.side.reservation).astype(np.float64)
        others = (outlook.other + (WHOLE - SURELY_ENOUGH)).astype(np.float64)
        rows = np.flatnonzero((outlook.one >= self.hoped) & (others > 0))
        if len(rows) == 0:
            return self._best_for_other(self.hoped, set())
        return outlook.options_of(int(rows[np.argmax(own[rows] * others[rows])]))

    def _best_for_other(self, least: int, not_again: set[Options]) -> Options | None:
        outlook = self._look()
        row = best_for_other(outlook, least, not_again)
        return None if row is None else outlook.options_of(row)

    def _look(self) -> Outlook:
        if self._outlook is None or self._has_learned:
            self._has_learned = False
            likely = [[-loss for loss in losses] for losses in self._guess.losses]
            self._outlook = look_over(self.side.worth, likely, WORK, before=self._outlook)
        return self._outlook

    def _given_by_now(self) -> int:
        """How much of its best outcome one like oneself would have given up by now."""
        share = _millionths(share_held_out(MIND, self._time, 500))
        return (WHOLE - LIKELY_RESERVATION) * (WHOLE - share) // WHOLE


def _millionths(share: float) -> int:
    """Whole numbers from here on, so that every machine bargains alike."""
    return round(share * WHOLE)
