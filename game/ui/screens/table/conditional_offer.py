"""Makes an offer conditional on a third delegation's promise, in three steps."""

from __future__ import annotations

from collections.abc import Callable

from game.negotiation.model.scenario import Slot, Term
from game.negotiation.seats.observation import Observation
from game.session.public_game import PublicGame
from game.ui.screens.common.choose import Choice, Choose
from game.ui.screens.common.play import GameScreen

Chosen = Callable[[Term], None]


def possible(public: PublicGame, view: Observation, delegation: str) -> tuple[Term, ...]:
    """Every term that an offer to a delegation may hang on now, in the level's order."""
    met = view.ledger.deepest
    return tuple(
        Term(Slot(issue.id, giver), option)
        for issue in public.issues
        if issue.id in view.open_issues
        for giver in issue.givers
        if giver not in (public.you, delegation)
        for option in range(met.option(Slot(issue.id, giver)) + 1, len(issue.options))
    )


def choose_condition(screen: GameScreen, delegation: str, then: Chosen) -> None:
    """Ask which third delegation, what it would give, and how far; then return with the term."""
    terms = possible(screen.session.public, screen.session.view, delegation)
    texts, words = screen.texts, screen.words

    def choose_issue(giver: str) -> None:
        slots = dict.fromkeys(term.slot for term in terms if term.slot.giver == giver)
        choices = [
            Choice(
                words.issue(slot.issue),
                lambda s=slot: choose_option(s),  # type: ignore[misc]
                screen.session.public.issue(slot.issue).about,
            )
            for slot in slots
        ]
        ask("condition.choose.issue", choices, party=words.party(giver))

    def choose_option(slot: Slot) -> None:
        choices = [
            Choice(words.option(slot, term.option), lambda t=term: done(t))  # type: ignore[misc]
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
        Choice(words.party(giver), lambda g=giver: choose_issue(g))  # type: ignore[misc]
        for giver in dict.fromkeys(term.slot.giver for term in terms)
    ]
    ask("condition.choose.party", choices, party=words.party(delegation))
