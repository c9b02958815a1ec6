"""The fields of a level file; their descriptions are the modder's reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.levels.schema.homes import HomeField
from game.levels.schema.values import (
    SHOWN,
    SHOWN_ALONE,
    Day,
    HintPlace,
    Id,
    Letters,
    Name,
    PerGiver,
    Points,
    Share,
    ShownName,
    ShownText,
    SourceField,
    Strict,
    Text,
    Version,
)
from game.negotiation.model.scenario import UNIT, Personality

LEVEL_FILE = "level.yaml"
_MIND = Personality()


class RoundField(Strict):
    """One dated meeting."""

    id: Id = Field(description="how other fields name this round")
    title: ShownName = Field(description="its name for players")
    start: Day = Field(description="first day, YYYY-MM-DD")
    end: Day = Field(description="last day, YYYY-MM-DD")
    place: ShownName = Field(
        description="where it meets: a town on the map, or by video; the last round's place "
        "pins the level on the map"
    )
    actions: int = Field(ge=1, le=12, description="actions the player has in this round")
    cable: ShownText = Field(description="the text that opens the round")
    sources: list[SourceField] = Field([], description="sources of the statements in the cable")


class OptionField(Strict):
    """One step of an issue."""

    id: Id = Field(description="how other fields name this option")
    label: Annotated[Name, SHOWN_ALONE] = Field(description="its name for players")


class SectorCutField(Strict):
    """A measure in one sector of one bloc of the world."""

    kind: Literal["sector_cut"] = Field(
        description="sector_cut: a cut in one sector; cap: a limit on all gases of a bloc"
    )
    bloc: Id = Field(description="whose emissions: a bloc of the world file")
    sector: Id = Field(description="which sector of the bloc: a sector of the world file")
    giver: Id | None = Field(None, description="whose promise it is; left out: every giver's")
    cut_gtco2e_2030: list[Annotated[float, Field(ge=0, le=20)]] = Field(
        description="for each option, the cut below current policies in 2030, GtCO2e a year"
    )
    after: Literal["hold_share", "keep_pace"] = Field(
        "hold_share",
        description="after 2030: hold_share keeps the cut the same share of emissions; "
        "keep_pace keeps cutting at the same pace, to zero",
    )


class CapField(Strict):
    """A limit on all greenhouse gases of one bloc; null where an option sets none."""

    kind: Literal["cap"] = Field(
        description="sector_cut: a cut in one sector; cap: a limit on all gases of a bloc"
    )
    bloc: Id = Field(description="whose emissions: a bloc of the world file")
    giver: Id | None = Field(None, description="whose promise it is; left out: every giver's")
    below_percent: list[Annotated[float, Field(ge=-100, le=100)] | None] = Field(
        description="for each option, how far below the base the bloc promises to go, percent; "
        "null: no limit"
    )
    base_year: int | None = Field(
        None, description="the year to compare with; left out: current policies"
    )
    target_year: int = Field(
        2030, ge=2025, le=2060, description="the year in which the limit must be met"
    )
    net_zero_year: list[Annotated[int, Field(ge=2030, le=2100)] | None] | None = Field(
        None,
        description="for each option, the year in which the bloc emits no more than it takes "
        "up; null: none",
    )
    after: Literal["hold_share", "keep_pace"] = Field(
        "hold_share",
        description="after the target year: hold_share keeps the limit the same share of "
        "current policies; keep_pace keeps cutting at the same pace, to zero",
    )


EffectField = Annotated[SectorCutField | CapField, Field(discriminator="kind")]


class IssueField(Strict):
    """A matter under negotiation; options go from today's course to the deepest."""

    id: Id = Field(description="how other fields name this issue")
    title: ShownName = Field(description="its name for players")
    about: ShownText = Field(description="one or two sentences: what the delegations decide here")
    domain: Literal["climate", "finance", "trade", "diplomacy"] = Field(
        description="its field; finance counts towards fairness"
    )
    givers: list[Id] = Field(
        min_length=1, max_length=12, description="the delegations that can promise it"
    )
    options: list[OptionField] = Field(
        min_length=2,
        max_length=6,
        description="from today's course, which costs nobody anything, to the deepest",
    )
    opens: Id | None = Field(None, description="first round; left out: the first of all")
    closes: Id = Field(description="last round in which delegations can agree it")
    due: Id = Field(
        description="the round at whose end promises on it must pass at home; a later promise "
        "falls due at the end of its own round"
    )
    reach: Literal["club", "all", "partner", "split"] | None = Field(
        None,
        description="whom a promise counts for. club (at a hub): those it was promised to, paid "
        "once; all: everyone who values it, paid once; partner: the one it was promised to, paid "
        "whole each time; split: the same, for a share of the price each; left out: all, at a hub "
        "club",
    )
    share: Annotated[float, Field(gt=0, le=1)] = Field(
        1.0, description="with split: the part of the whole price that each partner costs"
    )
    to: list[Id] = Field(
        [],
        max_length=12,
        description="with partner or split: the delegations it can be promised to",
    )
    effects: list[EffectField] = Field(
        [],
        description="what the options do to emissions, if anything; of several measures in one "
        "sector of a bloc only the deepest counts, whoever promises it",
    )
    sources: list[SourceField] = Field(min_length=1, description="sources of the figures")


