"""Saved games: continue one, or see how it ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.levels.finder import level_of_id
from game.levels.loader import Level
from game.negotiation.rules.scoring import medal_of
from game.paths import saves_dir, user_levels_dir
from game.session.game_results import Result
from game.session.save_files import picture_of
from game.session.save_list import SaveEntry, count_saves, list_saves
from game.session.session import SaveRefused
from game.ui.input.keys import Key, Meaning
from game.ui.layout import LEAST_SAVE_BUTTONS
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.navigation import Navigation
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.page import back_button, emblem, page, screen_title
from game.ui.screens.shell.saves_delete import question, when_played
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.thumbnail import Thumbnail
from game.ui.widgets.widget import Widget

AT_ONCE = 12  # games replayed and listed before the player asks for older ones
MARK = 40


class SavesScreen(ShellScreen):
    """The saves of a folder, newest first, each with its thumbnail."""

    def __init__(self, stage: Stage, routes: Navigation, folder: Path | None = None) -> None:
        super().__init__(stage, routes)
        self.folder = folder or saves_dir()
        self.entries: tuple[SaveEntry, ...] = ()
        self.most, self.there_are = AT_ONCE, 0
        self._list()
        self.first_focus = self._likely

    def on_language(self) -> None:
        """List the saves again: titles and problems are in the language."""
        self._list()

    def build(self) -> Widget:
        """Build a row for each game."""
        texts = self.texts
        rows: list[Widget] = []
        for place, entry in enumerate(self.entries):
            if rows:
                rows.append(Rule())
            rows.append(self._row(place, entry))
        if not rows:
            rows.append(Label(texts("saves.none"), Role.BODY, "muted"))
        if older := self.there_are - len(self.entries):
            more = Button(texts("saves.older", n=older), self._list_more, key="older")
            rows += [Rule(), Row([more, Spacer(grow=1)])]
        listed = Scroll(Column(rows, gap=8), self.stage.offsets, key="saves")
        back = back_button(texts("screen.back"), self.go_back)
        header = screen_title(texts("saves.title"), texts("saves.about"))
        return page(self.stage, header, card(listed, grow=1), [back])

    def go_back(self) -> None:
        """To the title."""
        self.routes.to_title()

    def on_key(self, key: Key) -> bool:
        """Ask whether to delete the game that has the keyboard."""
        place = self._place_of(self.stage.view.focus_key)
        if key.meaning is not Meaning.DELETE or place is None:
            return False
        self._ask_to_delete(place)
        return True

    def question(self, place: int) -> Notice:
        """Return the question before a game is deleted."""
        return question(self, self.entries[place], lambda: self._without(place))

    @property
    def _likely(self) -> str:
        """The button of the newest game that is not over, else of the newest that opens."""
        usable = [place for place, entry in enumerate(self.entries) if entry.problem is None]
        unfinished = [place for place in usable if not self.entries[place].finished]
        return next((f"save{place}" for place in [*unfinished, *usable]), "back")

    def _list(self) -> None:
        self.entries = list_saves(self.folder, self._level_of_id, self.texts, self.most)
        self.there_are = count_saves(self.folder)

    def _level_of_id(self, level_id: str) -> Level | None:
        return level_of_id(level_id, user_levels_dir(), self.texts)

    def _list_more(self) -> None:
        self.most += AT_ONCE
        self._list()
        self.stage.refresh()

    def _ask_to_delete(self, place: int) -> None:
        self.first_seen = self.stage.view.focus_key
        self.stage.show(self.question(place))

    def _without(self, place: int) -> None:
        """Show the list after a game was deleted; the keyboard goes on to the next one."""
        self._list()
        place = min(place, len(self.entries) - 1)
        self.left_at = self.first_seen = self._keys_of(place)[0] if self.entries else "back"
        self.stage.show(self)

    def _keys_of(self, place: int) -> list[str]:
        """Return the keys of the buttons of a game: to open it, where it can be; to delete it."""
        entry = self.entries[place]
        keys = [f"save{place}"] if entry.problem is None or entry.good_actions else []
        return [*keys, f"delete{place}"]

    def _place_of(self, key: str) -> int | None:
        """Return the game that a button belongs to."""
        places = range(len(self.entries))
        return next((place for place in places if key in self._keys_of(place)), None)

    def _row(self, place: int, entry: SaveEntry) -> Widget:
        picture = Thumbnail(picture_of(entry.path), _mark(entry))
        words = Column(self._words(entry), gap=1, grow=1)
        buttons = self._buttons(place, entry)
        if self.stage.canvas.units_wide < LEAST_SAVE_BUTTONS:
            words = Column([words, Row([*buttons, Spacer(grow=1)])], gap=8, grow=1)
            return Row([picture, words], gap=16, align="top")
        return Row([picture, words, *buttons], gap=16, align="middle")

    def _buttons(self, place: int, entry: SaveEntry) -> list[Widget]:
        """To go on with it or look at its end, and to delete it."""
        delete = Button(
            self.texts("saves.delete"),
            lambda: self._ask_to_delete(place),
            icon="cross",
            kind="quiet",
            key=f"delete{place}",
            tip=self.texts("saves.delete.tip"),
        )
        if entry.good_actions:
            text = self.texts("saves.recover", n=entry.good_actions)
            key, tip = f"save{place}", self.texts("saves.recover.tip")
            press = partial(recover_save, self, entry)
            return [Button(text, press, icon="play", key=key, tip=tip), delete]
        if entry.problem is not None:
            return [delete]
        text = self.texts("saves.look" if entry.finished else "saves.open")
        letter = str(place + 1) if place < 9 else ""
        key = f"save{place}"
        return [
            Button(text, lambda: open_save(self, entry), icon="play", letter=letter, key=key),
            delete,
        ]

    def _words(self, entry: SaveEntry) -> list[Widget]:
        """Return what a game is told from others by: level, seat, round, date, how it goes."""
        texts, public = self.texts, entry.public
        when = when_played(self, entry)
        title = Label(entry.title, Role.STRONG)
        if entry.problem is not None or public is None:
            why = texts("saves.unusable", why=entry.problem or "")
            last = Label(texts("saves.last_played", when=when), Role.SMALL, "muted")
            return [title, last, Label(why, Role.SMALL, "bad")]
        about = texts("saves.row", round=entry.round + 1, rounds=entry.rounds, when=when)
        if entry.finished:
            about = texts("saves.row_finished", when=when)
        office = public.delegation(entry.seat).office
        return [
            title,
            Label(office, Role.SMALL),
            Label(about, Role.SMALL, "muted"),
            self._how_it_goes(entry),
        ]

    def _how_it_goes(self, entry: SaveEntry) -> Widget:
        """So far, or in the end."""
        sign = Sign("trade", "theirs")
        text = self.texts("saves.deals", deals=entry.deals, n=entry.parties)
        if entry.finished:
            sign, text = Sign("check", "good"), self.texts("saves.over")
        if entry.result is not None:
            sign, text = self._in_the_end(entry.result)
        return Row(
            [Icon(sign.icon, 16, sign.ink), Label(text, Role.SMALL, grow=1)], gap=8, align="top"
        )

    def _in_the_end(self, result: Result) -> tuple[Sign, str]:
        if not result.passed:
            return Sign("warning", "bad"), self.texts("saves.missed", total=result.total)
        medal = self.texts(f"verdict.medal.{medal_of(result.total)}")
        return Sign("medal", "good"), self.texts("saves.passed", medal=medal, total=result.total)


def open_save(screen: ShellScreen, entry: SaveEntry) -> None:
    """Go on with a saved game; a refusal is shown over the screen."""
    _open(screen, entry, screen.routes.go_on)


def recover_save(screen: ShellScreen, entry: SaveEntry) -> None:
    """Go on with the good part of a damaged game in a new file; a refusal is shown."""
    _open(screen, entry, screen.routes.recover)


def _open(screen: ShellScreen, entry: SaveEntry, way: Callable[[Path, Level], None]) -> None:
    if entry.level is None:
        return
    try:
        way(entry.path, entry.level)
    except SaveRefused as refusal:
        said = str(refusal)
    except OSError as problem:
        said = screen.texts("game.not_kept", reason=problem.strerror or problem)
    else:
        return
    screen.say(screen.texts("saves.title"), [said])


def _mark(entry: SaveEntry) -> Widget:
    """In the place of a picture that is missing: the seal of the player's delegation."""
    if entry.public is None:
        return Icon("warning", MARK, "bad")
    return emblem(entry.public, entry.seat, MARK)
