"""Dated public events of a level: what each can move, and decks of which a game draws some."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.negotiation.model.sources import Source


class ShiftKind(StrEnum):
    """The figures a piece of news can move."""

    VALUE_OF_NO_DEAL = "value_of_no_deal"  # of `target` delegation, thousandths of points
    VOTES = "votes"  # of faction `detail` of `target` delegation, thousandths of votes
    FACE = "face"  # face debt of `target` delegation, thousandths of points
    CLOSE_ISSUE = "close_issue"  # `target` issue closes with the round that ends
    OPEN_ISSUE = "open_issue"  # `target` issue is open from now on


@dataclass(frozen=True)
class Shift:
    """One effect of a piece of news."""

    kind: ShiftKind
    target: str
    amount: int = 0
    detail: str = ""


@dataclass(frozen=True)
class News:
    """A dated public event, forecast one round ahead with its odds.

    at: index of the round that opens with it
    odds: thousandths; 1000 = certain
    """

    id: str
    at: int
    odds: int
    forecast: str
    text: str
    shifts: tuple[Shift, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Deck:
    """News of which a game draws only some; the seed decides which, and when.

    draws: how many of the cards are drawn
    rounds: indexes of the rounds that drawn cards may open, one card a round
    cards: their own `at` is not used
    """

    id: str
    draws: int
    rounds: tuple[int, ...]
    cards: tuple[News, ...]
