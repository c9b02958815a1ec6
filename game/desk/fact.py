"""A sentence for an envoy, and its meaning for the player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "bad", "warn", "muted"]


@dataclass(frozen=True)
class Fact:
    """A sentence, and what it means for the player.

    tone: "good" or "bad" for the player's side, "warn" for what to heed, "muted" for the rest
    """

    text: str
    tone: Tone
