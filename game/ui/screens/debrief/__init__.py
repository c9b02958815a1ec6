"""The screens after a game: the verdict, and the debrief page by page.

Figures and sentences come from `game.debrief`, which the printed report reads too.
"""
