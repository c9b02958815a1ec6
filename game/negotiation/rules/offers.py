"""Offers: made, answered and signed in one transition."""

from __future__ import annotations

from game.negotiation.mind.aspiration import Mood, generosity_after
from game.negotiation.mind.chair import what_if
from game.negotiation.mind.delegate import Judgement, judge, verdict_on
from game.negotiation.mind.explanation import binding_constraint, explain
from game.negotiation.mind.talks import Talks
from game.negotiation.model.actions import Answer, NotAllowed, Offer
from game.negotiation.model.doors import open_issues
from game.negotiation.model.events import (
    CounterWithdrawn,
    DealConditional,
    Event,
    OfferTabled,
    Replied,
    WalkedOut,
)
from game.negotiation.model.replies import Constraint, Reply, Verdict
from game.negotiation.model.scenario import Package, Scenario
from game.negotiation.model.state import Conditional, Standing, State, Tabled
from game.negotiation.model.updates import standing_of, with_standing
from game.negotiation.rules.conditional_deals import settle_conditionals
from game.negotiation.rules.home_front import Moved
from game.negotiation.rules.signing import strike
from game.negotiation.worth.valuation import Table

NOT_SIGNED_BECAUSE = {
    Constraint.RED_LINE: "beyond_your_line",
    Constraint.HOME_VOTE: "fails_at_your_home",
    Constraint.NO_DEAL: "worse_than_no_deal",
    Constraint.ASPIRATION: "worse_than_no_deal",
}


def put_offer(scenario: Scenario, state: State, seat: str, offer: Offer) -> Moved:
    """Put a package to a delegation: the computer answers at once, a held seat when it will."""
    terms = _checked_terms(scenario, state, seat, offer)
    _check_condition(scenario, state, seat, offer)
    standing = standing_of(state, offer.delegation, seat)
    if standing.walked_out:
        raise NotAllowed("walked_out", party=offer.delegation)
    if standing.offered_in == state.round:
        raise NotAllowed("already_offered", party=offer.delegation)
    if offer.predicted_percent is not None and not 0 <= offer.predicted_percent <= 100:
        raise NotAllowed("bad_prediction")
    tabled = Tabled(terms, offer.predicted_percent, offer.provided)
    talks = Talks(scenario, state, offer.delegation, seat, provided=offer.provided)
    _require_own_yes(talks, terms)
    waits = offer.delegation in state.people
    standing = standing._replace(
        offered_in=state.round,
        offers=(*standing.offers, terms),
        counter=None,
        what_if=None,
        provided=offer.provided,
        tabled=tabled if waits else None,
    )
    state = with_standing(state, standing)
    if waits:
        return state, [OfferTabled(offer.delegation, seat)]
    return _replied(state, talks, tabled, judge(talks.table, talks.mood, terms))


def give_answer(scenario: Scenario, state: State, seat: str, answer: Answer) -> Moved:
    """Give the answer of a person or a bot in a delegation's seat to an offer on its table."""
    if seat not in state.people:
        raise NotAllowed("not_your_seat", party=seat)
    known_partner(scenario, seat, answer.delegation)
    standing = standing_of(state, seat, answer.delegation)
    tabled = standing.tabled
    if tabled is None:
        raise NotAllowed("nothing_to_answer", party=seat)
    when_asked = with_standing(state, standing._replace(offers=standing.offers[:-1]))
    talks = Talks(scenario, when_asked, seat, answer.delegation, provided=tabled.provided)
    row = talks.table.row_of(tabled.terms)
    if row is None:
        raise NotAllowed("door_closed", issue=tabled.terms[0].slot.issue)
    if answer.accepts:
        _require_own_yes(talks, tabled.terms)
    judgement = _said(talks.table, talks.mood, row, answer)
    state = with_standing(state, standing._replace(tabled=None))
    return _replied(state, talks, tabled, judgement)


