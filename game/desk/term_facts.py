"""Notes on a term while you compose: red lines, doors, promises to others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.desk.draft import Draft
from game.desk.fact import Fact
from game.desk.tested_lines import is_found_bluff
from game.desk.wording import Wording
from game.negotiation.model.ledger import Promise, PromiseStatus
from game.negotiation.model.scenario import RedLine, Slot, Term
from game.negotiation.seats.observation import Observation

OptionOf = Callable[[Slot], int]


@dataclass(frozen=True)
class TermFacts:
    """The notes on a delegation's table, as the player sees it, with the draft on it."""

    words: Wording
    view: Observation
    delegation: str
    draft: Draft

    def about(self, slot: Slot, option: int, *, is_composed: bool) -> list[Fact]:
        """Return what is known about an option: what is agreed, lines named, when its door closes.

        is_composed: some term is on the table, so that a line left behind counts
        """
        found = (
            self._agreed(slot),
            self._their_line(slot, option) if option else None,
            self._own_line(slot, option) if option or is_composed else None,
            self._due(slot, option),
            self._door(slot),
        )
        return [fact for fact in found if fact is not None]

    def promised(self, slot: Slot) -> Promise | None:
        """Return the deepest promise of the slot to anyone but who would receive it here."""
        to = self.delegation if slot.giver == self.view.you else self.view.you
        return promised_elsewhere(self.view, slot, to)

    def promise_told(self, promise: Promise) -> Fact:
        """Tell a term that is promised to another party: giving it here too costs nothing more."""
        slot = promise.term.slot
        key = "table.promised" if slot.giver == self.view.you else "table.promised.theirs"
        option, other = self.words.option(slot, promise.term.option), self.words.party(promise.to)
        return Fact(self.words.texts(key, option=option, other=other), "good")

    def options_told(self, slot: Slot) -> tuple[str, ...]:
        """Name every option of a term, the shallowest first, with what holds of it."""
        options = self.words.public.issue(slot.issue).options
        return tuple(self._option_told(slot, place) for place in range(len(options)))

    def _option_told(self, slot: Slot, option: int) -> str:
        texts = self.words.texts
        key = "table.option.here" if option == self.draft.option(slot) else "table.option"
        said = texts(key, place=option + 1, option=self.words.option(slot, option))
        holding = self._holding(slot, option)
        if not holding:
            return said
        return texts("table.option.facts", said=said, facts=texts.listed(holding))

    def _holding(self, slot: Slot, option: int) -> list[str]:
        """Return what holds of one option: agreed, promised to another, out of reach."""
        texts, promise = self.words.texts, self.promised(slot)
        holding = []
        if option and option == self.draft.agreed[slot]:
            holding.append(texts("table.option.agreed"))
        if promise is not None and option == promise.term.option:
            other = self.words.party(promise.to)
            holding.append(texts("table.option.promised", other=other))
        if option > self.draft.deepest[slot]:
            holding.append(texts("table.option.barred"))
        return holding

    def _agreed(self, slot: Slot) -> Fact | None:
        agreed = self.draft.agreed[slot]
        if not agreed:
            return None
        texts, option = self.words.texts, self.words.option(slot, agreed)
        if self.view.party(self.delegation).agreed.option(slot) >= agreed:
            return Fact(texts("table.agreed", option=option), "good")
        to = (p.to for p in self.view.ledger.standing if p.term == Term(slot, agreed))
        parties = texts.listed(self.words.party(party) for party in dict.fromkeys(to))
        return Fact(texts("table.stands", option=option, parties=parties), "good")

    def _their_line(self, slot: Slot, option: int) -> Fact | None:
        """Return the line that the delegation has named and the option crosses, or its bluff."""
        party = self.view.party(self.delegation)
        line = crossed_line(party.stated_lines, slot, option)
        if line is None:
            return None
        name, texts = self.words.party(self.delegation), self.words.texts
        if is_found_bluff(line, party.learned):
            return Fact(texts("table.said.bluff", party=name, said=line.said), "muted")
        return Fact(texts("table.said", party=name, said=line.said), "bad")

    def _own_line(self, slot: Slot, option: int) -> Fact | None:
        line = crossed_line(self.view.own.red_lines, slot, option)
        if line is None:
            return None
        return Fact(self.words.texts("table.own_line", said=line.said), "bad")

    def _due(self, slot: Slot, option: int) -> Fact | None:
        """Return when the player's home votes on what is given here."""
        if slot.giver != self.view.you or option == self.draft.agreed[slot]:
            return None
        due, now = self.words.public.issue(slot.issue).due, self.view.round
        key = "table.due.later" if due > now else "table.due"
        return Fact(self.words.texts(key, day=self.words.day(max(due, now))), "muted")

    def _door(self, slot: Slot) -> Fact | None:
        if self.words.public.issue(slot.issue).closes != self.view.round:
            return None
        return Fact(self.words.texts("table.closes_now"), "warn")


def crossed_line(lines: Sequence[RedLine], slot: Slot, option: int) -> RedLine | None:
    """Return the line that an option of a slot would cross."""
    crossed = (line for line in lines if line.slot == slot and line.is_crossed_by(option))
    return next(crossed, None)


def own_lines_crossed(view: Observation, slots: Sequence[Slot], at: OptionOf) -> list[RedLine]:
    """Return the player's own red lines that an agreement would cross."""
    found = (crossed_line(view.own.red_lines, slot, at(slot)) for slot in slots)
    return [line for line in found if line is not None]


def promised_elsewhere(view: Observation, slot: Slot, to: str) -> Promise | None:
    """Return the deepest promise of a slot to anyone but one party, broken ones left out."""
    others = (
        promise
        for promise in view.ledger
        if promise.term.slot == slot
        and promise.to != to
        and promise.status is not PromiseStatus.BROKEN
    )
    return max(others, key=lambda promise: promise.term.option, default=None)
