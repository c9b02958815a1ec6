"""The screens around a game: title, levels, saves, settings, keys, glossary.

Opened by `game.ui.screens.routes`; nothing of a round is decided here.
"""
