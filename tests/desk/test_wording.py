"""Every event, refusal and reason of the rules has its sentence."""

import ast
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest

from game.desk.wording import Wording
from game.levels.loader import Level, load_level
from game.negotiation.model import events as happenings
from game.negotiation.model.actions import NotAllowed, Offer
from game.negotiation.model.ledger import Promise
from game.negotiation.model.news import ShiftKind
from game.negotiation.model.replies import Reply, Verdict
from game.negotiation.model.scenario import Package, Slot, Term
from game.negotiation.model.state import Conditional, Learned
from game.negotiation.rules.offers import NOT_SIGNED_BECAUSE
from game.session.public_game import public_game
from game.session.session import Session
from game.texts import Texts
from tests.catalogue import fields_of, sentences_in_catalogue
from tests.levels.breaking import copy_of_tianjin
from tests.sharing import shipped_level

GIVE = Term(Slot("trade", "usa"), 1)
METHANE = Term(Slot("methane", "eu"), 1)
TERMS: Package = (Term(Slot("china_path", "china"), 1), GIVE)
FILLED = {
    "round": 0,
    "news": "",
    "reply": Reply("china", "usa", TERMS, Verdict.ACCEPT, None, None, None, None, METHANE),
    "delegation": "china",
    "towards": "usa",
    "party": "usa",
    "promises": (Promise(GIVE, "china", 0, 1),),
    "terms": TERMS,
    "one": "usa",
    "other": "china",
    "third": "usa",
    "promise": Promise(GIVE, "china", 0, 1),
    "deal": Conditional("china", "usa", TERMS, METHANE, 0),
    "faction": "growth",
    "change": 500,
    "learned": Learned("china", TERMS[0].slot, (0, 0), (0, 0), 0, 1),
    "issue": "trade",
    "agreed": True,
    "option": 1,
    "joins": True,
}
BLUFF_LINE = (
    "      - {issue: coal_at_home, giver: china, never: half, kind: bluff, said: A bluff.}\n"
)
BECAUSE = {
    "ConditionalLapsed": "door_closed",
    "BackingAnswered": "gains",
    "CounterWithdrawn": "pressed",
}


@pytest.fixture(scope="module")
def words(texts: Texts) -> Wording:
    return Wording(texts, public_game(shipped_level("glasgow")))


@pytest.fixture(scope="module")
def english(project_root: Path) -> dict[str, tuple[str, ...]]:
    return sentences_in_catalogue(project_root / "assets" / "translations" / "en")


@pytest.mark.parametrize("kind", get_args(happenings.Event))
def test_every_kind_of_event_has_a_sentence(kind: type, words: Wording) -> None:
    filled = FILLED | {"because": BECAUSE.get(kind.__name__, "news")}
    filled["news"] = words.public.news[0].id
    event = kind(**{field.name: filled[field.name] for field in fields(kind)})
    said = words.event(event)
    assert said
    assert said[-1] in ".)?!", said


def test_news_that_is_bound_to_come_is_certain_and_not_likely(words: Wording) -> None:
    news = words.public.news[0]
    assert "certain" in words.forecast(replace(news, odds=1000))
    assert "60% likely" in words.forecast(replace(news, odds=600))


def test_a_yes_that_hangs_on_a_third_delegation_names_it(words: Wording) -> None:
    said = words.event(happenings.DealConditional(FILLED["deal"]))  # type: ignore[arg-type]
    for part in ("China", "European Union", "Joins the pledge"):
        assert part in said


def test_a_waiting_deal_lapses_with_the_first_door_it_needs(words: Wording) -> None:
    public = words.public
    doors = [public.issue(term.slot.issue).closes for term in (*TERMS, METHANE)]
    assert words.ends_with(TERMS, METHANE) == min(doors)
    assert public.rounds[min(doors)].title in words.waits(FILLED["deal"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "stated"), [("en", "When and how we peak"), ("fr", "Quand et comment")]
)
def test_a_refusal_quotes_the_line_that_is_crossed_and_not_the_bluff_before_it(
    tmp_path: Path, language: str, stated: str
) -> None:
    place = copy_of_tianjin(tmp_path)
    for file, before, bluff in (
        (place / "level.yaml", "    red_lines:\n      - {issue: coal_at_home", BLUFF_LINE),
        (place / "texts" / "fr.yaml", '    red_lines:\n      - "Quand', '      - "Du bluff."\n'),
    ):
        text = file.read_text(encoding="utf-8")
        assert before in text
        first, rest = before.split("\n", 1)
        file.write_text(text.replace(before, f"{first}\n{bluff}{rest}", 1), encoding="utf-8")
    session = Session(load_level(place), 1)
    session.tell_in(language)
    session.submit(Offer("china", (Term(Slot("coal_at_home", "china"), 3),)))
    reply = session.view.party("china").last_reply
    assert reply is not None
    assert reply.explanation is not None
    said = Wording(Texts.load(language), session.public).said("china", reply.explanation)
    assert said.startswith(stated)


