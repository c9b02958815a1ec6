"""The actions of a round besides an offer, and why one is not allowed now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desk.wording import Wording
from game.negotiation.model.actions import Action, PressInPublic, Probe, SeekBacking, TieHands
from game.negotiation.model.scenario import Issue, Slot
from game.session.session import Session


def may_seek_backing(session: Session) -> bool:
    """Tell if any delegation can be asked to back what is asked of a third one."""
    return _may_any(session, requests_for_backing)


def may_press(session: Session) -> bool:
    """Tell if any delegation can be called on in public now."""
    return _may_any(session, public_calls)


def may_probe(session: Session) -> bool:
    """Tell if there is anything left to sound anyone out on."""
    return _may_any(session, probes)


def may_tie_hands(session: Session) -> bool:
    """Tell if there is an own issue on which nothing is said in public yet."""
    return any(_is_any_allowed(session, limits(session, issue)) for issue in own_issues(session))


def probes(session: Session, delegation: str) -> list[Probe]:
    """Return what a delegation can be sounded out on: what can still be agreed with it."""
    slots = session.public.slots_between(session.public.you, delegation)
    return [Probe(delegation, slot) for slot in slots if _may_come_up(session, slot.issue)]


def public_calls(session: Session, delegation: str) -> list[PressInPublic]:
    """Return what a delegation can be called on in public to give."""
    given = [issue for issue in _open(session) if delegation in issue.givers]
    return [PressInPublic(delegation, issue.id) for issue in given]


def requests_for_backing(session: Session, delegation: str) -> list[SeekBacking]:
    """Return the open issues of which neither that delegation nor the player is the only giver."""
    own = (delegation, session.public.you)
    return [
        SeekBacking(delegation, issue.id)
        for issue in _open(session)
        if any(giver not in own for giver in issue.givers)
    ]


def own_issues(session: Session) -> list[Issue]:
    """Return the issues on which the player gives and that can still be agreed."""
    return [
        issue
        for issue in session.public.issues
        if session.public.you in issue.givers and _may_come_up(session, issue.id)
    ]


def limits(session: Session, issue: Issue) -> list[TieHands]:
    """Return how far one could say that one will go; the deepest option ties nothing."""
    slot = Slot(issue.id, session.public.you)
    return [TieHands(slot, option) for option in range(len(issue.options) - 1)]


def why_not(session: Session, words: Wording, action: Action) -> str:
    """Say why the rules refuse an action now; "" where they do not."""
    refusal = session.refusal(action)
    return "" if refusal is None else words.not_allowed(refusal)


def why_none(session: Session, words: Wording, actions: Sequence[Action]) -> str:
    """Say that none of some actions is allowed now: their own reason where they share one."""
    if _is_any_allowed(session, actions):
        return ""
    refusals = {why_not(session, words, action) for action in actions}
    return refusals.pop() if len(refusals) == 1 else words.texts("choose.nothing")


def _may_come_up(session: Session, issue: str) -> bool:
    """Tell if an issue can still be agreed, now or once its door opens."""
    view = session.view
    return issue in view.open_issues or session.public.issue(issue).opens > view.round


def _open(session: Session) -> list[Issue]:
    is_open = session.view.open_issues
    return [issue for issue in session.public.issues if issue.id in is_open]


def _may_any(session: Session, actions: Callable[[Session, str], Sequence[Action]]) -> bool:
    return any(_is_any_allowed(session, actions(session, each.id)) for each in session.view.parties)


def _is_any_allowed(session: Session, actions: Sequence[Action]) -> bool:
    return any(session.refusal(action) is None for action in actions)
