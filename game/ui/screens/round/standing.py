"""Relations with a delegation: walked out or slighted, waiting deals, an answer to sign."""

from __future__ import annotations

from game.desk.wording import Words
from game.negotiation.model.actions import TalkPrivately
from game.negotiation.model.state import Conditional
from game.negotiation.seats.observation import Observation, PartyView
from game.ui.screens.common.play import GameScreen
from game.ui.screens.dossier.other_home import heard_closer
from game.ui.widgets.controls import Button
from game.ui.widgets.strip import strip
from game.ui.widgets.widget import Widget


def has_something_to_sign(party: PartyView) -> bool:
    """Return True if its counter-offer or the chair's card can be signed in this round."""
    return party.counter is not None or party.what_if is not None


def deals_with(view: Observation, delegation: str) -> tuple[Conditional, ...]:
    """Return the deals with a delegation that wait for another one's part."""
    return tuple(deal for deal in view.conditional if deal.delegation == delegation)


def deals_waiting_for(view: Observation, delegation: str) -> tuple[Conditional, ...]:
    """Return the deals with others that wait for this delegation's part."""
    return tuple(deal for deal in view.conditional if deal.provided.slot.giver == delegation)


def standing_facts(words: Words, view: Observation, party: PartyView) -> list[tuple[str, str]]:
    """Return what is out of the way with a delegation, each sentence with its colour."""
    texts = words.texts
    lines: list[tuple[str, str]] = []
    if party.walked_out:
        lines.append((texts("standing.gone", party=party.name), "bad"))
    elif party.slights:
        lines.append((slights(words, party, "standing.slights"), "warn"))
    if party.what_if is not None:
        lines.append((texts("standing.card"), "good"))
    lines += [(words.waits(deal), "warn") for deal in deals_with(view, party.id)]
    lines += [
        (
            texts(
                "standing.holds_up",
                other=words.party(deal.delegation),
                issue=words.issue(deal.provided.slot.issue),
                option=words.option(deal.provided.slot, deal.provided.option),
            ),
            "warn",
        )
        for deal in deals_waiting_for(view, party.id)
    ]
    return lines


def slights(words: Words, party: PartyView, key: str) -> str:
    """Return how many offers in a row gave a delegation nothing, and how many make it leave."""
    limit = words.public.delegation(party.id).walks_out_after
    return words.texts(key, party=party.name, n=party.slights, limit=limit)


def standing_strips(screen: GameScreen, party: PartyView) -> list[Widget]:
    """Build strips for a screen of one delegation: that it is gone, or that it may go."""
    texts = screen.texts
    if party.walked_out:
        text = texts("standing.gone.about", party=party.name)
        return [strip("exit", text, "bad", [talk_button(screen, party)])]
    if party.slights:
        text = slights(screen.words, party, "standing.slights.about")
        return [strip("warning", text, "warn")]
    return []


def asks_again_in(view: Observation) -> int | None:
    """Return the round in which a delegation that answered can be asked again; None if in none."""
    return view.round + 1 if view.round + 1 < view.rounds else None


def when_again(screen: GameScreen, delegation: str) -> str:
    """One offer a round to each: when the next one can be put to a delegation."""
    after = asks_again_in(screen.session.view)
    if after is None:
        return screen.texts("reply.again.never")
    party, day = screen.words.party(delegation), screen.words.day(after)
    return screen.texts("reply.again", party=party, day=day)


def talk_button(screen: GameScreen, party: PartyView) -> Button:
    """Brings back a delegation that has left, for one action."""
    none_left = "" if screen.session.view.actions_left else screen.texts("table.no_actions")
    return Button(
        screen.texts("standing.talk"),
        lambda: talk_privately(screen, party.id),
        icon="talk",
        letter="p",
        why_not=none_left,
        tip=screen.texts("hub.tip.talk"),
        key="talk",
    )


def talk_privately(screen: GameScreen, delegation: str) -> None:
    """Talk without cameras, and say what it brought."""
    before = screen.session.view.party(delegation).home
    events = screen.submit(TalkPrivately(delegation))
    if events is not None:
        now = screen.session.view.party(delegation).home
        screen.tell(events, heard_closer(screen.words, before, now))
