"""The findings of probes, and red lines in their light."""

from __future__ import annotations

from game.desk.fact import Fact
from game.desk.tested_lines import is_found_bluff
from game.desk.wording import Wording
from game.negotiation.model.scenario import RedLine
from game.negotiation.model.state import Learned
from game.negotiation.seats.observation import PartyView


def line_told(words: Wording, party: PartyView, line: RedLine) -> Fact:
    """Return a red line with the options it rules out; "good" if it was found to be a bluff."""
    texts = words.texts
    refused = [
        texts("words.quoted", said=option.label)
        for place, option in enumerate(words.public.issue(line.slot.issue).options)
        if line.is_crossed_by(place)
    ]
    fields = {
        "issue": words.slot(line.slot),
        "refused": texts.listed(refused),
        "said": line.said,
    }
    if is_found_bluff(line, party.learned):
        return Fact(texts("dossier.line.bluff", **fields), "good")
    return Fact(texts("dossier.line", **fields), "bad")


def learned_lines(words: Wording, party: PartyView, learned: Learned) -> list[str]:
    """Return the findings of a probe, option by option.

    What it is worth to the delegation, what it refuses.
    """
    texts, name = words.texts, words.party(party.id)
    bluffs = [
        texts("dossier.learned.bluff", said=line.said, party=name)
        for line in party.stated_lines
        if line.slot == learned.slot and is_found_bluff(line, (learned,))
    ]
    options = range(1, len(learned.low))
    return [*bluffs, *(_option_told(words, name, learned, option) for option in options)]


def _option_told(words: Wording, party: str, learned: Learned, option: int) -> str:
    label = words.option(learned.slot, option)
    if not learned.lowest <= option <= learned.highest:
        return words.texts("dossier.learned.line", option=label)
    most = learned.high[option]
    low, high = words.points(learned.low[option]), words.points(most)
    key = "dossier.learned.exact" if low == high else "dossier.learned.value"
    fields = {"option": label, "low": low, "high": high, "party": party}
    return words.texts(key, n=words.count(most), **fields)
