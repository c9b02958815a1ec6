"""Promises in words; a promise to several delegations is one line that names them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.desk.wording import Wording
from game.negotiation.model.events import Event, PromiseSettled
from game.negotiation.model.ledger import Promise, PromiseStatus


@dataclass(frozen=True)
class SharedPromise:
    """Promises of one term with one fate; to: everyone they are made to, in the order of signing.

    promise: the first of them
    """

    promise: Promise
    to: tuple[str, ...]

    @property
    def status(self) -> PromiseStatus:
        """The status of the promises."""
        return self.promise.status


def shared(promises: Iterable[Promise]) -> tuple[SharedPromise, ...]:
    """Gather promises of the same term with the same due round and status, oldest first."""
    together: dict[tuple[object, ...], list[Promise]] = {}
    for promise in promises:
        key = (promise.term, promise.due, promise.status)
        together.setdefault(key, []).append(promise)
    return tuple(
        SharedPromise(same[0], tuple(dict.fromkeys(each.to for each in same)))
        for same in together.values()
    )


def promise_told(promise: SharedPromise, words: Wording) -> str:
    """Return the status of a promise, and to whom it was made."""
    return words.texts(
        f"event.promise.{promise.status}",
        term=words.term(promise.promise.term),
        parties=words.texts.listed(words.party(party) for party in promise.to),
    )


def events_told(events: Iterable[Event], words: Wording) -> tuple[str, ...]:
    """Return a line for each event, promises that fell due together as one."""
    events = tuple(events)
    settled = shared(event.promise for event in events if isinstance(event, PromiseSettled))
    firsts = {id(each.promise): each for each in settled}
    lines: list[str] = []
    for event in events:
        if not isinstance(event, PromiseSettled):
            lines.append(words.event(event))
        elif id(event.promise) in firsts:
            lines.append(promise_told(firsts[id(event.promise)], words))
    return tuple(line for line in lines if line)
