"""Two computer seats bargain over a bare domain, with the mind that delegations have in the game.

In every round both put their best guess at what the other would like on the table, each above its
own aspiration; either may accept. Where neither does, a chair may hold up a text both would sign.
A yes is not the end: the chair, or without one the two in turn, look for a text that neither likes
less. No deal is ever worth less to a side than its reservation.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.bare_chair import Chair
from game.negotiation.bare_seat import Seat
from game.negotiation.chance import draw
from game.negotiation.domain import BareDomain
from game.negotiation.guess import Options

Seats = tuple[Seat, Seat]

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
    """How a duel ended.

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


def duel(domain: BareDomain, rounds: int, seed: int, *, chair: bool = True) -> Ended:
    """Bargain for so many rounds. seed: who speaks first; chair: whether there is one."""
    one, other = domain.sides
    seats = (Seat(one), Seat(other))
    first = 1 if draw(seed, 0, "who speaks first") >= 500 else 0
    presiding = Chair(domain) if chair else None
    offers: list[Said] = []
    for at in range(rounds):
        is_last = at == rounds - 1
        for seat in seats:
            seat.begin_round(1.0 if is_last else at / (rounds - 1))
        agreed = _table_round(seats, first, at + 1, offers)
        text = _settled(seats, presiding, agreed, first=first, is_last=is_last)
        if text is not None:
            worth = (one.worth_of(text), other.worth_of(text))
            by_chair = chair and text != agreed
            return Ended(text, worth, at + 1, by_chair, first, tuple(offers))
    worth = (one.reservation, other.reservation)
    return Ended(None, worth, rounds, False, first, tuple(offers))


def _table_round(seats: Seats, first: int, number: int, offers: list[Said]) -> Options | None:
    """Both propose in turn; the package one of them accepts, None where neither does."""
    for speaker in (first, 1 - first):
        offer = seats[speaker].propose()
        if offer is None:
            continue
        taken = seats[1 - speaker].hear(offer)
        offers.append(Said(number, speaker, offer, taken))
        if taken:
            return offer
        seats[speaker].note_refusal(offer)
    return None


def _settled(
    seats: Seats, chair: Chair | None, agreed: Options | None, *, first: int, is_last: bool
) -> Options | None:
    """What comes of a round after the table: the text both sign, None where they go on."""
    if agreed is None and chair is not None:
        text = chair.text_for(seats)
        if text is not None:
            return text
    if agreed is None and is_last:
        agreed = _last_call(seats, first)
    if agreed is None:
        return None
    return _improved(seats, agreed, first) if chair is None else chair.instead_of(agreed, seats)


def _last_call(seats: Seats, first: int) -> Options | None:
    """Before they part, each may still say yes to an offer that the other made."""
    standing = seats[first].best_standing()
    return seats[1 - first].best_standing() if standing is None else standing


def _improved(seats: Seats, agreed: Options, first: int) -> Options:
    """What they end with after each in turn has looked for a text that neither likes less."""
    speaker, silent = first, 0
    for _ in range(MOST_SUGGESTIONS):
        text = seats[speaker].suggest_instead(agreed)
        silent = silent + 1 if text is None else 0
        if silent == 2:
            break
        if text is not None:
            if seats[1 - speaker].would_rather(text, agreed):
                agreed = text
            else:
                seats[speaker].note_preference(text, agreed)
        speaker = 1 - speaker
    return agreed
