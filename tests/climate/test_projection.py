"""Projections keep the laws of the climate, and agree with what is published."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.climate.calibration.assessed_targets import read_scenarios
from game.climate.chain import run, state_in_1750
from game.climate.defaults import complete_emissions
from game.climate.ensemble import Ensemble, ensemble_of
from game.climate.members import Members
from game.climate.outcome import ar6_category
from game.climate.past import QUANTILES
from game.climate.pathway import FIRST_YEAR, LAST_YEAR, SPECIES, Pathway
from game.climate.projection import Projection, project
from game.climate.record import Record
from game.paths import assets_dir

ALL = read_scenarios((assets_dir() / "climate" / "scenarios.csv").read_text("utf-8"))
SCENARIOS = {name: ALL[name] for name in ("ssp119", "ssp245", "ssp585")}
FUTURE = np.arange(2022, LAST_YEAR + 1)


def of_scenario(name: str, first_year: int = 2015) -> Pathway:
    return Pathway(np.arange(first_year, LAST_YEAR + 1), SCENARIOS[name][first_year - 2015 :])


def published() -> dict[tuple[str, str, int], tuple[float, float, float]]:
    text = (Path(__file__).parent / "reference_emulator.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        (row["scenario"], row["quantity"], int(row["year"])): (
            float(row["p05"]),
            float(row["p50"] or "nan"),
            float(row["p95"]),
        )
        for row in rows
    }


PUBLISHED = published()


@pytest.fixture(scope="module")
def projections(ensemble: Ensemble) -> dict[str, Projection]:
    return {name: project(of_scenario(name), ensemble) for name in SCENARIOS}


@pytest.fixture(scope="module")
def few(ensemble: Ensemble) -> Ensemble:
    return ensemble.thinned(40)


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_warming_agrees_with_the_published_emulator(
    scenario: str, projections: dict[str, Projection]
) -> None:
    """Median within 0.10 degC, 5 % and 95 % within 0.25 degC, every decade and at the peak."""
    projection = projections[scenario]
    for year in range(2020, 2101, 10):
        low, middle, high = PUBLISHED[scenario, "warming_c", year]
        ours = projection.warming_c[:, year - 1850]
        assert ours[3] == pytest.approx(middle, abs=0.10), year
        assert ours[[0, 6]] == pytest.approx([low, high], abs=0.25), year
    low, middle, high = PUBLISHED[scenario, "peak_c", 0]
    assert projection.summary_peak[1] == pytest.approx(middle, abs=0.10)
    assert projection.summary_peak[0] == pytest.approx(low, abs=0.25)
    assert projection.summary_peak[2] == pytest.approx(high, abs=0.25)


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
@pytest.mark.parametrize("limit", [1.5, 2.0])
def test_odds_agree_with_the_published_emulator(
    scenario: str, limit: float, projections: dict[str, Projection]
) -> None:
    at_peak, _, in_2100 = PUBLISHED[scenario, f"below_{limit}_peak_and_2100", 0]
    projection = projections[scenario]
    assert projection.probability_below(limit, "peak") == pytest.approx(at_peak, abs=0.05)
    assert projection.probability_below(limit, "2100") == pytest.approx(in_2100, abs=0.05)


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_co2_agrees_with_the_published_emulator(
    scenario: str, projections: dict[str, Projection]
) -> None:
    for year in range(2020, 2101, 10):
        ppm = projections[scenario].co2_ppm_p50[year - 1850]
        assert ppm == pytest.approx(PUBLISHED[scenario, "co2_ppm", year][1], abs=10.0), year


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_a_pathway_from_2022_ends_near_where_its_own_past_would_have_led(
    scenario: str, ensemble: Ensemble, projections: dict[str, Projection]
) -> None:
    later = project(of_scenario(scenario, 2022), ensemble)
    assert later.summary_2100 == pytest.approx(projections[scenario].summary_2100, abs=0.03)


@pytest.mark.parametrize(
    ("scenario", "low", "high"), [("ssp119", 1.0, 1.8), ("ssp245", 2.1, 3.5), ("ssp585", 3.3, 5.7)]
)
def test_the_end_of_the_century_lies_in_the_assessed_range(
    scenario: str, low: float, high: float, projections: dict[str, Projection]
) -> None:
    """IPCC AR6 WG1 table SPM.1, 2081-2100, very likely."""
    late = projections[scenario].warming_c[3, 2081 - 1850 :].mean()
    assert low < late < high


def test_warming_to_date_is_as_observed(ensemble: Ensemble) -> None:
    """1.03 (0.87-1.13) degC in 2003-2022, IPCC AR6 updated; 0.85 in 1995-2014 (SPM.8)."""
    median = ensemble.past.warming_c[3]
    assert median[2003 - 1850 :].mean() == pytest.approx(1.03, abs=0.05)
    assert median[1995 - 1850 : 2015 - 1850].mean() == pytest.approx(0.85, abs=0.06)


def test_the_baseline_is_each_members_own_1850_to_1900(few: Ensemble) -> None:
    trace = run(few.members, FIRST_YEAR, few.members.record.emissions, state_in_1750(len(few)))
    annual = 0.5 * (trace.surface_c[1:] + trace.surface_c[:-1])
    assert few.past.baseline_c == pytest.approx(annual[100:151].mean(axis=0))


def test_going_on_from_2022_is_the_same_as_running_it_all(few: Ensemble) -> None:
    from_2022 = of_scenario("ssp245", 2022)
    whole = np.vstack([few.members.record.emissions, from_2022.emissions])
    at_once = project(Pathway(np.arange(FIRST_YEAR, LAST_YEAR + 1), whole), few)
    stepwise = project(from_2022, few)
    assert stepwise.warming_c == pytest.approx(at_once.warming_c, abs=1e-9)
    assert stepwise.co2_ppm_p50 == pytest.approx(at_once.co2_ppm_p50, abs=1e-9)
    assert stepwise.peak_warming_c == pytest.approx(at_once.peak_warming_c, abs=1e-9)


def test_a_member_alone_is_the_member_in_the_batch(ensemble: Ensemble) -> None:
    pathway = of_scenario("ssp245", 2022)
    batch = project(pathway, ensemble)
    for number in (0, 7, len(ensemble) - 1):
        alone = project(pathway, ensemble_of(ensemble.members.select(np.array([number]))))
        assert alone.warming_2100_c[0] == pytest.approx(batch.warming_2100_c[number], abs=1e-12)
        assert alone.peak_warming_c[0] == pytest.approx(batch.peak_warming_c[number], abs=1e-12)


CUT = st.tuples(st.integers(0, 60), st.floats(0.0, 1.0), st.floats(0.0, 1.0))


@given(st.sampled_from(sorted(SCENARIOS)), CUT, st.sampled_from(["co2_ffi_gtco2", "ch4_mtch4"]))
@settings(max_examples=25, deadline=None)
def test_a_deeper_cut_is_never_warmer_in_any_member(
    few: Ensemble, scenario: str, cut: tuple[int, float, float], species: str
) -> None:
    """The air's other pollutants held: cuts of fuels alone would take aerosols with them."""
    start, shallow, more = cut
    warming = []
    for share in (shallow, shallow + (1.0 - shallow) * more):
        emissions = of_scenario(scenario, 2022).emissions.copy()
        column = emissions[start:, SPECIES.index(species)]
        column -= share * np.maximum(column, 0.0)
        warming.append(project(Pathway(FUTURE, emissions), few))
    assert np.all(warming[1].warming_2100_c <= warming[0].warming_2100_c + 1e-9)
    assert np.all(warming[1].peak_warming_c <= warming[0].peak_warming_c + 1e-9)


