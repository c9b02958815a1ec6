"""Finds what a person would call broken on a screen, from the widgets' rectangles and colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Theme, ThemeName, contrast, ink_on
from game.ui.paint.wrapping import pieces
from game.ui.stage.hint_card import HintLayout
from game.ui.stage.stage import Stage
from game.ui.stage.view import View
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.mention import Mention
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

AA_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3
AAA_CONTRAST = 7.0  # WCAG 2.2, success criterion 1.4.6
KERNED = 0.02  # how much nearer a word may stand to the letter before it, as a share of its width


def faults_of(view: View) -> list[str]:
    """Clipped, squeezed or overlapping parts of a screen, in words; empty where all is well."""
    if isinstance(view.root, HintLayout):
        return _faults_with_hint(view, view.root)
    return _faults_below(view, view.root)


def faults_in_sizes(stage: Stage, sizes: Mapping[str, tuple[int, int]]) -> dict[str, list[str]]:
    """Return what is broken on the current screen at several window sizes, by their names.

    What is looked at are places; the smallest window, with least room, is painted too.
    """
    found: dict[str, list[str]] = {}
    smallest = min(sizes.values())
    for name, size in sizes.items():
        stage.resize(pygame.display.set_mode(size))
        if size == smallest:
            stage.draw()
        if faults := faults_of(stage.view):
            found[name] = faults
    return found


def faults_in_scales(
    stage: Stage, scales: Sequence[float], sizes: Mapping[str, tuple[int, int]]
) -> dict[tuple[float, str], list[str]]:
    """Return what is broken on the current screen at several scales of text, in several sizes."""
    found: dict[tuple[float, str], list[str]] = {}
    for scale in scales:
        stage.change_settings(replace(stage.settings, text_scale=scale))
        stage.offsets.clear()  # scrolled as when it opened
        found |= {(scale, name): faults for name, faults in faults_in_sizes(stage, sizes).items()}
    return found


def _faults_with_hint(view: View, both: HintLayout) -> list[str]:
    """Check that a hint lies inside the window and not on what it speaks of."""
    faults = [*_faults_below(view, both.root), *_faults_below(view, both.card)]
    if not view.area.contains(both.card_rect):
        faults.append(f"the hint lies outside the window: {both.card_rect}")
    if both.card_rect.colliderect(both.anchor):
        faults.append(f"the hint hides {both.anchor_key!r}: {both.card_rect} on {both.anchor}")
    return faults


def _faults_below(view: View, root: Widget) -> list[str]:
    canvas = view.canvas
    leaves = [w for w in root.walk() if _is_leaf(w)]
    faults = [fault for leaf in leaves for fault in _text_faults(canvas, leaf)]
    faults += [f for w in leaves if isinstance(w, Label) for f in _mention_faults(canvas, w)]
    scrolled = {id(w) for s in root.walk() if isinstance(s, Scroll) for w in s.child.walk()}
    faults += [
        f"{_name(leaf)} lies outside the window: {leaf.rect}"
        for leaf in leaves
        if id(leaf) not in scrolled and leaf.rect.size != (0, 0)
        if not view.area.contains(leaf.rect)
    ]
    drawn = [leaf for leaf in leaves if leaf.rect.width > 0 and leaf.rect.height > 0]
    drawn = [leaf for leaf in drawn if type(leaf) is not Widget and not _is_empty(leaf)]
    faults += [
        f"{_name(one)} and {_name(other)} overlap: {one.rect} and {other.rect}"
        for one, other in combinations(drawn, 2)
        if _meet(one, other) and _same_scroll(view, one, other)
    ]
    return faults


def poor_contrasts(theme: Theme) -> list[str]:
    """Pairs of colours that text is drawn in and cannot be read well."""
    inks = ("text", "muted", "ours", "theirs", "good", "warn", "bad")
    grounds = ("ground", "card", "raised")
    least = AAA_CONTRAST if theme.name is ThemeName.CONTRAST else AA_CONTRAST
    pairs = [(ink, ground) for ink in inks for ground in grounds]
    found = [
        f"{ink} on {ground}"
        for ink, ground in pairs
        if contrast(getattr(theme, ink), getattr(theme, ground)) < least
    ]
    letters = [(theme.on_accent, theme.theirs), *((ink_on(p), p) for p in theme.parties)]
    found += [f"letters on {fill}" for ink, fill in letters if contrast(ink, fill) < least]
    return found


def _text_faults(canvas: Canvas, leaf: Widget) -> list[str]:
    if isinstance(leaf, Label):
        role, text, room = leaf.role, leaf.text, leaf.rect.width
    elif isinstance(leaf, Button):
        role, text, room = Role.STRONG, leaf.text, leaf.rect.width - leaf._beside(canvas)
    else:
        return []
    if not text:
        return []
    faults = []
    if leaf.height_for(canvas, leaf.rect.width) > leaf.rect.height + 1:
        faults.append(f"{_name(leaf)} needs more height than {leaf.rect.height}")
    words = [piece for line in text.split("\n") for piece in pieces(line)]
    longest = max(canvas.fonts[role].size(word)[0] for word in words)
    if longest > room + 1:
        faults.append(f"{_name(leaf)} breaks inside a word: {room} for {longest}")
    return faults


def _is_leaf(widget: Widget) -> bool:
    """Check a label together with its underlined words."""
    if isinstance(widget, Rule | Mention):
        return False
    return isinstance(widget, Label) or not widget.children


def _mention_faults(canvas: Canvas, label: Label) -> list[str]:
    """Check that an underlined word fits its label and its letters, crossing no other."""
    faults = []
    boxes = [box for mention in label.mentions for box in mention.boxes]
    for mention in label.mentions:
        said = label.text[mention.start : mention.end]
        wide = canvas.fonts[label.role].size(said.replace("\n", " "))[0]
        width = sum(box.width for box in mention.boxes)
        parts = len(mention.boxes)
        if parts == 0 or abs(width - wide) > max(2, (0.3 if parts > 1 else KERNED) * wide):
            faults.append(f"{said!r} is {wide} wide and underlined for {width}")
        if not all(label.rect.inflate(2, 2).contains(box) for box in mention.boxes):
            faults.append(f"{said!r} stands beside its {_name(label)}: {mention.boxes}")
    faults += [
        f"two underlined words of {_name(label)} cross: {one} and {other}"
        for one, other in combinations(boxes, 2)
        if one.clip(other).width > 1
    ]
    return faults


def _same_scroll(view: View, one: Widget, other: Widget) -> bool:
    """Widgets of different scrolls may have rectangles that cross out of sight."""
    scrolls = [s for s in view.root.walk() if isinstance(s, Scroll)]
    return [one in s.child.walk() for s in scrolls] == [other in s.child.walk() for s in scrolls]


def _meet(one: Widget, other: Widget) -> bool:
    shared = one.rect.clip(other.rect)
    return shared.width > 2 and shared.height > 2


def _is_empty(leaf: Widget) -> bool:
    return type(leaf).__name__ == "Spacer" or (isinstance(leaf, Label) and not leaf.text)


def _name(leaf: Widget) -> str:
    return f"{type(leaf).__name__} {getattr(leaf, 'text', leaf.key)!r}"
