"""Decks of news: the seed decides which cards come up, and in which rounds."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from game.negotiation.model.chance import draw
from game.negotiation.model.news import Deck, News
from game.negotiation.model.scenario import Scenario


@lru_cache(maxsize=8)
def news_of(scenario: Scenario, seed: int) -> tuple[News, ...]:
    """Return all news of one game, from the calendar and the decks, in the order of rounds."""
    if not scenario.decks:
        return scenario.news
    drawn = [card for deck in scenario.decks for card in _drawn(deck, seed)]
    return tuple(sorted((*scenario.news, *drawn), key=lambda news: news.at))


def news_ahead(scenario: Scenario, seed: int, at: int) -> tuple[News, ...]:
    """Return what may happen at the next round, announced in round `at`."""
    return tuple(news for news in news_of(scenario, seed) if news.at == at + 1)


def _drawn(deck: Deck, seed: int) -> list[News]:
    """Deal the cards of a deck to rounds; cards and rounds are each shuffled by their own draw."""
    cards = sorted(deck.cards, key=lambda card: (draw(seed, 0, f"{deck.id}/{card.id}"), card.id))
    rounds = sorted(deck.rounds, key=lambda at: (draw(seed, 0, f"{deck.id}/round/{at}"), at))
    count = min(deck.draws, len(cards), len(rounds))
    return [replace(card, at=at) for card, at in zip(cards[:count], rounds[:count], strict=True)]
