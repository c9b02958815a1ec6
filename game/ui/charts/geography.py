"""The earth for drawing: outlines by bloc, places, and the map projection.

Outlines are Natural Earth's (public domain); see assets/map/README.md.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pygame

from game.climate.arrays import FloatArray
from game.paths import assets_dir

LonLat = tuple[float, float]
NORTH, SOUTH = 83.7, -56.5  # degrees; beyond them lies nothing that the map shows


@dataclass(frozen=True)
class Country:
    """One country.

    bloc: where its emissions are counted; None where a border is disputed
    member_of: the blocs whose delegation speaks for it, the one of its emissions first
    rings: its parts on the plane, each of shape (points, 2)
    """

    id: str
    bloc: str | None
    member_of: tuple[str, ...]
    rings: tuple[FloatArray, ...]


@dataclass(frozen=True)
class SmallState:
    """A state too small to be seen, drawn as a dot; member_of: as of a country."""

    id: str
    member_of: tuple[str, ...]
    at: LonLat


@dataclass(frozen=True)
class Atlas:
    """Everything the map is drawn from; longitudes and latitudes in degrees.

    anchors: where the seal of a bloc stands
    places: towns where meetings are held, by name
    """

    countries: tuple[Country, ...]
    states: tuple[SmallState, ...]
    anchors: dict[str, LonLat]
    places: dict[str, LonLat]


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Return the world as shipped, read once."""
    data = json.loads((assets_dir() / "map" / "world.json").read_text(encoding="utf-8"))
    members = {bloc: frozenset(ids) for bloc, ids in data["members"].items()}
    return Atlas(
        tuple(_countries(data["countries"], members)),
        tuple(
            SmallState(
                state["id"], _member_of(state["id"], state["bloc"], members), _pair(state["at"])
            )
            for state in data["states"]
        ),
        {bloc: _pair(at) for bloc, at in data["anchors"].items()},
        {name: _pair(at) for name, at in data["places"].items()},
    )


def projected(lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
    """Return points on the Natural Earth projection: (points, 2), x east, y south, in radii.

    Savric, Jenny, Patterson, Petrovic and Hurni (2011), A polynomial equation for the Natural
    Earth projection, CaGIS 38(4). Longitudes within 180 degrees of Greenwich.
    """
    lon, lat = np.radians(lon_deg), np.radians(lat_deg)
    a = lat * lat
    b = a * a
    x = lon * (0.8707 - 0.131979 * a + b * (-0.013791 + b * (0.003971 * a - 0.001529 * b)))
    y = lat * (1.007226 + a * (0.015085 + b * (-0.044475 + 0.028874 * a - 0.005916 * b)))
    return np.stack([x, -y], axis=-1)


@dataclass(frozen=True)
class MapFrame:
    """Where the plane lies on a rectangle of pixels: `scale` pixels to a radius."""

    left: float
    top: float
    scale: float

    @classmethod
    def within(cls, rect: pygame.Rect) -> MapFrame:
        """Fit the world as large as it goes, at the right: things are said at the left."""
        east, north, south = _edges()
        width, height = 2 * east, south - north
        scale = min(rect.width / width, rect.height / height)
        left = rect.right - east * scale
        top = rect.y + (rect.height - height * scale) / 2 - north * scale
        return cls(left, top, scale)

    def points(self, plane: FloatArray) -> FloatArray:
        """Return the pixels of points on the plane."""
        pixels: FloatArray = plane * self.scale + np.array([self.left, self.top])
        return pixels

    def point(self, at: LonLat) -> tuple[int, int]:
        """Return the pixel of a place on the earth."""
        (x, y) = self.points(projected(np.array(at[0]), np.array(at[1]))).tolist()
        return round(x), round(y)


def globe() -> FloatArray:
    """Return the edge of what the map shows, on the plane."""
    down = np.linspace(NORTH, SOUTH, 60)
    east = projected(np.full(60, 180.0), down)
    west = projected(np.full(60, -180.0), down[::-1])
    return np.concatenate([east, west])


def height_for(width: float) -> float:
    """Return how high the map is at a width."""
    east, north, south = _edges()
    return width * (south - north) / (2 * east)


def full_width() -> float:
    """Return how wide the map is on the plane, in radii."""
    return 2 * _edges()[0]


@lru_cache(maxsize=1)
def _edges() -> tuple[float, float, float]:
    """Return the farthest east, north and south on the plane."""
    edge = globe()
    return float(edge[:, 0].max()), float(edge[:, 1].min()), float(edge[:, 1].max())


def _countries(
    listed: list[dict[str, Any]], members: Mapping[str, Collection[str]]
) -> Iterator[Country]:
    """Yield the countries; rings come flat, in tenths of a degree, longitude before latitude."""
    rings = [ring for each in listed for ring in each["rings"]]
    degrees = np.array([tenths for ring in rings for tenths in ring]).reshape(-1, 2) / 10
    ends = np.cumsum([len(ring) // 2 for ring in rings])
    on_plane = iter(np.split(projected(degrees[:, 0], degrees[:, 1]), ends[:-1]))
    for each in listed:
        groups = _member_of(each["id"], each["bloc"], members)
        yield Country(
            each["id"], each["bloc"], groups, tuple(next(on_plane) for _ in each["rings"])
        )


def _member_of(
    country: str, bloc: str | None, members: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """Return the blocs whose delegation speaks for a country.

    Where a bloc's delegation is a group with a list of its own, the list decides, not the bloc.
    """
    listed = [each for each, ids in members.items() if country in ids]
    if bloc is None or bloc in listed or bloc in members:
        return tuple(sorted(listed, key=lambda each: each != bloc))
    return (bloc, *listed)


def _pair(at: list[float]) -> LonLat:
    return at[0], at[1]
