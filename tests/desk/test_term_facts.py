"""What is known of a term on the table: promises elsewhere, options, lines, doors."""

from game.desk.draft import fresh_draft
from game.desk.term_facts import TermFacts, promised_elsewhere
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.ledger import Ledger, Promise, PromiseStatus
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts

TARGET, MONEY = Slot("us_target", "usa"), Slot("finance", "usa")


def _promised(level: Level, *promises: Promise) -> Session:
    session = Session(level, 1)
    session.state = session.state._replace(ledger=Ledger(promises))
    return session


def _facts(texts: Texts, session: Session, delegation: str, *terms: Term) -> TermFacts:
    draft = fresh_draft(session.public, session.view, delegation).with_terms(terms)
    return TermFacts(Wording(texts, session.public), session.view, delegation, draft)


def test_of_several_promises_the_deepest_counts(glasgow: Level) -> None:
    session = _promised(
        glasgow,
        Promise(Term(TARGET, 1), "india", 0, 6),
        Promise(Term(TARGET, 2), "china", 0, 6),
    )
    found = promised_elsewhere(session.view, TARGET, "africa")
    assert found is not None
    assert (found.to, found.term.option) == ("china", 2)


def test_only_what_is_promised_to_others_and_stands_counts_as_promised(
    texts: Texts, glasgow: Level
) -> None:
    for promises in (
        (),
        (Promise(Term(TARGET, 3), "africa", 0, 6),),
        (Promise(Term(TARGET, 3), "china", 0, 6, PromiseStatus.BROKEN),),
        (Promise(Term(MONEY, 1), "china", 0, 6),),
    ):
        session = _promised(glasgow, *promises)
        assert _facts(texts, session, "africa").promised(TARGET) is None


def test_a_promise_to_another_is_told_with_its_option_and_receiver(
    texts: Texts, glasgow: Level
) -> None:
    facts = _facts(texts, _promised(glasgow, Promise(Term(TARGET, 3), "china", 0, 6)), "africa")
    promise = facts.promised(TARGET)
    assert promise is not None
    told = facts.promise_told(promise)
    assert "The whole target, in law" in told.text
    assert "China" in told.text
    assert "China" in facts.options_told(TARGET)[3]


def test_every_option_is_named_and_the_chosen_one_says_so(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    options = session.public.issue("us_target").options
    told = _facts(texts, session, "africa", Term(TARGET, 2)).options_told(TARGET)
    assert len(told) == len(options)
    assert all(option.label in line for option, line in zip(options, told, strict=True))
    assert [line.endswith("chosen") for line in told] == [False, False, True, False]


def test_a_term_of_ones_own_says_when_the_home_votes_on_it(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    facts = _facts(texts, session, "china")
    day = facts.words.day(session.public.issue("us_target").due)
    for option, is_told in ((0, False), (1, True)):
        said = [fact.text for fact in facts.about(TARGET, option, is_composed=bool(option))]
        assert any(day in line for line in said) is is_told


def test_an_option_beyond_a_line_they_named_quotes_the_line(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    facts = _facts(texts, session, "china")
    line = session.view.party("china").stated_lines[0]
    crossing = [o for o in range(1, facts.draft.deepest[line.slot] + 1) if line.is_crossed_by(o)]
    assert crossing
    told = facts.about(line.slot, crossing[0], is_composed=True)
    assert any(line.said in fact.text and fact.tone == "bad" for fact in told)


def test_a_door_that_closes_with_this_round_is_said(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    facts = _facts(texts, session, "china")
    closes = texts("table.closes_now")
    for slot in facts.draft.agreed:
        said = [fact.text for fact in facts.about(slot, 0, is_composed=False)]
        assert (closes in said) is (session.public.issue(slot.issue).closes == session.view.round)
