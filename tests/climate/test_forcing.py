"""Forcing has the sizes the IPCC assessed."""

import numpy as np
import pytest

from game.climate.agents import cloud_erf
from game.climate.ensemble import Ensemble
from game.climate.forcing import (
    CH4_1750_PPB,
    CO2_1750_PPM,
    N2O_1750_PPB,
    OZONE_LOST_WM2_PER_C,
    GasForcing,
    aerosol_cloud_erf,
    ch4_erf,
    co2_erf,
    doubled_co2_erf,
    n2o_erf,
)

CO2_2019, CH4_2019, N2O_2019 = 409.9, 1866.3, 332.1  # IPCC AR6 WG1 2.2.3
AR6 = "IPCC AR6 WG1 table 7.8"


def array(value: float) -> np.ndarray:
    return np.array([value])


def test_twice_the_co2_forces_3_93_watts() -> None:
    assert doubled_co2_erf(array(1.0))[0] == pytest.approx(3.93, abs=0.02), AR6


def test_co2_of_2019_forces_2_16_watts() -> None:
    erf = co2_erf(array(CO2_2019), array(CO2_1750_PPM), N2O_2019)
    assert erf[0] == pytest.approx(2.16, abs=0.01), AR6


def test_methane_of_2019_forces_0_54_watts() -> None:
    assert ch4_erf(np.sqrt(array(CH4_2019)), N2O_2019)[0] == pytest.approx(0.54, abs=0.01), AR6


def test_nitrous_oxide_of_2019_forces_0_21_watts() -> None:
    erf = n2o_erf(N2O_2019, np.sqrt(array(CO2_2019)), np.sqrt(array(CH4_2019)))
    assert erf[0] == pytest.approx(0.21, abs=0.01), AR6


def test_the_air_of_1750_forces_nothing() -> None:
    assert co2_erf(array(CO2_1750_PPM), array(CO2_1750_PPM), N2O_1750_PPB)[0] == 0.0
    assert ch4_erf(np.sqrt(array(CH4_1750_PPB)), N2O_1750_PPB)[0] == pytest.approx(0.0)
    assert n2o_erf(N2O_1750_PPB, array(16.7), array(27.0))[0] == 0.0


def test_the_first_particles_make_the_most_of_a_cloud() -> None:
    clean, now, twice = (
        aerosol_cloud_erf(array(1.5), array(seeds), array(0.1))[0] for seeds in (0.1, 0.6, 1.1)
    )
    assert clean == 0.0
    assert now < 0.0
    assert twice - now > now - clean


def test_gathering_the_terms_changes_nothing(ensemble: Ensemble) -> None:
    members = ensemble.members
    n2o, known = np.array([300.0, 350.0]), np.full((2, len(members)), 0.25)
    gathered = GasForcing(members.parameters, n2o, known)
    co2 = np.linspace(260.0, 2600.0, len(members))
    ch4 = np.linspace(700.0, 3500.0, len(members))
    warming = np.linspace(0.0, 6.0, len(members))
    for year in (0, 1):
        plain = (
            members["co2_scale"] * co2_erf(co2, members["co2_1750_ppm"], n2o[year])
            + members["ch4_scale"] * ch4_erf(np.sqrt(ch4), n2o[year])
            + members["n2o_scale"] * n2o_erf(n2o[year], np.sqrt(co2), np.sqrt(ch4))
            + (members["ozone_ch4"] + members["water_vapour_ch4"]) * (ch4 - CH4_1750_PPB)
            - OZONE_LOST_WM2_PER_C * warming
            + known[year]
        )
        erf = gathered.in_year(year, co2, ch4 - CH4_1750_PPB, warming)
        assert erf == pytest.approx(plain, abs=1e-12)


def test_every_agent_of_2019_has_its_assessed_size(ensemble: Ensemble) -> None:
    """5-95 % of the members inside the assessed 5-95 % range, with a tenth of it to spare."""
    from game.climate.agents import agent_erf, drivers_of
    from game.climate.pathway import FIRST_YEAR, SPECIES

    members = ensemble.members
    species = dict(zip(SPECIES, members.record.emissions.T, strict=True))
    drivers = drivers_of(members.record, FIRST_YEAR, species, N2O_1750_PPB, np.zeros(4), 0.0)
    of_2019 = 2019 - FIRST_YEAR
    assessed = {
        "halogens": (0.33, 0.49),
        "contrails": (0.02, 0.10),
        "snow": (0.0, 0.18),
        "land_use": (-0.30, -0.10),
    }
    for agent, (low, high) in assessed.items():
        p05, p95 = np.quantile(agent_erf(members, drivers, agent)[of_2019], (0.05, 0.95))
        spare = 0.15 * (high - low)
        assert p05 > low - spare, agent
        assert p95 < high + spare, agent
    decade = slice(2005 - FIRST_YEAR, 2015 - FIRST_YEAR)
    ari = agent_erf(members, drivers, "aerosol_radiation")[decade].mean(axis=0)
    aci = cloud_erf(members, drivers)[decade].mean(axis=0)
    assert np.median(ari) == pytest.approx(-0.3, abs=0.1)
    assert np.median(aci) == pytest.approx(-1.0, abs=0.15)
    assert np.median(ari + aci) == pytest.approx(-1.3, abs=0.15)
