"""What a simulated player is: it sees what a seat may see, and answers with an action."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from game.negotiation.actions import Action
from game.negotiation.observation import Observation
from game.negotiation.scenario import Package, Scenario, Slot


@dataclass(frozen=True)
class Board:
    """What is public from the start: who can give what, in which steps, and how many in one offer.

    options: per slot, how many options it has
    """

    you: str
    others: tuple[str, ...]
    slots: Mapping[str, tuple[Slot, ...]]
    options: Mapping[Slot, int]
    factions: tuple[str, ...]
    terms_per_offer: int

    @classmethod
    def of(cls, scenario: Scenario) -> Board:
        """The public part of a scenario, as the player's seat sees it."""
        others = tuple(party.id for party in scenario.others)
        slots = {other: scenario.slots_between(scenario.you, other) for other in others}
        options = {
            slot: len(scenario.issue(slot.issue).options)
            for between in slots.values()
            for slot in between
        }
        home = scenario.delegation(scenario.you).home
        factions = tuple(faction.id for faction in home.factions)
        return cls(scenario.you, others, slots, options, factions, scenario.terms_per_offer)


class Bot(Protocol):
    """A player: an action for what it sees. `rng` is its only source of chance."""

    def choose(self, view: Observation, rng: random.Random) -> Action:
        """The next action."""
        ...


MakeBot = Callable[[Board], Bot]


def own_worth(view: Observation, package: Package) -> int:
    """What the terms are worth to the seat that looks, thousandths of points."""
    worth = dict(view.valuations)
    return sum(worth[term.slot][term.option] for term in package if term.slot in worth)
