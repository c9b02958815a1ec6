"""What you can ask of a delegation now, or when its next issue opens."""

from __future__ import annotations

from game.negotiation.model.scenario import Issue
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


def open_line(screen: GameScreen, giver: str) -> str:
    """Say in a few words how many of a delegation's issues are open, or which is the next one."""
    texts, issues = screen.texts, _issues_of(screen, giver)
    is_open = screen.session.view.open_issues
    now = sum(issue.id in is_open for issue in issues)
    if now:
        return texts("opening.open", n=now)
    ahead = [issue for issue in issues if _is_ahead(screen, issue)]
    if ahead:
        first = min(ahead, key=lambda issue: issue.opens)
        return texts("opening.next", day=screen.words.day(first.opens), issue=first.title)
    return texts("opening.all_closed" if issues else "opening.none")


def nothing_open(screen: GameScreen, giver: str) -> list[Widget]:
    """For an empty side of the deal table: issue by issue when it opens, or that it is closed."""
    texts, issues = screen.texts, _issues_of(screen, giver)
    if not issues:
        about = texts("opening.none.about", party=screen.words.party(giver))
        return [Label(about, Role.BODY, "muted")]
    rows: list[Widget] = [Label(texts("table.nothing"), Role.BODY, "muted")]
    for issue in issues:
        if _is_ahead(screen, issue):
            meeting = screen.session.public.rounds[issue.opens].title
            day = screen.words.day(issue.opens)
            text = texts("opening.at", issue=issue.title, day=day, meeting=meeting)
            rows.append(bullet(text, "open"))
        else:
            rows.append(bullet(texts("opening.closed", issue=issue.title), "door"))
    return rows


def _issues_of(screen: GameScreen, giver: str) -> list[Issue]:
    return [issue for issue in screen.session.public.issues if giver in issue.givers]


def _is_ahead(screen: GameScreen, issue: Issue) -> bool:
    session = screen.session
    return issue.opens > session.view.round and issue.id not in session.view.closed
