"""The window on the player's desktop: opening, full screen and back, the desktop's own scale.

Only `game.ui.app` may import it; it imports nothing else of `game.ui` but `game.ui.layout`.
"""
