"""The fields of a home: the body that decides, its groups, and what moves them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.levels.schema.values import SHOWN, SHOWN_ALONE, Id, Name, ShownName, Strict, Text, Votes
from game.negotiation.model.scenario import Counts, PublicStand


class SidePaymentField(Strict):
    """A promise to a group at home in return for its votes, once."""

    label: Annotated[Name, SHOWN_ALONE] = Field(description="the promise, in a few words")
    votes: Annotated[float, Field(gt=0, le=1000)] = Field(description="votes it wins in the group")
    upset: Id | None = Field(None, description="another group that resents it")
    upset_votes: Annotated[float, Field(ge=0, le=1000)] = Field(
        0, description="votes that group withdraws"
    )


class FactionField(Strict):
    """A group of votes at home."""

    id: Id = Field(description="how other fields name this group")
    name: ShownName = Field(description="its name for players")
    votes: Annotated[float, Field(ge=0, le=1000)] = Field(
        description="its votes in favour before any promise"
    )
    seats: Annotated[float, Field(ge=0.1, le=1000)] = Field(
        description="the most votes it can give"
    )
    terms: dict[Id, dict[Id, list[Votes]]] = Field(
        {},
        description="what moves it: issue, giver, and for each option the votes it adds or "
        "takes away",
    )
    because: Annotated[dict[Id, Text], SHOWN] = Field(
        {}, description="for each issue, why it moves the group, in the group's own words"
    )
    side_payment: SidePaymentField | None = Field(
        None, description="a promise the envoy can make it for its votes"
    )
    likes: list[PublicStand] = Field(
        [],
        description="public stands it rewards with votes: pressing, when the envoy first calls on "
        "a delegation; tied_hands, when the envoy says how far it will ever go. Give each to one "
        "group: every group that likes it gives votes, and without one it wins none",
    )


class HomeField(Strict):
    """The body that votes on what the envoy brings back."""

    body: ShownName = Field(description="the body that decides")
    counts: Counts = Field(
        "votes",
        description="what it counts, and players read: votes, where it votes; support, where "
        "leaders weigh how far they are behind it; consent, where all must agree",
    )
    pass_mark: Annotated[float, Field(gt=0, le=1000)] = Field(
        description="votes in favour a promise needs on the day it falls due"
    )
    factions: list[FactionField] = Field(
        min_length=1, max_length=12, description="the groups whose votes add up"
    )
