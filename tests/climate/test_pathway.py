"""A pathway file is read as meant, or refused with one sentence that says where and why."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.climate.ensemble import load_record
from game.climate.pathway import (
    FIRST_YEAR,
    LAST_YEAR,
    REQUIRED,
    SPECIES,
    Pathway,
    PathwayUnreadable,
    read_pathway_csv,
)
from game.climate.unit_slips import unit_notes
from game.commands.project_command import told
from game.paths import climate_dir
from game.texts import Texts

HEADER = "year," + ",".join(REQUIRED)


def table(*rows: str, header: str = HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"


FLAT = ("2022,38,4,380,11", "2100,0,-2,200,8")


def refusal(text: str, language: str = "en") -> str:
    with pytest.raises(PathwayUnreadable) as caught:
        read_pathway_csv(text)
    sentence = told(caught.value, "my.csv", Texts.load(language))
    assert "\n" not in sentence
    assert sentence.endswith((".", "。"))
    return sentence


def test_a_file_of_two_years_is_filled_on_straight_lines() -> None:
    pathway = read_pathway_csv(table(*FLAT))
    assert pathway.years[0] == 2022
    assert pathway.years[-1] == 2100
    assert pathway.of("co2_ffi_gtco2")[39] == pytest.approx(19.0)
    assert pathway.of("ch4_mtch4")[-1] == 200.0


def test_a_column_that_is_not_given_is_left_open() -> None:
    pathway = read_pathway_csv(table(*FLAT))
    assert np.all(np.isnan(pathway.of("so2_mtso2")))


def test_columns_come_in_any_order_with_blank_lines_and_a_byte_order_mark() -> None:
    header = "so2_mtso2, year ,n2o_mtn2o,ch4_mtch4,co2_afolu_gtco2,co2_ffi_gtco2"
    text = "\ufeff" + table("80,2022,11,380,4,38", "", "20,2100,8,200,-2,0", header=header)
    pathway = read_pathway_csv(text)
    assert pathway.of("so2_mtso2")[0] == 80.0
    assert pathway.of("co2_afolu_gtco2")[-1] == -2.0


def test_windows_line_ends_are_read() -> None:
    pathway = read_pathway_csv(table(*FLAT).replace("\n", "\r\n"))
    assert len(pathway.years) == 79


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ("my.csv", "empty")),
        ("\n\n", ("my.csv", "empty")),
        (HEADER + "\n", ("my.csv", "no years")),
        (table("2022,38,4,380,11", "2100,0,-2,nan,8"), ("row 3", "ch4_mtch4", "finite")),
        (table("2022,38,4,380,11", "2100,0,-2,inf,8"), ("row 3", "ch4_mtch4", "finite")),
        (table("2022,38,4,-380,11", FLAT[1]), ("row 2", "ch4_mtch4", "negative")),
        (table("2022,38,4,380,-1", FLAT[1]), ("row 2", "n2o_mtn2o", "negative")),
        (table(FLAT[1], FLAT[0]), ("row 3", "year", "2022", "rising order")),
        (table(FLAT[0], FLAT[0], FLAT[1]), ("row 3", "year", "twice")),
        (table("2030,38,4,380,11", FLAT[1]), ("row 2", "year", "2030", "2022")),
        (table(FLAT[0], "2060,0,-2,200,8"), ("row 3", "year", "2060", "2100")),
        (table("2022.5,38,4,380,11", FLAT[1]), ("row 2", "year", "2022.5")),
        (table("1492,38,4,380,11", FLAT[1]), ("row 2", "year", "1492")),
        (table(FLAT[0], "2200,38,4,380,11"), ("row 3", "year", "2200")),
        (table("2022,38,4,lots,11", FLAT[1]), ("row 2", "ch4_mtch4", '"lots"')),
        (table("2022,38,4,,11", FLAT[1]), ("row 2", "ch4_mtch4", "empty")),
        (table("2022,38,4,380", FLAT[1]), ("row 2", "4 values", "5 columns")),
        (table("2022,38000,4,380,11", FLAT[1]), ("row 2", "co2_ffi_gtco2", "unit")),
        (table("2022,1e308,4,380,11", FLAT[1]), ("row 2", "co2_ffi_gtco2", "unit")),
        (table(FLAT[0], header="year,co2_ffi_gtco2,ch4_mtch4"), ("row 1", "co2_afolu_gtco2")),
        (table("38,4,380,11", header=",".join(REQUIRED)), ("row 1", "year", "missing")),
        (table(FLAT[0], header=HEADER + ",co2"), ("row 1", '"co2"')),
        (table(FLAT[0], header=HEADER + ",year"), ("row 1", "year", "twice")),
        (table("2022,38,4,380,11,7", header=HEADER + ","), ("row 1", '""')),
        ("\x00\x01\x02", ("my.csv",)),
    ],
)
def test_a_bad_file_is_refused_with_the_place_and_the_reason(
    text: str, parts: tuple[str, ...]
) -> None:
    sentence = refusal(text)
    for part in parts:
        assert part in sentence


@pytest.mark.parametrize("language", ["fr", "es", "zh_Hans"])
def test_the_reason_is_told_in_every_language(language: str) -> None:
    english = refusal(table("2022,38,4,lots,11", FLAT[1]))
    said = refusal(table("2022,38,4,lots,11", FLAT[1]), language)
    assert said != english
    assert all(part in said for part in ("my.csv", "2", "ch4_mtch4", '"lots"'))


def test_a_million_rows_are_refused_at_once() -> None:
    sentence = refusal(HEADER + "\n" + "2022,38,4,380,11\n" * 1_000_000)
    assert "too long" in sentence


def test_more_rows_than_years_are_refused() -> None:
    rows = [f"{year},38,4,380,11" for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    assert "more rows than the years" in refusal(table(*rows, *rows))


def test_a_pathway_made_in_code_must_be_whole() -> None:
    years = np.arange(2022, 2101)
    emissions = np.ones((len(years), len(SPECIES)))
    for bad_years, bad_emissions in (
        (years[:-1], emissions[:-1]),
        (years + 1, emissions),
        (years[::2], emissions[::2]),
        (years, emissions[:, :-1]),
    ):
        with pytest.raises(ValueError, match=r"year|species|end"):
            Pathway(bad_years, bad_emissions)
    holed = emissions.copy()
    holed[3, 6] = np.nan
    with pytest.raises(ValueError, match="finite"):
        Pathway(years, holed)


RAW = (
    (2015, 35.5, 5.0, 370.0, 10.5),
    (2022, 1037.25, 4.3, 380.0, 11.0),
    (2100, -1.5, -2.0, 1300.5, 8.0),
)


def _written(separator: str, comma: str, thousands: str, minus: str, tail: str) -> str:
    """Write the same table as a spreadsheet of another country would."""

    def cell(number: float) -> str:
        whole, _, part = f"{abs(number):.2f}".partition(".")
        if thousands and len(whole) > 3:
            whole = whole[:-3] + thousands + whole[-3:]
        text = (minus if number < 0 else "") + whole + comma + part
        return f'"{text}"' if separator in text else text

    lines = [separator.join(["year", *REQUIRED]) + tail]
    for year, *figures in RAW:
        shrunk = [figures[0] / 10, *figures[1:]]
        lines.append(separator.join([str(year), *map(cell, shrunk)]) + tail)
    return "# from a spreadsheet\n" + "\n".join(lines) + "\n"


@given(
    separator=st.sampled_from([",", ";", "\t"]),
    signs=st.sampled_from(
        [(".", ""), (".", ","), (".", "\u202f"), (",", ""), (",", "."), (",", " ")]
    ),
    minus=st.sampled_from(["-", "−", "–"]),
    blanks=st.integers(0, 3),
    start=st.sampled_from(["", "\ufeff", "\n\n"]),
    ends=st.sampled_from(["\n", "\r\n"]),
)
def test_a_table_reads_alike_in_every_country(
    separator: str, signs: tuple[str, str], minus: str, blanks: int, start: str, ends: str
) -> None:
    comma, thousands = signs
    text = start + _written(separator, comma, thousands, minus, separator * blanks)
    plain = read_pathway_csv(_written(",", ".", "", "-", ""))
    assert np.array_equal(
        read_pathway_csv(text.replace("\n", ends)).emissions, plain.emissions, equal_nan=True
    )


def test_an_optional_column_that_is_blank_throughout_is_left_open() -> None:
    rows = [f"{row}," for row in FLAT]
    pathway = read_pathway_csv(table(*rows, header=HEADER + ",so2_mtso2"))
    assert np.all(np.isnan(pathway.of("so2_mtso2")))


def test_a_comma_that_could_mean_two_things_is_refused_with_its_row() -> None:
    text = "year;" + ";".join(REQUIRED) + "\n2022;38;4;1,380;11\n2100;0;-2;200;8\n"
    assert "row 2" in refusal(text)


RECORD = load_record(climate_dir())


@pytest.mark.parametrize(
    ("column", "factor", "likely"),
    [
        ("co2_ffi_gtco2", 12.011 / 44.009, "GtC"),
        ("n2o_mtn2o", 28.014 / 44.013, "MtN2O-N"),
        ("ch4_mtch4", 1e-3, "GtCH4"),
        ("so2_mtso2", 0.5, "MtS"),
        ("nox_mtno2", 14.007 / 46.005, "MtN"),
    ],
)
def test_a_column_in_another_unit_is_named_with_the_unit(
    column: str, factor: float, likely: str
) -> None:
    given_by_record = RECORD.emissions[-1].copy()
    table_of = np.tile(given_by_record, (LAST_YEAR - 2021, 1))
    years = np.arange(2022, LAST_YEAR + 1)
    assert unit_notes(Pathway(years, table_of), RECORD) == []
    table_of[:, SPECIES.index(column)] *= factor
    (note,) = unit_notes(Pathway(years, table_of), RECORD)
    assert (note.column, note.likely) == (column, likely)
