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
    """Relations of a delegation (`of`) towards another that deals with it (`towards`).

    face: its face debt to the other, thousandths of points; negative is cover from allies
    generosity: the best share (0-1000) of its gap that the other's binding offers closed
    learned: what the other's probes told, one for each slot probed
    offered_in: last round in which an offer of the other went to it, -1 for none
    what_if: the chair's card, better for both than the counter-offer or the deal just struck
    provided: the condition under which counter and card hold
    slights: offers in a row that asked and gave nothing it wants
    walked_out: it hears no offer until someone talks to it without cameras
    """

    of: str
    towards: str
    face: int = 0
    generosity: int = 0
    rapport: int = 0
    learned: tuple[Learned, ...] = ()
    offered_in: int = -1
    counter: Package | None = None
    what_if: Package | None = None
    provided: Term | None = None
    tabled: Tabled | None = None
    last_reply: Reply | None = None
    offers: tuple[Package, ...] = ()  # every package the other put to it, oldest first
    slights: int = 0
    walked_out: bool = False


@dataclass(frozen=True)
class Conditional:
    """A deal of a delegation with another that holds once a third has promised its part.

    towards: who had put it to the delegation
    provided: the term that must be promised by its giver, at that option or deeper
    """

    delegation: str
    towards: str
    terms: Package
    provided: Term
    made: int  # round index

    @property
    def pair(self) -> tuple[str, str]:
        """The delegation, and whom it deals with."""
        return self.delegation, self.towards


class Own(NamedTuple):
    """What a party has of its own.

    actions_left: in this round, of those who take actions
    no_deal_shift: what news, and the draw of this game, moved its value of no deal by
    ready: whether it lets the round end, whatever actions are left
    """

    party: str
    actions_left: int = 0
    no_deal_shift: int = 0
    ready: bool = False


class PublicCall(NamedTuple):
    """A delegation that another (`by`) called on in public to move on an issue."""

    by: str
    delegation: str
    issue: str
    round: int


class Backer(NamedTuple):
    """A delegation that speaks with another (`beside`) on an issue."""

    beside: str
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
    own: tuple[Own, ...]
    standings: tuple[Standing, ...]
    votes: HomeVotes
    ledger: Ledger = Ledger()
    conditional: tuple[Conditional, ...] = ()
    people: tuple[str, ...] = ()  # seats that a person or a bot holds, the rest are computers
    backers: tuple[Backer, ...] = ()
    tied: tuple[Term, ...] = ()  # the deepest that its giver said it would ever give
    happened: tuple[str, ...] = ()  # ids of news that came true
    missed: tuple[str, ...] = ()  # ids of news that were forecast and did not
    closed: tuple[str, ...] = ()  # issues closed early by news
    opened: tuple[str, ...] = ()  # issues opened early by news
    pressed: tuple[PublicCall, ...] = ()
    turns: int = 0
    finished: bool = False
