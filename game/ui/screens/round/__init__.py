"""The screens of a round: briefing, hub and map, its menus, home, cable, ledger, evidence, plenary.

Opened by `game.ui.screens.routes`; no other room of screens takes anything from here.
"""
