"""Relations with a delegation: walked out or slighted, waiting deals, an answer to sign."""

from __future__ import annotations

from game.desk.fact import Fact
from game.desk.openings import open_line
from game.desk.wording import Wording
from game.negotiation.model.state import Conditional
from game.negotiation.seats.observation import Observation, PartyView
from game.session.session import Session


def has_something_to_sign(party: PartyView) -> bool:
    """Return True if its counter-offer or the chair's card can be signed in this round."""
    return party.counter is not None or party.what_if is not None


def deals_with(view: Observation, delegation: str) -> tuple[Conditional, ...]:
    """Return the deals with a delegation that wait for another one's part."""
    return tuple(deal for deal in view.conditional if deal.delegation == delegation)


def deals_waiting_for(view: Observation, delegation: str) -> tuple[Conditional, ...]:
    """Return the deals with others that wait for this delegation's part."""
    return tuple(deal for deal in view.conditional if deal.provided.slot.giver == delegation)


def at_a_glance(session: Session, words: Wording, party: PartyView) -> list[str]:
    """Return the deal, what can be asked for now, and its face where that is not as usual."""
    agreed, face = len(party.agreed), face_told(words, party)
    deal = words.texts("hub.deals", n=agreed) if agreed else words.texts("hub.no_deal")
    about = [deal, open_line(session, words, party.id)]
    return [*about, face] if face else about


def face_told(words: Wording, party: PartyView) -> str:
    """Return the face of a delegation where it is hurt or covered; "" where it is as usual."""
    texts = words.texts
    if not party.face:
        return ""
    hurt = texts("hub.face.hurt", points=words.points(party.face))
    return f"{texts('hub.face')}: {hurt if party.face > 0 else texts('hub.face.cover')}"


def relation_facts(words: Wording, view: Observation, party: PartyView) -> list[Fact]:
    """Return what is out of the way with a delegation, and whether it still hears an offer."""
    texts = words.texts
    facts: list[Fact] = []
    if party.walked_out:
        facts.append(Fact(texts("standing.gone", party=party.name), "bad"))
    elif party.slights:
        facts.append(Fact(slights_told(words, party, "standing.slights"), "warn"))
    if party.what_if is not None:
        facts.append(Fact(texts("standing.card"), "good"))
    facts += [Fact(words.waits(deal), "warn") for deal in deals_with(view, party.id)]
    facts += [Fact(_held_up(words, deal), "warn") for deal in deals_waiting_for(view, party.id)]
    if party.counter is not None:
        facts.append(Fact(texts("hub.counter_waits"), "warn"))
    elif not (party.listens or party.walked_out) and view.actions_left:
        facts.append(Fact(texts("hub.answered"), "muted"))
    return facts


def warning_about(words: Wording, party: PartyView) -> Fact | None:
    """Return that a delegation is gone, or that it may go; None where neither is so."""
    if party.walked_out:
        return Fact(words.texts("standing.gone.about", party=party.name), "bad")
    if party.slights:
        return Fact(slights_told(words, party, "standing.slights.about"), "warn")
    return None


def slights_told(words: Wording, party: PartyView, key: str) -> str:
    """Return how many offers in a row gave a delegation nothing, and how many make it leave."""
    limit = words.public.delegation(party.id).walks_out_after
    return words.texts(key, party=party.name, n=party.slights, limit=limit)


def asks_again_in(view: Observation) -> int | None:
    """Return the round in which a delegation that answered can be asked again; None if in none."""
    return view.round + 1 if view.round + 1 < view.rounds else None


def when_again(words: Wording, view: Observation, delegation: str) -> str:
    """Say when the next offer can be put to a delegation: there is one a round."""
    after = asks_again_in(view)
    if after is None:
        return words.texts("reply.again.never")
    return words.texts("reply.again", party=words.party(delegation), day=words.day(after))


def _held_up(words: Wording, deal: Conditional) -> str:
    """Return that a deal with another delegation waits for this one's part."""
    return words.texts(
        "standing.holds_up",
        other=words.party(deal.delegation),
        issue=words.issue(deal.provided.slot.issue),
        option=words.option(deal.provided.slot, deal.provided.option),
    )
