"""The results of an action. Screens and bots read events; no event changes the state.

delegation, towards: in events of a pair, who answers or acts, and whom it deals with; at a hub
that is always the player.

A new kind of event must join the `Event` union, `Wording.event` and, with a sentence, the
catalogues of all four languages. It may need a line in `event_cues`, `news_strip._is_old`,
`game_story`, `promise_text` and the debrief.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.model.ledger import Promise
from game.negotiation.model.packages import Package
from game.negotiation.model.replies import Reply
from game.negotiation.model.state import Conditional, Learned


@dataclass(frozen=True)
class RoundBegan:
    """A new meeting opens."""

    round: int


@dataclass(frozen=True)
class NewsForecast:
    """Announced for the next round, with its odds in the level."""

    news: str


@dataclass(frozen=True)
class NewsHappened:
    """A forecast came true."""

    news: str


@dataclass(frozen=True)
class NewsMissed:
    """A forecast did not come true."""

    news: str


@dataclass(frozen=True)
class Replied:
    """A delegation answered an offer."""

    reply: Reply


@dataclass(frozen=True)
class CounterWithdrawn:
    """A delegation took back what could be signed; because: `withdrawn.<code>`."""

    delegation: str
    towards: str
    because: str


@dataclass(frozen=True)
class CounterLapsed:
    """A counter-offer that nobody signed before its round was over."""

    delegation: str
    towards: str


@dataclass(frozen=True)
class DealStruck:
    """Terms agreed with a delegation, by its acceptance or by taking its counter-offer."""

    delegation: str
    towards: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class DealOfThree:
    """Two delegations signed with each other, and a third took a step for that, all at once."""

    one: str
    other: str
    third: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Approached:
    """A delegation came to a person with terms that it would sign until the round is over."""

    delegation: str
    towards: str
    terms: Package


@dataclass(frozen=True)
class OfferTabled:
    """An offer waits for the answer of a seat that a person or a bot holds."""

    delegation: str
    towards: str


@dataclass(frozen=True)
class DealConditional:
    """Terms agreed with a delegation that hold once another has promised its part."""

    deal: Conditional


@dataclass(frozen=True)
class ConditionalLapsed:
    """A conditional deal that will not hold; because: `lapsed.<code>`."""

    deal: Conditional
    because: str


@dataclass(frozen=True)
class WalkedOut:
    """A delegation has left the table for now."""

    delegation: str
    towards: str


@dataclass(frozen=True)
class CameBack:
    """A delegation is at the table again."""

    delegation: str
    towards: str


@dataclass(frozen=True)
class PromiseSettled:
    """A promise of `promise.giver` to `promise.to` came due: kept or broken."""

    promise: Promise


@dataclass(frozen=True)
class VotesMoved:
    """Votes at home moved; because: key of the reason, `because.<code>`."""

    delegation: str
    faction: str
    change: int
    because: str


@dataclass(frozen=True)
class FaceMoved:
    """A delegation's face debt moved."""

    delegation: str
    towards: str
    change: int
    because: str


@dataclass(frozen=True)
class Found:
    """The finding of a probe."""

    learned: Learned


@dataclass(frozen=True)
class BackingAnswered:
    """A delegation will, or will not, speak with you on an issue."""

    delegation: str
    towards: str
    issue: str
    agreed: bool
    because: str


@dataclass(frozen=True)
class HandsTied:
    """A party said in public how far it will ever go."""

    party: str
    issue: str
    option: int


@dataclass(frozen=True)
class DoorClosed:
    """An issue can no longer be agreed."""

    issue: str


@dataclass(frozen=True)
class PlenaryVote:
    """One delegation joins or blocks the text; because: `plenary.<code>`."""

    delegation: str
    joins: bool
    because: str


@dataclass(frozen=True)
class GameEnded:
    """The plenary is over."""


Event = (
    RoundBegan
    | NewsForecast
    | NewsHappened
    | NewsMissed
    | Replied
    | OfferTabled
    | Approached
    | DealOfThree
    | CounterWithdrawn
    | CounterLapsed
    | DealStruck
    | DealConditional
    | ConditionalLapsed
    | WalkedOut
    | CameBack
    | PromiseSettled
    | VotesMoved
    | FaceMoved
    | Found
    | BackingAnswered
    | HandsTied
    | DoorClosed
    | PlenaryVote
    | GameEnded
)
