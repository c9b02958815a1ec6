"""The glossary, the sources, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from game.desk.glossary import MODEL, MODEL_SOURCES, WORDS, entry_of
from game.desk.sourced import Sourced, source_entry
from game.negotiation.model.sources import Source
from game.ui.input.key_binding import codes_of, key_name
from game.ui.input.keys import Key, Meaning
from game.ui.layout import WORD_CELL
from game.ui.paint.fonts import Role
from game.ui.screens.common.navigation import Navigation
from game.ui.screens.common.page import back_button, heading, page, screen_title
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.stage.screen import Bookmark
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import CellGrid, Column, Padded, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import Raised
from game.ui.widgets.widget import Widget

KEYS = ("move", "accept", "step", "letters", "back", "size", "quit")  # as they are for everyone
OF_ITS_OWN = (
    Meaning.HELP,
    Meaning.HINT,
    Meaning.WORD,
    Meaning.DELETE,
    Meaning.THEME,
    Meaning.SOUND,
    Meaning.FULL_SCREEN,
)  # keys that a player may have moved


class WordsScreen(ShellScreen):
    """Every word with its meaning and source, every source, and the keys.

    opened_from: where back leads, left as it was
    entry: the word or the source that was asked for; it is in sight and raised
    """

    first_focus = "back"
    underlines = False

    def __init__(
        self, stage: Stage, routes: Navigation, opened_from: Bookmark, entry: str = ""
    ) -> None:
        super().__init__(stage, routes)
        self.opened_from, self.first_seen = opened_from, entry

    @property
    def sourced(self) -> tuple[Sourced, ...]:
        """The sources of the level, if a game opened the screen."""
        return self.opened_from.screen.sourced

    def build(self) -> Widget:
        """Words and below them sources at the left, keys at the right."""
        offsets = self.stage.offsets
        body = Row(
            [
                card(Scroll(self._explained(), offsets, key="words"), grow=7),
                card(Scroll(self._keys(), offsets, key="keys_list"), grow=3),
            ],
            gap=14,
            grow=1,
        )
        back = back_button(self.texts("screen.back"), self.go_back)
        return page(self.stage, screen_title(self.texts("glossary.title")), body, [back])

    def go_back(self) -> None:
        """Go back to the screen that opened it, as it was left."""
        self.stage.return_to(self.opened_from)

    def on_key(self, key: Key) -> bool:
        """Ignore the key that opens it."""
        return key.meaning is Meaning.HELP

    def _explained(self) -> Widget:
        texts = self.texts
        shown: set[str] = set()
        rows: list[Widget] = [
            CellGrid([self._word(*each) for each in WORDS.items()], least=WORD_CELL, gap=16),
            Rule(),
        ]
        if self.sourced:
            rows.append(heading(texts("glossary.sources.level"), colour="warn"))
            rows.append(
                CellGrid([self._said(each, shown) for each in self.sourced], least=WORD_CELL)
            )
        title = heading(texts("glossary.sources.model"), colour="good")
        model = Column([title, *self._lines(MODEL_SOURCES, shown)])
        return Column([*rows, self._entry(MODEL, model)], gap=16)

    def _word(self, word: str, sources: Sequence[Source]) -> Widget:
        """Build the word, what it means, where it comes from."""
        rows: list[Widget] = [
            Label(self.texts(f"glossary.{word}.word"), Role.STRONG, "theirs"),
            Label(self.texts(f"glossary.{word}.meaning"), Role.BODY),
        ]
        rows += [self._source(each) for each in sources]
        if not sources:
            rows.append(Label(self.texts("glossary.own_rule"), Role.SMALL, "muted"))
        return self._entry(entry_of(word), Column(rows, gap=2))

    def _said(self, what: Sourced, shown: set[str]) -> Widget:
        """Something the level says, what it is about, and its sources."""
        rows: list[Widget] = [Label(what.title, Role.STRONG)]
        if what.told:
            rows.append(Label(what.told, Role.BODY))
        rows += self._lines(what.sources, shown)
        return self._entry(what.entry, Column(rows, gap=2))

    def _lines(self, sources: Sequence[Source], shown: set[str]) -> list[Widget]:
        """Build a line for each source; the first that names an entry is what it leads to."""
        lines = []
        for source in sources:
            entry = source_entry(source)
            line = self._source(source)
            lines.append(line if entry in shown else self._entry(entry, line))
            shown.add(entry)
        return lines

    def _source(self, source: Source) -> Widget:
        """Its name, its year where the name does not say it, the figure taken from it."""
        text, year = source.name, source.year
        if str(year) not in text:
            text = self.texts("glossary.source", name=text, year=year)
        if source.figure:
            text = self.texts("glossary.source.figure", source=text, figure=source.figure)
        return Label(text, Role.SMALL, "muted")

    def _entry(self, entry: str, shown: Widget) -> Widget:
        """Build what an entry leads to; raised where it is the one that was asked for."""
        if entry == self.first_seen:
            return Padded(Raised(shown, "warn"), pad=0, key=entry)
        return Padded(shown, pad=0, key=entry)

    def _keys(self) -> Widget:
        keys: list[Widget] = [heading(self.texts("glossary.keys"), colour="ours")]
        keys += [self._key(self.texts(f"keys.{name}.key"), f"keys.{name}.does") for name in KEYS]
        keys += [self._movable(meaning) for meaning in OF_ITS_OWN]
        moved = [name for name, _ in self.stage.settings.keys if name in list(Meaning)]
        keys += [self._movable(Meaning(name)) for name in moved if name not in OF_ITS_OWN]
        change = Button(
            self.texts("settings.keys.open"),
            lambda: self.routes.to_keys(self),
            icon="keys",
            key="keys",
        )
        keys.append(Row([change, Spacer(grow=1)]))
        return Column(keys, gap=10)

    def _movable(self, meaning: Meaning) -> Widget:
        codes = codes_of(meaning, self.stage.settings.keys)
        return self._key(self.texts.listed(map(key_name, codes)), f"keys.command.{meaning}")

    def _key(self, keys: str, does: str) -> Widget:
        lines = [Label(keys, Role.STRONG), Label(self.texts(does), Role.SMALL, "muted")]
        return Column(lines, gap=0)
