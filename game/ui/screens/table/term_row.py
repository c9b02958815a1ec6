"""One term of the deal table: its issue, a stepper over its options, and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desk.fact import Fact
from game.desk.sourced import about
from game.desk.term_facts import TermFacts
from game.desk.term_keys import stepper_key, term_key
from game.negotiation.model.scenario import Domain, Issue, Slot
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.paint.theme import Ink
from game.ui.screens.table.pair_notes import pair_notes
from game.ui.widgets.boxes import AsTall, Column, Row
from game.ui.widgets.controls import Stepper, Steps
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget

DOMAIN_ICONS: dict[Domain, IconName] = {
    Domain.CLIMATE: "climate",
    Domain.FINANCE: "finance",
    Domain.TRADE: "trade",
    Domain.DIPLOMACY: "diplomacy",
}


@dataclass(frozen=True)
class TermRow:
    """The inputs of a row: the notes on the terms of its table.

    is_brief: leave out what the issue is about, which the tip of its title says too
    """

    facts: TermFacts
    is_brief: bool = False

    def widget(self, slot: Slot, colour: Ink, on_change: Callable[[int], object]) -> Widget:
        """Return the row of a slot; `on_change` hears of the option that is stepped to."""
        facts, draft = self.facts, self.facts.draft
        issue, at = facts.words.public.issue(slot.issue), draft.option(slot)
        changed, promise = draft.is_changed(slot), facts.promised(slot)
        title = Label(issue.title, Role.STRONG, grow=1, tip=issue.about, entry=about(issue.id))
        highest = draft.deepest[slot] if draft.may_deepen(slot) or changed else at
        stepper = Stepper(
            Steps(at, len(issue.options) - 1, draft.agreed[slot], highest),
            on_change,
            colour=colour,
            key=stepper_key(slot),
            tip="\n".join(facts.options_told(slot)),
            checked=promise.term.option if promise is not None else None,
        )
        rows: list[Widget] = [
            Row([Icon(DOMAIN_ICONS[issue.domain], 20), title], gap=8, align="top"),
        ]
        if not self.is_brief:
            rows.append(Label(issue.about, Role.SMALL, "muted"))
        rows.append(self._stands(issue, at, colour if changed else "muted"))
        if promise is not None:
            rows.append(_promised(facts.promise_told(promise)))
        rows.append(stepper)
        rows.append(self._room_for_notes(slot, at))
        rows += pair_notes(facts.words, facts.view, slot, draft)
        return Column(rows, gap=4, key=term_key(slot), together=True)

    def _room_for_notes(self, slot: Slot, at: int) -> Widget:
        """Show the notes on an option, in room for those of any: the rows below never move."""

        def shown(option: int, *, is_composed: bool) -> Widget:
            notes = self.facts.about(slot, option, is_composed=is_composed)
            return Column([Label(note.text, Role.SMALL, note.tone) for note in notes])

        draft = self.facts.draft
        options = range(draft.agreed[slot], draft.deepest[slot] + 1)
        return AsTall(
            shown(at, is_composed=bool(draft.package)),
            *(shown(option, is_composed=True) for option in options),
        )

    def _stands(self, issue: Issue, at: int, ink: Ink) -> Widget:
        """Return the option it stands at, in room for any of them.

        The stepper below does not move.
        """
        stands = Label(issue.options[at].label, Role.BODY, ink)
        return AsTall(stands, *(Label(option.label, Role.BODY) for option in issue.options))


def _promised(fact: Fact) -> Widget:
    sign = Icon("check", 14, fact.tone)
    return Row([sign, Label(fact.text, Role.SMALL, fact.tone, grow=1)], gap=6, align="top")
