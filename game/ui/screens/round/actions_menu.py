"""The menus of the round: collect what an action needs, then submit it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.desk.soundings import learned_lines
from game.negotiation.model.actions import (
    Action,
    PressInPublic,
    Probe,
    SeekBacking,
    TalkPrivately,
    TieHands,
)
from game.negotiation.model.scenario import Issue, Slot
from game.ui.screens.common.choose import Choice, Choose
from game.ui.screens.common.play import GameScreen
from game.ui.screens.common.standing_strips import talk_privately
from game.ui.screens.dossier.dossier_screen import DossierScreen
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.evidence_screen import EvidenceScreen
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.ledger_screen import LedgerScreen
from game.ui.screens.round.plenary_screen import PlenaryScreen
from game.ui.screens.shell.settings_screen import SettingsScreen
from game.ui.screens.table.table_screen import TableScreen

Way = Callable[[GameScreen], None]


def to_table(screen: GameScreen, delegation: str) -> None:
    """Sit down with a delegation."""
    screen.stage.show(TableScreen(screen.stage, screen.play, delegation))


def to_dossier(screen: GameScreen, delegation: str) -> None:
    """Read what is known of a delegation."""
    screen.stage.show(DossierScreen(screen.stage, screen.play, delegation))


def to_answer(screen: GameScreen, delegation: str) -> None:
    """Show an answer that can still be signed."""
    now = screen.session.now
    screen.stage.show(ReplyScreen(screen.stage, screen.play, delegation, now))


def to_home(screen: GameScreen) -> None:
    """See who votes at home."""
    screen.stage.show(HomeScreen(screen.stage, screen.play))


def to_ledger(screen: GameScreen) -> None:
    """See what was promised."""
    screen.stage.show(LedgerScreen(screen.stage, screen.play))


def to_cable(screen: GameScreen) -> None:
    """Read the cable of this round again."""
    screen.stage.show(CableScreen(screen.stage, screen.play))


def to_evidence(screen: GameScreen) -> None:
    """Open the page on the model behind the chart."""
    screen.stage.show(EvidenceScreen(screen.stage, screen.play, screen))


def to_settings(screen: GameScreen) -> None:
    """Set how the game looks, sounds and speaks, and come back."""
    screen.stage.show(SettingsScreen(screen.stage, screen))


def to_words(screen: GameScreen) -> None:
    """Look a word up."""
    screen.stage.look_up()


def after_round(screen: GameScreen) -> None:
    """Show what follows when a round has ended: the next cable, or the plenary."""
    following = PlenaryScreen if screen.session.view.finished else CableScreen
    screen.stage.show(following(screen.stage, screen.play))


def probe(screen: GameScreen) -> None:
    """Ask with whom and about what, then probe."""
    texts = screen.texts

    def about(delegation: str) -> None:
        choices = [
            Choice(
                screen.words.slot(probe.slot),
                partial(do, probe),
                why_not=_why_not(screen, probe),
            )
            for probe in _probes(screen, delegation)
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

    _ask_delegation(screen, about, partial(_probes, screen))


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
        _ask_issue(screen, _calls(screen, delegation), screen.texts("hub.tip.press"))

    about, whom = screen.texts("hub.tip.press"), screen.texts("choose.whom")
    _ask_delegation(screen, on, partial(_calls, screen), about, whom)


def seek_backing(screen: GameScreen) -> None:
    """Ask whom and on what, then ask for backing."""

    def on(delegation: str) -> None:
        _ask_issue(screen, _requests(screen, delegation), screen.texts("hub.tip.backing"))

    about, whom = screen.texts("hub.tip.backing"), screen.texts("choose.whom")
    _ask_delegation(screen, on, partial(_requests, screen), about, whom)


def tie_hands(screen: GameScreen) -> None:
    """Ask on what and how far, then say it in public."""

    def how_far(issue: Issue) -> None:
        choices = [
            Choice(
                issue.options[tie.option].label,
                partial(_do, screen, tie),
                why_not=_why_not(screen, tie),
            )
            for tie in _limits(screen, issue)
        ]
        _ask(screen, screen.texts("choose.option"), choices)

    choices = [
        Choice(
            issue.title,
            partial(how_far, issue),
            issue.about,
            _nothing_left(screen, _limits(screen, issue)),
        )
        for issue in _own_issues(screen)
    ]
    _ask(screen, screen.texts("choose.issue"), choices, screen.texts("hub.tip.tie"))


def may_seek_backing(screen: GameScreen) -> bool:
    """Tell if any delegation can be asked to back what is asked of a third one."""
    return _may_any(screen, partial(_requests, screen))


def may_press(screen: GameScreen) -> bool:
    """Tell if any delegation can be called on in public now."""
    return _may_any(screen, partial(_calls, screen))


def may_probe(screen: GameScreen) -> bool:
    """Tell if there is anything left to sound anyone out on."""
    return _may_any(screen, partial(_probes, screen))


def may_tie_hands(screen: GameScreen) -> bool:
    """Tell if there is an own issue on which nothing is said in public yet."""
    return any(_is_any_allowed(screen, _limits(screen, issue)) for issue in _own_issues(screen))


def _probes(screen: GameScreen, delegation: str) -> list[Probe]:
    """Return what a delegation can be sounded out on: what can still be agreed with it."""
    slots = screen.session.public.slots_between(screen.play.you, delegation)
    return [Probe(delegation, slot) for slot in slots if _may_come_up(screen, slot.issue)]


def _calls(screen: GameScreen, delegation: str) -> list[PressInPublic]:
    """Return what a delegation can be called on in public to give."""
    given = [issue for issue in _open(screen) if delegation in issue.givers]
    return [PressInPublic(delegation, issue.id) for issue in given]


def _requests(screen: GameScreen, delegation: str) -> list[SeekBacking]:
    """Return the open issues of which neither that delegation nor the player is the only giver."""
    own = (delegation, screen.play.you)
    return [
        SeekBacking(delegation, issue.id)
        for issue in _open(screen)
        if any(giver not in own for giver in issue.givers)
    ]


def _own_issues(screen: GameScreen) -> list[Issue]:
    return [
        issue
        for issue in screen.session.public.issues
        if screen.play.you in issue.givers and _may_come_up(screen, issue.id)
    ]


def _limits(screen: GameScreen, issue: Issue) -> list[TieHands]:
    """Return how far one could say that one will go; the deepest option ties nothing."""
    slot = Slot(issue.id, screen.play.you)
    return [TieHands(slot, option) for option in range(len(issue.options) - 1)]


def _may_come_up(screen: GameScreen, issue: str) -> bool:
    """Tell if an issue can still be agreed, now or once its door opens."""
    view = screen.session.view
    return issue in view.open_issues or screen.session.public.issue(issue).opens > view.round


def _open(screen: GameScreen) -> list[Issue]:
    is_open = screen.session.view.open_issues
    return [issue for issue in screen.session.public.issues if issue.id in is_open]


def _may_any(screen: GameScreen, actions: Callable[[str], Sequence[Action]]) -> bool:
    parties = screen.session.view.parties
    return any(_is_any_allowed(screen, actions(party.id)) for party in parties)


def _is_any_allowed(screen: GameScreen, actions: Sequence[Action]) -> bool:
    return any(screen.session.refusal(action) is None for action in actions)


def _why_not(screen: GameScreen, action: Action) -> str:
    """Say why the rules refuse an action now; "" where they do not."""
    refusal = screen.session.refusal(action)
    return "" if refusal is None else screen.words.not_allowed(refusal)


def _nothing_left(screen: GameScreen, actions: Sequence[Action]) -> str:
    """Say that none of some actions is allowed now: their own reason where they share one."""
    if _is_any_allowed(screen, actions):
        return ""
    refusals = {_why_not(screen, action) for action in actions}
    return refusals.pop() if len(refusals) == 1 else screen.texts("choose.nothing")


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
            why_not=_nothing_left(screen, actions(party.id)),
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
            _why_not(screen, action),
        )
        for action in actions
    ]
    _ask(screen, screen.texts("choose.issue"), choices, about)


def _ask(screen: GameScreen, title: str, choices: Sequence[Choice], about: str = "") -> None:
    """Ask also where there is only one thing to choose: it says what the action is about."""
    screen.stage.show(Choose(screen.stage, screen, title, choices, about))
