"""The worth of a deal to a player who wants to pass the level, not only to score points."""

from __future__ import annotations

import numpy as np

from game.bots.table_reading import Reading
from game.negotiation.model.scenario import UNIT
from game.negotiation.worth.grid import IntArray

JOIN_POINTS = 8 * UNIT  # a first deal with a delegation while too few would join the text


def worth_to_goals(reading: Reading, points_per_gt: float) -> IntArray:
    """Own gain, a cut that is still missing, a partner that is; thousandths of points, (rows,).

    points_per_gt: points for a gigatonne off 2030, until the goal is reached
    """
    view = reading.view
    wanted_mt = 1000 * view.goals.cut_2030_gtco2e
    missing_mt = max(0, round(wanted_mt) - reading.cut_so_far_mtco2e)
    cut_mt = np.minimum(reading.cut_mtco2e - reading.cut_mtco2e[0], missing_mt)
    worth = reading.gain + (cut_mt * points_per_gt).astype(np.int64)
    if not reading.party.has_deal and view.deals_in_force < view.goals.joins:
        worth = worth + JOIN_POINTS
    return np.asarray(worth)