def take(scenario: Scenario, state: State, seat: str, delegation: str, *, card: bool) -> Moved:
    """Sign what a delegation has on the table this round: its counter-offer or the chair's card."""
    known_partner(scenario, seat, delegation)
    standing = standing_of(state, delegation, seat)
    terms = standing.what_if if card else standing.counter
    if terms is None:
        raise NotAllowed("no_what_if" if card else "no_counter", party=delegation)
    talks = Talks(scenario, state, delegation, seat, provided=standing.provided)
    if not talks.is_signable(terms):
        raise NotAllowed("counter_withdrawn", party=delegation)
    _require_own_yes(talks, terms)
    state, events = _sign(talks, state, terms)
    cleared = _with_table_cleared(standing_of(state, delegation, seat))
    return with_standing(state, cleared), events


def _require_own_yes(talks: Talks, terms: Package) -> None:
    """Raise NotAllowed if, at a whole table, the seat that offers could not sign it itself."""
    if not talks.scenario.is_whole:
        return
    table = talks.your_table
    row = table.row_of(terms)
    if row is None:
        raise NotAllowed("door_closed", issue=terms[0].slot.issue)
    if not table.signable[row]:
        raise NotAllowed(NOT_SIGNED_BECAUSE[binding_constraint(table, row)])


def _with_table_cleared(standing: Standing) -> Standing:
    return standing._replace(counter=None, what_if=None, provided=None)


def known_partner(scenario: Scenario, seat: str, delegation: str) -> None:
    """Raise NotAllowed if a seat deals with no delegation of that id."""
    if delegation not in scenario.partners.get(seat, ()):
        raise NotAllowed("unknown_delegation", delegation=delegation)


def _said(table: Table, mood: Mood, row: int, answer: Answer) -> Judgement:
    """Judge an offer as the person or bot in the seat answers it; its own figures give the reason.

    Raises NotAllowed for a deal or a counter-offer that the seat may not sign.
    """
    generosity = generosity_after(table, mood, row)
    if answer.accepts:
        if not table.signable[row]:
            raise NotAllowed(NOT_SIGNED_BECAUSE[binding_constraint(table, row)])
        return Judgement(row, Verdict.ACCEPT, None, int(table.utility[row]), generosity, None)
    counter = None
    if answer.terms:
        counter = table.row_of(Package(answer.terms))
        if counter is None:
            raise NotAllowed("no_such_counter")
        if not table.signable[counter]:
            raise NotAllowed(NOT_SIGNED_BECAUSE[binding_constraint(table, counter)])
    why = explain(table, mood, row, lambda other: verdict_on(table, mood, other))
    verdict = Verdict.REFUSE if counter is None else Verdict.COUNTER
    hoped = table.floor if counter is None else int(table.utility[counter])
    return Judgement(row, verdict, counter, hoped, generosity, why)


def _slights_after(standing: Standing, table: Table, judgement: Judgement) -> int:
    """Count the offers in a row that ask and give nothing it wants, this one included."""
    conceded, gained = table.moved_by(judgement.row)
    is_slight = conceded < 0 and gained <= 0 and judgement.verdict is not Verdict.ACCEPT
    return standing.slights + 1 if is_slight else 0


def _replied(state: State, talks: Talks, tabled: Tabled, judgement: Judgement) -> Moved:
    """Write an answer into the state; an accepted package is signed in the same step.

    talks: the table in the position in which the offer was put there
    """
    table = talks.table
    events: list[Event] = []
    if judgement.verdict is Verdict.ACCEPT:
        state, events = _sign(talks, state, tabled.terms)
        card = _card_on_top(state, talks)
    else:
        card = _card_beside(talks, judgement)
    counter = None if judgement.counter is None else table.package_of(judgement.counter)
    reply = Reply(
        talks.of,
        talks.towards,
        tabled.terms,
        judgement.verdict,
        judgement.explanation,
        counter,
        tabled.predicted_percent,
        card,
        tabled.provided,
    )
    standing = standing_of(state, talks.of, talks.towards)
    slights = _slights_after(standing, table, judgement)
    leaves = slights >= table.party.personality.walks_out_after
    standing = standing._replace(
        generosity=judgement.generosity,
        counter=None if leaves else counter,  # what it had on the table goes with it
        what_if=None if leaves else card,
        last_reply=reply,
        slights=slights,
        walked_out=leaves,
    )
    state = with_standing(state, standing)
    return state, [Replied(reply), *events, *(_departure(talks, counter) if leaves else [])]


