"""A seat's estimate of the other side's losses, from its offers and refusals alone."""

from __future__ import annotations

from collections.abc import Sequence

WHOLE = 1_000_000  # the other's best outcome; losses are counted in its millionths

Options = tuple[int, ...]  # of each issue the option, counted from 0


class Guess:
    """The estimated loss of each option to the other side, against its best.

    Before a word is said half of it is a fixed pie (what is good for oneself is bad for the other)
    and half is that nothing is known. The first offer is taken for the other's best outcome: its
    options cost the other nothing. From then on every offer is taken to be worth what one like
    oneself would hold out for by now: whatever looked dearer is cheaper, and an option that is
    named again is cheaper still (the frequencies of Hindriks and Tykhonov 2008); what the other
    refuses costs it more than it would have given.

    losses: per issue, per option, millionths of the other's best outcome
    """

    def __init__(self, own_worth: Sequence[Sequence[int]]) -> None:
        spread = sum(max(figures) - min(figures) for figures in own_worth) or 1
        unknown = WHOLE // (2 * len(own_worth))
        self.losses = [
            [((worth - min(figures)) * WHOLE // spread + unknown) // 2 for worth in figures]
            for figures in own_worth
        ]
        self._best: Options | None = None

    def loss(self, options: Options) -> int:
        """Return what a package as a whole is thought to cost the other."""
        return sum(losses[option] for losses, option in zip(self.losses, options, strict=True))

    def hear(self, offer: Options, given: int) -> None:
        """Learn from an offer by one who, as we think, has given up so much by now."""
        if self._best is None:
            self._best = offer
            for losses, option in zip(self.losses, offer, strict=True):
                losses[option] = 0
            return
        looked = self.loss(offer)
        too_dear = max(0, looked - given)
        for place, option in self._departures(offer):
            losses = self.losses[place]
            if too_dear:
                losses[option] -= 7 * too_dear * losses[option] // (10 * looked)
            losses[option] = 7 * losses[option] // 10

    def note_refusal(self, offer: Options, given: int) -> None:
        """Learn that an offer costs the other more than it is ready to give by now."""
        departures = self._departures(offer)
        too_cheap = given - self.loss(offer)
        if departures and too_cheap > 0:
            self._raise(departures, 7 * too_cheap // 10)

    def note_preference(self, offer: Options, agreed: Options) -> None:
        """Learn that the other would rather keep what is agreed than have this offer."""
        changed = [
            (place, option)
            for place, (option, now) in enumerate(zip(offer, agreed, strict=True))
            if option != now
        ]
        too_cheap = self.loss(agreed) - self.loss(offer)
        if changed and too_cheap >= 0:
            self._raise(changed, 7 * too_cheap // 10 + WHOLE // 100)

    def _departures(self, offer: Options) -> list[tuple[int, int]]:
        """Where an offer leaves the other's best outcome: (issue, option)."""
        if self._best is None:
            return []
        both = enumerate(zip(offer, self._best, strict=True))
        return [(place, option) for place, (option, best) in both if option != best]

    def _raise(self, named: Sequence[tuple[int, int]], amount: int) -> None:
        for place, option in named:
            self.losses[place][option] += amount // len(named)
