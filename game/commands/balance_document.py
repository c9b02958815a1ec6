"""The balance report as JSON."""

from __future__ import annotations

from math import isinf

from game.bots.balance_games import Balance, style_games
from game.bots.balance_targets import Check
from game.bots.deal_usage import IssueUse, PartyUse, Usage
from game.bots.statistics import Measured
from game.bots.style import Style
from game.bots.tally import Tally
from game.commands.balance_text import advice_in_words, check_in_words
from game.negotiation.rules.rules import RULES_VERSION
from game.texts import Texts

Document = dict[str, object]


def document(balance: Balance, texts: Texts) -> Document:
    """Return the whole report; the same for the same level, games and seed, whatever the jobs."""
    return {
        "level": balance.level.id,
        "level_hash": balance.level.hash,
        "rules_version": RULES_VERSION,
        "seed": balance.seed,
        "games": balance.games,
        "style_games": style_games(balance.games),
        "log_hash": balance.log_hash,
        "solvable": balance.solvable,
        "solved_share": round(balance.solved_share, 6),
        "balanced": balance.balanced,
        "bots": [_tally(each) | {"bot": name} for name, each in balance.tallies.items()],
        "styles": _styles(balance),
        "usage": _usage(balance),
        "checks": [
            _check(found.check, texts)
            | {"advice": [advice_in_words(each, texts) for each in found.advice]}
            for found in balance.findings
        ],
        "notes": [advice_in_words(each, texts) for each in balance.notes],
    }


def _measured(found: Measured) -> Document:
    return {
        "value": round(found.value, 6),
        "low": round(found.low, 6),
        "high": round(found.high, 6),
    }


def _tally(found: Tally) -> Document:
    low, middle, high = found.score
    return {
        "games": found.games,
        "passed": found.passed,
        "pass_rate": _measured(found.pass_rate),
        "score": {"p05": low, "p50": middle, "p95": high},
        "mean_score": _measured(found.mean_score),
        "deals": round(found.deals, 4),
        "deals_below_floor": found.deals_below_floor,
        "closing_share": round(found.closing_share, 6),
    }


def _styles(balance: Balance) -> Document:
    contest = balance.contest
    bits, evenness = contest.entropy()
    shares = contest.shares()
    first = {style: group[0].name for group in contest.alike for style in group}
    return {
        "number": len(contest.styles),
        "seeds": contest.seeds,
        "best": contest.best_style().name,
        "wins_most": [style.name for style in contest.leading()],
        "different": len(contest.alike),
        "largest_share": _measured(contest.largest_share()),
        "largest_share_as_played": _measured(contest.largest_share_as_played()),
        "winners_per_seed": round(contest.winners_per_seed(), 4),
        "entropy_bits": round(bits, 4),
        "entropy_share": round(evenness, 4),
        "late_share": _measured(contest.won_late()),
        "closing_last_share": _measured(contest.won_in_last_round()),
        "habits": {
            knob: {
                setting: {"styles_share": round(styles, 6), "won_share": round(won, 6)}
                for setting, (styles, won) in settings.items()
            }
            for knob, settings in contest.by_habit().items()
        },
        "grid": [
            _style(style, found) | {"won_share": round(shares[style], 6), "plays_as": first[style]}
            for style, found in balance.styles.items()
        ],
    }


def _style(style: Style, found: Tally) -> Document:
    return {
        "style": style.name,
        "knobs": vars(style),
        "passed": found.passed,
        "pass_rate": _measured(found.pass_rate),
        "mean_score": _measured(found.mean_score),
    }


def _usage(balance: Balance) -> Document:
    usage, scenario = balance.usage, balance.scenario
    rounds = [meeting.id for meeting in scenario.rounds]
    return {
        "issues": [_issue(use, rounds) for use in usage.issues],
        "delegations": [_party(use) for use in usage.parties],
        "unused_issues": [use.issue for use in usage.unused_issues],
        "unused_delegations": [use.party for use in usage.unused_parties],
        "steps_never_agreed": [
            {
                "issue": term.slot.issue,
                "giver": term.slot.giver,
                "option": scenario.issue(term.slot.issue).options[term.option].id,
            }
            for term in usage.steps_never_agreed
        ],
        **_timing(balance.timing, rounds),
    }


def _timing(timing: Usage, rounds: list[str]) -> Document:
    shares = zip(rounds, timing.deals_by_round, strict=True)
    return {
        "deals_by_round": {meeting: round(share, 6) for meeting, share in shares},
        "closing_share": round(timing.closing_share, 6),
    }


def _issue(use: IssueUse, rounds: list[str]) -> Document:
    return {
        "id": use.issue,
        "offered_share": round(use.offered, 6),
        "agreed_share": round(use.agreed, 6),
        "closes": rounds[use.closes],
    }


def _party(use: PartyUse) -> Document:
    return {
        "id": use.party,
        "offered_share": round(use.offered, 6),
        "dealt_share": round(use.dealt, 6),
        "joined_share": round(use.joined, 6),
        "offers": use.offers,
        "refused": dict(use.binding()),
    }


def _check(check: Check, texts: Texts) -> Document:
    least, most = check.band.least, check.band.most
    found = check.measured
    return {
        "id": check.id,
        "what": check_in_words(check, texts),
        "unit": str(check.unit),
        **(_measured(found) if found else {"value": None, "low": None, "high": None}),
        "at_least": None if isinf(least) else least,
        "at_most": None if isinf(most) else most,
        "ends_excluded": check.band.strict,
        "judged_by": "interval" if check.whole_interval else "value",
        "ok": check.ok,
        "sure": check.sure,
    }
