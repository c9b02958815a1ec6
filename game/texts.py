"""Every sentence for people, by key, in their language.

The sentences live in gettext catalogues `assets/translations/<language>/*.po`, one file for each
room of the game. A `msgid` is a dotted key (`hub.actions_left`), the `msgstr` the sentence, with
its fields in braces:

    msgid "hub.actions_left"
    msgid_plural "hub.actions_left"
    msgstr[0] "{n} action left"
    msgstr[1] "{n} actions left"

A sentence with a plural (its `msgid_plural` repeats the key) is chosen by the field `n`: a whole
number, or a figure `as_told`, digits and all ("1.0 points", but "1,0 point" in French). A field
may carry a number format, written the way of the reader's language: `{warming_c:.1f}`,
`{change:+.2f}`, `{cost:,d}`, `{share:.0%}`. A plain `{year}` is written as it is.
"""

from __future__ import annotations

import gettext
import io
import operator
import os
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from game.paths import assets_dir

if TYPE_CHECKING:
    import datetime

    from babel import Locale
    from babel.messages.catalog import Catalog
    from babel.numbers import NumberPattern

FALLBACK_LANGUAGE = "en"
MINUS = "\u2212"  # which Babel leaves a hyphen, as CLDR does
SEVERAL = 2  # takes the form that a figure which is not one takes
_NUMBERS_AND_DATES_LIKE = {"en": "en_001"}  # the day before the month, as most of the world has it

_FIRST_OF_A_MONTH = {"fr": "1er"}  # which CLDR, and so Babel, does not say
_FIRST_DAY = re.compile(r"\b1(?=\s)")
_KEY_LINE = re.compile(r'^msgid "([^"]+)"', re.MULTILINE)
_FIELD_NAME = re.compile(r"[a-z_][a-z0-9_]*", re.IGNORECASE)
_NUMBER_FORMAT = re.compile(
    r"(?P<sign>\+?)(?P<grouped>,?)(?:\.(?P<digits>[0-9]))?(?P<kind>[df%])",
)


class TextError(LookupError):
    """A sentence that cannot be given: what is wrong with which key."""


class MissingText(TextError):
    """No catalogue, not even the English one, has the key."""


class MissingField(TextError):
    """A sentence names a field that was not given, or writes it in a way that is not allowed."""


