"""What fields alone cannot see: that names refer to something and figures fit each other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import get_args

from game.climate.world import World
from game.levels.problems import Severity
from game.levels.schema.fields import (
    CapField,
    CardField,
    DelegationField,
    IssueField,
    LevelField,
    NewsField,
)
from game.levels.yaml_document import Path_
from game.negotiation.model.scenario import PublicStand
from game.negotiation.worth.grid import MOST_ROWS


@dataclass(frozen=True)
class Finding:
    """A problem at a path of keys; `code` names its sentence, `level.check.<code>`."""

    path: Path_
    code: str
    fields: Mapping[str, str | int] = field(default_factory=dict)
    severity: Severity = Severity.ERROR


def check(level: LevelField, world: World | None, folder_name: str) -> list[Finding]:
    """Everything wrong with a level whose fields are right, in no particular order."""
    found = [*_names(level, folder_name), *_calendar(level)]
    for place, issue in enumerate(level.issues):
        found += _issue(level, issue, ("issues", place), world)
    for place, party in enumerate(level.delegations):
        found += _delegation(level, party, ("delegations", place), world)
    found += [*_public_stands(level), *_agreements(level)]
    found += [*_news(level), *_decks(level), *_hints(level)]
    return found


def unknown(path: Path_, what: str, name: str, known: Iterable[str]) -> Finding:
    """A name that refers to nothing, with the nearest that would."""
    names = sorted(set(known))
    near = get_close_matches(name, names, 1)
    return Finding(
        path,
        "unknown_near" if near else "unknown",
        {"what": what, "name": name, "near": near[0] if near else "", "known": ", ".join(names)},
    )


def _names(level: LevelField, folder_name: str) -> Iterator[Finding]:
    if level.id != folder_name:
        yield Finding(("id",), "id_not_folder", {"id": level.id, "folder": folder_name})
    parties = [party.id for party in level.delegations]
    if level.you not in parties:
        yield unknown(("you",), "delegation", level.you, parties)
    for key, ids in (
        ("rounds", [item.id for item in level.rounds]),
        ("issues", [item.id for item in level.issues]),
        ("delegations", parties),
        ("news", [item.id for item in level.news]),
        ("decks", [item.id for item in level.decks]),
        ("hints", [item.id for item in level.hints]),
    ):
        for place, name in enumerate(ids):
            if name in ids[:place]:
                yield Finding((key, place, "id"), "id_twice", {"id": name})
    taken = [item.id for item in level.news]
    for place, deck in enumerate(level.decks):
        for number, card in enumerate(deck.cards):
            if card.id in taken:
                yield Finding(("decks", place, "cards", number, "id"), "id_twice", {"id": card.id})
            taken.append(card.id)
    if level.goals.joins > len(parties) - 1:
        yield Finding(("goals", "joins"), "too_many_joins", {"most": len(parties) - 1})


def _calendar(level: LevelField) -> Iterator[Finding]:
    before = ""
    for place, meeting in enumerate(level.rounds):
        at, dates = ("rounds", place), {"id": meeting.id, "start": meeting.start}
        if meeting.end < meeting.start:
            fields = {**dates, "end": meeting.end}
            yield Finding((*at, "end"), "ends_before_it_begins", fields)
        if meeting.start < before:
            yield Finding((*at, "start"), "begins_too_early", {**dates, "before": before})
        if not meeting.sources:
            yield Finding(at, "no_source", {"id": meeting.id}, Severity.WARNING)
        before = meeting.start


def _issue(
    level: LevelField, issue: IssueField, at: Path_, world: World | None
) -> Iterator[Finding]:
    rounds = [meeting.id for meeting in level.rounds]
    parties = [party.id for party in level.delegations]
    for key, name in (("opens", issue.opens), ("closes", issue.closes), ("due", issue.due)):
        if name is not None and name not in rounds:
            yield unknown((*at, key), "round", name, rounds)
    if issue.closes in rounds:
        opens = issue.opens if issue.opens in rounds else rounds[0]
        if rounds.index(issue.closes) < rounds.index(opens):
            yield Finding((*at, "closes"), "closes_before_opens", {"id": issue.id})
    for place, giver in enumerate(issue.givers):
        if giver not in parties:
            yield unknown((*at, "givers", place), "delegation", giver, parties)
    for place, effect in enumerate(issue.effects):
        where = (*at, "effects", place)
        figures = effect.below_percent if isinstance(effect, CapField) else effect.cut_gtco2e_2030
        if len(figures) != len(issue.options):
            yield Finding(where, "wrong_count", _counts(issue, len(figures)))
        elif any(b < a for a, b in zip(_shown(figures), _shown(figures)[1:], strict=False)):
            yield Finding(where, "effect_not_deeper", {"id": issue.id})
        if effect.giver is not None and effect.giver not in issue.givers:
            yield unknown((*where, "giver"), "giver", effect.giver, issue.givers)
        if world is not None:
            yield from _in_world(effect.bloc, getattr(effect, "sector", None), where, world)
        if isinstance(effect, CapField):
            yield from _cap(effect, issue, where, world)


def _cap(
    effect: CapField, issue: IssueField, where: Path_, world: World | None
) -> Iterator[Finding]:
    zero_years = effect.net_zero_year or []
    if zero_years and len(zero_years) != len(issue.options):
        yield Finding((*where, "net_zero_year"), "wrong_count", _counts(issue, len(zero_years)))
    for option, below, year in zip(issue.options, effect.below_percent, zero_years, strict=False):
        named: dict[str, str | int] = {"id": issue.id, "option": option.id, "year": year or 0}
        if year is not None and below is None:
            yield Finding((*where, "net_zero_year"), "net_zero_without_limit", named)
        elif year is not None and year <= effect.target_year:
            named["target"] = effect.target_year
            yield Finding((*where, "net_zero_year"), "net_zero_too_early", named)
    if world is not None and effect.base_year is not None and effect.bloc in world.blocs:
        known = world.reference_gtco2e[effect.bloc]
        if effect.base_year not in known:
            years = ", ".join(str(year) for year in known)
            fields: dict[str, str | int] = {"year": effect.base_year, "known": years}
            yield Finding((*where, "base_year"), "unknown_base_year", fields)


def _in_world(bloc: str, sector: str | None, where: Path_, world: World) -> Iterator[Finding]:
    if bloc not in world.blocs:
        yield unknown((*where, "bloc"), "bloc", bloc, world.blocs)
    sectors = [known.id for known in world.sectors]
    if sector is not None and sector not in sectors:
        yield unknown((*where, "sector"), "sector", sector, sectors)


def _delegation(
    level: LevelField, party: DelegationField, at: Path_, world: World | None
) -> Iterator[Finding]:
    if world is not None:
        yield from _in_world(party.bloc, None, at, world)
    yield from _per_slot(level, party.values, (*at, "values"))
    yield from _concessions(level, party, at)
    seats = sum(group.seats for group in party.home.factions)
    if party.home.pass_mark > seats:
        marks = {"mark": f"{party.home.pass_mark:g}", "seats": f"{seats:g}"}
        yield Finding((*at, "home", "pass_mark"), "mark_out_of_reach", {**marks}, Severity.WARNING)
    for place, group in enumerate(party.home.factions):
        where = (*at, "home", "factions", place)
        for issue in group.because:
            if issue not in (known.id for known in level.issues):
                issues = [known.id for known in level.issues]
                yield unknown((*where, "because", issue), "issue", issue, issues)
        yield from _per_slot(level, group.terms, (*where, "terms"))
        payment, groups = group.side_payment, [known.id for known in party.home.factions]
        if payment is not None and payment.upset is not None and payment.upset not in groups:
            yield unknown((*where, "side_payment", "upset"), "faction", payment.upset, groups)
        if group.votes > group.seats:
            figures = {"votes": f"{group.votes:g}", "seats": f"{group.seats:g}"}
            yield Finding((*where, "votes"), "more_votes_than_seats", {"id": group.id, **figures})
    for place, line in enumerate(party.red_lines):
        options = {"never": line.never, "at_least": line.at_least}
        yield from _slot(level, line.issue, line.giver, options, (*at, "red_lines", place))
        if line.never is None and line.at_least is None:
            yield Finding((*at, "red_lines", place), "line_without_option")
    yield from _lines_leave_something(level, party, at)
    for place, link in enumerate(party.linkages):
        for key, term in (("first", link.first), ("second", link.second)):
            where = (*at, "linkages", place, key)
            yield from _slot(level, term.issue, term.giver, {"option": term.option}, where)


def _public_stands(level: LevelField) -> Iterator[Finding]:
    """Pressing and tying hands each win votes from one group at the player's home."""
    for place, party in enumerate(level.delegations):
        if party.id != level.you:
            continue
        for stand in get_args(PublicStand):
            fans = [group.id for group in party.home.factions if stand in group.likes]
            if len(fans) != 1:
                code = "liked_by_several" if fans else "liked_by_none"
                fields = {"stand": stand, "party": party.id, "known": ", ".join(fans)}
                at: Path_ = ("delegations", place, "home", "factions")
                yield Finding(at, code, fields, Severity.WARNING)


