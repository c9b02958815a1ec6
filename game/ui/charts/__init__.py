"""Charts and maps: each draws its figures once; a cursor reads them out.

Widgets like any other; they take figures and texts, never a session. Screens put them together.
"""
