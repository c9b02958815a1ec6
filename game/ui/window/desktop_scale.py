"""The scale of the desktop: 2 where it draws everything twice as large.

Under X a program gets the screen's real pixels and has to ask; Wayland, Windows and macOS scale
the window of a program by themselves, so that asking there would scale twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.ui.window import x_server

USUAL_DPI = 96.0  # at scale 1
LEAST, MOST = 1.0, 4.0
VARIABLES = ("GDK_SCALE", "QT_SCALE_FACTOR")
_XFT_DPI = re.compile(r"^Xft\.dpi:\s*([\d.]+)", re.MULTILINE)


def desktop_scale(driver: str, environment: Mapping[str, str]) -> float:
    """Return the desktop's scale, 1 to 4.

    driver: SDL's name for what it draws with
    environment: the variables of this process
    """
    if driver != "x11":
        return LEAST
    return scale_from(environment, x_server.resources())


def scale_from(environment: Mapping[str, str], resources: str) -> float:
    """Return the largest scale that a variable or the X server's resources (`xrdb`) name."""
    named = [_number(environment.get(name, "")) for name in VARIABLES]
    found = _XFT_DPI.search(resources)
    if found is not None:
        named.append(_number(found.group(1)) / USUAL_DPI)
    return max(LEAST, min(max(named), MOST))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return LEAST
    return number if LEAST <= number < float("inf") else LEAST
