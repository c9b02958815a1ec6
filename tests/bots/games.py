"""Made-up games with known results, for what is worked out from games."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from game.bots.game_story import Agreed, Refused, Story
from game.bots.simulation import Played
from game.negotiation.model.scenario import Slot, Term
from game.negotiation.rules.scoring import ScoreCard


def card(score: int = 40, *, passed: bool = False, joined: int = 1, cut: float = 0.5) -> ScoreCard:
    """Make a score card whose six figures are all the same."""
    return ScoreCard(score, score, score, score, score, score, joined, cut, passed)


def story(
    *terms: tuple[str, str, int, int],
    deals: Sequence[int] = (0, 0, 0),
    offers: Mapping[str, int] | None = None,
    offered: Sequence[Slot] = (),
    refusals: Mapping[tuple[str, str, str], int] | None = None,
    blocked: Sequence[tuple[str, str]] = (),
    broken: Sequence[Slot] = (),
    partners: Sequence[str] = (),
) -> Story:
    """Make a story of terms (issue, giver, option, round) and what else is named."""
    agreed = tuple(Agreed(Term(Slot(i, giver), option), at) for i, giver, option, at in terms)
    return Story(
        agreed=agreed,
        offered=frozenset(offered) | {each.term.slot for each in agreed},
        delegations=frozenset(partners),
        deals_by_round=tuple(deals),
        offers=tuple(sorted((offers or {}).items())),
        refusals=tuple((Refused(*why), count) for why, count in (refusals or {}).items()),
        blocked=tuple(blocked),
        broken=frozenset(broken),
    )


def game(result: ScoreCard | None = None, made_of: Story | None = None, below: int = 0) -> Played:
    """One game; games that are made alike have the same log."""
    made = (result or card(), made_of or story(), below)
    log_hash = hashlib.sha256(repr(made).encode()).hexdigest()
    return Played(log_hash, made[0], 2.5, below, made[1])
