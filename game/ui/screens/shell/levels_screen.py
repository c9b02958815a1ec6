"""The levels, on the world map with their medals and in a list."""

from __future__ import annotations

import secrets
from itertools import pairwise

from game.levels.finder import LevelEntry, find_levels
from game.levels.level_size import facts_told
from game.levels.loader import Level
from game.negotiation.rules.scoring import FIGURES, Medal, medal_of
from game.paths import saves_dir, user_levels_dir
from game.session.game_results import Best, best_by_level, read_results
from game.ui.charts.geography import LonLat, atlas
from game.ui.charts.pins import Pin
from game.ui.charts.world_map import Thread, WorldMap
from game.ui.layout import LEAST_COLUMNS
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.paint.theme import Ink
from game.ui.screens.common.navigation import Navigation
from game.ui.screens.common.page import back_button, page, screen_title
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.seal import Emblem
from game.ui.widgets.widget import Widget

MEDAL_INKS: dict[Medal, Ink] = {
    Medal.GOLD: "warn",
    Medal.SILVER: "text",
    Medal.BRONZE: "mercury",
    Medal.NONE: "muted",
}
SEAL_OF_LEVELS = 2  # a plain round seal


class LevelsScreen(ShellScreen):
    """Every level that can be found; each opens its briefing, or the reasons why not."""

    first_focus = "level0"

    def __init__(self, stage: Stage, routes: Navigation) -> None:
        super().__init__(stage, routes)
        self.entries: list[LevelEntry] = []
        self.best = best_by_level(read_results(saves_dir()).values())
        self.on_language()
        self.first_focus = f"level{self._next()}"

    def on_language(self) -> None:
        """Find the levels again: titles and problems are in the language."""
        self.entries = find_levels(user_levels_dir(), self.texts)

    def build(self) -> Widget:
        """Build the map at the left, a card for each level at the right; in one column if large."""
        texts = self.texts
        header = screen_title(texts("levels.title"))
        back = [back_button(texts("screen.back"), self.go_back)]
        if not self.entries:
            return page(self.stage, header, self._none(), back)
        cards = [self._card(at, each) for at, each in enumerate(self.entries)]
        about = texts("levels.about", folder=user_levels_dir())
        listed = Column([*cards, Label(about, Role.SMALL, "muted")], gap=16)
        narrow = self.stage.canvas.units_wide < LEAST_COLUMNS
        where = card(self._map(narrow), pad=8, grow=56)
        if narrow:
            return page(self.stage, header, Column([where, listed], gap=16), back)
        beside = Scroll(listed, self.stage.offsets, key="levels", grow=44)
        return page(self.stage, header, Row([where, beside], gap=16, grow=1), back)

    def _next(self) -> int:
        """Return the index of the first level not passed yet; the first where all are."""
        for place, entry in enumerate(self.entries):
            best = self.best.get(entry.id)
            if entry.level is not None and (best is None or best.total is None):
                return place
        return 0

    def go_back(self) -> None:
        """To the title."""
        self.routes.to_title()

    def _none(self) -> Widget:
        return Label(self.texts("levels.none", folder=user_levels_dir()))

    def _map(self, alone: bool) -> WorldMap:
        """Build the map of the levels where they end, joined in their order."""
        found = [(at, entry.level) for at, entry in enumerate(self.entries) if entry.level]
        places = {level.id: place_of(level) for _, level in found}
        pins = [self._pin(at, level) for at, level in found if places[level.id] is not None]
        road = [place for place in places.values() if place is not None]
        steps = {frozenset(step): step for step in pairwise(road)}  # there and back is one line
        threads = [
            Thread(start, end, "muted", dashed=True)
            for start, end in steps.values()
            if start != end
        ]
        said = [self.texts("map.campaign"), self.texts("map.campaign.about")]
        return WorldMap(pins, {}, threads=threads, said=said, alone=alone)

    def _pin(self, at: int, level: Level) -> Pin:
        best = self.best.get(level.id)
        sign = None
        if best is not None and best.total is not None:
            sign = Sign("medal", MEDAL_INKS[best.medal])
        return Pin(
            Emblem(str(at + 1), SEAL_OF_LEVELS, 28),
            level.title,
            place_of(level),
            [level.title, self._how_it_went(best)],
            lambda: self._play(level),
            sign=sign,
            key=f"pin/{level.id}",
        )

    def _card(self, place: int, entry: LevelEntry) -> Widget:
        if entry.level is None:
            return self._broken(place, entry)
        field, texts, level = entry.level.field, self.texts, entry.level
        facts = facts_told(field, texts)
        play = Button(
            texts("levels.play"),
            lambda: self._play(level),
            icon="play",
            letter=str(place + 1),
            kind="main",
            key=f"level{place}",
        )
        title = Column([Label(field.title, Role.HEADING), Label(facts, Role.SMALL, "muted")], gap=0)
        title.grow = 1
        rows: list[Widget] = [
            Row([Emblem(str(place + 1), SEAL_OF_LEVELS, 28), title], gap=12, align="top"),
            Label(texts("levels.teaches", teaches=field.teaches)),
            *self._medals(self.best.get(level.id)),
            Row([play, Spacer(grow=1)]),
        ]
        return card(Column(rows, gap=8))

    def _medals(self, best: Best | None) -> list[Widget]:
        """How the best game went, and the best medal of each figure."""
        medal = best.medal if best is not None else Medal.NONE
        sign = Icon("medal", 20, MEDAL_INKS[medal])
        words = Label(self._how_it_went(best), Role.STRONG, grow=1)
        rows: list[Widget] = [Row([sign, words], gap=8, align="middle")]
        if best is not None:
            figures = [self._figure(name, best.figures[name]) for name in FIGURES]
            rows.append(Flow(figures, gap=12))
        return rows

    def _figure(self, name: str, value: int) -> Widget:
        medal = medal_of(value)
        text = self.texts(
            "map.figure",
            name=self.texts(f"verdict.score.{name}"),
            medal=self.texts(f"verdict.medal.{medal}"),
        )
        return Row([Icon("medal", 14, MEDAL_INKS[medal]), Label(text, Role.SMALL, "muted")], gap=4)

    def _how_it_went(self, best: Best | None) -> str:
        if best is None:
            return self.texts("map.not_played")
        if best.total is None:
            return self.texts("map.not_passed", n=best.games)
        medal = self.texts(f"verdict.medal.{best.medal}")
        return self.texts("map.best", medal=medal, total=best.total)

    def _broken(self, place: int, entry: LevelEntry) -> Widget:
        texts = self.texts
        why = Button(
            texts("levels.why"),
            lambda: self.routes.to_broken(entry),
            icon="warning",
            key=f"level{place}",
        )
        sign = Row(
            [
                Icon("warning", 20, "bad"),
                Label(texts("levels.broken", n=len(entry.problems)), Role.BODY, "bad", grow=1),
            ]
        )
        rows: list[Widget] = [Label(entry.id, Role.HEADING), sign]
        if entry.problems:
            rows.append(Label(entry.problems[0].message, Role.SMALL, "muted"))
        rows += [Row([why, Spacer(grow=1)])]
        return card(Column(rows, gap=8))

    def _play(self, level: Level) -> None:
        self.routes.begin(level, seed=secrets.randbelow(1_000_000))


def place_of(level: Level) -> LonLat | None:
    """Return the place of a level's last meeting on the map; None if the map knows none."""
    known = [
        atlas().places[each.place]
        for each in level.original.field.rounds
        if each.place in atlas().places
    ]
    return known[-1] if known else None
