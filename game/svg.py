"""A small writer of SVG: plots with axes, lines, shapes and patterns, for paper.

No script, no outside resource; every picture carries its title and what it says in words. The
report and the figures of the documentation are drawn with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

INK, MUTED, GRID = "#1a212e", "#565e6c", "#d2cdc0"
COLOURS = ("#005c98", "#9e4e00", "#006e50", "#963c6e", "#706200", "#3246a0", "#ac2614", "#50565f")
PATTERNS = (  # one for each bloc of the world, so that no two are alike without their colours
    "",
    "M0 8 8 0",
    "M0 0 8 8",
    "M0 4H8",
    "M4 0V8",
    "M0 8 8 0M0 0 8 8",
    "M0 4H8M4 0V8",
    "M1.5 2h2M5.5 6h2",
    "M0 6 4 2 8 6",
    "M0 1H8M0 3.7H8M0 6.3H8",
    "M1 0V8M3.7 0V8M6.3 0V8",
    "M0 1H8M0 5H8M2 1V5M6 5V9",
)
PATTERN_SIDE = 8
FONT_SIZE = 13
LINE = 17  # units between two lines of text
LETTER_SHARE, WIDE_SHARE = 0.56, 1.05  # of the font's size: a letter on average, a far eastern one


@dataclass(frozen=True)
class PlotFrame:
    """A plot inside a picture: from figures to the picture's units.

    box: left, top, width, height; first..last along, low..high upwards
    """

    box: tuple[float, float, float, float]
    first: float
    last: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Units of a value along."""
        left, _, width, _ = self.box
        return left + (value - self.first) / (self.last - self.first) * width

    def y(self, value: float) -> float:
        """Units of a value up."""
        _, top, _, height = self.box
        return top + (self.high - value) / (self.high - self.low) * height

    def path(self, along: Sequence[float], values: Sequence[float]) -> list[Point]:
        """Points of a line."""
        return [(self.x(a), self.y(v)) for a, v in zip(along, values, strict=True)]


