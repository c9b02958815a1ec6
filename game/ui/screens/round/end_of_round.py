"""Ends a round, and first names whatever would lapse or break."""

from __future__ import annotations

from game.desk.on_offer import best_to_sign, on_offer
from game.desk.relations import has_something_to_sign
from game.negotiation.model.actions import Hold
from game.negotiation.seats.observation import PartyView
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.play import GameScreen
from game.ui.screens.round import actions_menu as ways
from game.ui.widgets.controls import Button


def answers_waiting(screen: GameScreen) -> list[tuple[int, PartyView]]:
    """Return the delegations whose counter-offer or card can be signed, with their index."""
    parties = enumerate(screen.session.view.parties)
    return [(place, party) for place, party in parties if has_something_to_sign(party)]


def ask_to_end(screen: GameScreen) -> None:
    """End the round; ask before where something would be lost, broken or left unused by it."""
    waiting, left = answers_waiting(screen), screen.session.view.actions_left
    breaking = _breaking(screen)
    if not (waiting or left or breaking):
        _end(screen)
        return
    texts = screen.texts
    title = texts("hub.hold.sure", n=left) if left else texts("ending.sure")
    against = {party.id: _against(screen, party) for _, party in waiting}
    sound = [party for party, why in against.items() if not why]
    answers = {party.id: _way_to(screen, place, party) for place, party in waiting}
    end = Button(texts("hub.hold"), lambda: _end(screen), icon="hold", key="hold")
    lines = [*breaking, *_lapsing(screen), *_closing(screen)]
    lines += [
        texts("ending.caution", party=screen.words.party(party), why=why)
        for party, why in against.items()
        if why
    ]
    if not lines:
        lines = [texts("hub.hold.closing_none")]
    asked = Notice(screen.stage, screen, title, lines, [*answers.values(), end])
    likely = answers[sound[0]] if sound else None if breaking else end
    if likely is not None:
        likely.kind = "main"
    asked.first_focus = likely.key if likely is not None else "close"
    screen.stage.show(asked)


def _breaking(screen: GameScreen) -> list[str]:
    """Say that own promises fall due and would not pass at home; nothing if they would."""
    view = screen.session.view
    due = [
        promise
        for promise in view.ledger
        if promise.term.slot.giver == view.you and promise.is_settled_by(view.round)
    ]
    if not due or view.home.passes:
        return []
    return [
        screen.texts(
            "ending.breaks",
            n=len(due),
            body=view.home.body,
            votes=screen.words.votes(view.home.votes, view.home.pass_mark),
            mark=screen.words.mark(view.home.pass_mark),
        )
    ]


def _against(screen: GameScreen, party: PartyView) -> str:
    """Return what speaks against signing what it offers, on the own side; "" for nothing."""
    provided = party.last_reply.provided if party.last_reply is not None else None
    offers = on_offer(screen.session, screen.words, party.id, provided)
    return "" if best_to_sign(offers) else offers[0].cautions[0].text


def _lapsing(screen: GameScreen) -> list[str]:
    """Whose counter-offers and chair's cards lapse, and that signing is free."""
    texts, parties = screen.texts, screen.session.view.parties
    counters = [party.name for party in parties if party.counter is not None]
    cards = [party.name for party in parties if party.what_if is not None]
    lines = [
        texts(f"ending.{what}", n=len(names), parties=texts.listed(names))
        for what, names in (("counters", counters), ("cards", cards))
        if names
    ]
    return [*lines, texts("ending.sign")] if lines else []


def _closing(screen: GameScreen) -> list[str]:
    session = screen.session
    closing = session.closing_issues(session.view.round)
    if not closing:
        return []
    issues = screen.texts.listed(screen.words.issue(issue) for issue in closing)
    return [screen.texts("hub.hold.closing", issues=issues)]


def _way_to(screen: GameScreen, place: int, party: PartyView) -> Button:
    return Button(
        screen.texts("ending.see", party=party.name),
        lambda: ways.to_answer(screen, party.id),
        icon="talk",
        key=f"answer{place}",
    )


def _end(screen: GameScreen) -> None:
    if screen.submit(Hold()) is not None:
        ways.after_round(screen)
