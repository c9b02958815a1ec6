"""The debrief of a finished game: attribution, frontier, other branches, reasons, the report.

No pygame. Imports bots, desk, session and below; the screens of the debrief and the command
`report` read it. What it knows of private minds is shown only once a game is over.
"""
