"""How far others believe a promise: from the ledger alone, never from talk."""

from __future__ import annotations

from typing import NamedTuple


class Credibility(NamedTuple):
    """Promises kept and broken so far.

    q = (1 + kept) / (2 + kept + broken): the mean of the beta reputation of Josang and Ismail
    (2002), which is Laplace's rule of succession; 1/2 for a stranger.
    """

    kept: int
    broken: int

    @property
    def share(self) -> int:
        """q in thousandths."""
        return 1000 * (1 + self.kept) // (2 + self.kept + self.broken)

    def believed(self, points: int) -> int:
        """Return points as they count while promises have come to what they have."""
        return points * (1 + self.kept) // (2 + self.kept + self.broken)

    def with_record(self, record: int) -> Credibility:
        """Return it with promises that were kept before the game began."""
        return self._replace(kept=self.kept + record) if record else self
