"""One term of the deal table: its issue, a stepper over its options, and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desk.draft import Draft
from game.desk.sourced import about
from game.desk.term_keys import stepper_key, term_key
from game.desk.tested_lines import is_found_bluff
from game.desk.wording import Words
from game.negotiation.model.ledger import Promise, PromiseStatus
from game.negotiation.model.scenario import Issue, Slot
from game.negotiation.seats.observation import Observation
from game.ui.paint.fonts import Role
from game.ui.screens.table.term_notes import crossed_line, pair_notes
from game.ui.widgets.boxes import AsTall, Column, Row
from game.ui.widgets.controls import Stepper, Steps
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget


@dataclass(frozen=True)
class TermRow:
    """The inputs of a row: its table, as the player sees it, and the draft on it.

    is_brief: leave out what the issue is about, which the tip of its title says too
    """

    words: Words
    view: Observation
    delegation: str
    draft: Draft
    is_brief: bool = False

    def widget(self, slot: Slot, colour: str, on_change: Callable[[int], object]) -> Widget:
        """Return the row of a slot; `on_change` hears of the option that is stepped to."""
        words, draft = self.words, self.draft
        issue, at = words.public.issue(slot.issue), draft.option(slot)
        changed, promise = (
            draft.is_changed(slot),
            promised_elsewhere(self.view, slot, self._to(slot)),
        )
        title = Label(issue.title, Role.STRONG, grow=1, tip=issue.about, entry=about(issue.id))
        highest = draft.deepest[slot] if draft.may_deepen(slot) or changed else at
        stepper = Stepper(
            Steps(at, len(issue.options) - 1, draft.agreed[slot], highest),
            on_change,
            colour=colour,
            key=stepper_key(slot),
            tip=self._options(issue, slot, promise),
            checked=promise.term.option if promise is not None else None,
        )
        rows: list[Widget] = [
            Row([Icon(issue.domain, 20), title], gap=8, align="top"),
        ]
        if not self.is_brief:
            rows.append(Label(issue.about, Role.SMALL, "muted"))
        rows.append(self._stands(issue, at, colour if changed else "muted"))
        if promise is not None:
            rows.append(self._promised(promise))
        rows.append(stepper)
        rows.append(self._room_for_notes(slot, at))
        rows += pair_notes(words, self.view, slot, draft)
        return Column(rows, gap=4, key=term_key(slot), together=True)

    def _room_for_notes(self, slot: Slot, at: int) -> Widget:
        """Show the notes on an option, in room for those of any: the rows below never move."""

        def shown(option: int, *, is_composed: bool) -> Widget:
            notes = self._notes(slot, option, is_composed)
            return Column([Label(text, Role.SMALL, ink) for text, ink in notes])

        options = range(self.draft.agreed[slot], self.draft.deepest[slot] + 1)
        return AsTall(
            shown(at, is_composed=bool(self.draft.package)),
            *(shown(option, is_composed=True) for option in options),
        )

    def _stands(self, issue: Issue, at: int, ink: str) -> Widget:
        """Return the option it stands at, in room for any of them.

        The stepper below does not move.
        """
        stands = Label(issue.options[at].label, Role.BODY, ink)
        return AsTall(stands, *(Label(option.label, Role.BODY) for option in issue.options))

    def _to(self, slot: Slot) -> str:
        """Who would receive what the slot gives."""
        return self.delegation if slot.giver == self.view.you else self.view.you

    def _promised(self, promise: Promise) -> Widget:
        """Return a term that is promised to another party.

        Giving it here too costs nothing more.
        """
        words, slot = self.words, promise.term.slot
        key = "table.promised" if slot.giver == self.view.you else "table.promised.theirs"
        option = words.option(slot, promise.term.option)
        text = words.texts(key, option=option, other=words.party(promise.to))
        sign = Icon("check", 14, "good")
        return Row([sign, Label(text, Role.SMALL, "good", grow=1)], gap=6, align="top")

    def _options(self, issue: Issue, slot: Slot, promise: Promise | None) -> str:
        """Every option of a term by name, one below the other, with what holds of it."""
        texts, draft = self.words.texts, self.draft
        lines = []
        for place, option in enumerate(issue.options):
            facts = []
            if place and place == draft.agreed[slot]:
                facts.append(texts("table.option.agreed"))
            if promise is not None and place == promise.term.option:
                other = self.words.party(promise.to)
                facts.append(texts("table.option.promised", other=other))
            if place > draft.deepest[slot]:
                facts.append(texts("table.option.barred"))
            here = place == draft.option(slot)
            key = "table.option.here" if here else "table.option"
            said = texts(key, place=place + 1, option=option.label)
            lines.append(
                texts("table.option.facts", said=said, facts=texts.listed(facts)) if facts else said
            )
        return "\n".join(lines)

    def _notes(self, slot: Slot, option: int, is_composed: bool) -> list[tuple[str, str]]:
        """Return what is known about a term: what is agreed, when its door closes, lines named.

        is_composed: some term is on the table, so that a line left behind counts
        """
        notes: list[tuple[str, str]] = []
        texts, view = self.words.texts, self.view
        if self.draft.agreed[slot]:
            label = self.words.option(slot, self.draft.agreed[slot])
            notes.append((texts("table.agreed", option=label), "good"))
        lines = view.party(self.delegation).stated_lines
        line = crossed_line(lines, slot, option) if option else None
        if line is not None:
            party = self.words.party(self.delegation)
            is_bluff = is_found_bluff(line, view.party(self.delegation).learned)
            key, ink = ("table.said.bluff", "muted") if is_bluff else ("table.said", "bad")
            notes.append((texts(key, party=party, said=line.said), ink))
        own = crossed_line(view.own.red_lines, slot, option)
        if own is not None and (option or is_composed):
            notes.append((texts("table.own_line", said=own.said), "bad"))
        if slot.giver == view.you and option != self.draft.agreed[slot]:
            notes.append((self._due(slot), "muted"))
        if self.words.public.issue(slot.issue).closes == view.round:
            notes.append((texts("table.closes_now"), "warn"))
        return notes

    def _due(self, slot: Slot) -> str:
        """When the player's home votes on what is given here."""
        due, view = self.words.public.issue(slot.issue).due, self.view
        key = "table.due.later" if due > view.round else "table.due"
        return self.words.texts(key, day=self.words.day(max(due, view.round)))


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
