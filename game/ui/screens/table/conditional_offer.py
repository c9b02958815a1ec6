"""Makes an offer conditional on a third delegation's promise, in three steps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.desk.conditions import possible_conditions
from game.negotiation.model.scenario import Slot, Term
from game.ui.screens.common.choose import Choice, Choose
from game.ui.screens.common.play import GameScreen

Chosen = Callable[[Term], None]


def choose_condition(screen: GameScreen, delegation: str, then: Chosen) -> None:
    """Ask which third delegation, what it would give, and how far; then return with the term."""
    terms = possible_conditions(screen.session.public, screen.session.view, delegation)
    texts, words = screen.texts, screen.words

    def choose_issue(giver: str) -> None:
        slots = dict.fromkeys(term.slot for term in terms if term.slot.giver == giver)
        choices = [
            Choice(
                words.issue(slot.issue),
                partial(choose_option, slot),
                screen.session.public.issue(slot.issue).about,
            )
            for slot in slots
        ]
        ask("condition.choose.issue", choices, party=words.party(giver))

    def choose_option(slot: Slot) -> None:
        choices = [
            Choice(words.option(slot, term.option), partial(done, term))
            for term in terms
            if term.slot == slot
        ]
        ask("condition.choose.option", choices, slot=words.slot(slot))

    def done(term: Term) -> None:
        screen.stage.show(screen)
        then(term)

    def ask(key: str, choices: list[Choice], **named: str) -> None:
        title, about = texts(key), texts(f"{key}.about", **named)
        screen.stage.show(Choose(screen.stage, screen, title, choices, about))

    choices = [
        Choice(words.party(giver), partial(choose_issue, giver))
        for giver in dict.fromkeys(term.slot.giver for term in terms)
    ]
    ask("condition.choose.party", choices, party=words.party(delegation))
