"""Deletes a saved game after a question."""

from __future__ import annotations

from collections.abc import Callable

from game.session.save_files import SaveInUse, delete_save
from game.session.save_list import SaveEntry
from game.ui.screens.common.notice import Notice
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.widgets.controls import Button
from game.visible import shown


def when_played(screen: ShellScreen, entry: SaveEntry) -> str:
    """Return the day and time of its last action."""
    if entry.when is None:
        return screen.texts("saves.when_unknown")
    return f"{screen.texts.date(entry.when.date(), 'medium')}, {entry.when:%H:%M}"


def question(screen: ShellScreen, entry: SaveEntry, deleted: Callable[[], object]) -> Notice:
    """Asked over the list; the keyboard rests on keeping the game.

    deleted: called once it is gone
    """
    texts = screen.texts
    delete = Button(
        texts("saves.delete"), lambda: _delete(screen, entry, deleted), icon="cross", key="delete"
    )
    lines = [
        entry.title,
        texts("saves.last_played", when=when_played(screen, entry)),
        texts("saves.delete.about"),
    ]
    if entry.result is not None and entry.result.passed:
        lines.append(texts("saves.delete.medal"))
    asked = Notice(
        screen.stage,
        screen,
        texts("saves.delete.sure"),
        lines,
        [delete],
        close=texts("saves.delete.keep"),
    )
    asked.first_focus = "close"
    return asked


def _delete(screen: ShellScreen, entry: SaveEntry, deleted: Callable[[], object]) -> None:
    try:
        delete_save(entry.path)
    except SaveInUse:
        said = screen.texts("save.in_use", file=shown(entry.path.name))
        screen.say(screen.texts("saves.delete.not"), [said])
        return
    except OSError as problem:
        said = screen.texts(
            "saves.delete.failed",
            file=shown(entry.path.name),
            folder=shown(entry.path.parent),
            reason=problem.strerror or problem,
        )
        screen.say(screen.texts("saves.delete.not"), [said])
        return
    deleted()
