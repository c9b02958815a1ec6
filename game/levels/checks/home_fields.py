"""Checks homes: a pass mark within reach, votes that fit, known terms and payments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from game.levels.checks.level_index import LevelIndex
from game.levels.checks.valuations import check_per_slot
from game.levels.findings import Finding, Path_, error, unknown, warning
from game.levels.schema.fields import DelegationField
from game.negotiation.model.scenario import PublicStand


def check_homes(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with the home of each delegation."""
    for i, party in enumerate(index.level.delegations):
        at: Path_ = ("delegations", i, "home")
        seats = sum(group.seats for group in party.home.factions)
        if party.home.pass_mark > seats:
            marks = {"mark": f"{party.home.pass_mark:g}", "seats": f"{seats:g}"}
            yield error((*at, "pass_mark"), "mark_out_of_reach", marks)
        yield from _groups(index, party, at)
    yield from _public_stands(index)


def _groups(index: LevelIndex, party: DelegationField, at: Path_) -> Iterator[Finding]:
    names = [group.id for group in party.home.factions]
    for i, group in enumerate(party.home.factions):
        where = (*at, "factions", i)
        for issue in group.because:
            if issue not in index.issues:
                here = (*where, "because", issue)
                yield unknown(here, "issue", issue, index.issues, is_of_name=True)
        yield from check_per_slot(index, group.terms, (*where, "terms"))
        payment = group.side_payment
        if payment is not None and payment.upset is not None and payment.upset not in names:
            yield unknown((*where, "side_payment", "upset"), "faction", payment.upset, names)
        if payment is not None and payment.upset == group.id:
            yield error((*where, "side_payment", "upset"), "upsets_itself", {"id": group.id})
        if group.votes > group.seats:
            figures = {"votes": f"{group.votes:g}", "seats": f"{group.seats:g}"}
            yield error((*where, "votes"), "more_votes_than_seats", {"id": group.id, **figures})


def _public_stands(index: LevelIndex) -> Iterator[Finding]:
    """Pressing and tying hands each win votes from one group at the player's home."""
    for i, party in enumerate(index.level.delegations):
        if party.id != index.level.you:
            continue
        for stand in get_args(PublicStand):
            fans = [group.id for group in party.home.factions if stand in group.likes]
            if len(fans) != 1:
                code = "liked_by_several" if fans else "liked_by_none"
                fields = {"stand": stand, "party": party.id, "known": ", ".join(fans)}
                yield warning(("delegations", i, "home", "factions"), code, fields)
