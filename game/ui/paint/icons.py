"""The names of the game's icons: the files of `assets/icons`, in black, drawn in any colour."""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.ui.paint.theme import Ink

IconName = Literal[
    "back",
    "backing",
    "cable",
    "chair",
    "check",
    "climate",
    "clock",
    "cross",
    "diplomacy",
    "door",
    "dossier",
    "exit",
    "finance",
    "hint",
    "hold",
    "home",
    "keys",
    "ledger",
    "link",
    "map",
    "medal",
    "minus",
    "next",
    "open",
    "pending",
    "play",
    "plus",
    "press",
    "probe",
    "promise",
    "reset",
    "ring",
    "save",
    "seal_acacia",
    "seal_bridge",
    "seal_columns",
    "seal_compass",
    "seal_drop",
    "seal_lighthouse",
    "seal_mountains",
    "seal_sprout",
    "seal_sunrise",
    "seal_tree",
    "seal_wave",
    "settings",
    "sound",
    "table",
    "talk",
    "tie",
    "trade",
    "warning",
    "words",
]
MaybeIcon = IconName | Literal[""]  # nothing for no icon


class Sign(NamedTuple):
    """An icon in an ink, so that neither stands alone."""

    icon: IconName
    ink: Ink
