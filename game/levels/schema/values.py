"""Value types of level and world files: names, texts, days, figures, places, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN, LETTERS_PATTERN = r"^[a-z][a-z0-9_]{0,39}$", r"^\w{1,3}$"
DAY_PATTERN, NOT_A_DAY = r"^\d{4}-\d{2}-\d{2}$", "not_a_day"


def _of_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise PydanticCustomError(NOT_A_DAY, "not a day of the calendar") from None
    return day


@dataclass(frozen=True)
class Shown:
    """The mark of a field whose text players read, so that it can be told in another language.

    alone: the only such text of its set of fields; a file of translations has it in place of them
    """

    alone: bool = False


SHOWN, SHOWN_ALONE = Shown(), Shown(alone=True)
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Version = Annotated[str, StringConstraints(min_length=1, max_length=20)]
ShownName = Annotated[Name, SHOWN]
ShownText = Annotated[Text, SHOWN]
Letters = Annotated[str, StringConstraints(pattern=LETTERS_PATTERN)]
Day = Annotated[str, StringConstraints(pattern=DAY_PATTERN), AfterValidator(_of_the_calendar)]
Points = Annotated[float, Field(ge=-1000, le=1000)]
Votes = Annotated[float, Field(ge=-1000, le=1000)]
Share = Annotated[float, Field(ge=0, le=3)]
PerGiver = dict[Id, dict[Id, list[Points]]]
HintPlace = Literal[
    "briefing_start",
    "cable_open",
    "hub_table",
    "hub_dossier",
    "hub_probe",
    "hub_talk",
    "hub_backing",
    "hub_press",
    "hub_tie",
    "hub_hold",
    "hub_home",
    "hub_ledger",
    "hub_advice",
    "table_term",
    "table_ask",
    "table_offer",
    "table_outcome",
    "table_condition",
    "table_send",
    "table_advice",
    "predict_guess",
    "home_groups",
    "reply_reason",
    "reply_counter",
    "reply_take",
    "reply_change",
    "reply_round",
    "plenary_verdict",
]


class Strict(BaseModel):
    """No field beyond those named; a number is a number and text is text."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SourceField(Strict):
    """Where a statement about the world comes from."""

    name: Name = Field(description="who published it, and when")
    year: int = Field(ge=1800, le=2100, description="year of publication")
    figure: Text | None = Field(None, description="the figure or the words that the level rests on")