def _lines_leave_something(
    level: LevelField, party: DelegationField, at: Path_
) -> Iterator[Finding]:
    """Lines that are meant forbid no option of a slot together with all the others."""
    issues = {issue.id: [option.id for option in issue.options] for issue in level.issues}
    allowed: dict[tuple[str, str], set[int]] = {}
    for place, line in enumerate(party.red_lines):
        options = issues.get(line.issue, [])
        if line.kind == "bluff" or not {line.never, line.at_least} <= {None, *options}:
            continue
        slot, left = (line.issue, line.giver), set(line.leaves(options))
        allowed[slot] = allowed.get(slot, left) & left
        if not allowed[slot]:
            fields = {"id": line.issue, "party": party.id}
            yield Finding((*at, "red_lines", place), "lines_leave_nothing", {**fields})


def _agreements(level: LevelField) -> Iterator[Finding]:
    """Any two parties can look over all that they could ever agree."""
    for one, other in itertools.combinations(level.delegations, 2):
        count = math.prod(
            len(issue.options) ** len({one.id, other.id} & set(issue.givers))
            for issue in level.issues
        )
        if count > MOST_ROWS:
            fields: dict[str, str | int] = {"one": one.id, "other": other.id, "count": count}
            yield Finding(("issues",), "too_many_agreements", {**fields, "most": MOST_ROWS})


