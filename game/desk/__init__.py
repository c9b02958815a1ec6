"""What an envoy may know and how it is said, without a window: for screens and reports alike.

Imports `session` and below; may be imported by `debrief`, `ui` and `commands`.
"""
