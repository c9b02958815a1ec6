"""Small random levels at a whole table, and every deal that their computers sign."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import NamedTuple
from unittest.mock import patch

from game.negotiation.model.events import DealOfThree, DealStruck
from game.negotiation.model.ledger import Promise
from game.negotiation.model.scenario import (
    Delegation,
    Faction,
    Issue,
    Package,
    Reach,
    Scenario,
    Slot,
)
from game.negotiation.model.state import State
from game.negotiation.rules import computer_deals, others_move
from game.negotiation.rules.deals_of_three import strike_deal_of_three
from game.negotiation.rules.home_front import Moved
from game.negotiation.rules.round_end import end_round
from game.negotiation.rules.rules import Rules
from game.negotiation.rules.signing import strike
from tests.negotiation.scenarios import scenario_of


class Signing(NamedTuple):
    """A deal of two or three, and the positions just before and just after it."""

    before: State
    after: State
    signers: tuple[str, ...]
    promises: tuple[Promise, ...]


def whole_table(seed: int, *, bare: bool = False) -> Scenario:
    """Make a random level in which every pair deals: public goods, partners and shares.

    bare: without face and relief, which are prices of the moment
    """
    rng = random.Random(f"whole/{seed}")
    hub = scenario_of(seed, linked=not bare, rounds=4)
    ids = [party.id for party in hub.delegations]
    issues = tuple(_reaching(rng, issue, ids) for issue in hub.issues)
    parties = tuple(_party(rng, party, issues, bare) for party in hub.delegations)
    return replace(hub, issues=issues, delegations=parties, table="whole")


def played_alone(scenario: Scenario, seed: int) -> tuple[State, list[Signing]]:
    """Play a game among computers alone; return how it ends, and every deal on the way."""
    found: list[Signing] = []

    def witnessed(
        scenario: Scenario, before: State, of: str, towards: str, terms: Package
    ) -> tuple[State, DealStruck]:
        after, deal = strike(scenario, before, of, towards, terms)
        found.append(Signing(before, after, (of, towards), deal.promises))
        return after, deal

    def witnessed_three(scenario: Scenario, before: State) -> Moved:
        after, events = strike_deal_of_three(scenario, before)
        for event in events:
            if isinstance(event, DealOfThree):
                signers = (event.one, event.other, event.third)
                found.append(Signing(before, after, signers, event.promises))
        return after, events

    with (
        patch.object(computer_deals, "strike", witnessed),
        patch.object(others_move, "strike_deal_of_three", witnessed_three),
    ):
        state, _ = Rules(scenario).start(seed, ())
        while not state.finished:
            state, _ = end_round(scenario, state)
    return state, found


def _reaching(rng: random.Random, issue: Issue, ids: list[str]) -> Issue:
    reach = rng.choice((Reach.ALL, Reach.ALL, Reach.PARTNER, Reach.SPLIT))
    to = () if reach is Reach.ALL else tuple(rng.sample(ids, rng.randint(1, len(ids))))
    return replace(issue, reach=reach, to=to, commitments={})


def _party(
    rng: random.Random, party: Delegation, issues: tuple[Issue, ...], bare: bool
) -> Delegation:
    """Give a party figures for its slots that leave room for deals; some things it dislikes."""
    slots = [slot for issue in issues for slot in issue.slots]
    valuations = {slot: _figures(rng, party, slot) for slot in slots if rng.random() < 0.8}
    mind = party.personality
    if bare:
        mind = replace(mind, face_weight=0, coalition_weight=0)
    lines = tuple(
        replace(line, slot=rng.choice(same))
        for line in party.red_lines
        if (same := [slot for slot in slots if slot[:2] == line.slot[:2]])
    )
    factions = tuple(_faction(faction, slots) for faction in party.home.factions)
    links = tuple(
        replace(
            link,
            first=link.first._replace(slot=next(s for s in slots if s[:2] == link.first.slot[:2])),
            second=link.second._replace(
                slot=next(s for s in slots if s[:2] == link.second.slot[:2])
            ),
        )
        for link in party.linkages
        if all(
            any(slot[:2] == term.slot[:2] for slot in slots) for term in (link.first, link.second)
        )
    )
    return replace(
        party,
        valuations=valuations,
        personality=mind,
        red_lines=lines,
        linkages=links,
        home=replace(party.home, pass_mark=rng.randrange(20_000, 55_000), factions=factions),
        record=rng.randint(0, 6),
        value_of_no_deal=party.value_of_no_deal // 3,
    )


def _figures(rng: random.Random, party: Delegation, slot: Slot) -> tuple[int, ...]:
    like = party.valuations.get(Slot(slot.issue, slot.giver), (0,))
    if slot.giver == party.id:
        return tuple(points // 3 for points in like)
    if rng.random() < 0.8:
        return like
    return tuple(-points // 4 for points in like)


def _faction(faction: Faction, slots: list[Slot]) -> Faction:
    """Let a group that votes on an issue of a giver vote on it whoever it is given to."""
    known = {(slot.issue, slot.giver): figures for slot, figures in faction.terms.items()}
    terms = {slot: known[slot[:2]] for slot in slots if slot[:2] in known}
    return replace(faction, terms=terms)