def test_cleaner_air_alone_warms(few: Ensemble) -> None:
    emissions = of_scenario("ssp245", 2022).emissions.copy()
    dirty = project(Pathway(FUTURE, emissions), few)
    emissions[:, SPECIES.index("so2_mtso2")] *= np.linspace(1.0, 0.1, len(FUTURE))
    clean = project(Pathway(FUTURE, emissions), few)
    assert np.median(clean.warming_2100_c) > np.median(dirty.warming_2100_c) + 0.05


def test_cleaning_the_air_with_all_else_held_warms_by_seven_tenths(ensemble: Ensemble) -> None:
    """The published emulator: from 2.5 to 3.2 degC in 2100, median."""
    held = np.tile(SCENARIOS["ssp245"][2021 - 2015], (len(FUTURE), 1))
    cleaned = held.copy()
    air = [SPECIES.index(name) for name in SPECIES[4:11]]
    cleaned[:, air] = SCENARIOS["ssp119"][2022 - 2015 :, air]
    before, after = (project(Pathway(FUTURE, e), ensemble).summary_2100[1] for e in (held, cleaned))
    assert before == pytest.approx(2.5, abs=0.1)
    assert after == pytest.approx(3.2, abs=0.1)


def co2_only(members: Members) -> Members:
    """Return the same climates in a world where only CO2 has ever changed."""
    record = members.record
    emissions = np.tile(record.emissions[0], (len(record.emissions), 1))
    given = np.zeros_like(record.given)
    given[:, 1], given[:, 8] = 391.2, 1.0  # natural chlorine; F-gases, none, in one class
    return Members(members.parameters, Record(record.years, emissions, given))


