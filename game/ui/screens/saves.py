"""Games begun: go on, or look at how they ended."""

from __future__ import annotations

from pathlib import Path

from game.levels.finder import LevelEntry, find_levels
from game.levels.loader import Level
from game.negotiation.scoring import medal_of
from game.paths import saves_dir, user_levels_dir
from game.session.results import Result
from game.session.saves import SaveEntry, count_saves, list_saves
from game.session.session import SaveRefused
from game.ui.fonts import Role
from game.ui.screen import Screen
from game.ui.screens.begin import go_on
from game.ui.screens.notice import Notice
from game.ui.screens.page import back_button, emblem, page, screen_title
from game.ui.stage import Stage
from game.ui.thumbnails import picture_of
from game.ui.widgets.boxes import Column, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.thumbnail import Thumbnail
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Icon, Label, Rule

AT_ONCE = 12  # games replayed and listed before the player asks for older ones
BESIDE_WIDE = 760  # design units; with less, the button stands below its words
MARK = 40


class SavesScreen(Screen):
    """The logs of a folder, newest first, each with the picture of where it was left."""

    first_focus = "save0"

    def __init__(self, stage: Stage, folder: Path | None = None) -> None:
        super().__init__(stage)
        self.folder = folder or saves_dir()
        self.levels: list[LevelEntry] = []
        self.entries: tuple[SaveEntry, ...] = ()
        self.most, self.there_are = AT_ONCE, 0
        self.on_language()

    def on_language(self) -> None:
        """The saves are listed again: titles and problems are in the language."""
        self.levels = find_levels(user_levels_dir(), self.texts)
        self._list()

    def build(self) -> Widget:
        """A row for each game."""
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
        self.stage.go_home()

    def _list(self) -> None:
        self.entries = list_saves(self.folder, self.levels, self.texts, self.most)
        self.there_are = count_saves(self.folder)

    def _list_more(self) -> None:
        self.most += AT_ONCE
        self._list()
        self.stage.refresh()

    def _row(self, place: int, entry: SaveEntry) -> Widget:
        level = self._level(entry)
        picture = Thumbnail(picture_of(entry.path), _mark(entry, level))
        words = Column(self._words(entry, level), gap=1, grow=1)
        if entry.problem is not None:
            return Row([picture, words], gap=16, align="middle")
        text = self.texts("saves.look" if entry.finished else "saves.open")
        letter = str(place + 1) if place < 9 else ""
        button = Button(
            text,
            lambda: open_save(self, entry, level),
            icon="play",
            letter=letter,
            key=f"save{place}",
        )
        if self.stage.canvas.units_wide < BESIDE_WIDE:
            words = Column([words, Row([button, Spacer(grow=1)])], gap=8, grow=1)
            return Row([picture, words], gap=16, align="top")
        return Row([picture, words, button], gap=16, align="middle")

    def _words(self, entry: SaveEntry, level: Level | None) -> list[Widget]:
        """What a game is told from others by: level, seat, round, date, how it goes."""
        texts = self.texts
        when = f"{texts.date(entry.when.date(), 'medium')}, {entry.when:%H:%M}"
        title = Label(entry.title, Role.STRONG)
        if entry.problem is not None or level is None:
            why = texts("saves.unusable", why=entry.problem or "")
            last = Label(texts("saves.last_played", when=when), Role.SMALL, "muted")
            return [title, last, Label(why, Role.SMALL, "bad")]
        about = texts("saves.row", round=entry.round + 1, rounds=entry.rounds, when=when)
        if entry.finished:
            about = texts("saves.row_finished", when=when)
        office = level.scenario(entry.seat).delegation(entry.seat).office
        return [
            title,
            Label(office, Role.SMALL),
            Label(about, Role.SMALL, "muted"),
            self._how_it_goes(entry),
        ]

    def _how_it_goes(self, entry: SaveEntry) -> Widget:
        """So far, or in the end."""
        icon, ink = "trade", "theirs"
        text = self.texts("saves.deals", deals=entry.deals, n=entry.parties)
        if entry.finished:
            icon, ink, text = "check", "good", self.texts("saves.over")
        if entry.result is not None:
            icon, ink, text = self._in_the_end(entry.result)
        return Row([Icon(icon, 16, ink), Label(text, Role.SMALL, grow=1)], gap=8, align="top")

    def _in_the_end(self, result: Result) -> tuple[str, str, str]:
        if not result.passed:
            return "warning", "bad", self.texts("saves.missed", total=result.total)
        medal = self.texts(f"verdict.medal.{medal_of(result.total)}")
        return "medal", "good", self.texts("saves.passed", medal=medal, total=result.total)

    def _level(self, entry: SaveEntry) -> Level | None:
        return next((each.level for each in self.levels if each.id == entry.level_id), None)


def open_save(screen: Screen, entry: SaveEntry, level: Level | None) -> None:
    """Go on with a saved game; a refusal is shown over the screen."""
    if level is None:
        return
    try:
        screen.stage.show(go_on(screen.stage, entry.path, level))
    except SaveRefused as refusal:
        title = screen.texts("saves.title")
        screen.stage.show(Notice(screen.stage, screen, title, [str(refusal)]))


def _mark(entry: SaveEntry, level: Level | None) -> Widget:
    """In the place of a picture that is missing: the seal of the player's delegation."""
    if level is None or entry.problem is not None:
        return Icon("warning", MARK, "bad")
    return emblem(level.scenario(entry.seat), entry.seat, MARK)