class Svg:
    """One picture.

    name: tells its parts from those of other pictures of the page
    about: what the title leaves unsaid, for those who do not see the picture
    """

    def __init__(self, name: str, width: int, height: int, title: str, about: str = "") -> None:
        self.name, self.width, self.height = name, width, height
        self.root = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "role": "img",
                "aria-labelledby": f"{name}-title {name}-about" if about else f"{name}-title",
                "font-size": str(FONT_SIZE),
            },
        )
        ElementTree.SubElement(self.root, "title", {"id": f"{name}-title"}).text = title
        if about:
            ElementTree.SubElement(self.root, "desc", {"id": f"{name}-about"}).text = about
        self._patterns: set[int] = set()

    def stand_alone(self, letters: str, ground: str) -> None:
        """Give the picture a size, a ground and letters of its own: no page lends it any.

        letters: a list of families as in CSS; ground: a colour
        """
        self.root.set("width", str(self.width))
        self.root.set("height", str(self.height))
        self.root.set("font-family", letters)
        whole = {"width": "100%", "height": "100%", "fill": ground}
        ElementTree.SubElement(self.root, "rect", whole)

    def line(
        self, points: Sequence[Point], colour: str = INK, width: float = 1.0, dash: str = ""
    ) -> None:
        """Draw a line along points; dash as in SVG, such as "6 4"."""
        fields = {"points": _written(points), "fill": "none", "stroke": colour}
        fields["stroke-width"] = f"{width:g}"
        if dash:
            fields["stroke-dasharray"] = dash
        ElementTree.SubElement(self.root, "polyline", fields)

    def shape(self, points: Sequence[Point], place: int, opacity: float = 1.0) -> None:
        """Draw a filled shape in the colour and the pattern of a number."""
        colour = COLOURS[place % len(COLOURS)]
        fields = {"points": _written(points), "fill": colour, "fill-opacity": f"{opacity:g}"}
        ElementTree.SubElement(self.root, "polygon", fields)
        if place % len(PATTERNS):
            fill = self._pattern(place % len(PATTERNS))
            ElementTree.SubElement(self.root, "polygon", {"points": _written(points), "fill": fill})

    def band(self, points: Sequence[Point], colour: str) -> None:
        """Draw a filled shape in one colour."""
        fields = {"points": _written(points), "fill": colour}
        ElementTree.SubElement(self.root, "polygon", fields)

    def box(self, left: float, top: float, width: float, height: float, place: int) -> None:
        """Draw a rectangle in the colour and the pattern of a place."""
        right, bottom = left + width, top + height
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], place)

    def dot(self, at: Point, radius: float, fill: str = INK, edge: str = INK) -> None:
        """Draw a circle."""
        fields = {"cx": f"{at[0]:.1f}", "cy": f"{at[1]:.1f}", "r": f"{radius:g}"}
        ElementTree.SubElement(
            self.root, "circle", {**fields, "fill": fill, "stroke": edge, "stroke-width": "1.5"}
        )

    def text(
        self,
        text: str,
        at: Point,
        anchor: Anchor = "start",
        colour: str = INK,
        *,
        strong: bool = False,
        size: int = FONT_SIZE,
    ) -> None:
        """One line of text; anchor: start, middle or end of it stands at the point."""
        fields = {"x": f"{at[0]:.1f}", "y": f"{at[1]:.1f}", "text-anchor": anchor}
        fields |= {"fill": colour, "font-weight": "600" if strong else "400"}
        if size != FONT_SIZE:
            fields["font-size"] = str(size)
        ElementTree.SubElement(self.root, "text", fields).text = text

    def lines(
        self, lines: Sequence[str], at: Point, colour: str = INK, *, strong: bool = False
    ) -> None:
        """Write several lines of text, the first at the point."""
        for i, line in enumerate(lines):
            self.text(line, (at[0], at[1] + LINE * i), colour=colour, strong=strong)

    def upright_axis(
        self, frame: PlotFrame, values: Sequence[tuple[float, str]], unit: str
    ) -> None:
        """Draw a level line and a figure for each value, the unit above."""
        left, top, width, _ = frame.box
        for value, text in values:
            y = frame.y(value)
            self.line([(left, y), (left + width, y)], GRID)
            self.text(text, (left - 6, y + 4), "end", MUTED)
        self.text(unit, (4, top - 12), "start", MUTED)

    def lower_axis(
        self, frame: PlotFrame, values: Sequence[tuple[float, str]], unit: str = ""
    ) -> None:
        """Draw a short stroke and a figure for each value, the unit below."""
        left, top, width, height = frame.box
        bottom = top + height
        self.line([(left, bottom), (left + width, bottom)], MUTED)
        for value, text in values:
            x = frame.x(value)
            self.line([(x, bottom), (x, bottom + 4)], MUTED)
            self.text(text, (x, bottom + 18), "middle", MUTED)
        if unit:
            self.text(unit, (left + width / 2, bottom + 36), "middle", MUTED)

    def markup(self) -> str:
        """Return the picture as it stands in a page; texts are escaped by the XML writer."""
        return ElementTree.tostring(self.root, encoding="unicode")

    def file_text(self) -> str:
        """Return the picture as a file of its own, one part a line."""
        ElementTree.indent(self.root, "")
        return self.markup() + "\n"

    def _pattern(self, number: int) -> str:
        key = f"{self.name}-pattern-{number}"
        if number not in self._patterns:
            self._patterns.add(number)
            side = str(PATTERN_SIDE)
            pattern = ElementTree.SubElement(
                self.root,
                "pattern",
                {"id": key, "width": side, "height": side, "patternUnits": "userSpaceOnUse"},
            )
            fields = {"d": PATTERNS[number], "stroke": "#ffffff", "stroke-width": "1.6"}
            ElementTree.SubElement(pattern, "path", fields)
        return f"url(#{key})"


def _written(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def lines_of(text: str, room: float) -> list[str]:
    """Break a text into lines that fit a width in the picture's units, words whole where they can.

    The paper's font is not known here; letters are taken as a little wider than they are.
    """
    lines = [""]
    for word in _words(text):
        if lines[-1] and width_of((lines[-1] + word).rstrip()) > room:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        for letter in word:
            if lines[-1] and letter != " " and width_of(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return [line.rstrip() for line in lines]


def width_of(text: str) -> float:
    """Estimate how wide a text is, in the picture's units."""
    return FONT_SIZE * sum(WIDE_SHARE if letter > "\u2e7f" else LETTER_SHARE for letter in text)


def _words(text: str) -> list[str]:
    """Split after spaces, and around every far eastern letter."""
    words = [""]
    for letter in text:
        if letter > "\u2e7f":
            words += [letter, ""]
        else:
            words[-1] += letter
            if letter == " ":
                words.append("")
    return [word for word in words if word]
