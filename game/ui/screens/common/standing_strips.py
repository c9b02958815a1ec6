"""Strips for a screen of one delegation: that it is gone, or may go; what brings it back."""

from __future__ import annotations

from game.desk.home_abroad import heard_closer
from game.desk.relations import warning_about
from game.negotiation.model.actions import TalkPrivately
from game.negotiation.seats.observation import PartyView
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.controls import Button
from game.ui.widgets.strip import strip
from game.ui.widgets.widget import Widget


def standing_strips(screen: GameScreen, party: PartyView) -> list[Widget]:
    """Build the strip that warns of a delegation's leaving; none where nothing is in the way."""
    warning = warning_about(screen.words, party)
    if warning is None:
        return []
    if party.walked_out:
        return [strip("exit", warning.text, warning.tone, [talk_button(screen, party)])]
    return [strip("warning", warning.text, warning.tone)]


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
