"""The printed debrief: whole in one file, for every eye, and nothing in it runs."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.debrief.blocks import Items, TableBlock
from game.debrief.debrief import Debrief
from game.debrief.html_report import report_html, report_of, write_report
from game.session.session import Session
from game.texts import Texts
from tests.debrief.games import looked_back

VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "base"})


class Page(HTMLParser):
    """The tags of a page, with their attributes; `unclosed` is what was left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_is_whole_and_asks_for_nothing_from_outside(game: Session, texts: Texts) -> None:
    html = report_html(looked_back(game), texts)
    page = Page(html)
    assert page.unclosed == []
    assert page.named("html") == [{"lang": "en"}]
    assert len(page.named("h1")) == 1
    for tag in ("script", "link", "img", "iframe", "object", "base", "image", "use"):
        assert page.named(tag) == []
    for _, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in ("src", "href", "xlink:href")
            assert name == "xmlns" or "://" not in (value or "")
    assert "@import" not in html


def test_every_picture_says_what_it_shows_and_has_its_figures_beside_it(
    game: Session, texts: Texts
) -> None:
    page = Page(report_html(looked_back(game), texts))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    pictures = page.named("svg")
    assert len(pictures) >= 3
    for picture in pictures:
        assert picture["role"] == "img"
        assert all(name in ids for name in (picture["aria-labelledby"] or "").split())
    for section in report_html(looked_back(game), texts).split("<section>")[1:]:
        if "<svg" in section:
            assert "<table" in section or "frontier-" in section
    assert all("scope" in head for head in page.named("th"))


def test_what_a_level_says_cannot_run_in_the_page(game: Session, texts: Texts) -> None:
    field = game.level.field.model_copy(update={"title": "<script>alert(1)</script>"})
    hostile = [
        party.model_copy(update={"name": '"><svg onload="alert(2)">'})
        for party in field.delegations
    ]
    field = field.model_copy(update={"delegations": hostile})
    level = replace(game.level, field=field)
    session = Session(level, game.seed, game.seat)
    for turn in game.turns:
        if turn.action is not None:
            session.submit(turn.action)
    html = report_html(Debrief(session), texts)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert all("onload" not in attributes for _, attributes in Page(html).tags)


def test_a_game_that_is_not_over_is_told_as_it_stands(game: Session, texts: Texts) -> None:
    begun = Session(game.level, game.seed)
    html = report_html(Debrief(begun), texts)
    assert texts("debrief.none") in html
    assert "is not over yet" in html


def test_a_report_takes_the_place_of_the_old_one_and_leaves_nothing_beside(
    game: Session, texts: Texts, tmp_path: Path
) -> None:
    path = tmp_path / "out.html"
    path.write_text("old")
    write_report(looked_back(game), texts, path)
    assert path.read_text(encoding="utf-8") == report_html(looked_back(game), texts)
    assert list(tmp_path.iterdir()) == [path]


def test_where_it_cannot_be_written_the_old_one_stays(
    game: Session, texts: Texts, tmp_path: Path
) -> None:
    path = tmp_path / "out.html"
    (path / "taken").mkdir(parents=True)
    with pytest.raises(OSError):  # noqa: PT011  # which one is the system's affair
        write_report(looked_back(game), texts, path)
    assert [each.name for each in tmp_path.iterdir()] == ["out.html"]


def test_it_prints_on_any_paper_with_room_for_a_name(game: Session, texts: Texts) -> None:
    html = report_html(looked_back(game), texts)
    page = re.search(r"@page \{([^}]*)\}", html)
    assert page is not None
    assert "size" not in page[1]  # the printer's paper, A4 or Letter
    for name in ("name", "class", "date"):
        assert f"<span>{texts(f'report.field.{name}')}</span>" in html


def test_the_first_page_sums_the_game_up(game: Session, texts: Texts) -> None:
    report = report_of(looked_back(game), texts)
    first = report.sections[0]
    assert first.title == texts("report.summary")
    goals = next(block for block in first.blocks if isinstance(block, Items))
    assert len(goals.items) == 3
    assert "section:first-of-type { break-after: page; }" in report_html(looked_back(game), texts)


def test_a_promise_to_several_stands_in_the_ledger_once(game: Session, texts: Texts) -> None:
    report, ledger = report_of(looked_back(game), texts), game.state.ledger
    section = next(each for each in report.sections if each.title == texts("report.ledger"))
    tables = [block for block in section.blocks if isinstance(block, TableBlock)]
    rows = tables[0].rows if tables else []
    fates = {(promise.term, promise.due, promise.status) for promise in ledger}
    assert len(rows) == len(fates)
    told = " ".join(cell for row in rows for cell in row)
    assert all(game.scenario.delegation(promise.to).name in told for promise in ledger)
