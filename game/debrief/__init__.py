"""A finished game looked back on: attribution, frontier, other lines, reasons, the report.

No pygame. Imports bots, desk, session and below; the screens of the debrief and the command
`report` read it. What it knows of private minds is shown only once a game is over.
"""
