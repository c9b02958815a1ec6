"""Type names for the climate model's arrays, and runs set side by side."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


def sum_of_three(rows: FloatArray, out: FloatArray) -> None:
    """Sum an array of shape (3, members) over its rows into `out`; quicker than a reduction."""
    np.add(rows[0], rows[1], out=out)
    out += rows[2]


def repeated(array: FloatArray, runs: int) -> FloatArray:
    """Return an array whose last axis is the members, for as many runs side by side."""
    return array if runs == 1 else np.concatenate([array] * runs, axis=-1)


class PerMember:
    """Arrays alone, each with the members on its last axis, or 1 there where all are alike."""

    @classmethod
    def side_by_side(cls, runs: Sequence[Self], count: int) -> Self:
        """Several runs of `count` members each as one run of all of them, run after run."""
        if len(runs) == 1:
            return runs[0]
        together = cls.__new__(cls)
        for name in vars(runs[0]):
            arrays = [getattr(run, name) for run in runs]
            shapes = [(*array.shape[:-1], count) for array in arrays]
            wide = [np.broadcast_to(a, shape) for a, shape in zip(arrays, shapes, strict=True)]
            setattr(together, name, np.concatenate(wide, axis=-1))
        return together
