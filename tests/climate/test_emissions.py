"""Laws of the step from deals to emissions, on a small world."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.climate.commitments import AfterRule, Cap, SectorCut
from game.climate.emissions import emissions_of
from game.climate.world import Sector, World, world_from_nodes
from game.climate.world_total import pathway_of

SECTORS = (
    Sector("coal", "co2_fossil", 1.0),
    Sector("other", "co2_fossil", 1.0),
    Sector("land", "co2_land_use", 1.0),
    Sector("methane", "ch4", 0.5),
    Sector("n2o", "n2o", 0.35),
    Sector("f_gases", "f_gases", 0.85),
)


def small_world() -> World:
    def bloc(size: float) -> dict[str, dict[int, float]]:
        shares = {"coal": 4, "other": 6, "land": 1, "methane": 2, "n2o": 0.5, "f_gases": 0.3}
        return {k: {2021: v * size, 2040: v * size * 1.1, 2100: v} for k, v in shares.items()}

    nodes = {"north": bloc(1.0), "south": bloc(2.0)}
    reference = {"north": {2005: 15.0}, "south": {2005: 20.0}}
    return world_from_nodes("small", SECTORS, nodes, reference)


WORLD = small_world()
blocs = st.sampled_from(WORLD.blocs)
after = st.sampled_from(list(AfterRule))
cuts = st.builds(
    SectorCut,
    bloc=blocs,
    sector=st.sampled_from([sector.id for sector in SECTORS]),
    cut_gtco2e=st.floats(0, 6),
    after=after,
)
caps = st.builds(
    Cap,
    bloc=blocs,
    below_percent=st.floats(0, 90),
    base_year=st.sampled_from([None, 2005]),
    net_zero_year=st.sampled_from([None, 2050, 2070]),
    after=after,
)
deals = st.lists(st.one_of(cuts, caps), max_size=5)


def removed(commitments: list[SectorCut | Cap]) -> np.ndarray:
    total: np.ndarray = emissions_of(WORLD, []).total_gtco2e
    return total - emissions_of(WORLD, commitments).total_gtco2e


@given(deals)
@settings(max_examples=60)
def test_no_tonne_is_counted_twice(commitments):
    alone = sum((removed([one]) for one in commitments), np.zeros(len(WORLD.years)))
    assert np.all(alone >= removed(commitments) - 1e-9)


@given(deals, st.one_of(cuts, caps))
@settings(max_examples=60)
def test_one_more_commitment_never_adds_emissions(commitments, more):
    assert np.all(removed([*commitments, more]) >= removed(commitments) - 1e-9)


@given(
    st.permutations(
        [
            SectorCut("north", "coal", 2.0),
            SectorCut("north", "coal", 1.0),
            Cap("north", 40, 2005),
            Cap("north", 10, net_zero_year=2060),
            Cap("south", 20),
        ]
    )
)
@settings(max_examples=20)
def test_the_order_of_commitments_does_not_matter(commitments):
    assert removed(commitments) == pytest.approx(removed(sorted(commitments, key=repr)))


def test_a_sector_cut_takes_its_tonnes_in_the_target_year_and_holds_its_share():
    cut = removed([SectorCut("north", "coal", 2.0)])
    baseline = WORLD.baseline_gtco2e[:, 0, 0]
    assert cut[2030 - 2021] == pytest.approx(2.0)
    assert cut[-1] == pytest.approx(2.0 * baseline[-1] / baseline[9])
    assert cut[0] == 0.0


def test_a_measure_that_keeps_its_pace_goes_on_falling_by_as_much_a_year_to_zero():
    cut = SectorCut("north", "coal", 2.0, after=AfterRule.KEEP_PACE)
    coal = emissions_of(WORLD, [cut]).gtco2e[:, 0, 0]
    at = {year: year - int(WORLD.years[0]) for year in (2021, 2030, 2031, 2100)}
    pace = (coal[at[2021]] - coal[at[2030]]) / 9
    falls = -np.diff(coal[at[2030] :])
    going = coal[at[2030] :][:-1] > pace
    assert going.sum() > 5
    assert falls[going] == pytest.approx(pace)
    assert coal[-1] == 0.0


def test_a_measure_where_emissions_rose_all_the_same_stays_at_what_it_left():
    cut = SectorCut("north", "coal", 0.01, after=AfterRule.KEEP_PACE)
    coal = emissions_of(WORLD, [cut]).gtco2e[:, 0, 0]
    at_target = 2030 - int(WORLD.years[0])
    assert coal[at_target] > coal[0]
    baseline = WORLD.baseline_gtco2e[at_target:, 0, 0]
    assert coal[at_target:] == pytest.approx(np.minimum(baseline, coal[at_target]))


def test_a_cap_meets_its_level_and_its_net_zero_year():
    after_cap = emissions_of(WORLD, [Cap("north", 40, 2005, net_zero_year=2050)])
    north = after_cap.gtco2e[:, 0, :].sum(axis=1)
    assert north[2030 - 2021] == pytest.approx(0.6 * 15.0)
    assert north[2050 - 2021 :] == pytest.approx(0.0, abs=1e-9)
    assert after_cap.gtco2e[2060 - 2021, 0, 3] > 0.0  # herds still emit; removal balances them


def test_an_unknown_bloc_or_sector_is_named():
    with pytest.raises(KeyError, match="atlantis"):
        emissions_of(WORLD, [Cap("atlantis", 10)])
    with pytest.raises(KeyError, match="moonshine"):
        emissions_of(WORLD, [SectorCut("north", "moonshine", 1.0)])


@given(deals)
@settings(max_examples=20)
def test_the_sum_of_blocs_is_the_world_the_climate_model_reads(commitments):
    emissions = emissions_of(WORLD, commitments)
    pathway = pathway_of(emissions)
    gtco2e = (
        pathway.of("co2_ffi_gtco2")
        + pathway.of("co2_afolu_gtco2")
        + pathway.of("ch4_mtch4") * 0.0279
        + pathway.of("n2o_mtn2o") * 0.273
        + pathway.of("f_gases_gtco2e")
    )
    assert gtco2e == pytest.approx(emissions.total_gtco2e[1:])
    assert emissions.by_gas.sum(axis=(1, 2)) == pytest.approx(emissions.total_gtco2e)