class RedLineField(Strict):
    """An option, and all deeper ones (never) or all shallower ones (at_least), never accepted."""

    issue: Id = Field(description="the issue it is about")
    giver: Id = Field(description="whose promise on that issue")
    never: Id | None = Field(None, description="this option and all deeper ones are never accepted")
    at_least: Id | None = Field(
        None, description="all options shallower than this one are never accepted"
    )
    kind: Literal["stated", "hidden", "bluff"] = Field(
        "stated",
        description="stated: everyone knows it; hidden: a probe finds it; bluff: stated, not meant",
    )
    said: Annotated[Text, SHOWN_ALONE] = Field(description="the delegation's own words for it")

    def leaves(self, options: Sequence[str]) -> range:
        """Return the options it does not rule out. ValueError if it names an option of no issue."""
        first = options.index(self.at_least) if self.at_least is not None else 0
        return range(first, options.index(self.never) if self.never is not None else len(options))


class TermField(Strict):
    """An option of an issue, given by a delegation."""

    issue: Id = Field(description="an issue")
    giver: Id = Field(description="the delegation that promises it")
    option: Id = Field(description="how far: an option of the issue")
    to: Id | None = Field(
        None, description="whom it is promised to, if the issue is promised to partners"
    )


class LinkageField(Strict):
    """Two terms worth more, or less, together than apart."""

    first: TermField = Field(description="one term")
    second: TermField = Field(description="the other term")
    points: Points = Field(
        description="extra worth of both together, points; below zero if they get in each "
        "other's way"
    )
    because: Annotated[Text, SHOWN_ALONE] = Field(description="why, in the delegation's own words")


class PersonalityField(Strict):
    """How the computer bargains in this seat."""

    opening_share: Annotated[float, Field(ge=0, le=1)] = Field(
        default=_MIND.opening_share / UNIT,
        description="what it holds out for at first: 0 takes anything above no deal, 1 only the "
        "best package",
    )
    patience: Annotated[float, Field(gt=0.05, le=20)] = Field(
        default=_MIND.patience / UNIT,
        description="how it concedes over the rounds: 1 evenly, below 1 late, above 1 early",
    )
    reciprocity: Annotated[float, Field(ge=0, le=1)] = Field(
        default=_MIND.reciprocity / UNIT,
        description="how far it concedes only in return for concessions, 0 to 1",
    )
    face_weight: Share = Field(
        default=_MIND.face_weight / UNIT,
        description="how much dearer each point of face debt makes a concession: 0.1 is a tenth",
    )
    coalition_weight: Annotated[float, Field(ge=0, le=1)] = Field(
        default=_MIND.coalition_weight / UNIT,
        description="how much cheaper a concession gets when all partners give all they can: "
        "0.3 is three tenths",
    )
    walks_out_after: Annotated[
        int,
        Field(ge=1, le=20, description="offers that ask and give nothing before it leaves"),
    ] = _MIND.walks_out_after


