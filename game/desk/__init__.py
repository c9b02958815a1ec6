"""What an envoy may know and how to say it, without a window: for screens and reports.

A module takes the session, or what is public of it, and its words; it returns sentences and frozen
records. It reads no other party's mind: `tests/test_private_minds.py` holds it to that.

Imports `session` and below; may be imported by `debrief`, `ui` and `commands`.
"""
