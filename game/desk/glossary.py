"""The glossary: its words, their sources, and the forms they take in a text.

A word's catalogue entry `glossary.<word>.forms` says in each language in which forms it stands in
running text, parted by bars: "red line | red lines".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.desk.sourced import Sourced, about, source_entry
from game.negotiation.model.sources import Source
from game.texts import Texts

_FISHER_URY = Source("Fisher & Ury, Getting to Yes", 1981)
_PUTNAM = Source(
    "Putnam, Diplomacy and Domestic Politics: The Logic of Two-Level Games, "
    "International Organization 42",
    1988,
)
_WG1 = "IPCC AR6 WG1"

# Each with its sources; one that has none is a rule of this game.
WORDS: Mapping[str, tuple[Source, ...]] = {
    "red_line": (_FISHER_URY,),
    "no_deal": (_FISHER_URY, Source("Raiffa, The Art and Science of Negotiation", 1982)),
    "aspiration": (
        Source(
            "Faratin, Sierra & Jennings, Negotiation decision functions for autonomous agents, "
            "Robotics and Autonomous Systems 24",
            1998,
        ),
    ),
    "pass_mark": (_PUTNAM,),
    "face": (
        Source(
            "Brown, Face-saving and face-restoration in negotiation, in: Druckman (ed.), "
            "Negotiations",
            1977,
        ),
    ),
    "backer": (
        Source(
            "Lax & Sebenius, Thinking coalitionally, in: Young (ed.), Negotiation Analysis", 1991
        ),
    ),
    "credibility": (
        Source("Jøsang & Ismail, The Beta Reputation System, Bled eCommerce Conference", 2002),
    ),
    "linkage": (
        Source(
            "Sebenius, Negotiation arithmetic: adding and subtracting issues and parties, "
            "International Organization 37",
            1983,
        ),
    ),
    "tie_hands": (
        Source("Schelling, The Strategy of Conflict", 1960),
        Source(
            "Fearon, Signaling Foreign Policy Interests: Tying Hands versus Sinking Costs, "
            "Journal of Conflict Resolution 41",
            1997,
        ),
    ),
    "counter": (
        Source(
            "Baarslag, Hindriks & Jonker, Effective acceptance conditions in real-time automated "
            "negotiation, Decision Support Systems 60",
            2014,
        ),
    ),
    "what_if": (Source("Raiffa, Post-settlement settlements, Negotiation Journal 1", 1985),),
    "conditional": (Source("Lax & Sebenius, The Manager as Negotiator", 1986),),
    "side_payment": (_PUTNAM,),
    "walk_out": (),
    "points": (Source("Keeney & Raiffa, Decisions with Multiple Objectives", 1976),),
    "votes": (_PUTNAM,),
    "mandate": (_PUTNAM,),
    "term": (),
    "door": (),
    "joins": (),
    "frontier": (Source("Nash, The Bargaining Problem, Econometrica 18", 1950),),
    "gtco2e": (Source(f"{_WG1}, annex VII: glossary", 2021),),
    "median": (Source(f"{_WG1}, chapter 7", 2021),),
    "category": (Source("IPCC AR6 WG3, Summary for Policymakers, table SPM.2", 2022),),
    "gap_2030": (Source("UNEP, Emissions Gap Report 2021", 2021),),
}
# What the climate model is made of and held to.
MODEL_SOURCES: tuple[Source, ...] = (
    Source("Leach et al. 2021, Geosci. Model Dev. 14, 3007", 2021),
    Source("Meinshausen et al. 2020, Geosci. Model Dev. 13, 3571", 2020),
    Source("Thornhill et al. 2021, Atmos. Chem. Phys. 21, 853 and 1105", 2021),
    Source("Cummins et al. 2020, J. Climate 33, 9909", 2020),
    Source("Smith et al. 2024, Geosci. Model Dev. 17, 8569", 2024),
    Source("Forster et al. 2021, IPCC AR6 WG1 chapter 7", 2021),
    Source("Climate Action Tracker, 9 November 2021", 2021),
)
MODEL = about("model")
_BETWEEN_FORMS = " | "


def entry_of(word: str) -> str:
    """Return what a word is looked up under."""
    return f"word/{word}"


def forms_of(word: str, texts: Texts) -> tuple[str, ...]:
    """Return the forms of a word in running text, in the language of the texts."""
    return _parted(texts(f"glossary.{word}.forms"))


def phrases(texts: Texts, sourced: Iterable[Sourced]) -> dict[str, str]:
    """Return every phrase with an entry: words, names of sources."""
    found = {form: entry_of(word) for word in WORDS for form in forms_of(word, texts)}
    found |= dict.fromkeys(_parted(texts("glossary.sources.model.forms")), MODEL)
    sources = [*MODEL_SOURCES, *(source for each in sourced for source in each.sources)]
    return found | {source.name: source_entry(source) for source in sources}


def _parted(forms: str) -> tuple[str, ...]:
    return tuple(forms.split(_BETWEEN_FORMS))
