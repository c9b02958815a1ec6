"""What the rules demand of a level before they play it.

These are the laws the rules rest on: what breaks one would make a table and a judgement disagree, a
vote pump, or a sum that overflows. `game check` asks too, and tells the author line and remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.negotiation.model.news import News, Shift, ShiftKind
from game.negotiation.model.scenario import Delegation, Issue, Linkage, Scenario, Slot

MOST_SUM = 2**31 - 1  # thousandths: worth and votes are added up in 32 bits
MOST_PRICE_FACTOR = 3  # what hurt face can make of the price of a concession at most
Law = Literal[
    "id_twice",
    "refers_to_nothing",
    "nothing_to_play",
    "closes_before_opens",
    "lines_leave_nothing",
    "linkage_of_one",
    "linkage_of_today",
    "wrong_count",
    "worth_before",
    "sums_too_large",
]
Where = tuple[str | int, ...]  # the path of keys and places that a level file has


@dataclass(frozen=True)
class BrokenLaw:
    """One law of the rules that a level breaks, where, and the names its sentence needs."""

    law: Law
    where: Where
    fields: Mapping[str, object] = field(default_factory=dict)


class UnsoundScenario(ValueError):
    """A level that the rules cannot play; the message names the first law that it breaks."""


def require_sound(scenario: Scenario) -> None:
    """Raise UnsoundScenario where a level breaks a law that the rules rest on."""
    broken = scenario.once(_first_broken)  # every game of a level asks; 0.2 ms, one game in fifty
    if broken is not None:
        raise UnsoundScenario(f"{broken.law} at {'.'.join(map(str, broken.where))}")


def _first_broken(scenario: Scenario) -> BrokenLaw | None:
    return next(broken_laws(scenario), None)


def broken_laws(scenario: Scenario) -> Iterator[BrokenLaw]:
    """Yield every law that a level breaks."""
    news = _news_places(scenario)
    yield from _twice(
        [(party.id, ("delegations", i)) for i, party in enumerate(scenario.delegations)]
    )
    yield from _twice([(issue.id, ("issues", i)) for i, issue in enumerate(scenario.issues)])
    yield from _twice([(item.id, where) for item, where in news])
    if scenario.you not in scenario.party_ids:
        yield BrokenLaw("refers_to_nothing", ("you",))
    if not scenario.rounds or scenario.terms_per_offer < 1:
        yield BrokenLaw("nothing_to_play", ("rounds",))
    for i, issue in enumerate(scenario.issues):
        yield from _of_issue(scenario, issue, ("issues", i))
    for i, party in enumerate(scenario.delegations):
        yield from _of_party(scenario, party, ("delegations", i))
    for item, where in news:
        for i, shift in enumerate(item.shifts):
            yield from _of_shift(scenario, shift, (*where, "shifts", i))


def _news_places(scenario: Scenario) -> list[tuple[News, Where]]:
    """Return all news, each with its place."""
    news: list[tuple[News, Where]] = [(item, ("news", i)) for i, item in enumerate(scenario.news)]
    for d, deck in enumerate(scenario.decks):
        news += [(card, ("decks", d, "cards", i)) for i, card in enumerate(deck.cards)]
    return news


def _of_issue(scenario: Scenario, issue: Issue, at: Where) -> Iterator[BrokenLaw]:
    yield from _twice([(giver, (*at, "givers", i)) for i, giver in enumerate(issue.givers)])
    yield from _twice([(option.id, (*at, "options", i)) for i, option in enumerate(issue.options)])
    for i, giver in enumerate(issue.givers):
        if giver not in scenario.party_ids:
            yield BrokenLaw("refers_to_nothing", (*at, "givers", i))
    for i, partner in enumerate(issue.to):
        if partner not in scenario.party_ids:
            yield BrokenLaw("refers_to_nothing", (*at, "to", i))
    if len(issue.options) < 2:
        yield BrokenLaw("nothing_to_play", (*at, "options"))
    if not 0 <= issue.opens <= issue.closes < len(scenario.rounds):
        yield BrokenLaw("closes_before_opens", (*at, "closes"), {"id": issue.id})
    if not 0 <= issue.due < len(scenario.rounds):
        yield BrokenLaw("refers_to_nothing", (*at, "due"))


def _of_party(scenario: Scenario, party: Delegation, at: Where) -> Iterator[BrokenLaw]:
    yield from _of_figures(scenario, party.valuations, (*at, "values"))
    yield from _of_home(scenario, party, (*at, "home"))
    for i, link in enumerate(party.linkages):
        yield from _of_linkage(scenario, link, (*at, "linkages", i))
    for i, line in enumerate(party.red_lines):
        where = (*at, "red_lines", i)
        if not _is_slot(scenario, line.slot):
            yield BrokenLaw("refers_to_nothing", where)
        if line.lowest > line.highest:
            fields = {"party": party.id, "id": line.slot.issue}
            yield BrokenLaw("lines_leave_nothing", where, fields)
    worth = sum(_largest(figures) for figures in party.valuations.values()) * MOST_PRICE_FACTOR
    if worth + sum(abs(link.points) for link in party.linkages) > MOST_SUM:
        yield BrokenLaw("sums_too_large", (*at, "values"), {"party": party.id})


def _of_home(scenario: Scenario, party: Delegation, at: Where) -> Iterator[BrokenLaw]:
    home = party.home
    groups = [faction.id for faction in home.factions]
    yield from _twice([(name, (*at, "factions", i)) for i, name in enumerate(groups)])
    for i, faction in enumerate(home.factions):
        where = (*at, "factions", i)
        yield from _of_figures(scenario, faction.terms, (*where, "terms"))
        if faction.seats < 1:
            yield BrokenLaw("nothing_to_play", (*where, "seats"))
        payment = faction.side_payment
        if payment is not None and payment.upset and payment.upset not in groups:
            yield BrokenLaw("refers_to_nothing", (*where, "side_payment", "upset"))
    if not groups:
        yield BrokenLaw("nothing_to_play", (*at, "factions"))
    moved = sum(_largest(figures) for group in home.factions for figures in group.terms.values())
    held = sum(faction.seats + abs(faction.votes) for faction in home.factions)
    if moved + held > MOST_SUM:
        yield BrokenLaw("sums_too_large", (*at, "factions"), {"party": party.id})


def _of_linkage(scenario: Scenario, link: Linkage, at: Where) -> Iterator[BrokenLaw]:
    """Yield what is wrong with a pair: today's course is no term, and a slot no pair."""
    if link.first.slot == link.second.slot:
        yield BrokenLaw("linkage_of_one", at, {"id": link.first.slot.issue})
    for key, term in (("first", link.first), ("second", link.second)):
        if not _is_slot(scenario, term.slot):
            yield BrokenLaw("refers_to_nothing", (*at, key))
        elif term.option == 0:
            option = scenario.issue(term.slot.issue).options[0].id
            fields = {"option": option, "id": term.slot.issue}
            yield BrokenLaw("linkage_of_today", (*at, key), fields)
        elif term.option > scenario.issue(term.slot.issue).last:
            yield BrokenLaw("refers_to_nothing", (*at, key))


