"""Which letters the installed faces can draw, read from the fonts without drawing.

Pure Python, so that a level can be checked where there is no window. The table read is `cmap`
(OpenType 1.9.1, "cmap - Character to Glyph Index Mapping Table"), in its formats 4 and 12.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

LATIN = ("font_source_sans_pro", "files/SourceSansPro-Regular.ttf")
LATIN_SERIF = ("font_source_serif_pro", "files/SourceSerifPro-Regular.ttf")
CHINESE = ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf")  # the extra `chinese`
CHINESE_RANGES = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))


def undrawable(text: str) -> list[int]:
    """Return the indices of the letters of a text that no face can draw; spaces are none."""
    if text.isascii():
        return []
    latin = _latin()
    missing = [
        i
        for i, letter in enumerate(text)
        if letter > "\x7f" and letter.isprintable() and ord(letter) not in latin
    ]
    return [i for i in missing if ord(text[i]) not in _chinese()]


def is_chinese_letter(letter: str) -> bool:
    """Return True for a letter that the extra `chinese` brings."""
    return any(low <= ord(letter) <= high for low, high in CHINESE_RANGES)


@lru_cache(maxsize=1)  # 19 ms, once a run and only for texts beyond ASCII
def _latin() -> frozenset[int]:
    """Return the code points that both Latin faces have."""
    return _cmap(*LATIN) & _cmap(*LATIN_SERIF)


@lru_cache(maxsize=1)  # 59 ms, for letters that the Latin faces lack
def _chinese() -> frozenset[int]:
    """Return the code points of the Chinese face; none where it is not here."""
    return _cmap(*CHINESE) if find_spec(CHINESE[0]) else frozenset()


def _cmap(package: str, file: str) -> frozenset[int]:
    return code_points(Path(str(files(package) / file)).read_bytes())


def code_points(font: bytes) -> frozenset[int]:
    """Return the Unicode code points that a font file has glyphs for. Raises ValueError."""
    count = struct.unpack_from(">H", font, 4)[0]
    for i in range(count):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * i)
        if tag == b"cmap":
            return _of_table(font, start)
    raise ValueError("a font without a cmap")


def _of_table(font: bytes, start: int) -> frozenset[int]:
    found: set[int] = set()
    for i in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * i)
        at = start + offset
        kind = struct.unpack_from(">H", font, at)[0]
        if platform in (0, 3) and kind == 4:
            found |= _format_4(font, at)
        elif platform in (0, 3) and kind == 12:
            found |= _format_12(font, at)
    return frozenset(found)


def _format_4(font: bytes, at: int) -> set[int]:
    twice = struct.unpack_from(">H", font, at + 6)[0]
    n = twice // 2
    ends = struct.unpack_from(f">{n}H", font, at + 14)
    starts = struct.unpack_from(f">{n}H", font, at + 16 + twice)
    deltas = struct.unpack_from(f">{n}H", font, at + 16 + 2 * twice)
    offsets_at = at + 16 + 3 * twice
    found: set[int] = set()
    for i in range(n):
        offset = struct.unpack_from(">H", font, offsets_at + 2 * i)[0]
        for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets_at + 2 * i + offset + 2 * (code - starts[i])
                glyph = struct.unpack_from(">H", font, place)[0]
                if glyph == 0:
                    continue
            if (glyph + deltas[i]) % 0x10000:
                found.add(code)
    return found


def _format_12(font: bytes, at: int) -> set[int]:
    found: set[int] = set()
    for i in range(struct.unpack_from(">I", font, at + 12)[0]):
        start, end, glyph = struct.unpack_from(">III", font, at + 16 + 12 * i)
        found.update(range(start + (glyph == 0), end + 1))
    return found
