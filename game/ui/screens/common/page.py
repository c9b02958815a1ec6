"""The frame of every full screen: header, body, footer; and small shared parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from game.session.public_game import PublicGame
from game.ui.paint.faces import FAR_EASTERN
from game.ui.paint.fonts import Role
from game.ui.paint.icons import MaybeIcon
from game.ui.paint.theme import Colour, Ink
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Flow, Padded, Row, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Accent, Icon, Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.seal import DEFAULT_MOTIF, MOTIFS, Emblem
from game.ui.widgets.widget import Widget

PAGE_LEAST_UNITS = 40
LONGEST_LITTLE_WORD = 3  # "of", "les", "del": not part of the initials of a name


def page(stage: Stage, header: Widget, body: Widget, *footers: Sequence[Widget]) -> Widget:
    """Return a whole screen: what is on top, what fills the middle, the rows of buttons below.

    Where the middle needs more room than there is, it scrolls as a whole.
    """
    rows: list[Widget] = [header, Scroll(body, stage.offsets, key="page", least=PAGE_LEAST_UNITS)]
    rows += [Flow(footer, gap=8) for footer in footers if footer]
    return Padded(Column(rows, gap=16), pad=24, pad_y=16)


def heading(text: str, about: str = "", colour: Ink | Colour = "theirs") -> Widget:
    """Return the title of a panel with its bar of colour, and a line below it."""
    lines: list[Widget] = [Label(text, Role.HEADING)]
    if about:
        lines.append(Label(about, Role.SMALL, "muted"))
    return Row([Accent(colour), Column(lines, gap=0, grow=1)], gap=8)


def screen_title(title: str, about: str = "", beside: Sequence[Widget] = ()) -> Widget:
    """Return the header of a screen, with figures or buttons at its right."""
    lines: list[Widget] = [Label(title, Role.TITLE)]
    if about:
        lines.append(Label(about, Role.BODY, "muted"))
    return Row([Column(lines, gap=0, grow=1), *beside], gap=24, align="middle")


def stock(
    name: str, value: str, tip: str = "", colour: Ink | Colour = "text", about: str = ""
) -> Widget:
    """Return a figure with its name above it, and below it what it is measured against."""
    lines = [Label(name, Role.LABEL, "muted", tip=tip), Label(value, Role.NUMBER, colour, tip=tip)]
    if about:
        lines.append(Label(about, Role.SMALL, "muted", tip=tip))
    return Column(lines, gap=0)


def part(name: str, children: Sequence[Widget], gap: int = 6) -> Widget:
    """Return a small named part of a panel."""
    return Column([Label(name, Role.LABEL, "muted"), *children], gap=gap)


def bullet(text: str, icon: MaybeIcon = "", colour: Ink | Colour = "text") -> Widget:
    """Return a line with a sign before it."""
    sign: Widget = Icon(icon, 16, colour) if icon else Label("•", Role.BODY, "muted")
    return Row([sign, Label(text, Role.BODY, grow=1)], gap=8, align="top")


def back_button(text: str, go_back: Callable[[], object]) -> Button:
    """Return the way out of a screen."""
    return Button(text, go_back, icon="back", key="back")


def party_index(public: PublicGame, delegation: str) -> int:
    """Return a delegation's place in the level, which gives it its colour."""
    return [party.id for party in public.delegations].index(delegation)


def territories(public: PublicGame) -> dict[str, int]:
    """Per bloc, the place of its delegation in the level, which gives it its colour."""
    return {party.bloc: at for at, party in enumerate(public.delegations)}


def emblem(public: PublicGame, delegation: str, side: int = 40) -> Emblem:
    """Return the seal of a delegation."""
    party = public.delegation(delegation)
    motif = MOTIFS.get(party.bloc, DEFAULT_MOTIF)
    letters = party.letters or initials(party.name)
    return Emblem(letters, party_index(public, delegation), side, motif)


def initials(name: str) -> str:
    """Two letters for a name: the first ones of two words, or its beginning."""
    words = [
        word
        for word in re.split(r"[\W_]+", name)
        if len(word) > LONGEST_LITTLE_WORD or word[:1].isupper()
    ]
    if FAR_EASTERN.match(name):
        return name[:1]  # one character is as wide as two letters, and says more
    return "".join(word[0] for word in words[:2]).upper() if len(words) > 1 else name[:2]


def gap(units: int = 0) -> Spacer:
    """Room that grows."""
    return Spacer(units, grow=1)
