"""What a level file may say, field by field. The descriptions are the modder's reference."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Letters = Annotated[str, StringConstraints(pattern=r"^\w{1,3}$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Points = Annotated[float, Field(ge=-1000, le=1000)]
Votes = Annotated[float, Field(ge=-1000, le=1000)]
Share = Annotated[float, Field(ge=0, le=3)]
PerGiver = dict[Id, dict[Id, list[Points]]]


class Strict(BaseModel):
    """No field beyond those named; a number is a number and text is text."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SourceField(Strict):
    """Where a statement about the world comes from."""

    name: Name
    year: int = Field(ge=1800, le=2100)
    figure: Text | None = None


class RoundField(Strict):
    """One dated meeting."""

    id: Id
    title: Name
    start: Day
    end: Day
    place: Name
    actions: int = Field(ge=1, le=12, description="actions the player has in this round")
    cable: Text
    sources: list[SourceField] = []


class OptionField(Strict):
    """One step of an issue."""

    id: Id
    label: Name


class SectorCutField(Strict):
    """A measure in one sector of one bloc of the world."""

    kind: Literal["sector_cut"]
    bloc: Id
    sector: Id
    giver: Id | None = Field(None, description="whose promise this is; left out: every giver's")
    cut_gtco2e_2030: list[Annotated[float, Field(ge=0, le=20)]]
    after: Literal["hold_share", "keep_pace"] = "hold_share"


class CapField(Strict):
    """A limit on all greenhouse gases of one bloc; null where an option sets none."""

    kind: Literal["cap"]
    bloc: Id
    giver: Id | None = None
    below_percent: list[Annotated[float, Field(ge=-100, le=100)] | None]
    base_year: int | None = Field(None, description="left out: against current policies")
    target_year: int = Field(2030, ge=2025, le=2060)
    net_zero_year: list[Annotated[int, Field(ge=2030, le=2100)] | None] | None = None
    after: Literal["hold_share", "keep_pace"] = "hold_share"


class IssueField(Strict):
    """A matter under negotiation; options go from today's course to the deepest."""

    id: Id
    title: Name
    about: Text
    domain: Literal["climate", "finance", "trade", "diplomacy"]
    givers: list[Id] = Field(min_length=1, max_length=12)
    options: list[OptionField] = Field(min_length=2, max_length=6)
    opens: Id | None = Field(None, description="first round; left out: the first of all")
    closes: Id = Field(description="last round in which it can be agreed")
    due: Id = Field(
        description="round at whose end promises on it are checked; one made later, at its own end"
    )
    effects: list[SectorCutField | CapField] = []
    sources: list[SourceField] = Field(min_length=1)


class RedLineField(Strict):
    """An option, and all deeper ones (never) or all shallower ones (at_least), never accepted."""

    issue: Id
    giver: Id
    never: Id | None = None
    at_least: Id | None = None
    kind: Literal["stated", "hidden", "bluff"] = "stated"
    said: Text


class TermField(Strict):
    """An option of an issue, given by a delegation."""

    issue: Id
    giver: Id
    option: Id


class LinkageField(Strict):
    """Two terms worth more, or less, together than apart."""

    first: TermField
    second: TermField
    points: Points
    because: Text


class SidePaymentField(Strict):
    """What the envoy can promise a group at home for its votes, once."""

    label: Name = Field(description="the promise, in a few words")
    votes: Annotated[float, Field(gt=0, le=1000)] = Field(description="votes it wins in the group")
    upset: Id | None = Field(None, description="another group that takes it amiss")
    upset_votes: Annotated[float, Field(ge=0, le=1000)] = Field(
        0, description="votes that group withdraws"
    )


class FactionField(Strict):
    """A group of votes at home."""

    id: Id
    name: Name
    votes: Annotated[float, Field(ge=0, le=1000)]
    seats: Annotated[float, Field(gt=0, le=1000)]
    terms: dict[Id, dict[Id, list[Votes]]] = {}
    because: dict[Id, Text] = {}
    side_payment: SidePaymentField | None = Field(
        None, description="what the envoy can promise it for its votes"
    )


class HomeField(Strict):
    """Who must vote for what the envoy brings back."""

    body: Name
    pass_mark: Annotated[float, Field(ge=0, le=1000)]
    factions: list[FactionField] = Field(min_length=1, max_length=12)