def _concessions(level: LevelField, party: DelegationField, at: Path_) -> Iterator[Finding]:
    """What a delegation gives costs it something, and never less where it gives more."""
    for issue in level.issues:
        own = party.values.get(issue.id, {}).get(party.id)
        where = (*at, "values", issue.id, party.id)
        if own is None and party.id in issue.givers:
            fields: dict[str, str | int] = {"id": issue.id, "party": party.id}
            yield Finding((*at, "values"), "costs_nothing", fields, Severity.WARNING)
        if own is None or len(own) != len(issue.options):
            continue
        for place, (before, after) in enumerate(itertools.pairwise(own)):
            if after > before:
                options = issue.options[place].id, issue.options[place + 1].id
                fields = {"id": issue.id, "party": party.id}
                fields |= {"option": options[0], "deeper": options[1]}
                yield Finding(where, "concession_rises", fields)
                break


def _per_slot(
    level: LevelField, figures: dict[str, dict[str, list[float]]], at: Path_
) -> Iterator[Finding]:
    for issue_id, per_giver in figures.items():
        for giver, values in per_giver.items():
            where = (*at, issue_id, giver)
            problems = list(_slot(level, issue_id, giver, {}, where))
            yield from problems
            issue = next((known for known in level.issues if known.id == issue_id), None)
            if issue is not None and len(values) != len(issue.options):
                yield Finding(where, "wrong_count", _counts(issue, len(values)))
            elif values[:1] != [0]:
                yield Finding(where, "worth_before", {"id": issue_id})


