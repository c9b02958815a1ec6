"""The menus of the round: collect what an action needs, then submit it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.desk.possible_actions import (
    limits,
    own_issues,
    probes,
    public_calls,
    requests_for_backing,
    why_none,
    why_not,
)
from game.desk.soundings import learned_lines
from game.negotiation.model.actions import (
    Action,
    PressInPublic,
    Probe,
    SeekBacking,
    TalkPrivately,
    TieHands,
)
from game.negotiation.model.scenario import Issue
from game.ui.screens.common.choose import Choice, Choose
from game.ui.screens.common.play import GameScreen
from game.ui.screens.common.standing_strips import talk_privately

Way = Callable[[GameScreen], None]


def probe(screen: GameScreen) -> None:
    """Ask with whom and about what, then probe."""
    texts = screen.texts

    def about(delegation: str) -> None:
        choices = [
            Choice(
                screen.words.slot(probe.slot),
                partial(do, probe),
                why_not=why_not(screen.session, screen.words, probe),
            )
            for probe in probes(screen.session, delegation)
        ]
        title = texts("choose.slot", party=screen.words.party(delegation))
        _ask(screen, title, choices, texts("hub.tip.probe"))

    def do(probe: Probe) -> None:
        screen.stage.uncover(screen)
        if screen.submit(probe) is not None:
            view = screen.session.view.party(probe.delegation)
            found = next(each for each in view.learned if each.slot == probe.slot)
            lines = learned_lines(screen.words, view, found)
            party, slot = screen.words.party(probe.delegation), screen.words.about(probe.slot)
            screen.say(texts("game.found", party=party, about=slot), lines)

    _ask_delegation(screen, about, partial(probes, screen.session))


def talk(screen: GameScreen) -> None:
    """Ask which delegation, even if there is only one, then meet it in private."""

    def do(delegation: str) -> None:
        screen.stage.uncover(screen)
        talk_privately(screen, delegation)

    choices = _delegations(screen, do, lambda delegation: [TalkPrivately(delegation)])
    _ask(screen, screen.texts("choose.delegation"), choices, screen.texts("hub.tip.talk"))


def press(screen: GameScreen) -> None:
    """Ask whom and on what, then speak in public."""

    def on(delegation: str) -> None:
        _ask_issue(screen, public_calls(screen.session, delegation), screen.texts("hub.tip.press"))

    about, whom = screen.texts("hub.tip.press"), screen.texts("choose.whom")
    _ask_delegation(screen, on, partial(public_calls, screen.session), about, whom)


def seek_backing(screen: GameScreen) -> None:
    """Ask whom and on what, then ask for backing."""

    def on(delegation: str) -> None:
        _ask_issue(
            screen,
            requests_for_backing(screen.session, delegation),
            screen.texts("hub.tip.backing"),
        )

    about, whom = screen.texts("hub.tip.backing"), screen.texts("choose.whom")
    _ask_delegation(screen, on, partial(requests_for_backing, screen.session), about, whom)


def tie_hands(screen: GameScreen) -> None:
    """Ask on what and how far, then say it in public."""

    def how_far(issue: Issue) -> None:
        choices = [
            Choice(
                issue.options[tie.option].label,
                partial(_do, screen, tie),
                why_not=why_not(screen.session, screen.words, tie),
            )
            for tie in limits(screen.session, issue)
        ]
        _ask(screen, screen.texts("choose.option"), choices)

    choices = [
        Choice(
            issue.title,
            partial(how_far, issue),
            issue.about,
            why_none(screen.session, screen.words, limits(screen.session, issue)),
        )
        for issue in own_issues(screen.session)
    ]
    _ask(screen, screen.texts("choose.issue"), choices, screen.texts("hub.tip.tie"))


def _do(screen: GameScreen, action: PressInPublic | SeekBacking | TieHands) -> None:
    screen.stage.uncover(screen)
    events = screen.submit(action)
    if events is not None:
        screen.tell(events)


def _ask_delegation(
    screen: GameScreen,
    then: Callable[[str], None],
    actions: Callable[[str], Sequence[Action]],
    about: str = "",
    title: str = "",
) -> None:
    """Ask which; where there is only one other delegation, that one it is.

    actions: what could follow for a delegation; it is off where the rules refuse all of that
    """
    choices = _delegations(screen, then, actions)
    if len(choices) == 1:
        choices[0].take()
        return
    _ask(screen, title or screen.texts("choose.delegation"), choices, about)


def _delegations(
    screen: GameScreen,
    then: Callable[[str], None],
    actions: Callable[[str], Sequence[Action]],
) -> list[Choice]:
    return [
        Choice(
            party.name,
            partial(then, party.id),
            why_not=why_none(screen.session, screen.words, actions(party.id)),
        )
        for party in screen.session.view.parties
    ]


def _ask_issue(
    screen: GameScreen, actions: Sequence[PressInPublic | SeekBacking], about: str = ""
) -> None:
    """Ask on which issue; what the rules refuse is off and says why."""
    issues = screen.session.public.issues_by_id
    choices = [
        Choice(
            issues[action.issue].title,
            partial(_do, screen, action),
            issues[action.issue].about,
            why_not(screen.session, screen.words, action),
        )
        for action in actions
    ]
    _ask(screen, screen.texts("choose.issue"), choices, about)


def _ask(screen: GameScreen, title: str, choices: Sequence[Choice], about: str = "") -> None:
    """Ask also where there is only one thing to choose: it says what the action is about."""
    screen.stage.show(Choose(screen.stage, screen, title, choices, about))
