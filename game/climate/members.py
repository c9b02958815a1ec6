"""The parameters of each ensemble member."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.climate.arrays import FloatArray, IntArray
from game.climate.carbon import CarbonSensitivity
from game.climate.record import Record
from game.climate.temperature import HeatLayers, Modes, modes_of

# Every parameter of a member, its unit and meaning. Priors: `climate.calibration.priors`.
PARAMETERS: dict[str, str] = {
    "co2_1750_ppm": "CO2 in 1750, ppm",
    "iirf_0_yr": "100-year integrated airborne fraction of CO2 in 1750, years",
    "iirf_uptake_yr_per_gtco2": "its growth per GtCO2 taken up",
    "iirf_airborne_yr_per_gtco2": "its growth per GtCO2 airborne",
    "iirf_temperature_yr_per_c": "its growth per degree",
    "capacity_surface": "heat capacity of the surface layer, W yr m-2 K-1",
    "capacity_upper": "heat capacity of the upper ocean, W yr m-2 K-1",
    "capacity_deep": "heat capacity of the deep ocean, W yr m-2 K-1",
    "feedback": "climate feedback, W m-2 K-1",
    "transfer_upper": "heat transfer surface to upper ocean, W m-2 K-1",
    "transfer_deep": "heat transfer upper to deep ocean, W m-2 K-1",
    "deep_efficacy": "efficacy of deep-ocean heat uptake, 1",
    "co2_scale": "CO2 forcing against the best estimate, 1",
    "ch4_scale": "CH4 forcing against the best estimate, 1",
    "n2o_scale": "N2O forcing against the best estimate, 1",
    "halogen_scale": "halogen forcing against the best estimate, 1",
    "ozone_ch4": "ozone forcing per ppb CH4, W m-2",
    "ozone_n2o": "ozone forcing per ppb N2O, W m-2",
    "ozone_eesc": "ozone forcing per ppt EESC, W m-2",
    "ozone_nox": "ozone forcing per Mt NO2/yr, W m-2",
    "ozone_co": "ozone forcing per Mt CO/yr, W m-2",
    "ozone_nmvoc": "ozone forcing per Mt NMVOC/yr, W m-2",
    "water_vapour_ch4": "stratospheric water vapour forcing per ppb CH4, W m-2",
    "contrails_2019": "contrail forcing in 2019, W m-2",
    "snow_bc": "forcing of black carbon on snow per Mt BC/yr, W m-2",
    "land_use": "albedo forcing per GtCO2 of land-use emissions so far, W m-2",
    "solar_scale": "solar forcing against the best estimate, 1",
    "volcanic_scale": "volcanic forcing against the best estimate, 1",
    "ari_so2": "aerosol-radiation forcing per Mt SO2/yr, W m-2",
    "ari_bc": "aerosol-radiation forcing per Mt BC/yr, W m-2",
    "ari_oc": "aerosol-radiation forcing per Mt OC/yr, W m-2",
    "ari_nh3": "aerosol-radiation forcing per Mt NH3/yr, W m-2",
    "aci_scale_wm2": "aerosol-cloud forcing per e-fold of particles, W m-2",
    "aci_so2": "particles per Mt SO2/yr, against nature's",
    "aci_bc": "particles per Mt BC/yr, against nature's",
    "aci_oc": "particles per Mt OC/yr, against nature's",
}


@dataclass(frozen=True)
class Members:
    """Equally likely versions: `parameters[name]` has shape (members,); names in PARAMETERS."""

    parameters: dict[str, FloatArray]
    record: Record

    def __len__(self) -> int:
        """How many members there are."""
        return len(self.parameters["feedback"])

    def __getitem__(self, name: str) -> FloatArray:
        """One parameter of all members, shape (members,)."""
        return self.parameters[name]

    def select(self, chosen: IntArray) -> "Members":
        """Return some of the members, by their numbers."""
        fewer = {name: values[chosen] for name, values in self.parameters.items()}
        return Members(fewer, self.record)

    @cached_property
    def carbon(self) -> CarbonSensitivity:
        """How long CO2 stays in the air."""
        return CarbonSensitivity(
            self["iirf_0_yr"],
            self["iirf_uptake_yr_per_gtco2"],
            self["iirf_airborne_yr_per_gtco2"],
            self["iirf_temperature_yr_per_c"],
        )

    @cached_property
    def layers(self) -> HeatLayers:
        """The three layers that warm."""
        return HeatLayers(
            np.array([self["capacity_surface"], self["capacity_upper"], self["capacity_deep"]]),
            np.array([self["feedback"], self["transfer_upper"], self["transfer_deep"]]),
            self["deep_efficacy"],
        )

    @cached_property
    def modes(self) -> Modes:
        """The layers solved for one year."""
        return modes_of(self.layers)
