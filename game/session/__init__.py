"""A game in progress: actions in, events out, the log on disk before anyone sees them.

`session` plays one game; `public_game` is what a screen may know of it. `log`, `log_chain`,
`log_writer` and `file_lock` keep it on disk; `save_list`, `save_files`, `game_results` and
`read_hints` are what lies around a save; `notebook`, `trust_history` and `projector` answer what
was said, how trust stood, and where commitments lead. Imports `levels`, `negotiation` and
`climate`; `bots`, `desk`, `debrief`, `ui` and `commands` may import it. No pygame, no yaml.
"""
