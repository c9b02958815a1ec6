"""Two computer seats bargain over a bare domain, on the concession curve of the game.

In every round both put their best guess at what the other would like on the table, each above its
own aspiration; either may accept. Where neither does, a chair may hold up a text both would sign.
A yes is not the end: the chair, or without one the two in turn, look for a text that neither likes
less. No deal is ever worth less to a side than its reservation.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.duel.domain import BareDomain
from game.duel.duel_chair import Chair
from game.duel.duel_seat import Seat
from game.duel.opponent_model import Options
from game.negotiation.model.chance import draw

MOST_SUGGESTIONS = 12  # texts the two put to each other after a yes, where no chair does


@dataclass(frozen=True)
class Said:
    """One offer at the table. speaker: number of the party; taken: whether the other said yes."""

    round: int
    speaker: int
    offer: Options
    taken: bool


@dataclass(frozen=True)
class Ended:
    """The ways a duel can end.

    options: of each issue the option agreed on, None without an agreement
    worth: what each party ends with, in PARTS; without an agreement its reservation
    rounds_used: the round they agreed in, counted from 1; all where they did not
    by_chair: whether the text is the chair's; first: number of the party that spoke first
    offers: all that was said at the table, in order
    """

    options: Options | None
    worth: tuple[int, int]
    rounds_used: int
    by_chair: bool
    first: int
    offers: tuple[Said, ...]


def duel(
    domain: BareDomain,
    rounds: int,
    seed: int,
    *,
    chair: bool = True,
    suggestions: int = MOST_SUGGESTIONS,
) -> Ended:
    """Bargain for a number of rounds.

    seed: who speaks first; chair: whether there is one; suggestions: see MOST_SUGGESTIONS
    """
    one, other = domain.sides
    first = 1 if draw(seed, 0, "who speaks first") >= 500 else 0
    table = _Table((Seat(one), Seat(other)), first, Chair(domain) if chair else None, suggestions)
    for number in range(1, rounds + 1):
        agreed = table.round(number, rounds)
        if agreed is not None:
            worth = (one.worth_of(agreed), other.worth_of(agreed))
            return Ended(agreed, worth, number, table.by_chair, first, tuple(table.offers))
    worth = (one.reservation, other.reservation)
    return Ended(None, worth, rounds, False, first, tuple(table.offers))


@dataclass
class _Table:
    """Two seats and what is said between them; the seats are in the order of the parties."""

    seats: tuple[Seat, Seat]
    first: int
    chair: Chair | None
    suggestions: int
    offers: list[Said] = field(default_factory=list)
    by_chair: bool = False

    def round(self, number: int, rounds: int) -> Options | None:
        """One round, counted from 1: the package both sign, None if they go on."""
        is_last = number == rounds
        for seat in self.seats:
            seat.begin_round(1.0 if is_last else (number - 1) / (rounds - 1))
        agreed = self._exchange(number)
        if agreed is None and self.chair is not None:
            agreed = self.chair.text_for(self.seats)
            self.by_chair = agreed is not None
        if agreed is None and is_last:
            agreed = self._last_call()
        return agreed if agreed is None or self.by_chair else self._settled(agreed)

    def _exchange(self, number: int) -> Options | None:
        """Both propose in turn; the package one of them accepts, None if neither does."""
        for speaker in (self.first, 1 - self.first):
            offer = self.seats[speaker].propose()
            if offer is None:
                continue
            taken = self.seats[1 - speaker].hear(offer)
            self.offers.append(Said(number, speaker, offer, taken))
            if taken:
                return offer
            self.seats[speaker].note_refusal(offer)
        return None

    def _last_call(self) -> Options | None:
        """Before they part, each may still say yes to an offer that the other made."""
        standing = self.seats[self.first].best_standing()
        return self.seats[1 - self.first].best_standing() if standing is None else standing

    def _settled(self, agreed: Options) -> Options:
        """After a yes: the same, or a package that neither likes less."""
        if self.chair is None:
            return self._improved(agreed)
        text = self.chair.instead_of(agreed, self.seats)
        self.by_chair = text != agreed
        return text

    def _improved(self, agreed: Options) -> Options:
        """Return what they end with after each in turn has looked for something better."""
        speaker, silent = self.first, 0
        for _ in range(self.suggestions):
            text = self.seats[speaker].suggest_instead(agreed)
            silent = silent + 1 if text is None else 0
            if silent == 2:
                break
            if text is not None:
                if self.seats[1 - speaker].would_rather(text, agreed):
                    agreed = text
                else:
                    self.seats[speaker].note_preference(text, agreed)
            speaker = 1 - speaker
        return agreed
