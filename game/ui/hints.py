"""Hints while playing: which one is due on a screen, and what it stands beside.

A level brings its own (`hints:` in its file); a level without any gets a few that hold for every
level, in its first round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.negotiation.scenario import Scenario, Slot, Term

if TYPE_CHECKING:
    from game.levels.fields import HintField, TermField
    from game.session.session import Session
    from game.texts import Texts

# Where a hint can stand, as levels name it: the key of the widget it speaks of.
PLACES: dict[str, str] = {
    "briefing_start": "start",
    "cable_open": "open",
    "hub_table": "table0",
    "hub_dossier": "dossier0",
    "hub_probe": "probe",
    "hub_talk": "talk",
    "hub_backing": "backing",
    "hub_press": "press",
    "hub_tie": "tie",
    "hub_hold": "hold",
    "hub_home": "work",
    "hub_ledger": "ledger",
    "hub_advice": "advice",
    "table_term": "",  # the key of a term is made of its issue and its giver
    "table_ask": "table.ask",
    "table_offer": "table.offer",
    "table_outcome": "outcome",
    "table_condition": "condition",
    "table_send": "send",
    "table_advice": "advice",
    "predict_guess": "guess",
    "home_groups": "groups",
    "reply_reason": "reason",
    "reply_counter": "counter",
    "reply_take": "take",
    "reply_change": "change0",
    "reply_round": "round",
    "plenary_verdict": "verdict",
}
# The hints of a level without its own, in this order.
GENERAL = (
    "hub_probe",
    "hub_table",
    "table_ask",
    "table_offer",
    "table_outcome",
    "predict_guess",
    "reply_reason",
    "reply_counter",
    "hub_home",
    "hub_hold",
)


@dataclass(frozen=True)
class Hint:
    """One idea, said beside the thing it speaks of.

    place, places: which of the level's hints this is, counted from 1, and how many there are
    text: what a level says; empty for a hint of the catalogue
    term: what it has the player put on the table, where it does
    """

    id: str
    where: str
    round: int
    place: int
    places: int
    text: str = ""
    term: Term | None = None

    @property
    def is_general(self) -> bool:
        """Whether it holds for every level."""
        return not self.text

    @property
    def anchor_key(self) -> str:
        """The key of the widget it stands beside."""
        if self.term is not None:
            return f"{self.term.slot.issue}/{self.term.slot.giver}"
        return PLACES[self.where]

    def said(self, texts: Texts) -> str:
        """Its words."""
        return self.text or texts(f"hints.general.{self.where}")


class Shows(Protocol):
    """A screen that hints can stand on; room: its part of the names of places."""

    room: str

    def has_on_table(self, term: Term) -> bool:
        """Whether a term, or more of it, is being offered."""


class HintBook:
    """The hints of one game, and which have been read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: set[str] = set()

    def due(self, screen: Shows, round: int, seen: tuple[str, ...]) -> list[Hint]:
        """Those not read yet that belong to the round and stand on this screen, in order.

        A hint about a term is done once the term is on the table.
        """
        found = []
        for hint in self._all():
            if hint.round != round or hint.id in self._read or hint.id in seen:
                continue
            if hint.where.split("_")[0] != screen.room:
                continue
            if hint.term is not None and screen.has_on_table(hint.term):
                self._read.add(hint.id)
            else:
                found.append(hint)
        return found

    def read(self, hint: Hint) -> None:
        """Not again in this game."""
        self._read.add(hint.id)

    def _all(self) -> Iterator[Hint]:
        own = self._session.level.field.hints
        if self._session.seat != self._session.level.field.you:
            own = []  # they were written for the seat that the level gives the player
        for place, field in enumerate(own, start=1):
            yield _hint(field, self._session.scenario, place, len(own))
        if not own:
            for place, where in enumerate(GENERAL, start=1):
                yield Hint(f"general/{where}", where, 0, place, len(GENERAL))


def _hint(field: HintField, scenario: Scenario, place: int, places: int) -> Hint:
    rounds = [meeting.id for meeting in scenario.rounds]
    term = _term(field.term, scenario) if field.term is not None else None
    at = rounds.index(field.round)
    return Hint(field.id, field.where, at, place, places, field.text, term)


def _term(field: TermField, scenario: Scenario) -> Term:
    options = [option.id for option in scenario.issue(field.issue).options]
    return Term(Slot(field.issue, field.giver), options.index(field.option))