class VariesField(Strict):
    """How far the seed of a game may move a party's figures, either way."""

    value_of_no_deal: Annotated[float, Field(ge=0, le=100)] = Field(
        default=0.0, description="most its value of no deal may differ from its figure, points"
    )
    votes: Annotated[float, Field(ge=0, le=100)] = Field(
        default=0.0, description="most the votes of each group at home may differ from their figure"
    )


class DelegationField(Strict):
    """A party at the table."""

    id: Id = Field(description="how other fields name this delegation")
    name: ShownName = Field(description="its name for players")
    letters: Annotated[Letters | None, SHOWN] = Field(
        None, description="the letters on its seal; left out: its initials"
    )
    office: ShownName = Field(description="who speaks for it: an office, never a person's name")
    bloc: Id = Field(description="its bloc of the world file")
    interests: ShownText = Field(description="what everyone knows it wants")
    record: int = Field(
        0,
        ge=0,
        le=50,
        description="promises that all know it kept before the game: the more, the further its "
        "word is believed",
    )
    wants: dict[Id, dict[Id, Annotated[int, Field(ge=0, le=3)]]] = Field(
        {},
        description="how much everyone knows it wants what others could give: issue, giver, 0 to "
        "3; left out: by thirds of what it wants most",
    )
    value_of_no_deal: Points = Field(
        description="the worth of no deal to it, points on its own scale, that of `values`; "
        "it signs nothing worth less"
    )
    values: PerGiver = Field(
        description="what terms are worth to it: issue, giver, and points for each option; "
        "its own concessions are 0 or less, and never rise"
    )
    linkages: list[LinkageField] = Field([], description="terms that count together")
    red_lines: list[RedLineField] = Field([], description="what it never accepts")
    home: HomeField = Field(description="the vote at home that its promises must pass")
    personality: PersonalityField = Field(
        PersonalityField(), description="how the computer bargains in this seat"
    )
    varies: VariesField = Field(
        VariesField(),
        description="how far its figures vary from game to game",
    )


class ShiftField(Strict):
    """One figure that a piece of news moves."""

    kind: Literal["value_of_no_deal", "votes", "face", "close_issue", "open_issue"] = Field(
        description="what moves: value_of_no_deal, votes, face (points of debt), close_issue or "
        "open_issue"
    )
    target: Id = Field(description="the delegation or issue it moves")
    faction: Id | None = Field(None, description="with votes: the group at the delegation's home")
    amount: Points = Field(0, description="by how much, points or votes; below zero subtracts")


class NewsField(Strict):
    """A dated public event, forecast one round ahead."""

    id: Id = Field(description="its name in players' saves")
    round: Id = Field(
        description="the round it opens, never the first: its forecast comes one round ahead"
    )
    odds: int = Field(ge=1, le=100, description="how likely it is, percent")
    forecast: ShownText = Field(description="the forecast, one round ahead")
    text: ShownText = Field(description="the news itself")
    shifts: list[ShiftField] = Field([], description="what it moves")
    sources: list[SourceField] = Field(
        [], description="its sources; `check` warns if there is none"
    )


class CardField(Strict):
    """A piece of news in a deck; the deck says when."""

    id: Id = Field(description="its name in players' saves")
    odds: int = Field(ge=1, le=100, description="how likely it is once drawn, percent")
    forecast: ShownText = Field(description="the forecast, one round ahead")
    text: ShownText = Field(description="the news itself")
    shifts: list[ShiftField] = Field(
        min_length=1,
        description="what it moves; best one thing for the better and one for the worse",
    )
    sources: list[SourceField] = Field(
        [], description="its sources; `check` warns if there is none"
    )