def _of_figures(
    scenario: Scenario, per_slot: Mapping[Slot, tuple[int, ...]], at: Where
) -> Iterator[BrokenLaw]:
    for slot, figures in per_slot.items():
        where = (*at, slot.issue, slot.giver)
        if not _is_slot(scenario, slot):
            yield BrokenLaw("refers_to_nothing", where)
            continue
        wanted = len(scenario.issue(slot.issue).options)
        if len(figures) != wanted:
            fields = {"id": slot.issue, "found": len(figures), "wanted": wanted}
            yield BrokenLaw("wrong_count", where, fields)
        elif figures[0]:
            yield BrokenLaw("worth_before", where, {"id": slot.issue})


def _of_shift(scenario: Scenario, shift: Shift, at: Where) -> Iterator[BrokenLaw]:
    if shift.kind in (ShiftKind.CLOSE_ISSUE, ShiftKind.OPEN_ISSUE):
        is_there = shift.target in scenario.issues_by_id
    else:
        is_there = shift.target in scenario.party_ids
    if not is_there:
        yield BrokenLaw("refers_to_nothing", (*at, "target"))
    elif shift.kind is ShiftKind.VOTES:
        groups = scenario.delegation(shift.target).home.factions
        if shift.detail not in [faction.id for faction in groups]:
            yield BrokenLaw("refers_to_nothing", (*at, "faction"))


def _is_slot(scenario: Scenario, slot: Slot) -> bool:
    issue = scenario.issues_by_id.get(slot.issue)
    return issue is not None and slot in issue.slots


def _largest(figures: Iterable[int]) -> int:
    return max(map(abs, figures), default=0)


def _twice(named: Iterable[tuple[str, Where]]) -> Iterator[BrokenLaw]:
    seen = set[str]()
    for name, where in named:
        if name in seen:
            yield BrokenLaw("id_twice", where, {"id": name})
        seen.add(name)
