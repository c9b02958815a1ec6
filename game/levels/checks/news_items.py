"""Checks news and hints: known rounds, targets and terms."""

from __future__ import annotations

from collections.abc import Iterator

from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, Path_, error, unknown, warning
from game.levels.schema.fields import CardField, NewsField


def check_news(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with the news, in decks and out of them."""
    for i, news in enumerate(index.level.news):
        at: Path_ = ("news", i)
        yield from _round(news.round, (*at, "round"), news.id, index.rounds)
        yield from _event(index, news, at)
    for i, deck in enumerate(index.level.decks):
        at = ("decks", i)
        for number, meeting in enumerate(deck.rounds):
            yield from _round(meeting, (*at, "rounds", number), deck.id, index.rounds)
        most = min(len(deck.cards), len(deck.rounds))
        if deck.draws > most:
            yield error((*at, "draws"), "too_many_draws", {"id": deck.id, "most": most})
        for number, card in enumerate(deck.cards):
            yield from _event(index, card, (*at, "cards", number))


def check_hints(index: LevelIndex) -> Iterator[Finding]:
    """Yield what is wrong with the hints."""
    for i, hint in enumerate(index.level.hints):
        at: Path_ = ("hints", i)
        if hint.round not in index.rounds:
            yield unknown((*at, "round"), "round", hint.round, index.rounds)
        if (hint.where == "table_term") != (hint.term is not None):
            code = "hint_needs_term" if hint.term is None else "hint_has_term"
            yield error((*at, "where"), code, {"id": hint.id})
        if hint.term is not None:
            options: dict[str, str | None] = {"option": hint.term.option}
            yield from index.check_slot(hint.term.issue, hint.term.giver, options, (*at, "term"))


def _round(meeting: str, at: Path_, news: str, rounds: list[str]) -> Iterator[Finding]:
    if meeting not in rounds:
        yield unknown(at, "round", meeting, rounds)
    elif meeting == rounds[0]:
        yield error(at, "news_in_first_round", {"id": news})


def _event(index: LevelIndex, news: NewsField | CardField, at: Path_) -> Iterator[Finding]:
    parties = {party.id: party for party in index.level.delegations}
    if not news.sources:
        yield warning(at, "no_source", {"id": news.id})
    for number, shift in enumerate(news.shifts):
        where = (*at, "shifts", number)
        known = list(index.issues) if shift.kind.endswith("_issue") else index.parties
        if shift.target not in known:
            yield unknown((*where, "target"), "target", shift.target, known)
        elif shift.kind == "votes":
            groups = [group.id for group in parties[shift.target].home.factions]
            if shift.faction not in groups:
                yield unknown(where, "faction", shift.faction or "", groups)
        elif shift.target == index.level.you and shift.kind in ("face", "value_of_no_deal"):
            yield warning(where, "shift_on_player", {"id": news.id})
