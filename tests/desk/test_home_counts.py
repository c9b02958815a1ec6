"""A home is spoken of by what it counts: votes, support or consent, in every language."""

from pathlib import Path
from typing import get_args

import pytest

from game.desk.wording import Wording
from game.negotiation.model.events import VotesMoved
from game.negotiation.model.replies import Constraint, Explanation
from game.negotiation.model.scenario import Counts
from game.session.session import Session
from game.texts import Texts, available_languages
from tests.catalogue import fields_of, sentences_in_catalogue
from tests.levels.breaking import broken, copy_of_tianjin
from tests.sharing import shipped_level

VOTES = {"en": "vote", "fr": "voix", "es": "voto", "zh_Hans": "票"}
KINDS = {
    "africa": "consent",
    "china": "support",
    "eu": "votes",
}


@pytest.mark.parametrize("language", available_languages())
def test_every_sentence_on_a_home_is_there_for_each_thing_it_counts(
    language: str, project_root: Path
) -> None:
    said = sentences_in_catalogue(project_root / "assets" / "translations" / language)
    kinds = get_args(Counts)
    triads = {key.removesuffix(".support") for key in said if key.endswith(".support")}
    assert len(triads) > 25
    for base in triads:
        by_kind = {kind: said[f"{base}.{kind}"] for kind in kinds}
        fields = {kind: set().union(*map(fields_of, forms)) for kind, forms in by_kind.items()}
        assert fields["support"] - {"body"} == fields["consent"] - {"body"}, base
        for kind in ("support", "consent"):
            assert fields[kind] - {"n"} == fields["votes"] - {"n"}, (base, kind)
            words = " ".join(by_kind[kind]).replace("{votes}", "").lower()
            assert VOTES[language] not in words, base


@pytest.mark.parametrize("language", available_languages())
def test_the_window_speaks_of_no_votes_where_nobody_votes(language: str) -> None:
    level = shipped_level("glasgow").in_language(language)
    session = Session(level, seed=1)
    words = Wording(Texts.load(language), session.public)
    gap = Explanation(Constraint.HOME_VOTE, 2_500, None, None, ())
    for party in session.public.others:
        group = party.home.factions[0].id
        told = [
            words.reason(party.id, gap),
            words.gap(party.id, gap),
            words.event(VotesMoved(party.id, group, 1_500, "news")),
        ]
        for sentence in told:
            if party.home.counts != "votes":
                assert VOTES[language] not in sentence.lower()
        assert session.view.party(party.id).home.counts == party.home.counts


def test_the_levels_say_what_each_home_counts() -> None:
    public = Session(shipped_level("glasgow"), seed=1).public
    counts = {party.id: party.home.counts for party in public.delegations}
    assert KINDS.items() <= counts.items()
    assert counts["usa"] == "votes"


def test_a_thing_that_no_home_counts_is_told_with_those_there_are(tmp_path: Path) -> None:
    (problem,) = broken(copy_of_tianjin(tmp_path), "counts: support", "counts: suport")
    assert "support" in problem.hint
