"""The balance report as text."""

from __future__ import annotations

from collections.abc import Iterator

from game.bots.balance_games import Balance, style_games
from game.bots.remedies import Advice
from game.bots.style import Style
from game.commands.balance_text import (
    advice_in_words,
    check_in_words,
    measured_in_words,
    share_in_words,
    target_in_words,
)
from game.commands.report_page import Section
from game.negotiation.model.replies import Constraint
from game.negotiation.rules.rules import RULES_VERSION
from game.texts import Texts

Row = tuple[str, ...]

_NOTE_ABOUT = {"waiting_pays": "cli.balance.late_styles"}


def sections(balance: Balance, texts: Texts, command: str, most_styles: int) -> list[Section]:
    """All of the report. most_styles: how many rows of the grid are shown, the winners first."""
    return [
        _head(balance, texts, command),
        _checks(balance, texts),
        _advice(balance, texts),
        _players(balance, texts),
        _styles(balance, texts, most_styles),
        _habits(balance, texts),
        _parties(balance, texts),
        _issues(balance, texts),
        _rounds(balance, texts),
        _never(balance, texts),
    ]


def _columns(texts: Texts, *names: str) -> Row:
    return tuple(texts(f"cli.balance.column.{name}") for name in names)


def _head(balance: Balance, texts: Texts, command: str) -> Section:
    last = balance.seed + balance.games - 1
    last_style = balance.seed + style_games(balance.games) - 1
    missed = sum(not found.check.ok for found in balance.findings)
    solved = texts.percent(balance.solved_share)
    return Section(
        texts("cli.balance.title", title=balance.level.title),
        (
            texts("cli.balance.command", command=command),
            texts("cli.balance.level", level=balance.level.id, hash=balance.level.hash),
            texts("cli.balance.rules", version=RULES_VERSION),
            texts("cli.balance.seeds", n=balance.games, first=balance.seed, last=last),
            texts(
                "cli.balance.style_seeds",
                n=len(balance.styles),
                first=balance.seed,
                last=last_style,
            ),
            texts("cli.balance.logs", hash=balance.log_hash),
            texts("cli.balance.solvable" if balance.solvable else "cli.balance.not_solvable"),
            texts("cli.balance.solved", share=solved),
            texts("cli.balance.missed_targets", n=missed, all=len(balance.findings)),
            texts("cli.balance.intervals"),
        ),
    )


def _checks(balance: Balance, texts: Texts) -> Section:
    rows = [_columns(texts, "check", "target", "measured", "verdict")]
    for check in (found.check for found in balance.findings):
        verdict = "ok" if check.ok else "missed"
        rows.append(
            (
                check_in_words(check, texts),
                target_in_words(check, texts),
                measured_in_words(check, texts),
                texts(f"cli.balance.{verdict}" if check.sure else f"cli.balance.{verdict}_unsure"),
            )
        )
    return Section(texts("cli.balance.section.checks"), table=tuple(rows))


def _advice(balance: Balance, texts: Texts) -> Section:
    """For each target that is missed what to change, each piece of advice once; then notes."""
    said: set[str] = set()
    points: list[str] = []

    def say(about: str, several: tuple[Advice, ...]) -> None:
        new = [each for advice in several if (each := advice_in_words(advice, texts)) not in said]
        said.update(new)
        if several:
            advice = " ".join(new) or texts("cli.balance.as_above")
            points.append(texts("cli.balance.point", about=about, advice=advice))

    for found in balance.findings:
        say(check_in_words(found.check, texts), found.advice)
    for note in balance.notes:
        if advice_in_words(note, texts) not in said:
            say(texts(_NOTE_ABOUT.get(note.code, "cli.balance.seldom")), (note,))
    nothing = () if points else (texts("cli.balance.no_advice"),)
    return Section(texts("cli.balance.section.advice"), nothing, points=tuple(points))


def _players(balance: Balance, texts: Texts) -> Section:
    names = ("player", "passed", "mean", "spread", "deals", "below_floor", "closing")
    rows = [_columns(texts, *names)]
    for name, found in balance.tallies.items():
        low, middle, high = (texts.number(figure) for figure in found.score)
        mean = (found.mean_score.value, found.mean_score.low, found.mean_score.high)
        value, least, most = (texts.number(figure, 1) for figure in mean)
        rows.append(
            (
                name,
                share_in_words(found.pass_rate, texts),
                texts("cli.balance.with_interval", value=value, low=least, high=most),
                texts("cli.balance.spread", low=low, middle=middle, high=high),
                texts.number(found.deals, 1),
                texts.number(found.deals_below_floor),
                texts.percent(found.closing_share),
            )
        )
    return Section(texts("cli.balance.section.players"), table=tuple(rows))


