"""The goals and reasons of a verdict in words, for screen and report."""

from __future__ import annotations

from functools import reduce

from game.debrief.debrief import Debrief
from game.debrief.goals_reached import GoalKind, Reached
from game.debrief.reasons import Fate, Lost
from game.desk.names import Names
from game.desk.rounding import cut_missing, cut_needed, cut_told, mark_told, votes_told
from game.negotiation.model.scenario import UNIT


def goal_told(reached: Reached, names: Names) -> str:
    """Tell one goal, with what was reached and what was needed."""
    texts = names.texts
    if reached.goal is GoalKind.JOINS:
        return texts("verdict.goal.joins", have=int(reached.have or 0), need=int(reached.need))
    if reached.goal is GoalKind.CUT:
        return texts("verdict.goal.cut", have=_cut_of(reached, names), need=_cut_needed(names))
    body, counts = _body(names), names.counts_of(names.public.you)
    if reached.have is None:
        return texts(f"verdict.goal.home_none.{counts}", body=body, need=_mark_of(reached, names))
    votes = _votes_of(reached, names)
    return texts(
        f"verdict.goal.home.{counts}", body=body, have=votes, need=_mark_of(reached, names)
    )


def why_told(debrief: Debrief, names: Names) -> tuple[str, ...]:
    """Tell why the level is not passed, one text for each goal missed; or what carried it."""
    missed = [reached for reached in debrief.goals if not reached.met]
    if not missed:
        return _why_passed(debrief, names)
    told = {GoalKind.JOINS: _joins, GoalKind.CUT: _cut, GoalKind.HOME: _home}
    return tuple(told[reached.goal](reached, debrief, names) for reached in missed)


def _joins(reached: Reached, debrief: Debrief, names: Names) -> str:
    missing = int(reached.need - (reached.have or 0))
    absent = debrief.absent
    said = [names.texts("why.joins", n=missing)]
    if absent is not None:
        party = names.party(absent.party)
        fields = _circumstances(absent.lost, names)
        said.append(names.texts(f"why.absent.{absent.lost.fate}", party=party, **fields))
    return _joined(said, names)


def _cut(reached: Reached, debrief: Debrief, names: Names) -> str:
    texts, lever = names.texts, debrief.lever
    missing = cut_missing(reached.have or 0.0, names.public.goals, texts)
    said = [texts("why.cut", missing=missing)]
    if lever is None:
        said.append(texts("why.lever.none"))
    else:
        said.append(texts("why.lever", **names.parts(lever.term), more=lever.more_gtco2e))
        closed = _is_before_the_last(lever.lost, names)
        fate = "never_closed" if closed else str(lever.lost.fate)
        party, fields = names.party(lever.party), _circumstances(lever.lost, names)
        said.append(texts(f"why.lost.{fate}", party=party, **fields))
    return _joined(said, names)


def _home(reached: Reached, debrief: Debrief, names: Names) -> str:
    vote, texts = debrief.lost_vote, names.texts
    assert vote is not None  # this goal is missed by a broken promise alone
    return texts(
        f"why.home.{names.counts_of(names.public.you)}",
        **names.parts(vote.promise.term),
        day=names.date(vote.round),
        votes=votes_told(vote.votes, round(reached.need * UNIT), texts),
        mark=_mark_of(reached, names),
        body=_body(names),
    )


def _why_passed(debrief: Debrief, names: Names) -> tuple[str, ...]:
    texts, said = names.texts, []
    carried = debrief.carried
    if carried is not None:
        whole = cut_told(debrief.score.cut_2030_gtco2e, names.public.goals, texts)
        fields = {**names.parts(carried.term), "cut": carried.cut_gtco2e, "all": whole}
        said.append(texts("why.carried", **fields))
    tight = [reached for reached in debrief.goals if reached.room is not None]
    if tight:
        least = min(tight, key=lambda reached: reached.room or 0.0)
        have: float | str | None = least.have
        need: float | str = least.need
        if least.goal is GoalKind.HOME:
            have, need = _votes_of(least, names), _mark_of(least, names)
        elif least.goal is GoalKind.CUT:
            have, need = _cut_of(least, names), _cut_needed(names)
        fields = {"have": have, "need": need, "body": _body(names)}
        counts = names.counts_of(names.public.you)
        is_home = least.goal is GoalKind.HOME
        key = f"why.tightest.home.{counts}" if is_home else f"why.tightest.{least.goal}"
        said.append(texts(key, **fields))
    return tuple(said)


def _cut_of(reached: Reached, names: Names) -> str:
    return cut_told(reached.have or 0.0, names.public.goals, names.texts)


def _cut_needed(names: Names) -> str:
    return cut_needed(names.public.goals, names.texts)


def _mark_of(reached: Reached, names: Names) -> str:
    return mark_told(round(reached.need * UNIT), names.texts)


def _votes_of(reached: Reached, names: Names) -> str:
    have, need = (round((figure or 0) * UNIT) for figure in (reached.have, reached.need))
    return votes_told(have, need, names.texts)


def _circumstances(lost: Lost, names: Names) -> dict[str, str]:
    """Tell when it was and, where known, why."""
    because = names.texts(f"why.because.{lost.because}") if lost.because is not None else ""
    return {"day": names.date(lost.round), "because": because}


def _is_before_the_last(lost: Lost, names: Names) -> bool:
    """Return True if a door closed on it while talks went on."""
    return lost.fate is Fate.NEVER and lost.round < len(names.public.rounds) - 1


def _joined(sentences: list[str], names: Names) -> str:
    """Join sentences with the space that the language puts between them."""
    return reduce(lambda before, then: names.texts("why.then", before=before, then=then), sentences)


def _body(names: Names) -> str:
    return names.public.delegation(names.public.you).home.body
