"""Record the recorded games anew after a level or a rule was changed on purpose.

Run from the checkout: `python -m tests.replays.record`. The actions stay; the header takes the
level as it is now, and `expected.json` the position they lead to. An action that the rules now
refuse stops the recording: then the game has to be played again.
"""

import json
from pathlib import Path

from game.commands.replay import document
from game.levels.loader import load_level
from game.negotiation.rules import RULES_VERSION
from game.paths import builtin_levels_dir
from game.session.session import Session

HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"


def main() -> None:
    """Rewrite every recording's header and the positions expected."""
    expected = {}
    for path in sorted(HERE.glob("*.jsonl")):
        header, *actions = path.read_text(encoding="utf-8").splitlines()
        fields = json.loads(header)
        level = load_level(builtin_levels_dir() / fields["level_id"])
        fields |= {"level_hash": level.hash, "rules_version": RULES_VERSION}
        lines = [json.dumps(fields, sort_keys=True, separators=(",", ":")), *actions]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        session = Session.replayed(path, level)
        expected[path.name] = {**document(session), "passed": session.score().passed}
    EXPECTED.write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