def flat_ten(members: Members, years: int, stop_after: int) -> np.ndarray:
    """Warming at year bounds from 10 GtC a year, stopped after some years; (years + 1, members)."""
    from game.climate.gases import CH4_HELD_MT, N2O_HELD_MT

    world = co2_only(members)
    emissions = np.tile(world.record.emissions[0], (years, 1))
    emissions[:, SPECIES.index("co2_afolu_gtco2")] = 0.0
    emissions[:, SPECIES.index("co2_ffi_gtco2")] = 0.0
    emissions[:stop_after, SPECIES.index("co2_ffi_gtco2")] = 10.0 * 44.009 / 12.011
    emissions[:, SPECIES.index("ch4_mtch4")] = CH4_HELD_MT
    emissions[:, SPECIES.index("n2o_mtn2o")] = N2O_HELD_MT
    emissions[:, SPECIES.index("f_gases_gtco2e")] = 0.0
    return run(world, FIRST_YEAR, emissions, state_in_1750(len(world))).surface_c


def test_a_thousand_gtc_warm_by_the_assessed_amount(ensemble: Ensemble) -> None:
    """TCRE 1.65 (likely 1.0-2.3) degC per 1000 GtC, IPCC AR6 WG1 5.5.1."""
    tcre = flat_ten(ensemble.members, 100, 100)[-1]
    low, middle, high = np.quantile(tcre, (0.17, 0.5, 0.83))
    assert middle == pytest.approx(1.65, abs=0.25)
    assert low > 1.0
    assert high < 2.3


def test_warming_stays_near_level_when_co2_emissions_stop(ensemble: Ensemble) -> None:
    """Zero emissions commitment after 50 years: 0.0 +-0.19 degC (1 sigma), IPCC AR6 WG1 5.5.2."""
    warming = flat_ten(ensemble.members, 150, 100)
    commitment = warming[150] - warming[100]
    assert abs(np.median(commitment)) < 0.19


def test_nothing_emitted_beyond_1750s_warms_nothing(few: Ensemble) -> None:
    warming = flat_ten(few.members, 60, 0)
    assert np.abs(warming).max() < 1e-9


def test_quantiles_come_in_order_and_the_median_lies_in_the_middle(
    projections: dict[str, Projection],
) -> None:
    for projection in projections.values():
        assert projection.warming_c.shape == (len(QUANTILES), 251)
        assert projection.years[[0, -1]].tolist() == [1850, 2100]
        assert np.all(np.diff(projection.warming_c, axis=0) >= 0.0)
        assert projection.warming_c[3, -1] == pytest.approx(np.median(projection.warming_2100_c))
        assert np.all(projection.peak_warming_c >= projection.warming_2100_c)


def test_scenarios_fall_in_the_categories_their_odds_say(
    projections: dict[str, Projection],
) -> None:
    assert ar6_category(projections["ssp119"]) in {"C1", "C2"}
    assert ar6_category(projections["ssp245"]) == "C6"
    assert ar6_category(projections["ssp585"]) == "C8"


def test_the_ensemble_is_large_and_its_parts_are_fair_samples(ensemble: Ensemble) -> None:
    assert len(ensemble) >= 600
    part = project(of_scenario("ssp245", 2022), ensemble.thinned(160))
    whole = project(of_scenario("ssp245", 2022), ensemble)
    assert len(part.warming_2100_c) == 160
    assert part.summary_2100[1] == pytest.approx(whole.summary_2100[1], abs=0.15)


def test_pollutants_left_open_fall_with_the_fuels_that_make_them(few: Ensemble) -> None:
    emissions = np.full((len(FUTURE), len(SPECIES)), np.nan)
    emissions[:, :4] = few.members.record.emissions[-1, :4]
    emissions[:, 0] *= np.linspace(1.0, 0.0, len(FUTURE))
    filled = complete_emissions(Pathway(FUTURE, emissions), few.members.record)
    now = few.members.record.emissions[-1]
    for name in ("so2_mtso2", "bc_mtbc", "nox_mtno2"):
        column = filled[:, SPECIES.index(name)]
        assert column[0] == pytest.approx(now[SPECIES.index(name)], rel=0.03)
        assert np.all(np.diff(column) < 0.0)
        assert column[-1] > 0.0


def test_a_pathway_that_gives_only_the_four_gases_is_near_the_one_that_gives_all(
    ensemble: Ensemble, projections: dict[str, Projection]
) -> None:
    for name in SCENARIOS:
        sparse = of_scenario(name).emissions.copy()
        sparse[:, 4:] = np.nan
        short = project(Pathway(np.arange(2015, 2101), sparse), ensemble)
        full = projections[name].summary_2100[1]
        assert short.summary_2100[1] == pytest.approx(full, abs=0.35), name


def test_extreme_pathways_give_finite_answers(few: Ensemble) -> None:
    for scale in (0.0, 7.0):
        emissions = of_scenario("ssp585", 2022).emissions * scale
        extreme = project(Pathway(FUTURE, np.minimum(emissions, 2500.0)), few)
        assert np.all(np.isfinite(extreme.warming_c))
    removal = of_scenario("ssp119", 2022).emissions.copy()
    removal[:, 0] = np.linspace(30.0, -60.0, len(FUTURE))
    assert np.all(np.isfinite(project(Pathway(FUTURE, removal), few).warming_c))
