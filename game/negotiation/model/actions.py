"""The actions of a seat. An action states the intent; events state the result."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.model.scenario import Slot, Term


@dataclass(frozen=True)
class Probe:
    """Sound a delegation out on one slot: its range there, and whether a red line is real."""

    delegation: str
    slot: Slot


@dataclass(frozen=True)
class Offer:
    """Put a two-sided package to one delegation; it binds for the round.

    terms: new or deepened terms on top of what is agreed with it already
    predicted_percent: how likely the player thinks a yes is (0-100), None when skipped
    provided: "if J joins": a term of a third delegation on which the whole package hangs
    """

    delegation: str
    terms: tuple[Term, ...]
    predicted_percent: int | None = None
    provided: Term | None = None


@dataclass(frozen=True)
class TakeCounter:
    """Sign the counter-offer a delegation has on the table this round."""

    delegation: str


@dataclass(frozen=True)
class TakeWhatIf:
    """Sign the chair's card: what both would rather have than the package on the table."""

    delegation: str


@dataclass(frozen=True)
class Answer:
    """The answer of a person or a bot in a delegation's seat to the offer on its table.

    terms: its counter-offer where it does not accept, empty where it refuses
    """

    delegation: str
    accepts: bool
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class SeekBacking:
    """Ask a delegation to speak with you on an issue, so that you do not ask alone."""

    delegation: str
    issue: str


@dataclass(frozen=True)
class PressInPublic:
    """Call on a delegation in public to move on an issue it could give."""

    delegation: str
    issue: str


@dataclass(frozen=True)
class TalkPrivately:
    """Meet a delegation without cameras; repairs face, opens information."""

    delegation: str


@dataclass(frozen=True)
class WorkAtHome:
    """Spend time with one group of votes at home."""

    faction: str


@dataclass(frozen=True)
class PayAtHome:
    """Promise a group at home what it asks for its votes; once a group."""

    faction: str


@dataclass(frozen=True)
class TieHands:
    """Declare in public the deepest option you will ever give on a slot of yours."""

    slot: Slot
    option: int


@dataclass(frozen=True)
class Hold:
    """End the round, whatever actions are left."""


Action = (
    Probe
    | Offer
    | TakeCounter
    | TakeWhatIf
    | Answer
    | SeekBacking
    | PressInPublic
    | TalkPrivately
    | WorkAtHome
    | PayAtHome
    | TieHands
    | Hold
)


class NotAllowed(Exception):
    """An action the rules refuse now.

    code: key of the sentence in the catalogue, `not_allowed.<code>`
    fields: what the sentence names
    """

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(f"{code} {fields}")
        self.code = code
        self.fields = fields
