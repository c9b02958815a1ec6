"""The road to Glasgow with all that a level may say about bargaining: payments, decks, pairs."""

from pathlib import Path
from typing import Any

import yaml

from game.levels.loader import Level, load_level
from game.paths import builtin_levels_dir

PAYMENT = {
    "label": "New jobs for mining towns, paid for by the budget",
    "votes": 3,
    "upset": "middle",
    "upset_votes": 1,
}
OWN_PAIR = {
    "first": {"issue": "trade", "giver": "usa", "option": "talks"},
    "second": {"issue": "coal_abroad", "giver": "china", "option": "fewer"},
    "points": 2,
    "because": "A step on trade is easier to explain when coal loans end.",
}
OWN_LINE = {
    "issue": "trade",
    "giver": "usa",
    "never": "ease",
    "kind": "stated",
    "said": "The limits stay until the cases are heard.",
}
DECK = {
    "id": "corridors",
    "draws": 2,
    "rounds": ["major_economies", "general_assembly"],
    "cards": [
        {
            "id": "summit_moved",
            "odds": 80,
            "forecast": "The loans may be settled elsewhere, before the assembly meets.",
            "text": "The loans are taken off this table.",
            "shifts": [{"kind": "close_issue", "target": "coal_abroad"}],
        },
        {
            "id": "early_talks",
            "odds": 90,
            "forecast": "India may name its plans for power early.",
            "text": "India names its plans for power early, and they can be spoken of.",
            "shifts": [
                {"kind": "open_issue", "target": "india_power"},
                {"kind": "votes", "target": "usa", "faction": "middle", "amount": 1},
            ],
        },
    ],
}


def bargaining_level(folder: Path) -> Level:
    """Return the level, written into a folder and loaded as any other."""
    return load_level(written(folder))


def written(folder: Path) -> Path:
    """Where the level was written."""
    source = builtin_levels_dir() / "glasgow" / "level.yaml"
    level: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    level |= {"id": "bargaining", "title": "The road, with everything", "decks": [DECK]}
    own = next(party for party in level["delegations"] if party["id"] == "usa")
    own["linkages"], own["red_lines"] = [OWN_PAIR], [OWN_LINE]
    groups = own["home"]["factions"]
    next(group for group in groups if group["id"] == "industry_states")["side_payment"] = PAYMENT
    place = folder / "bargaining"
    place.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(level, allow_unicode=True, sort_keys=False)
    (place / "level.yaml").write_text(text, encoding="utf-8")
    return place