class PersonalityField(Strict):
    """How the computer bargains in this seat."""

    opening_share: Share = 0.7
    patience: Annotated[float, Field(gt=0.05, le=20)] = 1.0
    reciprocity: Annotated[float, Field(ge=0, le=1)] = 0.5
    face_weight: Share = 0.1
    coalition_weight: Annotated[float, Field(ge=0, le=1)] = 0.3
    walks_out_after: Annotated[
        int,
        Field(ge=1, le=20, description="offers that ask and give nothing before it leaves"),
    ] = 3


class VariesField(Strict):
    """How far each game may draw this party from the figures below, either way, by its seed."""

    value_of_no_deal: Annotated[float, Field(ge=0, le=100, description="points")] = 0.0
    votes: Annotated[float, Field(ge=0, le=100, description="of each group at home")] = 0.0


class DelegationField(Strict):
    """A party at the table."""

    id: Id
    name: Name
    letters: Letters | None = Field(
        None, description="what stands on its seal; left out: its initials"
    )
    office: Name
    bloc: Id
    interests: Text
    value_of_no_deal: Points
    values: PerGiver
    linkages: list[LinkageField] = []
    red_lines: list[RedLineField] = []
    home: HomeField
    personality: PersonalityField = PersonalityField()
    varies: VariesField = VariesField()


class ShiftField(Strict):
    """One thing that a piece of news moves."""

    kind: Literal["value_of_no_deal", "votes", "face", "close_issue", "open_issue"]
    target: Id
    faction: Id | None = None
    amount: Points = 0


class NewsField(Strict):
    """A dated public event, forecast one round ahead."""

    id: Id
    round: Id
    odds: int = Field(ge=1, le=100, description="percent")
    forecast: Text
    text: Text
    shifts: list[ShiftField] = []
    sources: list[SourceField] = []


class CardField(Strict):
    """A piece of news in a deck; the deck says when."""

    id: Id
    odds: int = Field(ge=1, le=100, description="percent, once it has been drawn")
    forecast: Text
    text: Text
    shifts: list[ShiftField] = Field(min_length=1)
    sources: list[SourceField] = []


class DeckField(Strict):
    """News of which only some come up in a game; the seed decides which, and when."""

    id: Id
    draws: int = Field(ge=1, le=12, description="how many cards are drawn")
    rounds: list[Id] = Field(
        min_length=1, max_length=12, description="rounds that a drawn card may open, one card each"
    )
    cards: list[CardField] = Field(min_length=1, max_length=20)


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


class HintField(Strict):
    """One idea for a player who is learning, shown beside the thing it speaks of."""

    id: Id
    round: Id = Field(description="the round it belongs to")
    where: HintPlace = Field(description="the screen, and the thing on it, that it stands beside")
    text: Annotated[str, StringConstraints(min_length=1, max_length=280)]
    term: TermField | None = Field(
        None,
        description="with where: table_term, what it has the player put on the table; "
        "the hint is done once it is there",
    )


class GoalsField(Strict):
    """What passes the level."""

    joins: int = Field(ge=0, le=12)
    cut_2030_gtco2e: Annotated[float, Field(ge=0, le=60)]


class DebriefField(Strict):
    """What the real parties did, and questions to think about."""

    really: Text
    sources: list[SourceField] = Field(min_length=1)
    questions: list[Text] = []


class LevelField(Strict):
    """A level of Road to Glasgow."""

    format: Literal[1]
    id: Id
    title: Name
    order: int = Field(100, ge=0, le=1000, description="place in the list; the tutorial is first")
    minutes: int = Field(ge=1, le=600)
    world: Id
    you: Id
    teaches: Text
    briefing: list[Text] = Field(min_length=1, max_length=6)
    goals: GoalsField
    rounds: list[RoundField] = Field(min_length=1, max_length=12)
    issues: list[IssueField] = Field(min_length=1, max_length=12)
    delegations: list[DelegationField] = Field(min_length=2, max_length=12)
    news: list[NewsField] = Field([], max_length=40)
    decks: list[DeckField] = Field([], max_length=4, description="news that not every game has")
    hints: list[HintField] = Field(
        [], max_length=40, description="what the game says while the level is learned, in order"
    )
    terms_per_offer: int = Field(4, ge=1, le=6)
    debrief: DebriefField