class Texts:
    """The sentences of one language, English where the language has none.

    `strict` decides what a missing key or field does: raise `TextError` (tests), or show the key or
    the bare `{field}` in its place (a window must not close over a missing sentence).
    """

    def __init__(self, language: str, catalogues: list[Catalog], *, strict: bool = True) -> None:
        """`catalogues`: the language's own first, then those it falls back to."""
        self.language = language
        self.strict = strict
        self._spoken = [_Spoken(catalogue) for catalogue in catalogues]

    @classmethod
    def load(
        cls, language: str = FALLBACK_LANGUAGE, folder: Path | None = None, *, strict: bool = True
    ) -> Texts:
        """Read a language's catalogues, and the English ones behind them.

        folder: holds one folder for each language; the game's own `assets/translations` by default
        Raises TextError if the language is not there or a key is there twice.
        """
        root = folder if folder is not None else translations_dir()
        chain = [language] if language == FALLBACK_LANGUAGE else [language, FALLBACK_LANGUAGE]
        return cls(language, [_read_language(root, name) for name in chain], strict=strict)

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the sentence under `key` with its fields filled in."""
        for spoken in self._spoken:
            if key in spoken.has_plural:
                return self._filled(spoken, key, fields)
        if self.strict:
            raise MissingText(f'no text for the key "{key}" in any of the catalogues')
        return key

    def __contains__(self, key: object) -> bool:
        return any(key in spoken.has_plural for spoken in self._spoken)

    def keys(self) -> frozenset[str]:
        """All keys that can be asked for."""
        return frozenset(key for spoken in self._spoken for key in spoken.has_plural)

    def fill(self, template: str, /, **fields: object) -> str:
        """Fill a sentence from elsewhere (a level's own text) with its fields, by name."""
        return self._formatter(template, fields)

    def listed(self, parts: Iterable[str]) -> str:
        """Write several names one after the other, parted as the language parts them."""
        return self("list.comma").join(parts)

    def enumerated(self, parts: Iterable[str]) -> str:
        """Do the same where a part may itself hold commas."""
        return self("list.semicolon").join(parts)

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with so many digits after the point, grouped as the language does."""
        return self._formatter.number(value, f",.{digits}f")

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share of one as a percentage: 0.27 is "27%"."""
        return self._formatter.number(share, f".{digits}%")

    def date(self, day: str | datetime.date, style: str = "long") -> str:
        """Write a date (ISO text or date) as the language does: "1 September 2021" or the like.

        style: "short", "medium", "long", "full", or which parts are wanted and how long, written
        like "d MMM" or "d MMM yyyy"; their order is the language's own
        """
        from datetime import date

        from babel.dates import format_date, format_skeleton

        moment, locale = date.fromisoformat(day) if isinstance(day, str) else day, self._locale
        if style in ("short", "medium", "long", "full"):
            written = format_date(moment, format=style, locale=locale)
        elif "y" in style and "MMMM" in style:
            written = format_date(moment, format="long", locale=locale)
        else:
            parts = sorted(
                style.replace("yyyy", "y").split(), key=lambda part: "yMd".index(part[0])
            )
            written = format_skeleton("".join(parts), moment, locale=locale)
        if moment.day == 1 and self.language in _FIRST_OF_A_MONTH:
            written = _FIRST_DAY.sub(_FIRST_OF_A_MONTH[self.language], written, count=1)
        return _plain_spaces(written)

    @property
    def _locale(self) -> Locale:
        return self._formatter.locale

    @cached_property
    def _formatter(self) -> _SafeFormatter:
        return _SafeFormatter(self.language, strict=self.strict)

    def _filled(self, spoken: _Spoken, key: str, fields: Mapping[str, object]) -> str:
        if not spoken.has_plural[key]:
            return self._formatter(spoken.translations.gettext(key), fields, key)
        try:
            count = self._count(fields["n"])
        except (KeyError, TypeError):
            if not self.strict:
                return key
            raise MissingField(f'the text "{key}" has a plural and needs a whole "n"') from None
        return self._formatter(spoken.translations.ngettext(key, key, count), fields, key)

    def _count(self, n: object) -> int:
        """Return the whole number whose plural form a count takes. Raises TypeError."""
        if isinstance(n, Decimal):
            return 1 if self._locale.plural_form(abs(n)) == "one" else SEVERAL
        return operator.index(n)  # type: ignore[arg-type]  # what the caller's except is for


def as_told(figure: float, digits: int = 0) -> Decimal:
    """Return a figure as it is written, for the field `n` of a sentence that tells it."""
    return Decimal(f"{figure:.{digits}f}")


def system_language(
    environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> str:
    """Return the first language the system asks for that there are catalogues for, else English.

    Read as gettext reads it: LANGUAGE (several, by colons), LC_ALL, LC_MESSAGES, LANG.
    environment: the variables; those of this process where none are given
    """
    variables = os.environ if environment is None else environment
    wanted = [variables.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    locale = next((value for value in wanted if value), "")
    if _is_plain(locale):
        return FALLBACK_LANGUAGE
    languages = available_languages(folder)
    for name in (*variables.get("LANGUAGE", "").split(":"), locale):
        language = _language_of(name)
        if language in languages:
            return language
    return FALLBACK_LANGUAGE


def _is_plain(locale: str) -> bool:
    """Return True if the system asks for no language at all, as the "C" locale does."""
    return locale.split(".")[0] in ("C", "POSIX")


def _language_of(locale: str) -> str:
    """Return the folder a locale name stands for: "fr_CA.UTF-8" is fr, "zh_CN" is zh_Hans."""
    name = re.split(r"[.@]", locale)[0].replace("-", "_")
    parts = name.split("_")
    if parts[0] != "zh":
        return parts[0]
    traditional = {"Hant", "TW", "HK", "MO"} & set(parts[1:])
    return "zh_Hant" if traditional else "zh_Hans"


def language_name(language: str, said_in: str | None = None) -> str:
    """Return what a language is called, in itself or in another: "Français", "French"."""
    from babel import Locale

    name = Locale.parse(language).get_display_name(said_in or language) or language
    return name[0].upper() + name[1:]


def translations_dir() -> Path:
    """Return the catalogues that ship with the game: a folder for each language."""
    return assets_dir() / "translations"


def available_languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the languages there are catalogues for, English first."""
    root = folder if folder is not None else translations_dir()
    names = sorted({path.parent.name for path in root.glob("*/*.po")} - {FALLBACK_LANGUAGE})
    return (FALLBACK_LANGUAGE, *names)


class _Spoken:
    """One language's catalogue, compiled in memory so that gettext itself picks the plural."""

    def __init__(self, catalogue: Catalog) -> None:
        from babel.messages.mofile import write_mo

        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self.translations = gettext.GNUTranslations(compiled)
        self.has_plural: dict[str, bool] = {
            _key_of(message.id): bool(message.pluralizable)
            for message in catalogue
            if message.id and _is_translated(message.string)
        }


def _key_of(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _is_translated(text: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(text) if isinstance(text, tuple | list) else bool(text)


def _read_language(root: Path, language: str) -> Catalog:
    """All .po files of a language as one catalogue; a key may stand in only one place."""
    # Imported here because Babel takes about 60 ms, and not every start needs a text.
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    paths = sorted((root / language).glob("*.po"))
    if not paths:
        raise TextError(f'there are no texts in the language "{language}"')
    merged = Catalog(locale=language)
    seen_in: dict[str, Path] = {}
    for path in paths:
        raw = path.read_text(encoding="utf-8")
        for key in _KEY_LINE.findall(raw):
            if key in seen_in:
                raise TextError(f'{path}: the key "{key}" is already in {seen_in[key].name}')
            seen_in[key] = path
        part = read_po(io.StringIO(raw), locale=language, abort_invalid=True)
        # The rule that the forms in the files were written to; Babel's own changes with CLDR.
        merged.mime_headers = [("Plural-Forms", part.plural_forms)]
        for message in part:
            if message.id and not message.fuzzy:
                merged[message.id] = message
    return merged


class _SafeFormatter(Formatter):
    """`str.format` with plain field names only.

    Texts come from translators and level writers too: no attribute, index or conversion is
    followed and no width obeyed, so none of them can look inside the game or fill the memory.
    """

    def __init__(self, language: str, *, strict: bool) -> None:
        from babel import Locale

        self.locale: Locale = Locale.parse(_NUMBERS_AND_DATES_LIKE.get(language, language))
        self.strict = strict
        self._patterns: dict[str, NumberPattern] = {}

    def __call__(self, template: str, fields: Mapping[str, object], key: str = "") -> str:
        if "{" not in template and "}" not in template:
            return template
        try:
            return "".join(self._pieces(template, fields))
        except (TextError, ValueError) as problem:
            if not self.strict:
                return template
            raise MissingField(f'the text "{key or template}": {problem}') from problem

    def _pieces(self, template: str, fields: Mapping[str, object]) -> list[str]:
        pieces: list[str] = []
        for literal, name, spec, conversion in self.parse(template):
            pieces.append(literal)
            if name is None:
                continue
            if conversion or not _FIELD_NAME.fullmatch(name):
                raise MissingField(f'"{{{name}}}" is not a plain field name')
            if name not in fields:
                raise MissingField(f'nothing was given for its field "{name}"')
            pieces.append(self._written(fields[name], spec or "", name))
        return pieces

    def _written(self, value: object, spec: str, name: str) -> str:
        if not spec:
            return str(value)
        if not isinstance(value, int | float):
            raise MissingField(f'its field "{name}" has a number format but is not a number')
        return self.number(value, spec)

    def number(self, value: float, spec: str) -> str:
        """Write a number as the language does; `spec` is like `.1f`, `+.2f`, `,d` or `.0%`."""
        pattern = self._patterns.get(spec)
        if pattern is None:
            pattern = self._patterns[spec] = _pattern(spec, self.locale)
        if round(value, pattern.frac_prec[1] + pattern.scale) == 0:
            value = 0.0  # never "-0.0"
        written = pattern.apply(value, self.locale)
        return _plain_spaces(written).replace("-", MINUS)


def _plain_spaces(written: str) -> str:
    """Narrow spaces that do not break become wide ones: not every face has the narrow one."""
    return written.replace("\u202f", "\u00a0")


def _pattern(spec: str, locale: Locale) -> NumberPattern:
    from babel.numbers import parse_pattern

    match = _NUMBER_FORMAT.fullmatch(spec)
    if match is None:
        raise MissingField(f'"{spec}" is not a number format; write it like .1f, +.2f, ,d or .0%')
    part: dict[str, Any] = match.groupdict()
    whole = "#,##0" if part["grouped"] else "0"
    digits = int(part["digits"] or 0)
    after = locale.percent_formats[None].suffix[0] if part["kind"] == "%" else ""
    body = whole + ("." + "0" * digits if digits else "") + after
    return parse_pattern(f"+{body};-{body}" if part["sign"] else body)
