"""Another delegation's home as seen from abroad: a range of votes against the pass mark."""

from __future__ import annotations

from game.desk.fact import Fact, Tone
from game.desk.wording import Wording
from game.negotiation.seats.observation import HomeEstimate

MEANINGS: dict[str, Tone] = {"passes": "good", "fails": "bad", "open": "warn"}


def range_told(words: Wording, home: HomeEstimate) -> str:
    """Return the range of votes and the mark they need."""
    return words.texts(f"dossier.home_range.{home.counts}", **_figures(words, home))


def meaning_of(words: Wording, home: HomeEstimate) -> Fact:
    """Return whether the home would pass what is promised: it would, would not, or may."""
    way = "passes" if home.low >= home.pass_mark else "fails"
    if home.low < home.pass_mark <= home.high:
        way = "open"
    return Fact(words.texts(f"dossier.home.{way}"), MEANINGS[way])


def heard_closer(words: Wording, before: HomeEstimate, now: HomeEstimate) -> tuple[str, ...]:
    """Return the sentence for a narrowed range of votes; none if it has not narrowed."""
    if now.high - now.low >= before.high - before.low:
        return ()
    return (words.texts(f"talk.closer.{now.counts}", **_figures(words, now)),)


def _figures(words: Wording, home: HomeEstimate) -> dict[str, str]:
    low, high = (words.points(max(votes, 0)) for votes in (home.low, home.high))
    return {"low": low, "high": high, "mark": words.mark(home.pass_mark)}