class DeckField(Strict):
    """News of which a game draws only some; the seed decides which, and when."""

    id: Id = Field(description="a name for the deck")
    draws: int = Field(ge=1, le=12, description="how many cards are drawn")
    rounds: list[Id] = Field(
        min_length=1, max_length=12, description="rounds that a drawn card may open, one card each"
    )
    cards: list[CardField] = Field(min_length=1, max_length=20, description="the news it may bring")


class HintField(Strict):
    """One idea for a player who is learning, shown beside the thing it explains."""

    id: Id = Field(description="its name in saves, which remember the hints read")
    round: Id = Field(description="the round it belongs to")
    where: HintPlace = Field(
        description="the screen, and the thing on it, that it stands beside; hub_table is the "
        "first delegation's table"
    )
    text: Annotated[str, StringConstraints(min_length=1, max_length=280), SHOWN] = Field(
        description="one idea in two or three short sentences"
    )
    term: TermField | None = Field(
        None,
        description="with where: table_term, the term the player should put on the table; "
        "the hint is done once it is there",
    )


class GoalsField(Strict):
    """What passes the level."""

    joins: int = Field(ge=0, le=12, description="how many other delegations must join at the end")
    cut_2030_gtco2e: Annotated[float, Field(ge=0, le=60)] = Field(
        description="how much all deals together must cut from world emissions in 2030, "
        "GtCO2e a year"
    )


class DebriefField(Strict):
    """What the real parties did, and questions to think about."""

    really: ShownText = Field(description="what the real parties did, shown after the game")
    sources: list[SourceField] = Field(min_length=1, description="its sources")
    questions: Annotated[list[Text], SHOWN] = Field(
        [], description="questions to think about or to discuss in class"
    )


class LevelField(Strict):
    """A level of Road to Glasgow."""

    format: Literal[1, 2] = Field(
        description="the format of this file: 2; a file of format 1 has no whole table"
    )
    id: Id = Field(description="the name of the folder and of the level: small letters, digits, _")
    title: ShownName = Field(description="its name for players")
    author: Name | None = Field(None, description="who wrote it")
    version: Version | None = Field(None, description='its version, in quotes, as in "1.2"')
    licence: Name | None = Field(None, description="how others may share it, as in CC BY 4.0")
    order: int = Field(100, ge=0, le=1000, description="place in the list; the tutorial is first")
    minutes: int = Field(ge=1, le=600, description="how long a game takes, roughly, in minutes")
    table: Literal["hub", "whole"] = Field(
        "hub",
        description="hub: the player deals with every other delegation, and they with the player "
        "alone; whole: every delegation deals with every other, and acts of its own accord",
    )
    world: Id = Field(
        description="a file in _worlds, without its ending: blocs, sectors and current policies"
    )
    you: Id = Field(description="the delegation the player speaks for")
    teaches: ShownText = Field(description="what a player should know afterwards, in one sentence")
    briefing: Annotated[list[Text], SHOWN] = Field(
        min_length=1, max_length=6, description="the first page players read, a paragraph each"
    )
    goals: GoalsField = Field(
        description="what it takes to pass, besides keeping your own promises"
    )
    rounds: list[RoundField] = Field(
        min_length=1, max_length=12, description="the dated meetings, in order"
    )
    issues: list[IssueField] = Field(
        min_length=1, max_length=16, description="the issues on the table"
    )
    delegations: list[DelegationField] = Field(
        min_length=2, max_length=12, description="the player's own and all others"
    )
    news: list[NewsField] = Field(
        [], max_length=40, description="public events that move minds or votes, each with its odds"
    )
    decks: list[DeckField] = Field([], max_length=4, description="news that only some games have")
    hints: list[HintField] = Field(
        [], max_length=40, description="hints for players who are learning the level, in order"
    )
    terms_per_offer: int = Field(4, ge=1, le=6, description="how many terms one offer may change")
    debrief: DebriefField = Field(description="what players read after the game")
