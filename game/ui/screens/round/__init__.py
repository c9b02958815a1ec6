"""The screens of a round: briefing, hub and map, its menus, home, cable, ledger, evidence, plenary.

Shown by `game.ui.screens.routes`; other screens take only small parts from here (goals, stakes).
"""
