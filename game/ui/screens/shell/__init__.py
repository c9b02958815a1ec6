"""The screens around a game: title, levels, saves, settings, keys, glossary.

Shown by `game.ui.screens.routes`; nothing of a round is decided here.
"""
