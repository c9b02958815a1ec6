r"""Makes any string from outside safe to show: file names, values of files, texts of levels.

What no face can draw and no terminal should obey is written as an escape that everybody can
read and report: `\x00`, `\u200b`, and `\xe9` for a byte of a path that is no UTF-8. Pure Python:
a window, a terminal and a printed page use the same two functions.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

NAME_MOST = 120  # letters of a name or a path
VALUE_MOST = 60  # letters of a bad value that a sentence quotes
TEXT_MOST = 20_000  # letters of a text of several lines
WORD_MOST = 200  # letters of one word of such a text
MARKS_MOST = 4  # marks on one letter; Hebrew with points and accents has as many
CUT = "…"

# Code points that leave no ink though they are no controls: Unicode's Default_Ignorable_Code_Point
# (UCD 15.1, DerivedCoreProperties.txt), the blank of Braille and the anchors of annotations.
_INKLESS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NOT_LETTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates and noncharacters
_LINE_SEPARATORS = "\u2028\u2029"
_CONTROLS = "\x00-\x1f\x7f-\x9f"
_HIDDEN = re.compile(f"[{_CONTROLS}{_LINE_SEPARATORS}{_NOT_LETTERS}{_INKLESS}]")
# Within a word these join, part or shape letters, and many scripts are misspelt without them.
_JOINERS = "\u00ad\u034f\u180b-\u180d\u180f\u200c\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef"
_OBEYED = re.compile(
    "(?![\n\t])[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ONLY_JOINERS = re.compile(f"[{_JOINERS}]+")
_LONE_JOINER = re.compile(f"(?:(?<=\\s)|^)[{_JOINERS}]+|[{_JOINERS}]{{3,}}")
_HIDDEN_IN_TEXT = re.compile(
    f"(?![\n{_JOINERS}])[{_CONTROLS}{_LINE_SEPARATORS}{_NOT_LETTERS}{_INKLESS}]"
)
_IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"  # a line may end between any two of these
_WORD_TOO_LONG = re.compile(rf"[^\s{_IDEOGRAPHS}]{{{WORD_MOST + 1},}}")
_SEVERAL_SPACES = re.compile(r"[ \t]{200,}")
_BYTE_ESCAPES = range(0xDC80, 0xDD00)  # how Python carries bytes that are no UTF-8 (PEP 383)


def shown(text: str | os.PathLike[str], most: int = NAME_MOST) -> str:
    """Return a name, a path or a quoted value on one line, every letter of it visible.

    most: letters; what is longer loses its middle
    """
    line = str(text)
    if line.isascii() and line.isprintable() and len(line) <= most and not line.isspace():
        return line
    if line.isspace():
        return _shortened("".join(_escape(letter) for letter in line[: most + 1]), most)
    line = _shortened(line, most)
    return _shortened(_with_bases(_HIDDEN.sub(_escaped, line)), most)


def shown_text(text: str, most: int = TEXT_MOST) -> str:
    """Return a text of several lines fit to be wrapped and drawn.

    Line ends stay, a tab becomes a space; joiners stay within words, where they shape letters.
    most: letters; what is longer loses its middle, as does each word of over WORD_MOST letters
    """
    if text.isascii() and text.isprintable() and len(text) <= WORD_MOST:
        return text
    whole = _shortened(text, most).replace("\r\n", "\n").replace("\t", " ")
    whole = _LONE_JOINER.sub(_escaped, _HIDDEN_IN_TEXT.sub(_escaped, whole))
    whole = _SEVERAL_SPACES.sub(" ", _with_bases(whole))
    return _WORD_TOO_LONG.sub(lambda word: _shortened(word[0], WORD_MOST), whole)


def for_terminal(text: str) -> str:
    """Return a text of any length with nothing in it that a terminal would obey.

    Line ends and tabs stay; escape codes, other controls and marks that turn the direction of
    writing are written out.
    """
    if text.isascii() and "\x1b" not in text and text.isprintable():
        return text
    return _OBEYED.sub(_escaped, text)


def has_hidden(text: str) -> bool:
    """Return True if the text holds something that `shown_text` would write as an escape."""
    return first_hidden(text) is not None


def first_hidden(text: str) -> int | None:
    """Return the index of the first letter that `shown_text` would write as an escape."""
    plain = text.replace("\r\n", " \n").replace("\t", " ")  # as long as the text
    found = (_LONE_JOINER.search(plain), _HIDDEN_IN_TEXT.search(plain))
    starts = [match.start() for match in found if match is not None]
    return min([*starts, *islice(_marks_without_base(plain), 1)], default=None)


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head = (most - len(CUT) + 1) // 2
    tail = most - len(CUT) - head
    return text[:head] + CUT + text[len(text) - tail :]


def _escaped(match: re.Match[str]) -> str:
    return "".join(map(_escape, match[0]))


def _escape(letter: str) -> str:
    code = ord(letter)
    if code in _BYTE_ESCAPES:
        code -= 0xDC00
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _with_bases(text: str) -> str:
    """Return the text with every mark that has no letter to sit on written as an escape.

    So is every mark past MARKS_MOST: a tower of them draws over the lines above and below.
    """
    idle = set(_marks_without_base(text))
    if not idle:
        return text
    return "".join(_escape(letter) if i in idle else letter for i, letter in enumerate(text))


def _marks_without_base(text: str) -> Iterator[int]:
    """Yield the indices of marks without a letter to sit on, and of those past MARKS_MOST."""
    if text.isascii():
        return
    marks = MARKS_MOST  # nothing carries a mark at the start of the text or of a word
    for i, letter in enumerate(text):
        if unicodedata.category(letter) in ("Mn", "Me") and not _ONLY_JOINERS.match(letter):
            marks += 1
            if marks > MARKS_MOST:
                yield i
        else:
            marks = MARKS_MOST if letter.isspace() else 0
