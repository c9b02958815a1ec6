"""Cards, conditions, walk-outs, side payments, decks and drawn minds: each does what it says."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.negotiation.mind.talks import Talks
from game.negotiation.model.actions import (
    Action,
    Hold,
    NotAllowed,
    Offer,
    PayAtHome,
    PressInPublic,
    Probe,
    TakeCounter,
    TakeWhatIf,
    TalkPrivately,
    TieHands,
)
from game.negotiation.model.doors import open_issues
from game.negotiation.model.events import (
    CameBack,
    ConditionalLapsed,
    CounterLapsed,
    CounterWithdrawn,
    DealConditional,
    DealStruck,
    NewsForecast,
    NewsHappened,
    NewsMissed,
    Replied,
    VotesMoved,
    WalkedOut,
)
from game.negotiation.model.home import home_votes
from game.negotiation.model.news import Deck, News, ShiftKind
from game.negotiation.model.news_decks import news_of
from game.negotiation.model.replies import Verdict
from game.negotiation.model.scenario import (
    Delegation,
    Package,
    PublicStand,
    Scenario,
    SidePayment,
    Slot,
    Term,
    Varies,
)
from game.negotiation.model.state import State
from game.negotiation.model.updates import own_of, standing_of, with_standing
from game.negotiation.rules.conditional_deals import settle_conditionals
from game.negotiation.rules.rules import Rules
from game.negotiation.rules.signing import strike
from tests.negotiation.scenarios import LEVELS, YOU, any_action, positions, scenario_of, seeds
from tests.sharing import shipped_level


def _answered(scenario: Scenario, seed: int) -> Iterator[tuple[State, State, Offer]]:
    """Positions before and after offers of a random game."""
    rules, rng = Rules(scenario), random.Random(seed)
    for state in positions(scenario, seed, turns=8):
        for _ in range(4):
            action = any_action(rng, scenario, state)
            if isinstance(action, Offer):
                try:
                    after, _ = rules.apply(state, YOU, action)
                except NotAllowed:
                    continue
                yield state, after, action


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_a_card_is_better_for_both_than_what_is_on_the_table_and_can_be_signed(seed: int) -> None:
    scenario = scenario_of(seed)
    rules = Rules(scenario)
    for before, after, offer in _answered(scenario, seed):
        standing = standing_of(after, offer.delegation, YOU)
        reply = standing.last_reply
        if standing.what_if is None or reply is None:
            continue
        at = after if reply.verdict is Verdict.ACCEPT else before
        is_open = open_issues(scenario, before)
        talks = Talks(scenario, at, offer.delegation, YOU, is_open)
        theirs, yours = talks.table, talks.your_table
        card = theirs.row_of(standing.what_if)
        instead = 0 if reply.verdict is Verdict.ACCEPT else theirs.row_of(reply.counter or ())
        assert card is not None
        assert instead is not None
        assert theirs.signable[card]
        assert theirs.utility[card] >= theirs.utility[instead]
        assert yours.utility[card] > yours.utility[instead]
        signed, events = rules.apply(after, YOU, TakeWhatIf(offer.delegation))
        assert isinstance(events[0], DealStruck)
        assert signed.ledger.in_force(YOU, offer.delegation)


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_a_delegation_never_proposes_what_it_would_refuse(seed: int) -> None:
    scenario = scenario_of(seed)
    rules = Rules(scenario)
    for _, after, offer in _answered(scenario, seed):
        counter = standing_of(after, offer.delegation, YOU).counter
        if counter is not None and own_of(after, YOU).actions_left:
            free = with_standing(
                after, standing_of(after, offer.delegation, YOU)._replace(offered_in=-1)
            )
            again, _ = rules.apply(free, YOU, Offer(offer.delegation, counter))
            reply = standing_of(again, offer.delegation, YOU).last_reply
            assert reply is not None
            assert reply.verdict is Verdict.ACCEPT


def test_whoever_is_asked_for_nothing_in_return_leaves_and_comes_back_for_a_talk() -> None:
    left = 0
    for seed in range(300):
        scenario = scenario_of(seed, rounds=8)
        other = scenario.others[0]
        for slot in scenario.slots_between(YOU, other.id):
            if slot.giver == other.id and other.valuations[slot][1] < 0:
                left += _asks_until_it_leaves(
                    scenario, seed, other, Offer(other.id, (Term(slot, 1),))
                )
    assert left > 20


def _asks_until_it_leaves(scenario: Scenario, seed: int, other: Delegation, ask: Offer) -> bool:
    """Whether the same bare demand could be made often enough; then it must have left."""
    rules = Rules(scenario)
    state, _ = rules.start(seed)
    for _ in range(other.personality.walks_out_after):
        try:
            state, events = rules.apply(state, YOU, ask)
        except NotAllowed:
            return False
        if any(isinstance(event, WalkedOut) for event in events):
            standing = standing_of(state, other.id, YOU)
            assert standing.walked_out
            assert standing.counter is None
            assert standing.what_if is None
        state, _ = rules.apply(state, YOU, Hold())
    assert standing_of(state, other.id, YOU).walked_out
    with pytest.raises(NotAllowed, match=r"walked_out|door_closed"):
        rules.apply(state, YOU, ask)
    state, events = rules.apply(state, YOU, TalkPrivately(other.id))
    assert any(isinstance(event, CameBack) for event in events)
    assert not standing_of(state, other.id, YOU).walked_out
    return True


def test_a_deal_ends_the_row_of_offers_that_gave_nothing() -> None:
    signed = 0
    for seed in range(40):
        scenario = scenario_of(seed)
        for _, after, offer in _answered(scenario, seed):
            counter = standing_of(after, offer.delegation, YOU).counter
            if counter is None:
                continue
            standing = standing_of(after, offer.delegation, YOU)
            slighted = with_standing(after, standing._replace(slights=2))
            dealt, _ = Rules(scenario).apply(slighted, YOU, TakeCounter(offer.delegation))
            assert standing_of(dealt, offer.delegation, YOU).slights == 0
            signed += 1
    assert signed > 5


def test_a_deal_that_hangs_on_a_third_party_holds_once_it_has_promised_or_lapses() -> None:
    struck = lapsed = 0
    for seed in range(1_500):
        scenario = scenario_of(seed)
        if len(scenario.others) < 2:
            continue
        rules, rng = Rules(scenario), random.Random(seed)
        start, _ = rules.start(seed)
        partner, third = rng.sample([party.id for party in scenario.others], 2)
        for slot in scenario.slots_between(YOU, third):
            provided = Term(slot, 1)
            waiting = _waiting(scenario, start, partner, provided)
            if slot.giver != third or waiting is None:
                continue
            assert not waiting.ledger.in_force(YOU, partner)
            package = _with_term(scenario, waiting, third, provided)
            if package:
                promised, _ = strike(scenario, waiting, third, YOU, package)
                settled, events = settle_conditionals(scenario, promised)
                assert settled.conditional == ()
                if isinstance(events[0], DealStruck):
                    struck += 1
                    assert settled.ledger.in_force(YOU, partner) == waiting.conditional[0].terms
                else:
                    assert isinstance(events[0], ConditionalLapsed)
            ended = waiting
            while not ended.finished and ended.conditional:
                ended, events = rules.apply(ended, YOU, Hold())
                lapsed += any(isinstance(event, ConditionalLapsed) for event in events)
            assert not ended.ledger.in_force(YOU, partner)
    assert struck > 2
    assert lapsed > 5


def _with_term(scenario: Scenario, state: State, party: str, term: Term) -> Package:
    """Return a package that a party would sign and that holds a term; empty if there is none."""
    table = Talks(scenario, state, party, YOU).table
    packages = (table.package_of(int(row)) for row in table.signable.nonzero()[0])
    return next((package for package in packages if term in package), ())


def _waiting(scenario: Scenario, state: State, partner: str, provided: Term) -> State | None:
    """Return the position with a deal waiting for a term; None if it signs none."""
    rng = random.Random(1)
    for _ in range(6):
        action = any_action(rng, scenario, state)
        if isinstance(action, Offer) and action.delegation == partner:
            try:
                after, events = Rules(scenario).apply(
                    state, YOU, replace(action, provided=provided)
                )
            except NotAllowed:
                continue
            if any(isinstance(event, DealConditional) for event in events):
                return after
    return None


def test_a_side_payment_wins_votes_once_and_costs_those_it_upsets() -> None:
    scenario = scenario_of(5)
    own = scenario.delegation(YOU)
    first, second = own.home.factions
    paid = replace(first, seats=90_000, side_payment=SidePayment("works", 3_000, second.id, 1_000))
    parties = tuple(
        replace(p, home=replace(p.home, factions=(paid, second))) if p.id == YOU else p
        for p in scenario.delegations
    )
    scenario = replace(scenario, delegations=parties)
    rules = Rules(scenario)
    state, _ = rules.start(1)
    before = home_votes(state, scenario.delegation(YOU), ())
    after, _ = rules.apply(state, YOU, PayAtHome(first.id))
    assert home_votes(after, scenario.delegation(YOU), ()) == before + 3_000 - 1_000
    with pytest.raises(NotAllowed, match=r"already_paid|no_actions_left"):
        rules.apply(after, YOU, PayAtHome(first.id))
    with pytest.raises(NotAllowed, match="asks_for_nothing"):
        rules.apply(state, YOU, PayAtHome(second.id))


def test_events_tell_each_counter_offer_that_is_withdrawn_or_lapses_and_no_other() -> None:
    told: Counter[str] = Counter()
    for seed in range(400):
        scenario = scenario_of(seed)
        rules, rng = Rules(scenario), random.Random(seed)
        state, _ = rules.start(seed)
        while not state.finished:
            action = any_action(rng, scenario, state)
            try:
                after, events = rules.apply(state, YOU, action)
            except NotAllowed:
                continue
            lapsed = {e.delegation for e in events if isinstance(e, CounterLapsed)}
            on_table = {s.of for s in state.standings if s.counter is not None}
            assert lapsed == (on_table if isinstance(action, Hold) else set())
            withdrawn = {e.delegation for e in events if isinstance(e, CounterWithdrawn)}
            pressed = _pressed_with_something_to_sign(state, action)
            offered = {
                e.reply.delegation
                for e in events
                if isinstance(e, Replied) and e.reply.counter is not None
            }
            gone = {one for one in offered if standing_of(after, one, YOU).counter is None}
            assert withdrawn == pressed | gone
            told.update(lapsed=len(lapsed), pressed=len(pressed))
            state = after
    assert told["lapsed"] > 20
    assert told["pressed"] > 3


def _pressed_with_something_to_sign(state: State, action: Action) -> set[str]:
    if not isinstance(action, PressInPublic):
        return set()
    standing = standing_of(state, action.delegation, YOU)
    is_empty = standing.counter is None and standing.what_if is None
    return set() if is_empty else {action.delegation}


@pytest.mark.parametrize("stand", ["pressing", "tied_hands"])
def test_the_order_of_groups_at_home_does_not_decide_who_likes_a_public_stand(
    stand: PublicStand,
) -> None:
    told = 0
    for seed in range(40):
        scenario = scenario_of(seed)
        wanted = [f.id for f in scenario.delegation(YOU).home.factions if stand in f.likes]
        assert len(wanted) == 1
        for arranged in (scenario, _with_home_reversed(scenario)):
            state, _ = Rules(arranged).start(seed)
            for action in _public_stands(arranged, stand):
                try:
                    _, events = Rules(arranged).apply(state, YOU, action)
                except NotAllowed:
                    continue
                moved = [e.faction for e in events if isinstance(e, VotesMoved)]
                assert moved == wanted
                told += 1
    assert told > 40


def _public_stands(scenario: Scenario, stand: PublicStand) -> list[Action]:
    if stand == "pressing":
        return [PressInPublic(giver, i.id) for i in scenario.issues for giver in i.givers]
    return [TieHands(Slot(issue.id, YOU), 0) for issue in scenario.issues]


def _with_home_reversed(scenario: Scenario) -> Scenario:
    parties = tuple(
        replace(p, home=replace(p.home, factions=p.home.factions[::-1])) if p.id == YOU else p
        for p in scenario.delegations
    )
    return replace(scenario, delegations=parties)


def _with_deck(draws: int) -> Scenario:
    cards = tuple(News(f"card_{n}", 0, 500, "", "", ()) for n in range(6))
    return replace(
        scenario_of(3, rounds=6), news=(), decks=(Deck("d", draws, (1, 2, 3, 4, 5), cards),)
    )


@pytest.mark.parametrize("draws", [1, 2, 5])
def test_a_deck_deals_so_many_cards_to_different_rounds_and_each_seed_its_own(draws: int) -> None:
    scenario = _with_deck(draws)
    dealt = [tuple((n.id, n.at) for n in news_of(scenario, seed)) for seed in range(200)]
    for hand in dealt:
        assert len(hand) == draws
        assert len({at for _, at in hand}) == draws
        assert len({card for card, _ in hand}) == draws
    assert len(set(dealt)) > 20
    assert {card for hand in dealt for card, _ in hand} == {f"card_{n}" for n in range(6)}


def test_all_news_is_forecast_one_round_ahead_and_then_happens_or_does_not() -> None:
    for seed in range(60):
        scenario = _with_deck(2)
        rules = Rules(scenario)
        state, events = rules.start(seed)
        said = {e.news for e in events if isinstance(e, NewsForecast)}
        while not state.finished:
            state, events = rules.apply(state, YOU, Hold())
            came = {e.news for e in events if isinstance(e, NewsHappened | NewsMissed)}
            assert came == said
            said = {e.news for e in events if isinstance(e, NewsForecast)}
        assert len(state.happened) + len(state.missed) == 2


def test_minds_are_drawn_evenly_about_the_figures_of_the_level_and_stay_as_drawn() -> None:
    scenario = scenario_of(4)
    parties = tuple(
        replace(p, varies=Varies(no_deal=2_000, votes=1_000)) for p in scenario.delegations
    )
    rules = Rules(replace(scenario, delegations=parties))
    shifts = []
    for seed in range(400):
        state, _ = rules.start(seed)
        shifts += [own.no_deal_shift for own in state.own if own.party != YOU]
        assert all(abs(own.no_deal_shift) <= 2_000 for own in state.own)
        assert all(abs(v.shift) <= 1_000 for v in state.votes)
        assert rules.start(seed)[0] == state
    assert abs(sum(shifts) / len(shifts)) < 200
    assert min(shifts) < -1_800
    assert max(shifts) > 1_800


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_a_probe_tells_a_range_that_holds_the_truth_and_narrows_after_talks(seed: int) -> None:
    scenario = scenario_of(seed)
    meetings = tuple(replace(meeting, actions=12) for meeting in scenario.rounds)
    rules = Rules(replace(scenario, rounds=meetings))
    state, _ = rules.start(seed)
    other = scenario.others[0]
    for slot in scenario.slots_between(YOU, other.id)[:2]:
        truth = other.valuations[slot]
        state, _ = rules.apply(state, YOU, Probe(other.id, slot))
        first = standing_of(state, other.id, YOU).learned[-1]
        state, _ = rules.apply(state, YOU, TalkPrivately(other.id))
        state, _ = rules.apply(state, YOU, Probe(other.id, slot))
        second = standing_of(state, other.id, YOU).learned[-1]
        for low, narrow_low, figure, narrow_high, high in zip(
            first.low, second.low, truth, second.high, first.high, strict=True
        ):
            assert low <= narrow_low <= figure <= narrow_high <= high


def test_the_deck_of_glasgow_draws_two_of_six_and_each_card_moves_both_ways() -> None:
    scenario = shipped_level("glasgow").scenario()
    (deck,) = scenario.decks
    assert (deck.draws, len(deck.cards)) == (2, 6)
    for card in deck.cards:
        opens = [s for s in card.shifts if (s.kind is ShiftKind.VOTES) == (s.amount > 0)]
        closes = [s for s in card.shifts if s not in opens]
        assert opens, card.id
        assert closes, card.id