def _styles(balance: Balance, texts: Texts, most: int) -> Section:
    contest = balance.contest
    shares, best, leading = contest.group_shares(), contest.best_style(), contest.leading()
    bits, evenness = contest.entropy()
    order = sorted(contest.alike, key=lambda group: -shares[group])
    rows = [_columns(texts, "style", "passed", "mean", "won")]
    rows += [_style(balance, group, shares[group], texts) for group in order[:most]]
    return Section(
        texts("cli.balance.section.styles"),
        (
            texts("cli.balance.best_style", style=best.name),
            texts(
                "cli.balance.leading_style",
                style=_group_name(leading, texts),
                share=share_in_words(contest.largest_share(), texts),
            ),
            texts(
                "cli.balance.as_played",
                share=share_in_words(contest.largest_share_as_played(), texts),
            ),
            texts("cli.balance.alike", n=len(contest.alike), all=len(contest.styles)),
            texts("cli.balance.winners", number=contest.winners_per_seed()),
            texts("cli.balance.entropy", bits=bits, share=evenness),
            texts("cli.balance.late", share=share_in_words(contest.won_late(), texts)),
            texts("cli.balance.last", share=share_in_words(contest.won_in_last_round(), texts)),
        ),
        tuple(rows),
    )


def _style(balance: Balance, group: tuple[Style, ...], won: float, texts: Texts) -> Row:
    found = balance.styles[group[0]]
    return (
        _group_name(group, texts),
        texts.percent(found.pass_rate.value),
        texts.number(found.mean_score.value, 1),
        texts.percent(won, 1),
    )


def _group_name(group: tuple[Style, ...], texts: Texts) -> str:
    """Return the first of some styles that play alike, and how many more there are."""
    name, more = group[0].name, len(group) - 1
    return texts("cli.balance.and_likes", name=name, n=more) if more else name


def _habits(balance: Balance, texts: Texts) -> Section:
    rows = [_columns(texts, "habit", "of_styles", "won")]
    for knob, settings in balance.contest.by_habit().items():
        for setting, (styles, won) in settings.items():
            rows.append((f"{knob}={setting}", texts.percent(styles), texts.percent(won)))
    return Section(texts("cli.balance.section.habits"), table=tuple(rows))


def _parties(balance: Balance, texts: Texts) -> Section:
    reasons = tuple(Constraint)
    names = ("delegation", "offered", "dealt", "joined", "offers", *(str(each) for each in reasons))
    rows = [_columns(texts, *names)]
    for use in balance.usage.parties:
        binding = use.binding()
        shares = (texts.percent(share) for share in (use.offered, use.dealt, use.joined))
        refused = (texts.number(binding.get(reason, 0)) for reason in reasons)
        name = balance.scenario.delegation(use.party).name
        rows.append((name, *shares, texts.number(use.offers), *refused))
    about = texts("cli.balance.about_refusals")
    return Section(texts("cli.balance.section.parties"), (about,), tuple(rows))


def _issues(balance: Balance, texts: Texts) -> Section:
    scenario = balance.scenario
    rows = [_columns(texts, "issue", "offered", "agreed", "closes")]
    for use in balance.usage.issues:
        shares = (texts.percent(share) for share in (use.offered, use.agreed))
        closes = scenario.rounds[use.closes].title
        rows.append((scenario.issue(use.issue).title, *shares, closes))
    return Section(texts("cli.balance.section.issues"), table=tuple(rows))


def _rounds(balance: Balance, texts: Texts) -> Section:
    rows = [_columns(texts, "round", "deals_share")]
    meetings = zip(balance.scenario.rounds, balance.timing.deals_by_round, strict=True)
    rows += [(meeting.title, texts.percent(share)) for meeting, share in meetings]
    closing = texts("cli.balance.closing", share=balance.timing.closing_share)
    return Section(texts("cli.balance.section.rounds"), (closing,), tuple(rows))


def _never(balance: Balance, texts: Texts) -> Section:
    points = tuple(_steps(balance, texts))
    about = texts("cli.balance.about_never" if points else "cli.balance.all_agreed")
    return Section(texts("cli.balance.section.never"), (about,), points=points)


def _steps(balance: Balance, texts: Texts) -> Iterator[str]:
    scenario = balance.scenario
    for slot, option in balance.usage.steps_never_agreed:
        issue = scenario.issue(slot.issue)
        yield texts(
            "cli.balance.step",
            issue=issue.title,
            step=issue.options[option].label,
            party=scenario.delegation(slot.giver).name,
        )
