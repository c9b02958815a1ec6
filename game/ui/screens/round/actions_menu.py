"""Ways on from the round: asking for what an action needs, then doing it; opening other screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.negotiation.model.actions import PressInPublic, Probe, SeekBacking, TieHands
from game.negotiation.model.scenario import Issue, Slot
from game.ui.screens.common.choose import Choice, Choose
from game.ui.screens.common.play import GameScreen
from game.ui.screens.dossier.dossier_screen import DossierScreen, learned_lines
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.evidence_screen import EvidenceScreen
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.ledger_screen import LedgerScreen
from game.ui.screens.round.plenary_screen import PlenaryScreen
from game.ui.screens.round.standing import talk_privately
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
    """Back to an answer that can still be signed."""
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
    """See what stands behind the chart."""
    screen.stage.show(EvidenceScreen(screen.stage, screen.play, screen))


def to_settings(screen: GameScreen) -> None:
    """Set how the game looks, sounds and speaks, and come back."""
    screen.stage.show(SettingsScreen(screen.stage, screen))


def to_words(screen: GameScreen) -> None:
    """Look a word up."""
    screen.stage.look_up()


def after_round(screen: GameScreen) -> None:
    """What follows when a round has ended: the next cable, or the plenary."""
    following = PlenaryScreen if screen.session.view.finished else CableScreen
    screen.stage.show(following(screen.stage, screen.play))


def probe(screen: GameScreen) -> None:
    """Ask with whom and about what, then probe."""
    texts = screen.texts

    def about(delegation: str) -> None:
        slots = screen.session.public.slots_between(screen.play.you, delegation)
        choices = [
            Choice(screen.words.slot(slot), lambda s=slot: do(delegation, s))  # type: ignore[misc]
            for slot in slots
            if _may_come_up(screen, slot.issue)
        ]
        _ask(
            screen,
            texts("choose.slot", party=screen.words.party(delegation)),
            choices,
            texts("hub.tip.probe"),
        )

    def do(delegation: str, slot: Slot) -> None:
        screen.stage.uncover(screen)
        if screen.submit(Probe(delegation, slot)) is not None:
            known = screen.session.view.party(delegation).learned
            found = next(each for each in known if each.slot == slot)
            lines = learned_lines(screen.words, delegation, found)
            fields = {"party": screen.words.party(delegation), "about": screen.words.about(slot)}
            screen.say(texts("game.found", **fields), lines)

    _ask_delegation(screen, about)


def talk(screen: GameScreen) -> None:
    """Ask with whom, also where there is only one, then talk without cameras."""

    def do(delegation: str) -> None:
        screen.stage.uncover(screen)
        talk_privately(screen, delegation)

    choices = _delegations(screen, do)
    _ask(screen, screen.texts("choose.delegation"), choices, screen.texts("hub.tip.talk"))


def press(screen: GameScreen) -> None:
    """Ask whom and on what, then speak in public."""

    def on(delegation: str) -> None:
        _ask_issue(
            screen,
            [issue for issue in _open(screen) if delegation in issue.givers],
            lambda issue: _do(screen, PressInPublic(delegation, issue)),
            screen.texts("hub.tip.press"),
        )

    about, whom = screen.texts("hub.tip.press"), screen.texts("choose.whom")
    _ask_delegation(screen, on, about, whom)


def seek_backing(screen: GameScreen) -> None:
    """Ask whom and on what, then ask for backing."""

    def on(delegation: str) -> None:
        _ask_issue(
            screen,
            _of_a_third(screen, delegation),
            lambda issue: _do(screen, SeekBacking(delegation, issue)),
            screen.texts("hub.tip.backing"),
        )

    about, whom = screen.texts("hub.tip.backing"), screen.texts("choose.whom")
    _ask_delegation(screen, on, about, whom)


def may_seek_backing(screen: GameScreen) -> bool:
    """Whether any delegation can be asked to back what is asked of a third one."""
    return any(_of_a_third(screen, party.id) for party in screen.session.view.parties)


def _of_a_third(screen: GameScreen, delegation: str) -> list[Issue]:
    """The open issues in which neither that delegation nor the player is the only giver."""
    own = (delegation, screen.play.you)
    return [issue for issue in _open(screen) if any(giver not in own for giver in issue.givers)]


def _may_come_up(screen: GameScreen, issue: str) -> bool:
    """Whether an issue can still be agreed, now or once its door opens."""
    view = screen.session.view
    return issue in view.open_issues or screen.session.public.issue(issue).opens > view.round


def _open(screen: GameScreen) -> list[Issue]:
    is_open = screen.session.view.open_issues
    return [issue for issue in screen.session.public.issues if issue.id in is_open]


def tie_hands(screen: GameScreen) -> None:
    """Ask on what and how far, then say it in public."""

    def how_far(issue_id: str) -> None:
        slot = Slot(issue_id, screen.play.you)
        options = screen.session.public.issue(issue_id).options[:-1]
        choices = [
            Choice(
                option.label,
                lambda at=place: _do(screen, TieHands(slot, at)),  # type: ignore[misc]
            )
            for place, option in enumerate(options)
        ]
        _ask(screen, screen.texts("choose.option"), choices)

    own = [
        issue
        for issue in screen.session.public.issues
        if screen.play.you in issue.givers and _may_come_up(screen, issue.id)
    ]
    _ask_issue(screen, own, how_far, screen.texts("hub.tip.tie"))


def _do(screen: GameScreen, action: PressInPublic | SeekBacking | TieHands) -> None:
    screen.stage.uncover(screen)
    events = screen.submit(action)
    if events is not None:
        screen.tell(events)


def _ask_delegation(
    screen: GameScreen, then: Callable[[str], None], about: str = "", title: str = ""
) -> None:
    """Ask which; where there is only one other delegation, that one it is."""
    choices = _delegations(screen, then)
    if len(choices) == 1:
        choices[0].take()
        return
    _ask(screen, title or screen.texts("choose.delegation"), choices, about)


def _delegations(screen: GameScreen, then: Callable[[str], None]) -> list[Choice]:
    return [
        Choice(party.name, lambda p=party.id: then(p))  # type: ignore[misc]
        for party in screen.session.view.parties
    ]


def _ask_issue(
    screen: GameScreen, issues: Sequence[Issue], then: Callable[[str], None], about: str = ""
) -> None:
    choices = [
        Choice(issue.title, lambda i=issue.id: then(i), issue.about)  # type: ignore[misc]
        for issue in issues
    ]
    _ask(screen, screen.texts("choose.issue"), choices, about)


def _ask(screen: GameScreen, title: str, choices: Sequence[Choice], about: str = "") -> None:
    """Also where there is only one thing to choose: it says what the action would be about."""
    screen.stage.show(Choose(screen.stage, screen, title, choices, about))
