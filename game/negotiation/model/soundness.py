"""What the rules demand of a level before they play it.

`game check` tells an author more, with line and remedy. These are the laws the rules rest on: what
breaks one would make a table and a judgement disagree, a vote pump, or a sum that overflows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.negotiation.model.scenario import (
    Delegation,
    Home,
    Issue,
    Linkage,
    Scenario,
    Shift,
    ShiftKind,
    Slot,
    Term,
)

MOST_SUM = 2**31 - 1  # thousandths: worth and votes are added up in 32 bits
MOST_PRICE_FACTOR = 3  # what hurt face can make of the price of a concession at most


class UnsoundScenario(ValueError):
    """A level that the rules cannot play; the message names the first law that it breaks."""


def require_sound(scenario: Scenario) -> None:
    """Raise UnsoundScenario where a level breaks a law that the rules rest on."""
    flaw = scenario.once(_first_flaw)  # every game of a level asks; 0.2 ms, one game in fifty
    if flaw is not None:
        raise UnsoundScenario(flaw)


def _first_flaw(scenario: Scenario) -> str | None:
    return next(_flaws(scenario), None)


def _flaws(scenario: Scenario) -> Iterator[str]:
    for what, ids in (
        ("delegation", [party.id for party in scenario.delegations]),
        ("issue", [issue.id for issue in scenario.issues]),
        ("news", [news.id for news in scenario.news_items]),
    ):
        yield from _twice(what, ids)
    if scenario.you not in scenario.party_ids:
        yield f"no delegation {scenario.you}"
    if not scenario.rounds or scenario.terms_per_offer < 1:
        yield "no round, or no term in an offer"
    for issue in scenario.issues:
        yield from _issue_flaws(scenario, issue)
    for party in scenario.delegations:
        yield from _party_flaws(scenario, party)
    for news in scenario.news_items:
        for shift in news.shifts:
            yield from _shift_flaws(scenario, shift)


def _issue_flaws(scenario: Scenario, issue: Issue) -> Iterator[str]:
    yield from _twice(f"giver of {issue.id}", issue.givers)
    yield from _twice(f"option of {issue.id}", [option.id for option in issue.options])
    if not set(issue.givers) <= scenario.party_ids:
        yield f"a giver of {issue.id} is no delegation"
    if len(issue.options) < 2:
        yield f"nothing to choose in {issue.id}"
    if not 0 <= issue.opens <= issue.closes < len(scenario.rounds):
        yield f"{issue.id} is never open"
    if not 0 <= issue.due < len(scenario.rounds):
        yield f"{issue.id} is never due"


def _party_flaws(scenario: Scenario, party: Delegation) -> Iterator[str]:
    yield from _figure_flaws(scenario, party.id, party.valuations)
    yield from _home_flaws(scenario, party.id, party.home)
    for link in party.linkages:
        yield from _linkage_flaws(scenario, party.id, link)
    for line in party.red_lines:
        if not _is_slot(scenario, line.slot) or line.lowest > line.highest:
            yield f"{party.id}: a red line on nothing, or one that leaves nothing"
    worth = sum(_largest(figures) for figures in party.valuations.values()) * MOST_PRICE_FACTOR
    if worth + sum(abs(link.points) for link in party.linkages) > MOST_SUM:
        yield f"{party.id}: points too large to be added up"


def _home_flaws(scenario: Scenario, party: str, home: Home) -> Iterator[str]:
    groups = [faction.id for faction in home.factions]
    yield from _twice(f"group at home of {party}", groups)
    for faction in home.factions:
        yield from _figure_flaws(scenario, f"{party}/{faction.id}", faction.terms)
        if faction.seats < 1:
            yield f"{party}/{faction.id} has no seats"
        payment = faction.side_payment
        if payment is not None and payment.upset and payment.upset not in groups:
            yield f"{party}/{faction.id}: a payment upsets a group that is not there"
    moved = sum(_largest(figures) for group in home.factions for figures in group.terms.values())
    held = sum(faction.seats + abs(faction.votes) for faction in home.factions)
    if not groups or moved + held > MOST_SUM:
        yield f"{party}: no group at home, or votes too large to be added up"


def _linkage_flaws(scenario: Scenario, party: str, link: Linkage) -> Iterator[str]:
    """Tell what is wrong with a pair: today's course is no term, and a slot no pair."""
    if link.first.slot == link.second.slot:
        yield f"{party}: a linkage of one slot with itself"
    if not all(_is_term(scenario, term) for term in (link.first, link.second)):
        yield f"{party}: a linkage on what nobody can promise"


def _figure_flaws(
    scenario: Scenario, owner: str, per_slot: Mapping[Slot, tuple[int, ...]]
) -> Iterator[str]:
    for slot, figures in per_slot.items():
        if not _is_slot(scenario, slot):
            yield f"{owner}: figures for {slot}, which is nothing"
        elif len(figures) != len(scenario.issue(slot.issue).options) or figures[0]:
            yield f"{owner}: one figure for each option of {slot}, the first of them 0"


def _shift_flaws(scenario: Scenario, shift: Shift) -> Iterator[str]:
    if shift.kind in (ShiftKind.CLOSE_ISSUE, ShiftKind.OPEN_ISSUE):
        if shift.target not in scenario.issues_by_id:
            yield f"news moves no issue {shift.target}"
    elif shift.target not in scenario.party_ids:
        yield f"news moves no delegation {shift.target}"
    elif shift.kind is ShiftKind.VOTES:
        groups = scenario.delegation(shift.target).home.factions
        if shift.detail not in [faction.id for faction in groups]:
            yield f"news moves no group {shift.detail}"


def _is_slot(scenario: Scenario, slot: Slot) -> bool:
    issue = scenario.issues_by_id.get(slot.issue)
    return issue is not None and slot.giver in issue.givers


def _is_term(scenario: Scenario, term: Term) -> bool:
    is_slot = _is_slot(scenario, term.slot)
    return is_slot and 0 < term.option <= scenario.issue(term.slot.issue).last


def _largest(figures: Iterable[int]) -> int:
    return max(map(abs, figures), default=0)


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    seen = set[str]()
    for each in ids:
        if each in seen:
            yield f"{what} {each} stands there twice"
        seen.add(each)