def test_every_refusal_of_the_rules_has_a_sentence(
    project_root: Path, english: dict[str, tuple[str, ...]]
) -> None:
    raised = {
        code
        for call in _calls(project_root, "NotAllowed")
        for code in _strings(call.args[0])
        if code.islower()
    } | set(NOT_SIGNED_BECAUSE.values())
    assert len(raised) > 30
    named = {key.removeprefix("not_allowed.") for key in english if key.startswith("not_allowed.")}
    assert raised - named == set(), "refusals without a sentence"
    assert named - raised == set(), "sentences of refusals that nothing raises"


def test_every_refusal_brings_the_fields_of_its_sentence(
    project_root: Path, english: dict[str, tuple[str, ...]]
) -> None:
    lacking = [
        (code, needed - given)
        for call in _calls(project_root, "NotAllowed")
        for given in [{keyword.arg for keyword in call.keywords}]
        for code in _strings(call.args[0])
        for sentence in english.get(f"not_allowed.{code}", ())
        if (needed := fields_of(sentence)) - given
    ]
    assert lacking == []


def test_every_reason_the_rules_give_has_a_sentence(
    project_root: Path, english: dict[str, tuple[str, ...]]
) -> None:
    rooms = {
        "HomeMove": ("because", 2),
        "FaceMoved": ("because", 3),
        "BackingAnswered": ("because", 4),
        "ConditionalLapsed": ("lapsed", 1),
        "CounterWithdrawn": ("withdrawn", 2),
    }
    given = {
        f"{room}.{code}"
        for kind, (room, place) in rooms.items()
        for call in _calls(project_root, kind)
        for code in _reasons(call.args[place])
    }
    assert given - set(english) == set()
    assert {"because.side_payment", "because.paid_others", "lapsed.door_closed"} <= given
    named = {key for key in english if key.split(".")[0] in ("because", "lapsed", "withdrawn")}
    assert named - given == set()


def test_a_refusal_names_what_it_is_about(words: Wording) -> None:
    said = words.not_allowed(NotAllowed("condition_met", party="eu", issue="methane"))
    assert "European Union" in said
    assert "Methane" in said


def _calls(root: Path, name: str) -> Iterator[ast.Call]:
    """Return calls of a name in the rules, with the assignments around them put in for names."""
    for path in sorted((root / "game" / "negotiation").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            chosen = {
                node.targets[0].id: node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            }
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == name:
                    args = [
                        chosen.get(arg.id, arg) if isinstance(arg, ast.Name) else arg
                        for arg in call.args
                    ]
                    yield ast.Call(call.func, args, call.keywords)


def _strings(node: ast.expr) -> Iterator[str]:
    """Return the strings an expression can come to: one written out, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)


def _reasons(node: ast.expr) -> list[str]:
    found = list(_strings(node))
    assert found, f"a reason that is not written out: {ast.dump(node)}"
    return found


def test_a_name_that_the_issue_has_already_is_not_said_twice(words: Wording) -> None:
    path, methane = Slot("china_path", "china"), Slot("methane", "china")
    title = words.public.issue("china_path").title
    assert words.slot(path) == title
    assert words.term(Term(path, 1)).startswith(title)
    assert words.slot(methane).startswith("China")
    assert words.moved(Term(path, 0), Term(path, 1)).startswith(title)


def test_news_that_closes_or_opens_a_door_says_which(texts: Texts, bargaining: Level) -> None:
    words = Wording(texts, public_game(bargaining))
    cards = [news for news in words.public.news if news.shifts]
    closing = next(c for c in cards if c.shifts[0].kind is ShiftKind.CLOSE_ISSUE)
    assert [line for line, _ in words.doors(closing)] == [
        texts("news.closes", issue="Coal power China pays for abroad")
    ]
    opening = next(c for c in cards if c.shifts[0].kind is ShiftKind.OPEN_ISSUE)
    assert len(words.doors(opening)) == 1, "the votes it moves are no door"


def test_points_are_told_with_the_digits_their_plural_is_chosen_by(words: Wording) -> None:
    for thousandths, told, count in ((1000, "1", "1"), (2500, "2.5", "2.5")):
        assert words.points(thousandths) == told
        assert str(words.count(thousandths)) == count
        assert str(words.count_in_points(thousandths)) == f"{words.in_points(thousandths):.1f}"
