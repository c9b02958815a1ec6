"""From forcing to warming: three layers of surface, upper and deep ocean that share heat.

Equations: Cummins, Stephenson & Stott 2020, J. Climate 33, 9909-9926, eq. 3 (deterministic part),
with the efficacy of deep-ocean heat uptake of Geoffroy et al. 2013, J. Climate 26, 1859-1876.
Each year is solved exactly for forcing that is constant within the year.
"""

from typing import NamedTuple

import numpy as np

from game.climate.arrays import FloatArray


class HeatLayers(NamedTuple):
    """Three-layer energy balance, per member.

    heat_capacity: shape (3, members), W yr m-2 K-1, surface first
    heat_transfer: shape (3, members), W m-2 K-1: to space (the climate feedback), surface to
        upper ocean, upper to deep ocean
    deep_efficacy: shape (members,), how much more deep-ocean uptake cools the surface than
        the same heat lost to space
    """

    heat_capacity: FloatArray
    heat_transfer: FloatArray
    deep_efficacy: FloatArray


class Modes(NamedTuple):
    """The layers as three independent exponentials; all arrays have shape (3, members).

    Surface warming is the sum of the modes. kept: share of a mode left after a year; gain: warming
    a mode takes on from one W m-2 held for one year; pattern: shape (3 layers, 3 modes, members),
    temperature of each layer per degree of surface warming in the mode.
    """

    kept: FloatArray
    gain: FloatArray
    pattern: FloatArray


def modes_of(layers: HeatLayers) -> Modes:
    """Diagonalise the three-layer system of every member.

    The matrix is made symmetric by scaling the layers, so that its eigenvalues are real and
    the solution is the same on every machine to rounding.
    """
    c, k, eps = layers.heat_capacity, layers.heat_transfer, layers.deep_efficacy
    members = c.shape[1]
    down_1, up_1 = k[1] / c[0], k[1] / c[1]
    down_2, up_2 = eps * k[2] / c[1], k[2] / c[2]
    matrix = np.zeros((members, 3, 3))
    matrix[:, 0, 0] = -(k[0] + k[1]) / c[0]
    matrix[:, 1, 1] = -(k[1] + eps * k[2]) / c[1]
    matrix[:, 2, 2] = -k[2] / c[2]
    matrix[:, 0, 1] = matrix[:, 1, 0] = np.sqrt(down_1 * up_1)
    matrix[:, 1, 2] = matrix[:, 2, 1] = np.sqrt(down_2 * up_2)
    rates, vectors = np.linalg.eigh(matrix)
    scale = np.ones((members, 3))
    scale[:, 1] = np.sqrt(up_1 / down_1)
    scale[:, 2] = scale[:, 1] * np.sqrt(up_2 / down_2)
    surface_share = vectors[:, 0, :] ** 2
    kept = np.exp(rates)
    gain = surface_share / c[0][:, None] * np.expm1(rates) / rates
    pattern = scale[:, :, None] * vectors / vectors[:, :1, :]
    return Modes(
        np.ascontiguousarray(kept.T),
        np.ascontiguousarray(gain.T),
        np.ascontiguousarray(np.moveaxis(pattern, 0, -1)),
    )


def step_modes(modes: Modes, state_c: FloatArray, forcing_wm2: FloatArray, out: FloatArray) -> None:
    """Put the three modes one year on, degC, shape (3, members), into `out`.

    forcing_wm2: mean forcing of the year, shape (members,)
    """
    np.multiply(modes.gain, forcing_wm2, out=out)
    out += modes.kept * state_c


def layer_temperatures(modes: Modes, state_c: FloatArray) -> FloatArray:
    """Warming of the layers, degC, shape (3 layers, members), from the modes."""
    layers: FloatArray = np.einsum("lmn,mn->ln", modes.pattern, state_c)
    return layers


def heat_content(layers: HeatLayers, layers_c: FloatArray) -> FloatArray:
    """Heat taken up by the three layers, W yr m-2, shape (members,)."""
    heat: FloatArray = np.sum(layers.heat_capacity * layers_c, axis=0)
    return heat


def equilibrium_sensitivity_c(layers: HeatLayers, doubling_wm2: FloatArray) -> FloatArray:
    """Warming in the end from a held doubling of CO2 (ECS), degC, shape (members,)."""
    sensitivity: FloatArray = doubling_wm2 / layers.heat_transfer[0]
    return sensitivity


def transient_response_c(modes: Modes, doubling_wm2: FloatArray) -> FloatArray:
    """Warming when CO2, growing by 1 % a year, has doubled (TCR), degC: mean of years 61-80.

    CO2 forcing grows in proportion to log CO2 here, the definition's textbook case.
    """
    state = np.zeros_like(modes.kept)
    per_year_wm2 = doubling_wm2 * np.log(1.01) / np.log(2.0)
    surface = []
    for year in range(80):
        stepped = np.empty_like(state)
        step_modes(modes, state, per_year_wm2 * (year + 0.5), out=stepped)
        state = stepped
        surface.append(state.sum(axis=0))
    response: FloatArray = np.mean(surface[60:80], axis=0)
    return response
