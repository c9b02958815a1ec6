"""Finds what a person would call broken on a screen, from the widgets' rectangles and colours."""

from __future__ import annotations

from itertools import combinations

from game.ui.canvas import Canvas
from game.ui.fonts import Role
from game.ui.theme import Colour, Theme
from game.ui.view import View
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label, Rule
from game.ui.wrapping import pieces

AA_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3


def faults_of(view: View) -> list[str]:
    """Clipped, squeezed or overlapping parts of a screen, in words; empty where all is well."""
    canvas = view.canvas
    leaves = [w for w in view.root.walk() if not w.children and not isinstance(w, Rule)]
    faults = [fault for leaf in leaves for fault in _text_faults(canvas, leaf)]
    scrolled = {id(w) for s in view.root.walk() if isinstance(s, Scroll) for w in s.child.walk()}
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


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours as WCAG defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def poor_contrasts(theme: Theme) -> list[str]:
    """Pairs of colours that text is drawn in and cannot be read well."""
    inks = ("text", "muted", "ours", "theirs", "good", "warn", "bad")
    grounds = ("ground", "card", "raised")
    pairs = [(ink, ground) for ink in inks for ground in grounds]
    found = [
        f"{ink} on {ground}"
        for ink, ground in pairs
        if contrast(getattr(theme, ink), getattr(theme, ground)) < AA_CONTRAST
    ]
    accents = [theme.theirs, *theme.parties]
    found += [
        f"letters on {accent}"
        for accent in accents
        if contrast(theme.on_accent, accent) < AA_CONTRAST
    ]
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


def _luminance(colour: Colour) -> float:
    parts = [channel / 255 for channel in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