def _departure(talks: Talks, counter: Package | None) -> list[Event]:
    """Tell that a delegation leaves, and takes with it the counter-offer it just made."""
    of, towards = talks.of, talks.towards
    left: list[Event] = [] if counter is None else [CounterWithdrawn(of, towards, "walked_out")]
    return [*left, WalkedOut(of, towards)]


def _card_beside(talks: Talks, judgement: Judgement) -> Package | None:
    """Return the chair's card beside a counter-offer."""
    if judgement.counter is None:
        return None
    row = what_if(talks.table, talks.your_table, judgement.counter, judgement.hoped)
    return None if row is None else talks.table.package_of(row)


def _card_on_top(state: State, before: Talks) -> Package | None:
    """Return the chair's card on top of a deal just struck; before: the table it was struck at."""
    if before.provided is not None:
        return None
    talks = Talks(before.scenario, state, before.of, before.towards, before.doors)
    row = what_if(talks.table, talks.your_table, 0, talks.table.floor)
    return None if row is None else talks.table.package_of(row)


def _sign(talks: Talks, state: State, terms: Package) -> Moved:
    """Strike a deal, or note it down until what it hangs on is promised."""
    scenario, of, towards = talks.scenario, talks.of, talks.towards
    if talks.provided is not None:
        deal = Conditional(of, towards, terms, talks.provided, state.round)
        rest = tuple(d for d in state.conditional if d.pair != (of, towards))
        state, settled = settle_conditionals(scenario, state._replace(conditional=(*rest, deal)))
        return state, [DealConditional(deal), *settled]
    state, struck = strike(scenario, state, of, towards, terms)
    state, settled = settle_conditionals(scenario, state)
    return state, [struck, *settled]


def _check_condition(scenario: Scenario, state: State, seat: str, offer: Offer) -> None:
    """Check what an offer may hang on.

    A term of a third delegation that is still to be promised.
    """
    term = offer.provided
    if term is None:
        return
    giver, issue_id = term.slot.giver, term.slot.issue
    if giver in (seat, offer.delegation) or giver not in scenario.party_ids:
        raise NotAllowed("no_such_condition")
    issue = scenario.issues_by_id.get(issue_id)
    if issue is None or term.slot not in issue.slots or not 0 < term.option <= issue.last:
        raise NotAllowed("no_such_condition")
    if issue_id not in open_issues(scenario, state):
        raise NotAllowed("door_closed", issue=issue_id)
    if state.ledger.deepest.holds(term):
        raise NotAllowed("condition_met", party=giver, issue=issue_id)


def _checked_terms(scenario: Scenario, state: State, seat: str, offer: Offer) -> Package:
    """Return the offer in its one written form, or NotAllowed with the first thing wrong with it.

    A term that says what is in force already changes nothing and is left out.
    """
    known_partner(scenario, seat, offer.delegation)
    is_open = open_issues(scenario, state)
    between = scenario.slots_between(seat, offer.delegation)
    ties = {term.slot: term.option for term in state.tied}
    agreed = state.ledger.under(scenario, seat, offer.delegation)
    for term in offer.terms:
        if term.slot not in between:
            raise NotAllowed("not_between_you", party=offer.delegation)
        issue = scenario.issue(term.slot.issue)
        if issue.id not in is_open:
            raise NotAllowed("door_closed", issue=issue.id)
        if not 0 <= term.option < len(issue.options):
            raise NotAllowed("no_such_option", issue=issue.id)
        if term.option < agreed.options.get(term.slot, 1):
            raise NotAllowed("nothing_new", issue=issue.id)
        if term.option > ties.get(term.slot, term.option):
            raise NotAllowed("hands_tied", issue=issue.id)
    terms = Package(offer.terms)
    if len(terms) != len(offer.terms):
        raise NotAllowed("term_twice")
    if not terms:
        raise NotAllowed("empty_offer")
    new = terms.beyond(agreed)
    if not new:
        raise NotAllowed("nothing_new", issue=terms[0].slot.issue)
    if len(new) > scenario.terms_per_offer:
        raise NotAllowed("too_many_terms", most=scenario.terms_per_offer)
    return new
