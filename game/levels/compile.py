"""Compiles the fields of a level file to the scenario of the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from game.climate.commitments import AfterRule, Cap, Commitment, SectorCut
from game.climate.world import World
from game.levels.cuts import cuts_of
from game.levels.reaches import Reaches, thousandths
from game.levels.schema.fields import (
    CapField,
    CardField,
    DeckField,
    DelegationField,
    IssueField,
    LevelField,
    LinkageField,
    NewsField,
    RedLineField,
    RoundField,
    SectorCutField,
    ShiftField,
    TermField,
)
from game.levels.schema.homes import FactionField, SidePaymentField
from game.levels.schema.values import SourceField
from game.negotiation.model.news import Deck, News, Shift, ShiftKind
from game.negotiation.model.scenario import (
    Delegation,
    Domain,
    Faction,
    Goals,
    Home,
    Issue,
    LineKind,
    Linkage,
    Option,
    Personality,
    Reach,
    RedLine,
    Round,
    Scenario,
    SidePayment,
    Slot,
    TableKind,
    Term,
    Varies,
)
from game.negotiation.model.sources import Source


def scenario_of(level: LevelField, seat: str, world: World) -> Scenario:
    """Return the scenario with the player in `seat`; the level must have passed its checks."""
    rounds = {meeting.id: place for place, meeting in enumerate(level.rounds)}
    issues = tuple(_issue(issue, rounds, level.table) for issue in level.issues)
    options = {issue.id: [option.id for option in issue.options] for issue in level.issues}
    shares = {issue.id: issue.share for issue in level.issues}
    reaches = Reaches(issues, shares)
    return Scenario(
        id=level.id,
        title=level.title,
        you=seat,
        delegations=tuple(_delegation(party, options, reaches) for party in level.delegations),
        issues=issues,
        rounds=tuple(_round(meeting) for meeting in level.rounds),
        news=tuple(_news(news, rounds) for news in level.news),
        goals=Goals(level.goals.joins, level.goals.cut_2030_gtco2e),
        terms_per_offer=level.terms_per_offer,
        cut_mtco2e_2030=cuts_of(world, issues),
        decks=tuple(_deck(deck, rounds) for deck in level.decks),
        table=level.table,
    )


def _round(meeting: RoundField) -> Round:
    return Round(
        meeting.id,
        meeting.title,
        meeting.start,
        meeting.end,
        meeting.place,
        meeting.cable,
        meeting.actions,
        _sources(meeting.sources),
    )


def _issue(issue: IssueField, rounds: dict[str, int], table: TableKind) -> Issue:
    usual = Reach.CLUB if table == "hub" else Reach.ALL
    return Issue(
        id=issue.id,
        title=issue.title,
        about=issue.about,
        domain=Domain(issue.domain),
        givers=tuple(issue.givers),
        options=tuple(Option(option.id, option.label) for option in issue.options),
        opens=rounds[issue.opens] if issue.opens else 0,
        closes=rounds[issue.closes],
        due=rounds[issue.due],
        commitments={giver: _commitments(issue, giver) for giver in issue.givers},
        sources=_sources(issue.sources),
        reach=usual if issue.reach is None else Reach(issue.reach),
        to=tuple(issue.to),
    )


def _commitments(issue: IssueField, giver: str) -> tuple[tuple[Commitment, ...], ...]:
    """Per option; an effect that names no giver holds for every one."""
    effects = [effect for effect in issue.effects if effect.giver in (None, giver)]
    return tuple(
        tuple(c for effect in effects for c in _commitment(effect, option))
        for option in range(len(issue.options))
    )


def _commitment(effect: SectorCutField | CapField, option: int) -> Iterable[Commitment]:
    after = AfterRule(effect.after)
    if isinstance(effect, SectorCutField):
        cut = effect.cut_gtco2e_2030[option]
        return [SectorCut(effect.bloc, effect.sector, cut, after=after)] if cut > 0 else []
    below = effect.below_percent[option]
    if below is None:
        return []
    return [
        Cap(
            effect.bloc,
            below,
            effect.base_year,
            effect.target_year,
            net_zero_year=effect.net_zero_year[option] if effect.net_zero_year else None,
            after=after,
        )
    ]


def _delegation(
    party: DelegationField, options: dict[str, list[str]], reaches: Reaches
) -> Delegation:
    mind = party.personality
    return Delegation(
        id=party.id,
        name=party.name,
        letters=party.letters or "",
        office=party.office,
        bloc=party.bloc,
        interests=party.interests,
        value_of_no_deal=thousandths(party.value_of_no_deal),
        valuations=reaches.figures(party.id, party.values),
        linkages=tuple(
            _linkage(link, options, partial(reaches.slot, party.id)) for link in party.linkages
        ),
        red_lines=tuple(
            each
            for line in party.red_lines
            for each in _red_lines(line, options, reaches.slots(party.id, line.issue, line.giver))
        ),
        home=Home(
            party.home.body,
            thousandths(party.home.pass_mark),
            tuple(
                _faction(group, reaches.figures(party.id, group.terms))
                for group in party.home.factions
            ),
            party.home.counts,
        ),
        personality=Personality(
            opening_share=thousandths(mind.opening_share),
            patience=thousandths(mind.patience),
            reciprocity=thousandths(mind.reciprocity),
            face_weight=thousandths(mind.face_weight),
            coalition_weight=thousandths(mind.coalition_weight),
            walks_out_after=mind.walks_out_after,
        ),
        varies=Varies(thousandths(party.varies.value_of_no_deal), thousandths(party.varies.votes)),
        record=party.record,
        stated_wants={
            slot: want
            for issue, per_giver in party.wants.items()
            for giver, want in per_giver.items()
            for slot in reaches.slots(party.id, issue, giver)
        },
    )


def _faction(group: FactionField, terms: Mapping[Slot, tuple[int, ...]]) -> Faction:
    return Faction(
        group.id,
        group.name,
        thousandths(group.votes),
        thousandths(group.seats),
        terms,
        dict(group.because),
        _side_payment(group.side_payment),
        frozenset(group.likes),
    )


def _side_payment(payment: SidePaymentField | None) -> SidePayment | None:
    if payment is None:
        return None
    return SidePayment(
        payment.label,
        thousandths(payment.votes),
        payment.upset or "",
        thousandths(payment.upset_votes),
    )


def _red_lines(
    line: RedLineField, options: dict[str, list[str]], slots: Sequence[Slot]
) -> Iterable[RedLine]:
    left = line.leaves(options[line.issue])
    for slot in slots:
        yield RedLine(slot, left.start, left.stop - 1, LineKind(line.kind), line.said)


def _linkage(
    link: LinkageField, options: dict[str, list[str]], slot_of: Callable[[TermField], Slot]
) -> Linkage:
    first, second = (
        Term(slot_of(term), options[term.issue].index(term.option))
        for term in (link.first, link.second)
    )
    return Linkage(first, second, thousandths(link.points), link.because)


def _news(news: NewsField, rounds: dict[str, int]) -> News:
    return _event(news, rounds[news.round])


def _deck(deck: DeckField, rounds: dict[str, int]) -> Deck:
    return Deck(
        deck.id,
        deck.draws,
        tuple(rounds[meeting] for meeting in deck.rounds),
        tuple(_event(card, 0) for card in deck.cards),
    )


def _event(news: NewsField | CardField, at: int) -> News:
    return News(
        news.id,
        at,
        news.odds * 10,
        news.forecast,
        news.text,
        tuple(_shift(shift) for shift in news.shifts),
        _sources(news.sources),
    )


def _shift(shift: ShiftField) -> Shift:
    kind = ShiftKind(shift.kind)
    return Shift(kind, shift.target, thousandths(shift.amount), shift.faction or "")


def _sources(sources: list[SourceField]) -> tuple[Source, ...]:
    return tuple(Source(s.name, s.year, s.figure or "") for s in sources)
