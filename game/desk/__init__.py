"""What an envoy may know and how to say it, without a window: for screens and reports.

Imports `session` and below; may be imported by `debrief`, `ui` and `commands`.
"""