def _slot(
    level: LevelField, issue_id: str, giver: str, options: dict[str, str | None], at: Path_
) -> Iterator[Finding]:
    issue = next((known for known in level.issues if known.id == issue_id), None)
    if issue is None:
        yield unknown(at, "issue", issue_id, [known.id for known in level.issues])
        return
    parties = [party.id for party in level.delegations]
    is_told_already = giver in parties and not set(issue.givers) <= set(parties)
    if giver not in issue.givers and not is_told_already:
        yield unknown(at, "giver", giver, issue.givers)
    known_options = [option.id for option in issue.options]
    for key, option in options.items():
        if option is not None and option not in known_options:
            yield unknown((*at, key), "option", option, known_options)


def _news(level: LevelField) -> Iterator[Finding]:
    rounds = [meeting.id for meeting in level.rounds]
    for place, news in enumerate(level.news):
        at: Path_ = ("news", place)
        yield from _news_round(news.round, (*at, "round"), news.id, rounds)
        yield from _event(level, news, at)


def _decks(level: LevelField) -> Iterator[Finding]:
    rounds = [meeting.id for meeting in level.rounds]
    for place, deck in enumerate(level.decks):
        at: Path_ = ("decks", place)
        for number, meeting in enumerate(deck.rounds):
            yield from _news_round(meeting, (*at, "rounds", number), deck.id, rounds)
            if meeting in deck.rounds[:number]:
                yield Finding((*at, "rounds", number), "id_twice", {"id": meeting})
        most = min(len(deck.cards), len(deck.rounds))
        if deck.draws > most:
            yield Finding((*at, "draws"), "too_many_draws", {"id": deck.id, "most": most})
        for number, card in enumerate(deck.cards):
            yield from _event(level, card, (*at, "cards", number))


def _hints(level: LevelField) -> Iterator[Finding]:
    rounds = [meeting.id for meeting in level.rounds]
    for place, hint in enumerate(level.hints):
        at: Path_ = ("hints", place)
        if hint.round not in rounds:
            yield unknown((*at, "round"), "round", hint.round, rounds)
        if (hint.where == "table_term") != (hint.term is not None):
            code = "hint_needs_term" if hint.term is None else "hint_has_term"
            yield Finding((*at, "where"), code, {"id": hint.id})
        if hint.term is not None:
            options: dict[str, str | None] = {"option": hint.term.option}
            yield from _slot(level, hint.term.issue, hint.term.giver, options, (*at, "term"))


def _news_round(meeting: str, at: Path_, news: str, rounds: list[str]) -> Iterator[Finding]:
    if meeting not in rounds:
        yield unknown(at, "round", meeting, rounds)
    elif meeting == rounds[0]:
        yield Finding(at, "news_in_first_round", {"id": news})


def _event(level: LevelField, news: NewsField | CardField, at: Path_) -> Iterator[Finding]:
    parties = {party.id: party for party in level.delegations}
    issues = [issue.id for issue in level.issues]
    if not news.sources:
        yield Finding(at, "no_source", {"id": news.id}, Severity.WARNING)
    for number, shift in enumerate(news.shifts):
        where = (*at, "shifts", number)
        known = issues if shift.kind.endswith("_issue") else list(parties)
        if shift.target not in known:
            yield unknown((*where, "target"), "target", shift.target, known)
        elif shift.kind == "votes":
            groups = [group.id for group in parties[shift.target].home.factions]
            if shift.faction not in groups:
                yield unknown(where, "faction", shift.faction or "", groups)
        elif shift.target == level.you and shift.kind in ("face", "value_of_no_deal"):
            yield Finding(where, "shift_on_player", {"id": news.id}, Severity.WARNING)


def _shown(figures: Iterable[float | None]) -> list[float]:
    """An option that sets no limit is shallower than any that does."""
    return [-1e9 if figure is None else figure for figure in figures]


def _counts(issue: IssueField, found: int) -> dict[str, str | int]:
    return {"id": issue.id, "found": found, "wanted": len(issue.options)}
