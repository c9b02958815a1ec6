"""What sounding out tells, and red lines that it breaks."""

import pytest

from game.desk.soundings import learned_lines, line_told
from game.desk.tested_lines import is_found_bluff
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Probe
from game.negotiation.model.scenario import LineKind, Slot
from game.session.session import Session
from game.texts import Texts

METHANE = Slot("methane", "china")


@pytest.fixture
def session(glasgow: Level) -> Session:
    """Return the first round of the second level."""
    return Session(glasgow, 1)


def test_a_line_turns_good_once_sounding_out_has_found_it_a_bluff(
    texts: Texts, session: Session
) -> None:
    words, party = Wording(texts, session.public), session.view.party("china")
    line = next(each for each in party.stated_lines if each.slot == METHANE)
    assert line_told(words, party, line).tone == "bad"
    session.submit(Probe("china", METHANE))
    party = session.view.party("china")
    told = line_told(words, party, line)
    assert told.tone == "good"
    assert line.said in told.text
    bluff = texts("dossier.learned.bluff", said=line.said, party="China")
    assert bluff in learned_lines(words, party, party.learned[-1])


def test_a_probe_is_told_option_by_option(texts: Texts, session: Session) -> None:
    session.submit(Probe("india", Slot("methane", "usa")))
    words, party = Wording(texts, session.public), session.view.party("india")
    (learned,) = party.learned
    lines = learned_lines(words, party, learned)
    labels = [option.label for option in session.public.issue("methane").options[1:]]
    assert len(lines) == len(labels)
    assert all(label in line for label, line in zip(labels, lines, strict=True))


def test_a_line_that_is_meant_never_counts_as_a_bluff(glasgow: Level, session: Session) -> None:
    for party in session.view.parties:
        for line in session.scenario.delegation(party.id).red_lines:
            if line.kind is not LineKind.STATED:
                continue
            probed = Session(glasgow, 1)
            probed.submit(Probe(party.id, line.slot))
            assert not is_found_bluff(line, probed.view.party(party.id).learned)
