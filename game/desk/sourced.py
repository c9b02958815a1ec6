"""The facts a level states about the real world, each with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.negotiation.model.sources import Source
from game.texts import Texts

if TYPE_CHECKING:
    from game.session.session import Session


@dataclass(frozen=True)
class Sourced:
    """Something said of the real world, with its sources.

    entry: what it is looked up under
    told: what it is about, where that is said in a sentence
    """

    entry: str
    title: str
    sources: tuple[Source, ...]
    told: str = ""


def of_level(session: Session, texts: Texts) -> tuple[Sourced, ...]:
    """Return the entries with a text or a source: issues, meetings, news, what really happened."""
    public, told = session.public, session.public.debrief
    news = _each_once(source for item in public.news for source in item.sources)
    really = tuple(Source(each.name, each.year, each.figure or "") for each in told.sources)
    found = [Sourced(about(i.id), i.title, i.sources, told=i.about) for i in public.issues]
    found += [Sourced(about(each.id), each.title, each.sources) for each in public.rounds]
    found.append(Sourced(about("news"), texts("cable.news"), news))
    found.append(Sourced(about("real"), texts("debrief.real.title"), really))
    return tuple(each for each in found if each.sources or each.told)


def about(name: str) -> str:
    """Return the entry of a thing that has sources."""
    return f"about/{name}"


def source_entry(source: Source) -> str:
    """Return the entry of one source."""
    return f"source/{source.name}"


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))
