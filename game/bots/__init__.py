"""Simulated players, and reports on a level's balance from many of their games."""
