"""The player's own home: the votes a visit or a payment brings, and each group's reasons."""

from __future__ import annotations

from game.desk.fact import Fact, Tone
from game.desk.wording import Wording
from game.negotiation.model.actions import PayAtHome, WorkAtHome
from game.negotiation.model.scenario import Faction
from game.negotiation.seats.observation import FactionView, Observation


def own_group(view: Observation, faction: str) -> Faction:
    """Return a group at the player's home with all that the player knows of it."""
    return next(each for each in view.own.home.factions if each.id == faction)


def votes_brought(view: Observation, action: WorkAtHome | PayAtHome) -> int:
    """Return the votes, thousandths, that the group itself would add if that were done now."""
    moved = view.votes_gained(action)
    return sum(each.change for each in moved if each.faction == action.faction)


def why_useless(
    words: Wording, view: Observation, faction: FactionView, action: WorkAtHome | PayAtHome
) -> str:
    """Say why something done for a group would win no vote; "" where it wins some."""
    if votes_brought(view, action):
        return ""
    counts = view.home.counts
    return words.texts(f"home.full.{counts}" if faction.votes else f"home.far_below.{counts}")


def payment_facts(words: Wording, view: Observation, pay: PayAtHome) -> list[Fact]:
    """Tell what a payment would really win in the group, and lose in another."""
    facts, counts = [], view.home.counts
    for moved in view.votes_gained(pay):
        votes = words.points(abs(moved.change))
        if moved.faction == pay.faction:
            facts.append(Fact(words.texts(f"home.pay.wins.{counts}", votes=votes), "good"))
        elif moved.change:
            name = own_group(view, moved.faction).name
            upset = words.texts(f"home.pay.upsets.{counts}", faction=name, votes=votes)
            facts.append(Fact(upset, "bad"))
    return facts


def reason_facts(words: Wording, group: Faction) -> list[Fact]:
    """Tell why each issue moves a group: "good" or "bad" as its deepest promises move votes."""
    return [
        Fact(because_told(words, issue, because), _tone(group, issue))
        for issue, because in group.because.items()
    ]


def because_told(words: Wording, issue: str, because: str) -> str:
    """Return an issue with the reason a group gives for its view of it."""
    return words.texts("home.because", issue=words.issue(issue), because=because)


def _tone(group: Faction, issue: str) -> Tone:
    moved = sum(votes[-1] for slot, votes in group.terms.items() if slot.issue == issue)
    return "good" if moved > 0 else "bad" if moved else "muted"
