"""Charts and maps: a picture drawn once for its figures, and a cursor that reads them.

Widgets like any other; they take figures and texts, never a session. Screens put them together.
"""
