"""The debrief's print button."""

from __future__ import annotations
from game.debrief.retelling import Retelling
from game.ui.screens.play import GameScreen


def print_report(screen: GameScreen, retelling: Retelling) -> None:
    """x"""
