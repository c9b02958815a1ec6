"""The state of play: frozen ints, strings and tuples, so its hash agrees on every machine.

What every move makes anew is a named tuple: `_replace` takes a fifth of the time of a dataclass,
some 180 times a game, and refuses a field that does not exist just as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from game.negotiation.model.ledger import Ledger
from game.negotiation.model.replies import Reply
from game.negotiation.model.scenario import Package, Slot, Term


@dataclass(frozen=True)
class Learned:
    """The findings of probes on one slot of a delegation.

    low, high: range of its points for each option of the slot, thousandths
    lowest, highest: the options it could ever accept there
    """

    delegation: str
    slot: Slot
    low: tuple[int, ...]
    high: tuple[int, ...]
    lowest: int
    highest: int


@dataclass(frozen=True)
class Tabled:
    """An offer that waits for the answer of a seat held by a person or a bot.

    provided: what another delegation must promise before the package holds, None if nothing
    """

    terms: Package
    predicted_percent: int | None
    provided: Term | None


class Standing(NamedTuple):
    """Relations with one other delegation.

    face: face debt, thousandths of points; negative is cover from allies
    no_deal_shift: what dated news moved its value of no deal by
    generosity: the best share (0-1000) of its gap that the player's binding offers closed
    learned: what probes told, one for each slot probed
    offered_in: last round in which an offer went to it, -1 for none
    what_if: the chair's card, better for both than the counter-offer or the deal just struck
    provided: the condition under which counter and card hold
    slights: offers in a row that asked and gave nothing it wants
    walked_out: it hears no offer until someone talks to it without cameras
    """

    delegation: str
    face: int = 0
    no_deal_shift: int = 0
    generosity: int = 0
    rapport: int = 0
    learned: tuple[Learned, ...] = ()
    offered_in: int = -1
    counter: Package | None = None
    what_if: Package | None = None
    provided: Term | None = None
    tabled: Tabled | None = None
    last_reply: Reply | None = None
    offers: tuple[Package, ...] = ()  # every package the player put to it, oldest first
    slights: int = 0
    walked_out: bool = False


@dataclass(frozen=True)
class Conditional:
    """A deal that holds once another delegation has promised its part.

    provided: the term that must be promised by its giver, at that option or deeper
    """

    delegation: str
    terms: Package
    provided: Term
    made: int  # round index


class PublicCall(NamedTuple):
    """A delegation that the player called on in public to move on an issue."""

    delegation: str
    issue: str
    round: int


class Backer(NamedTuple):
    """A delegation that speaks with the player on an issue."""

    delegation: str
    issue: str


class Votes(NamedTuple):
    """Votes in favour of one faction of one delegation's home, thousandths.

    worked: how often the envoy has spent time with it; each visit moves less
    paid: whether its side payment has been promised
    """

    delegation: str
    faction: str
    shift: int = 0  # news, work at home, gestures; terms are added from the ledger
    worked: int = 0
    paid: bool = False


class HomeVotes(tuple[Votes, ...]):
    """The groups at every party's home, party by party, in the order of their level."""

    def of(self, delegation: str) -> tuple[Votes, ...]:
        """Return the groups at one party's home."""
        return self._by_party.get(delegation, ())

    @cached_property
    def _by_party(self) -> dict[str, tuple[Votes, ...]]:
        groups: dict[str, list[Votes]] = {}
        for votes in self:
            groups.setdefault(votes.delegation, []).append(votes)
        return {delegation: tuple(own) for delegation, own in groups.items()}


class State(NamedTuple):
    """One position of the game; `rules.apply` makes the next from it."""

    seed: int
    round: int
    actions_left: int
    standings: tuple[Standing, ...]
    votes: HomeVotes
    ledger: Ledger = Ledger()
    conditional: tuple[Conditional, ...] = ()
    held: tuple[str, ...] = ()  # delegations that a person or a bot answers for
    backers: tuple[Backer, ...] = ()
    tied: tuple[Term, ...] = ()  # the deepest the player said it would ever give
    happened: tuple[str, ...] = ()  # ids of news that came true
    missed: tuple[str, ...] = ()  # ids of news that were forecast and did not
    closed: tuple[str, ...] = ()  # issues closed early by news
    opened: tuple[str, ...] = ()  # issues opened early by news
    pressed: tuple[PublicCall, ...] = ()
    turns: int = 0
    finished: bool = False
