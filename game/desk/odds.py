"""The odds of a projection in words."""

from __future__ import annotations

from game.climate.projection import Projection
from game.texts import Texts


def odds_told(projection: Projection, texts: Texts) -> str:
    """Tell how likely the warming of 2100 stays below 1.5 and below 2 degC."""
    return texts(
        "verdict.odds",
        below_1_5=projection.probability_below(1.5, "2100"),
        below_2=projection.probability_below(2.0, "2100"),
    )
