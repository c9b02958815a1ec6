"""The words of the trade, and the keys."""

from __future__ import annotations

from game.ui.fonts import Role
from game.ui.key_choice import codes_of, key_name
from game.ui.keys import Meaning
from game.ui.screen import Screen
from game.ui.screens.keys import KeysScreen
from game.ui.screens.page import back_button, heading, page, screen_title
from game.ui.stage import Stage
from game.ui.widgets.boxes import Column, Grid, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label

WORDS = (
    "red_line",
    "no_deal",
    "aspiration",
    "pass_mark",
    "face",
    "backer",
    "credibility",
    "linkage",
    "tie_hands",
    "counter",
    "what_if",
    "conditional",
    "side_payment",
    "walk_out",
    "gtco2e",
    "median",
    "gap_2030",
)
KEYS = ("move", "accept", "step", "letters", "back", "size")  # as they are for everyone
OF_ITS_OWN = (
    Meaning.HELP,
    Meaning.HINT,
    Meaning.THEME,
    Meaning.SOUND,
    Meaning.FULL_SCREEN,
)  # keys that a player may have moved


class WordsScreen(Screen):
    """Every word with its meaning, and what each key does."""

    first_focus = "back"

    def __init__(self, stage: Stage, opened_from: Screen) -> None:
        super().__init__(stage)
        self.opened_from = opened_from

    def build(self) -> Widget:
        """Words at the left, keys at the right."""
        texts = self.texts
        words = Grid([self._word(word) for word in WORDS], least=300, gap=16)
        keys = [heading(texts("glossary.keys"), colour="ours")]
        keys += [self._key(self.texts(f"keys.{name}.key"), f"keys.{name}.does") for name in KEYS]
        keys += [self._movable(meaning) for meaning in OF_ITS_OWN]
        moved = [name for name, _ in self.stage.settings.keys if name in list(Meaning)]
        keys += [self._movable(Meaning(name)) for name in moved if name not in OF_ITS_OWN]
        change = Button(
            texts("settings.keys.open"),
            lambda: self.stage.show(KeysScreen(self.stage, self)),
            icon="keys",
            key="keys",
        )
        keys.append(Row([change, Spacer(grow=1)]))
        offsets = self.stage.offsets
        body = Row(
            [
                card(Scroll(words, offsets, key="words"), grow=7),
                card(Scroll(Column(keys, gap=10), offsets, key="keys"), grow=3),
            ],
            gap=14,
            grow=1,
        )
        back = back_button(texts("screen.back"), self.go_back)
        return page(self.stage, screen_title(texts("glossary.title")), body, [back])

    def go_back(self) -> None:
        """To where it was opened."""
        self.stage.show(self.opened_from)

    def _word(self, word: str) -> Widget:
        return Column(
            [
                Label(self.texts(f"glossary.{word}.word"), Role.STRONG, "theirs"),
                Label(self.texts(f"glossary.{word}.meaning"), Role.BODY),
            ],
            gap=2,
        )

    def _movable(self, meaning: Meaning) -> Widget:
        codes = codes_of(meaning, self.stage.settings.keys)
        return self._key(", ".join(map(key_name, codes)), f"keys.command.{meaning}")

    def _key(self, keys: str, does: str) -> Widget:
        lines = [Label(keys, Role.STRONG), Label(self.texts(does), Role.SMALL, "muted")]
        return Column(lines, gap=0)
