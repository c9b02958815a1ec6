"""Checks on a level: one subject a file, each a pass that yields findings.

`field_errors` words what the fields themselves refuse; `level_passes` lists the passes over a level
whose fields are right; `goals_in_reach` and `playable` look at what compiles. May be imported by
`levels` alone.
"""
