"""A report as text and as Markdown."""

from game.commands.report_page import Section, as_markdown, as_text

PAGE = [
    Section("Level <b>", ("One.", "Two.")),
    Section("Table", table=(("name", "n"), ("a_b", "12"), ("c|d", "3")), points=("do *this*",)),
]


def test_text_has_even_columns_and_every_line_once() -> None:
    assert as_text(PAGE).splitlines() == [
        "Level <b>",
        "=========",
        "One.",
        "Two.",
        "",
        "Table",
        "=====",
        "name   n",
        "a_b   12",
        "c|d    3",
        "- do *this*",
    ]


def test_words_of_a_level_cannot_be_read_as_markdown() -> None:
    text = as_markdown(PAGE)
    assert text.startswith("# Level \\<b>\n\nOne.  \nTwo.\n")
    assert "| a\\_b | 12 |" in text
    assert "| c\\|d | 3 |" in text
    assert "- do \\*this\\*" in text
