"""Warnings before an offer goes out: own red lines, own votes, own worth."""

from __future__ import annotations

from game.desk.fact import Fact
from game.desk.relations import slights_told
from game.desk.stakes import own_worth, with_condition
from game.desk.term_facts import own_lines_crossed
from game.desk.wording import Wording
from game.negotiation.model.actions import Offer
from game.negotiation.model.packages import Package
from game.negotiation.seats.observation import Observation
from game.session.session import Session


def cautions(session: Session, words: Wording, offer: Offer) -> list[Fact]:
    """Return what speaks against sending an offer; nothing where nothing does."""
    return [*own_cautions(session, words, offer), *_of_theirs(session, words, offer)]


def own_cautions(session: Session, words: Wording, offer: Offer) -> list[Fact]:
    """Return what speaks against a package on the player's own side: lines, votes, worth."""
    at = session.view.under(session.view.party(offer.delegation)).with_(*offer.terms).option
    slots = session.public.slots_between(session.view.you, offer.delegation)
    crossed = [
        words.texts("caution.own_line", slot=words.slot(line.slot), said=line.said)
        for line in own_lines_crossed(session.view, slots, at)
    ]
    return [*(Fact(text, "bad") for text in crossed), *own_costs(session, words, offer)]


def own_costs(
    session: Session, words: Wording, offer: Offer, *, in_short: bool = False
) -> list[Fact]:
    """Return what an offer would cost the player in votes and worth.

    in_short: for beside a change that is only proposed
    """
    found = (
        _votes_lacking(session, words, offer, in_short),
        _worth_lost(session, words, offer, in_short),
    )
    return [fact for fact in found if fact is not None]


def why_not_send(words: Wording, view: Observation, delegation: str, package: Package) -> str:
    """Say why a package cannot be sent to a delegation now; "" where it can."""
    texts, party = words.texts, view.party(delegation)
    if not package:
        return texts("table.empty")
    if not view.actions_left:
        return texts("table.no_actions")
    if party.walked_out:
        return texts("standing.gone.about", party=party.name)
    if not view.may_offer(party):
        return texts("table.already", party=party.name)
    return ""


def _votes_lacking(session: Session, words: Wording, offer: Offer, in_short: bool) -> Fact | None:
    home = session.home_with(with_condition(Package(offer.terms), offer.provided))
    if home.passes:
        return None
    votes, mark = words.votes(home.votes, home.pass_mark), words.mark(home.pass_mark)
    short, whole = f"caution.home_short.{home.counts}", f"caution.home.{home.counts}"
    told = words.texts(short if in_short else whole, body=home.body, votes=votes, mark=mark)
    return Fact(told, "bad")


def _worth_lost(session: Session, words: Wording, offer: Offer, in_short: bool) -> Fact | None:
    before = own_worth(session, offer.delegation)
    after = own_worth(session, offer.delegation, Package(offer.terms), offer.provided)
    if before is None or after is None or after >= before:
        return None
    less = before - after
    key = "caution.worth.short" if in_short else "caution.worth"
    told = words.texts(key, n=words.count(less), points=words.points(less))
    return Fact(told, "warn")


def _of_theirs(session: Session, words: Wording, offer: Offer) -> list[Fact]:
    party = session.view.party(offer.delegation)
    gives = any(term.slot.giver == session.view.you for term in offer.terms)
    if party.slights:
        return [Fact(slights_told(words, party, "standing.slights.about"), "warn")]
    if not gives:
        return [Fact(words.texts("caution.asks_only", party=party.name), "warn")]
    return []
