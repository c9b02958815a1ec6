"""What you can ask of a delegation now, or when its next issue opens."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.wording import Wording
from game.negotiation.model.scenario import Issue
from game.session.session import Session


@dataclass(frozen=True)
class Opening:
    """An issue that is not open, in words; is_ahead: whether it will still open."""

    text: str
    is_ahead: bool


def open_line(session: Session, words: Wording, giver: str) -> str:
    """Say in a few words how many of a delegation's issues are open, or which is the next one."""
    texts, issues = words.texts, _issues_of(session, giver)
    is_open = session.view.open_issues
    now = sum(issue.id in is_open for issue in issues)
    if now:
        return texts("opening.open", n=now)
    ahead = [issue for issue in issues if _is_ahead(session, issue)]
    if ahead:
        first = min(ahead, key=lambda issue: issue.opens)
        return texts("opening.next", day=words.day(first.opens), issue=first.title)
    return texts("opening.all_closed" if issues else "opening.none")


def openings_of(session: Session, words: Wording, giver: str) -> tuple[Opening, ...]:
    """Tell issue by issue of a delegation when it opens, or that it is closed."""
    return tuple(_opening(session, words, issue) for issue in _issues_of(session, giver))


def _opening(session: Session, words: Wording, issue: Issue) -> Opening:
    if not _is_ahead(session, issue):
        return Opening(words.texts("opening.closed", issue=issue.title), is_ahead=False)
    meeting, day = session.public.rounds[issue.opens].title, words.day(issue.opens)
    text = words.texts("opening.at", issue=issue.title, day=day, meeting=meeting)
    return Opening(text, is_ahead=True)


def _issues_of(session: Session, giver: str) -> list[Issue]:
    return [issue for issue in session.public.issues if giver in issue.givers]


def _is_ahead(session: Session, issue: Issue) -> bool:
    return issue.opens > session.view.round and issue.id not in session.view.closed
